import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { missesNeeded, NO_GAPS, withGaps } from '../../../alerts/changes/gaps.ts';
import { habitsOf, NO_HABITS } from '../../../alerts/changes/judgement/habits.ts';
import { allMoves, boundsOf, FIRST_BOUNDS, NO_MOVES, withLooks, withMoves } from '../../../alerts/changes/judgement/looks.ts';
import { massFactor, massOf } from '../../../alerts/changes/judgement/mass.ts';
import { NO_CUSTOM, type Custom } from '../../../alerts/changes/judgement/suspicion.ts';
import { judgeView, type JudgedView } from '../../../alerts/changes/judgement/view.ts';
import { diffListing } from '../../../alerts/changes/listing.ts';
import { brand } from '../../../model/ids.ts';
import type { ListingFields, Price } from '../../../model/listing.ts';
import type { Look } from '../../../model/look.ts';
import type { Promotion } from '../../../model/promotion.ts';
import { absent } from '../../../model/reading.ts';
import type { Baseline, VersionDocument } from '../../../storage/documents.ts';
import { at, EVIDENCE, fields, is, listingVersion, price } from './support.ts';

const SALE: Promotion = { label: 'Week of savings', mechanic: 'unrecognised', layer: 'product', params: {} };
const NONE = absent<never>(EVIDENCE);
const list = (minor: number): Price => price(minor, 'list');

/** Why the last of these states would be held, after the others were accepted. */
function why(...states: readonly Partial<ListingFields>[]): string | undefined {
  return whyAt(NO_CUSTOM, ...states);
}

function whyAt(custom: Custom, ...states: readonly Partial<ListingFields>[]): string | undefined {
  let baseline: Baseline | undefined;
  for (const [index, state] of states.slice(0, -1).entries()) baseline = diffListing({ version: listingVersion(index + 1, state), confirmed: true, ...(baseline ? { baseline } : {}) }).baseline;
  return diffListing({ version: listingVersion(states.length, states.at(-1) ?? {}), confirmed: false, custom, ...(baseline ? { baseline } : {}) }).held;
}

