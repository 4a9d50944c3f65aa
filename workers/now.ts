import { setTimeout as pause } from 'node:timers/promises';
import type { CrawlId, TargetId } from '../model/ids.ts';
import { crawl as getCrawl } from '../storage/crawls.ts';
import { channelStates } from '../storage/channel-states.ts';
import type { CrawlDocument } from '../storage/documents.ts';
import { anyDue } from '../storage/outbox.ts';
import type { Context } from './context.ts';
import { isOff } from './notify/failure.ts';
import { openAndEnqueue } from './plan.ts';

/** How often to look: often at first, because small crawls are done in no time. */
const FIRST_LOOK_MS = 50;
const LAST_LOOK_MS = 100;

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
    if (done.length === crawls.length && !await anyOnItsWay(context)) return done;
    await pause(wait, undefined, { signal });
  }
}

/** True when a delivery can be sent soon: not one that is held for a digest to come, nor one of a channel that is switched off and for which none stands in. */
async function anyOnItsWay({ store, clock, config }: Context): Promise<boolean> {
  const now = clock();
  // A delivery that is being sent holds a lease: looked at from beyond it, it is due.
  const beyond = new Date(now.getTime() + 3_600_000);
  const channels = [...config().channels.values()];
  const states = await channelStates(store);
  const off = new Map(channels.flatMap((channel) => states.flatMap((state) => (state._id === channel.id && isOff(state, channel) ? [[channel.id, state.off] as const] : []))));
  // The others are about to hear of it.
  if ([...off.values()].some((one) => one?.told !== true) && channels.length > 1) return true;
  const told = channels.filter(({ id, receiver: { fallback } }) => !off.has(id) || (fallback !== undefined && !off.has(fallback))).map(({ id }) => id);
  return await anyDue(store, told, beyond, ['pending', 'sending']) || await anyDue(store, told, now, ['held']);
}
