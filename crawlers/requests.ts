import type { Source, Target } from '../config/types.ts';
import type { CrawlRequest, RequestRole, TargetKind } from '../model/crawl.ts';
import type { PageData } from './read/port.ts';

/** What the first page of a target is to its reader. */
export const FIRST_ROLE: Readonly<Record<TargetKind, RequestRole>> = { product: 'listing', catalogue: 'catalogue', search: 'search', reviews: 'reviews', page: 'page' };

/** The request a crawl of the target begins with. */
export function firstRequest(target: Target): CrawlRequest {
  return { url: target.url, role: FIRST_ROLE[target.kind], page: 1 };
}

/** What a read page leads to. */
export interface Following {
  /** The next page of the list. */
  readonly next?: CrawlRequest;
  /** Pages of single listings, when the target follows them. */
  readonly listings: readonly CrawlRequest[];
}

/**
 * The requests that follow from a page: the next list page, and with `follow` the page of every listing on it. Only
 * addresses on the source's hosts; sponsored items are somebody else's and are not followed.
 */
export function following(target: Target, source: Source, from: CrawlRequest, page: PageData): Following {
  if (from.role === 'listing' || from.role === 'page') return { listings: [] };
  const here = (url: string): boolean => URL.canParse(url) && source.hosts.includes(new URL(url).host);
  const next = page.next !== undefined && here(page.next) ? { url: page.next, role: from.role, page: (from.page ?? 1) + 1 } : undefined;
  const urls = target.follow ? [...page.listings.map((listing) => listing.url), ...page.items.filter((item) => !item.sponsored).map((item) => item.url)] : [];
  const listings = [...new Set(urls)].filter(here).map((url): CrawlRequest => ({ url, role: 'listing' }));
  return next ? { next, listings } : { listings };
}
