import { expect } from 'vitest';
import { test } from './support.ts';

/** A list of articles that speaks of so many. */
function list(count: number, listed: number): string {
  const cards = Array.from({ length: count }, (_, no) => `<li class="product"><a href="/p/item-${no}"><img src="/img/${no}.jpg" alt=""><h3>Article ${no}</h3></a><span class="price">$${20 + no * 3}.00</span></li>`);
  return `<!doctype html><html lang="en-US"><head><title>All products</title></head><body><main><h1>All products</h1><p class="count">${listed} results</p><ul class="products">${cards.join('')}</ul>${'<p>Hand made in small numbers and sent within two days.</p>'.repeat(20)}</main></body></html>`;
}

test('a listing that cannot be found in a list which still counts it is not gone; one that the list counts no more is', async ({ shop, open }) => {
  let shown = list(12, 12);
  shop.overrides.set('/', (_, response) => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(shown));
  const pipeline = await open(`targets:\n  all: { kind: catalogue, url: "${shop.origin}/", freshness: 1ms }\nrules: {}\n`);
  const verdicts = async (times: number): Promise<readonly unknown[]> => {
    const found: unknown[] = [];
    for (let no = 0; no < times; no += 1) found.push(...(await pipeline.crawl('all')).map(({ verdict, tally: { listings, listed } }) => `${verdict} ${listings} of ${listed}`));
    return found;
  };
  const gone = async (): Promise<number> => (await pipeline.store.changes.find({ 'detail.kind': 'listing_disappeared' })).length;
  expect(await verdicts(4)).toEqual(Array.from({ length: 4 }, () => 'good 12 of 12'));
  shown = list(11, 12);
  expect([await verdicts(2), await gone()]).toEqual([['partial 11 of 12', 'partial 11 of 12'], 0]);
  shown = list(11, 11);
  expect([(await verdicts(4)).at(-1), await gone()]).toEqual(['good 11 of 11', 1]);
});
