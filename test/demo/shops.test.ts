import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { startWorld, openWorld, type RunningWorld } from '../../demo/shops/world.ts';
import { isPicture } from '../../crawlers/picture-hash.ts';
import { TEASET, THERMOS } from '../../demo/shops/hongyun/catalogue.ts';
import { TEAPOT } from '../../demo/shops/kumo/shop.ts';
import { OWN_BOTTLE } from '../../demo/shops/bazaar/opening.ts';

const productList = z.object({ products: z.array(z.object({ variants: z.array(z.object({ price: z.string() })) })) });
const jsonLd = z.object({ '@type': z.string(), offers: z.array(z.object({ priceCurrency: z.string() })) });
const reviewList = z.object({ comments: z.array(z.unknown()) });

let running: RunningWorld;
beforeAll(async () => {
  running = await startWorld();
});
afterAll(async () => running.close());

const get = async (shop: 'northwind' | 'hongyun' | 'kumo' | 'bazaar', path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${running.shops[shop].url}${path}`, { headers, redirect: 'manual' });

test('products.json has pages and ends with an empty one', async () => {
  const sizes: number[] = [];
  for (const page of [1, 2, 3, 4]) {
    const answer = await get('northwind', `/products.json?limit=24&page=${page}`);
    const body = productList.parse(await answer.json());
    sizes.push(body.products.length);
    expect(body.products.every((product) => product.variants.every((variant) => /^\d+\.\d{2}$/.test(variant.price)))).toBe(true);
  }
  expect(sizes).toEqual([24, 24, 12, 0]);
});

test('products.json refuses to be asked too deep, as Shopify does', async () => {
  const answer = await get('northwind', '/products.json?limit=250&page=101');
  expect(answer.status).toBe(400);
  expect(await answer.text()).toContain('25000');
});

test('a product is also served as data, in decimal texts and in hundredths', async () => {
  const decimal = await (await get('northwind', '/products/fjord-headlamp.json')).text();
  const hundredths = await (await get('northwind', '/products/fjord-headlamp.js')).text();
  expect(decimal).toContain('"price":"44.99"');
  expect(hundredths).toContain('"price":4499');
});

test('collection pages link to the next one until the last', async () => {
  const next = async (page: number): Promise<boolean> => (await (await get('northwind', `/collections/all?page=${page}`)).text()).includes(`rel="next"`);
  expect([await next(1), await next(2), await next(3)]).toEqual([true, true, false]);
  expect((await get('northwind', '/collections/all?page=4')).status).toBe(404);
});

test('a product page carries JSON-LD, variants and the decoys of a real page', async () => {
  const page = await (await get('northwind', '/products/ridgeline-backpack')).text();
  const block = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)?.[1] ?? '';
  const data = jsonLd.parse(JSON.parse(block));
  expect(data['@type']).toBe('Product');
  expect(data.offers.map((offer) => offer.priceCurrency)).toEqual(['USD', 'USD', 'USD']);
  for (const decoy of ['You may also like', 'interest-free payments', 'orders over $75.00']) expect(page).toContain(decoy);
});

test.each([
  ['northwind', '/products/ridgeline-backpack'], ['northwind', '/collections/all'], ['hongyun', `/item.htm?id=${THERMOS}`], ['kumo', `/goods/${TEAPOT}`],
  ['bazaar', '/search?q=insulated%20bottle'], ['bazaar', '/policies/seller-rules'],
] as const)('%s %s is as heavy as a real page', async (shop, path) => {
  const size = (await (await get(shop, path)).arrayBuffer()).byteLength;
  expect(size).toBeGreaterThan(20_000);
  expect(size).toBeLessThan(110_000);
});

test('every shop has a robots.txt and says 404 properly', async () => {
  for (const shop of ['northwind', 'hongyun', 'kumo', 'bazaar'] as const) {
    expect(await (await get(shop, '/robots.txt')).text()).toContain('User-agent: *');
    expect((await get(shop, '/no/such/page')).status).toBe(404);
  }
});

test('an unchanged page answers 304 to its ETag and to its date', async () => {
  const first = await get('northwind', '/products/fjord-headlamp');
  const etag = first.headers.get('etag') ?? '';
  const modified = first.headers.get('last-modified') ?? '';
  expect((await get('northwind', '/products/fjord-headlamp', { 'if-none-match': etag })).status).toBe(304);
  expect((await get('northwind', '/products/fjord-headlamp', { 'if-modified-since': modified })).status).toBe(304);
  expect((await get('northwind', '/products/fjord-headlamp', { 'if-none-match': '"other"', 'if-modified-since': modified })).status).toBe(200);
});

test('a changed page answers 200 to the old ETag and to the old date', async () => {
  const own = await startWorld();
  try {
    const path = `${own.shops.bazaar.url}/policies/seller-rules`;
    const first = await fetch(path);
    await first.arrayBuffer();
    const world = openWorld();
    own.show({ ...world, bazaar: { ...world.bazaar, rules: world.bazaar.rules.slice(1) } });
    for (const headers of [{ 'if-none-match': first.headers.get('etag') ?? '' }, { 'if-modified-since': first.headers.get('last-modified') ?? '' }]) {
      expect((await fetch(path, { headers })).status).toBe(200);
    }
  } finally {
    await own.close();
  }
});

test('one page of the marketplace is GBK and says so only inside', async () => {
  const answer = await get('hongyun', `/item.htm?id=${TEASET}`);
  expect(answer.headers.get('content-type')).toBe('text/html');
  const body = await answer.arrayBuffer();
  expect(new TextDecoder('gbk', { fatal: true }).decode(body)).toContain('功夫茶具');
  expect(new TextDecoder('utf-8').decode(body)).not.toContain('功夫茶具');
});

test('the marketplace page holds its state and differs on every view', async () => {
  const [first, second] = await Promise.all([get('hongyun', `/item.htm?id=${THERMOS}`), get('hongyun', `/item.htm?id=${THERMOS}`)]);
  const text = await first.text();
  expect(text).toContain('"priceMoney":"12900"');
  expect(text).toContain('10万+');
  expect(text).not.toBe(await second.text());
  expect(first.headers.get('etag')).toBeNull();
});

test('reviews come as JSON, ten a page', async () => {
  const sizes: number[] = [];
  for (const page of [1, 3, 4]) sizes.push(reviewList.parse(await (await get('hongyun', `/rate/list.json?itemId=${THERMOS}&page=${page}`)).json()).comments.length);
  expect(sizes).toEqual([10, 4, 0]);
});

test('the shell of the script shop names no price of the article; its interface does', async () => {
  expect(await (await get('kumo', `/goods/${TEAPOT}`)).text()).not.toContain('12,800');
  expect(await (await get('kumo', `/api/items/${TEAPOT}`)).json()).toMatchObject({ price: 12_800 });
});

test('the search has sponsored places above the organic ones and three pages', async () => {
  const first = await (await get('bazaar', '/search?q=insulated+bottle')).text();
  const ids = Array.from(first.matchAll(/data-product-id="(BZ\d+)"( data-sponsored)?/g), (match) => `${match[1]}${match[2] ? '*' : ''}`);
  expect(ids.slice(0, 5)).toEqual(['BZ10440*', 'BZ10452*', 'BZ10401', 'BZ10402', OWN_BOTTLE]);
  expect(ids).toHaveLength(23);
  expect(await (await get('bazaar', '/search?q=insulated+bottle&page=3')).text()).not.toContain('rel="next"');
});

test('faults spoil answers as often as they say and then stop', async () => {
  const world = openWorld();
  const own = await startWorld({ ...world, northwind: { ...world.northwind, faults: [{ id: 'slow-down', path: '/products.json', what: 'rate_limited', times: 2, retryAfter: 1 }] } });
  try {
    const ask = async (): Promise<Response> => fetch(`${own.shops.northwind.url}/products.json`);
    const first = await ask();
    expect([first.status, first.headers.get('retry-after')]).toEqual([429, '1']);
    expect([(await ask()).status, (await ask()).status]).toEqual([429, 200]);
  } finally {
    await own.close();
  }
});

test('a misprint stands on the page as often as it says, in all places', async () => {
  const world = openWorld();
  const own = await startWorld({ ...world, northwind: { ...world.northwind, faults: [{ id: 'm', path: '/products/fjord-headlamp', what: 'misprint', print: { right: '44.99', wrong: '449.90' }, times: 1 }] } });
  try {
    const page = async (): Promise<string> => (await fetch(`${own.shops.northwind.url}/products/fjord-headlamp`)).text();
    const [first, second] = [await page(), await page()];
    expect([first.includes('44.99'), first.includes('449.90'), second.includes('44.99'), second.includes('449.90')]).toEqual([false, true, true, false]);
  } finally {
    await own.close();
  }
});

test('a picture shows the same in whatever folder it lies, and another one something else', async () => {
  const bytes = async (path: string): Promise<Buffer> => Buffer.from(await (await get('hongyun', path)).arrayBuffer());
  const [one, moved, other] = [await bytes('/img/i1/a_1.png'), await bytes('/img/cdn-9/i1/a_1.png'), await bytes('/img/i1/a_2.png')];
  expect([isPicture(one), one.equals(moved), one.equals(other)]).toEqual([true, true, false]);
});

test('walls and soft errors look like the real ones: status 200 and no data', async () => {
  const world = openWorld();
  const faults = [{ id: 'c', path: '/products/cedar-backpack', what: 'captcha' }, { id: 's', path: '/products/cedar-headlamp', what: 'soft_404' }] as const;
  const own = await startWorld({ ...world, northwind: { ...world.northwind, faults } });
  try {
    const page = async (handle: string): Promise<string> => {
      const answer = await fetch(`${own.shops.northwind.url}/products/${handle}`);
      expect(answer.status).toBe(200);
      return answer.text();
    };
    expect(await page('cedar-backpack')).toContain('Robot Check');
    expect(await page('cedar-headlamp')).toContain('could not be found');
  } finally {
    await own.close();
  }
});
