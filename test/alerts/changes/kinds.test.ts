import { describe, expect, it } from 'vitest';
import { diffListing } from '../../../alerts/changes/listing.ts';
import type { ChangeKind } from '../../../model/change.ts';
import type { ListingFields, Offer, Price, Unit } from '../../../model/listing.ts';
import { money } from '../../../model/money.ts';
import { promotionKey } from '../../../alerts/changes/promotions.ts';
import type { Promotion } from '../../../model/promotion.ts';
import { absent, known, type Candidate } from '../../../model/reading.ts';
import type { Baseline } from '../../../storage/documents.ts';
import { currency, details, EVIDENCE, fields, history, is, lastChanges, listingVersion, offer, price, version, UNREADABLE } from './support.ts';
import { cpuClock } from '../../support/cpu.ts';

type State = Partial<ListingFields>;
const NONE = absent<never>(EVIDENCE);
const usd = (minor: number) => money(minor, currency('USD'));
const kindsOf = (...states: readonly State[]): readonly ChangeKind[] => history(...states).flatMap((diff) => diff.changes.map(({ detail }) => detail.kind));
/** Read by another method than {@link is} has. */
const otherwise = <T>(value: T) => known(value, { ...EVIDENCE, method: 'text' });

describe('unit price', () => {
  const per = (minor: number, many: number, unit: Unit): State => ({ unitPrice: is({ money: usd(minor), per: many, unit }) });

  it('is compared by measure, whatever the page states it for', () => {
    expect(lastChanges(per(120, 100, 'g'), per(1_200, 1, 'kg'))).toEqual([]);
    expect(lastChanges(per(120, 100, 'g'), per(600, 1, 'jin'))).toEqual([]);
    expect(details(lastChanges(per(120, 100, 'g'), per(1_500, 1, 'kg')))).toEqual([
      { kind: 'unit_price', from: { money: usd(120), per: 100, unit: 'g' }, to: { money: usd(1_500), per: 1, unit: 'kg' }, percent: expect.closeTo(25, 6) },
    ]);
  });

  it('tells a smaller pack at the same price', () => {
    expect(kindsOf({ ...per(120, 100, 'g'), price: is(price(600)) }, { ...per(150, 100, 'g'), price: is(price(600)) })).toEqual(['unit_price']);
  });

  it('takes the rounding of another measure for no change, but not when it adds up', () => {
    expect(lastChanges(per(33, 100, 'ml'), per(333, 1, 'l'))).toEqual([]);
    expect(kindsOf(per(33, 100, 'ml'), per(333, 1, 'l'), per(336, 1, 'l'))).toEqual(['unit_price']);
  });

  it('compares neither pieces with grams nor the prices of two variants or currencies', () => {
    expect(lastChanges(per(120, 1, 'piece'), per(150, 100, 'g'))).toEqual([]);
    expect(lastChanges({ ...per(120, 100, 'g'), sku: is('a') }, { ...per(150, 100, 'g'), sku: is('b') })).toEqual([]);
    expect(lastChanges(per(120, 100, 'g'), { unitPrice: is({ money: money(150, currency('EUR')), per: 100, unit: 'g' }) })).toEqual([]);
  });
});

