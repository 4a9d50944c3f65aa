import { expect, test } from 'vitest';
import { configSchema } from '../../config/schema.ts';
import type { Product, Recommendation } from '../../model/advice.ts';
import { known, unknown } from '../../model/reading.ts';
import { recommendPrice, type PriceInput } from '../../recommendations/pricing/recommend.ts';
import { aProduct, aRival, evidence, now, pricingSettings, usd, type RivalSketch } from './support.ts';

const advise = (over: Partial<PriceInput> = {}): Recommendation | undefined =>
  recommendPrice({ product: aProduct(), rivals: [aRival()], settings: pricingSettings(), previous: [], language: 'en', now, ...over });
const to = (recommendation: Recommendation | undefined): string => {
  const advice = recommendation?.advice;
  if (!advice) return 'nothing';
  return 'to' in advice ? `${advice.kind} ${advice.to.minor}` : `${advice.kind} ${'because' in advice ? advice.because : ''}`;
};

test('follows a cheaper rival down and says why, with inputs and expiry', () => {
  const found = advise({ rivals: [aRival({ price: 2_800 })] });
  expect(found?.advice).toEqual({ kind: 'lower_price', from: usd(3_000), to: usd(2_800) });
  expect(found?.reason).toBe('rival.example asks $28.00, you ask $30.00.');
  expect(found?.inputs).toContainEqual(expect.objectContaining({ name: 'rival', value: '28.00 USD', url: 'https://rival.example/p/1' }));
  expect(found?.expiresAt.getTime()).toBe(now.getTime() + pricingSettings().expires);
});

test('stops at the cap', () => expect(to(advise({ rivals: [aRival({ price: 2_400 })] }))).toBe('lower_price 2700'));
test('stops at the floor', () => expect(to(advise({ product: aProduct({ floor: usd(2_900) }), rivals: [aRival({ price: 2_400 })] }))).toBe('lower_price 2900'));
test('counts the least margin into the floor', () => expect(to(advise({ product: { ...aProduct(), cost: usd(2_320) }, rivals: [aRival({ price: 2_400 })], settings: pricingSettings({ minMargin: 20 }) }))).toBe('lower_price 2900'));
test('undercuts by a share or an amount when told to', () => {
  expect(to(advise({ rivals: [aRival({ price: 2_900 })], settings: pricingSettings({ undercutBy: '1%' }) }))).toBe('lower_price 2871');
  expect(to(advise({ rivals: [aRival({ price: 2_900 })], settings: pricingSettings({ undercutBy: '0.50 USD' }) }))).toBe('lower_price 2850');
});
test('holds when the floor is reached already', () => expect(to(advise({ product: aProduct({ floor: usd(3_000) }), rivals: [aRival({ price: 2_400 })] }))).toBe('hold_price floor'));
test('advises no price without floor and cost', () => {
  const { floor: _, ...bare } = aProduct();
  expect(to(advise({ product: bare, rivals: [aRival({ price: 2_400 })] }))).toBe('hold_price no_floor');
  expect(advise({ product: bare, rivals: [aRival({ price: 3_400 })] })).toBeUndefined();
});
test('has nothing to say at the same price', () => expect(advise({ rivals: [aRival({ price: 3_000 })] })).toBeUndefined());
test('climbs back when the rival does, within the cap', () => {
  expect(to(advise({ rivals: [aRival({ price: 3_100 })] }))).toBe('raise_price 3100');
  expect(to(advise({ rivals: [aRival({ price: 9_900 })] }))).toBe('raise_price 3300');
});
test('does not climb past a rival whose price cannot be read now', () => {
  expect(advise({ rivals: [aRival({ price: 3_100 }), aRival({ no: 2, priceReading: unknown('held_back') })] })).toBeUndefined();
  expect(to(advise({ rivals: [aRival({ price: 3_100 }), aRival({ no: 2, match: 'proposed', priceReading: unknown('held_back') })] }))).toBe('raise_price 3100');
});
test.each<[string, RivalSketch]>([['not seen for long', { lastSeenAt: new Date(now.getTime() - 3 * 86_400_000) }], ['of which no stock is known', { availability: unknown('not_found') }]])('does not climb past a rival %s', (_, over) => {
  expect(advise({ rivals: [aRival({ price: 3_250 }), aRival({ no: 2, price: 3_100, ...over })] })).toBeUndefined();
  expect(to(advise({ rivals: [aRival({ price: 3_250 }), aRival({ no: 2, price: 3_250, ...over })] }))).toBe('raise_price 3250');
  expect(to(advise({ rivals: [aRival({ price: 3_250 }), aRival({ no: 2, price: 3_100, match: 'proposed', ...over })] }))).toBe('raise_price 3250');
});
test('never raises to a price that is still below the floor', () => expect(to(advise({ product: aProduct({ floor: usd(5_000) }), rivals: [aRival({ price: 9_900 })] }))).toBe('hold_price cap'));

