import type { JobsOptions } from 'bullmq';
import type { BatchId, CrawlId, DeliveryId } from '../model/ids.ts';

/**
 * Every queue with its payload and the options of its jobs, so that producers and consumers cannot disagree.
 * Jobs carry ids; the facts are in MongoDB. A job may run twice or be lost: the sweep in workers/schedule.ts puts it back.
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

/** Finished jobs go soon: their ids must not block the same work from being put back. */
const finished = { removeOnComplete: true, removeOnFail: { age: 86_400, count: 1_000 } } as const;
const retried = { attempts: 5, backoff: { type: 'exponential', delay: 2_000, jitter: 0.5 } } as const;

export const JOB_OPTIONS: Readonly<Record<QueueName, JobsOptions>> = {
  schedule: { attempts: 1, removeOnComplete: true, removeOnFail: true },
  crawl: { ...retried, ...finished, attempts: 3 },
  diff: { ...retried, ...finished },
  alert: { ...retried, ...finished },
  notify: { attempts: 1, ...finished },
  recommend: { ...retried, ...finished },
  export: { attempts: 1, ...finished },
};