describe('what is to be paid', () => {
  const minus = (offMinor: number, more: Partial<Promotion> = {}): Promotion => ({ label: `200 off ${offMinor}`, mechanic: 'full_reduction', layer: 'shop', params: { thresholdMinor: 20_000, offMinor }, ...more });
  const state = (minor: number, ...promotions: readonly Promotion[]): State => ({ price: is(price(minor)), promotions: promotions.length > 0 ? is(promotions) : NONE });
  const sums = (...states: readonly State[]) => details(lastChanges(...states)).flatMap((detail) => (detail.kind === 'to_pay' ? [[detail.quantity, detail.audience, detail.from.minor, detail.to.minor, detail.by]] : []));

  it('falls with a promotion while the price stands', () => {
    expect(sums(state(20_000), state(20_000, minus(5_000)))).toEqual([[1, undefined, 20_000, 15_000, ['200 off 5000']]]);
    expect(sums(state(20_000, minus(5_000)), state(20_000, minus(6_000)))).toEqual([[1, undefined, 15_000, 14_000, ['200 off 6000']]]);
  });

  it('is the price alone where no promotion takes part', () => {
    expect(sums(state(10_000), state(9_000))).toEqual([]);
    expect(sums(state(10_000, minus(5_000)), state(9_000, minus(5_000)))).toEqual([]);
  });

  it('does not take a share off that led to the price: the reduced price is what is to be paid, also without a list price beside it', () => {
    const off = (percentOff: number): Promotion => ({ label: `${percentOff}% off`, mechanic: 'direct_reduction', layer: 'product', params: { percentOff } });
    expect(sums(state(3_000), state(2_400, off(20)))).toEqual([]);
    expect(sums(state(3_000), state(2_400, off(20)), state(2_100, off(30)))).toEqual([]);
    expect(sums(state(3_000), state(2_400, off(20)), state(3_000))).toEqual([]);
    expect(sums(state(3_000), state(3_000, off(20)))).toEqual([[1, undefined, 3_000, 2_400, ['20% off']]]);
  });

  it('is told for as many pieces as a promotion asks for', () => {
    const half: Promotion = { label: '2nd half price', mechanic: 'nth_discount', layer: 'product', params: { nth: 2, payRatio: 0.5 } };
    expect(sums(state(10_000), state(10_000, half))).toEqual([[2, undefined, 20_000, 15_000, ['2nd half price']]]);
  });

  it('is told apart for everybody and for an audience', () => {
    const vip: Promotion = { label: 'VIP 10% off', mechanic: 'full_discount', layer: 'platform', params: { payRatio: 0.9 }, audience: 'VIP' };
    expect(sums(state(20_000), state(20_000, vip))).toEqual([[1, 'VIP', 20_000, 18_000, ['VIP 10% off']]]);
  });

  it('is not worked out from unknown promotions, nor compared between sellers', () => {
    expect(sums({ price: is(price(20_000)), promotions: UNREADABLE }, state(20_000, minus(5_000)))).toEqual([]);
    expect(sums(state(20_000, minus(5_000)), { price: is(price(20_000)), promotions: UNREADABLE })).toEqual([]);
    expect(sums({ ...state(20_000), seller: is({ name: 'A' }) }, { ...state(20_000, minus(5_000)), seller: is({ name: 'B' }) })).toEqual([]);
  });
});

describe('a price with conditions beside the price', () => {
  const beside = (minor: number, conditional: number, method: 'json-ld' | 'text' = 'json-ld'): State => {
    const loser: Candidate<Price> = { value: price(conditional, 'conditional'), confidence: 0.5, evidence: { ...EVIDENCE, method } };
    return { price: known(price(minor), EVIDENCE, 1, [loser]) };
  };

  it('is compared with its own last', () => {
    expect(details(lastChanges(beside(10_000, 9_000), beside(10_000, 8_000)))).toMatchObject([{ kind: 'price', from: price(9_000, 'conditional'), to: price(8_000, 'conditional') }]);
    expect(lastChanges(beside(10_000, 9_000), { price: is(price(10_000)) }, beside(10_000, 8_000))).toHaveLength(1);
  });

  it('is not guessed', () => {
    expect(lastChanges(beside(10_000, 9_000), beside(10_000, 8_000, 'text'))).toEqual([]);
  });

  it('and the price are two changes with two ids', () => {
    const changes = lastChanges(beside(10_000, 9_000), beside(9_500, 8_000));
    expect(new Set(changes.map(({ id }) => id)).size).toBe(2);
  });
});

