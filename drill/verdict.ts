import type { Killed, Run } from './run.ts';
import { VICTIMS, type Victim } from './moments.ts';
import type { ChannelRecord } from './record.ts';

/** What the drill found: a disturbed run beside an undisturbed one. */
export interface Verdict {
  readonly ok: boolean;
  readonly kills: Readonly<Record<Victim, number>>;
  /** Alerts of the undisturbed run, and how many of them the disturbed one has. */
  readonly alerts: number;
  readonly kept: number;
  readonly missing: readonly string[];
  readonly extra: readonly string[];
  /** Messages that arrived more than once, and how many can have: attempts that a kill cut off from their record. */
  readonly seenTwice: number;
  readonly possible: number;
  readonly channels: readonly ChannelRecord[];
  readonly faults: readonly string[];
}

/** A kill cuts off an attempt that was begun at most so long before: the longest attempt, and the wait for a MongoDB that is away. */
const LONGEST_ATTEMPT_MS = 120_000;

/** Compares the runs. Alerts are compared as sets with their numbers: the same line twice is two alerts. */
export function judge(undisturbed: Run, disturbed: Run): Verdict {
  const missing = without(undisturbed.record.alerts, disturbed.record.alerts);
  const extra = without(disturbed.record.alerts, undisturbed.record.alerts);
  const { channels, unheard } = disturbed.record;
  const possible = unheard.filter((at) => disturbed.kills.some((kill) => cuts(kill, at))).length;
  const seenTwice = channels.reduce((sum, { arrived, distinct }) => sum + arrived - distinct, 0);
  const faults = [
    ...undisturbed.record.faults, ...faultsOf(undisturbed, 'the undisturbed run'), ...disturbed.record.faults, ...faultsOf(disturbed, 'the disturbed run'),
    ...(undisturbed.record.unheard.length > 0 ? ['an attempt of the undisturbed run has no end'] : []),
    ...(unheard.length > possible ? [`${unheard.length - possible} attempts have no end although no kill can have cut them off`] : []),
    ...(seenTwice > possible ? [`${seenTwice} messages were seen twice, at most ${possible} can be`] : []),
    ...(seenTwiceIn(undisturbed) > 0 ? ['messages of the undisturbed run were seen twice'] : []),
  ];
  return {
    ok: missing.length === 0 && extra.length === 0 && faults.length === 0 && undisturbed.record.alerts.length > 0, kills: counted(disturbed.kills),
    alerts: undisturbed.record.alerts.length, kept: undisturbed.record.alerts.length - missing.length, missing, extra, seenTwice, possible, channels, faults,
  };
}

function seenTwiceIn({ record }: Run): number {
  return record.channels.reduce((sum, { arrived, distinct }) => sum + arrived - distinct, 0);
}

function faultsOf({ record }: Run, name: string): readonly string[] {
  return [
    ...record.unsent.map((what) => `a message of ${name} was not sent: ${what}`),
    ...record.channels.flatMap(({ channel, sent, distinct }) => (distinct === sent ? [] : [`${name}: ${sent} messages are on record as sent on ${channel}, ${distinct} arrived`])),
  ];
}

/** Redis has no part in sending and recording. */
function cuts({ victim, at }: Killed, begun: Date): boolean {
  return (victim === 'worker' || victim === 'mongodb') && at >= begun && at.getTime() - begun.getTime() <= LONGEST_ATTEMPT_MS;
}

function counted(kills: readonly Killed[]): Readonly<Record<Victim, number>> {
  const counts = { worker: 0, mongodb: 0, redis: 0, redis_empty: 0 };
  for (const victim of VICTIMS) counts[victim] = kills.filter((kill) => kill.victim === victim).length;
  return counts;
}

/** Those of `all` that `others` do not have, each as often as it is missing. */
function without(all: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...others];
  return all.filter((one) => {
    const place = left.indexOf(one);
    if (place >= 0) left.splice(place, 1);
    return place < 0;
  });
}
