import fc from 'fast-check';
import { Long } from 'mongodb';
import { describe, expect, test } from 'vitest';
import { absent, known, unknown } from '../../model/reading.ts';
import type { ListingFields, Offer } from '../../model/listing.ts';
import type { Promotion } from '../../model/promotion.ts';
import { listingHash, listingHashAt, pageHash, rankingHash, sameWhereRead } from '../../storage/content-hash.ts';
import { exact } from '../../storage/exact.ts';
import { sumTallies } from '../../storage/tally.ts';
import { EVIDENCE, fieldsOf, time, usd } from './support.ts';

const base = fieldsOf(100);
const hashWith = (fields: Partial<ListingFields>): string => listingHash({ ...base, ...fields });
const promotion = (more: Partial<Promotion> = {}): Promotion => ({ label: '20% off', mechanic: 'full_discount', layer: 'shop', params: { payRatio: 0.8 }, ...more });
const offer = (sku: string, more: Partial<Offer> = {}): Offer => ({ sku, options: { size: 'M', colour: 'red' }, price: { kind: 'page', money: usd(100) }, ...more });

describe('content is what the page says, not how it was found', () => {
  test('evidence, confidence and losers do not count', () => {
    expect(hashWith({ title: known('A lamp', { method: 'text', place: 'h1', raw: 'x' }, 0.3, [{ value: 'B', confidence: 0.1, evidence: EVIDENCE }]) })).toBe(listingHash(base));
  });
  test('known, absent and unknown are three things, why it is unknown is not', () => {
    const states = [known('Acme', EVIDENCE), absent<string>(EVIDENCE), unknown<string>('not_found')].map((brand) => hashWith({ brand }));
    expect(new Set(states).size).toBe(3);
    expect(hashWith({ brand: unknown('conflict') })).toBe(hashWith({ brand: unknown('unreadable') }));
  });
  test('a unit price counts where there is one; where there is none the hash is that of the time before it was read', () => {
    const unitPrice = known({ money: usd(120), per: 100, unit: 'g' as const }, EVIDENCE);
    expect(hashWith({ unitPrice })).not.toBe(listingHash(base));
    expect(hashWith({ unitPrice: unknown('not_read') })).toBe(hashWith({ unitPrice: absent(EVIDENCE) }));
  });
  test('a price with conditions counts where data name it, and is not guessed', () => {
    const beside = (minor: number, method: 'json-ld' | 'text') => known({ kind: 'page' as const, money: usd(100) }, EVIDENCE, 1, [{ value: { kind: 'conditional' as const, money: usd(minor) }, confidence: 0.4, evidence: { ...EVIDENCE, method } }]);
    expect(hashWith({ price: beside(90, 'json-ld') })).not.toBe(hashWith({ price: beside(80, 'json-ld') }));
    expect(hashWith({ price: beside(90, 'text') })).toBe(hashWith({ price: beside(80, 'text') }));
    expect(sameWhereRead({ ...base, price: beside(90, 'json-ld') }, { ...base, price: beside(80, 'json-ld') })).toBe(false);
  });
  test('the address of its own page counts by host and path, that of a link in a list does not', () => {
    const at = (url: string) => listingHashAt(base, url);
    expect(at('https://a.example/p?x=1')).toBe(at('https://www.a.example/P/'));
    expect(at('https://a.example/p;jsessionid=1')).toBe(at('https://a.example/p;jsessionid=2'));
    expect(at('https://a.example/q')).not.toBe(at('https://a.example/p'));
    const no = unknown<never>('not_read');
    const listed = { ...base, sku: no, availability: no, images: no, description: no, breadcrumbs: no };
    expect(listingHashAt({ ...base, description: no }, 'https://a.example/q')).not.toBe(listingHashAt({ ...base, description: no }, 'https://a.example/p'));
    expect(listingHashAt(listed, 'https://a.example/p')).toBe(listingHashAt(listed, 'https://a.example/sale/p'));
  });
  test('orders that mean nothing do not count: offers, options, promotions, further images', () => {
    expect(hashWith({ offers: known([offer('a'), offer('b', { selected: true })], EVIDENCE) })).toBe(hashWith({ offers: known([offer('b'), { ...offer('a'), options: { colour: 'red', size: 'M' } }], EVIDENCE) }));
    expect(hashWith({ promotions: known([promotion(), promotion({ mechanic: 'coupon' })], EVIDENCE) })).toBe(hashWith({ promotions: known([promotion({ mechanic: 'coupon' }), promotion()], EVIDENCE) }));
    expect(hashWith({ images: known(['a', 'b', 'c'], EVIDENCE) })).toBe(hashWith({ images: known(['a', 'c', 'b'], EVIDENCE) }));
    expect(hashWith({ images: known(['a', 'b', 'c'], EVIDENCE) })).not.toBe(hashWith({ images: known(['b', 'a', 'c'], EVIDENCE) }));
  });
  test('a promotion reworded is the same, another end or other numbers are not; one not understood is its words', () => {
    const of = (more: Partial<Promotion>) => hashWith({ promotions: known([promotion(more)], EVIDENCE) });
    expect(of({ label: 'Save 20%!' })).toBe(of({}));
    expect(new Set([of({}), of({ endsAt: time(1) }), of({ endsAt: time(2) }), of({ params: { payRatio: 0.7 } }), of({ audience: 'members' })]).size).toBe(5);
    expect(of({ mechanic: 'unrecognised', label: 'x' })).not.toBe(of({ mechanic: 'unrecognised', label: 'y' }));
  });
  test('an amount of another currency or kind is another price', () => {
    const price = (kind: 'page' | 'conditional', minor: number) => hashWith({ price: known({ kind, money: usd(minor) }, EVIDENCE) });
    expect(new Set([price('page', 100), price('page', 101), price('conditional', 100)]).size).toBe(3);
  });
  test('what a kind of page does not carry says nothing', () => {
    expect(sameWhereRead(base, { ...base, title: unknown('not_read') })).toBe(true);
    expect(sameWhereRead(base, { ...base, title: unknown('not_found') })).toBe(false);
  });
  test('white space of pages means nothing, words do', () => {
    expect(pageHash('a  b\n\n c ')).toBe(pageHash('a b\nc'));
    expect(pageHash('a b')).not.toBe(pageHash('ab'));
  });
  test('a list that was empty is not one that was not read', () => {
    expect(rankingHash([], true)).not.toBe(rankingHash([], false));
  });
});

