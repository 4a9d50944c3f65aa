import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { promotionKey } from '../../../alerts/changes/promotions.ts';
import { diffRanking } from '../../../alerts/changes/ranking.ts';
import { diffListing } from '../../../alerts/changes/listing.ts';
import type { ChangeDetail, ChangeKind } from '../../../model/change.ts';
import { AVAILABILITIES, FIELD_NAMES, PRICE_KINDS, UNITS, type FieldName, type ListingFields, type Offer, type Price } from '../../../model/listing.ts';
import { LAYERS, MECHANICS, type Promotion } from '../../../model/promotion.ts';
import { absent, unknown, type Reading } from '../../../model/reading.ts';
import { EVIDENCE, is, lastChanges, listingVersion, price, ranking, withUnknown } from './support.ts';
import { cpuClock } from '../../support/cpu.ts';

function reading<T>(value: fc.Arbitrary<T>): fc.Arbitrary<Reading<T>> {
  return fc.oneof({ weight: 4, arbitrary: value.map(is) }, { weight: 1, arbitrary: fc.constant(absent<T>(EVIDENCE)) }, { weight: 1, arbitrary: fc.constant(unknown<T>('not_found')) });
}

const anyPrice: fc.Arbitrary<Price> = fc.tuple(fc.integer({ min: 0, max: 5_000 }), fc.constantFrom(...PRICE_KINDS), fc.constantFrom('USD', 'CNY')).map((parts) => price(...parts));
const anyOffer: fc.Arbitrary<Offer> = fc.record({ sku: fc.constantFrom('a', 'b', 'c'), options: fc.constantFrom({}, { Size: 'S' }, { Size: 'M' }), price: anyPrice, availability: fc.constantFrom(...AVAILABILITIES), quantity: fc.nat(12), selected: fc.boolean() });
const anyPromotion: fc.Arbitrary<Promotion> = fc.record({
  label: fc.constantFrom('one', 'two'), mechanic: fc.constantFrom(...MECHANICS.slice(0, 3), 'direct_reduction' as const, 'unrecognised' as const), layer: fc.constantFrom(...LAYERS.slice(0, 2)),
  params: fc.record({ offMinor: fc.integer({ min: 1, max: 3 }), code: fc.constantFrom('A', 'B') }, { requiredKeys: ['offMinor'] }), endsAt: fc.date({ min: new Date(4e12), max: new Date(5e12), noInvalidDate: true }),
  audience: fc.constantFrom('VIP', 'new'),
}, { requiredKeys: ['label', 'mechanic', 'layer', 'params'] });
const usd = (minor: number) => price(minor).money;
const state: fc.Arbitrary<Partial<ListingFields>> = fc.record({
  title: reading(fc.constantFrom('Lamp', 'Lamp 2', ' Lamp')), brand: reading(fc.constantFrom('Lumo', 'LUMO', 'Other')), condition: reading(fc.constantFrom('new', 'Brand new', 'used', 'other')),
  quantity: reading(fc.nat(30)), shippingCost: reading(fc.nat(3).map(usd)), unitPrice: reading(fc.record({ money: fc.integer({ min: 1, max: 3_000 }).map(usd), per: fc.constantFrom(1, 100), unit: fc.constantFrom(...UNITS.slice(0, 7)) })),
  breadcrumbs: reading(fc.array(fc.constantFrom('Home', 'Lamps', 'Sale', 'Lamp'), { maxLength: 3 })), attributes: reading(fc.dictionary(fc.constantFrom('Colour', 'colour', 'Weight', 'Rank'), fc.constantFrom('red', 'red ', 'blue'))),
  description: reading(fc.array(fc.constantFrom('a lamp', 'with light', '很亮。'), { minLength: 1, maxLength: 5 }).map((words) => words.join(' '))), price: reading(anyPrice), listPrice: reading(anyPrice), sku: reading(fc.constantFrom('x', 'y')),
  availability: reading(fc.constantFrom(...AVAILABILITIES)), seller: reading(fc.record({ name: fc.constantFrom('A', 'B') })),
  rating: reading(fc.record({ value: fc.double({ min: 0, max: 5, noNaN: true }), scale: fc.constant(5) })),
  reviewCount: reading(fc.record({ value: fc.nat(1_000), lowerBound: fc.boolean() })),
  images: reading(fc.uniqueArray(fc.constantFrom('https://i.example/a.jpg', 'https://i.example/b.jpg', 'https://i.example/c.jpg'), { minLength: 1 })),
  offers: reading(fc.uniqueArray(anyOffer, { selector: (offer) => offer.sku })), promotions: reading(fc.uniqueArray(anyPromotion, { maxLength: 3 })),
});

/** The fields without which there is no change of a kind. */
const FIELDS_OF: Partial<Record<ChangeKind, readonly FieldName[]>> = {
  price: ['price'], title: ['title'], stock: ['availability'], rating: ['rating'], images: ['images'], list_price: ['listPrice'], review_count: ['reviewCount'], unit_price: ['unitPrice'], to_pay: ['price', 'promotions'],
  quantity: ['quantity'], condition: ['condition'], seller: ['seller'], shipping: ['shippingCost'], brand: ['brand'], attributes: ['attributes'], description: ['description'], listing_moved: ['breadcrumbs'],
  variant_added: ['offers'], variant_removed: ['offers'], promotion_started: ['promotions'], promotion_ended: ['promotions'], promotion_extended: ['promotions'], promotion_changed: ['promotions'],
};

