import { describe, expect, test } from 'vitest';
import { widthOf } from '../../cli/output.ts';
import { shell } from './support.ts';

const CONFIG = `version: 1
contact: ops@example.com
sources:
  acme:
    url: https://shop.example/
    currency: USD
    fields:
      price: { css: "b.mine" }
      brand: { css: ".maker" }
      sku: { regex: "Art\\\\. (\\\\w+)" }
      rating: { css: h1 }
      title: { json: "product.name" }
`;
const page = (price: string): string => `<!doctype html><html lang="en"><head><title>Desk lamp</title>
<script type="application/ld+json">{"@type":"Product","name":"Desk lamp","offers":{"@type":"Offer","price":"19.90","priceCurrency":"USD","availability":"https://schema.org/InStock"}}</script>
<script>window.state = {"product":{"name":"Desk lamp, brass"}};</script></head>
<body><h1>Desk lamp</h1><b class="mine">${price}</b><p>Art. L900</p><button>Add to cart</button></body></html>`;
const ARGUMENTS = ['read', '--source', 'acme', 'lamp.html', '--url', 'https://shop.example/products/lamp'] as const;

describe('read --source', () => {
  test('shows of every own selector what it gave, whether it was used, and why not', async () => {
    const { run } = await shell({ 'rivalwatch.yaml': CONFIG, 'lamp.html': page('$1.99') });
    const { code, out } = await run(...ARGUMENTS);
    expect(code).toBe(0);
    expect(out).toMatch(/^own selector {2}result/m);
    expect(out).toMatch(/^price +set aside +"\$1\.99" {2}b\.mine\n +the page's own data say 19\.90 USD, more than twice as different \(json-ld/m);
    expect(out).toMatch(/^brand +found nothing +\.maker\n +it matches nothing on this page$/m);
    expect(out).toMatch(/^sku +used +"L900" {2}Art/m);
    expect(out).toMatch(/^rating +not understood +"Desk lamp" {2}h1\n +this does not read as rating$/m);
    expect(out).toMatch(/^title +used +"Desk lamp, brass" {2}product\.name$/m);
    expect(out).toMatch(/^price +19\.90 USD/m);
    for (const line of out.split('\n').slice(3)) expect(widthOf(line)).toBeLessThanOrEqual(120);
  });

  test('gives the same as JSON, without colours or cuts', async () => {
    const { run } = await shell({ 'rivalwatch.yaml': CONFIG, 'lamp.html': page('$18.00') }, { isTty: true });
    expect((await run(...ARGUMENTS, '--json')).json()).toMatchObject({
      outcome: 'ok', listings: [{ selectors: { price: { state: 'used', raw: '$18.00' }, brand: { state: 'nothing' } }, fields: { price: { state: 'known', evidence: { method: 'configured' }, value: { money: { minor: 1_800 } } } } }],
    });
  });

  test('reads as the source does: its currency too', async () => {
    const { run } = await shell({ 'rivalwatch.yaml': CONFIG.replace('currency: USD', 'currency: EUR').replace(/ {6}price:.*\n/, ''), 'lamp.html': page('x') });
    expect(await run(...ARGUMENTS)).toMatchObject({ code: 1, err: expect.stringContaining('wrong_locale') });
  });

  test('names the sources there are when the name is wrong, and the hosts when the address is', async () => {
    const { run } = await shell({ 'rivalwatch.yaml': CONFIG, 'lamp.html': page('x') });
    expect(await run('read', '--source', 'acne', 'lamp.html')).toMatchObject({ code: 2, err: expect.stringContaining('Did you mean "acme"?') });
    expect(await run('read', '--source', 'acme', 'https://elsewhere.example/p')).toMatchObject({ code: 2, err: expect.stringContaining('which has shop.example') });
  });

  test('a page without it says nothing of selectors', async () => {
    const { run } = await shell({ 'lamp.html': page('$1.99') });
    const { out } = await run('read', 'lamp.html');
    expect(out).not.toContain('own selector');
    expect(out).toMatch(/^sure +the share of such readings that are right/m);
  });
});
