import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { currencyCode, money, type CurrencyCode } from '../../model/money.ts';
import { asOf, highestWithin, lowestWithin, medianWithin, MOST_POINTS, stretchesWithin, withPoint, type PriceHistory } from '../../model/price-history.ts';

const DAY = 86_400_000;
const code = (text: string): CurrencyCode => {
  const found = currencyCode(text);
  if (!found) throw new Error(text);
  return found;
};
const EUR = code('EUR');
const day = (n: number): Date => new Date(Date.UTC(2026, 0, 1) + n * DAY);
const historyOf = (...points: readonly (readonly [day: number, minor: number])[]): PriceHistory => points.map(([at, minor]) => ({ at: day(at), money: money(minor, EUR) }));

test('a price holds until the next one, and the one that came into the time counts', () => {
  const history = historyOf([0, 100], [10, 80], [12, 120]);
  expect(stretchesWithin(history, day(5), day(20)).map(({ money: { minor }, lasted }) => [minor, lasted / DAY])).toEqual([[100, 5], [80, 2], [120, 8]]);
  expect(lowestWithin(history, day(5), day(20))?.minor).toBe(80);
  expect(lowestWithin(history, day(12), day(20))?.minor).toBe(120);
  expect(highestWithin(history, day(0), day(12))?.minor).toBe(100);
  expect(medianWithin(history, day(0), day(20))?.minor).toBe(100);
  expect(medianWithin(history, day(11), day(20))?.minor).toBe(120);
  expect(lowestWithin(history, day(-9), day(0))).toBeUndefined();
  expect(medianWithin([], day(0), day(1))).toBeUndefined();
});

test('the same price, an older point or another currency adds no step', () => {
  const history = historyOf([0, 100], [10, 80]);
  expect(withPoint(history, { at: day(11), money: money(80, EUR) })).toBe(history);
  expect(withPoint(history, { at: day(9), money: money(70, EUR) })).toBe(history);
  expect(withPoint(history, { at: day(12), money: money(80, code('USD')) })).toHaveLength(1);
  expect(asOf(history, day(5))).toEqual(historyOf([0, 100]));
});

test('a history stays bounded, in order, and without two equal steps in a row', () => {
  fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 5 })), { maxLength: 400 }), (points) => {
    const history = points.reduce<PriceHistory>((sofar, [at, minor]) => withPoint(sofar, { at: day(at), money: money(minor, EUR) }), []);
    expect(history.length).toBeLessThanOrEqual(MOST_POINTS);
    for (const [index, point] of history.entries()) {
      const before = history[index - 1];
      if (before) expect(before.at < point.at && before.money.minor !== point.money.minor).toBe(true);
    }
  }));
});
