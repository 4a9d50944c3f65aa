import { expect, test } from 'vitest';
import type { Advice } from '../../model/advice.ts';
import { brand, type Sku } from '../../model/ids.ts';
import { sameAdvice, settle } from '../../recommendations/identity.ts';
import { now, usd } from './support.ts';

const advice: Advice = { kind: 'lower_price', from: usd(2_000), to: usd(1_900) };
/** As a database may give it back: the same, its keys in another order. */
const turned: Advice = { to: reversed(advice.to), from: reversed(advice.from), kind: 'lower_price' };
const draft = (what: Advice) => ({ sku: brand<Sku>('L-1'), advice: what, reason: 'Because.', inputs: [] });

function reversed<T extends object>(value: T): T {
  return Object.assign(Object.create(null), Object.fromEntries(Object.entries(value).toReversed()));
}

test('the same advice is the same in whatever order its parts stand, and has one id', () => {
  expect(JSON.stringify(turned)).not.toBe(JSON.stringify(advice));
  expect(sameAdvice(advice, turned)).toBe(true);
  expect(sameAdvice(advice, { ...turned, to: usd(1_800) })).toBe(false);
  expect(settle(draft(turned), undefined, now, 1)?.id).toBe(settle(draft(advice), undefined, now, 1)?.id);
});
