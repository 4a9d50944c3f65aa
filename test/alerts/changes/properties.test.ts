import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffRanking } from '../../../alerts/changes/ranking.ts';
import { diffListing } from '../../../alerts/changes/listing.ts';
import { AVAILABILITIES, FIELD_NAMES, PRICE_KINDS, type ListingFields, type Offer, type Price } from '../../../model/listing.ts';
import { LAYERS, MECHANICS, type Promotion } from '../../../model/promotion.ts';
import { absent, unknown, type Reading } from '../../../model/reading.ts';
import { EVIDENCE, is, lastChanges, listingVersion, price, ranking, withUnknown } from './support.ts';

function reading<T>(value: fc.Arbitrary<T>): fc.Arbitrary<Reading<T>> {
  return fc.oneof({ weight: 4, arbitrary: value.map(is) }, { weight: 1, arbitrary: fc.constant(absent<T>(EVIDENCE)) }, { weight: 1, arbitrary: fc.constant(unknown<T>('not_found')) });
}

const anyPrice: fc.Arbitrary<Price> = fc.tuple(fc.integer({ min: 0, max: 5_000 }), fc.constantFrom(...PRICE_KINDS), fc.constantFrom('USD', 'CNY')).map((parts) => price(...parts));
const anyOffer: fc.Arbitrary<Offer> = fc.record({ sku: fc.constantFrom('a', 'b', 'c'), options: fc.constant({}), price: anyPrice, availability: fc.constantFrom(...AVAILABILITIES), selected: fc.boolean() });
const anyPromotion: fc.Arbitrary<Promotion> = fc.record({
  label: fc.constantFrom('one', 'two'), mechanic: fc.constantFrom(...MECHANICS.slice(0, 3), 'unrecognised' as const), layer: fc.constantFrom(...LAYERS.slice(0, 2)),
  params: fc.record({ offMinor: fc.integer({ min: 1, max: 3 }) }), endsAt: fc.date({ min: new Date(0), max: new Date(1e12), noInvalidDate: true }),
});
const state: fc.Arbitrary<Partial<ListingFields>> = fc.record({
  title: reading(fc.constantFrom('Lamp', 'Lamp 2', ' Lamp')), price: reading(anyPrice), listPrice: reading(anyPrice), sku: reading(fc.constantFrom('x', 'y')),
  availability: reading(fc.constantFrom(...AVAILABILITIES)), seller: reading(fc.record({ name: fc.constantFrom('A', 'B') })),
  rating: reading(fc.record({ value: fc.double({ min: 0, max: 5, noNaN: true }), scale: fc.constant(5) })),
  reviewCount: reading(fc.record({ value: fc.nat(1_000), lowerBound: fc.boolean() })),
  images: reading(fc.uniqueArray(fc.constantFrom('https://i.example/a.jpg', 'https://i.example/b.jpg', 'https://i.example/c.jpg'), { minLength: 1 })),
  offers: reading(fc.uniqueArray(anyOffer, { selector: (offer) => offer.sku })), promotions: reading(fc.uniqueArray(anyPromotion, { maxLength: 3 })),
});

