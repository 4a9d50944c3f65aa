import { factId, type CrawlId, type SourceId, type TargetId } from '../model/ids.ts';
import type { CrawlRequest, CrawlTally } from '../model/crawl.ts';
import { addBatches } from './batches.ts';
import { emptyTally, sumTallies } from './tally.ts';
import type { BatchDocument, CrawlDocument, Stage } from './documents.ts';
import type { Store } from './store.ts';

/** A run that is about to begin. */
export interface PlannedCrawl {
  readonly targetId: TargetId;
  readonly sourceId: SourceId;
  readonly plannedAt: Date;
  /** A second look at listings of this crawl: not one of the target's own runs. */
  readonly lookOf?: CrawlId;
}

/** The id of the crawl of a target planned for a time. */
export function crawlId(targetId: TargetId, plannedAt: Date): CrawlId {
  return factId('crawl', targetId, plannedAt.toISOString());
}

export interface OpenedCrawl {
  readonly crawl: CrawlDocument;
  readonly batch: BatchDocument;
  /** False when it was there already. */
  readonly opened: boolean;
}

/**
 * Opens a crawl with its first batch (no. 1). The batch is written first: a crawl that can be seen has one. Doing it again
 * changes nothing.
 */
export async function openCrawl(store: Store, planned: PlannedCrawl, requests: readonly CrawlRequest[], now: Date): Promise<OpenedCrawl> {
  const id = planned.lookOf ? factId('crawl', planned.targetId, 'look', planned.lookOf) : crawlId(planned.targetId, planned.plannedAt);
  const crawl: CrawlDocument = { _id: id, ...planned, startedAt: now, stage: 'crawl', stageSince: now, open: true, tally: emptyTally() };
  const [batch] = await addBatches(store, crawl, [{ no: 1, requests }], now, planned.lookOf ? planned.plannedAt : now);
  if (!batch) throw new Error(`crawl ${crawl._id} lost its first batch`);
  const opened = await store.crawls.insert(crawl);
  return { crawl: opened ? crawl : await store.crawls.get(crawl._id) ?? crawl, batch, opened };
}

/** Writes a crawl that was made elsewhere and is done: no stage looks at it. False when it is there already. */
export async function insertDone(store: Store, crawl: CrawlDocument): Promise<boolean> {
  return store.crawls.insert(crawl);
}

/** One crawl. */
export async function crawl(store: Store, id: CrawlId): Promise<CrawlDocument | undefined> {
  return store.crawls.get(id);
}

/** The crawls of these ids that exist, in any order. */
export async function crawlsByIds(store: Store, ids: readonly CrawlId[]): Promise<CrawlDocument[]> {
  return store.crawls.getAll(ids);
}

/** What a finished crawl is worth, as it is kept with it. */
export type Judged = Required<Pick<CrawlDocument, 'verdict'>> & Pick<CrawlDocument, 'fault' | 'accepted' | 'short'>;

/**
 * Ends the crawling of a crawl when none of its batches is open: sums the tallies, asks for the verdict and moves it on to `diff`.
 * Exactly one caller gets the finished crawl; everybody else, and everybody too early, gets undefined.
 */
export async function finishCrawlIfComplete(store: Store, id: CrawlId, judge: (tally: CrawlTally, crawl: CrawlDocument) => Judged | Promise<Judged>, now: Date): Promise<CrawlDocument | undefined> {
  const open = await store.crawls.findOne({ _id: id });
  if (open?.stage !== 'crawl' || await store.batches.count({ crawlId: id, state: 'open' }, 1) > 0) return undefined;
  const batches = await store.batches.find({ crawlId: id }, { sort: { no: 1 }, without: ['requests', 'done'] });
  const tally = sumTallies(batches.map((batch) => batch.tally));
  const { verdict, fault, accepted, short } = await judge(tally, open);
  const judged = { verdict, ...(fault ? { fault } : {}), ...(accepted ? { accepted } : {}), ...(short ? { short } : {}) };
  return store.crawls.updateAndGet(id, { stage: 'crawl' }, { $set: { tally, ...judged, finishedAt: now, stage: 'diff', stageSince: now, recordedAt: now } });
}

/** Moves a crawl from one stage to the next. False when it is no longer at `from`: somebody has moved it. */
export async function moveStage(store: Store, id: CrawlId, from: Stage, to: Stage, now: Date, facts: { readonly changes?: number } = {}): Promise<boolean> {
  const done = to === 'done' ? { $unset: { open: true as const } } : {};
  return store.crawls.update({ _id: id, stage: from }, { $set: { ...facts, stage: to, stageSince: now, recordedAt: now }, ...done });
}

/** What the sweep has to put back. */
export interface Overdue {
  /** At one stage for longer than they should. Those at `crawl` may only be slow: ask finishCrawlIfComplete. */
  readonly crawls: readonly CrawlDocument[];
  /** Open, neither put off nor worked on since. Without what is to be done in them: many are looked at, and often. */
  readonly batches: readonly Omit<BatchDocument, 'requests' | 'done' | 'tally'>[];
}

/** Work that stood still since `olderThan`: its job was lost or its worker died. The oldest first, at most `limit` of each. */
export async function overdue(store: Store, olderThan: Date, limit: number): Promise<Overdue> {
  const [crawls, batches] = await Promise.all([
    store.crawls.find({ open: true, stageSince: { $lt: olderThan } }, { sort: { stageSince: 1 }, limit }),
    store.batches.find({ state: 'open', notBefore: { $lt: olderThan } }, { sort: { notBefore: 1 }, limit, without: ['requests', 'done', 'tally'] }),
  ]);
  return { crawls, batches: batches.filter((batch) => batch.updatedAt < olderThan) };
}

/** Notes that an overdue crawl was put back, so that it is not put back again at once. False when it moved on meanwhile. */
export async function touchStage(store: Store, crawl: Pick<CrawlDocument, '_id' | 'stage' | 'stageSince'>, now: Date): Promise<boolean> {
  return store.crawls.update({ _id: crawl._id, stage: crawl.stage, stageSince: crawl.stageSince }, { $set: { stageSince: now } });
}

/** The newest crawls, of one target or of all. */
export async function latestCrawls(store: Store, options: { readonly targetId?: TargetId; readonly limit: number }): Promise<CrawlDocument[]> {
  const filter = options.targetId === undefined ? {} : { targetId: options.targetId };
  return store.crawls.find(filter, { sort: { plannedAt: -1 }, limit: options.limit });
}

/** The newest crawls that were finished in `since` to `until`, whatever they brought; the oldest of them first. */
export async function finishedCrawls(store: Store, since: Date, until: Date, limit: number): Promise<CrawlDocument[]> {
  return (await store.crawls.find({ finishedAt: { $gte: since, $lte: until } }, { sort: { finishedAt: -1 }, limit })).toReversed();
}