test.each<[string, RivalSketch, string, string]>([
  ['sold out', { availability: known('out_of_stock', evidence) }, 'sold_out', 'is sold out'],
  ['pre-order', { availability: known('preorder', evidence) }, 'preorder', 'pre-orders'],
  ['unknown stock', { availability: unknown('not_found') }, 'stock_unknown', 'does not say whether it has stock'],
  ['unconfirmed', { match: 'proposed' }, 'unconfirmed', 'not confirmed'],
  ['stale', { lastSeenAt: new Date(now.getTime() - 3 * 86_400_000) }, 'stale', 'too long ago'],
  ['used', { condition: 'https://schema.org/RefurbishedCondition' }, 'used', 'new'],
  ['coupon', { kind: 'conditional' }, 'conditional', 'coupon'],
  ['range', { kind: 'range' }, 'range', 'range'],
  ['estimate', { kind: 'estimated' }, 'estimated', 'estimate'],
])('does not follow a rival: %s', (_, over, because, words) => {
  const found = advise({ rivals: [aRival({ price: 2_400, ...over }), aRival({ no: 2, price: 3_000 })] });
  expect(to(found)).toBe(`hold_price ${because}`);
  expect(found?.reason).toContain(words);
});

test.each<[string, RivalSketch]>([
  ['rejected match', { match: 'rejected' }], ['gone', { presence: 'gone' }], ['delisted', { availability: known('delisted', evidence) }],
  ['deposit', { kind: 'deposit' }], ['list price', { kind: 'list' }], ['price held back', { priceReading: unknown('held_back') }],
])('neither follows nor mentions: %s', (_, over) => expect(advise({ rivals: [aRival({ price: 2_400, ...over })] })).toBeUndefined());

test.each([['Alder & Pine ', 'https://bazaar.example/i/1'], ['Whoever', 'https://www.alder.example/p/1']])('our own offer is neither followed nor undercut: %s at %s', (seller, url) => {
  const settings = pricingSettings({ ownSellers: ['alder & pine', 'alder.example'] });
  expect(advise({ rivals: [aRival({ price: 2_400, seller, url })], settings })).toBeUndefined();
  expect(to(advise({ rivals: [aRival({ price: 2_400, seller, url }), aRival({ no: 2, price: 2_900 })], settings }))).toBe('lower_price 2900');
});

test('another currency is never compared', () => expect(advise({ rivals: [aRival({ price: 2_400, currency: 'EUR' })] })).toBeUndefined());
test('a refused rival does not hide one that may be followed', () => {
  expect(to(advise({ rivals: [aRival({ price: 2_400, availability: known('out_of_stock', evidence) }), aRival({ no: 2, price: 2_900 })] }))).toBe('lower_price 2900');
});
test('does not raise while a refused rival is cheaper', () => {
  expect(to(advise({ rivals: [aRival({ price: 2_400, availability: known('out_of_stock', evidence) }), aRival({ no: 2, price: 3_300 })] }))).toBe('hold_price sold_out');
});
test('compares packs by what one of ours costs, rounded up, and says so', () => {
  const three = advise({ rivals: [aRival({ price: 8_600, packRatio: { ours: 3, theirs: 1 } })] });
  expect(to(three)).toBe('lower_price 2867');
  expect(three?.reason).toBe('rival.example asks $28.67 ($86.00 each, 1 of theirs = 3 of yours), you ask $30.00.');
  expect(three?.inputs).toContainEqual(expect.objectContaining({ name: 'rival', value: '28.67 USD (86.00 USD each, 1 of theirs are 3 of ours)' }));
  expect(to(advise({ rivals: [aRival({ price: 467, packRatio: { ours: 1, theirs: 6 } })] }))).toBe('lower_price 2802');
  expect(advise({ language: 'zh-CN', rivals: [aRival({ price: 467, packRatio: { ours: 1, theirs: 6 } })] })?.reason).toContain('US$28.02（每件 US$4.67，对方 6 件合您的 1 件）');
});
test('never advises below what may be advertised, nor below cost, and says which of them it was', () => {
  const below = (over: Partial<Product>): Recommendation | undefined => advise({ product: aProduct(over), rivals: [aRival({ price: 2_400 })] });
  expect(below({ map: usd(2_950) })).toMatchObject({ advice: { to: usd(2_950) }, reason: expect.stringContaining('The lowest price that may be advertised (MAP) stops the price at $29.50.') });
  expect(below({ cost: usd(2_900) })).toMatchObject({ advice: { to: usd(2_900) }, reason: expect.stringContaining('Your cost with its least margin stops the price at $29.00.') });
  expect(below({ map: usd(3_200) })).toMatchObject({ advice: { kind: 'hold_price', because: 'floor' }, reason: expect.stringContaining('(MAP) is $32.00 and you ask $30.00') });
});
test('does not lower what is not in stock', () => expect(to(advise({ product: aProduct({ stock: 0 }), rivals: [aRival({ price: 2_400 })] }))).toBe('hold_price own_sold_out'));
test('keeps quiet when switched off', () => expect(advise({ rivals: [aRival({ price: 2_400 })], settings: pricingSettings({ enabled: false }) })).toBeUndefined());