describe('a promotion that goes on', () => {
  const coupon = (params: Promotion['params'], more: Partial<Promotion> = {}): Promotion => ({ label: JSON.stringify(params), mechanic: 'coupon', layer: 'shop', params, ...more });
  const told = (before: readonly Promotion[], after: readonly Promotion[]) => details(lastChanges({ promotions: is(before) }, { promotions: is(after) }))
    .flatMap((detail) => ('promotion' in detail ? [[detail.kind, detail.promotion.label]] : detail.kind === 'promotion_changed' ? [[detail.from.label, detail.to.label]] : []));

  it('has another amount, another condition or another code', () => {
    const [a, b, c, d] = [coupon({ thresholdMinor: 300, offMinor: 50 }), coupon({ thresholdMinor: 300, offMinor: 60 }), coupon({ thresholdMinor: 200, offMinor: 60 }), coupon({ thresholdMinor: 200, offMinor: 60, code: 'X' })] as const;
    for (const [from, to] of [[a, b], [b, c], [c, d]] as const) expect(told([from], [to])).toEqual([[from.label, to.label]]);
  });

  it('is known by its begin until it ends', () => {
    const [a, b, c] = [coupon({ thresholdMinor: 300, offMinor: 50 }), coupon({ thresholdMinor: 300, offMinor: 60 }), coupon({ thresholdMinor: 300, offMinor: 70 })];
    const states = [a, b, c].map((one) => ({ promotions: is([one]) }));
    expect(details(lastChanges(...states, { promotions: is([]) }))).toMatchObject([{ kind: 'promotion_ended', promotion: { ...c, beganAs: promotionKey(a) } }]);
    expect(lastChanges(...states, { promotions: is([c]) })).toEqual([]);
    expect(details(lastChanges(...states, { promotions: is([a]) }))).toMatchObject([{ kind: 'promotion_changed', from: { beganAs: promotionKey(a) }, to: a }]);
  });

  it('keeps to its condition or its code among several', () => {
    const [a, b] = [coupon({ thresholdMinor: 300, offMinor: 50 }), coupon({ thresholdMinor: 500, offMinor: 90 })];
    const [c, d] = [coupon({ thresholdMinor: 500, offMinor: 99 }), coupon({ thresholdMinor: 300, offMinor: 55 })];
    expect(told([a, b], [c, d])).toEqual(expect.arrayContaining([[a.label, d.label], [b.label, c.label]]));
    expect(told([a, b], [d])).toEqual(expect.arrayContaining([[a.label, d.label], ['promotion_ended', b.label]]));
  });

  it('is another one with another mechanic, audience or layer, or when nobody understands it', () => {
    const one = coupon({ offMinor: 50 });
    for (const other of [{ mechanic: 'full_reduction' }, { audience: 'VIP' }, { layer: 'platform' }] as const) expect(told([one], [{ ...one, ...other, label: 'other' }])).toHaveLength(2);
    expect(told([{ ...one, mechanic: 'unrecognised', label: 'a' }], [{ ...one, mechanic: 'unrecognised', label: 'b' }])).toHaveLength(2);
  });

  it('does not end when promotions could not be read, and ends when the page says there are none', () => {
    expect(kindsOf({ promotions: is([coupon({ offMinor: 50 })]) }, {}, { promotions: NONE })).toEqual(['promotion_ended']);
  });
});

