import { expect, vi } from 'vitest';
import { PageCache } from '../../crawlers/page-cache.ts';
import { brand, type CrawlId, type TargetId } from '../../model/ids.ts';
import { changesOfCrawl } from '../../storage/changes.ts';
import { test as base } from '../support/fixtures.ts';
import { openPipeline, type Pipeline } from '../support/pipeline.ts';
import { openShop, type Shop } from '../support/shop.ts';

const ITEMS = [{ id: 'lamp', title: 'Desk lamp', price: '100.00', stock: 'InStock' }, { id: 'rug', title: 'Wool rug', price: '89.50', stock: 'InStock' }, { id: 'vase', title: 'Blue vase', price: '35.00', stock: 'InStock' }] as const;

const test = base.extend<{ shop: Shop; pipeline: Pipeline }>({
  shop: async ({}, use) => {
    const shop = await openShop(ITEMS);
    await use(shop);
    await shop.close();
  },
  pipeline: async ({ shop, space }, use) => {
    const pipeline = await openPipeline({
      ...space,
      yaml: `sources:\n  shop: { url: "${shop.origin}", currency: USD, allowPrivateAddresses: true }\ntargets:\n  all: { kind: catalogue, url: "${shop.origin}/", follow: true }\n  lamp: { kind: product, url: "${shop.origin}/p/lamp" }\nrules:\n  new: { preset: new-listing }\n  cheaper: { preset: price-drop }\n`,
    });
    await use(pipeline);
    await pipeline.close();
  },
});

async function changesOf(pipeline: Pipeline, target: string): Promise<readonly string[]> {
  const crawls = await pipeline.crawl(target);
  return (await Promise.all(crawls.map((crawl) => changesOfCrawl(pipeline.store, crawl._id)))).flat().map((change) => `${change.detail.kind} ${change.title}`).toSorted();
}

/* All of this happens within the freshness of ten minutes that a target has when its file says nothing. */

test('a catalogue that is crawled again at once asks again, and nothing of it is new', async ({ shop, pipeline }) => {
  expect(await changesOf(pipeline, 'all')).toEqual([]);
  shop.set('lamp', { price: '80.00' });
  expect(await changesOf(pipeline, 'all')).toEqual(['price Desk lamp']);
  shop.items = [...shop.items, { id: 'mug', title: 'Tea mug', price: '12.00', stock: 'InStock' }];
  expect(await changesOf(pipeline, 'all')).toEqual(['listing_appeared Tea mug']);
  expect(pipeline.slack.messages).toHaveLength(2);
});

test('a product whose page is gone does not come back by having been seen a moment ago', async ({ shop, pipeline }) => {
  expect(await changesOf(pipeline, 'lamp')).toEqual([]);
  shop.overrides.set('/p/lamp', (_, response) => response.writeHead(410).end());
  expect(await changesOf(pipeline, 'lamp')).toEqual([]);
  expect(await changesOf(pipeline, 'lamp')).toEqual(['listing_disappeared Desk lamp']);
  expect(await changesOf(pipeline, 'lamp')).toEqual([]);
  shop.overrides.clear();
  expect(await changesOf(pipeline, 'lamp')).toEqual(['listing_returned Desk lamp']);
});

