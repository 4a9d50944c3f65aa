import { describe, expect } from 'vitest';
import type { Change } from '../../model/change.ts';
import { brand, type TargetId } from '../../model/ids.ts';
import type { Pipeline } from '../support/pipeline.ts';
import type { Item, Shop } from '../support/shop.ts';
import { changesOf, ITEMS, kindsOf, productTargets, sourceOf, test } from './support.ts';

const RULES = 'rules:\n  broken: { preset: reading-broken }\n  cheaper: { preset: price-drop }\n';
const everything = (shop: Shop): string => `targets:\n  all: { kind: catalogue, url: "${shop.origin}/", follow: true, freshness: 1ms }\n${RULES}`;
const pages = (shop: Shop): string => `${productTargets(shop, ITEMS.map((item) => item.id))}${RULES}`;
const IDS = ITEMS.map((item) => item.id);

/** The page of a product without any data for machines: its price is what stands in the text. */
function withoutData(shop: Shop, ids: readonly string[], price: (item: Item) => string, items: readonly Item[] = ITEMS): void {
  for (const item of items.filter(({ id }) => ids.includes(id))) {
    shop.overrides.set(`/p/${item.id}`, (_, response) => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      .end(`<!doctype html><html lang="en-US"><title>${item.title}</title><link rel="canonical" href="/p/${item.id}"><main><h1>${item.title}</h1><span class="price">$${price(item)}</span><p>In stock</p><button>Add to cart</button>${'<p>Made by hand at the harbour, sent within two days.</p>'.repeat(40)}</main></html>`));
  }
}

const half = (item: Item): string => (Number(item.price) / 2).toFixed(2);
const detailOf = (changes: readonly Change[], kind: Change['detail']['kind']): Change['detail'] | undefined => changes.find((change) => change.detail.kind === kind)?.detail;
const stateOf = async ({ store }: Pipeline, id: string) => store.targets.get(brand<TargetId>(id));

