import { describe, expect, test } from 'vitest';
import { historyOf, WEEKLY, type Shape } from './histories.ts';
import { measure, reportOf, shareOf, together, type Measured } from './measure.ts';

/** Seeds that no bound was chosen by. */
const SEEDS = [11, 12, 13];

const SHAPES: Readonly<Record<string, Partial<Shape>>> = {
  'a weekly supermarket': {},
  'one that shows a list price beside every price': { listPrice: 'always', unitPrices: false },
  'one that announces sales in words alone': { listPrice: 'never', unitPrices: false },
  'one without a minor unit': { currency: 'JPY', digits: 0, unitPrices: false },
  'one whose list says how long it is': { saysListed: true, leastMissing: 0.06 },
  'one that announces no sale': { listPrice: 'never', words: false, unitPrices: false },
  'one that is read badly': { errors: 0.02, unknownPrices: 0.02, unitPrices: false },
};

describe.each(Object.entries(SHAPES))('%s', (_, shape) => {
  const measured: Measured = together(SEEDS.map((seed) => measure(historyOf({ ...WEEKLY, listings: 250, crawls: 52, ...shape, seed }))));

  test('misreadings that come once are not told', () => {
    // Where no sale is announced, a fall that is gone a week later may be either.
    expect(shareOf(measured.errorsTold)).toBeLessThanOrEqual(shape.words === false ? 0.09 : 0.05);
  });

  test('prices that shift for good are reported within one further crawl, announced sales and large moves at once', () => {
    expect(shareOf(measured.shiftsReported)).toBeGreaterThanOrEqual(0.98);
    expect(shareOf(measured.salesAtOnce)).toBeGreaterThanOrEqual(shape.words === false ? 0.97 : 0.98);
    expect(shareOf(measured.largeAtOnce)).toBeGreaterThanOrEqual(0.97);
  });

  test('as many rises and falls are found as there are', () => {
    expect(Math.abs(shareOf(measured.rises) - 1)).toBeLessThanOrEqual(0.01);
    expect(Math.abs(shareOf(measured.falls) - 1)).toBeLessThanOrEqual(0.01);
  });

  test('every failed and partial crawl is named, hardly any other, and none removes a listing', () => {
    expect(shareOf(measured.poorNamed)).toBe(1);
    expect(shareOf(measured.goodNamed)).toBeLessThanOrEqual(0.02);
    expect(measured.goneWrongly.part).toBe(0);
  });

  test('what is said to be gone stays away', () => {
    expect(measured.goneBack.of).toBeGreaterThan(20);
    expect(shareOf(measured.goneBack)).toBeLessThan(0.1);
  });
});

test('the same lines in any order give the same report', () => {
  const history = historyOf({ ...WEEKLY, listings: 30, crawls: 20, seed: 5 });
  expect(reportOf({ lines: history.lines.toReversed() })).toEqual(reportOf(history));
});
