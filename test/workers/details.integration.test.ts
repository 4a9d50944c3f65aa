import { expect } from 'vitest';
import type { Product } from '../../model/advice.ts';
import { brand, type CrawlId } from '../../model/ids.ts';
import { EVIDENCE, price } from '../alerts/changes/support.ts';
import { known } from '../../model/reading.ts';
import { foldObservations } from '../../storage/listings.ts';
import { adviseOn } from '../../workers/recommend.ts';
import { productTargets, test, until } from './support.ts';

const PRODUCTS = 'sku,title,price,cost,floor,currency,rival urls\nLAMP-1,Our lamp,95.00,40.00,60.00,USD,';

test('an alert carries whose offer it is, how sure the reading is, its history, and the advice that follows from it and from what the operator says later', async ({ shop, open: start }) => {
  const yaml = `products: products.csv\n${productTargets(shop, ['lamp'], 'freshness: 1ms')}rules:\n  cheaper: { preset: price-drop }\n`;
  const pipeline = await start(yaml, { files: { 'products.csv': `${PRODUCTS}${shop.origin}/p/lamp\n` } });
  shop.set('lamp', { price: '95.00' });
  const [crawl] = await pipeline.crawl('lamp');
  // What another crawl saw a moment ago and nobody has judged yet is nothing to advise on.
  const [version] = await pipeline.store.versions.find({});
  if (!crawl || version?.content.kind !== 'listing' || !version.listingId) throw new Error('the lamp was not seen');
  const { productId, url, fields } = version.content;
  const seen = { listingId: version.listingId, sourceId: version.sourceId, targetId: version.targetId, crawlId: brand<CrawlId>('crl_other'), at: new Date(version.lastSeenAt.getTime() + 1), read: { productId, url, reviews: [], fields: { ...fields, price: known(price(8_000), EVIDENCE, 0.9) } } };
  expect(await foldObservations(pipeline.store, [seen], seen.at)).toMatchObject([{ result: 'changed' }]);
  await adviseOn(pipeline.workers.context, crawl, new AbortController().signal);
  expect(await pipeline.store.recommendations.count({})).toBe(0);
  shop.set('lamp', { price: '80.00' });
  await pipeline.crawl('lamp');
  await until(() => pipeline.slack.messages.length).toBe(1);
  const [alert] = await pipeline.store.alerts.find({});
  expect(alert).toMatchObject({ offer: { sku: 'lamp', confidence: expect.any(Number) }, history: [{ money: { minor: 9_500 } }, { money: { minor: 8_000 } }] });
  // Worked out from the new price, not from the one before.
  expect(alert?.advice).toMatchObject({ language: 'en', advice: { kind: 'lower_price', from: { minor: 9_500 } } });
  expect(pipeline.slack.messages[0]?.words).toMatch(/By −\$15\.00 \(−15\.8%\)[\s\S]*Article lamp[\s\S]*Advised: lower your price[\s\S]*% sure/);
  // What the operator says now holds for what was advised before: a higher floor, then that it is no rival at all.
  const open = async (): Promise<readonly string[]> => (await pipeline.store.recommendations.find({ state: 'open' })).map(({ advice }) => advice.kind);
  const configure = async (product: Partial<Product>): Promise<void> => {
    pipeline.configure((config) => ({ ...config, products: new Map([...config.products].map(([sku, one]) => [sku, { ...one, ...product }])) }));
    await pipeline.workers.replan();
  };
  expect(await open()).toEqual(['lower_price']);
  await configure({ floor: price(9_400).money });
  expect(await open()).toEqual(['hold_price']);
  // Another target shows it at another address, which stands in the listing for now: the rival is the same.
  await pipeline.store.listings.updateMany({}, { $set: { url: `${shop.origin}/collections/all/p/lamp` } });
  await configure({ rivalUrls: [url, `${shop.origin}/elsewhere`] });
  pipeline.configure((config) => ({ ...config, targets: new Map([...config.targets].map(([id, target]) => [id, { ...target, url: `${shop.origin}/p/lamp?shown=here` }])) }));
  await pipeline.workers.replan();
  expect(await open()).toEqual(['hold_price']);
  await configure({ rivalUrls: [] });
  expect([await open(), await pipeline.store.matches.count({})]).toEqual([[], 0]);
});
