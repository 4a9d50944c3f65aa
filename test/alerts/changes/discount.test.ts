import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { discountOf, heldBefore } from '../../../alerts/changes/discount.ts';
import { diffListing } from '../../../alerts/changes/listing.ts';
import type { Baseline } from '../../../storage/documents.ts';
import { money } from '../../../model/money.ts';
import { withPoint, type PriceHistory } from '../../../model/price-history.ts';
import { currency, is, listingVersion, price } from './support.ts';

const DAY = 86_400_000;
const NOW = new Date(Date.UTC(2026, 5, 30));
const ago = (days: number): Date => new Date(NOW.getTime() - days * DAY);
const usd = (minor: number) => money(minor, currency('USD'));
const of = (...points: readonly (readonly [daysAgo: number, minor: number])[]): PriceHistory => points.reduce<PriceHistory>((history, [days, minor]) => withPoint(history, { at: ago(days), money: usd(minor) }), []);

describe('what a fall is worth', () => {
  it('is real below the lowest of the 30 days before, the price that came into them included', () => {
    expect(discountOf(of([90, 2_000]), usd(1_800), NOW)).toEqual({ lowest: usd(2_000), real: true, knownDays: 30 });
    expect(discountOf(of([90, 1_700], [20, 2_000]), usd(1_800), NOW)).toMatchObject({ lowest: usd(1_700), real: false });
    expect(discountOf(of([90, 1_700], [29, 2_000]), usd(1_800), NOW)).toMatchObject({ lowest: usd(1_700), real: false });
  });

  it('does not count what held before the 30 days alone', () => {
    expect(discountOf(of([90, 1_000], [31, 2_000]), usd(1_800), NOW)).toEqual({ lowest: usd(2_000), real: true, knownDays: 30 });
    expect(discountOf(of([90, 1_000], [30, 2_000]), usd(1_800), NOW)).toMatchObject({ lowest: usd(2_000), real: true });
  });

  it('is not real at the same price as the lowest', () => {
    expect(discountOf(of([10, 1_800], [5, 2_000]), usd(1_800), NOW)).toMatchObject({ real: false, knownDays: 10 });
  });

  it('says for how many days prices are known, and nothing when it is less than one', () => {
    expect(discountOf(of([12, 2_000]), usd(1_800), NOW)?.knownDays).toBe(12);
    expect(discountOf(of([0.5, 2_000]), usd(1_800), NOW)).toBeUndefined();
    expect(discountOf([], usd(1_800), NOW)).toBeUndefined();
    expect(discountOf(of([12, 2_000]), money(1_800, currency('EUR')), NOW)).toBeUndefined();
  });

  it('names a raise of the weeks before, in one step or in several', () => {
    expect(discountOf(of([90, 1_800], [9, 2_500]), usd(1_900), NOW)?.raised).toEqual({ from: usd(1_800), to: usd(2_500), daysBefore: 9 });
    expect(discountOf(of([90, 1_800], [20, 2_000], [5, 2_500]), usd(1_900), NOW)?.raised).toEqual({ from: usd(1_800), to: usd(2_500), daysBefore: 20 });
    expect(discountOf(of([90, 1_800], [60, 2_500]), usd(1_900), NOW)?.raised).toBeUndefined();
    expect(discountOf(of([90, 2_490], [9, 2_500]), usd(1_900), NOW)?.raised).toBeUndefined();
    expect(discountOf(of([90, 1_800], [20, 2_500], [9, 2_200]), usd(1_900), NOW)?.raised).toBeUndefined();
  });

  it('does not look at what comes later', () => {
    expect(discountOf([...of([10, 2_000]), { at: ago(-1), money: usd(100) }], usd(1_800), NOW)).toMatchObject({ lowest: usd(2_000), real: true });
  });

  it('is real exactly when no price of the 30 days was as low, whatever the history', () => {
    const points = fc.array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 5_000 })), { minLength: 1, maxLength: 20 }).map((list) => list.toSorted(([a], [b]) => b - a));
    fc.assert(fc.property(points, fc.integer({ min: 1, max: 5_000 }), (list, to) => {
      const history = of(...list);
      const held = Array.from({ length: 30 * 24 }, (_, hour) => new Date(NOW.getTime() - (hour + 1) * 3_600_000)).flatMap((time) => history.findLast((point) => point.at <= time)?.money.minor ?? []);
      expect(discountOf(history, usd(to), NOW)?.real).toBe(held.every((minor) => minor > to));
    }));
  });
});

describe('a price that was there before', () => {
  it('is told with the time in which it held last', () => {
    expect(heldBefore(of([40, 1_800], [30, 2_000], [20, 1_800], [10, 2_000]), usd(1_800), NOW)).toEqual({ from: ago(20), until: ago(10) });
    expect(heldBefore(of([40, 1_800], [30, 2_000]), usd(1_900), NOW)).toBeUndefined();
    expect(heldBefore(of([40, 1_800]), usd(1_800), NOW)).toBeUndefined();
  });
});

it('stands in the change of the price, by the history of the listing', () => {
  let baseline: Baseline | undefined;
  const details = [2_000, 2_400, 1_990, 2_000].map((minor, index) => {
    const version = { ...listingVersion(index + 1, { price: is(price(minor)) }), firstSeenAt: ago(40 - index * 10) };
    const diff = diffListing({ version, confirmed: true, ...(baseline ? { baseline } : {}) });
    baseline = diff.baseline;
    return diff.changes[0]?.detail;
  });
  expect(details[1]).not.toHaveProperty('discount');
  expect(details[2]).toMatchObject({ discount: { lowest: usd(2_000), real: true, knownDays: 20, raised: { from: usd(2_000), to: usd(2_400), daysBefore: 10 } } });
  expect(details[3]).toMatchObject({ returned: { from: ago(40), until: ago(30) } });
  expect(details[3]).not.toHaveProperty('discount');
});
