import type { Target } from '../config/types.ts';
import { previewRuns, scheduleHash } from '../config/schedule.ts';
import { firstRequest } from '../crawlers/requests.ts';
import type { CrawlId } from '../model/ids.ts';
import { openCrawl } from '../storage/crawls.ts';
import { allTargets, claimDue, syncTargets } from '../storage/targets.ts';
import type { Context } from './context.ts';

/** Brings the running state of all targets in line with the configuration: new and newly scheduled ones are due at once, vanished ones rest. */
export async function planTargets(context: Context): Promise<void> {
  const now = context.clock();
  const targets = [...context.config().targets.values()].map((target) => ({
    id: target.id, sourceId: target.sourceId, scheduleHash: scheduleHash(target.schedule), firstDueAt: now,
  }));
  const { added, planned, disabled } = await syncTargets(context.store, targets, now);
  context.log.info({ targets: targets.length, added, planned, disabled }, 'targets planned');
  await pullBack(context);
}

/**
 * Pulls runs back that lie more than one run of their schedule in the future: the clock was ahead when they were planned and has
 * been set right since. Without this their targets would rest as long as the clock was wrong.
 */
export async function pullBack(context: Context): Promise<void> {
  const now = context.clock();
  for (const { _id, enabled, nextDueAt } of await allTargets(context.store)) {
    const schedule = context.config().targets.get(_id)?.schedule;
    if (!enabled || !schedule || nextDueAt <= now) continue;
    const [, second] = previewRuns(schedule, now, 2, _id);
    if (second === undefined || nextDueAt <= second) continue;
    context.log.warn({ targetId: _id, plannedFor: nextDueAt }, 'a run was planned by a clock that was ahead; it is due now');
    await claimDue(context.store, _id, nextDueAt, now);
  }
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
