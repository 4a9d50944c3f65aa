import { expect, it } from 'vitest';
import { RULE_PRESETS } from '../../../config/presets.ts';
import type { Rule } from '../../../config/types.ts';
import { price } from '../changes/support.ts';
import { alertsOf } from './recorded.ts';
import { rule } from './support.ts';

const DAY = 86_400_000;
const two = { needed: 2, of: 2 };

function toldOf(of: Rule, days: readonly object[]): readonly string[] {
  return alertsOf([of], days).map(({ no, moment }) => `day ${no} ${moment}`);
}

const at = (amount: number, availability = 'in_stock'): object => ({ price: { amount, currency: 'EUR' }, availability });

it.each([
  ['a fall', rule({ direction: 'down', confirm: two }), at(90)], ['a line', rule({ ...RULE_PRESETS.undercut, baseline: { kind: 'fixed', money: price(9_500, 'page', 'EUR').money }, confirm: two }), at(90)],
  ['a sell-out', rule({ ...RULE_PRESETS['sold-out'], confirm: two }), at(100, 'out_of_stock')], ['what must last', rule({ ...RULE_PRESETS['sold-out'], holdFor: DAY }), at(100, 'out_of_stock')],
  ['a state', rule({ ...RULE_PRESETS['sold-out'], state: 'out_of_stock', holdFor: DAY }), at(100, 'out_of_stock')],
])('%s is confirmed by a crawl that read it, not by one that saw the page alone', (_, of, then) => {
  expect(toldOf(of, [at(100), then, {}, {}, at(100)])).toEqual([]);
  expect(toldOf(of, [at(100), then, {}, then, then])).toEqual(['day 3 fired']);
});

it('a price is not confirmed by another one that waits for a second look', () => {
  expect(toldOf(rule({ direction: 'down', confirm: two }), [at(100), at(90), at(990), at(100)])).toEqual([]);
});
