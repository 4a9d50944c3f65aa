import { expect } from 'vitest';
import { productTargets, test, until } from './support.ts';

const PRODUCTS = 'sku,title,price,cost,floor,currency,rival urls\nLAMP-1,Our lamp,95.00,40.00,60.00,USD,';

test('an alert carries whose offer it is, how sure the reading is, its history, and the advice that follows from it', async ({ shop, open }) => {
  const yaml = `products: products.csv\n${productTargets(shop, ['lamp'], 'freshness: 1ms, sku: LAMP-1')}rules:\n  cheaper: { preset: price-drop }\n`;
  const pipeline = await open(yaml, { files: { 'products.csv': `${PRODUCTS}${shop.origin}/p/lamp\n` } });
  shop.set('lamp', { price: '95.00' });
  await pipeline.crawl('lamp');
  shop.set('lamp', { price: '80.00' });
  await pipeline.crawl('lamp');
  await until(() => pipeline.slack.messages.length).toBe(1);
  const [alert] = await pipeline.store.alerts.find({});
  expect(alert).toMatchObject({ offer: { sku: 'lamp', confidence: expect.any(Number) }, history: [{ money: { minor: 9_500 } }, { money: { minor: 8_000 } }] });
  // Worked out from the new price, not from the one before.
  expect(alert?.advice).toMatchObject({ language: 'en', advice: { kind: 'lower_price', from: { minor: 9_500 } } });
  expect(pipeline.slack.messages[0]?.words).toMatch(/By −\$15\.00 \(−15\.8%\)[\s\S]*Article lamp[\s\S]*Advised: lower your price[\s\S]*% sure/);
});