describe('a jump', () => {
  const full = { price: is(price(1_000)), listPrice: NONE, promotions: is<readonly Promotion[]>([]) };

  test('is no surprise when a list price or a promotion comes with it, unless it leaves next to nothing', () => {
    expect(why(full, { ...full, price: is(price(400)) })).toContain('further than');
    expect(why(full, { ...full, price: is(price(400)), listPrice: is(list(1_000)) })).toBeUndefined();
    expect(why(full, { ...full, price: is(price(400)), promotions: is([SALE]) })).toBeUndefined();
    expect(why(full, { ...full, price: is(price(130)), listPrice: is(list(1_000)) })).toContain('further than');
    expect(why(full, { ...full, price: is(price(100)), listPrice: is(list(1_000)) })).toContain('exactly 10 times less');
  });

  test('back to a price that was known, or to the list price when the sale ends, is none', () => {
    const sale = { price: is(price(300)), listPrice: is(list(1_000)), promotions: is([SALE]) };
    expect(why(full, sale, full)).toBeUndefined();
    expect(why(sale, { ...full, price: is(price(1_050)) })).toBeUndefined();
    expect(why(sale, { ...full, price: is(price(1_900)) })).toContain('further than');
  });

  test('to the list price while the reduction still stands is a misreading', () => {
    const sale = { price: is(price(800)), listPrice: is(list(1_000)), promotions: is([SALE]) };
    expect(why(full, sale, { ...sale, price: is(price(1_000)) })).toContain('the reduction still stands');
    expect(why(full, sale, { ...full, price: is(price(1_000)) })).toBeUndefined();
  });

  test('to the price for a measure is a misreading at any size, as is one that what stands beside it contradicts', () => {
    const unit = (minor: number) => is({ money: price(minor).money, per: 100, unit: 'g' as const });
    expect(why({ price: is(price(1_000)), unitPrice: unit(800) }, { price: is(price(800)), unitPrice: unit(800) })).toContain('the price for a measure');
    expect(why({ price: is(price(1_000)), unitPrice: unit(400) }, { price: is(price(800)), unitPrice: unit(400) })).toContain('stands still');
    expect(why({ price: is(price(1_000)), unitPrice: unit(400) }, { price: is(price(800)), unitPrice: unit(320) })).toBeUndefined();
    expect(why({ price: is(price(1_000)), unitPrice: unit(400) }, { price: is(price(950)), unitPrice: unit(400) })).toContain('stands still');
    expect(why({ price: is(price(1_000)), unitPrice: unit(10) }, { price: is(price(950)), unitPrice: unit(10) })).toBeUndefined();
    expect(why({ price: is(price(800)), unitPrice: unit(320) }, { price: is(price(1_000)), unitPrice: unit(400) }, { price: is(price(800)), unitPrice: unit(400) })).toContain('stands still');
    expect(why({ price: is(price(1_000)), listPrice: is(list(1_100)) }, { price: is(price(1_400)), listPrice: is(list(1_100)) })).toContain('dearer than the list price');
  });

  test('to the price before without its cents is a misreading, where nothing announces it and such steps are not usual', () => {
    expect(why({ price: is(price(399)) }, { price: is(price(300)) })).toContain('without its cents');
    expect(why(full, { ...full, price: is(price(399)) }, { ...full, price: is(price(300)), promotions: is([SALE]) })).toBeUndefined();
    expect(why({ price: is(price(300)) }, { price: is(price(399)) }, { price: is(price(300)) })).toBeUndefined();
    expect(why({ price: is(price(750)) }, { price: is(price(700)) })).toBeUndefined();
    expect(why({ price: is(price(399, 'page', 'JPY')) }, { price: is(price(300, 'page', 'JPY')) })).toBeUndefined();
    expect(why({ price: is(price(399)) }, { price: is(price(301)) })).toBeUndefined();
    const silent = (centsAlways: boolean): Custom => ({ ...NO_CUSTOM, bounds: { ...FIRST_BOUNDS, sales: 'silent' }, habits: { ...NO_HABITS, centsAlways } });
    for (const before of [399, 750]) expect([true, false].map((always) => whyAt(silent(always), { price: is(price(before)) }, { price: is(price(before - before % 100)) }))).toEqual([expect.stringContaining('without its cents'), undefined]);
  });

  test('is announced by no list price that stands beside every price, but ends its sale where it comes to it', () => {
    const always: Custom = { ...NO_CUSTOM, habits: { ...NO_HABITS, listAlways: true } };
    const shown = (minor: number) => ({ price: is(price(minor)), listPrice: is(list(1_000)) });
    expect([always, NO_CUSTOM].map((custom) => whyAt(custom, shown(1_000), shown(400)))).toEqual([expect.stringContaining('not announced'), undefined]);
    expect(whyAt(always, shown(1_000), { price: is(price(400)), listPrice: is(list(900)) })).toBeUndefined();
    expect([always, NO_CUSTOM].map((custom) => whyAt(custom, shown(500), shown(1_000)))).toEqual([undefined, expect.any(String)]);
    expect(whyAt(always, shown(500), shown(990))).toContain('further than');
  });

  test('against what the page says of its sale is a misreading at any size from a tenth on', () => {
    const quarter = { label: '25 % off this week', mechanic: 'unrecognised', layer: 'product', params: {} } satisfies Promotion;
    const sale = { price: is(price(750)), listPrice: is(list(1_000)), promotions: is<readonly Promotion[]>([quarter]) };
    expect(why(full, { ...full, price: is(price(1_200)), promotions: is([SALE]) })).toContain('a promotion began, and the price rose');
    expect(why(full, { ...full, price: is(price(1_200)), listPrice: is(list(1_000)) })).toContain('dearer than the list price');
    expect(why(full, sale, { ...full, price: is(price(600)) })).toContain('the reduction is gone');
    expect(why(full, sale, { ...sale, price: is(price(600)) })).toContain('stands still');
    expect(why(full, sale, { ...sale, price: is(price(700)) })).toBeUndefined();
    expect(why(full, sale, { ...sale, price: is(price(500)), promotions: is([{ ...quarter, label: '50 % off this week' }]) })).toBeUndefined();
    for (const label of ['2nd at 50 %', 'Weekly offer']) expect(why(full, { ...sale, promotions: is([{ ...quarter, label }]) }, { ...sale, price: is(price(600)), promotions: is([{ ...quarter, label }]) })).toBeUndefined();
  });

  test('up to what the share came off that a promotion named is announced, also where the page is silent about it now', () => {
    const sale = { price: is(price(386)), promotions: is<readonly Promotion[]>([{ ...SALE, label: 'Aktion -55%' }]) };
    expect(why(sale, { price: is(price(858)) })).toBeUndefined();
    expect(why(sale, { price: is(price(890)) })).toContain('further than');
    expect(why(sale, { ...sale, price: is(price(858)) })).toContain('stands still');
  });

  test('with the words of an earlier sale is announced by them, when the price was seen without words in between', () => {
    const sale = { price: is(price(500)), promotions: is<readonly Promotion[]>([{ ...SALE, label: '50 % off' }]) };
    const plain = { price: is(price(1_000)) };
    expect(why(plain, sale, plain, { ...sale, price: is(price(480)) })).toBeUndefined();
    expect(why(plain, { promotions: sale.promotions }, { ...sale, price: is(price(480)) })).toBeUndefined();
  });

  test('to a price that another view of the listing has accepted since is none, and is not told again', () => {
    const accepted = (seq: number, minor: number): Baseline => diffListing({ version: listingVersion(seq, { price: is(price(minor)) }), confirmed: true }).baseline;
    const shown = (minor: number, sibling: Baseline) => diffListing({ version: listingVersion(3, { price: is(price(minor)) }), baseline: accepted(1, 1_000), siblings: [sibling], confirmed: false });
    expect([shown(300, accepted(2, 300)).held, shown(300, accepted(2, 300)).changes]).toEqual([undefined, []]);
    expect([shown(300, accepted(2, 310)).held, shown(300, accepted(1, 300)).held]).toEqual([expect.stringContaining('further than'), expect.stringContaining('further than')]);
  });

  test('to the price of an article beside it is a misreading, where sales are shown and hardly another one has it, unless it stood beside one before', () => {
    const shown: Custom = { ...NO_CUSTOM, bounds: { ...FIRST_BOUNDS, sales: 'announced' }, habits: { ...NO_HABITS, salesShown: true } };
    const moved = (custom: Custom, chance: number | undefined, chanceBefore?: number, more: Partial<ListingFields> = {}): string | undefined => {
      const version = (seq: number, given: Partial<ListingFields>, beside: number | undefined): VersionDocument => {
        const plain = listingVersion(seq, given);
        return plain.content.kind === 'listing' && beside !== undefined ? { ...plain, content: { ...plain.content, beside } } : plain;
      };
      const { baseline } = diffListing({ version: version(1, full, chanceBefore), confirmed: true });
      return diffListing({ version: version(2, { ...full, price: is(price(1_100)), ...more }, chance), baseline, confirmed: false, custom }).held;
    };
    expect(moved(shown, 0.1)).toContain('an article beside it');
    expect([moved(shown, undefined), moved(shown, 0.11), moved(shown, 0.1, 1)]).toEqual([undefined, undefined, undefined]);
    expect([moved({ ...shown, habits: NO_HABITS }, 0.1), moved({ ...shown, bounds: FIRST_BOUNDS }, 0.1), moved({ ...shown, bounds: { ...FIRST_BOUNDS, sales: 'silent' } }, 0.1)]).toEqual([undefined, undefined, undefined]);
    expect(moved(shown, 0.1, undefined, { price: is(price(900)), promotions: is([SALE]) })).toBeUndefined();
  });

  test('after the price was absent is compared with the last one', () => {
    expect(why({ price: is(price(1_000)) }, { price: NONE }, { price: is(price(10_000)) })).toContain('exactly 10 times as much');
  });
});