describe('any two states of a listing', () => {
  it('that are the same differ in nothing', () => {
    fc.assert(fc.property(state, (a) => {
      expect(lastChanges(a, a)).toEqual([]);
    }));
  });

  it('give the same ids each time, all different from each other', () => {
    fc.assert(fc.property(state, state, (a, b) => {
      const ids = lastChanges(a, b).map((change) => change.id);
      expect(lastChanges(a, b).map((change) => change.id)).toEqual(ids);
      expect(new Set(ids).size).toBe(ids.length);
    }));
  });

  it('give the same changes in whatever order variants and promotions stand', () => {
    const turned = <T>(of: Reading<readonly T[]> | undefined): Reading<readonly T[]> => (of?.state === 'known' ? is(of.value.toReversed()) : (of ?? unknown('not_found')));
    const key = (changes: ReturnType<typeof lastChanges>): readonly string[] => changes.map((change) => change.id).toSorted();
    fc.assert(fc.property(state, state, (a, b) => {
      const other = { ...b, offers: turned(b.offers), promotions: turned(b.promotions) };
      // Several variants that all claim to be the shown one are told apart by their order alone.
      fc.pre(b.offers?.state !== 'known' || b.offers.value.filter((offer) => offer.selected === true).length <= 1);
      expect(key(lastChanges(a, other))).toEqual(key(lastChanges(a, b)));
    }));
  });

  it('differ in nothing where the second is unknown, and the baseline stays', () => {
    fc.assert(fc.property(state, state, fc.subarray([...FIELD_NAMES]), (a, b, names) => {
      const { baseline } = diffListing({ version: listingVersion(1, a), confirmed: true });
      const first = listingVersion(2, b);
      if (first.content.kind !== 'listing') return;
      const hidden = { ...first, content: { ...first.content, fields: withUnknown(first.content.fields, [...names, 'seller', 'sku', 'offers']) } };
      const diff = diffListing({ version: hidden, baseline, confirmed: true });
      const kinds = new Map([['price', 'price'], ['title', 'title'], ['stock', 'availability'], ['rating', 'rating'], ['images', 'images'], ['list_price', 'listPrice'], ['review_count', 'reviewCount']]);
      for (const { detail } of diff.changes) expect(names).not.toContain(kinds.get(detail.kind));
      for (const name of names) expect(diff.baseline.fields[name]).toEqual(baseline.fields[name]);
    }));
  });

  it('there and back again is two changes that mirror each other', () => {
    fc.assert(fc.property(fc.nat(4_000), fc.nat(4_000), (a, b) => {
      const there = lastChanges({ price: is(price(a)) }, { price: is(price(b)) });
      const back = lastChanges({ price: is(price(a)) }, { price: is(price(b)) }, { price: is(price(a)) });
      expect(back.length).toBe(there.length);
      const [one, two] = [there[0]?.detail, back[0]?.detail];
      if (one?.kind === 'price' && two?.kind === 'price') expect([two.from, two.to]).toEqual([one.to, one.from]);
    }));
  });
});

describe('any two rankings', () => {
  const list = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', '$a', '$e', '$f'), { minLength: 1 });
  const good = { track: [], verdict: 'good' } as const;

  it('that are the same differ in nothing; a partial crawl loses nobody', () => {
    fc.assert(fc.property(list, list, (a, b) => {
      expect(diffRanking(ranking(1, a), ranking(2, a), good)).toEqual([]);
      for (const { detail } of diffRanking(ranking(1, a), ranking(2, b), { ...good, verdict: 'partial' })) expect(detail).not.toMatchObject({ to: null });
    }));
  });

  it('name each lost place once, with who is really above it now and was not before', () => {
    fc.assert(fc.property(list, list, (a, b) => {
      for (const { detail } of diffRanking(ranking(1, a), ranking(2, b), good)) {
        if (detail.kind !== 'search_rank') continue;
        const place = (ids: readonly string[], id: string): number => (ids.includes(id) ? ids.indexOf(id) : Number.POSITIVE_INFINITY);
        for (const { productId, sponsored } of detail.overtakenBy) {
          const id = sponsored ? `$${productId}` : productId;
          expect(place(b, id)).toBeLessThan(place(b, detail.productId));
          expect(place(a, id)).toBeGreaterThan(place(a, detail.productId));
        }
      }
    }));
  });

  it('of many thousands of items are compared in moderate time', () => {
    const ids = Array.from({ length: 5_000 }, (_, index) => `p${index}`);
    const started = performance.now();
    expect(diffRanking(ranking(1, ids), ranking(2, ['$new', 'first', ...ids]), good)).toHaveLength(5_001);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
