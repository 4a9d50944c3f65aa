import { expect, test } from 'vitest';
import type { Baseline, VersionDocument } from '../../../storage/documents.ts';
import { flapsAt } from '../../../alerts/changes/flapping.ts';
import { diffListing } from '../../../alerts/changes/listing.ts';
import type { ListingFields } from '../../../model/listing.ts';
import { NO_CUSTOM } from '../../../alerts/changes/judgement/suspicion.ts';
import { at, is, listingVersion, price } from './support.ts';

/** The kinds of change of a listing that is seen in these states after so many hours each. */
function kinds(hours: number, states: readonly Partial<ListingFields>[], crawlHours = hours): readonly string[][] {
  let baseline: Baseline | undefined;
  return states.map((state, index) => {
    const version: VersionDocument = { ...listingVersion(index + 1, state), firstSeenAt: at(hours * index) };
    const diff = diffListing({ version, confirmed: true, custom: { ...NO_CUSTOM, sinceLast: crawlHours * 3_600_000 }, ...(baseline ? { baseline } : {}) });
    baseline = diff.baseline;
    return diff.changes.map(({ detail }) => detail.kind);
  });
}

const priced = (...minor: readonly number[]): readonly Partial<ListingFields>[] => minor.map((one) => ({ price: is(price(one)) }));

test('a price that goes to and fro is told as such once, then not until it goes elsewhere', () => {
  expect(kinds(6, priced(1_000, 1_200, 1_000, 1_200, 1_000, 1_200, 1_000, 900, 1_000))).toEqual([[], ['price'], ['price'], ['price'], ['flapping'], [], [], ['price'], ['price']]);
});

test('a price that holds for days each time does not flap', () => {
  expect(kinds(168, priced(1_000, 1_200, 1_000, 1_200, 1_000, 1_200))).toEqual([[], ['price'], ['price'], ['price'], ['price'], ['price']]);
});

test('stock flaps by itself, and the price beside it is told', () => {
  const states = ['in_stock', 'out_of_stock', 'in_stock', 'out_of_stock', 'in_stock', 'out_of_stock'] as const;
  expect(kinds(1, states.map((state, index) => ({ availability: is(state), price: is(price(1_000 + index)) })))).toEqual([
    [], ['price', 'stock'], ['price', 'stock'], ['price', 'stock'], ['price', 'flapping'], ['price'],
  ]);
});

test('stock that each weekly crawl finds turned round flaps; not what holds for several crawls, or from month to month', () => {
  const states = (['in_stock', 'out_of_stock', 'in_stock', 'out_of_stock', 'in_stock', 'out_of_stock'] as const).map((state) => ({ availability: is(state) }));
  expect(kinds(168, states)).toEqual([[], ['stock'], ['stock'], ['stock'], ['flapping'], []]);
  for (const [hours, crawlHours] of [[168, 24], [720, 720]] as const) expect(kinds(hours, states, crawlHours).flat()).toEqual(['stock', 'stock', 'stock', 'stock', 'stock']);
});

test('after a long stay its steps are told again', () => {
  let baseline: Baseline | undefined;
  const told = [0, 1, 2, 3, 4, 5, 200].map((hour, index) => {
    const version: VersionDocument = { ...listingVersion(index + 1, { price: is(price(index % 2 === 0 ? 1_000 : 1_100)) }), firstSeenAt: at(hour) };
    const diff = diffListing({ version, confirmed: true, ...(baseline ? { baseline } : {}) });
    baseline = diff.baseline;
    return diff.changes.map(({ detail }) => detail.kind).join();
  });
  expect(told).toEqual(['', 'price', 'price', 'price', 'flapping', '', 'price']);
});

test.each([
  ['a day and a half', 6, 36], ['a crawl and a half, where crawls are rare', 168, 252],
])('stands nowhere while it flaps; what has stayed for longer than %s has settled', (_, hours, stay) => {
  const toggling = (times: number): NonNullable<Baseline['steps']> => {
    let baseline: Baseline | undefined;
    for (let index = 0; index <= times; index += 1) {
      const version: VersionDocument = { ...listingVersion(index + 1, { availability: is(index % 2 === 0 ? 'in_stock' : 'out_of_stock') }), firstSeenAt: at(hours * index) };
      ({ baseline } = diffListing({ version, confirmed: true, custom: { ...NO_CUSTOM, sinceLast: hours * 3_600_000 }, ...(baseline ? { baseline } : {}) }));
    }
    return baseline?.steps ?? {};
  };
  expect(flapsAt(toggling(3), at(hours * 3 + 1))).toEqual([]);
  expect(flapsAt(toggling(4), at(hours * 4 + stay))).toEqual(['stock']);
  expect(flapsAt(toggling(4), at(hours * 4 + stay + 1))).toEqual([]);
});
