import type { Target } from '../config/types.ts';
import { scheduleHash } from '../config/schedule.ts';
import { firstRequest } from '../crawlers/requests.ts';
import type { CrawlId } from '../model/ids.ts';
import { openCrawl } from '../storage/crawls.ts';
import { syncTargets } from '../storage/targets.ts';
import type { Context } from './context.ts';

/** Brings the running state of all targets in line with the configuration: new and newly scheduled ones are due at once, vanished ones rest. */
export async function planTargets(context: Context): Promise<void> {
  const now = context.clock();
  const targets = [...context.config().targets.values()].map((target) => ({
    id: target.id, sourceId: target.sourceId, scheduleHash: scheduleHash(target.schedule), firstDueAt: now,
  }));
  const { added, planned, disabled } = await syncTargets(context.store, targets, now);
  context.log.info({ targets: targets.length, added, planned, disabled }, 'targets planned');
}

/**
 * Opens the crawl of a target planned for a moment and enqueues its first batch. The same target and moment are the same
 * crawl, however often this is called.
 */
export async function openAndEnqueue(context: Context, target: Target, plannedAt: Date): Promise<CrawlId> {
  const planned = { targetId: target.id, sourceId: target.sourceId, plannedAt };
  const { crawl, batch } = await openCrawl(context.store, planned, [firstRequest(target)], context.clock());
  await context.enqueue('crawl', batch._id, { crawlId: crawl._id, batchId: batch._id });
  return crawl._id;
}
