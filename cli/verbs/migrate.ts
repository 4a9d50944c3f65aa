import type { Command } from 'commander';
import { migrate, pendingMigrations } from '../../storage/migrate.ts';
import { openStore } from '../../storage/store.ts';
import { holderName, openConfig, withMongodb } from '../context.ts';
import type { GlobalOptions, Io } from '../io.ts';
import { print } from '../output.ts';

/** `migrate`: makes the database ready for this version, under a lease. */
export function addMigrate(program: Command, io: Io): void {
  program.command('migrate').description('make the database ready for this version: indexes, validators, migrations')
    .option('--dry-run', 'only say what is to be done')
    .addHelpText('after', '\nExamples:\n  rivalwatch migrate\n  MONGODB_URI=mongodb://db.example.com rivalwatch migrate --dry-run')
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions & { dryRun?: boolean }>();
      const { config } = await openConfig(io, options);
      await withMongodb(io, config, async ({ uri }) => {
        const store = await openStore({ uri, database: config.storage.database });
        try {
          const pending = (await pendingMigrations(store)).map(({ id, what }) => ({ id, what }));
          const done = options.dryRun ? [] : await migrate(store, { holder: holderName(), clock: io.clock, onStep: (step) => io.stderr(`${step.id}: ${step.what}\n`) });
          const data = { database: config.storage.database, pending: options.dryRun ? pending : [], done };
          print(io, options, data, () => {
            if (pending.length === 0) return `The database ${config.storage.database} is up to date.`;
            return options.dryRun ? `To be done:\n${pending.map((step) => `  ${step.id}: ${step.what}`).join('\n')}` : `Done: ${done.join(', ')}.`;
          });
        } finally {
          await store.close();
        }
      });
    });
}