describe('a source that is read in another way', () => {
  test('is told once with from, to and pages; its values are held back until the data are there again', async ({ shop, open }) => {
    const pipeline = await open(everything(shop));
    await pipeline.crawl('all');
    expect((await stateOf(pipeline, 'all'))?.learned).toMatchObject({ shares: { price: { 'json-ld': 1 } }, places: { price: { 'json-ld': 'json-ld[#].offers.price' } } });
    withoutData(shop, IDS, half);
    const changes = await changesOf(pipeline, 'all');
    expect(changes.map((change) => change.detail.kind)).toEqual(['reading_broken']);
    expect(detailOf(changes, 'reading_broken')).toMatchObject({ fields: [], moved: expect.arrayContaining([expect.objectContaining({ field: 'price', from: 'json-ld', to: 'text', fromPlace: 'json-ld[#].offers.price' })]), examples: [expect.stringContaining('/p/'), expect.stringContaining('/p/'), expect.stringContaining('/p/')] });
    expect(await changesOf(pipeline, 'all')).toEqual([]);
    expect(pipeline.slack.messages).toHaveLength(1);
    expect(pipeline.slack.messages[0]?.words).toMatch(/price: so far from JSON-LD .*, now from page text/);
    shop.overrides.clear();
    expect(await changesOf(pipeline, 'all')).toMatchObject([{ detail: { kind: 'reading_recovered' } }]);
    expect((await stateOf(pipeline, 'all'))?.brokenSince).toBeNull();
  });

  test('is taken as the usual way with the third crawl that agrees, and its values with it', async ({ shop, open }) => {
    const pipeline = await open(everything(shop));
    await pipeline.crawl('all');
    withoutData(shop, IDS, half);
    expect([await kindsOf(pipeline, 'all'), await kindsOf(pipeline, 'all')]).toEqual([['reading_broken'], []]);
    const changes = await changesOf(pipeline, 'all');
    expect(detailOf(changes, 'reading_recovered')).toEqual({ kind: 'reading_recovered', accepted: true });
    expect(changes.filter((change) => change.detail.kind === 'price')).toHaveLength(ITEMS.length);
    expect((await stateOf(pipeline, 'all'))?.learned?.shares.price).toEqual({ text: 1 });
    withoutData(shop, IDS, (item) => item.price);
    expect((await kindsOf(pipeline, 'all')).filter((kind) => kind === 'price')).toHaveLength(ITEMS.length);
  });

  test('makes nothing of a listing that comes meanwhile until it is read as usual: then it is new, with its real price', async ({ shop, open }) => {
    const pipeline = await open(everything(shop));
    await pipeline.crawl('all');
    const mug: Item = { id: 'mug', title: 'Tea mug', price: '12.00', stock: 'InStock' };
    shop.items = [...shop.items, mug];
    withoutData(shop, [...IDS, 'mug'], half, [...ITEMS, mug]);
    expect(await kindsOf(pipeline, 'all')).toEqual(['reading_broken']);
    expect((await pipeline.store.versions.find({ diff: 'held' })).map((version) => version.content.kind === 'listing' && version.content.productId)).toContain('mug');
    shop.overrides.clear();
    const changes = await changesOf(pipeline, 'all');
    expect(changes.map((change) => change.detail.kind).toSorted()).toEqual(['listing_appeared', 'reading_recovered']);
    expect(detailOf(changes, 'listing_appeared')).toMatchObject({ price: { money: { minor: 1_200 } } });
    shop.set('mug', { price: '10.00' });
    expect(await changesOf(pipeline, 'all')).toMatchObject([{ detail: { kind: 'price', from: { money: { minor: 1_200 } }, to: { money: { minor: 1_000 } } } }]);
  });

  test('takes in a listing that came meanwhile when the new way is accepted', async ({ shop, open }) => {
    const pipeline = await open(everything(shop));
    await pipeline.crawl('all');
    const mug: Item = { id: 'mug', title: 'Tea mug', price: '12.00', stock: 'InStock' };
    shop.items = [...shop.items, mug];
    withoutData(shop, [...IDS, 'mug'], (item) => item.price, [...ITEMS, mug]);
    expect([await kindsOf(pipeline, 'all'), await kindsOf(pipeline, 'all')]).toEqual([['reading_broken'], []]);
    expect((await kindsOf(pipeline, 'all')).toSorted()).toEqual(['listing_appeared', 'reading_recovered']);
    expect(await pipeline.store.versions.find({ unsettled: true })).toEqual([]);
  });

  test('is found over the targets of the source where each has one listing, and one listing alone is no break', async ({ shop, open }) => {
    const pipeline = await open(pages(shop));
    await pipeline.crawl(...IDS);
    withoutData(shop, ['lamp'], half);
    expect(await kindsOf(pipeline, ...IDS)).toEqual([]);
    expect(pipeline.slack.messages).toEqual([]);
    // Seen a second time, it is that listing's price.
    expect(await kindsOf(pipeline, 'lamp')).toEqual(['price']);
    expect(await kindsOf(pipeline, 'chair', 'rug', 'vase')).toEqual([]);
    withoutData(shop, ['chair', 'rug', 'vase'], half);
    expect(await kindsOf(pipeline, 'chair')).toEqual([]);
    expect(await kindsOf(pipeline, 'rug')).toEqual([]);
    expect(await kindsOf(pipeline, 'vase')).toEqual(['reading_broken']);
    expect(await kindsOf(pipeline, 'chair')).toEqual(['reading_broken']);
    // Told to people once, whichever target found it.
    expect(pipeline.slack.messages.filter((message) => message.words.includes('Reading is broken'))).toHaveLength(1);
  });

  test('of many targets crawled at once gives no price away, and is over for all of them once', async ({ shop, open }) => {
    const pipeline = await open(pages(shop));
    await pipeline.crawl(...IDS);
    withoutData(shop, IDS, half);
    const found = [...await kindsOf(pipeline, ...IDS), ...await kindsOf(pipeline, ...IDS)];
    expect(found).toEqual(IDS.map(() => 'reading_broken'));
    shop.overrides.clear();
    expect(new Set(await kindsOf(pipeline, ...IDS))).toEqual(new Set(['reading_recovered']));
    expect(pipeline.slack.messages.map(({ words }) => /Reading (?:is broken|works again)/.exec(words)?.[0])).toEqual(['Reading is broken', 'Reading works again']);
  });

  test('a set-up that the operator changed is compared with nothing', async ({ shop, open }) => {
    const pipeline = await open(everything(shop));
    await pipeline.crawl('all');
    withoutData(shop, IDS, (item) => item.price);
    pipeline.configure((config) => ({ ...config, sources: new Map([...config.sources].map(([id, source]) => [id, { ...source, fields: { price: { css: '.price' } } }])) }));
    expect(await kindsOf(pipeline, 'all')).toEqual([]);
    expect((await stateOf(pipeline, 'all'))?.learned?.shares.price).toEqual({ configured: 1 });
  });
});

