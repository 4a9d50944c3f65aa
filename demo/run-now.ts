import { setTimeout as pause } from 'node:timers/promises';
import { brand, type CrawlId, type TargetId } from '../model/ids.ts';
import type { Context } from '../workers/context.ts';
import { openAndEnqueue } from '../workers/plan.ts';

/** Longest a round of crawls and everything after it may take. */
const DEADLINE_MS = 90_000;
/** How often the record is looked at. */
const LOOK_MS = 25;

/** Crawls the targets now and waits until all that follows is done: changes, alerts, deliveries, advice. Rejects when it takes too long, and says what is unfinished. */
export async function runNow(context: Context, targets: readonly string[], signal: AbortSignal): Promise<void> {
  const config = context.config();
  const crawls: CrawlId[] = [];
  for (const name of targets) {
    const target = config.targets.get(brand<TargetId>(name));
    if (!target) throw new Error(`the configuration has no target "${name}"`);
    crawls.push(await openAndEnqueue(context, target, context.clock()));
  }
  await until(context, signal, async () => {
    const found = await context.store.crawls.getAll(crawls);
    return found.filter((crawl) => crawl.stage !== 'done').map((crawl) => `${crawl.targetId} is at ${crawl.stage}`);
  });
}

/** Waits until every target of the configuration was crawled once, as the schedule starts them by itself. */
export async function firstRun(context: Context, signal: AbortSignal): Promise<void> {
  await until(context, signal, async () => {
    const done = new Set((await context.store.crawls.find({ stage: 'done' })).map((crawl) => crawl.targetId));
    return [...context.config().targets.keys()].filter((target) => !done.has(target)).map((target) => `${target} is not done`);
  });
}

/** Waits until nothing is unfinished and no delivery is open. */
async function until(context: Context, signal: AbortSignal, unfinished: () => Promise<readonly string[]>): Promise<void> {
  const end = Date.now() + DEADLINE_MS;
  for (;;) {
    signal.throwIfAborted();
    const crawls = await unfinished();
    const deliveries = crawls.length > 0 ? [] : await context.store.deliveries.find({ state: { $in: ['pending', 'sending'] } });
    if (crawls.length === 0 && deliveries.length === 0) return;
    if (Date.now() > end) throw new Error(`not finished after ${DEADLINE_MS / 1_000} s: ${[...crawls, ...deliveries.map((delivery) => `${delivery._id} to ${delivery.channelId} is ${delivery.state}`)].slice(0, 5).join(', ')}`);
    await pause(LOOK_MS, undefined, { signal });
  }
}
