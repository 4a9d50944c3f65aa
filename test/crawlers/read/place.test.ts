import { expect, test } from 'vitest';
import { place } from '../../../crawlers/read/product/place.ts';
import { listing, page, product } from './pages.ts';

const MENTION = { text: '£5.00', tag: 'span', marks: 'price < card', own: 'price', region: 'main', struck: false, hidden: false, disabled: false, buys: false, order: 1, before: '', after: '', aside: false } as const;

test('a place names the element, those around it, and the words before it', () => {
  expect(place(MENTION)).toEqual({ method: 'text', place: 'span.price < card', raw: '£5.00' });
  expect(place({ ...MENTION, before: 'Was this much until the day before yesterday ' }).place).toBe('span.price < card after "his much until the day before yesterday"');
});

test('a place says in which other part of the page it is, also under names without end', () => {
  expect(place({ ...MENTION, region: 'related', struck: true, before: 'You may like ' }).place).toBe('span.price < card [other articles, struck through] after "You may like"');
  expect(place({ ...MENTION, marks: 'x'.repeat(500), region: 'cart' }).place).toContain('[cart]');
});

test('what lost says so on a whole page', () => {
  const { fields } = listing(page(product({ price: '150.00', priceCurrency: 'GBP' }), '<h1>Cordless drill 18V</h1><div class="price"><del>£150.00</del> <ins class="price-now">£120.00</ins></div><div class="related-products"><b class="price">£5.00</b></div>'));
  expect(fields.listPrice).toMatchObject({ state: 'known', evidence: { place: expect.stringContaining('[struck through]') } });
});
