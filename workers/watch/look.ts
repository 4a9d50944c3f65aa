import { endPulse, pulses } from '../../storage/pulses.ts';
import { latestCrawls } from '../../storage/crawls.ts';
import type { CrawlDocument, TargetDocument } from '../../storage/documents.ts';
import { once } from '../../storage/leases.ts';
import type { Store } from '../../storage/store.ts';
import { allTargets, dueTargets } from '../../storage/targets.ts';
import { grouped } from '../../storage/parts.ts';
import type { Context } from '../context.ts';
import { TROUBLES, type Trouble } from '../../model/change.ts';
import { DEAD_AFTER_MS, isReplaced, living, mayJudgeDeaths, signsOf } from './signs.ts';
import type { Facts, Sign } from './facts.ts';
import { endTrouble } from '../../storage/troubles.ts';
import { keyOf, tellTroubles } from './tell-trouble.ts';
import { waitingWork } from './waiting.ts';

/** One process looks at all of them, once in this time: whichever comes first. */
const EVERY_MS = 60_000;
/** A process that died so long ago was taken out of service. */
const FORGOTTEN_AFTER_MS = 7 * 86_400_000;
/** Crawls of a target, and targets of a source, that are looked at. */
const MOST_CRAWLS = 20;
const MOST_TARGETS = 50;

/**
 * Looks, when it is its turn, whether something is wrong, and tells what is. A process that slept (its machine was suspended, or the clock was set on) says
 * nothing before the others had the time to give a sign of life.
 */
export function watcherOf(context: Context): (signal: AbortSignal) => Promise<void> {
  let lastAt = context.clock().getTime();
  let quietUntil = 0;
  return async (signal) => {
    const now = context.clock().getTime();
    if (now - lastAt > DEAD_AFTER_MS) quietUntil = now + DEAD_AFTER_MS;
    lastAt = now;
    const turn = Math.floor(now / EVERY_MS);
    if (now >= quietUntil && await once(context.store, `watch-${turn}`, new Date((turn + 1) * EVERY_MS))) await tellAll(context, await factsOf(context), signal);
  };
}

/** What the records say now. Processes that died and were replaced, or died a week ago, are forgotten. */
export async function factsOf({ store, clock, config }: Pick<Context, 'store' | 'clock' | 'config'>): Promise<Facts> {
  const now = clock();
  const [all, crawls, [due], waiting] = await Promise.all([pulses(store), failedCrawls(store, new Set(config().sources.keys())), dueTargets(store, now, 1), waitingWork(store, now)]);
  const alive = living({ now, pulses: all });
  const replaced = all.filter((pulse) => !alive.includes(pulse) && isReplaced(pulse, all));
  const forgotten = all.filter(({ beatAt }) => now.getTime() - beatAt.getTime() > FORGOTTEN_AFTER_MS);
  for (const { _id } of [...replaced, ...forgotten]) await endPulse(store, _id);
  // Nobody is told that it is back.
  for (const { _id } of forgotten) await endTrouble(store, keyOf({ trouble: 'process_gone', about: _id }));
  return { now, pulses: all.filter((pulse) => !replaced.includes(pulse) && !forgotten.includes(pulse)), crawls, waiting, ...(due ? { dueSince: due.nextDueAt } : {}) };
}

/** The newest crawls, the newest first, of sources of which a target's last one learned nothing. */
async function failedCrawls(store: Store, sources: ReadonlySet<string>): Promise<readonly CrawlDocument[]> {
  const targets = (await allTargets(store)).filter(({ enabled, sourceId, lastFinishedAt }) => enabled && lastFinishedAt !== undefined && sources.has(sourceId));
  const failing = grouped(targets, ({ sourceId }) => sourceId).filter((all) => all.some(failed)).map((all) => all.toSorted((a, b) => Number(failed(b)) - Number(failed(a)) || newestFirst(a, b)));
  const found: CrawlDocument[] = [];
  for (const { _id } of failing.flatMap((all) => all.slice(0, MOST_TARGETS))) found.push(...await latestCrawls(store, { targetId: _id, limit: MOST_CRAWLS }));
  return found.filter(({ finishedAt }) => finishedAt !== undefined).toSorted((a, b) => (b.finishedAt?.getTime() ?? 0) - (a.finishedAt?.getTime() ?? 0));
}

function failed({ lastVerdict }: TargetDocument): boolean {
  return lastVerdict === 'blocked' || lastVerdict === 'broken';
}

function newestFirst(a: TargetDocument, b: TargetDocument): number {
  return (b.lastFinishedAt?.getTime() ?? 0) - (a.lastFinishedAt?.getTime() ?? 0);
}

const ALL_BUT_DEATHS: ReadonlySet<Trouble> = new Set(TROUBLES.filter((trouble) => trouble !== 'process_gone'));

async function tellAll(context: Context, facts: Facts, signal: AbortSignal): Promise<readonly Sign[]> {
  const signs = signsOf(facts);
  await tellTroubles(context, facts, signs, signal, mayJudgeDeaths(facts) ? undefined : ALL_BUT_DEATHS);
  return signs;
}

/** What can be judged while no process lives. */
const WITHOUT_PROCESSES: ReadonlySet<Trouble> = new Set(['nothing_runs', 'crawls_fail']);

/** Looks as somebody who is no worker, also whether any process lives at all; tells what is wrong and returns it. */
export async function lookFromOutside(context: Context, signal: AbortSignal): Promise<readonly Sign[]> {
  const facts = await factsOf(context);
  if (living(facts).length > 0) {
    return tellAll(context, facts, signal);
  }
  const last = Math.max(0, ...facts.pulses.map(({ beatAt }) => beatAt.getTime()));
  const signs: readonly Sign[] = [{ trouble: 'nothing_runs', about: 'rivalwatch', since: last === 0 ? facts.now : new Date(last), figure: 0 }, ...signsOf(facts)];
  await tellTroubles(context, facts, signs, signal, WITHOUT_PROCESSES);
  return signs;
}
