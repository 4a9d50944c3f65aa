import { expect, it } from 'vitest';
import { backtest } from '../../../alerts/backtest/run.ts';
import { Recording } from '../../../alerts/backtest/recording.ts';
import { judgeRecorded } from '../../../cli/judge-recorded.ts';
import { RULE_PRESETS } from '../../../config/presets.ts';
import type { Rule } from '../../../config/types.ts';
import { price } from '../changes/support.ts';
import { rule } from './support.ts';

const DAY = 86_400_000;
const two = { needed: 2, of: 2 };

/** What a rule tells of days that show these fields of one listing, among others that stay as they are. */
function toldOf(of: Rule, days: readonly object[]): readonly string[] {
  const recording = new Recording();
  const take = (line: object): void => recording.add(JSON.stringify(line));
  for (const [day, fields] of days.entries()) {
    const at = new Date(Date.UTC(2026, 0, 5) + day * DAY).toISOString();
    take({ crawl: `day ${day}`, source: 'mart', startedAt: at, finishedAt: at });
    for (const no of [1, 2, 3, 4, 5, 6]) take({ crawl: `day ${day}`, source: 'mart', productId: `other ${no}`, observedAt: at, title: 'Other', fields: { price: { amount: 10 + no, currency: 'EUR' }, availability: 'in_stock' } });
    take({ crawl: `day ${day}`, source: 'mart', productId: 'lamp', observedAt: at, title: 'Lamp', fields });
  }
  return backtest(recording, [{ ...of, where: { titles: ['lamp'] } }], judgeRecorded).alerts.map(({ crawl, moment }) => `${crawl} ${moment}`);
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
