import type { Logger } from 'pino';
import type { Config } from '../config/types.ts';
import type { Claims } from '../crawlers/fetch/claims.ts';
import type { FetchBatch } from '../crawlers/fetch/port.ts';
import type { Progress } from '../crawlers/batch-run.ts';
import type { PageReaders } from '../crawlers/page-result.ts';
import type { Store } from '../storage/store.ts';
import type { Metrics } from './metrics.ts';
import type { Enqueue, Payloads, QueueName } from './queues.ts';

/** What every worker is given. Nothing here is global: two contexts in one process do not know of each other. */
export interface Context {
  /** The configuration in force now; a changed file swaps it. Read it once per job. */
  readonly config: () => Config;
  readonly store: Store;
  readonly enqueue: Enqueue;
  readonly fetchBatch: FetchBatch;
  readonly claims: Claims;
  readonly readers: PageReaders;
  readonly log: Logger;
  readonly clock: () => Date;
  readonly metrics: Metrics;
  /** How long after a suspicious price its page is fetched again. Milliseconds; two minutes when absent. */
  readonly secondLookAfter?: number;
  /** Told of every page as it is done, for a progress display. */
  readonly onProgress?: (progress: Progress) => void;
}

/** What a processor knows of the job it runs. */
export interface JobHandle {
  readonly id: string;
  /** Aborted when the job's time is up, its lock is lost, or the process shuts down. */
  readonly signal: AbortSignal;
  /** Aborted as soon as the process begins to shut down: what cannot be cut short unharmed, such as a message on its way, is not begun any more. */
  readonly ending: AbortSignal;
}

/** Thrown by a processor to come back at `until` without costing an attempt. */
export class PutOff extends Error {
  override readonly name = 'PutOff';
  readonly until: Date;

  constructor(until: Date, why: string) {
    super(`put off until ${until.toISOString()}: ${why}`);
    this.until = until;
  }
}

/** One queue's work: parse the payload, call the feature, return. May run twice for one job and must not mind. */
export type Processor<Name extends QueueName> = (context: Context, payload: Payloads[Name], job: JobHandle) => Promise<void>;