describe('pieces left', () => {
  const left = (quantity: number): State => ({ quantity: is(quantity) });
  const steps = (...counts: readonly number[]) => history(...counts.map(left)).flatMap((diff) => details(diff.changes)).flatMap((detail) => (detail.kind === 'quantity' ? [[detail.from, detail.to, detail.how]] : []));

  it('are told once at each step down', () => {
    expect(steps(50, 30, 12, 10, 9, 5, 4, 3, 2, 1, 0)).toEqual([[12, 10, 'lower'], [9, 5, 'lower'], [4, 3, 'lower'], [2, 1, 'lower'], [1, 0, 'lower']]);
    expect(steps(50, 2)).toEqual([[50, 2, 'lower']]);
  });

  it('do not chatter when a piece comes back', () => {
    expect(steps(11, 10, 11, 10, 11, 10)).toEqual([[11, 10, 'lower']]);
    expect(steps(5, 6, 5, 9, 5)).toEqual([]);
  });

  it('are restocked by a jump, or by steps that add up to one', () => {
    expect(steps(3, 40)).toEqual([[3, 40, 'restocked']]);
    expect(steps(5, 7, 9, 12)).toEqual([[5, 12, 'restocked']]);
    expect(steps(3, 40, 10)).toEqual([[3, 40, 'restocked'], [40, 10, 'lower']]);
  });

  it('leave sold out and back to stock', () => {
    const out: State = { quantity: is(0), availability: is('out_of_stock') };
    const back: State = { quantity: is(40), availability: is('in_stock') };
    expect(kindsOf(back, out, back)).toEqual(['stock', 'stock']);
  });

  it('are told by variant, and once where the page counts the same', () => {
    const of = (quantity: number, more: State = {}): State => ({ ...more, offers: is([offer('s', 100, { quantity }), offer('l', 100, { quantity: 90 })]) });
    expect(details(lastChanges(of(20), of(4)))).toEqual([{ kind: 'quantity', offerSku: 's', from: 20, to: 4, how: 'lower' }]);
    expect(kindsOf(of(11), of(10), of(11), of(10))).toEqual(['quantity']);
    expect(details(lastChanges(of(20, left(20)), of(4, left(4))))).toEqual([{ kind: 'quantity', from: 20, to: 4, how: 'lower' }]);
  });

  it('compare with the last count that was known', () => {
    expect(kindsOf(left(50), {}, left(3))).toEqual(['quantity']);
  });
});

describe('condition, seller and shipping', () => {
  it('knows a condition in whose words ever', () => {
    const condition = (text: string): State => ({ condition: is(text) });
    expect(lastChanges(condition('new'), condition('Brand New'))).toEqual([]);
    expect(lastChanges(condition('used'), { condition: otherwise('Gebraucht: sehr gut') })).toEqual([]);
    expect(kindsOf(condition('Used: good'), condition('Used: acceptable'))).toEqual(['condition']);
    expect(lastChanges(condition('new'), { condition: otherwise('Neu') })).toEqual([]);
    expect(details(lastChanges(condition('new'), condition('Refurbished')))).toEqual([{ kind: 'condition', from: 'new', to: 'Refurbished' }]);
    expect(details(lastChanges({ condition: NONE }, condition('used')))).toEqual([{ kind: 'condition', from: null, to: 'used' }]);
    expect(lastChanges({ condition: NONE }, { condition: NONE })).toEqual([]);
  });

  it('does not compare the price of a used one with that of a new one', () => {
    const state = (text: string, minor: number): State => ({ condition: is(text), price: is(price(minor)) });
    expect(kindsOf(state('new', 10_000), state('used', 6_000), state('used', 5_000))).toEqual(['condition', 'price']);
    expect(kindsOf(state('new', 10_000), { condition: is('used') }, state('used', 6_000))).toEqual(['condition']);
  });

  it('tells who has the buy box, and when nobody has', () => {
    const by = (name: string, minor: number): State => ({ seller: is({ name }), price: is(price(minor)) });
    expect(details(lastChanges(by('A', 1_000), by('B', 900)))).toEqual([{ kind: 'seller', from: { name: 'A' }, to: { name: 'B' }, fromPrice: price(1_000), toPrice: price(900) }]);
    expect(details(lastChanges(by('A', 1_000), { seller: NONE }))).toEqual([{ kind: 'seller', from: { name: 'A' }, to: null, fromPrice: price(1_000) }]);
    expect(kindsOf(by('A', 1_000), {}, by('A', 1_000))).toEqual([]);
  });

  it('tells shipping of one seller: less, free, none', () => {
    const ships = (minor: number, name = 'A'): State => ({ shippingCost: is(usd(minor)), seller: is({ name }) });
    expect(details(lastChanges(ships(499), ships(0)))).toEqual([{ kind: 'shipping', from: usd(499), to: usd(0) }]);
    expect(details(lastChanges(ships(499), { shippingCost: NONE }))).toEqual([{ kind: 'shipping', from: usd(499), to: null }]);
    expect(kindsOf(ships(499), ships(0, 'B'))).toEqual(['seller']);
    expect(kindsOf(ships(499), { seller: is({ name: 'B' }) }, ships(0, 'B'))).toEqual(['seller']);
  });
});

