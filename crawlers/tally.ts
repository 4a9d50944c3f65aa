import { ESSENTIAL_FIELDS, type EssentialField, type Way } from '../model/change.ts';
import type { CrawlTally, RequestRole, Tallied } from '../model/crawl.ts';
import { FIELD_NAMES, type FieldName, type ListingRead } from '../model/listing.ts';
import type { Outcome } from '../model/outcome.ts';
import { vouchedBy, type SelectorState } from '../model/reading.ts';

type Request = { readonly url: string; readonly role: RequestRole };
type Counts<K extends string> = Partial<Record<K, Tallied>>;

const MOST_EXAMPLES = 3;
const MOST_PLACE = 120;

/** The figures of one request that is done. */
export function tallyOf(request: Request, outcome: Outcome, listings: readonly ListingRead[], bytes: number, how: 'fetched' | 'not_modified' | 'reused'): CrawlTally {
  const coverage: Partial<Record<FieldName, number>> = {};
  for (const name of FIELD_NAMES) {
    const count = listings.filter((listing) => listing.fields[name].state !== 'unknown').length;
    if (count > 0) coverage[name] = count;
  }
  const ways = waysOf(request, listings);
  const selectors = selectorsOf(request, listings);
  return {
    outcomes: { [outcome]: 1 }, listings: listings.length, coverage, bytes,
    notModified: how === 'not_modified' ? 1 : 0, reused: how === 'reused' ? 1 : 0,
    listFailures: outcome !== 'ok' && (request.role === 'catalogue' || request.role === 'search') ? 1 : 0,
    examples: outcome === 'ok' ? {} : { [outcome]: [request.url] },
    ...(ways ? { ways } : {}), ...(selectors ? { selectors } : {}),
  };
}

function waysOf(request: Request, listings: readonly ListingRead[]): CrawlTally['ways'] | undefined {
  if (listings.length === 0) return undefined;
  const ways: { [F in EssentialField]: Counts<Way> } = { title: {}, price: {}, availability: {} };
  for (const listing of listings) {
    for (const field of ESSENTIAL_FIELDS) {
      const evidence = vouchedBy(listing.fields[field]);
      count(ways[field], evidence?.method ?? 'none', urlOf(request, listing), withoutNumbers(evidence?.place ?? ''));
    }
  }
  return ways;
}

function selectorsOf(request: Request, listings: readonly ListingRead[]): CrawlTally['selectors'] | undefined {
  const selectors: Partial<Record<FieldName, Counts<SelectorState>>> = {};
  for (const listing of listings) {
    for (const field of FIELD_NAMES) {
      const use = listing.selectors?.[field];
      if (use) count(selectors[field] ??= {}, use.state, urlOf(request, listing), (use.why ?? use.place).slice(0, MOST_PLACE * 2));
    }
  }
  return Object.keys(selectors).length > 0 ? selectors : undefined;
}

/** A list names its listings by their own addresses. */
function urlOf(request: Request, listing: ListingRead): string {
  return request.role === 'listing' ? request.url : listing.url;
}

function count<K extends string>(counts: Counts<K>, key: K, url: string, place: string): void {
  const before = counts[key];
  const examples = before?.examples ?? [];
  counts[key] = { count: (before?.count ?? 0) + 1, examples: examples.length < MOST_EXAMPLES ? [...examples, { url, place }] : examples };
}

/** The place as it is the same on every page: numbers of blocks, items and articles left out, that of a heading (h1) kept. */
function withoutNumbers(place: string): string {
  return place.slice(0, MOST_PLACE).replaceAll(/\d{2,}|(?<=[[ ])\d+(?=[\] ])/g, '#');
}
