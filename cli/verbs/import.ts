import type { Command } from 'commander';
import { AS_RECORDED, type Naming } from '../../alerts/backtest/target-state.ts';
import type { Recording } from '../../alerts/backtest/recording.ts';
import { suggestion } from '../../config/mistakes.ts';
import type { Config } from '../../config/types.ts';
import { brand, type TargetId } from '../../model/ids.ts';
import { openConfig, withStore } from '../context.ts';
import { CliError, EXIT } from '../errors.ts';
import { importRecorded } from '../import-recorded.ts';
import type { GlobalOptions, Io } from '../io.ts';
import { print } from '../output.ts';
import { readRecording } from '../read-recording.ts';

interface Options extends GlobalOptions { readonly target?: string }

/** `import observations`: takes recorded observations into the database as history. Tells nobody. */
export function addImport(program: Command, io: Io): void {
  const importing = program.command('import').description('take recorded history into the database').addHelpText('after', '\nExample:\n  rivalwatch import observations shop.jsonl --target shop-all');
  importing.command('observations').description('take recorded crawls and observations in as history: versions and changes; tell nobody')
    .argument('<file>', 'JSON Lines as docs/backtest.md describes them, - for standard input')
    .option('--target <name>', 'the target of the configuration whose history it is; else it stands under names of its own')
    .addHelpText('after', '\nGive the whole recording each time: what is there already is not written again.\n\nExamples:\n  rivalwatch import observations shop.jsonl\n  rivalwatch import observations mart.jsonl --target mart-all')
    .action(async (file: string, _options: unknown, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const { config } = await openConfig(io, options);
      const recording = await readRecording(io, file);
      refuseFuture(recording, io.clock());
      const naming = options.target === undefined ? AS_RECORDED : namedAs(config, options.target, recording);
      await withStore(io, config, async (store) => {
        const imported = await importRecorded(store, recording, naming, io.clock(), io.signal);
        print(io, options, { ...imported, errors: recording.errors }, () => [
          `${imported.crawls} crawls, ${imported.newVersions} versions and ${imported.changes} changes were written; ${imported.observations} observations were looked at. Nobody was told.`,
          ...(recording.errors.length > 0 ? [`${recording.errors.length} mistakes in its lines are named above and in "errors" (--json).`] : []),
        ].join('\n'));
      });
    });
}

/** What is crawled from now on would be older than what is known. */
function refuseFuture(recording: Recording, now: Date): void {
  const ahead = recording.crawls().filter(({ startedAt, finishedAt = startedAt }) => startedAt > now || finishedAt > now);
  const [first] = ahead;
  if (first) throw new CliError(EXIT.usage, `Crawl "${first.id}" of "${first.source}" lies in the future (${(first.finishedAt ?? first.startedAt).toISOString()})${ahead.length > 1 ? `, and ${ahead.length - 1} more` : ''}: nothing was imported.`);
}

/** All of the recording as crawls of one target. A recording of several sources cannot be. */
function namedAs(config: Config, name: string, recording: Recording): Naming {
  const target = config.targets.get(brand<TargetId>(name));
  if (!target) throw new CliError(EXIT.usage, `There is no target "${name}".${suggestion(name, [...config.targets.keys()])}`);
  const sources = new Set(recording.crawls().map(({ source }) => source));
  if (sources.size > 1) throw new CliError(EXIT.usage, `The recording is of ${sources.size} sources (${[...sources].slice(0, 5).join(', ')}); --target takes one.`);
  return () => ({ sourceId: target.sourceId, targetId: target.id });
}
