import type { Verdict } from './verdict.ts';
import type { Run } from './run.ts';

const VICTIM_WORDS = { worker: 'worker', mongodb: 'MongoDB', redis: 'Redis', redis_empty: 'Redis, back empty' } as const;

/** The closing table: kills, channels, and whatever is not as it should be. */
export function table(verdict: Verdict, undisturbed: Run, disturbed: Run): string {
  const kills = Object.entries(VICTIM_WORDS).map(([victim, words]) => `  ${words.padEnd(20)} ${String(countOf(verdict, victim)).padStart(4)}`);
  const channels = verdict.channels.map(({ channel, sent, arrived, distinct }) => `  ${channel.padEnd(20)} ${String(sent).padStart(4)} ${String(arrived).padStart(8)} ${String(arrived - distinct).padStart(11)}`);
  return [
    `kills (${disturbed.seconds.toFixed(0)} s; undisturbed ${undisturbed.seconds.toFixed(0)} s)`, ...kills, '',
    `  ${'channel'.padEnd(20)} ${'sent'.padStart(4)} ${'arrived'.padStart(8)} ${'seen twice'.padStart(11)}`, ...channels,
    ...listed('missing', verdict.missing), ...listed('not in the undisturbed run', verdict.extra), ...listed('faults', verdict.faults),
  ].join('\n');
}

function countOf({ kills }: Verdict, victim: string): number {
  return Object.entries(kills).find(([name]) => name === victim)?.[1] ?? 0;
}

function listed(heading: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', `${heading}:`, ...lines.map((line) => `  ✗ ${line}`)];
}

/** `drill: 40 kills, 21 of 21 alerts, 2 seen twice (at most 3 possible)`. */
export function verdictLine({ kills, alerts, kept, seenTwice, possible }: Verdict): string {
  const all = Object.values(kills).reduce((sum, count) => sum + count, 0);
  return `drill: ${all} kills, ${kept} of ${alerts} alerts, ${seenTwice} seen twice (at most ${possible} possible)`;
}