test('a 404 of the shop is its own word: one confirmation, and the product is gone', async ({ shop, pipeline }) => {
  expect(await changesOf(pipeline, 'lamp')).toEqual([]);
  shop.overrides.set('/p/lamp', (_, response) => response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Not here</h1>'));
  expect(await changesOf(pipeline, 'lamp')).toEqual([]);
  expect(await changesOf(pipeline, 'lamp')).toEqual(['listing_disappeared Desk lamp']);
});

test('a page that reads like "not found" with status 200 is believed the third time, and not when it comes back before', async ({ shop, pipeline }) => {
  const soft404 = (): void => void shop.overrides.set('/p/lamp', (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Page not found</title><h1>Page not found</h1><p>Sorry, this page does not exist.</p>'));
  expect(await changesOf(pipeline, 'lamp')).toEqual([]);
  soft404();
  expect(await changesOf(pipeline, 'lamp')).toEqual([]);
  shop.overrides.clear();
  expect(await changesOf(pipeline, 'lamp')).toEqual([]);
  soft404();
  expect(await changesOf(pipeline, 'lamp')).toEqual([]);
  expect(await changesOf(pipeline, 'lamp')).toEqual([]);
  expect(await changesOf(pipeline, 'lamp')).toEqual(['listing_disappeared Desk lamp']);
  expect(await changesOf(pipeline, 'lamp')).toEqual([]);
});

test('a page that another target fetched a moment ago is used again', async ({ shop, pipeline }) => {
  await pipeline.crawl('lamp');
  shop.set('lamp', { price: '80.00' });
  await pipeline.crawl('all');
  const before = await pipeline.store.pages.find({});
  expect(before.filter((page) => page.targetId === 'lamp').map((page) => new URL(page.url).pathname)).toEqual(['/p/lamp']);
  expect(await changesOf(pipeline, 'lamp')).toEqual(['price Desk lamp']);
});

test('a source whose language changed asks for its pages whole: validators of one language are nothing to another', async ({ shop, pipeline }) => {
  const since = 'Mon, 02 Nov 2026 00:00:00 GMT';
  const asked: (string | undefined)[] = [];
  shop.overrides.set('/p/lamp', ({ headers }, response) => {
    asked.push(headers['if-modified-since']);
    const german = headers['accept-language']?.startsWith('de') === true;
    if (headers['if-modified-since'] === since) response.writeHead(304).end();
    else response.writeHead(200, { 'content-type': 'text/html', 'last-modified': since, vary: 'accept-language' }).end(`<h1>${german ? 'Tischlampe' : 'Desk lamp'}</h1><p class="price">$19.00</p><p>${'Words of the page. '.repeat(60)}</p>`);
  });
  await pipeline.crawl('lamp');
  await pipeline.crawl('lamp');
  pipeline.configure((config) => ({ ...config, sources: new Map([...config.sources].map(([id, source]) => [id, { ...source, language: 'de' }])) }));
  await pipeline.crawl('lamp');
  await pipeline.crawl('lamp');
  expect(asked).toEqual([undefined, since, undefined, since]);
});

test('a page that took its place in a long batch is claimed until the batch is done, and asked for whole when what is kept of it is damaged', async ({ shop, pipeline, redis, prefix }) => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  try {
    const [source] = pipeline.workers.context.config().sources.values();
    if (!source) throw new Error('no source');
    const cache = new PageCache({ store: pipeline.store, claims: pipeline.workers.context.claims, source, target: { id: brand<TargetId>('all'), freshness: 1 }, holder: brand<CrawlId>('crl_long') });
    await cache.look([`${shop.origin}/p/lamp`], new Date());
    const [key = ''] = await redis.keys(`${prefix}:page:*`);
    await redis.pexpire(key, 10_000);
    vi.advanceTimersByTime(20_000);
    await expect.poll(() => redis.pttl(key)).toBeGreaterThan(30_000);
    await cache.release();
    expect([await redis.exists(key), vi.getTimerCount()]).toEqual([0, 0]);
  } finally {
    vi.useRealTimers();
  }
  shop.overrides.set('/p/lamp', (request, response) => {
    if (request.headers['if-none-match'] === undefined) response.writeHead(200, { 'content-type': 'text/html', etag: '"1"' }).end(LAMP);
    else response.writeHead(304).end();
  });
  const outcomes = async (): Promise<readonly string[]> => (await pipeline.crawl('lamp')).flatMap(({ tally }) => Object.keys(tally.outcomes));
  expect([await outcomes(), await outcomes()]).toEqual([['ok'], ['ok']]);
  for (const { _id } of await pipeline.store.archive.find({})) await pipeline.store.archive.update({ _id }, { $set: { bytes: Buffer.from('not brotli') } });
  expect([await outcomes(), await outcomes(), await outcomes()]).toEqual([['network_error'], ['ok'], ['ok']]);
});

const LAMP = '<!doctype html><title>Desk lamp</title><script type="application/ld+json">{"@context":"https://schema.org","@type":"Product","name":"Desk lamp","offers":{"@type":"Offer","price":"100.00","priceCurrency":"USD","availability":"https://schema.org/InStock"}}</script><h1>Desk lamp</h1>';
