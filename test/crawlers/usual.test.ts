import { expect, test } from 'vitest';
import { isShortForGood, nextUsual, shortfall } from '../../crawlers/usual.ts';
import type { CrawlFigures, Usual } from '../../model/crawl.ts';

const figures = (listings: number, price = 1, listed?: number): CrawlFigures => ({ listings, coverage: { title: 1, price }, ...(listed === undefined ? {} : { listed }) });
const after = (...all: readonly CrawlFigures[]): Usual => all.reduce<Usual>((usual, one) => nextUsual(usual, one, 'good'), { good: [], short: [] });

test('a list that never wavers may not, one that always does may', () => {
  const steady = after(...[300, 300, 301, 300, 299].map((count) => figures(count)));
  expect(shortfall(figures(293), steady, true)).toBeUndefined();
  expect(shortfall(figures(285), steady, true)).toBe('only 285 listings after 300: not believed to be all');
  const wavering = after(...[300, 260, 310, 280, 330].map((count) => figures(count)));
  expect(shortfall(figures(240), wavering, true)).toBeUndefined();
  expect(shortfall(figures(285), steady, false)).toBeUndefined();
});

test('a list that has grown, at once or week by week, is as long as its last crawls', () => {
  const grown = after(...[20, 20, 20, 60, 60, 60].map((count) => figures(count)));
  expect([shortfall(figures(20), grown, true), shortfall(figures(58), grown, true)]).toEqual(['only 20 listings after 60: not believed to be all', undefined]);
  const growing = after(...[20, 22, 24, 26, 29, 32, 35].map((count) => figures(count)));
  expect([shortfall(figures(28), growing, true), shortfall(figures(33), growing, true)]).toEqual(['only 28 listings after 32: not believed to be all', undefined]);
});

test('small lists and the first crawls are given more room', () => {
  expect(shortfall(figures(3), after(figures(4)), true)).toBeUndefined();
  expect(shortfall(figures(1), after(figures(4)), true)).toBeDefined();
  expect(shortfall(figures(0), { good: [], short: [] }, true)).toBeUndefined();
});

test('what the list says of itself counts, and a field that is read less often', () => {
  const usual = after(...Array.from({ length: 5 }, () => figures(100, 0.98, 100)));
  expect(shortfall(figures(99, 0.98, 110), usual, true)).toBe('only 99 of the 110 listings that the list speaks of were read');
  expect(shortfall(figures(100, 0.8, 100), usual, false)).toBe('price was read on only 80 % of the listings, usually on 98 %');
  expect(shortfall(figures(100, 0.96, 100), usual, true)).toBeUndefined();
});

test('a list that is short three times in the same way is as short as that', () => {
  let usual = after(...Array.from({ length: 6 }, () => figures(300)));
  for (const count of [200, 201]) {
    expect([shortfall(figures(count), usual, true) !== undefined, isShortForGood(figures(count), usual)]).toEqual([true, false]);
    usual = nextUsual(usual, figures(count), 'short');
  }
  expect([isShortForGood(figures(120), usual), isShortForGood(figures(199), usual)]).toEqual([false, true]);
  usual = nextUsual(usual, figures(199), 'accepted');
  expect(shortfall(figures(198), usual, true)).toBeUndefined();
});
