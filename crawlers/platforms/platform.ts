import type { CheerioAPI } from 'cheerio';
import type { ListingRead, Review } from '../../model/listing.ts';
import type { Candidates } from '../read/candidates.ts';
import type { PageText } from '../read/bytes/page.ts';
import type { PageContext } from '../read/context.ts';
import type { Json } from '../read/json/value.ts';
import type { Script } from '../read/markup/scripts.ts';

/** A page cut into scripts, before any DOM. */
export interface StatePage {
  readonly text: PageText;
  readonly scripts: readonly Script[];
  readonly page: PageContext;
}

/** What a JSON answer of the platform holds. */
export interface JsonAnswer {
  readonly listings: readonly ListingRead[];
  readonly reviews: readonly Review[];
  /** Absolute URL of the next page of the list. */
  readonly next?: string;
  readonly total?: number;
}

/** How the pages and answers of one platform are read. Each part is optional except the name; nothing in it may throw. */
export interface Platform {
  /** Words, in small letters, of which one tells a page of this engine although the source is configured as generic. */
  readonly marks?: readonly string[];
  /** A marketplace's own hosts: pages of other ones are not asked for its marks. */
  readonly hosts?: RegExp;
  /** The platform's own product id in a URL, without which two URLs of one article would be two listings. */
  readonly productIdFromUrl?: (url: URL) => string | undefined;
  /** Adds what the embedded state says; gives the platform's own product id when it is there. */
  readonly readState?: (state: StatePage, into: Candidates) => string | undefined;
  /** Adds what the platform's own selectors find; gives the product id when it is there. Only called when fields are still open. */
  readonly readDom?: ($: CheerioAPI, page: PageContext, into: Candidates) => string | undefined;
  /** True when state or selectors are much better than general markup and are always read. */
  readonly domFirst?: boolean;
  /** Prices elsewhere on its pages are other articles' or bids: only its own selectors and the page's data may give one. */
  readonly ownPricesOnly?: boolean;
  /** A JSON answer (catalogue endpoint, product endpoint, saved XHR); undefined when the shape is not the platform's. */
  readonly readJson?: (json: Json, page: PageContext) => JsonAnswer | undefined;
}
