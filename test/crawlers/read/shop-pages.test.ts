import { describe, expect, it } from 'vitest';
import { decimalOf } from '../../../model/money.ts';
import { valueOf } from '../../../model/reading.ts';
import { listing } from './pages.ts';
import { MORE_SHOP_PAGES } from './shop-pages-more.ts';
import { SHOP_PAGES } from './shop-pages.ts';

const SIDE = { in_stock: 'in', low: 'in', out_of_stock: 'out', delisted: 'out', preorder: 'pre' } as const;

describe('pages of shop systems', () => {
  it.each([...SHOP_PAGES, ...MORE_SHOP_PAGES].map((one) => [one.name, one] as const))('%s', (_, { html, url, want }) => {
    const { fields } = listing(html, { url });
    const [price, list, availability] = [valueOf(fields.price), valueOf(fields.listPrice), valueOf(fields.availability)];
    expect(valueOf(fields.title)).toBe(want.name);
    expect(availability && SIDE[availability]).toBe(want.av);
    if (want.price !== undefined) {
      expect([price && Number(decimalOf(price.money)), price?.money.currency]).toEqual([Number(want.price), want.cur]);
      expect(price?.max && decimalOf(price.max)).toBe(want.max);
      expect(list && Number(decimalOf(list.money))).toBe(want.list === undefined ? undefined : Number(want.list));
    }
    if (want.sku !== undefined) expect(valueOf(fields.sku)).toBe(want.sku);
    if (want.brand !== undefined) expect(valueOf(fields.brand)).toBe(want.brand);
  });
});
