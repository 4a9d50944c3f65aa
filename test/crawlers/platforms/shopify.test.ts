import { describe, expect, it } from 'vitest';
import type { CurrencyCode } from '../../../model/money.ts';
import { currencyCode } from '../../../model/money.ts';
import { valueOf } from '../../../model/reading.ts';
import { readAnswer } from '../../../crawlers/read/index.ts';
import type { PageData } from '../../../crawlers/read/port.ts';
import { hints, listing, page } from '../read/pages.ts';

const USD = (minor: number) => ({ minor, currency: 'USD', exponent: 2 });

function usd(): CurrencyCode {
  const code = currencyCode('USD');
  if (!code) throw new Error('USD is a currency');
  return code;
}

const variant = (id: number, price: string, more: Record<string, unknown> = {}) => ({ id, title: 'Default Title', option1: 'Default Title', price, compare_at_price: null, available: true, sku: `S-${id}`, ...more });
const shirt = (variants: unknown[]) => ({ id: 7_001, title: 'Linen shirt', handle: 'linen-shirt', vendor: 'Acme', body_html: '<p>Soft</p>', options: [{ name: 'Size' }], images: [{ src: 'https://cdn.example/a.jpg' }], variants });

function catalogue(body: unknown, url = 'https://shop.example/products.json?limit=250&page=2'): PageData {
  const answer = readAnswer(Buffer.from(JSON.stringify(body)), hints({ url, role: 'catalogue', platform: 'shopify', contentType: 'application/json', currency: usd() }));
  if (answer.outcome !== 'ok') throw new Error(`${answer.outcome}: ${answer.detail}`);
  return answer;
}

describe('products.json', () => {
  it('gives every product in the configured currency, and the next page', () => {
    const answer = catalogue({ products: [shirt([variant(1, '91.00', { compare_at_price: '130.00' })])] });
    expect(answer.next).toBe('https://shop.example/products.json?limit=250&page=3');
    const [one] = answer.listings;
    expect(one).toMatchObject({ productId: '7001', url: 'https://shop.example/products/linen-shirt' });
    expect(one && valueOf(one.fields.price)).toEqual({ kind: 'page', money: USD(9_100) });
    expect(one && valueOf(one.fields.listPrice)).toEqual({ kind: 'list', money: USD(13_000) });
    expect(one && valueOf(one.fields.availability)).toBe('in_stock');
    expect(one?.fields.price).toMatchObject({ evidence: { method: 'api' } });
  });

  it('ends with an empty page', () => {
    expect(catalogue({ products: [] })).toMatchObject({ listings: [] });
    expect(catalogue({ products: [] }).next).toBeUndefined();
  });

  it.each([null, '', '0.00', '91.00', '80.00'])('takes compare_at_price %j for none', (compare) => {
    expect(catalogue({ products: [shirt([variant(1, '91.00', { compare_at_price: compare })])] }).listings[0]?.fields.listPrice).toMatchObject({ state: 'absent', evidence: { method: 'api', place: 'product.variants.compare_at_price' } });
    expect(catalogue({ products: [shirt([variant(1, '91.00', { compare_at_price: undefined })])] }).listings[0]?.fields.listPrice.state).toBe('unknown');
  });

  it('gives variants of several prices as a range with their offers', () => {
    const [one] = catalogue({ products: [shirt([variant(1, '91.00', { option1: 'S' }), variant(2, '95.00', { option1: 'L', available: false })])] }).listings;
    expect(one && valueOf(one.fields.price)).toEqual({ kind: 'range', money: USD(9_100), max: USD(9_500) });
    expect(one && valueOf(one.fields.offers)).toEqual([
      { sku: '1', options: { Size: 'S' }, price: { kind: 'page', money: USD(9_100) }, availability: 'in_stock' },
      { sku: '2', options: { Size: 'L' }, price: { kind: 'page', money: USD(9_500) }, availability: 'out_of_stock' },
    ]);
  });

  it('is parse_drift for JSON of another shape', () => {
    expect(readAnswer(Buffer.from('{"shop":{"name":"x"}}'), hints({ role: 'catalogue', platform: 'shopify', contentType: 'application/json' })).outcome).toBe('parse_drift');
  });
});

describe('one Shopify product', () => {
  it('reads /products/x.json in decimals without availability, /products/x.js in hundredths', () => {
    const { available, ...bare } = variant(1, '91.00');
    expect(available).toBe(true);
    const over = { platform: 'shopify', contentType: 'application/json', currency: usd() } as const;
    const json = listing(JSON.stringify({ product: shirt([bare]) }), { ...over, url: 'https://shop.example/products/linen-shirt.json' });
    expect(valueOf(json.fields.price)?.money).toEqual(USD(9_100));
    expect(json.fields.availability.state).toBe('unknown');
    const js = listing(JSON.stringify(shirt([{ ...variant(1, ''), price: 9_100, compare_at_price: 13_000 }])), { ...over, url: 'https://shop.example/products/linen-shirt.js' });
    expect(valueOf(js.fields.price)?.money).toEqual(USD(9_100));
    expect(valueOf(js.fields.listPrice)?.money).toEqual(USD(13_000));
  });

  it('reads the state of a page: id, currency, the variant of the URL', () => {
    const state = `<script type="application/json" id="ProductJson-1">${JSON.stringify(shirt([{ ...variant(11, ''), price: 9_100 }, { ...variant(12, ''), price: 9_500, available: false }]))}</script><script>Shopify.currency = {"active":"USD","rate":"1.0"};</script>`;
    const html = page(undefined, `<h1>Linen shirt</h1>${state}`, '<link rel="canonical" href="https://shop.example/products/linen-shirt">').replaceAll('Cordless drill 18V', 'Linen shirt');
    const read = listing(html, { url: 'https://shop.example/products/linen-shirt?variant=12', platform: 'shopify' });
    expect(read.productId).toBe('7001');
    expect(valueOf(read.fields.price)).toEqual({ kind: 'page', money: USD(9_500) });
    expect(valueOf(read.fields.availability)).toBe('out_of_stock');
    expect(valueOf(read.fields.sku)).toBe('S-12');
  });
});
