import type { FieldSelector, PlatformName } from '../../config/schema.ts';
import type { RequestRole } from '../../model/crawl.ts';
import type { FieldName, ListingRead, RankedItem, Review } from '../../model/listing.ts';
import type { CurrencyCode } from '../../model/money.ts';
import type { Outcome } from '../../model/outcome.ts';

/** What is known of an answer before it is read. Reading is pure: all it may use is here. */
export interface ReadHints {
  /** Where the answer came from, after redirects. */
  readonly url: string;
  /** What was asked for. */
  readonly requestUrl: string;
  readonly status: number;
  readonly contentType?: string;
  readonly role: RequestRole;
  readonly platform: PlatformName;
  /** The currency the source is configured with: another one on the page is `wrong_locale`. */
  readonly currency?: CurrencyCode;
  readonly language?: string;
  /** The product id asked for: another one is `wrong_item`. */
  readonly productId?: string;
  /** The operator's own selectors. */
  readonly fields?: Readonly<Partial<Record<FieldName, FieldSelector>>>;
  /** role page: CSS selector of the part to watch. */
  readonly select?: string;
  /** When the answer was fetched; for relative dates on the page. */
  readonly fetchedAt?: Date;
}

/** What an answer holds. Which parts are filled depends on the role. */
export interface PageData {
  readonly outcome: 'ok';
  /** listing: one. catalogue: those whose data stand in the list itself (API answers, list pages). */
  readonly listings: readonly ListingRead[];
  /** search and HTML catalogue pages: the items in order. */
  readonly items: readonly RankedItem[];
  readonly reviews: readonly Review[];
  /** page: the readable text, one block a line. */
  readonly text?: string;
  /** Absolute URL of the next list page. */
  readonly next?: string;
  /** Total items, when the list says it. */
  readonly total?: number;
  /** search: the page says that nothing was found. */
  readonly empty?: boolean;
}

/** Outcome first: only `ok` carries data. */
export type PageRead = PageData | { readonly outcome: Exclude<Outcome, 'ok'>; readonly detail: string };

/** Bytes and hints in, readings out. No clock, no network, no database; never throws; bounded time and memory. */
export type ReadAnswer = (body: Uint8Array, hints: ReadHints) => PageRead;
