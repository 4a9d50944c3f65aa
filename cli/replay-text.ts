import type { Config } from '../config/types.ts';
import type { Change } from '../model/change.ts';
import type { ReplayReport } from '../workers/replay/report.ts';
import type { Io } from './io.ts';
import { localTime, oneLine, table } from './output.ts';
import { changeWords } from './words.ts';

/** Changes of each sort that people are shown; --json has all. */
const MOST_SHOWN = 10;

/** Shows how far a replay is: a bar that moves on a terminal; elsewhere a line for each tenth. */
export function progressOn(io: Io): (done: number, all: number) => void {
  let told = -1;
  return (done, all) => {
    const tenths = Math.floor((done / all) * (io.isTty ? 40 : 10));
    if (tenths === told && done !== all) return;
    told = tenths;
    io.stderr(io.isTty ? `\r[${'#'.repeat(tenths)}${'.'.repeat(40 - tenths)}] ${done}/${all} listings${done === all ? '\n' : ''}` : `${done} of ${all} listings\n`);
  };
}

/** What a replay found, for people. */
export function replayText(io: Io, config: Pick<Config, 'language' | 'timezone'>, { versions, fields, changes, unreadable, applied }: ReplayReport): string {
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

function lineOf(change: Change, config: Pick<Config, 'language' | 'timezone'>): string {
  const { kind, text } = changeWords(change, config);
  return `  ${localTime(change.at, config.timezone).slice(0, 16)}  ${kind}: ${oneLine(text, 60)}  ${oneLine(change.title, 40)}`;
}