test('the same facts give the same recommendation, before and after it was written', () => {
  const rivals = [aRival({ price: 2_800 })];
  const first = advise({ rivals });
  const later = new Date(now.getTime() + 60_000);
  expect(first).toBeDefined();
  expect(advise({ rivals })?.id).toBe(first?.id);
  expect(advise({ rivals, previous: first ? [first] : [], now: later })).toEqual(first);
  // The same advice for another reason: what the rival asked then is no reason now.
  const deeper = advise({ rivals: [aRival({ price: 2_400 })] });
  const still = advise({ rivals: [aRival({ price: 2_300 })], previous: deeper ? [deeper] : [], now: later });
  expect(still).toMatchObject({ id: deeper?.id, createdAt: deeper?.createdAt, reason: expect.stringContaining('$23.00'), inputs: expect.arrayContaining([expect.objectContaining({ name: 'rival', value: '23.00 USD' })]) });
});

test('the cool-down holds another price back and is no bar to the one that stands', () => {
  const first = advise({ rivals: [aRival({ price: 2_800 })] });
  const previous = first ? [first] : [];
  const later = new Date(now.getTime() + 3_600_000);
  const held = advise({ rivals: [aRival({ price: 2_750, lastSeenAt: later })], previous, now: later });
  expect(to(held)).toBe('hold_price cooldown');
  expect(held?.reason).toContain('2026-01-08 12:00 UTC');
  const flapped = previous.map((one): Recommendation => ({ ...one, state: 'superseded' }));
  expect(to(advise({ rivals: [aRival({ price: 2_800, lastSeenAt: later })], previous: flapped, now: later }))).toBe('hold_price cooldown');
  const after = new Date(now.getTime() + 86_400_001);
  expect(to(advise({ rivals: [aRival({ price: 2_750, lastSeenAt: after })], previous, now: after }))).toBe('lower_price 2750');
});

test('what was accepted is not said again until it has expired; what was dismissed, never before something else was', () => {
  const rivals = [aRival({ price: 2_800 })];
  const first = advise({ rivals });
  const said = (state: 'accepted' | 'dismissed') => (first ? [{ ...first, state }] : []);
  const after = new Date(now.getTime() + 86_400_001);
  const later = [aRival({ price: 2_800, lastSeenAt: after })];
  for (const state of ['accepted', 'dismissed'] as const) expect(advise({ rivals, previous: said(state) })).toBeUndefined();
  const again = advise({ rivals: later, previous: said('accepted'), now: after });
  expect(to(again)).toBe('lower_price 2800');
  expect(again?.id).not.toBe(first?.id);
  expect(advise({ rivals: later, previous: said('dismissed'), now: after })).toBeUndefined();
  expect(to(advise({ rivals: [aRival({ price: 2_790, lastSeenAt: after })], previous: said('dismissed'), now: after }))).toBe('lower_price 2790');
});

test('speaks Chinese', () => {
  const rivals = [aRival({ price: 2_400, availability: known('out_of_stock', evidence), seller: '鸿运家居' })];
  expect(advise({ rivals, language: 'zh-CN' })?.reason).toBe('唯一更低价的竞品（鸿运家居，US$24.00）已售罄。');
});

test('the settings used here are those of the configuration file', () => {
  expect(Object.keys(configSchema.shape.advice.parse(undefined).pricing)).toEqual(expect.arrayContaining(Object.keys(pricingSettings())));
});
