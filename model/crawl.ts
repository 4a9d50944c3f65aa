import type { FieldName } from './listing.ts';
import type { Outcome } from './outcome.ts';

export const TARGET_KINDS = ['product', 'catalogue', 'search', 'reviews', 'page'] as const;
/** product: one listing. catalogue: all listings of a shop or category. search: a result list and the places in it. reviews: the reviews of one listing. page: the text of a page (rules, policies). */
export type TargetKind = (typeof TARGET_KINDS)[number];

/** What a request of a crawl is for; decides how its answer is read. */
export type RequestRole = 'listing' | 'catalogue' | 'search' | 'reviews' | 'page';

/** One request of a batch, before and after. `outcome` absent = still to be done. */
export interface CrawlRequest {
  readonly url: string;
  readonly role: RequestRole;
  /** The product id that is expected, where known: another one in the answer is `wrong_item`. */
  readonly productId?: string;
  readonly outcome?: Outcome;
  /** HTTP status of the answer, with `outcome`; absent when there was none. */
  readonly status?: number;
  /** list pages: 1 for the first, 2 for the next, … */
  readonly page?: number;
  /** How often it was put off by a rate limit. */
  readonly putOff?: number;
}

/** Pages by outcome. */
export type OutcomeCounts = Partial<Record<Outcome, number>>;
/** Of the listings read: in how many the field was known or absent, i.e. not unknown. */
export type FieldCoverage = Partial<Record<FieldName, number>>;

/**
 * What a crawl may be used for.
 * good: may add, change and remove. partial: may add and change, never remove (some requests failed or the list is
 * suspiciously short). broken: reading is broken, its values are held back. blocked: nothing was learned.
 */
export type Verdict = 'good' | 'partial' | 'broken' | 'blocked';

/** The figures of one crawl or batch. */
export interface CrawlTally {
  readonly outcomes: OutcomeCounts;
  readonly listings: number;
  readonly coverage: FieldCoverage;
  readonly bytes: number;
  readonly notModified: number;
  /** Fetched for another target within its freshness and used again. */
  readonly reused: number;
  /** List pages (catalogue, search) that were not `ok`: without them nothing can be said to be missing. */
  readonly listFailures: number;
  /** Up to five URLs an outcome other than `ok` was seen on. */
  readonly examples: Partial<Record<Outcome, readonly string[]>>;
}