describe('the versions of a view', () => {
  const version = (seq: number, minor: number, more: Partial<ListingFields> = {}): VersionDocument => listingVersion(seq, { price: is(price(minor)), ...more });
  const { baseline } = diffListing({ version: version(1, 1_000), confirmed: true });
  const judged = (versions: readonly VersionDocument[], crawl: number): JudgedView => judgeView({ versions, crawlId: brand(`crl_${crawl}`), baseline });
  const held = (view: JudgedView): VersionDocument => {
    const [settled] = view.settlements;
    if (!settled?.suspicion) throw new Error('nothing was held');
    return { ...settled.version, diff: 'held', suspicion: settled.suspicion };
  };
  const became = (view: JudgedView): readonly string[] => view.judged.map((one) => one.became);

  test('hold a jump, and confirm it when another crawl sees it again, also beside other news', () => {
    const first = judged([version(2, 300)], 2);
    expect([became(first), first.changes]).toEqual([['held'], []]);
    expect(judged([held(first)], 2).changes).toEqual([]);
    const again = judged([held(first)], 3);
    expect([became(again), again.changes.map(({ detail }) => detail.kind)]).toEqual([['confirmed'], ['price']]);
    const near = judged([held(judged([version(2, 1_100, { listPrice: is(list(1_050)) })], 2)), version(3, 1_000)], 3);
    expect([became(near), near.changes]).toEqual([['dropped'], []]);
    const sale = (seq: number, minor: number): VersionDocument => version(seq, minor, { listPrice: is(list(1_000)), promotions: is([SALE]) });
    const reduced = diffListing({ version: sale(1, 950), confirmed: true }).baseline;
    const struck = judgeView({ versions: [sale(2, 1_000)], crawlId: brand('crl_2'), baseline: reduced });
    const right = judgeView({ versions: [held(struck), sale(3, 950)], crawlId: brand('crl_3'), baseline: reduced });
    expect([became(right), right.changes]).toEqual([['dropped'], []]);
    const beside = judged([held(first), version(3, 310, { title: is('New') })], 3);
    expect([became(beside), beside.changes.map(({ detail }) => detail.kind)]).toEqual([['confirmed'], ['price', 'price']]);
  });

  test('believe a fall that comes again at the same price, where sales are not announced or none is shown, and the second look came late', () => {
    const habits = { ...NO_HABITS, salesShown: true };
    const silentSales: Custom = { ...NO_CUSTOM, habits, bounds: { ...FIRST_BOUNDS, sales: 'silent' } };
    const sold = (first: number, second: number, how: Custom, hours = 24): readonly string[] => {
      const dropped = judgeView({ versions: [held(judged([version(2, first)], 2)), { ...version(3, 1_000), firstSeenAt: at(2 + hours) }], crawlId: brand('crl_3'), baseline, custom: how });
      expect(dropped.judged.map((one) => one.became)).toEqual(['dropped']);
      const again = judgeView({ versions: [{ ...version(4, second), firstSeenAt: at(200) }], crawlId: brand('crl_4'), custom: how, ...(dropped.baseline ? { baseline: dropped.baseline } : {}) });
      return [...again.judged.map((one) => one.became), ...again.changes.map(({ detail }) => detail.kind)];
    };
    expect(sold(300, 300, silentSales)).toEqual(['price']);
    expect(sold(300, 310, silentSales)).toEqual(['held']);
    expect(sold(300, 300, { ...NO_CUSTOM, habits })).toEqual(['held']);
    expect(sold(300, 300, NO_CUSTOM)).toEqual(['price']);
    expect(sold(300, 300, silentSales, 1)).toEqual(['held']);
    expect(sold(1_700, 1_700, silentSales)).toEqual(['held']);
    expect(sold(100, 100, silentSales)).toEqual(['held']);
  });

  test('confirm it when another crawl sees a price that is reduced from it, by the list price or by a share', () => {
    const first = held(judged([version(2, 1_600)], 2));
    const sale: Promotion = { label: '25 % off', mechanic: 'unrecognised', layer: 'product', params: {} };
    for (const more of [{ listPrice: is(list(1_600)) }, { promotions: is([sale]) }]) {
      const reduced = judged([first, version(3, 1_200, more)], 3);
      expect([became(reduced)[0], reduced.changes.flatMap(({ detail }) => (detail.kind === 'price' ? [detail.to.money.minor] : []))]).toEqual(['confirmed', [1_600, 1_200]]);
    }
    expect(became(judged([first, version(3, 1_200, { listPrice: is(list(1_500)) })], 3))[0]).toBe('dropped');
  });

  test('drop it when another crawl sees another price, and decide nothing when it sees none', () => {
    const first = held(judged([version(2, 300)], 2));
    const dropped = judged([first, version(3, 1_000)], 3);
    expect(dropped).toMatchObject({ changes: [], judged: [{ became: 'dropped' }], settlements: [{ version: { seq: 2 }, diff: 'done', dropped: true }, { version: { seq: 3 } }] });
    const blind = judged([first, listingVersion(3, { title: is('New') })], 3);
    expect([became(blind), blind.settlements.map(({ version: { seq }, diff }) => [seq, diff])]).toEqual([[], [[3, 'done'], [2, 'held']]]);
    // What a crawl read that was not to be trusted, and no later one saw, was never so; what a later one sees was.
    const untrusted = { ...version(2, 980), diff: 'held' as const };
    expect(judged([untrusted, version(3, 1_000)], 3).settlements.map((one) => one.dropped)).toEqual([true, undefined]);
    expect(judged([untrusted, version(3, 980, { title: is('New') })], 3).settlements.map((one) => one.dropped)).toEqual([undefined, undefined]);
    const third = judged([first, version(3, 90)], 3);
    expect(became(third)).toEqual(['held']);
  });
});

