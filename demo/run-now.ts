import { setTimeout as pause } from 'node:timers/promises';
import { brand, type CrawlId, type TargetId } from '../model/ids.ts';
import type { Context } from '../workers/context.ts';
import { crawlNow, settled } from '../workers/now.ts';
import { sweep } from '../workers/sweep.ts';
import { watcherOf } from '../workers/watch/look.ts';

/** Longest a round of crawls and everything after it may take. */
const DEADLINE_MS = 90_000;
/** How often the record is looked at. */
const LOOK_MS = 25;

/** Crawls the targets now and waits until all that follows is done, second looks at suspicious prices too. Rejects when it takes too long, and says what is unfinished. */
export async function runNow(context: Context, targets: readonly string[], signal: AbortSignal): Promise<void> {
  await inTime(context, signal, async (both) => {
    await crawlNow(context, targets.map((name) => brand<TargetId>(name)), both);
    const looks = await context.store.crawls.find({ open: true });
    await settled(context, looks.map((look) => look._id), both);
  });
}

/** Does what is due by the clock alone but for crawls, as the tick and the watch do it, and waits until it was told. */
export async function tickNow(context: Context, signal: AbortSignal): Promise<void> {
  await inTime(context, signal, async (both) => {
    await sweep(context);
    await watcherOf(context)(both);
    await settled(context, [], both);
  });
}

/** Waits until every target of the configuration was crawled once, as the schedule starts them by itself. */
export async function firstRun(context: Context, signal: AbortSignal): Promise<void> {
  await inTime(context, signal, async (both) => {
    for (;;) {
      const crawls = await context.store.crawls.find({});
      const started = new Map<TargetId, CrawlId>(crawls.map((crawl) => [crawl.targetId, crawl._id]));
      if ([...context.config().targets.keys()].every((target) => started.has(target))) return settled(context, [...started.values()], both);
      await pause(LOOK_MS, undefined, { signal: both });
    }
  });
}

/** Does the work; rejects when it takes too long, and says what is unfinished. */
export async function inTime(context: Context, signal: AbortSignal, work: (signal: AbortSignal) => Promise<unknown>): Promise<void> {
  const late = AbortSignal.timeout(DEADLINE_MS);
  try {
    await work(AbortSignal.any([signal, late]));
  } catch (error) {
    if (!late.aborted || signal.aborted) throw error;
    const crawls = await context.store.crawls.find({ stage: { $ne: 'done' } });
    const deliveries = await context.store.deliveries.find({ state: { $in: ['pending', 'sending'] } });
    const open = [...crawls.map((crawl) => `${crawl.targetId} is at ${crawl.stage}`), ...deliveries.map((delivery) => `a delivery to ${delivery.channelId} is ${delivery.state}`)];
    throw new Error(`not finished after ${DEADLINE_MS / 1_000} s: ${open.slice(0, 5).join(', ')}`, { cause: error });
  }
}
