import type { Way } from '../../model/change.ts';
import type { CrawlTally, Tallied } from '../../model/crawl.ts';
import { emptyTally } from '../../storage/tally.ts';

/** The tally of a crawl whose listings all have title and stock from JSON-LD, and their price by these ways. */
export function pricedBy(counts: Partial<Record<Way, number>>): CrawlTally {
  const listings = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const tallied = (way: string, count: number): Tallied => ({ count, examples: Array.from({ length: Math.min(3, count) }, (_, no) => ({ url: `https://shop.example/${way}-${no}`, place: `${way} place` })) });
  const always = { 'json-ld': tallied('json-ld', listings) };
  return {
    ...emptyTally(), listings, outcomes: { ok: Math.max(1, listings) }, coverage: { title: listings, availability: listings, price: listings - (counts.none ?? 0) },
    ways: { title: always, availability: always, price: Object.fromEntries(Object.entries(counts).map(([way, count]) => [way, tallied(way, count)])) },
  };
}

/** The same with no price on any page. */
export function priceUnread(listings: number): CrawlTally {
  return pricedBy({ none: listings });
}
