import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stillTrue, type Around } from '../../../alerts/receivers/still-true.ts';
import type { Alert } from '../../../model/alert.ts';
import type { ChangeDetail } from '../../../model/change.ts';
import { brand, factId, type EpisodeId, type SubjectId } from '../../../model/ids.ts';
import { alertOf, SAMPLES } from '../messages/samples.ts';
import { at, price } from '../changes/support.ts';

const A = factId('episode', 'a');

function alert(no: number, hour: number, moment: Alert['moment'] = 'fired', episodeId: EpisodeId = A): Alert {
  return alertOf('price', { id: factId('alert', no), episodeId, at: at(hour), moment });
}

function sorted(waiting: readonly Alert[], around: Partial<Around> = {}): readonly (readonly Alert['id'][])[] {
  const { tells, superseded } = stillTrue(waiting, new Map([[A, { told: [], ...around }]]));
  return [tells.map((one) => one.id), superseded.map((one) => one.id)];
}

describe('of the alerts that waited', () => {
  const [first, second] = [alert(1, 1), alert(2, 2)];
  const over = alert(3, 3, 'recovered');

  test('the newest of an episode is told', () => {
    expect(sorted([second, first])).toEqual([[second.id], [first.id]]);
  });

  test('each is that tells of something else: yesterday\'s bad reviews and edits of a page are not undone by today\'s', () => {
    const of = (kind: 'page_text' | 'negative_reviews', no: number, hour: number): Alert => ({ ...alertOf(kind, { id: factId('alert', no), episodeId: A, at: at(hour) }), change: { ...alertOf(kind).change, id: factId('change', no) } });
    for (const kind of ['page_text', 'negative_reviews'] as const) {
      const [one, two] = [of(kind, 1, 1), of(kind, 2, 2)];
      expect(sorted([one, two])).toEqual([[one.id, two.id], []]);
      expect(sorted([one], { told: [{ moment: 'fired', at: at(2) }] })).toEqual([[one.id], []]);
      expect(sorted([one], { episode: { state: 'recovered', updatedAt: at(2) } })).toEqual([[], [one.id]]);
      expect(sorted([one, { ...two, change: one.change }])).toEqual([[two.id], [one.id]]);
    }
  });

  test('none is when the episode is over without a word; what was decided as it ended is', () => {
    expect(sorted([first], { episode: { state: 'recovered', updatedAt: at(2) } })).toEqual([[], [first.id]]);
    expect(sorted([first], { episode: { state: 'recovered', updatedAt: at(1) } })).toEqual([[first.id], []]);
    expect(sorted([first], { episode: { state: 'firing', updatedAt: at(2) } })).toEqual([[first.id], []]);
  });

  test('none is when something newer was told by itself', () => {
    expect(sorted([first], { told: [{ moment: 'fired', at: at(2) }] })).toEqual([[], [first.id]]);
    expect(sorted([second], { told: [{ moment: 'fired', at: at(1) }] })).toEqual([[second.id], []]);
  });

  test.each<[string, ChangeDetail, ChangeDetail, string]>([
    ['a fall, after a rise of some of it', SAMPLES.price, { kind: 'price', from: price(8_000), to: price(9_900), percent: 23.75 }, '9900'],
    ['a fall that goes on', SAMPLES.price, { kind: 'price', from: price(8_000), to: price(7_900), percent: -1.25 }, '7900'],
    ['a fall that is back', SAMPLES.price, { kind: 'price', from: price(8_000), to: price(10_000), percent: 25 }, 'undone'],
    ['a fall, beside the price of a variant', SAMPLES.price, { kind: 'price', offerSku: 'XL', from: price(8_000), to: price(10_000), percent: 25 }, 'holds'],
    ['a fall, beside a coupon price', SAMPLES.price, { kind: 'price', from: price(8_000, 'conditional'), to: price(10_000, 'conditional'), percent: 25 }, 'holds'],
    ['a rating that is back', SAMPLES.rating, { kind: 'rating', from: { value: 4.1, scale: 5 }, to: { value: 4.6, scale: 5 } }, 'undone'], ['one that is not', SAMPLES.rating, { kind: 'rating', from: { value: 4.1, scale: 5 }, to: { value: 4.2, scale: 5 } }, 'holds'],
    ['back in stock, and out again', { kind: 'stock', from: 'out_of_stock', to: 'in_stock' }, { kind: 'stock', from: 'in_stock', to: 'out_of_stock' }, 'undone'], ['of another variant', { kind: 'stock', from: 'out_of_stock', to: 'in_stock' }, SAMPLES.stock, 'holds'],
    ['a new listing that is gone', SAMPLES.listing_appeared, SAMPLES.listing_disappeared, 'undone'], ['a promotion that is over', SAMPLES.promotion_started, SAMPLES.promotion_ended, 'undone'], ['one that is longer', SAMPLES.promotion_started, SAMPLES.promotion_extended, 'holds'],
    ['a title that is back', SAMPLES.title, { kind: 'title', from: 'x', to: 'Desk lamp' }, 'undone'], ['a third title', SAMPLES.title, { kind: 'title', from: 'x', to: 'y' }, 'holds'],
    ['a place that is regained', SAMPLES.search_rank, { ...SAMPLES.search_rank, from: 3, to: 1 }, 'undone'], ['another page edit', SAMPLES.page_text, SAMPLES.page_text, 'holds'],
  ])('%s', (_what, told, later, expected) => {
    const waiting: Alert = { ...first, change: { ...first.change, detail: told }, reason: { baseline: 'previous' } };
    const changes = [{ ...first.change, at: at(5), detail: later }, { ...first.change, at: at(-1), detail: later }];
    const { tells, superseded } = stillTrue([waiting], new Map([[A, { told: [], changes }]]));
    expect(superseded.length > 0 ? 'undone' : (tells[0]?.byNow?.minor.toString() ?? 'holds')).toBe(expected);
    // What happened before, or elsewhere, says nothing.
    expect(stillTrue([waiting], new Map([[A, { told: [], changes: [...changes.slice(1), { ...first.change, at: at(5), subjectId: brand<SubjectId>('other'), detail: later }] }]]))).toEqual({ tells: [waiting], superseded: [] });
  });

  test('the picture of a price that has moved on goes up to now, where it is of that price', () => {
    const history = (minor: number): Alert['history'] => [{ at: at(0), money: price(10_000).money }, { at: at(1), money: price(minor).money }];
    const changes = [{ ...first.change, at: at(5), detail: { kind: 'price' as const, from: price(8_000), to: price(9_900), percent: 23.75 } }];
    const told = (minor: number) => stillTrue([{ ...first, history: history(minor) ?? [] }], new Map([[A, { told: [], changes }]])).tells[0]?.history?.map(({ money }) => money.minor);
    expect([told(8_000), told(8_500)]).toEqual([[10_000, 8_000, 9_900], [10_000, 8_500]]);
  });

  test('an end is told to whoever was told of the beginning, and where nobody had to be', () => {
    expect(sorted([over], { told: [{ moment: 'fired', at: at(1) }] })).toEqual([[over.id], []]);
    expect(sorted([over])).toEqual([[over.id], []]);
    expect(sorted([first, over])).toEqual([[], [first.id, over.id]]);
    expect(sorted([second, over], { told: [{ moment: 'fired', at: at(1) }] })).toEqual([[over.id], [second.id]]);
    expect(sorted([second, over], { told: [{ moment: 'recovered', at: at(1) }, { moment: 'fired', at: at(0) }] })).toEqual([[], [second.id, over.id]]);
  });

  test('each is told or named, whatever happened around', () => {
    const hour = fc.integer({ min: 0, max: 20 });
    const moment = fc.constantFrom('fired' as const, 'recovered' as const);
    const around = fc.record({ told: fc.array(fc.record({ moment, at: hour.map((one) => at(one)) }), { maxLength: 3 }), episode: fc.record({ state: fc.constantFrom('firing' as const, 'recovered' as const), updatedAt: hour.map((one) => at(one)) }) });
    fc.assert(fc.property(fc.array(fc.tuple(hour, moment, fc.integer({ min: 0, max: 3 })), { maxLength: 30 }), fc.array(around, { minLength: 4, maxLength: 4 }), (waiting, known) => {
      const alerts = waiting.map(([when, what, episode], no) => alert(no, when, what, factId('episode', episode)));
      const { tells, superseded } = stillTrue(alerts, new Map(known.map((one, episode) => [factId('episode', episode), one])));
      expect([...tells, ...superseded].map((one) => one.id).toSorted((a, b) => a.localeCompare(b))).toEqual(alerts.map((one) => one.id).toSorted((a, b) => a.localeCompare(b)));
      expect(new Set(tells.map((one) => one.episodeId)).size).toBe(tells.length);
    }), { seed: 6, numRuns: 500 });
  });
});