describe('bounds', () => {
  const looks = (count: number, size: number, real: boolean): readonly Look[] => Array.from({ length: count }, (_, no) => ({ at: at(no), size: Math.log(size), real }));

  test('start at half as much again and at half, and follow what second looks find', () => {
    expect(boundsOf([])).toEqual(FIRST_BOUNDS);
    expect(boundsOf(looks(8, 1.6, true)).up).toBeGreaterThan(FIRST_BOUNDS.up);
    expect(boundsOf(looks(8, 1.6, false)).up).toBeLessThan(FIRST_BOUNDS.up);
    expect(boundsOf(looks(8, 0.4, true)).down).toBeLessThan(FIRST_BOUNDS.down);
    expect(boundsOf([...looks(4, 1.6, true), ...looks(4, 1.6, false)])).toEqual(FIRST_BOUNDS);
  });

  const moved = (count: number, factor: number, bare: boolean) => Array.from({ length: count }, () => ({ factor, bare }));

  test('are narrow where large moves are as good as always announced, and so wide where they are not that few are held back', () => {
    const announced = withMoves(NO_MOVES, moved(100, 0.6, false));
    expect(boundsOf([], announced)).toEqual({ up: 1.15, down: 0.7, sales: 'announced' });
    const bare = withMoves(announced, moved(3, 0.55, true));
    expect(boundsOf([], bare)).toEqual({ up: 1.15, down: FIRST_BOUNDS.down, sales: 'announced' });
    expect(boundsOf([], withMoves(bare, [...moved(10, 1.6, true), ...moved(5, 0.35, true)]))).toEqual({ up: 1.75, down: 0.33, sales: 'announced' });
    expect(boundsOf([], allMoves([bare, NO_MOVES]))).toEqual(boundsOf([], bare));
    expect(boundsOf([], withMoves(announced, moved(12, 0.6, true))).sales).toBe('silent');
    expect(boundsOf(looks(8, 1.6, true), withMoves(NO_MOVES, moved(29, 0.6, false))).up).toBeGreaterThan(FIRST_BOUNDS.up);
  });

  test('forget counts that were made in other steps', () => {
    const old = { all: 500, up: [0, 0], down: [0, 0] };
    expect(boundsOf([], allMoves([old]))).toEqual(FIRST_BOUNDS);
    expect(withMoves(old, moved(1, 0.6, false)).all).toBe(1);
  });

  test('come out the same whatever the order, never beyond three times and a quarter', () => {
    const look = fc.record({ at: fc.integer({ min: 0, max: 50 }).map(at), size: fc.double({ min: -3, max: 3, noNaN: true }), real: fc.boolean() });
    fc.assert(fc.property(fc.array(look, { maxLength: 60 }), (some) => {
      const distinct = [...new Map(some.map((one) => [one.at.getTime(), one])).values()];
      const { up, down } = boundsOf(distinct);
      expect(boundsOf(distinct.toReversed())).toEqual({ up, down });
      expect([up >= 1.15, up <= 3, down >= 0.249, down <= 0.701]).toEqual([true, true, true, true]);
      expect(withLooks(distinct, distinct).length).toBeLessThanOrEqual(60);
    }));
  });
});

