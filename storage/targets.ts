import type { CrawlId, SourceId, TargetId } from '../model/ids.ts';
import type { Verdict } from '../model/crawl.ts';
import type { TargetDocument } from './documents.ts';
import type { Store } from './store.ts';

/** A target as the configuration has it. */
export interface PlannedTarget {
  readonly id: TargetId;
  readonly sourceId: SourceId;
  readonly scheduleHash: string;
  readonly firstDueAt: Date;
}

/**
 * Makes the collection agree with the configuration: new targets come in, those with another schedule are planned anew,
 * those that are no longer there are disabled (their history stays). Says how many of each.
 */
export async function syncTargets(store: Store, targets: Iterable<PlannedTarget>, now: Date): Promise<{ added: number; planned: number; disabled: number }> {
  const wanted = new Map([...targets].map((target) => [target.id, target]));
  const stored = new Map((await store.targets.find({})).map((target) => [target._id, target]));
  const fresh = [...wanted.values()].filter((target) => !stored.has(target.id));
  await store.targets.insertAll(fresh.map((target) => ({ _id: target.id, sourceId: target.sourceId, nextDueAt: target.firstDueAt, scheduleHash: target.scheduleHash, enabled: true })));
  const moved = [...wanted.values()].filter((target) => differs(stored.get(target.id), target));
  await store.targets.bulk(moved.map((target) => ({
    updateOne: { filter: { _id: target.id }, update: { $set: { ...dueOf(stored.get(target.id), target, now), sourceId: target.sourceId, scheduleHash: target.scheduleHash, enabled: true } } },
  })));
  const gone = [...stored.values()].filter((target) => target.enabled && !wanted.has(target._id));
  await store.targets.bulk(gone.map((target) => ({ updateOne: { filter: { _id: target._id }, update: { $set: { enabled: false } } } })));
  return { added: fresh.length, planned: moved.length, disabled: gone.length };
}

function differs(stored: TargetDocument | undefined, target: PlannedTarget): boolean {
  return stored !== undefined && (stored.scheduleHash !== target.scheduleHash || stored.sourceId !== target.sourceId || !stored.enabled);
}

/** A target that comes back on its old schedule keeps its time unless that has passed: no run of long ago is made up for. */
function dueOf(stored: TargetDocument | undefined, target: PlannedTarget, now: Date): { nextDueAt: Date } {
  const keeps = stored?.scheduleHash === target.scheduleHash && stored.nextDueAt > now;
  return { nextDueAt: keeps ? stored.nextDueAt : target.firstDueAt };
}

/** Enabled targets whose time has come, the longest waiting first. */
export async function dueTargets(store: Store, now: Date, limit: number): Promise<TargetDocument[]> {
  return store.targets.find({ enabled: true, nextDueAt: { $lte: now } }, { sort: { nextDueAt: 1 }, limit });
}

/**
 * Moves the time of the next run, unless somebody else has. True when this caller moved it. Open the crawl of
 * `expectedDueAt` before: its id comes from that time, so that two who open it open one, and a crash in between loses none.
 */
export async function claimDue(store: Store, id: TargetId, expectedDueAt: Date, nextDueAt: Date): Promise<boolean> {
  return store.targets.update({ _id: id, nextDueAt: expectedDueAt }, { $set: { nextDueAt } });
}

/** What a finished crawl leaves at its target. `null` clears, a missing key leaves as it is. */
export interface TargetFinish {
  readonly crawlId: CrawlId;
  readonly finishedAt: Date;
  readonly verdict: Verdict;
  readonly lastGoodListings?: number;
  readonly lastGoodCoverage?: NonNullable<TargetDocument['lastGoodCoverage']>;
  readonly learned?: NonNullable<TargetDocument['learned']>;
  readonly lastRead?: NonNullable<TargetDocument['lastRead']>;
  readonly otherWay?: number;
  readonly usual?: NonNullable<TargetDocument['usual']>;
  readonly gaps?: NonNullable<TargetDocument['gaps']>;
  readonly looks?: NonNullable<TargetDocument['looks']>;
  readonly moves?: NonNullable<TargetDocument['moves']>;
  readonly brokenSince?: Date | null;
  readonly blockedSince?: Date | null;
}

/** Notes the outcome of a crawl. An older crawl that ends late changes nothing (false). */
export async function finishTarget(store: Store, id: TargetId, finish: TargetFinish): Promise<boolean> {
  const { crawlId, finishedAt, verdict, ...state } = finish;
  return store.targets.update({ _id: id, lastFinishedAt: { $not: { $gt: finishedAt } } }, { $set: { ...state, lastCrawlId: crawlId, lastFinishedAt: finishedAt, lastVerdict: verdict } });
}

/** Notes what a second look taught. */
export async function noteLooks(store: Store, id: TargetId, taught: Pick<TargetFinish, 'looks' | 'moves'>): Promise<void> {
  if (Object.keys(taught).length > 0) await store.targets.update({ _id: id }, { $set: taught });
}

/** The state of one target. */
export async function target(store: Store, id: TargetId): Promise<TargetDocument | undefined> {
  return store.targets.get(id);
}

/** All targets, also disabled ones. */
export async function allTargets(store: Store): Promise<TargetDocument[]> {
  return store.targets.find({}, { sort: { _id: 1 } });
}
