import { hostname } from 'node:os';
import { requireMigrated } from '../storage/migrate.ts';
import { alert } from './alert.ts';
import type { Context } from './context.ts';
import { crawl } from './crawl.ts';
import { diff } from './diff.ts';
import { exportRecords } from './export.ts';
import { serveHealth, type HealthServer } from './health.ts';
import { linkPages } from './links.ts';
import { takeBackMatches } from './match.ts';
import { notify } from './notify.ts';
import { planTargets } from './plan.ts';
import { QUEUE_NAMES, type QueueName } from './queues.ts';
import { adviseAgain, recommend } from './recommend.ts';
import { register, type RunningWorker, type WorkerPlan } from './registry.ts';
import { schedule } from './schedule.ts';
import { openShared, type Shared, type SharedOptions } from './shared.ts';
import { stopInOrder } from './stop-in-order.ts';
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
  crawl: { process: crawl, concurrency: 8, timeLimit: 1_800 * SECOND },
  diff: { process: diff, concurrency: 2, timeLimit: 600 * SECOND },
  alert: { process: alert, concurrency: 2, timeLimit: 600 * SECOND },
  // A channel takes one at a time: one that does not answer must not stand in the way of the others.
  notify: { process: notify, concurrency: 16, timeLimit: 120 * SECOND },
  recommend: { process: recommend, concurrency: 1, timeLimit: 600 * SECOND },
  export: { process: exportRecords, concurrency: 1, timeLimit: 1_800 * SECOND },
};

export interface StartOptions extends SharedOptions {
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
}

/** A running set of workers. */
export interface Workers {
  readonly context: Context;
  readonly healthPort?: number;
  /** Plans the targets anew after the configuration changed, and brings rivals and advice in line with it. */
  replan(): Promise<void>;
  /** Stops in order; running jobs have until the deadline, then they are cancelled and put back. Idempotent. */
  stop(deadlineMs?: number): Promise<void>;
}

/** Starts the workers on a MongoDB and a Redis that are there, and returns when all are working. */
export async function startWorkers(options: StartOptions): Promise<Workers> {
  await requireMigrated(options.store);
  const names = options.only ?? QUEUE_NAMES;
  const tickEvery = options.tickEvery ?? 15 * SECOND;
  const shared = openShared(options);
  const { context, queues } = shared;
  const running: RunningWorker[] = [];
  const heart = heartOf({ store: options.store, queues, names, running, clock: context.clock });
  const watches = options.watch ?? options.health !== false;
  const ending = new AbortController();
  let health: HealthServer | undefined;
  let endPulse: (() => void) | undefined;
  let stopping: Promise<void> | undefined;
  const stop = (deadlineMs = 20 * SECOND): Promise<void> => (stopping ??= stopInOrder([
    ['health server', async () => health?.close()],
    ['pulse', async () => { endPulse?.(); ending.abort(new Error('shutting down')); }],
    ['workers', () => Promise.all(running.map((worker) => worker.stop(deadlineMs)))],
    ['signs of life', async () => { if (watches) await heart.end(); }],
    ...shared.closing,
  ], context.log));
  try {
    if (options.health !== false) {
      const { host, port } = context.config().health;
      const vitals = vitalsOf({ queues, names, running, heart, metrics: context.metrics, tickEvery });
      health = await serveHealth(host, port, vitals.ready, vitals.metrics, linkPages(context));
    }
    await takeUp(context);
    if (names.includes('schedule')) {
      await planTick(queues, tickEvery);
      await tickNow(context, 'boot');
    }
    for (const name of names) running.push(startOne(name, shared, options.lock ?? 60 * SECOND));
    if (watches) await heart.beat();
    const look = watcherOf(context);
    const onTime: readonly Beat[] = names.includes('schedule') ? [['tick', () => keepTick(queues, tickEvery, Date.now, context.log)], ['clock', clockWatch(context)]] : [];
    const onWatch: readonly Beat[] = watches ? [['signs of life', () => heart.beat()], ['look', () => look(ending.signal)]] : [];
    endPulse = startPulse(tickEvery, [...onTime, ...onWatch], context.log);
  } catch (error) {
    await stop(0);
    throw error;
  }
  return { context, ...(health ? { healthPort: health.port } : {}), replan: () => replan(context), stop };
}

function startOne<Name extends QueueName>(name: Name, { context, working, prefix }: Shared, lock: number): RunningWorker {
  return register<Name>(name, WORKERS[name], context, working, prefix, lock);
}

/** Brings what is kept in line with the configuration: when targets run, which listings are rivals, what is advised. */
async function takeUp(context: Context): Promise<void> {
  await planTargets(context);
  await takeBackMatches(context);
  await adviseAgain(context);
}

async function replan(context: Context): Promise<void> {
  await takeUp(context);
  await tickNow(context, `replan-${Date.now()}`);
}

/** What is due now does not wait for the next tick. */
async function tickNow(context: Context, why: string): Promise<void> {
  await context.enqueue('schedule', `${why}-${hostname()}-${process.pid}`, { at: why });
}
