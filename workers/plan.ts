import type { Target } from '../config/types.ts';
import { nextRun, scheduleHash } from '../config/schedule.ts';
import { firstRequest } from '../crawlers/requests.ts';
import { EMPTY_TALLY } from '../crawlers/tally.ts';
import { factId, type CrawlId } from '../model/ids.ts';
import { openCrawl } from '../storage/crawls.ts';
import { syncTargets } from '../storage/targets.ts';
import type { Context } from './context.ts';

/** Brings the running state of all targets in line with the configuration: new ones are due at once, vanished ones rest. */
export async function planTargets(context: Context): Promise<void> {
  const now = context.clock();
  const targets = [...context.config().targets.values()].map((target) => ({
    id: target.id, sourceId: target.sourceId, scheduleHash: scheduleHash(target.schedule), firstDueAt: now,
    replannedDueAt: nextRun(target.schedule, now, target.id),
  }));
  await syncTargets(context.store, targets, now);
}

/**
 * Opens the crawl of a target planned for a moment and enqueues its first batch. The same target and moment are the same
 * crawl, however often this is called.
 */
export async function openAndEnqueue(context: Context, target: Target, plannedAt: Date): Promise<CrawlId> {
  const crawlId = factId('crawl', target.id, plannedAt.toISOString());
  const now = context.clock();
  const batchId = await openCrawl(context.store, {
    _id: crawlId, targetId: target.id, sourceId: target.sourceId, plannedAt, startedAt: now,
    stage: 'crawl', stageSince: now, open: true, tally: EMPTY_TALLY,
  }, [firstRequest(target)], now);
  await context.enqueue('crawl', batchId, { crawlId, batchId });
  return crawlId;
}