test('one factor for many prices is found, a sale by a round share and everyday moves are not', () => {
  const pairs = (count: number, factor: (no: number) => number) => Array.from({ length: count }, (_, no) => ({ from: price(1_000 + no * 37), to: price(Math.round((1_000 + no * 37) * factor(no))) }));
  expect(massFactor(pairs(30, () => 1.19))).toBeCloseTo(1.19, 2);
  expect(massFactor(pairs(30, () => 0.8))).toBeUndefined();
  expect(massFactor(pairs(30, (no) => 1 + no / 50))).toBeUndefined();
  expect(massFactor(pairs(30, (no) => (no < 8 ? 1.19 : 1)))).toBeUndefined();
  expect(massFactor(pairs(20, () => 1.19), 200)).toBeUndefined();
  expect(massFactor([])).toBeUndefined();
  const abroad = pairs(30, () => 1).map(({ from }, no) => ({ from, to: no < 20 ? price(from.money.minor, 'page', 'EUR') : from }));
  expect([massOf(abroad), massOf(abroad.slice(15)), massOf(abroad, 200), massOf(pairs(30, () => 1.19))]).toEqual([{ currency: 'EUR' }, undefined, undefined, { factor: expect.closeTo(1.19, 2) }]);
});

test('a source shows its habits', () => {
  const shelf = (now: number, was: number, words: readonly Promotion[]): ListingFields => fields({ price: is(price(now)), listPrice: is(list(was)), promotions: is(words) });
  const habits = habitsOf([...Array.from({ length: 20 }, () => shelf(1_000, 1_000, [])), ...Array.from({ length: 10 }, () => shelf(800, 1_000, [SALE]))]);
  expect([habits.listAlways, habits.salesNamed, habits.leastLeft]).toEqual([true, true, expect.closeTo(0.6)]);
  const quarter = { ...SALE, label: '25 % off' };
  const shares = [...Array.from({ length: 9 }, () => shelf(750, 1_000, [quarter])), shelf(600, 1_000, [quarter])];
  expect([habitsOf(shares).sharesHold, habits.sharesHold]).toEqual([true, false]);
  const before = diffListing({ version: listingVersion(1, { price: is(price(1_000)) }), confirmed: true });
  const sale = (minor: number, sharesHold: boolean) => diffListing({ version: listingVersion(2, shelf(minor, 1_000, [quarter])), confirmed: false, custom: { ...NO_CUSTOM, habits: { ...NO_HABITS, sharesHold } }, baseline: before.baseline });
  expect([sale(400, true).held, sale(400, false).held, sale(750, true).held]).toEqual([expect.stringContaining('not announced'), undefined, undefined]);
  expect(habitsOf([shelf(800, 1_000, [])])).toEqual(NO_HABITS);
  expect([8, 7].map((count) => habitsOf(Array.from({ length: count }, () => shelf(900, 1_000, []))).salesShown)).toEqual([true, false]);
  expect([8, 7].map((count) => habitsOf(Array.from({ length: count }, () => fields({ promotions: is([SALE]) }))).salesShown)).toEqual([true, false]);
  expect(habitsOf([...Array.from({ length: 20 }, () => shelf(1_000, 1_000, [])), ...Array.from({ length: 20 }, () => shelf(900, 1_000, []))]).salesShown).toBe(false);
  const ending = (cents: number, count: number) => Array.from({ length: count }, (_, no) => shelf(no * 100 + cents, 9_999, []));
  expect([ending(99, 8), ending(99, 7), [...ending(99, 30), ...ending(0, 1)], ending(50, 40), [...ending(99, 7), ...ending(0, 1)]].map((all) => habitsOf(all).centsAlways)).toEqual([true, false, false, true, false]);
});

test('a listing is gone after three misses, after more where they use to come back later', () => {
  expect(missesNeeded()).toBe(3);
  const clean = withGaps(NO_GAPS, { missed: [...Array.from({ length: 40 }, () => 1), ...Array.from({ length: 40 }, () => 2), ...Array.from({ length: 40 }, () => 3)], returned: [] });
  expect(missesNeeded(clean)).toBe(3);
  const flickering = withGaps(NO_GAPS, { missed: [1, 2, 3, 4, 5].flatMap((gap) => Array.from({ length: 60 - gap * 8 }, () => gap)), returned: [1, 2, 3, 4].flatMap((gap) => Array.from({ length: 10 }, () => gap)) });
  expect(missesNeeded(flickering)).toBeGreaterThan(4);
});