describe('variants', () => {
  const red = (sku: string, size: string): Offer => offer(sku, 1_000, { options: { Colour: 'red', Size: size } });
  const of = (...offers: readonly Offer[]): State => ({ offers: is(offers) });

  it('come and go, all of one version in one change', () => {
    expect(details(lastChanges(of(red('1', 'S')), of(red('3', 'L'), red('1', 'S'), red('2', 'M'))))).toEqual([{ kind: 'variant_added', offers: [red('2', 'M'), red('3', 'L')], total: 2 }]);
    expect(details(lastChanges(of(red('1', 'S'), red('2', 'M')), of(red('1', 'S'))))).toEqual([{ kind: 'variant_removed', offers: [red('2', 'M')], total: 1 }]);
  });

  it('are the same under another SKU', () => {
    expect(lastChanges(of(red('1', 'S'), red('2', 'M')), of(red('1', 'S'), red('99', 'M')))).toEqual([]);
  });

  it('are not news where the list is another one or was read in another way', () => {
    expect(lastChanges(of(offer('a', 1)), of(offer('b', 1), offer('c', 1)))).toEqual([]);
    expect(lastChanges(of(red('1', 'S'), red('2', 'M')), { offers: otherwise([red('1', 'S')]) })).toEqual([]);
  });

  it('stay bounded', () => {
    const many = Array.from({ length: 400 }, (_, index) => offer(`s${index}`, 1));
    const [detail] = details(lastChanges(of(offer('s0', 1)), of(...many)));
    expect(detail?.kind === 'variant_added' && [detail.offers.length, detail.total]).toEqual([50, 399]);
  });
});

describe('where it stands', () => {
  it('moves by its trail of categories, without the home page and its own title', () => {
    const at = (...names: readonly string[]): State => ({ breadcrumbs: is(names), title: is('Desk lamp') });
    expect(details(lastChanges(at('Home', 'Lamps', 'Desk lamp'), at('Home', 'Sale', 'Desk lamp')))).toEqual([{ kind: 'listing_moved', category: { from: ['Lamps'], to: ['Sale'] } }]);
    expect(lastChanges(at('Home', 'Lamps', 'Desk lamp'), at('LAMPS'))).toEqual([]);
    expect(lastChanges(at('Lamps'), { breadcrumbs: otherwise(['Sale']) })).toEqual([]);
    expect(lastChanges(at('Lamps'), {})).toEqual([]);
  });
});

describe('its address', () => {
  const at = (seq: number, url: string) => version(seq, { kind: 'listing', productId: 'p1', url, fields: fields({ title: is('Lamp') }) });
  const moved = (from: string, to: string, siblings: readonly Baseline[] = []) => diffListing({ version: at(3, to), baseline: diffListing({ version: at(1, from), confirmed: true }).baseline, siblings, confirmed: true }).changes;

  it('moves by host and path', () => {
    expect(details(moved('https://shop.example/lamps/p1', 'https://shop.example/sale/p1?ref=x'))).toEqual([{ kind: 'listing_moved', url: { from: 'https://shop.example/lamps/p1', to: 'https://shop.example/sale/p1?ref=x' } }]);
    expect(moved('https://shop.example/p1', 'https://other.example/p1')).toHaveLength(1);
  });

  it('is the same with www, a query, another case or a slash at the end, however it is escaped', () => {
    expect(moved('http://www.shop.example/L%C3%A4mp/?a=1', 'https://shop.example/lämp?b=2')).toEqual([]);
    expect(moved('https://shop.example/100%', 'https://shop.example/100%')).toEqual([]);
  });

  it('is not told of a baseline from before addresses were kept, nor what another view has told', () => {
    const { place: _, ...old } = diffListing({ version: at(1, 'https://shop.example/a'), confirmed: true }).baseline;
    expect(diffListing({ version: at(2, 'https://shop.example/b'), baseline: old, confirmed: true }).changes).toEqual([]);
    const sibling = diffListing({ version: at(2, 'https://shop.example/b'), confirmed: true }).baseline;
    expect(moved('https://shop.example/a', 'https://shop.example/b', [sibling])).toEqual([]);
    expect(moved('https://shop.example/a', 'https://shop.example/c', [sibling])).toHaveLength(1);
  });
});

