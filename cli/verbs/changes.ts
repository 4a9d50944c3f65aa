import { Option, type Command } from 'commander';
import { suggestion } from '../../config/mistakes.ts';
import { CHANGE_KINDS, type ChangeKind } from '../../model/change.ts';
import { changesSince } from '../../storage/changes.ts';
import { openConfig, withStore } from '../context.ts';
import { CliError, EXIT } from '../errors.ts';
import type { GlobalOptions, Io } from '../io.ts';
import { localTime, oneLine, print, table } from '../output.ts';
import { limitOf, pastTime } from '../period.ts';
import { changeWords } from '../words.ts';

interface Options extends GlobalOptions { readonly since: string; readonly kinds?: string; readonly limit: string }

/** `changes`: what changed lately, the newest first. */
export function addChanges(program: Command, io: Io): void {
  program.command('changes').description('what changed, the newest first')
    .option('--since <time>', 'how far back: 24h, 7d, 2026-03-29', '24h')
    .option('--kinds <kinds>', 'only these kinds, separated by commas')
    .addOption(new Option('--limit <count>', 'at most so many').default('100'))
    .addHelpText('after', `\nKinds: ${CHANGE_KINDS.join(', ')}\n\nExamples:\n  rivalwatch changes --since 24h\n  rivalwatch changes --since 2026-03-01 --kinds price,stock --json`)
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const limit = limitOf(options.limit);
      const kinds = kindsOf(options.kinds);
      const { config } = await openConfig(io, options);
      const since = pastTime(options.since, io.clock(), '--since', config.timezone);
      await withStore(io, config, async (store) => {
        const changes = await changesSince(store, { since, limit, ...(kinds && { kinds }) });
        print(io, options, { since, changes }, () => (changes.length === 0 ? `Nothing changed since ${localTime(since, config.timezone)}.` : table(io, ['when', 'source', 'target', 'what', 'title'], changes.map((change) => [
          localTime(change.at, config.timezone).slice(0, 16), change.sourceId, change.targetId, oneLine(changeWords(change, config).text, 90), oneLine(change.title, 50),
        ]))));
      });
    });
}

function kindsOf(text: string | undefined): readonly ChangeKind[] | undefined {
  return text?.split(',').map((word) => {
    const kind = CHANGE_KINDS.find((one) => one === word.trim());
    if (!kind) throw new CliError(EXIT.usage, `--kinds: there is no kind of change "${word.trim()}".${suggestion(word.trim(), CHANGE_KINDS)}`);
    return kind;
  });
}
