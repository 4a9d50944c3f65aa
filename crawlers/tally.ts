import type { CrawlTally, RequestRole } from '../model/crawl.ts';
import { FIELD_NAMES, type FieldName, type ListingRead } from '../model/listing.ts';
import { OUTCOMES, type Outcome } from '../model/outcome.ts';

/** URLs kept as examples of one outcome. */
const EXAMPLES = 5;

export const EMPTY_TALLY: CrawlTally = { outcomes: {}, listings: 0, coverage: {}, bytes: 0, notModified: 0, reused: 0, listFailures: 0, examples: {} };

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

/** The sum of several tallies; the order does not matter but for which examples are kept. */
export function addTallies(tallies: readonly CrawlTally[]): CrawlTally {
  const outcomes: Partial<Record<Outcome, number>> = {};
  const coverage: Partial<Record<FieldName, number>> = {};
  const examples: Partial<Record<Outcome, readonly string[]>> = {};
  let [listings, bytes, notModified, reused, listFailures] = [0, 0, 0, 0, 0];
  for (const tally of tallies) {
    listings += tally.listings;
    bytes += tally.bytes;
    notModified += tally.notModified;
    reused += tally.reused;
    listFailures += tally.listFailures;
    for (const outcome of OUTCOMES) {
      const count = tally.outcomes[outcome];
      if (count) outcomes[outcome] = (outcomes[outcome] ?? 0) + count;
      const more = tally.examples[outcome];
      if (more) examples[outcome] = [...(examples[outcome] ?? []), ...more].slice(0, EXAMPLES);
    }
    for (const name of FIELD_NAMES) {
      const count = tally.coverage[name];
      if (count) coverage[name] = (coverage[name] ?? 0) + count;
    }
  }
  return { outcomes, listings, coverage, bytes, notModified, reused, listFailures, examples };
}
