import { Queue, type JobsOptions } from 'bullmq';
import type { Redis } from 'ioredis';
import type { BatchId, CrawlId, DeliveryId } from '../model/ids.ts';

/**
 * Every queue with its payload and the options of its jobs, so that producers and consumers cannot disagree.
 * Jobs carry ids; the facts are in MongoDB. A job may run twice or be lost: workers/sweep.ts puts it back.
 */
export interface Payloads {
  /** One tick: due targets become crawls, overdue work is put back. */
  readonly schedule: { readonly at: string };
  /** One batch of one crawl. */
  readonly crawl: { readonly crawlId: CrawlId; readonly batchId: BatchId };
  readonly diff: { readonly crawlId: CrawlId };
  readonly alert: { readonly crawlId: CrawlId };
  readonly notify: { readonly deliveryId: DeliveryId };
  readonly recommend: { readonly crawlId: CrawlId };
  readonly export: { readonly at: string };
}

export type QueueName = keyof Payloads;
export const QUEUE_NAMES = ['schedule', 'crawl', 'diff', 'alert', 'notify', 'recommend', 'export'] as const satisfies readonly QueueName[];

/**
 * Finished and failed jobs go at once: their ids must not block the same work from being put back. What failed is logged and
 * counted, and still marked as open in MongoDB.
 */
const gone = { removeOnComplete: true, removeOnFail: true } as const;
const retried = { ...gone, attempts: 4, backoff: { type: 'exponential', delay: 1_000, jitter: 0.5 } } as const;

export const JOB_OPTIONS: Readonly<Record<QueueName, JobsOptions>> = {
  schedule: { ...gone, attempts: 1 },
  crawl: retried,
  diff: retried,
  alert: retried,
  notify: { ...gone, attempts: 1 },
  recommend: retried,
  export: { ...gone, attempts: 1 },
};

/** The producing sides; which payload goes into which queue is held by the type of {@link Enqueue}. */
export type Queues = Readonly<Record<QueueName, Queue<Payloads[QueueName], void>>>;

/** Puts a job into a queue under a fixed id: a second one with the same id is the same job. `delayMs` puts it off. */
export type Enqueue = <Name extends QueueName>(queue: Name, id: string, payload: Payloads[Name], delayMs?: number) => Promise<void>;

/**
 * Opens the producing side of every queue on one shared connection. An outage shows as `error` events, handed to `onError`;
 * without a listener each would end the process.
 */
export function openQueues(connection: Redis, prefix: string, onError: (error: Error) => void): Queues {
  const open = (name: QueueName): Queues[QueueName] => {
    const queue: Queues[QueueName] = new Queue(name, { connection, prefix, defaultJobOptions: JOB_OPTIONS[name] });
    queue.on('error', onError);
    return queue;
  };
  return {
    schedule: open('schedule'), crawl: open('crawl'), diff: open('diff'), alert: open('alert'),
    notify: open('notify'), recommend: open('recommend'), export: open('export'),
  };
}

/** The one way into the queues. */
export function enqueueInto(queues: Queues): Enqueue {
  return async (queue, id, payload, delayMs) => {
    await queues[queue].add(queue, payload, delayMs === undefined ? { jobId: id } : { jobId: id, delay: Math.max(0, delayMs) });
  };
}
