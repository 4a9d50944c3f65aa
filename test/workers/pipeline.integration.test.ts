import { describe, expect } from 'vitest';
import type { Change } from '../../model/change.ts';
import { changesOfCrawl } from '../../storage/changes.ts';
import { moveStage } from '../../storage/crawls.ts';
import type { Pipeline } from '../support/pipeline.ts';
import type { Shop } from '../support/shop.ts';
import { ITEMS, test, until } from './support.ts';

const RULES = `rules:
  cheaper: { preset: price-drop, threshold: 2% }
  gone: { preset: listing-removed }
  new: { preset: new-listing }
  broken: { preset: reading-broken }
  blocked: { preset: source-blocked }
`;

const lampOnly = (shop: Shop): string => `targets:\n  lamp: { kind: product, url: "${shop.origin}/p/lamp", freshness: 1ms }\n${RULES}`;
const everything = (shop: Shop): string => `targets:\n  all: { kind: catalogue, url: "${shop.origin}/", follow: true, freshness: 1ms }\n${RULES}`;

async function changesOf(pipeline: Pipeline, ...targets: readonly string[]): Promise<readonly Change[]> {
  const crawls = await pipeline.crawl(...targets);
  return (await Promise.all(crawls.map((crawl) => changesOfCrawl(pipeline.store, crawl._id)))).flat();
}

