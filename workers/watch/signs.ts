import type { Trouble } from '../../model/change.ts';
import type { CrawlDocument, PulseDocument } from '../../storage/documents.ts';

/*
 * What the records say about the program itself. Pure: everything comes in as an argument, also the time.
 */

/** Without a sign of life for so long a process counts as dead. It gives one every fifteen seconds. */
export const DEAD_AFTER_MS = 120_000;
/** Crawls of a source in a row that learned nothing. */
const CRAWLS_IN_A_ROW = 3;
/** Without a tick for so long, or with a target that is due for so long, the schedule counts as stopped. */
const TICKLESS_MS = 300_000;
const OVERDUE_MS = 1_800_000;
/** Fewer waiting jobs than this are no trouble. */
const MANY_JOBS = 500;
/** A rise must show at every look. */
const LOOKS = 4;

/** Something that is wrong now. */
export interface Sign {
  readonly trouble: Trouble;
  readonly about: string;
  /** When it began, as far as the records tell. */
  readonly since: Date;
  readonly figure: number;
  readonly example?: string;
}

export interface Facts {
  readonly now: Date;
  readonly pulses: readonly PulseDocument[];
  /** Finished crawls, the newest first. */
  readonly crawls: readonly Pick<CrawlDocument, 'sourceId' | 'targetId' | 'verdict' | 'startedAt' | 'tally'>[];
  /** When the longest waiting target was due; absent when none is. */
  readonly dueSince?: Date;
}

/** Everything that is wrong. */
export function signsOf(facts: Facts): readonly Sign[] {
  return [...deadProcesses(facts), ...stoppedSchedule(facts), ...failingSources(facts), ...growingQueues(facts), ...hangingJobs(facts)];
}

/** Processes that live. */
export function living({ now, pulses }: Pick<Facts, 'now' | 'pulses'>): readonly PulseDocument[] {
  return pulses.filter(({ beatAt }) => now.getTime() - beatAt.getTime() < DEAD_AFTER_MS);
}

/** Processes that died and whose place nobody took: a supervisor starts a new one on the same host. */
export function isReplaced(dead: PulseDocument, pulses: readonly PulseDocument[]): boolean {
  return pulses.some((other) => other._id !== dead._id && other.host === dead.host && other.startedAt > dead.beatAt);
}

function deadProcesses(facts: Facts): readonly Sign[] {
  const alive = living(facts);
  // When none lives, nobody is here to say it from inside: that is another trouble.
  if (alive.length === 0) return [];
  return facts.pulses.filter((pulse) => !alive.includes(pulse) && !isReplaced(pulse, facts.pulses)).map((dead): Sign => ({
    trouble: 'process_gone', about: dead._id, since: dead.beatAt, figure: minutes(facts.now, dead.beatAt),
  }));
}

function stoppedSchedule(facts: Facts): readonly Sign[] {
  const { now, dueSince } = facts;
  const ticking = living(facts).filter((pulse) => pulse.lastTickAt !== undefined);
  if (ticking.length === 0 || dueSince === undefined) return [];
  const lastTick = newest(ticking.flatMap(({ lastTickAt }) => lastTickAt ?? []));
  const began = newest([dueSince, oldest(ticking.map(({ startedAt }) => startedAt))]);
  const tickless = now.getTime() - lastTick.getTime() > TICKLESS_MS && now.getTime() - dueSince.getTime() > TICKLESS_MS;
  const overdue = now.getTime() - began.getTime() > OVERDUE_MS;
  const since = tickless ? lastTick : began;
  return tickless || overdue ? [{ trouble: 'schedule_stopped', about: 'schedule', since, figure: minutes(now, since) }] : [];
}

function failingSources({ crawls }: Facts): readonly Sign[] {
  const bySource = new Map<string, Facts['crawls'][number][]>();
  for (const crawl of crawls) {
    const known = bySource.get(crawl.sourceId);
    if (known) known.push(crawl);
    else bySource.set(crawl.sourceId, [crawl]);
  }
  return [...bySource].flatMap(([source, all]) => {
    const good = all.findIndex(({ verdict }) => verdict === 'good' || verdict === 'partial');
    const failed = good < 0 ? all : all.slice(0, good);
    const first = failed.at(-1);
    if (failed.length < CRAWLS_IN_A_ROW || !first) return [];
    const example = outcomesOf(failed);
    return [{ trouble: 'crawls_fail' as const, about: source, since: first.startedAt, figure: failed.length, ...(example === '' ? {} : { example }) }];
  });
}

/** What most pages came to: `challenge 12, timeout 3`. */
function outcomesOf(crawls: Facts['crawls']): string {
  const counts = new Map<string, number>();
  for (const { tally } of crawls) for (const [outcome, count] of Object.entries(tally.outcomes)) counts.set(outcome, (counts.get(outcome) ?? 0) + count);
  return [...counts].toSorted((a, b) => b[1] - a[1]).slice(0, 3).map(([outcome, count]) => `${outcome} ${count}`).join(', ');
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
