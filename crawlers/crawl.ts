import type { Source, Target } from '../config/types.ts';
import type { CrawlRequest } from '../model/crawl.ts';
import type { BlobHash, CrawlId } from '../model/ids.ts';
import type { Outcome } from '../model/outcome.ts';
import { archiveHash } from '../storage/archive.ts';
import type { BatchDocument, PageDocument } from '../storage/documents.ts';
import { cachedPages, claimPages, pageKey } from '../storage/pages.ts';
import type { Store } from '../storage/store.ts';
import { BatchSink, type PageResult } from './batch-sink.ts';
import type { Fetched, FetchBatch, FetchRequest } from './fetch/port.ts';
import { followUps } from './requests.ts';
import { readAnswer } from './read/index.ts';
import { readArchivedPage } from './archived.ts';
import { tallyOf } from './tally.ts';

/*
 * One batch of a target: requests in, outcomes out.
 *   requests.ts    what a target begins with, what a page leads to
 *   fetch/         the only door to the network
 *   read/          an answer to readings, pure
 *   batch-sink.ts  results into storage, many at a time
 *   tally.ts, verdict.ts  figures of a batch and of the whole crawl
 */

/** One page as it was done, for a progress display. */
export interface Progress {
  readonly crawlId: CrawlId;
  readonly targetId: Target['id'];
  readonly url: string;
  readonly outcome: Outcome | 'later';
  readonly detail: string;
  readonly listings: number;
  readonly bytes: number;
}

export interface CrawlDeps {
  readonly store: Store;
  readonly fetchBatch: FetchBatch;
  readonly clock: () => Date;
  readonly onProgress: (progress: Progress) => void;
}

/** The batch is done, or what is left of it must wait. */
export type BatchResult = { readonly state: 'done' } | { readonly state: 'later'; readonly until: Date; readonly why: string };

/** A request that was told to wait this often is given up as `rate_limited`. */
const MOST_PUT_OFFS = 5;
/** How long another worker may take to fetch a page that we want too. */
const CLAIM_MS = 60_000;
`placeholder`;
