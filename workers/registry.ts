import { DelayedError, Worker, type Job } from 'bullmq';
import type { Redis } from 'ioredis';
import { breatherOf, type Breather } from './breather.ts';
import { PutOff, type Context, type Processor } from './context.ts';
import type { Payloads, QueueName } from './queues.ts';
import { quietly } from './quiet.ts';
import { within } from './within.ts';

/** How long a cancelled job may take to end. */
const ABANDON_AFTER_MS = 5_000;

/** How one queue is worked. */
export interface WorkerPlan<Name extends QueueName> {
  readonly process: Processor<Name>;
  /** Jobs at the same time in this process. */
  readonly concurrency: number;
  /** A job that takes longer is cancelled. Milliseconds. */
  readonly timeLimit: number;
}

/** One running worker. */
export interface RunningWorker {
  readonly queue: QueueName;
  /** When a job last ended well or was put off, in epoch milliseconds; 0 = none yet. */
  lastDoneAt(): number;
  active(): number;
  /** When each job was begun that has been running for far longer than it may, in epoch milliseconds: one that does not heed its cancellation. */
  overtimeSince(): readonly number[];
  /** Takes no new jobs; lets the running ones end until `graceMs`, then cancels them. */
  stop(graceMs: number): Promise<void>;
}

/**
 * Registers one processor: the only way a queue gets a worker, so that none can go without timing, error hooks,
 * cancellation and a tick of life. After `lock` milliseconds without a sign of life from its process a job runs again.
 * A processor that throws {@link PutOff} comes back later without costing an attempt.
 */
export function register<Name extends QueueName>(
  queue: Name, plan: WorkerPlan<Name>, context: Context, connection: Redis, prefix: string, lock: number,
): RunningWorker {
  const ending = new AbortController();
  const life: Life = { lastDoneAt: 0, begun: new Set() };
  const worker = new Worker<Payloads[Name], void, Name>(queue, runnerOf(queue, plan, context, life, ending.signal), {
    connection, prefix, concurrency: plan.concurrency, lockDuration: lock, stalledInterval: lock / 2, maxStalledCount: 3, drainDelay: 5,
  });
  const breather = breatherOf(worker);
  sayWhatGoesWrong(worker, context.log.child({ queue }), breather);
  return {
    queue,
    lastDoneAt: () => life.lastDoneAt,
    active: () => life.begun.size,
    overtimeSince: () => [...life.begun].map(({ at }) => at).filter((at) => Date.now() - at > 2 * plan.timeLimit),
    async stop(graceMs) {
      ending.abort(new Error('shutting down'));
      breather.stop();
      const cancel = setTimeout(() => worker.cancelAllJobs('shutting down'), graceMs);
      // A processor that does not heed its signal is left behind: once the connection is given up its lock runs out, and the job runs elsewhere.
      const heeded = await within(worker.close().then(() => true), graceMs + ABANDON_AFTER_MS);
      clearTimeout(cancel);
      if (!heeded) context.log.warn({ queue, jobs: life.begun.size }, 'jobs did not end when they were told to and are left behind; they run again');
    },
  };
}

/** What the jobs of one queue did and do in this process. Epoch milliseconds. */
interface Life {
  lastDoneAt: number;
  readonly begun: Set<{ readonly at: number }>;
}

type Run<Name extends QueueName> = (job: Job<Payloads[Name], void, Name>, token: string | undefined, cancelled: AbortSignal | undefined) => Promise<void>;

function runnerOf<Name extends QueueName>(queue: Name, plan: WorkerPlan<Name>, context: Context, life: Life, ending: AbortSignal): Run<Name> {
  return async (job, token, cancelled) => {
    const started = Date.now();
    // One that was begun before has waited for its next attempt since, or until it was put off no longer.
    const wait = job.attemptsStarted === 1 ? started - job.timestamp - job.delay : undefined;
    const limit = AbortSignal.timeout(plan.timeLimit);
    const signal = cancelled ? AbortSignal.any([cancelled, limit]) : limit;
    let result: 'done' | 'failed' | 'put_off' = 'failed';
    const mine = { at: started };
    life.begun.add(mine);
    try {
      await context.store.amid(() => plan.process(context, job.data, { id: job.id ?? '', signal, ending }));
      result = 'done';
    } catch (error) {
      if (!(error instanceof PutOff)) throw error;
      result = 'put_off';
      // The time to wait is told by the workers' clock, the queue goes by the machine's.
      await job.moveToDelayed(Date.now() + Math.max(error.until.getTime() - context.clock().getTime(), 10), token);
      throw new DelayedError();
    } finally {
      life.begun.delete(mine);
      const ended = Date.now();
      if (result !== 'failed') life.lastDoneAt = ended;
      context.metrics.jobDone(queue, result, ended - started, wait);
    }
  };
}

function sayWhatGoesWrong<Name extends QueueName>(worker: Worker<Payloads[Name], void, Name>, log: Context['log'], breather: Breather): void {
  const say = quietly((error, repeated) => log.error({ err: error, ...repeated }, 'worker error; tried again'));
  worker.on('error', (error) => {
    say(error);
    breather.failed();
  });
  worker.on('failed', (job, error) => log.error({ jobId: job?.id, attempt: job?.attemptsMade, err: error }, 'job failed'));
  worker.on('stalled', (jobId) => log.warn({ jobId }, 'job stalled; it will run again'));
  worker.on('lockRenewalFailed', (jobIds) => {
    log.warn({ jobIds }, 'lost the lock of running jobs; cancelling them');
    for (const jobId of jobIds) worker.cancelJob(jobId, 'lock lost');
  });
}