describe('an operator\'s selector', () => {
  const configured = (shop: Shop, css: string): string => `${sourceOf(shop, `, fields: { price: { css: "${css}" } }`)}${everything(shop)}`;

  test('that points at no amount is counted with a page to look at, and costs nothing', async ({ shop, open }) => {
    const pipeline = await open(configured(shop, 'p'));
    const [crawl] = await pipeline.crawl('all');
    expect(crawl).toMatchObject({ verdict: 'good', tally: { coverage: { price: ITEMS.length }, selectors: { price: { unreadable: { count: ITEMS.length, examples: [{ url: expect.stringContaining('/p/'), place: 'this does not read as price' }, {}, {}] } } } } });
  });

  test('is used all the way to the change, and named as its evidence', async ({ shop, open }) => {
    const pipeline = await open(configured(shop, 'span.price'));
    expect((await pipeline.crawl('all'))[0]?.tally.selectors).toMatchObject({ price: { used: { count: ITEMS.length } } });
    shop.set('lamp', { price: '80.00' });
    expect(await changesOf(pipeline, 'all')).toMatchObject([{ detail: { kind: 'price', percent: -20 }, evidence: { method: 'configured', place: 'span.price', raw: '$80.00' } }]);
  });

  test('that went stale is overruled by the page\'s own data: no false price', async ({ shop, open }) => {
    const pipeline = await open(configured(shop, '.promo'));
    const promo = (item: Item, amount: string): void => {
      const data = { '@context': 'https://schema.org', '@type': 'Product', name: item.title, sku: item.id, offers: { '@type': 'Offer', price: item.price, priceCurrency: 'USD', availability: 'https://schema.org/InStock' } };
      shop.overrides.set(`/p/${item.id}`, (_, response) => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
        .end(`<!doctype html><html lang="en-US"><title>${item.title}</title><link rel="canonical" href="/p/${item.id}"><script type="application/ld+json">${JSON.stringify(data)}</script><main><h1>${item.title}</h1><b class="promo">${amount}</b>${'<p>Made by hand at the harbour.</p>'.repeat(60)}</main></html>`));
    };
    for (const item of ITEMS) promo(item, `$${item.price}`);
    expect((await pipeline.crawl('all'))[0]?.tally.selectors).toMatchObject({ price: { used: { count: ITEMS.length } } });
    for (const item of ITEMS) promo(item, '$5.00');
    const [crawl] = await pipeline.crawl('all');
    expect(crawl).toMatchObject({ verdict: 'good', changes: 0, tally: { selectors: { price: { overridden: { count: ITEMS.length, examples: [{ place: expect.stringContaining('the page\'s own data say') }, {}, {}] } } } } });
  });
});
