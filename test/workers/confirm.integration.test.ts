import { describe, expect } from 'vitest';
import type { Shop } from '../support/shop.ts';
import { kindsOf, productTargets, test } from './support.ts';

const wall = (shop: Shop): void => void shop.overrides.set('/p/lamp', (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Robot Check</title><h1>Enter the characters you see below</h1><p>Sorry, we just need to make sure you are not a robot.</p><img src="/captcha/x.jpg"><input name="captcha">'));

describe('a change that waits for a second crawl', () => {
  test('that the source blocks is confirmed by a crawl that is blocked again, and told once', async ({ shop, open }) => {
    const pipeline = await open(`${productTargets(shop, ['lamp'])}rules:\n  blocked: { preset: source-blocked, confirm: 2 }\n`);
    await pipeline.crawl('lamp');
    wall(shop);
    expect(await kindsOf(pipeline, 'lamp')).toEqual(['source_blocked']);
    expect(pipeline.slack.messages).toHaveLength(0);
    expect(await kindsOf(pipeline, 'lamp')).toEqual([]);
    expect(pipeline.slack.messages).toHaveLength(1);
    await pipeline.crawl('lamp');
    expect(pipeline.slack.messages).toHaveLength(1);
    shop.overrides.clear();
    expect(await kindsOf(pipeline, 'lamp')).toEqual(['source_recovered']);
    expect(pipeline.slack.messages).toHaveLength(2);
  });

  test('that the source blocks is dropped when the next crawl gets through', async ({ shop, open }) => {
    const pipeline = await open(`${productTargets(shop, ['lamp'])}rules:\n  blocked: { preset: source-blocked, confirm: 2 }\n`);
    await pipeline.crawl('lamp');
    wall(shop);
    await pipeline.crawl('lamp');
    shop.overrides.clear();
    await pipeline.crawl('lamp');
    await pipeline.crawl('lamp');
    expect(pipeline.slack.messages).toEqual([]);
  });

  test('of a listing is confirmed only by a crawl that saw the listing', async ({ shop, open }) => {
    const pipeline = await open(`targets:\n  all: { kind: catalogue, url: "${shop.origin}/", follow: true, freshness: 1ms }\nrules:\n  cheaper: { preset: price-drop, confirm: 2 }\n`);
    await pipeline.crawl('all');
    shop.set('lamp', { price: '80.00' });
    expect(await kindsOf(pipeline, 'all')).toEqual(['price']);
    shop.overrides.set('/p/lamp', (_, response) => response.writeHead(503).end());
    const [partial] = await pipeline.crawl('all');
    expect(partial?.verdict).toBe('partial');
    wall(shop);
    await pipeline.crawl('all');
    expect(pipeline.slack.messages).toHaveLength(0);
    shop.overrides.clear();
    await pipeline.crawl('all');
    expect(pipeline.slack.messages).toHaveLength(1);
  });

  test('waits no longer when its rule is gone or its record is', async ({ shop, open }) => {
    const pipeline = await open(`${productTargets(shop, ['lamp', 'chair'])}rules:\n  cheaper: { preset: price-drop, confirm: 2 }\n`);
    const waiting = (): Promise<number> => pipeline.store.episodes.count({ waiting: { $exists: true } });
    await pipeline.crawl('lamp', 'chair');
    shop.set('lamp', { price: '80.00' });
    shop.set('chair', { price: '200.00' });
    await pipeline.crawl('lamp', 'chair');
    expect(await waiting()).toBe(2);
    await pipeline.store.changes.remove({ title: 'Oak chair' });
    await pipeline.crawl('chair');
    expect(await waiting()).toBe(1);
    pipeline.configure((config) => ({ ...config, rules: [] }));
    await pipeline.crawl('lamp');
    expect(await waiting()).toBe(0);
    expect((await pipeline.store.episodes.find({})).map((episode) => episode.state)).toEqual(['recovered', 'recovered']);
    expect(pipeline.slack.messages).toEqual([]);
  });
});
