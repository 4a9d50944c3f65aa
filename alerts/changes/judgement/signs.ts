import type { Price } from '../../../model/listing.ts';
import { decimalOf, sameCurrency, type Money } from '../../../model/money.ts';
import { settled, type Sides } from '../compare.ts';
import { promotionsMoved } from './announced.ts';

/** Powers of ten by which a comma is read in the wrong place. */
const SLIPS = [10, 100, 1_000] as const;

/** What is usual for the source: it shows a list price also where nothing is reduced. */
export interface Habits {
  readonly listAlways: boolean;
}

/**
 * The mark of a misreading, in words, at whatever size: a comma in the wrong place, no price at all, another amount of the same page. Undefined when
 * the new price bears none.
 */
export function misreadSign(sides: Sides, from: Price, to: Price, habits: Habits): string | undefined {
  const [was, is] = [from.money, to.money];
  if (!sameCurrency(was, is) || was.minor === is.minor) return undefined;
  if (is.minor === 0) return 'a price of nothing';
  return slip(was, is) ?? unitPrice(sides, was, is) ?? listPrice(sides, was, is, habits);
}

/** Exactly ten, a hundred or a thousand times, but for the rounding of the smaller one. */
function slip(was: Money, is: Money): string | undefined {
  const [low, high] = [Math.min(was.minor, is.minor), Math.max(was.minor, is.minor)];
  const factor = SLIPS.find((times) => Math.abs(high - low * times) <= times);
  return factor === undefined ? undefined : `exactly ${factor} times ${is.minor > was.minor ? 'as much' : 'less'}: a comma in the wrong place`;
}

/** The amount is the page's own price for a measure, which the price was not before. */
function unitPrice({ before, after }: Sides, was: Money, is: Money): string | undefined {
  const now = settled(after.unitPrice)?.value?.money;
  const earlier = settled(before.unitPrice)?.value?.money;
  if (earlier && same(earlier, was)) return undefined;
  const found = [now, earlier].find((money) => money !== undefined && same(money, is));
  return found && `${decimalOf(is)} ${is.currency} is the price for a measure on the page`;
}

/** Reduced before, and now the struck-through price is taken for the price although the reduction still stands there. */
function listPrice(sides: Sides, was: Money, is: Money, { listAlways }: Habits): string | undefined {
  const earlier = settled(sides.before.listPrice)?.value?.money;
  if (!earlier || !sameCurrency(earlier, was) || earlier.minor <= was.minor || !same(earlier, is)) return undefined;
  const now = settled(sides.after.listPrice)?.value?.money;
  const still = (now !== undefined && same(now, is) && !listAlways) || promotionsMoved(sides).same;
  return still ? `${decimalOf(is)} ${is.currency} is the list price, and the reduction still stands on the page` : undefined;
}

function same(a: Money, b: Money): boolean {
  return sameCurrency(a, b) && a.minor === b.minor;
}
