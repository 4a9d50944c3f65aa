import type { Trouble } from '../../model/change.ts';
import type { CrawlDocument, PulseDocument } from '../../storage/documents.ts';
import type { QueueName } from '../queues.ts';

/** Something that is wrong now. */
export interface Sign {
  readonly trouble: Trouble;
  readonly about: string;
  /** When it began, as far as the records tell. */
  readonly since: Date;
  readonly figure: number;
  readonly example?: string;
}

/** What the records say now. */
export interface Facts {
  readonly now: Date;
  readonly pulses: readonly PulseDocument[];
  /** Finished crawls, the newest first. */
  readonly crawls: readonly Pick<CrawlDocument, 'sourceId' | 'targetId' | 'verdict' | 'startedAt' | 'tally'>[];
  /** When the longest waiting target was due; absent when none is. */
  readonly dueSince?: Date;
  /** What waits for a worker. */
  readonly waiting?: readonly Waiting[];
}

/** The work of one queue, as MongoDB knows it, whatever Redis holds. */
export interface Waiting {
  readonly queue: QueueName;
  /** Since when the oldest of it waits. */
  readonly since: Date;
  /** It may wait long with nothing wrong: for the pace of a host or a channel. */
  readonly paced: boolean;
}
