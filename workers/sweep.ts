import { batchId, countOpenBatches } from '../storage/batches.ts';
import { overdue, touchStage } from '../storage/crawls.ts';
import type { CrawlDocument, Stage } from '../storage/documents.ts';
import { once } from '../storage/leases.ts';
import { applyRetention } from '../storage/retention.ts';
import { moveDue } from './alert/due.ts';
import { tidyEpisodes } from './alert/tidy.ts';
import type { Context } from './context.ts';
import { sweepOutbox } from './notify/sweep.ts';
import { pullBack } from './plan.ts';
import { adviseAgain } from './recommend.ts';

/** Work that nobody touched for this long has lost its job. Longer than any pause between two of its writes. */
const LOST_AFTER_MS = 180_000;
/** Pieces of work put back in one tick. */
const MOST = 500;
/** Between two rounds of housekeeping. */
const HOUSEKEEPING_MS = 3_600_000;

/**
 * Puts back what MongoDB marks as open and no queue may know of any more: after a crash between a write and its job, or when
 * Redis was emptied. A job that is still there keeps its id, so that putting it back again does nothing.
 */
export async function sweep(context: Context): Promise<void> {
  const now = context.clock();
  const lost = await overdue(context.store, new Date(now.getTime() - LOST_AFTER_MS), MOST);
  for (const batch of lost.batches) await context.enqueue('crawl', batch._id, { crawlId: batch.crawlId, batchId: batch._id });
  const crawls = await stoppedCrawls(context, lost.crawls);
  for (const crawl of crawls) await putBack(context, crawl, now);
  await sweepOutbox(context, now);
  if (lost.batches.length + crawls.length > 0) context.log.warn({ batches: lost.batches.length, crawls: crawls.length }, 'put lost work back');
  await moveDue(context);
  await scheduledExport(context);
  await housekeeping(context);
}

const PUT_BACK: Readonly<Record<Stage, (context: Context, crawl: CrawlDocument) => Promise<void>>> = {
  // All its batches are done: the job of the first one finds that out.
  crawl: (context, { _id }) => context.enqueue('crawl', batchId(_id, 1), { crawlId: _id, batchId: batchId(_id, 1) }),
  diff: (context, { _id }) => context.enqueue('diff', _id, { crawlId: _id }),
  alert: (context, { _id }) => context.enqueue('alert', _id, { crawlId: _id }),
  recommend: (context, { _id }) => context.enqueue('recommend', _id, { crawlId: _id }),
  done: async () => undefined,
};

/** Its job stands in the queue again; a stage that fails every time is tried again no sooner than after LOST_AFTER_MS. */
async function putBack(context: Context, crawl: CrawlDocument, now: Date): Promise<void> {
  await PUT_BACK[crawl.stage](context, crawl);
  await touchStage(context.store, crawl, now);
}

/** A crawl at stage `crawl` with open batches is only long: they are put back by themselves when they are lost. */
async function stoppedCrawls({ store }: Context, crawls: readonly CrawlDocument[]): Promise<readonly CrawlDocument[]> {
  const stopped: CrawlDocument[] = [];
  for (const crawl of crawls) {
    if (crawl.stage !== 'crawl' || await countOpenBatches(store, crawl._id) === 0) stopped.push(crawl);
  }
  return stopped;
}

/** Once in each interval, whichever process ticks first. */
async function scheduledExport(context: Context): Promise<void> {
  const exports = context.config().exports;
  const now = context.clock();
  if (exports && await firstIn(context, 'export', exports.every, now)) await context.enqueue('export', `at-${now.getTime()}`, { at: now.toISOString() });
}

async function housekeeping(context: Context): Promise<void> {
  // Asked again: a sweep takes a while, and what is noted by a clock that was set back meanwhile would stay.
  const now = context.clock();
  if (!await firstIn(context, 'housekeeping', HOUSEKEEPING_MS, now)) return;
  await pullBack(context);
  await tidyEpisodes(context);
  await adviseAgain(context);
  const removed = await applyRetention(context.store, context.config().retention, now);
  context.log.debug({ removed }, 'housekeeping');
}

function firstIn(context: Context, what: string, every: number, now: Date): Promise<boolean> {
  const window = Math.floor(now.getTime() / every);
  return once(context.store, `${what}-${window}`, new Date((window + 1) * every));
}
