import type { EssentialField, MovedField, Way } from './change.ts';
import type { FieldName } from './listing.ts';
import type { Outcome } from './outcome.ts';
import type { Method, SelectorState } from './reading.ts';

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

/** How often something was seen, with up to three places where: the page, and the place on it without numbers. */
export interface Tallied {
  readonly count: number;
  readonly examples: readonly { readonly url: string; readonly place: string }[];
}

/** Share of a crawl's listings in which a field came by each way, 0 to 1. */
export type WayShares = Partial<Record<EssentialField, Partial<Record<Way, number>>>>;

/** How a target is usually read: what is remembered of its good crawls. */
export interface Learned {
  /** Names what the operator set about reading the source: under another set-up nothing is comparable. */
  readonly setup: string;
  /** When it was last read so. */
  readonly at: Date;
  readonly shares: WayShares;
  /** Where each field stood when it came by a method, without numbers. */
  readonly places: Partial<Record<EssentialField, Partial<Record<Method, string>>>>;
}

/** What the last crawl of a target that read listings saw. */
export interface LastRead {
  readonly setup: string;
  readonly at: Date;
  readonly listings: number;
  readonly shares: WayShares;
}

/** What a crawl brought, as far as it is comparable with others of its target. */
export interface CrawlFigures {
  readonly listings: number;
  /** How many the list said there are, where it said so. */
  readonly listed?: number;
  /** Share of the listings on which a field was read, 0 to 1. */
  readonly coverage: Partial<Record<EssentialField, number>>;
}

/** The last good crawls of a target, and those in a row since then that were short; oldest first. */
export interface Usual {
  readonly good: readonly CrawlFigures[];
  readonly short: readonly CrawlFigures[];
}

/** Why the reading of a crawl is broken although its pages came. */
export interface ReadingFault {
  /** Fields that are missing on most pages. */
  readonly lost: readonly EssentialField[];
  /** Fields that are read in another way than ever. */
  readonly moved: readonly MovedField[];
  /** Pages to look at, at most three. */
  readonly examples: readonly string[];
  /** True when it becomes the usual way once enough crawls agree. Never while title or price are missing. */
  readonly acceptable: boolean;
}

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
  /** How many listings a catalogue itself speaks of ("248 results"), where its first page says so. */
  readonly listed?: number;
  /** Up to five URLs an outcome other than `ok` was seen on. */
  readonly examples: Partial<Record<Outcome, readonly string[]>>;
  /** How the listings came by their essential fields. */
  readonly ways?: Partial<Record<EssentialField, Partial<Record<Way, Tallied>>>>;
  /** What became of the operator's own selectors; the place says why for those that were not used. */
  readonly selectors?: Partial<Record<FieldName, Partial<Record<SelectorState, Tallied>>>>;
}
