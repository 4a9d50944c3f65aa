import type { Price } from '../../../model/listing.ts';
import { moneyText, sameCurrency, type Money } from '../../../model/money.ts';
import { settled, type Sides } from '../compare.ts';
import { promotionsMoved } from './announced.ts';
import type { Habits } from './habits.ts';
import { shareOff } from './shares.ts';

/** Powers of ten by which a comma is read in the wrong place. */
const SLIPS = [10, 100, 1_000] as const;

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
  // Nothing is no part of anything.
  const factor = low > 0 ? SLIPS.find((times) => Math.abs(high - low * times) <= times) : undefined;
  return factor === undefined ? undefined : `exactly ${factor} times ${is.minor > was.minor ? 'as much' : 'less'}: a comma in the wrong place`;
}

/** The amount is the page's own price for a measure, or the one of before where the page names none now; the price was never that. */
function unitPrice({ before, after }: Sides, was: Money, is: Money): string | undefined {
  const earlier = settled(before.unitPrice)?.value?.money;
  if (earlier && same(earlier, was)) return undefined;
  const now = after.unitPrice.state === 'unknown' ? earlier : settled(after.unitPrice)?.value?.money;
  return now && same(now, is) ? `${moneyText(is)} is the price for a measure on the page` : undefined;
}

/** Reduced before, and now the struck-through price is taken for the price although the reduction still stands there. */
function listPrice(sides: Sides, was: Money, is: Money, { listAlways }: Habits): string | undefined {
  const earlier = settled(sides.before.listPrice)?.value?.money;
  if (!earlier || !sameCurrency(earlier, was) || earlier.minor <= was.minor || !same(earlier, is)) return undefined;
  const now = settled(sides.after.listPrice)?.value?.money;
  const still = (now !== undefined && same(now, is) && !listAlways) || promotionsMoved(sides).same;
  return still ? `${moneyText(is)} is the list price, and the reduction still stands on the page` : undefined;
}

/**
 * What comes after the comma of the price before is missing: it often stands small and high, in an element of its own. For new prices that are not announced, where
 * sales are or hardly any price is without cents (`centsAlways`); elsewhere from 7.50 to 7.00 is a step as any other.
 */
export function withoutCents(was: Money, is: Money, centsAlways: boolean): string | undefined {
  const cents = was.minor % 10 ** was.exponent;
  return sameCurrency(was, is) && (centsAlways ? cents : cents % 10) > 0 && is.minor > 0 && is.minor === was.minor - cents ? 'the price before without its cents' : undefined;
}

/** The price moved by more than this although what belongs to it on the page stands still. */
const STANDS_STILL = 0.1;

/**
 * What on the page speaks against a price that is not announced: the price for the same measure or the promotion that names its share stands
 * still, the list price is lower than the price now, or a promotion came or went and the price went the other way. Undefined when nothing does.
 */
export function contradiction(sides: Sides, was: Money, is: Money): string | undefined {
  if (!sameCurrency(was, is)) return undefined;
  const unit = stillUnit(sides, was, is);
  if (unit !== undefined || Math.abs(is.minor - was.minor) < was.minor * STANDS_STILL) return unit;
  return aboveList(sides, was, is) ?? otherWay(sides, was, is) ?? stillPromoted(sides);
}

/** The price for a measure would have moved by two of its smallest coins at least: by less, rounding hides it. */
function stillUnit({ before, after }: Sides, was: Money, is: Money): string | undefined {
  const [unit, earlier] = [settled(after.unitPrice)?.value, settled(before.unitPrice)?.value];
  const still = unit && earlier && unit.unit === earlier.unit && unit.per === earlier.per && same(unit.money, earlier.money);
  return still && Math.abs(is.minor - was.minor) * unit.money.minor >= was.minor * 2 ? 'the price for a measure stands still' : undefined;
}

/** A page whose price always was above what is read as its list price is read wrongly in another place. */
function aboveList({ before, after }: Sides, was: Money, is: Money): string | undefined {
  const [list, old] = [settled(after.listPrice)?.value?.money, settled(before.listPrice)?.value?.money];
  const above = list && sameCurrency(list, is) && is.minor > list.minor && was.minor <= (old && sameCurrency(old, was) ? old : list).minor;
  return above ? 'dearer than the list price that stands beside it' : undefined;
}

/** What begins or ends with a price leads it the other way. */
function otherWay(sides: Sides, was: Money, is: Money): string | undefined {
  const { began, ended } = promotionsMoved(sides);
  if (is.minor > was.minor) return began && !ended ? 'a promotion began, and the price rose' : undefined;
  const list = settled(sides.before.listPrice)?.value?.money;
  const over = (ended && !began) || (list && list.minor > was.minor && sides.after.listPrice.state === 'absent' && !began);
  return over ? 'the reduction is gone from the page, and the price fell further' : undefined;
}

/** Nothing moved in the promotion that says how much it takes off the price, nor in the list price. */
function stillPromoted(sides: Sides): string | undefined {
  if (!promotionsMoved(sides).same || !settled(sides.after.promotions)?.value?.some((one) => shareOff(one) !== undefined)) return undefined;
  const [list, old] = [settled(sides.after.listPrice)?.value?.money, settled(sides.before.listPrice)?.value?.money];
  const still = list === undefined || old === undefined ? list === old : same(list, old);
  return still ? 'the promotion that says how much it takes off stands still' : undefined;
}

function same(a: Money, b: Money): boolean {
  return sameCurrency(a, b) && a.minor === b.minor;
}
