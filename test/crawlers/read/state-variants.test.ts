import { describe, expect, it } from 'vitest';
import { valueOf } from '../../../model/reading.ts';
import { listing, page } from './pages.ts';

const of = (state: unknown, url = 'https://shop.example/p/drill-18', body = '') => listing(page(undefined, `<h1>Cordless drill 18V</h1>${body}<script>window.__APP__ = ${JSON.stringify(state)};</script>`), { url }).fields;
const drill = (more: Record<string, unknown>) => ({ product: { id: 206025763, name: 'Cordless drill 18V', currency: 'EUR', ...more } });

describe('variants in an app\'s state', () => {
  const variants = [{ sku: 'D-RED', options: { Colour: 'Red' }, price: 119.5, inventory_quantity: 4, available: true }, { sku: 'D-BLUE', options: { Colour: 'Blue' }, price: 129.5, available: false }];

  it('have their options, prices and stock', () => {
    const { offers, price, availability } = of(drill({ variants }));
    expect(valueOf(offers)).toEqual([
      { sku: 'D-RED', options: { Colour: 'Red' }, price: { kind: 'page', money: { minor: 11_950, currency: 'EUR', exponent: 2 } }, availability: 'in_stock', quantity: 4 },
      { sku: 'D-BLUE', options: { Colour: 'Blue' }, price: { kind: 'page', money: { minor: 12_950, currency: 'EUR', exponent: 2 } }, availability: 'out_of_stock' },
    ]);
    expect(valueOf(price)).toMatchObject({ kind: 'range', money: { minor: 11_950 }, max: { minor: 12_950 } });
    expect(valueOf(availability)).toBe('in_stock');
  });

  it('the one that the address names is the one shown', () => {
    const { offers, price, availability } = of(drill({ variants }), 'https://shop.example/p/drill-18?variant=D-BLUE');
    expect(valueOf(offers)?.map(({ selected }) => selected)).toEqual([undefined, true]);
    expect(valueOf(price)).toMatchObject({ kind: 'page', money: { minor: 12_950 } });
    expect(valueOf(availability)).toBe('out_of_stock');
  });

  it.each<[string, unknown]>([
    ['lists of names and values', [{ id: 'S1', attributes: [{ name: 'Size', value: 'M' }], price: 1.5 }, { id: 'S2', attributes: [{ name: 'Size', value: 'L' }], price: 1.5 }]],
    ['members of their own', [{ id: 'S1', Size: 'x', size: 'M', price: 1.5 }, { id: 'S2', size: 'L', price: 1.5 }]],
    ['an object by number', { a: { id: 'S1', size: 'M', price: 1.5 }, b: { id: 'S2', size: 'L', price: 1.5 } }],
  ])('are told apart by %s', (_, skus) => {
    expect(valueOf(of(drill({ skus })).offers)?.map(({ options }) => Object.values(options)[0])).toEqual(['M', 'L']);
  });

  it('may stand as articles of the same name', () => {
    const products = ['Bronze', 'Nickel'].map((finish, index) => ({ sku: `A${index}`, title: `Cordless drill 18V ${finish}`, default: index === 1, price: { original: '150.00', sale: '120.00', symbol: '€' } }));
    const { offers, price, listPrice } = of({ collection: { _id: 'x17', long_name: 'Cordless drill 18V', products } });
    expect(valueOf(offers)).toMatchObject([{ sku: 'A0', options: { name: 'Cordless drill 18V Bronze' } }, { sku: 'A1', selected: true }]);
    expect([valueOf(price)?.money.minor, valueOf(listPrice)?.money.minor]).toEqual([12_000, 15_000]);
  });

  it.each<[string, Record<string, unknown>]>([
    ['other articles', { products: [{ id: 'a1', name: 'Garden hose', price: 5.5 }, { id: 'a2', name: 'Saw', price: 6.5 }] }], ['things without a number', { variants: [{ size: 'M' }, { size: 'L' }] }], ['texts', { variants: ['M', 'L'] }],
  ])('are not made of %s', (_, more) => {
    expect(valueOf(of(drill({ price: 119.5, ...more })).offers)).toBeUndefined();
  });

  it('whole numbers that may be cents are no prices of them', () => {
    const { offers } = of({ product: { id: 206025763, name: 'Cordless drill 18V', variants: [{ sku: 'A1', price: 11_900 }, { sku: 'A2', price: 12_900 }] } });
    expect(valueOf(offers)).toEqual([{ sku: 'A1', options: {} }, { sku: 'A2', options: {} }]);
  });
});

describe('more that an app\'s state says', () => {
  it('an object named as the product needs no number', () => {
    const { price, listPrice } = listing(page(undefined, '<h1>Cordless drill 18V</h1><p>€</p><script>var product = { "title": "Cordless drill 18V", "currency": "EUR", "salePrice": 99.5, "price": 119.5 };</script>')).fields;
    expect([valueOf(price)?.money.minor, valueOf(listPrice)?.money.minor]).toEqual([9950, 11_950]);
  });

  it.each<[unknown, string[] | undefined]>([
    [[{ name: 'Home', url: '/' }, { name: 'Tools' }, { name: 'Drills' }], ['Home', 'Tools', 'Drills']], [{ items: [{ label: 'Tools' }, { label: 'Drills' }] }, ['Tools', 'Drills']], [['Tools', 'Drills'], ['Tools', 'Drills']], [[{ name: 'Tools' }], undefined], [[{ id: 1 }, { id: 2 }], undefined],
  ])('breadcrumbs %j', (breadcrumbs, wanted) => {
    expect(valueOf(of({ page: { breadcrumbs }, ...drill({ price: 119.5 }) }).breadcrumbs)).toEqual(wanted);
  });

  it('stock one level down', () => {
    expect(valueOf(of(drill({ price: 119.5, inventory: { inStock: false } })).availability)).toBe('out_of_stock');
  });
});