describe('variants that two views name in their own ways', () => {
  const view = (seq: number, ...skus: readonly string[]) => listingVersion(seq, { offers: is(skus.map((sku, at) => offer(sku, 1_000 + at))) });
  const first = (...skus: readonly string[]) => diffListing({ version: view(1, ...skus), confirmed: true }).baseline;
  const told = (to: readonly string[], sibling: Baseline) => diffListing({ version: view(4, ...to), baseline: first('1', '2'), siblings: [sibling], confirmed: true }).changes;

  it('are told once', () => {
    const page = diffListing({ version: view(3, 'A-1', 'A-3'), baseline: first('A-1', 'A-2'), confirmed: true });
    expect(details(page.changes).map(({ kind }) => kind)).toEqual(['variant_added', 'variant_removed']);
    expect(told(['1', '3'], page.baseline)).toEqual([]);
    expect(told(['1', '3', '4'], page.baseline)).toHaveLength(2);
    expect(told(['1', '3'], first('A-1', 'A-2'))).toHaveLength(2);
  });
});

describe('pictures by what they show', () => {
  const [RED, REDDISH, BLUE] = [`${'0'.repeat(256)}.${'0'.repeat(84)}`, `f${'0'.repeat(255)}.1${'0'.repeat(83)}`, `${'0'.repeat(256)}.${'f'.repeat(84)}`] as const;
  const told = (from: readonly string[], to: readonly string[], hashes: Readonly<Record<string, string | null>>) => {
    const { baseline } = diffListing({ version: listingVersion(1, { images: is(from) }), confirmed: true });
    return details(diffListing({ version: listingVersion(2, { images: is(to) }), baseline, pictures: new Map(Object.entries(hashes)), confirmed: true }).changes);
  };
  const [a, b, c] = ['https://i.example/a.jpg?v=1', 'https://i.example/b.jpg', 'https://i.example/c.jpg'] as const;

  it('are the same under another address', () => {
    expect(told([a], [b], { [a]: RED, [b]: REDDISH })).toEqual([]);
  });

  it('are others under the same address but for its query', () => {
    const again = 'https://i.example/a.jpg?v=2';
    expect(told([a], [again], { [a]: RED, [again]: BLUE })).toEqual([{ kind: 'images', added: [again], removed: [a], mainChanged: true, seen: true }]);
    expect(told([a], [again], {})).toEqual([]);
  });

  it('are compared by address where one of them was not seen', () => {
    expect(told([a], [b], { [a]: RED })).toEqual([{ kind: 'images', added: [b], removed: [a], mainChanged: true }]);
    expect(told([a], [b], { [a]: RED, [b]: null })).toMatchObject([{ added: [b] }]);
    expect(told([a, c], [b, c], { [a]: RED, [b]: RED })).toEqual([]);
  });

  it('behind those that are looked at are no news under other addresses, but more or fewer of them are', () => {
    const [old, now] = [[a, b, c, '4', '5', '6'], ['A', 'B', 'C', 'D', 'E', 'F']];
    const hashes = Object.fromEntries([...old.slice(0, 4), ...now.slice(0, 4)].map((url, at) => [url, [RED, BLUE, `${'f'.repeat(256)}.${'0'.repeat(84)}`, `${'f'.repeat(256)}.${'f'.repeat(84)}`][at % 4] ?? null]));
    expect(told(old, now, hashes)).toEqual([]);
    expect(told(old, now.slice(0, 5), hashes)).toMatchObject([{ kind: 'images', added: ['E'], removed: ['5', '6'], mainChanged: false }]);
  });

  it('that stand twice under two addresses are one', () => {
    expect(told([a], [a, b], { [a]: RED, [b]: REDDISH })).toEqual([]);
  });
});

