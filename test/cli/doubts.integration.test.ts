import { expect, onTestFinished } from 'vitest';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from '../support/fixtures.ts';
import { openShop } from '../support/shop.ts';
import { headOf, shell } from './support.ts';

test('crawl and status say how reading is broken and which own selectors were not used, with pages', async ({ space }) => {
  const shop = await openShop([{ id: 'lamp', title: 'Desk lamp', price: '20.00', stock: 'InStock' }]);
  onTestFinished(() => shop.close());
  const config = (fields: string): string => `${headOf(space)}sources:\n  shop:\n    url: ${shop.origin}/\n    currency: USD\n    allowPrivateAddresses: true\n    politeness: { delay: 1ms }\n    fields: ${fields}\ntargets:\n  lamp: { kind: product, url: "${shop.origin}/p/lamp", freshness: 1ms }\n`;
  const cli = await shell({ 'rivalwatch.yaml': config('{ brand: { css: .maker }, price: { css: span.price } }') });
  expect(await cli.run('migrate')).toMatchObject({ code: 0 });

  const selectors = /^lamp: own selector of brand found nothing on 1 of 1 pages of source shop, e\.g\. http:\/\/127\.0\.0\.1:\d+\/p\/lamp\n {2}it matches nothing on this page$/m;
  expect(await cli.run('crawl', 'lamp')).toMatchObject({ code: 0, out: expect.stringMatching(selectors) });
  expect((await cli.run('status')).out).toMatch(selectors);

  await writeFile(join(cli.folder, 'rivalwatch.yaml'), config('{}'));
  shop.overrides.set('/p/lamp', (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(`<!doctype html><html lang="en"><title>Desk lamp</title><meta property="og:type" content="product"><h1>Desk lamp</h1><p>In stock</p><button>Add to cart</button>${'<p>A lamp for the desk.</p>'.repeat(80)}</html>`));
  expect(await cli.run('crawl', 'lamp')).toMatchObject({ code: 1, err: expect.stringContaining('docs/reading.md') });
  const { out } = await cli.run('status');
  expect(out).toMatch(/^lamp .* reading broken since 20/m);
  expect(out).toMatch(/^lamp: missing on most pages: price\. Values are held back \(docs\/reading\.md\)\.\n {2}http:\/\/127\.0\.0\.1:\d+\/p\/lamp$/m);
  expect((await cli.run('status', '--json')).json()).toMatchObject({ targets: [{ target: 'lamp', state: 'broken', fault: { lost: ['price'], acceptable: false }, selectors: [] }] });
});
