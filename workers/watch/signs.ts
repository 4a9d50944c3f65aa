import type { PulseDocument } from '../../storage/documents.ts';
import { failingSources } from './failing-sources.ts';
import type { Facts, Sign } from './facts.ts';

/*
 * What the records say about the program itself. Pure: everything comes in as an argument, also the time.
 */

/** Without a sign of life for so long a process counts as dead. It gives one every fifteen seconds. */
export const DEAD_AFTER_MS = 120_000;
/** Without a tick for so long, or with a target that is due for so long, the schedule counts as stopped. */
const TICKLESS_MS = 300_000;
const OVERDUE_MS = 1_800_000;
/** So long work may wait for a process that works its queue, or, having one, for getting on. */
const UNWORKED_MS = 300_000;
const STUCK_MS = 1_800_000;
/** Fewer waiting jobs than this are no trouble. */
const MANY_JOBS = 500;
/** A rise must show at every look. */
const LOOKS = 4;

/** Everything that is wrong. */
export function signsOf(facts: Facts): readonly Sign[] {
  return [...deadProcesses(facts), ...stoppedSchedule(facts), ...failingSources(facts), ...growingQueues(facts), ...waitingWork(facts), ...hangingJobs(facts)];
}

/** Processes that live. */
export function living({ now, pulses }: Pick<Facts, 'now' | 'pulses'>): readonly PulseDocument[] {
  return pulses.filter(({ beatAt }) => now.getTime() - beatAt.getTime() < DEAD_AFTER_MS);
}

/** Whether a supervisor started one anew on the same host that works at least the same queues. */
export function isReplaced(dead: PulseDocument, pulses: readonly PulseDocument[]): boolean {
  return pulses.some((other) => other._id !== dead._id && other.host === dead.host && other.startedAt > dead.beatAt && (dead.queues ?? []).every((queue) => worksOn(other, queue)));
}

function worksOn({ queues }: PulseDocument, queue: string): boolean {
  return queues === undefined || queues.includes(queue);
}

/** Whether some process has given signs of life for long enough to tell that another does not: after MongoDB was away all are silent for a while. */
export function mayJudgeDeaths(facts: Facts): boolean {
  return living(facts).some(({ steadySince, startedAt }) => facts.now.getTime() - (steadySince ?? startedAt).getTime() >= DEAD_AFTER_MS);
}

function deadProcesses(facts: Facts): readonly Sign[] {
  const alive = living(facts);
  // When none lives, nobody is here to say it from inside: that is another trouble.
  if (!mayJudgeDeaths(facts)) return [];
  return facts.pulses.filter((pulse) => !alive.includes(pulse) && !isReplaced(pulse, facts.pulses)).map((dead): Sign => ({
    trouble: 'process_gone', about: dead._id, since: dead.beatAt, figure: minutes(facts.now, dead.beatAt),
  }));
}

function stoppedSchedule(facts: Facts): readonly Sign[] {
  const { now, dueSince } = facts;
  const alive = living(facts);
  if (alive.length === 0 || dueSince === undefined) return [];
  const ticks = alive.flatMap(({ lastTickAt }) => lastTickAt ?? []);
  const ticking = alive.filter(({ lastTickAt }) => lastTickAt !== undefined);
  const began = newest([dueSince, oldest((ticking.length > 0 ? ticking : alive).map(({ startedAt }) => startedAt))]);
  // Where nobody ticks, the last tick is not known: the process that did may have been stopped in order.
  const lastTick = ticks.length > 0 ? newest(ticks) : began;
  const tickless = now.getTime() - lastTick.getTime() > TICKLESS_MS && now.getTime() - dueSince.getTime() > TICKLESS_MS;
  const overdue = now.getTime() - began.getTime() > OVERDUE_MS;
  const since = tickless ? lastTick : began;
  return tickless || overdue ? [{ trouble: 'schedule_stopped', about: 'schedule', since, figure: minutes(now, since) }] : [];
}

function growingQueues(facts: Facts): readonly Sign[] {
  const looks = living(facts).map(({ depths }) => depths).find((depths) => depths.length >= LOOKS) ?? [];
  const last = looks.at(-1);
  const [first] = looks;
  if (!first || !last) return [];
  return Object.entries(last.waiting).flatMap(([queue, waiting]): readonly Sign[] => {
    const counts = looks.map((look) => look.waiting[queue] ?? 0);
    const rises = counts.every((count, index) => index === 0 || count > (counts[index - 1] ?? 0));
    return rises && waiting >= MANY_JOBS ? [{ trouble: 'queue_grows', about: queue, since: first.at, figure: waiting }] : [];
  });
}

/** Nobody works a queue that has work, or what is in it is tried again and again and does not get on. */
function waitingWork(facts: Facts): readonly Sign[] {
  const { now, waiting = [] } = facts;
  const alive = living(facts);
  if (alive.length === 0) return [];
  const began = oldest(alive.map(({ startedAt }) => startedAt));
  return waiting.flatMap(({ queue, since, paced }): readonly Sign[] => {
    const waited = now.getTime() - newest([since, began]).getTime();
    const unworked = waited > UNWORKED_MS && !alive.some((pulse) => worksOn(pulse, queue));
    return unworked || (!paced && waited > STUCK_MS) ? [{ trouble: 'work_waits', about: queue, since, figure: minutes(now, since) }] : [];
  });
}

function hangingJobs(facts: Facts): readonly Sign[] {
  const oldestOf = new Map<string, Date>();
  for (const { queue, since } of living(facts).flatMap(({ overtime }) => overtime)) oldestOf.set(queue, oldest([since, oldestOf.get(queue) ?? since]));
  return [...oldestOf].map(([queue, since]) => ({ trouble: 'job_hangs', about: queue, since, figure: minutes(facts.now, since) }));
}

function minutes(now: Date, since: Date): number {
  return Math.round((now.getTime() - since.getTime()) / 60_000);
}

function newest(dates: readonly Date[]): Date {
  return new Date(Math.max(...dates.map((date) => date.getTime())));
}

function oldest(dates: readonly Date[]): Date {
  return new Date(Math.min(...dates.map((date) => date.getTime())));
}