/** What happened, and its two sides: those of a kind and its opposite are the same the other way round. Pieces left have a memory and are looked at elsewhere. */
function mirrored(detail: ChangeDetail): readonly [string, unknown, unknown] {
  switch (detail.kind) {
    case 'variant_added': return ['variants', [], detail.offers.map(({ sku }) => sku)];
    case 'variant_removed': return ['variants', detail.offers.map(({ sku }) => sku), []];
    case 'promotion_started': return ['promotion', null, promotionKey(detail.promotion)];
    case 'promotion_ended': return ['promotion', promotionKey(detail.promotion), null];
    case 'promotion_extended': return ['promotion_extended', detail.endedAt, detail.promotion.endsAt];
    case 'promotion_changed': return ['promotion_changed', promotionKey(detail.from), promotionKey(detail.to)];
    case 'images': return ['images', detail.removed.toSorted(), detail.added.toSorted()];
    case 'attributes': return ['attributes', detail.edits.map(({ from }) => from), detail.edits.map(({ to }) => to)];
    case 'listing_moved': return ['listing_moved', detail.category?.from, detail.category?.to];
    case 'seller': return ['seller', [detail.from, detail.fromPrice], [detail.to, detail.toPrice]];
    default: return 'from' in detail && 'to' in detail ? [`${detail.kind}|${'offerSku' in detail ? detail.offerSku : ''}|${'quantity' in detail ? `${detail.quantity}${detail.audience ?? ''}` : ''}`, detail.from, detail.to] : [detail.kind, null, null];
  }
}

const OFF: Promotion = { label: '3 off', mechanic: 'full_reduction', layer: 'shop', params: { offMinor: 3 } };

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
    }), { examples: [[{ price: is(price(1_000)), promotions: is([]) }, { price: is(price(1_000)), promotions: is([{ ...OFF, audience: 'VIP' }, OFF]) }]] });
  });

  it('differ in nothing where the second is unknown, and the baseline stays', () => {
    fc.assert(fc.property(state, state, fc.subarray([...FIELD_NAMES]), (a, b, names) => {
      const { baseline } = diffListing({ version: listingVersion(1, a), confirmed: true });
      const first = listingVersion(2, b);
      if (first.content.kind !== 'listing') return;
      const hidden = { ...first, content: { ...first.content, fields: withUnknown(first.content.fields, [...names, 'seller', 'sku', 'offers', 'condition']) } };
      const diff = diffListing({ version: hidden, baseline, confirmed: true });
      for (const { detail } of diff.changes) for (const name of FIELDS_OF[detail.kind] ?? []) expect([detail.kind, names]).not.toEqual([detail.kind, expect.arrayContaining([name])]);
      for (const name of names) expect(diff.baseline.fields[name]).toEqual(baseline.fields[name]);
    }));
  });

  it('and the first with parts of it unknown differ in nothing', () => {
    fc.assert(fc.property(state, fc.subarray([...FIELD_NAMES]), (a, names) => {
      const { baseline } = diffListing({ version: listingVersion(1, a), confirmed: true });
      const whole = listingVersion(2, a);
      if (whole.content.kind !== 'listing') return;
      const hidden = { ...whole, content: { ...whole.content, fields: withUnknown(whole.content.fields, names) } };
      expect(diffListing({ version: hidden, baseline, confirmed: true }).changes).toEqual([]);
      expect(lastChanges(a, hidden.content.fields, a)).toEqual([]);
    }), { numRuns: 300 });
  });

  it('there and back again make changes that mirror each other', () => {
    // The same variant all the way, and both parts of a sum: where only one side has them, more is compared on the way back.
    const ofOneVariant = state.map((one) => ({ ...one, sku: is('x'), price: one.price?.state === 'known' ? one.price : is(price(700)), promotions: one.promotions?.state === 'known' ? one.promotions : absent<readonly Promotion[]>(EVIDENCE) }));
    fc.assert(fc.property(ofOneVariant, ofOneVariant, (a, b) => {
      const there = lastChanges(a, b).map(({ detail }) => mirrored(detail));
      const back = lastChanges(a, b, a).map(({ detail }) => mirrored(detail));
      const [turned, as] = [there.map((sides) => [sides[0], sides[2], sides[1]]), back.map((sides) => [...sides])];
      const inOrder = (list: readonly (readonly unknown[])[]): readonly string[] => list.map((sides) => JSON.stringify(sides)).filter((text) => !text.startsWith('["quantity')).toSorted();
      expect(inOrder(as)).toEqual(inOrder(turned));
    }), { numRuns: 500 });
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
    const spent = cpuClock();
    expect(diffRanking(ranking(1, ids), ranking(2, ['$new', 'first', ...ids]), good)).toHaveLength(5_001);
    expect(spent()).toBeLessThan(5_000);
  });
});
