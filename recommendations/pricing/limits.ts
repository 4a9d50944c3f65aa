import type { Product } from '../../model/advice.ts';
import { money, sameCurrency, type Money } from '../../model/money.ts';
import type { Threshold } from '../../config/units.ts';

/** The price below which nothing is advised: the operator's floor, or the cost with its least margin, whichever is higher. */
export type Floor =
  | { readonly state: 'known'; readonly money: Money }
  /** Neither a floor nor a cost is given. */
  | { readonly state: 'missing' }
  /** Floor or cost are in another currency than the price. */
  | { readonly state: 'other_currency' };

/** `minMargin`: least margin in per cent of the price; the price at which cost leaves exactly that much, rounded up. */
export function floorOf(product: Product, minMargin: number): Floor {
  const given = [product.floor, product.cost].filter((amount) => amount !== undefined);
  if (given.length === 0) return { state: 'missing' };
  if (given.some((amount) => !sameCurrency(amount, product.price))) return { state: 'other_currency' };
  const fromCost = product.cost ? Math.ceil(exactly((product.cost.minor * 100) / (100 - minMargin))) : 0;
  return { state: 'known', money: money(Math.max(product.floor?.minor ?? 0, fromCost, 1), product.price.currency) };
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
