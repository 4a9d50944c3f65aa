import type { CrawlTally, RequestRole } from '../model/crawl.ts';
import { FIELD_NAMES, type FieldName, type ListingRead } from '../model/listing.ts';
import type { Outcome } from '../model/outcome.ts';

/** The figures of one request that is done. */
export function tallyOf(request: { readonly url: string; readonly role: RequestRole }, outcome: Outcome, listings: readonly ListingRead[], bytes: number, how: 'fetched' | 'not_modified' | 'reused'): CrawlTally {
  const coverage: Partial<Record<FieldName, number>> = {};
  for (const name of FIELD_NAMES) {
    const count = listings.filter((listing) => listing.fields[name].state !== 'unknown').length;
    if (count > 0) coverage[name] = count;
  }
  return {
    outcomes: { [outcome]: 1 }, listings: listings.length, coverage, bytes,
    notModified: how === 'not_modified' ? 1 : 0, reused: how === 'reused' ? 1 : 0,
    listFailures: outcome !== 'ok' && (request.role === 'catalogue' || request.role === 'search') ? 1 : 0,
    examples: outcome === 'ok' ? {} : { [outcome]: [request.url] },
  };
}
