import { describe, expect } from 'vitest';
import { brand, type TargetId } from '../../model/ids.ts';
import type { CrawlDocument } from '../../storage/documents.ts';
import type { Pipeline } from '../support/pipeline.ts';
import type { Shop } from '../support/shop.ts';
import { productTargets, test, until } from './support.ts';

const PRICE_RULES = 'rules:\n  drop: { preset: price-drop }\n  rise: { preset: price-rise }\n';
/** Later than any look of a test would be waited for. */
const NEVER = 3_600_000;

function looks({ store }: Pipeline): Promise<readonly CrawlDocument[]> {
  return store.crawls.find({ lookOf: { $exists: true } });
}

async function prices({ store }: Pipeline): Promise<readonly string[]> {
  const changes = await store.changes.find({});
  return changes.flatMap(({ detail, title }) => (detail.kind === 'price' ? [`${title} ${detail.from.money.minor} → ${detail.to.money.minor}`] : [])).toSorted();
}

async function heldCount({ store }: Pipeline): Promise<number> {
  return store.versions.count({ diff: 'held' }, 10);
}

/** The lamp's page says $10.00 the next time it is asked for, and never again. */
function slipOnce(shop: Shop): void {
  shop.overrides.set('/p/lamp', (_, response) => {
    shop.overrides.delete('/p/lamp');
    shop.set('lamp', { price: '10.00' });
    void (async () => {
      const page = await (await fetch(`${shop.origin}/p/lamp`)).text();
      shop.set('lamp', { price: '100.00' });
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
    })();
  });
}

describe('a suspicious price', () => {
  test('that was a slip is dropped by a fresh fetch, and nobody hears of it', async ({ shop, open }) => {
    const pipeline = await open(`${productTargets(shop, ['lamp'])}${PRICE_RULES}`, { start: { secondLookAfter: 50 } });
    await pipeline.crawl('lamp');
    slipOnce(shop);
    const [crawl] = await pipeline.crawl('lamp');
    await until(async () => (await looks(pipeline)).map(({ stage, lookOf }) => [stage, lookOf])).toEqual([['done', crawl?._id]]);
    expect(await prices(pipeline)).toEqual([]);
    expect(pipeline.slack.messages).toHaveLength(0);
    await pipeline.crawl('lamp');
    expect([await prices(pipeline), await heldCount(pipeline), (await looks(pipeline)).length]).toEqual([[], 0, 1]);
    expect((await pipeline.store.versions.find({ dropped: true })).map(({ seq }) => seq)).toEqual([2]);
  });

  test('that is real is confirmed within moments, told once, and teaches its source', async ({ shop, open }) => {
    const pipeline = await open(`${productTargets(shop, ['lamp'])}${PRICE_RULES}`, { start: { secondLookAfter: 50 } });
    await pipeline.crawl('lamp');
    shop.set('lamp', { price: '37.00' });
    await pipeline.crawl('lamp');
    await until(() => prices(pipeline)).toEqual(['Desk lamp 10000 → 3700']);
    await until(() => pipeline.slack.messages.length).toBe(1);
    await until(async () => (await pipeline.store.targets.get(brand<TargetId>('lamp')))?.looks).toMatchObject([{ real: true }]);
    await pipeline.crawl('lamp');
    expect([await prices(pipeline), (await looks(pipeline)).length]).toEqual([['Desk lamp 10000 → 3700'], 1]);
    expect(await pipeline.store.targets.get(brand<TargetId>('lamp'))).toMatchObject({ lastVerdict: 'good', lastGoodListings: 1 });
  });

  test('that is read in another way than before waits for a crawl that is judged as a whole: the page would only say the same again', async ({ shop, open }) => {
    const pipeline = await open(`${productTargets(shop, ['lamp'])}${PRICE_RULES}`, { start: { secondLookAfter: 50 } });
    await pipeline.crawl('lamp');
    const words = '<p>Made by hand in small numbers and sent within two days.</p>'.repeat(10);
    shop.overrides.set('/p/lamp', (_, response) => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(`<!doctype html><html lang="en-US"><head><title>Desk lamp</title></head><body><main><h1>Desk lamp</h1><div class="price">$80.00</div><p class="stock">In stock</p><button>Add to cart</button>${words}</main></body></html>`));
    await pipeline.crawl('lamp');
    expect([await heldCount(pipeline), await looks(pipeline), await prices(pipeline)]).toEqual([1, [], []]);
  });

  test('in a catalogue has only its own page fetched again, and nothing else is taken for gone', async ({ shop, open }) => {
    const pipeline = await open(`targets:\n  all: { kind: catalogue, url: "${shop.origin}/", follow: true, freshness: 1ms }\n${PRICE_RULES}`, { start: { secondLookAfter: 50 } });
    await pipeline.crawl('all');
    shop.set('lamp', { price: '10.00' });
    await pipeline.crawl('all');
    await until(() => prices(pipeline)).toEqual(['Desk lamp 10000 → 1000']);
    const [look] = await looks(pipeline);
    expect(look?.tally).toMatchObject({ listings: 1, outcomes: { ok: 1 } });
    expect(await pipeline.store.listings.count({ presence: 'present', missed: 0 }, 10)).toBe(4);
    expect(await pipeline.store.targets.get(brand<TargetId>('all'))).toMatchObject({ lastGoodListings: 4 });
  });

  test('waits for the next crawl when its second look is lost', async ({ shop, open }) => {
    const pipeline = await open(`${productTargets(shop, ['lamp'])}${PRICE_RULES}`, { start: { secondLookAfter: NEVER } });
    await pipeline.crawl('lamp');
    shop.set('lamp', { price: '10.00' });
    await pipeline.crawl('lamp');
    expect([await prices(pipeline), (await looks(pipeline)).map(({ stage }) => stage)]).toEqual([[], ['crawl']]);
    await pipeline.crawl('lamp');
    expect(await prices(pipeline)).toEqual(['Desk lamp 10000 → 1000']);
  });
});

