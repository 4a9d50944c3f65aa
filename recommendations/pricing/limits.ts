import type { Product } from '../../model/advice.ts';
import { money, sameCurrency, type Money } from '../../model/money.ts';
import type { Threshold } from '../../model/comparison.ts';

/** The price below which nothing is advised: the operator's floor, the cost with its least margin, or what the brand lets anybody advertise (MAP), whichever is highest. */
export type Floor =
  | { readonly state: 'known'; readonly money: Money; readonly by: FloorBy }
  /** Neither a floor nor a cost is given. */
  | { readonly state: 'missing' }
  /** Floor, cost or MAP are in another currency than the price. */
  | { readonly state: 'other_currency' };
export type FloorBy = 'floor' | 'margin' | 'map';

/** `minMargin`: least margin in per cent of the price; the price at which cost leaves exactly that much, rounded up. */
export function floorOf({ floor, cost, map, price }: Product, minMargin: number): Floor {
  if (!floor && !cost) return { state: 'missing' };
  if ([floor, cost, map].some((amount) => amount && !sameCurrency(amount, price))) return { state: 'other_currency' };
  const fromCost = cost ? Math.ceil(exactly((cost.minor * 100) / (100 - minMargin))) : 0;
  const limits: readonly (readonly [FloorBy, number])[] = [['floor', floor?.minor ?? 0], ['margin', fromCost], ['map', map?.minor ?? 0]];
  const [by, minor] = limits.reduce((highest, one) => (one[1] > highest[1] ? one : highest));
  return { state: 'known', money: money(Math.max(minor, 1), price.currency), by };
}

/** How far one recommendation may move the price, in minor units; rounded down. `maxChange` in per cent. */
export function largestStep(price: Money, maxChange: number): number {
  return Math.floor((price.minor * maxChange) / 100);
}

/** Where to stand below a rival: by a share of its price (rounded down, so that the cut is not larger than asked for) or by an amount. An amount in another currency counts as none. */
export function below(rival: Money, undercutBy: Threshold): number {
  const cut = undercutBy.kind === 'percent' ? Math.floor((rival.minor * undercutBy.percent) / 100)
    : sameCurrency(undercutBy.money, rival) ? undercutBy.money.minor : 0;
  return rival.minor - cut;
}

/** Takes the noise of binary fractions off a result (110.00000000000001 is 110), so that rounding up does not add a cent. */
function exactly(value: number): number {
  const whole = Math.round(value);
  return Math.abs(value - whole) < 1e-9 * Math.max(1, whole) ? whole : value;
}