test('whole numbers beyond 32 bits are stored as 64-bit integers, everything else as it is', () => {
  fc.assert(fc.property(fc.oneof(fc.maxSafeInteger(), fc.double(), fc.integer()), (number) => {
    const stored: unknown = exact({ list: [{ number }] }).list[0]?.number;
    const large = Number.isSafeInteger(number) && (number > 2_147_483_647 || number < -2_147_483_648);
    expect(stored instanceof Long).toBe(large);
    expect(stored instanceof Long ? stored.toNumber() : stored).toBe(number);
  }));
  const same = { at: new Date(0), bytes: Buffer.from('a'), text: 'a', nested: { small: 1 } };
  expect(exact(same)).toBe(same);
});

test('tallies add up, and keep five examples of each outcome', () => {
  const one = { outcomes: { ok: 1, gone: 1 }, listings: 1, coverage: { price: 1 }, bytes: 2_000_000_000, examples: { gone: ['a', 'b', 'c'] } };
  expect(sumTallies([one, { ...one, examples: { gone: ['c', 'd', 'e', 'f'] } }, {}])).toEqual({ outcomes: { ok: 2, gone: 2 }, listings: 2, coverage: { price: 2 }, bytes: 4_000_000_000, notModified: 0, reused: 0, listFailures: 0, examples: { gone: ['a', 'b', 'c', 'd', 'e'] } });
});
