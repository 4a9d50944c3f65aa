import { setTimeout as pause } from 'node:timers/promises';
import type { CrawlId, TargetId } from '../model/ids.ts';
import { crawl as getCrawl } from '../storage/crawls.ts';
import { dueDeliveries } from '../storage/deliveries.ts';
import type { CrawlDocument } from '../storage/documents.ts';
import type { Context } from './context.ts';
import { openAndEnqueue } from './plan.ts';

/** How often to look: often at first, because small crawls are done in no time. */
const FIRST_LOOK_MS = 50;
const LAST_LOOK_MS = 500;

/**
 * Crawls targets now, beside their schedule, and waits until everything that follows is done: changes, alerts, advice and the
 * deliveries that can be sent now. Needs workers of all queues somewhere. Throws the signal's reason when it is aborted first.
 */
export async function crawlNow(context: Context, targetIds: readonly TargetId[], signal: AbortSignal): Promise<CrawlDocument[]> {
  const plannedAt = context.clock();
  const crawls: CrawlId[] = [];
  for (const id of targetIds) {
    const target = context.config().targets.get(id);
    if (!target) throw new Error(`there is no target "${id}" in the configuration`);
    crawls.push(await openAndEnqueue(context, target, plannedAt));
  }
  return settled(context, crawls, signal);
}

/** Waits until the crawls are done and no delivery is due or on its way. */
export async function settled(context: Context, crawls: readonly CrawlId[], signal: AbortSignal): Promise<CrawlDocument[]> {
  for (let wait = FIRST_LOOK_MS; ; wait = Math.min(wait * 1.2, LAST_LOOK_MS)) {
    const found = await Promise.all(crawls.map((id) => getCrawl(context.store, id)));
    const done = found.flatMap((crawl) => (crawl?.stage === 'done' ? [crawl] : []));
    // A delivery that is being sent holds a lease: looked at from beyond it, it is due.
    const beyond = new Date(context.clock().getTime() + 3_600_000);
    if (done.length === crawls.length && (await dueDeliveries(context.store, beyond, 1)).length === 0) return done;
    await pause(wait, undefined, { signal });
  }
}
