import { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { Config } from '../config/types.ts';
import type { Progress } from '../crawlers/batch-run.ts';
import type { Resolve } from '../crawlers/fetch/guard/resolve.ts';
import { createFetcher } from '../crawlers/fetch/index.ts';
import { createReaders } from '../crawlers/readers.ts';
import type { Store } from '../storage/store.ts';
import type { Context } from './context.ts';
import { createMetrics } from './metrics.ts';
import { enqueueInto, openQueues, QUEUE_NAMES, type Queues } from './queues.ts';
import { quietly } from './quiet.ts';
import type { Step } from './stop-in-order.ts';

export interface SharedOptions {
  readonly config: () => Config;
  readonly store: Store;
  readonly redisUrl: string;
  readonly log: Logger;
  /** Path and arguments of a Chromium, asked for when the first page needs one. */
  readonly chromium: () => Promise<{ readonly path: string; readonly args: readonly string[] }>;
  /** How host names become addresses; the system's way when absent. */
  readonly resolve?: Resolve;
  readonly clock?: () => Date;
  /** How long after a suspicious price its page is fetched again. Milliseconds; two minutes when absent. */
  readonly secondLookAfter?: number;
  readonly onProgress?: (progress: Progress) => void;
}

/** What the workers of one process share. */
export interface Shared {
  readonly context: Context;
  readonly queues: Queues;
  /** The connection that workers wait on for jobs. */
  readonly working: Redis;
  /** Of all keys in Redis. */
  readonly prefix: string;
  /** What closes it all again, when no worker works any more. */
  readonly closing: readonly Step[];
}

/**
 * How a program that stays up speaks to Redis: tried again for ever. A server that hangs, or a line that swallows what is sent, shows as silence alone: the
 * connection is given up then and made anew. Longer than a worker waits for a job (ten seconds at most). Milliseconds.
 */
const FOR_EVER = { maxRetriesPerRequest: null, socketTimeout: 30_000 } as const;

/** Opens the connections to Redis, the queues, the fetcher and the threads that read pages. A Redis that is away is tried again for ever, and said. */
export function openShared({ config, store, redisUrl, log, chromium, resolve, clock = () => new Date(), secondLookAfter, onProgress }: SharedOptions): Shared {
  const { contact, storage: { prefix } } = config();
  const producing = new Redis(redisUrl, FOR_EVER);
  const working = new Redis(redisUrl, FOR_EVER);
  // The budget is asked twice for every page: what is asked in one turn of the loop goes out in one write.
  const fetching = new Redis(redisUrl, { ...FOR_EVER, enableAutoPipelining: true });
  const redisAway = quietly((error, repeated) => log.warn({ err: error, ...repeated }, 'Redis is away; trying again'));
  for (const redis of [producing, working, fetching]) redis.on('error', redisAway);
  const queues = openQueues(producing, prefix, quietly((error, repeated) => log.warn({ err: error, ...repeated }, 'queue error')));
  const fetcher = createFetcher({ redis: fetching, prefix, contact, log, clock, chromium, ...(resolve ? { resolve } : {}) });
  const readers = createReaders();
  return {
    queues, working, prefix,
    context: {
      config, store, enqueue: enqueueInto(queues), fetchBatch: fetcher.fetchBatch, claims: fetcher.claims, readers, log, clock, metrics: createMetrics(),
      ...(onProgress ? { onProgress } : {}), ...(secondLookAfter === undefined ? {} : { secondLookAfter }),
    },
    closing: [
      ['fetcher', () => fetcher.close()],
      ['readers', () => readers.close()],
      ['queues', () => Promise.all(QUEUE_NAMES.map((name) => queues[name].close()))],
      ['Redis', async () => { working.disconnect(); producing.disconnect(); fetching.disconnect(); }],
    ],
  };
}
