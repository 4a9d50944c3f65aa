import { describe, expect, it } from 'vitest';
import { valueOf } from '../../../model/reading.ts';
import { listing, page } from './pages.ts';

const stock = (more: Record<string, unknown>, body = '') => valueOf(listing(page(undefined, `<h1>Cordless drill 18V</h1><p class="price">€119.00</p>${body}<script>window.__STATE__ = ${JSON.stringify({ page: { product: { id: '12345', name: 'Cordless drill 18V', sku: 'CD-18', price: 119, ...more } } })};</script>`)).fields.availability);

describe('stock in a shop\'s own data', () => {
  it.each<[Record<string, unknown>, string | undefined]>([
    [{ inStock: true }, 'in_stock'], [{ inStock: false }, 'out_of_stock'], [{ available: 'false' }, 'out_of_stock'], [{ soldOut: true }, 'out_of_stock'], [{ isSoldOut: false }, 'in_stock'], [{ availability: 'OUT_OF_STOCK' }, 'out_of_stock'],
    [{ stockStatus: 'IN_STOCK' }, 'in_stock'], [{ stock: { status: 'x' } }, undefined], [{ stock: 0 }, 'out_of_stock'], [{ inventory_quantity: 12 }, 'in_stock'], [{ availability: { code: 'PreOrder' } }, 'preorder'], [{ stock: 'yes please' }, undefined],
    [{ outOfStock: true, inStock: true }, 'out_of_stock'],
  ])('%j', (more, wanted) => {
    expect(stock(more)).toBe(wanted);
  });

  it('words on the page that say sold out go before it', () => {
    expect(stock({ inStock: true }, '<p class="stock-status">Sold out</p>')).not.toBe('in_stock');
  });

  it('another article\'s stock is not this one\'s', () => {
    expect(stock({ related: [{ id: '9', name: 'Garden hose', price: 5, inStock: false }] })).toBeUndefined();
  });
});

describe('the article in data of an app', () => {
  const of = (script: string, data?: unknown, body = '<h1>Cordless drill 18V</h1>') => listing(page(data, body).replace('</body>', `<script>${script}</script></body>`)).fields;
  const bare = { '@type': 'Product', name: 'Cordless drill 18V', sku: 'CD-18', productID: 206025763, offers: {} };
  const stocks = [{ productId: 205104757, isInStock: true, productPrice: { current: { value: 29.99 }, currency: 'GBP' } }, { productId: 206025763, isInStock: true, productPrice: { current: { value: 110, text: '£110.00' }, previous: { value: 130 }, currency: 'GBP' } }];

  it.each([
    ['as a list', `shop.pdp.stock = ${JSON.stringify(stocks)};`],
    ['as text', `shop.pdp.config = shop.pdp.config || {}; /*~stock~*/shop.pdp.config.stockResponse = '${JSON.stringify(stocks)}';`],
  ])('is the one with the number that the page gives, of several without names: %s', (_, script) => {
    const fields = of(script, bare);
    expect(valueOf(fields.price)?.money).toEqual({ minor: 11_000, currency: 'GBP', exponent: 2 });
    expect(valueOf(fields.availability)).toBe('in_stock');
    expect(valueOf(fields.listPrice)?.money.minor).toBe(13_000);
  });

  it('has its amounts under another name', () => {
    const fields = of(`window.__APP__ = ${JSON.stringify({ product: { itemId: '4711', name: 'Cordless drill 18V', priceInfo: { currentPrice: { price: 14.97, currencyUnit: 'USD' }, wasPrice: { price: 19.97, currencyUnit: 'USD' } }, averageRating: 4.7, numberOfReviews: 3_312 } })};`);
    expect([valueOf(fields.price)?.money.minor, valueOf(fields.listPrice)?.money.minor, valueOf(fields.rating)?.value, valueOf(fields.reviewCount)?.value]).toEqual([1_497, 1_997, 4.7, 3_312]);
  });

  it('comes in pieces', () => {
    const piece = JSON.stringify(`4:["$","div",null,${JSON.stringify({ product: { name: 'Cordless drill 18V', brand: { name: 'Acme' }, sku: 'CD-18', offers: { price: '119.00', priceCurrency: 'EUR', availability: 'https://schema.org/InStock' } } })}]\n`);
    const fields = of(`self.__next_f.push([1,${piece}])`);
    expect([valueOf(fields.brand), valueOf(fields.sku), valueOf(fields.availability), valueOf(fields.price)?.money.minor]).toEqual(['Acme', 'CD-18', 'in_stock', 11_900]);
  });

  it('needs no number where the app calls it the article', () => {
    expect(valueOf(of('window.__S__ = {"page": {"product": {"name": "Cordless drill 18V", "price": "119.00", "currency": "EUR", "inStock": false}}};').availability)).toBe('out_of_stock');
  });

  it('is none of those beside it', () => {
    expect(valueOf(of('window.__S__ = {"page": {"others": [{"name": "Cordless drill 18V", "price": "119.00", "currency": "EUR", "inStock": false}]}};').availability)).toBeUndefined();
  });

  it('says all that is known of it', () => {
    const product = {
      id: 206025763, name: 'Cordless drill 18V', price: 119, currency: 'EUR', mpn: 'M-4711', ean: '4006381333931', stockQuantity: 7, condition: 'new', seller: { name: 'Tool House' },
      description: 'A drill with two speeds for wood and steel.', images: [{ url: '/a.jpg' }, { url: 'https://cdn.example/b.webp' }], reviewSummary: { average: 4.5, count: '12', max: 5 }, max: 10,
    };
    const fields = of(`window.__S__ = ${JSON.stringify({ product })};`);
    expect([valueOf(fields.mpn), valueOf(fields.gtin), valueOf(fields.quantity), valueOf(fields.condition), valueOf(fields.seller), valueOf(fields.description)]).toEqual(['M-4711', '04006381333931', 7, 'new', { name: 'Tool House' }, product.description]);
    expect(valueOf(fields.images)).toEqual([expect.stringMatching(/^https:.*\/a\.jpg$/), 'https://cdn.example/b.webp']);
    expect([valueOf(fields.rating), valueOf(fields.reviewCount)]).toEqual([{ value: 4.5, scale: 5 }, { value: 12, lowerBound: false }]);
    expect(fields.rating).toMatchObject({ evidence: { method: 'embedded-state', place: expect.stringMatching(/product\.reviewSummary\.average$/) } });
  });

  it.each<[string, Record<string, unknown>]>([
    ['stars that nobody gave', { averageRating: 5, reviewCount: 0 }], ['a number over its scale', { rating: 47 }], ['a text', { rating: 'PG-13' }], ['a list', { ratings: [5, 4] }],
  ])('%s are no rating', (_, more) => {
    expect(valueOf(of(`window.__S__ = ${JSON.stringify({ product: { id: 206025763, name: 'Cordless drill 18V', price: 119, ...more } })};`).rating)).toBeUndefined();
  });
});
