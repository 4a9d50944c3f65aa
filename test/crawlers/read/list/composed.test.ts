import { expect, it } from 'vitest';
import { readList } from '../../../../crawlers/read/list/index.ts';
import type { Price } from '../../../../model/listing.ts';
import { decimalOf } from '../../../../model/money.ts';
import { type Composed, composed } from './composed.ts';

/** NaN for one in other money. */
function amount(price: Price | undefined, currency: string): number | undefined {
  return price && (price.money.currency === currency ? Number(decimalOf(price.money)) : Number.NaN);
}

/** The cards of a list whose price, and whose list price, are read as they are. */
function rightIn({ html, url, shop, cards }: Composed): { readonly prices: number; readonly listPrices: number } {
  const { items } = readList(html, { url, requestUrl: url, status: 200, role: 'search', platform: 'generic' });
  const amounts = cards.map((_, n) => ({ price: amount(items[n]?.price, shop.currency), listPrice: amount(items[n]?.listPrice, shop.currency) }));
  return {
    prices: cards.filter(({ price }, n) => amounts[n]?.price === Number(price)).length,
    listPrices: cards.filter(({ listPrice }, n) => amounts[n]?.listPrice === (listPrice === undefined ? undefined : Number(listPrice))).length,
  };
}

it('reads the prices of lists put together of the parts that shops show', () => {
  const lists = Array.from({ length: 84 }, (_, seed) => composed(seed));
  const read = lists.map((list) => ({ list, ...rightIn(list) }));
  const all = read.reduce((sum, { list }) => sum + list.cards.length, 0);
  const share = (of: 'prices' | 'listPrices'): number => read.reduce((sum, one) => sum + one[of], 0) / all;
  const failing = read.filter(({ list, prices }) => prices < list.cards.length).map(({ list, prices }) => `${list.made.join(', ')}: ${prices} of ${list.cards.length}`);
  expect({ prices: share('prices') >= 0.99, listPrices: share('listPrices') >= 0.98, failing: share('prices') >= 0.99 ? [] : failing.slice(0, 5) }).toEqual({ prices: true, listPrices: true, failing: [] });
});