test('a campaign that is over without a word is known within minutes by the pages that are looked at again, of the others by the next crawl, and a price that jumped meanwhile is looked at first', async ({ shop, open }) => {
  const ids = Array.from({ length: 30 }, (_, no) => `item-${no}`);
  const articles = (more: object): typeof shop.items => ids.map((id, no) => ({ id, title: `Article ${no}`, price: `${20 + no * 3}.00`, stock: 'InStock', ...more }));
  shop.items = articles({ promotion: 'Buy 2, get 1 free' });
  const pipeline = await open(`targets:\n  all: { kind: catalogue, url: "${shop.origin}/", follow: true, freshness: 1ms }\n${PRICE_RULES}`, { start: { secondLookAfter: 50 } });
  await pipeline.crawl('all');
  shop.items = articles({});
  shop.set('item-29', { price: '25.00' });
  await pipeline.crawl('all');
  await until(async () => (await looks(pipeline)).map(({ stage }) => stage)).toEqual(['done']);
  const ended = async (): Promise<number> => (await pipeline.store.changes.find({})).filter(({ detail }) => detail.kind === 'promotion_ended').length;
  expect([await prices(pipeline), await ended()]).toEqual([['Article 29 10700 → 2500'], 20]);
  await pipeline.crawl('all');
  expect([await ended(), await heldCount(pipeline), (await looks(pipeline)).length]).toEqual([30, 0, 1]);
});

test('a shop whose prices all move by one factor is told once as a reading that is broken, not price by price', async ({ shop, open }) => {
  const ids = Array.from({ length: 14 }, (_, no) => `item-${no}`);
  shop.items = ids.map((id, no) => ({ id, title: `Article ${no}`, price: `${20 + no * 3}.00`, stock: 'InStock' }));
  const pipeline = await open(`targets:\n  all: { kind: catalogue, url: "${shop.origin}/", follow: true, freshness: 1ms }\n${PRICE_RULES}  broken: { preset: reading-broken }\n`, { start: { secondLookAfter: NEVER } });
  await pipeline.crawl('all');
  const priced = (factor: number): void => ids.forEach((id, no) => shop.set(id, { price: ((20 + no * 3) * factor).toFixed(2) }));
  priced(1.19);
  await pipeline.crawl('all');
  const kinds = async (): Promise<readonly string[]> => (await pipeline.store.changes.find({})).map(({ detail }) => detail.kind).toSorted();
  expect([await kinds(), await heldCount(pipeline), (await looks(pipeline)).length]).toEqual([['reading_broken'], 10, 0]);
  priced(1);
  await pipeline.crawl('all');
  expect([await kinds(), await heldCount(pipeline)]).toEqual([['reading_broken', 'reading_recovered'], 0]);
  priced(1.19);
  await pipeline.crawl('all');
  await pipeline.crawl('all');
  expect([(await kinds()).filter((kind) => kind === 'price'), await heldCount(pipeline)]).toEqual([[], 0]);
  shop.set('item-3', { price: '21.00' });
  await pipeline.crawl('all');
  expect((await kinds()).filter((kind) => kind === 'price')).toEqual(['price']);
});
