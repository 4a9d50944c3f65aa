import { hostname } from 'node:os';
import { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { Config } from '../config/types.ts';
import type { Resolve } from '../crawlers/fetch/guard/resolve.ts';
import { createFetcher } from '../crawlers/fetch/index.ts';
import type { Progress } from '../crawlers/batch-run.ts';
import { createReaders } from '../crawlers/readers.ts';
import { requireMigrated } from '../storage/migrate.ts';
import type { Store } from '../storage/store.ts';
import { alert } from './alert.ts';
import type { Context } from './context.ts';
import { crawl } from './crawl.ts';
import { diff } from './diff.ts';
import { exportRecords } from './export.ts';
import { serveHealth, type HealthServer } from './health.ts';
import { linkPages } from './links.ts';
import { createMetrics } from './metrics.ts';
import { notify } from './notify.ts';
import { planTargets } from './plan.ts';
import { enqueueInto, openQueues, QUEUE_NAMES, type QueueName } from './queues.ts';
import { quietly } from './quiet.ts';
import { recommend } from './recommend.ts';
import { register, type RunningWorker, type WorkerPlan } from './registry.ts';
import { schedule } from './schedule.ts';
import { vitalsOf } from './vitals.ts';
import { heartOf } from './watch/beat.ts';
import { clockWatch } from './watch/clock.ts';
import { watcherOf } from './watch/look.ts';
import { startPulse, type Beat } from './watch/pulse.ts';
import { keepTick, planTick } from './watch/tick.ts';

/*
 * The whole program: seven workers, each a queue and a processor in a file of the same name.
 *   schedule   due targets become crawls; what was lost is put back
 *   crawl      one batch of pages: fetched, read, folded into versions
 *   diff       versions of a finished crawl to changes
 *   alert      changes to episodes, alerts and deliveries
 *   notify     what is due on one channel, in order
 *   recommend  advice for the products the crawl touched
 *   export     files for downstream tools
 */
const SECOND = 1_000;
const WORKERS: { readonly [Name in QueueName]: WorkerPlan<Name> } = {
  schedule: { process: schedule, concurrency: 1, timeLimit: 120 * SECOND },
  crawl: { process: crawl, concurrency: 4, timeLimit: 1_800 * SECOND },
  diff: { process: diff, concurrency: 2, timeLimit: 600 * SECOND },
  alert: { process: alert, concurrency: 2, timeLimit: 600 * SECOND },
  // A channel takes one at a time: one that does not answer must not stand in the way of the others.
  notify: { process: notify, concurrency: 16, timeLimit: 120 * SECOND },
  recommend: { process: recommend, concurrency: 1, timeLimit: 600 * SECOND },
  export: { process: exportRecords, concurrency: 1, timeLimit: 1_800 * SECOND },
};

export interface StartOptions {
  readonly config: () => Config;
  readonly store: Store;
  readonly redisUrl: string;
  readonly log: Logger;
  /** Path and arguments of a Chromium, asked for when the first page needs one. */
  readonly chromium: () => Promise<{ readonly path: string; readonly args: readonly string[] }>;
  /** How host names become addresses; the system's way when absent. */
  readonly resolve?: Resolve;
  /** Only these queues are worked here; all when absent. */
  readonly only?: readonly QueueName[];
  /** How often the schedule ticks. Milliseconds. */
  readonly tickEvery?: number;
  /** A job of a process that died runs again after about this long. Milliseconds; a minute when absent. */
  readonly lock?: number;
  /** False: no HTTP port for health and metrics. */
  readonly health?: boolean;
  /** False: gives no signs of life and does not look after others, e.g. for a single crawl. As `health` when absent. */
  readonly watch?: boolean;
  readonly clock?: () => Date;
  /** How long after a suspicious price its page is fetched again. Milliseconds; two minutes when absent. */
  readonly secondLookAfter?: number;
  readonly onProgress?: (progress: Progress) => void;
}

/** A running set of workers. */
export interface Workers {
  readonly context: Context;
  readonly healthPort?: number;
  /** Plans the targets anew after the configuration changed. */
  replan(): Promise<void>;
  /** Stops in order; running jobs have until the deadline, then they are cancelled and put back. Idempotent. */
  stop(deadlineMs?: number): Promise<void>;
}

/** Starts the workers on a MongoDB and a Redis that are there, and returns when all are working. */
export async function startWorkers(options: StartOptions): Promise<Workers> {
  await requireMigrated(options.store);
  const config = options.config();
  const names = options.only ?? QUEUE_NAMES;
  const prefix = config.storage.prefix;
  const tickEvery = options.tickEvery ?? 15 * SECOND;
  const { log } = options;

  const producing = new Redis(options.redisUrl, { maxRetriesPerRequest: null });
  const working = new Redis(options.redisUrl, { maxRetriesPerRequest: null });
  // The budget is asked twice for every page: what is asked in one turn of the loop goes out in one write.
  const fetching = new Redis(options.redisUrl, { maxRetriesPerRequest: null, enableAutoPipelining: true });
  const redisAway = quietly((error, repeated) => log.warn({ err: error, ...repeated }, 'Redis is away; trying again'));
  for (const redis of [producing, working, fetching]) redis.on('error', redisAway);
  const queues = openQueues(producing, prefix, quietly((error, repeated) => log.warn({ err: error, ...repeated }, 'queue error')));
  const clock = options.clock ?? (() => new Date());
  const fetcher = createFetcher({ redis: fetching, prefix, contact: config.contact, log, clock, chromium: options.chromium, ...(options.resolve ? { resolve: options.resolve } : {}) });
  const readers = createReaders();
  const context: Context = {
    config: options.config, store: options.store, enqueue: enqueueInto(queues), fetchBatch: fetcher.fetchBatch, claims: fetcher.claims, readers, log,
    clock, metrics: createMetrics(),
    ...(options.onProgress ? { onProgress: options.onProgress } : {}), ...(options.secondLookAfter === undefined ? {} : { secondLookAfter: options.secondLookAfter }),
  };

  const running: RunningWorker[] = [];
  let health: HealthServer | undefined;
  const heart = heartOf({ store: options.store, queues, names, running, clock });
  const watches = options.watch ?? options.health !== false;
  const ending = new AbortController();
  let endPulse: (() => void) | undefined;
  let stopping: Promise<void> | undefined;
  const stop = (deadlineMs = 20 * SECOND): Promise<void> => (stopping ??= stopInOrder([
    ['health server', async () => health?.close()],
    ['pulse', async () => { endPulse?.(); ending.abort(new Error('shutting down')); }],
    ['workers', () => Promise.all(running.map((worker) => worker.stop(deadlineMs)))],
    ['signs of life', async () => { if (watches) await heart.end(); }],
    ['fetcher', () => fetcher.close()],
    ['readers', () => readers.close()],
    ['queues', () => Promise.all(QUEUE_NAMES.map((name) => queues[name].close()))],
    ['Redis', async () => { working.disconnect(); producing.disconnect(); fetching.disconnect(); }],
  ], log));
  try {
    const vitals = vitalsOf({ queues, names, running, metrics: context.metrics, tickEvery });
    if (options.health !== false) health = await serveHealth(config.health.host, config.health.port, vitals.ready, vitals.metrics, linkPages(context));
    await planTargets(context);
    if (names.includes('schedule')) {
      await planTick(queues, tickEvery);
      await context.enqueue('schedule', `boot-${hostname()}-${process.pid}`, { at: 'boot' });
    }
    for (const name of names) running.push(startOne(name, context, working, prefix, options.lock ?? 60 * SECOND));
    const look = watcherOf(context);
    const onTime: readonly Beat[] = names.includes('schedule') ? [['tick', () => keepTick(queues, tickEvery, Date.now, log)], ['clock', clockWatch(context)]] : [];
    const onWatch: readonly Beat[] = watches ? [['signs of life', () => heart.beat()], ['look', () => look(ending.signal)]] : [];
    if (watches) await heart.beat();
    endPulse = startPulse(tickEvery, [...onTime, ...onWatch], log);
  } catch (error) {
    await stop(0);
    throw error;
  }
  return {
    context,
    ...(health ? { healthPort: health.port } : {}),
    replan: async () => {
      await planTargets(context);
      // What is due now does not wait for the next tick.
      await context.enqueue('schedule', `replan-${hostname()}-${process.pid}-${Date.now()}`, { at: 'replan' });
    },
    stop,
  };
}

function startOne<Name extends QueueName>(name: Name, context: Context, connection: Redis, prefix: string, lock: number): RunningWorker {
  return register<Name>(name, WORKERS[name], context, connection, prefix, lock);
}

/** Each step is tried even when an earlier one failed; a step that hangs is left behind after its time. */
async function stopInOrder(steps: readonly (readonly [string, () => Promise<unknown>])[], log: Logger): Promise<void> {
  for (const [what, stop] of steps) {
    try {
      await Promise.race([stop(), new Promise((_, reject) => { setTimeout(() => reject(new Error('took too long')), 40 * SECOND).unref(); })]);
      log.debug({ what }, 'stopped');
    } catch (error) {
      log.warn({ what, err: error }, 'did not stop cleanly');
    }
  }
}