describe('one product, from target to message', () => {
  test('a lower price is one change, one alert and one message; nothing before and nothing after', async ({ shop, open }) => {
    const pipeline = await open(lampOnly(shop));
    expect(await changesOf(pipeline, 'lamp')).toEqual([]);
    shop.set('lamp', { price: '80.00' });
    const [change, ...others] = await changesOf(pipeline, 'lamp');
    expect(others).toEqual([]);
    expect(change?.detail).toMatchObject({ kind: 'price', percent: -20, from: { money: { minor: 10_000, currency: 'USD' } }, to: { money: { minor: 8_000 } } });
    expect(change).toMatchObject({ title: 'Desk lamp', evidence: { method: 'json-ld' }, archive: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(await changesOf(pipeline, 'lamp')).toEqual([]);
    expect(pipeline.slack.messages).toHaveLength(1);
    expect(pipeline.slack.messages[0]?.words).toContain('Desk lamp');
    expect(pipeline.slack.refused).toEqual([]);
  });

  test('a captcha in place of the page makes a crawl event and never a price', async ({ shop, open }) => {
    const pipeline = await open(lampOnly(shop));
    await pipeline.crawl('lamp');
    shop.overrides.set('/p/lamp', (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Robot Check</title><h1>Enter the characters you see below</h1><p>Sorry, we just need to make sure you are not a robot.</p><img src="/captcha/x.jpg"><input name="captcha">'));
    const [crawl] = await pipeline.crawl('lamp');
    expect(crawl).toMatchObject({ verdict: 'blocked', tally: { outcomes: { challenge: 1 } } });
    expect((await changesOf(pipeline, 'lamp')).map((change) => change.detail.kind)).toEqual([]);
    shop.overrides.clear();
    expect((await changesOf(pipeline, 'lamp')).map((change) => change.detail.kind)).toEqual(['source_recovered']);
  });

  test('every stage may run twice and changes nothing', async ({ shop, open }) => {
    const pipeline = await open(lampOnly(shop));
    await pipeline.crawl('lamp');
    shop.set('lamp', { price: '70.00' });
    const [crawl] = await pipeline.crawl('lamp');
    if (!crawl) throw new Error('no crawl');
    const counts = async (): Promise<readonly number[]> => Promise.all((['versions', 'changes', 'episodes', 'alerts', 'deliveries'] as const).map((name) => pipeline.store.db.collection(name).countDocuments()));
    const before = await counts();
    for (const stage of ['diff', 'alert', 'recommend'] as const) {
      await moveStage(pipeline.store, crawl._id, 'done', stage, new Date());
      await pipeline.workers.context.enqueue(stage, `${crawl._id}-again`, { crawlId: crawl._id });
      await until(async () => (await pipeline.store.crawls.get(crawl._id))?.stage).toBe('done');
    }
    expect(await counts()).toEqual(before);
    expect(pipeline.slack.messages).toHaveLength(1);
  });
});

describe('a catalogue', () => {
  test('one failed page removes nothing; three good crawls without a listing do', async ({ shop, open }) => {
    const pipeline = await open(everything(shop));
    expect(await changesOf(pipeline, 'all')).toEqual([]);
    shop.overrides.set('/p/rug', (_, response) => response.writeHead(503).end());
    expect(await changesOf(pipeline, 'all')).toEqual([]);
    shop.overrides.clear();
    shop.items = shop.items.filter((item) => item.id !== 'rug');
    expect(await changesOf(pipeline, 'all')).toEqual([]);
    expect(await changesOf(pipeline, 'all')).toEqual([]);
    const removed = await changesOf(pipeline, 'all');
    expect(removed.map((change) => [change.detail.kind, change.title])).toEqual([['listing_disappeared', 'Wool rug']]);
    shop.items = [...shop.items, { id: 'rug', title: 'Wool rug', price: '89.50', stock: 'InStock' }, { id: 'mug', title: 'Tea mug', price: '12.00', stock: 'InStock' }];
    expect((await changesOf(pipeline, 'all')).map((change) => `${change.detail.kind} ${change.title}`).toSorted()).toEqual(['listing_appeared Tea mug', 'listing_returned Wool rug']);
  });

  test('a redesign that hides the prices is told once, and the values are held back', async ({ shop, open }) => {
    const pipeline = await open(everything(shop));
    await pipeline.crawl('all');
    for (const item of ITEMS) {
      shop.overrides.set(`/p/${item.id}`, (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(`<!doctype html><html lang="en-US"><title>${item.title}</title><meta property="og:type" content="product"><meta property="og:title" content="${item.title}"><main><h1>${item.title}</h1><p>In stock</p><button>Add to cart</button>${'<p>Made by hand at the harbour, sent within two days.</p>'.repeat(40)}</main>`));
    }
    expect((await changesOf(pipeline, 'all')).map((change) => change.detail.kind)).toEqual(['reading_broken']);
    expect(await changesOf(pipeline, 'all')).toEqual([]);
    shop.overrides.clear();
    shop.set('lamp', { price: '90.00' });
    expect((await changesOf(pipeline, 'all')).map((change) => change.detail.kind).toSorted()).toEqual(['price', 'reading_recovered']);
  });

  test('a page that two targets want is fetched once, and its change is told once', async ({ shop, open }) => {
    const both = `targets:\n  all: { kind: catalogue, url: "${shop.origin}/", follow: true, freshness: 10m }\n  lamp: { kind: product, url: "${shop.origin}/p/lamp", freshness: 10m }\n${RULES}`;
    const pipeline = await open(both);
    await pipeline.crawl('all', 'lamp');
    expect(shop.asked.filter((path) => path === '/p/lamp')).toHaveLength(1);
    expect(await pipeline.store.db.collection('listings').countDocuments()).toBe(ITEMS.length);
  });
});

describe('waiting', () => {
  test('Retry-After puts the job off without costing an attempt, and nothing is lost', async ({ shop, open }) => {
    const pipeline = await open(lampOnly(shop));
    let refusals = 0;
    shop.overrides.set('/p/lamp', (_, response) => {
      refusals += 1;
      shop.overrides.delete('/p/lamp');
      response.writeHead(429, { 'retry-after': '1', 'content-type': 'text/html' }).end('<h1>Too many requests</h1>');
    });
    const [crawl] = await pipeline.crawl('lamp');
    expect(refusals).toBe(1);
    expect(crawl).toMatchObject({ verdict: 'good', tally: { outcomes: { ok: 1 }, listings: 1 } });
  });

  test('when Redis is emptied amid a crawl, the tick puts the work back', async ({ shop, open, redis, prefix }) => {
    let now = Date.now();
    await open(lampOnly(shop), { start: { only: ['schedule', 'diff', 'alert', 'recommend', 'notify'], clock: () => new Date(now), tickEvery: 200 } });
    const waiting = async (): Promise<number> => (await redis.keys(`${prefix}:crawl:bat_*`)).length;
    await until(waiting).toBe(1);
    await redis.del(await redis.keys(`${prefix}:crawl:*`));
    expect(await waiting()).toBe(0);
    now += 600_000;
    await until(waiting).toBe(1);
  });
});

describe('a source as a whole', () => {
  test('that blocks is told once for all its targets, and once that it is over for the last of them', async ({ shop, open }) => {
    const two = `targets:\n  lamp: { kind: product, url: "${shop.origin}/p/lamp", freshness: 1ms }\n  chair: { kind: product, url: "${shop.origin}/p/chair", freshness: 1ms }\n${RULES}`;
    const pipeline = await open(two);
    await pipeline.crawl('lamp', 'chair');
    for (const id of ['lamp', 'chair']) shop.overrides.set(`/p/${id}`, (_, response) => response.writeHead(403).end('<h1>Forbidden</h1>'));
    await pipeline.crawl('lamp');
    await pipeline.crawl('chair');
    expect(pipeline.slack.messages).toHaveLength(1);
    shop.overrides.delete('/p/lamp');
    expect(await changesOf(pipeline, 'lamp')).toEqual([]);
    shop.overrides.delete('/p/chair');
    expect((await changesOf(pipeline, 'chair')).map((change) => change.detail.kind)).toEqual(['source_recovered']);
    expect(pipeline.slack.messages).toHaveLength(2);
  });
});
