import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { brand, type CrawlId, type TargetId } from '../model/ids.ts';
import { crawlId } from '../storage/crawls.ts';
import { StorageError } from '../storage/errors.ts';
import type { Round } from './scenes.ts';
import type { Stage } from './stage.ts';

/** The crawls that a round waits for: those the schedule starts by itself when the workers are new (one of each target), or these. */
export type Wanted = 'first_of_each_target' | readonly CrawlId[];

/** Makes the round's targets due at `now`; the schedule starts them. Returns the crawls that this makes. Doing it again makes no others. */
export async function begin({ store }: Stage, { targets }: Round, now: Date): Promise<Wanted> {
  const crawls = new Map(targets.map((name) => [brand<TargetId>(name), crawlId(brand<TargetId>(name), now)]));
  const there = new Set((await store.crawls.getAll([...crawls.values()])).map((crawl) => crawl.targetId));
  for (const id of crawls.keys()) if (!there.has(id)) await store.targets.update({ _id: id }, { $set: { nextDueAt: now } });
  return [...crawls.values()];
}

/** When nothing on record has moved for so long, what is left waits for a time that has not come: leases of what was killed, retries. */
const STANDSTILL_MS = 2_500;
/** What passes then: longer than the lease of a delivery and than work counts as lost. */
const PASS_MS = 200_000;
const LOOK_MS = 100;
const AWAY = 'away';
const DEADLINE_MS = 150_000;

interface Settling {
  readonly stage: Stage;
  readonly wanted: Wanted;
  /** Asks for the crawls again: a MongoDB that was killed may have forgotten it. */
  readonly ask: () => Promise<unknown>;
  readonly redisUrl: string;
  /** Lets so many milliseconds pass on the clock of the workers. */
  readonly pass: (milliseconds: number) => void;
  readonly signal: AbortSignal;
}

/** Waits until the crawls are done and all that follows from them was told. Rejects, saying what is left, when that takes too long. */
export async function settle({ stage, wanted, ask, redisUrl, pass, signal }: Settling): Promise<void> {
  const deadline = performance.now() + DEADLINE_MS;
  let moved = { what: '', at: performance.now() };
  for (;;) {
    const left = await leftOver(stage, wanted);
    if (left.open.length === 0) return;
    const now = performance.now();
    if (left.state !== moved.what) moved = { what: left.state, at: now };
    if (now > deadline) throw new Error(`not at rest after ${DEADLINE_MS / 1_000} s: ${left.open.slice(0, 5).join(', ')}`);
    if (left.state !== AWAY && now - moved.at > STANDSTILL_MS) {
      await ask();
      await forgetHolders(redisUrl, stage.prefix);
      pass(PASS_MS);
      moved = { ...moved, at: now };
    }
    await pause(LOOK_MS, undefined, { signal });
  }
}

interface Left {
  /** What is not done, in words. */
  readonly open: readonly string[];
  /** The whole state as a text: the same as long as nothing moves. */
  readonly state: string;
}

async function leftOver({ store }: Stage, wanted: Wanted): Promise<Left> {
  try {
    const [missing, open, batches, deliveries, episodes] = await Promise.all([
      missingOf(store, wanted), store.crawls.find({ open: true }), store.batches.find({ state: 'open' }, { without: ['requests'] }),
      store.deliveries.find({ state: { $in: ['pending', 'sending'] } }), store.episodes.find({ outbox: { $exists: true } }),
    ]);
    return {
      open: [
        ...(missing > 0 ? [`${missing} crawls were not started`] : []), ...open.map((crawl) => `${crawl.targetId} is at ${crawl.stage}`),
        ...deliveries.map((one) => `a delivery to ${one.channelId} is ${one.state}`), ...episodes.map((one) => `an alert of ${one.ruleId} is not written`),
      ],
      state: JSON.stringify([missing, open.map(({ _id, stage }) => [_id, stage]), batches.map(({ _id, rev, tries }) => [_id, rev, tries]), deliveries.map(({ _id, state, attempts }) => [_id, state, attempts.length]), episodes.length]),
    };
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    return { open: ['MongoDB is away'], state: AWAY };
  }
}

/** How many of the crawls are not there yet. */
async function missingOf(store: Stage['store'], wanted: Wanted): Promise<number> {
  if (wanted !== 'first_of_each_target') return wanted.length - (await store.crawls.getAll(wanted)).length;
  const crawled = new Set((await store.crawls.find({})).map((crawl) => crawl.targetId));
  return (await store.targets.find({})).filter(({ _id }) => !crawled.has(_id)).length;
}

/** Pages and host slots that a killed process held are free again after a minute by the clock of Redis, which is not ahead. */
async function forgetHolders(url: string, prefix: string): Promise<void> {
  const redis = new Redis(url, { maxRetriesPerRequest: 3 });
  redis.on('error', () => undefined);
  try {
    const keys = (await Promise.all([redis.keys(`${prefix}:page:*`), redis.keys(`${prefix}:host:*:leases`)])).flat();
    if (keys.length > 0) await redis.del(keys);
  } finally {
    redis.disconnect();
  }
}
