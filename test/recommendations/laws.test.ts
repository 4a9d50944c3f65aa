import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Product, Recommendation } from '../../model/advice.ts';
import { AVAILABILITIES, PRICE_KINDS } from '../../model/listing.ts';
import { packRatioFrom, ONE_TO_ONE, type PackRatio } from '../../model/pack.ts';
import { known, unknown } from '../../model/reading.ts';
import { recommendPrice, type PriceInput } from '../../recommendations/pricing/recommend.ts';
import type { RivalOffer } from '../../recommendations/pricing/rival.ts';
import { aProduct, aRival, evidence, now, pricingSettings, usd } from './support.ts';

const DAY = 86_400_000;
const pack = (text: string): PackRatio => packRatioFrom(text) ?? ONE_TO_ONE;
const cents = fc.integer({ min: 1, max: 5_000_000 });

const products: fc.Arbitrary<Product> = fc.record({ price: cents, floor: fc.option(cents, { nil: undefined }), cost: fc.option(cents, { nil: undefined }), map: fc.option(cents, { nil: undefined }), stock: fc.option(fc.nat(3), { nil: undefined }) })
  .map(({ price, floor, cost, map, stock }) => {
    const { floor: _, ...bare } = aProduct({ price: usd(price) });
    return { ...bare, ...(floor === undefined ? {} : { floor: usd(floor) }), ...(cost === undefined ? {} : { cost: usd(cost) }), ...(map === undefined ? {} : { map: usd(map) }), ...(stock === undefined ? {} : { stock }) };
  });

const rivals: fc.Arbitrary<RivalOffer> = fc.record({
  no: fc.nat(50), price: cents, kind: fc.constantFrom(...PRICE_KINDS), currency: fc.constantFrom('USD', 'USD', 'USD', 'EUR', 'JPY'), readable: fc.boolean(), stock: fc.constantFrom(...AVAILABILITIES, 'unknown' as const),
  presence: fc.constantFrom('present', 'present', 'missing', 'gone'), match: fc.constantFrom('confirmed', 'confirmed', 'proposed', 'rejected'), packRatio: fc.constantFrom(...['1', '1', '2', '1/2', '3', '6/5'].map(pack)), age: fc.nat(3 * DAY), seller: fc.constantFrom('Alder & Pine', 'Whoever'),
}).map(({ stock, age, readable, ...rest }) => aRival({
  ...rest, lastSeenAt: new Date(now.getTime() - age), availability: stock === 'unknown' ? unknown('not_found') : known(stock, evidence), ...(readable ? {} : { priceReading: unknown('held_back') }),
}));

const settings = fc.record({ undercutBy: fc.constantFrom('0%', '1%', '33.3%', '5.00 USD', '5.00 EUR'), maxChange: fc.double({ min: 0.1, max: 50, noNaN: true }), minMargin: fc.double({ min: 0, max: 95, noNaN: true }), cooldown: fc.constantFrom('1h', '1d', '1w'), ownSellers: fc.constant(['Alder & Pine']) }).map(pricingSettings);

/** An earlier price recommendation of any age. */
const earlier: fc.Arbitrary<Recommendation[]> = fc.option(fc.record({ age: fc.nat(10 * DAY), state: fc.constantFrom('open', 'superseded', 'expired', 'accepted', 'dismissed') })).map((made) => {
  if (!made) return [];
  const first = recommendPrice({ product: aProduct(), rivals: [aRival({ price: 2_900 })], settings: pricingSettings(), previous: [], language: 'en', now: new Date(now.getTime() - made.age) });
  return first ? [{ ...first, state: made.state }] : [];
});

const cases: fc.Arbitrary<PriceInput> = fc.record({ product: products, rivals: fc.array(rivals, { maxLength: 6 }), settings, previous: earlier, language: fc.constantFrom('en' as const, 'zh-CN' as const), now: fc.constant(now) });

/** Runs the check over what was advised as a new price. */
function always(check: (input: PriceInput, from: number, to: number, advised: Recommendation) => void): void {
  fc.assert(fc.property(cases, (input) => {
    const found = recommendPrice(input);
    if (found && (found.advice.kind === 'lower_price' || found.advice.kind === 'raise_price') && !input.previous.includes(found)) check(input, found.advice.from.minor, found.advice.to.minor, found);
  }), { numRuns: 3_000 });
}

test('no price is advised below the floor or MAP, nor below cost and least margin, nor without either', () => {
  always(({ product, settings: { minMargin } }, _, to) => {
    expect(product.floor ?? product.cost).toBeDefined();
    expect(to).toBeGreaterThanOrEqual(Math.max(product.floor?.minor ?? 1, product.map?.minor ?? 1));
    const margin = product.cost ? ((to - product.cost.minor) / to) * 100 : 100;
    expect(margin).toBeGreaterThanOrEqual(minMargin - 1e-6);
  });
});

test('no price moves further than the cap, and it moves in the direction it says', () => {
  always((input, from, to, advised) => {
    expect(Math.abs(to - from)).toBeLessThanOrEqual((from * input.settings.maxChange) / 100);
    expect(advised.advice.kind).toBe(to < from ? 'lower_price' : 'raise_price');
    expect(to).not.toBe(from);
  });
});

test('no second price within the cool-down', () => {
  always((input) => {
    for (const one of input.previous) expect(now.getTime() - one.createdAt.getTime()).toBeGreaterThanOrEqual(input.settings.cooldown);
  });
});

test('a price is lowered only towards a rival that is verified, in stock, fresh, of our currency, at a price anyone pays, and not ourselves', () => {
  always((input, from, to) => {
    if (to > from) return;
    const worthy = input.rivals.filter((rival) => rival.seller !== 'Alder & Pine' && rival.match === 'confirmed' && rival.presence === 'present' && rival.price.state === 'known' && rival.price.value.kind === 'page'
      && rival.price.value.money.currency === 'USD' && now.getTime() - rival.lastSeenAt.getTime() <= input.settings.maxRivalAge
      && rival.availability.state === 'known' && (rival.availability.value === 'in_stock' || rival.availability.value === 'low'));
    const lowest = Math.min(...worthy.map((rival) => (rival.price.state === 'known' ? Math.ceil((rival.price.value.money.minor * rival.packRatio.theirs) / rival.packRatio.ours) : Infinity)));
    expect(lowest).toBeLessThan(Infinity);
    const cut = input.settings.undercutBy;
    const asked = cut.kind === 'percent' ? (lowest * cut.percent) / 100 : cut.money.currency === 'USD' ? cut.money.minor : 0;
    expect(to).toBeGreaterThanOrEqual(Math.min(from, lowest - asked));
  });
});

test('the same input gives the same recommendation, whatever the order of the rivals', () => {
  fc.assert(fc.property(cases, (input) => {
    const first = recommendPrice(input);
    const again = recommendPrice({ ...input, rivals: input.rivals.toReversed() });
    expect(again?.id).toBe(first?.id);
    expect(again?.advice).toEqual(first?.advice);
  }), { numRuns: 1_000 });
});
