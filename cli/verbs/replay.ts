import type { Command } from 'commander';
import { suggestion } from '../../config/mistakes.ts';
import { brand, type SourceId } from '../../model/ids.ts';
import { openConfig, withStore } from '../context.ts';
import { CliError, EXIT } from '../errors.ts';
import type { GlobalOptions, Io } from '../io.ts';
import { print } from '../output.ts';
import { pastTime, timeOf } from '../period.ts';
import { progressOn, replayText } from '../replay-text.ts';

interface Options extends GlobalOptions { readonly from: string; readonly to?: string; readonly source?: string; readonly apply?: boolean }

/** `replay`: reads the archive again with today's reader, and says or writes what history would be with it. */
export function addReplay(program: Command, io: Io): void {
  program.command('replay').description('read the archive again with today\'s reader: what history would be with it')
    .requiredOption('--from <time>', 'what was read since then: 30d, 2026-03-29')
    .option('--to <time>', 'until then; now when left out')
    .option('--source <name>', 'of this source alone')
    .option('--apply', 'write it: values, and the changes that follow from them. Nobody is told of the past')
    .addHelpText('after', '\nWithout --apply nothing is written. Values whose answer is no longer in the archive stay as they are.\nDoing it twice does it once.\n\nExamples:\n  rivalwatch replay --from 30d\n  rivalwatch replay --from 2026-03-01 --to 2026-03-31 --source acme --json\n  rivalwatch replay --from 7d --apply')
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const { config } = await openConfig(io, options);
      const now = io.clock();
      const from = pastTime(options.from, now, '--from', config.timezone);
      const to = options.to === undefined ? now : timeOf(options.to, now, '--to', config.timezone);
      if (to <= from) throw new CliError(EXIT.usage, `--to is not after --from.`);
      const source = options.source === undefined ? undefined : brand<SourceId>(options.source);
      if (source !== undefined && !config.sources.has(source)) throw new CliError(EXIT.usage, `There is no source "${source}" in the configuration.${suggestion(source, [...config.sources.keys()])}`);
      const [{ replay }, { createReaders }] = await Promise.all([import('../../workers/replay/replay.ts'), import('../../crawlers/readers.ts')]);
      const readers = createReaders();
      try {
        const report = await withStore(io, config, (store) => replay(
          { store, config, readers, now, signal: io.signal, onProgress: progressOn(io) },
          { from, to, apply: options.apply === true, ...(source === undefined ? {} : { source }) },
        ));
        print(io, options, { from, to, ...report }, () => replayText(io, config, report));
      } finally {
        await readers.close();
      }
    });
}