describe('words and tables', () => {
  it('says nothing of what another part of the page calls the same thing', () => {
    expect(lastChanges({ title: is('Desk lamp') }, { title: otherwise('Desk lamp | Shop') })).toEqual([]);
    expect(lastChanges({ description: is('A lamp.') }, { description: otherwise('A lamp. Buy now.') })).toEqual([]);
    expect(lastChanges({ images: is(['https://i.example/a.jpg']) }, { images: otherwise(['https://i.example/a.jpg', 'https://i.example/b.jpg']) })).toEqual([]);
    expect(lastChanges({ rating: is({ value: 4.46, scale: 5 }) }, { rating: otherwise({ value: 4, scale: 5 }) })).toEqual([]);
    expect(kindsOf({ title: is('Desk lamp') }, { title: otherwise('Desk lamp | Shop') }, { title: otherwise('Other lamp | Shop') })).toEqual(['title']);
  });

  it('knows a brand in upper case, and one that was not there', () => {
    expect(lastChanges({ brand: is('SONY') }, { brand: is('Sony') })).toEqual([]);
    expect(details(lastChanges({ brand: is('Sony') }, { brand: is('Sonny') }))).toEqual([{ kind: 'brand', from: 'Sony', to: 'Sonny' }]);
    expect(details(lastChanges({ brand: NONE }, { brand: is('Sony') }))).toEqual([{ kind: 'brand', from: null, to: 'Sony' }]);
    expect(lastChanges({ brand: is('Sony') }, { brand: otherwise('Sony Store') })).toEqual([]);
  });

  it('compares a table line by line, whatever its order', () => {
    const table = (attributes: Readonly<Record<string, string>>): State => ({ attributes: is(attributes) });
    expect(lastChanges(table({ Colour: 'red', Weight: '2 kg' }), table({ weight: '2&nbsp;kg', 'Colour:': ' red' }))).toEqual([]);
    expect(details(lastChanges(table({ Colour: 'red', Power: '5 W' }), table({ Colour: 'blue', Weight: '2 kg' })))).toEqual([{
      kind: 'attributes', more: 0,
      edits: [{ name: 'Colour', from: 'red', to: 'blue' }, { name: 'Power', from: '5 W', to: null }, { name: 'Weight', from: null, to: '2 kg' }],
    }]);
    expect(lastChanges(table({ 'Best Sellers Rank': '#4', 评价: '100' }), table({ 'Best Sellers Rank': '#5', 评价: '101' }))).toEqual([]);
    expect(details(lastChanges(table({ Colour: 'red' }), { attributes: NONE }))).toMatchObject([{ edits: [{ name: 'Colour', from: 'red', to: null }] }]);
  });

  it('shows the words of a description that differ, with some around them', () => {
    const text = (lamp: string): State => ({ description: is(`A lamp for every desk, with ${lamp} and a long cable that reaches the floor.`) });
    const [detail] = details(lastChanges(text('a halogen bulb'), text('an LED bulb')));
    expect(detail).toMatchObject({ kind: 'description', edits: [{ before: 'A lamp for every desk, with', removed: 'a halogen', added: 'an LED', after: 'bulb and a long cable that reaches the…' }] });
  });

  it('finds words in Chinese', () => {
    const [detail] = details(lastChanges({ description: is('这款台灯采用卤素灯泡，适合书桌使用。') }, { description: is('这款台灯采用LED灯泡，适合书桌使用。') }));
    expect(detail).toMatchObject({ edits: [{ removed: '卤素', added: 'LED' }] });
  });

  it('carries passages of what is different altogether, in bounded time', () => {
    const text = (word: string): State => ({ description: is(Array.from({ length: 20_000 }, (_, index) => `${word}${index}`).join(' ')) });
    const spent = cpuClock();
    const [detail] = details(lastChanges(text('a'), text('b')));
    expect(detail?.kind === 'description' && detail.edits).toBeUndefined();
    expect(spent()).toBeLessThan(5_000);
  });
});
