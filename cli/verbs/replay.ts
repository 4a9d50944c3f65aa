import type { Command } from 'commander';
import { suggestion } from '../../config/mistakes.ts';
import type { Config } from '../../config/types.ts';
import type { Change } from '../../model/change.ts';
import { brand, type SourceId } from '../../model/ids.ts';
import type { ReplayReport } from '../../workers/replay/report.ts';
import { openConfig, withStore } from '../context.ts';
import { CliError, EXIT } from '../errors.ts';
import type { GlobalOptions, Io } from '../io.ts';
import { localTime, oneLine, print, table } from '../output.ts';
import { pastTime } from '../period.ts';
import { changeWords } from '../words.ts';

interface Options extends GlobalOptions { readonly from: string; readonly to?: string; readonly source?: string; readonly apply?: boolean }

/** Changes of each sort that people are shown; --json has all. */
const MOST_SHOWN = 10;

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
      const to = options.to === undefined ? now : pastTime(options.to, now, '--to', config.timezone);
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
        print(io, options, { from, to, ...report }, () => textOf(io, config, report));
      } finally {
        await readers.close();
      }
    });
}

/** A bar that moves on a terminal; elsewhere a line for each tenth. */
function progressOn(io: Io): (done: number, all: number) => void {
  let told = -1;
  return (done, all) => {
    const tenths = Math.floor((done / all) * (io.isTty ? 40 : 10));
    if (tenths === told && done !== all) return;
    told = tenths;
    io.stderr(io.isTty ? `\r[${'#'.repeat(tenths)}${'.'.repeat(40 - tenths)}] ${done}/${all} listings${done === all ? '\n' : ''}` : `${done} of ${all} listings\n`);
  };
}

function textOf(io: Io, config: Config, { versions, fields, changes, unreadable, applied }: ReplayReport): string {
  const rows = Object.entries(fields).toSorted((a, b) => b[1].versions - a[1].versions).flatMap(([field, { versions: count, examples }]) => examples.map((example, index) => [
    index === 0 ? field : '', index === 0 ? String(count) : '', localTime(example.at, config.timezone).slice(0, 16), oneLine(example.before, 36), oneLine(example.after, 36), oneLine(example.url, 50),
  ]));
  const sorts: readonly (readonly [string, readonly Change[]])[] = [['appear', changes.appear], ['vanish', changes.vanish], ['have other figures', changes.altered]];
  return [
    `${versions.looked} versions read again: ${versions.same} the same, ${versions.differ} differ, ${versions.unreadable} are not understood today and stay as they are, ${versions.notArchived} have no answer in the archive any more.`,
    ...Object.entries(unreadable).map(([why, count]) => `  ${count} × ${oneLine(why, 120)}`),
    table(io, ['field', 'versions', 'seen', 'is', 'would be', 'page'], rows),
    ...sorts.flatMap(([what, all]) => (all.length === 0 ? [] : [`${all.length} ${all.length === 1 ? 'change' : 'changes'} ${applied ? '' : 'would '}${what}:`, ...all.slice(0, MOST_SHOWN).map((change) => lineOf(change, config))])),
    applied ? 'Written. Nobody was told.' : versions.differ > 0 ? 'Nothing was written; --apply does.' : '',
  ].filter((line) => line !== '').join('\n');
}

function lineOf(change: Change, config: Config): string {
  const { kind, text } = changeWords(change, config);
  return `  ${localTime(change.at, config.timezone).slice(0, 16)}  ${kind}: ${oneLine(text, 60)}  ${oneLine(change.title, 40)}`;
}
