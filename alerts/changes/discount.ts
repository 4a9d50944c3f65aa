import type { Discount, Held } from '../../model/change.ts';
import { sameCurrency, type Money } from '../../model/money.ts';
import { asOf, lowestWithin, type PriceHistory } from '../../model/price-history.ts';

const DAY = 24 * 3_600_000;
/** Directive 98/6/EC, article 6a (2): the prior price is the lowest that was applied in the 30 days before the reduction. */
const PRIOR_DAYS = 30;
/** A raise longer ago than this has become the usual price. */
const RAISED_WITHIN = 28;
/** A raise of less is the noise of rounding. */
const LEAST_RAISE = 1.02;

/**
 * What a fall to `to` at a time is worth by the prices before it, of the same kind, variant and seller. Undefined when less than a day of them is known,
 * or when they are of another currency.
 */
export function discountOf(history: PriceHistory, to: Money, at: Date): Discount | undefined {
  const before = asOf(history, new Date(at.getTime() - 1));
  const [first] = before;
  const lowest = lowestWithin(before, new Date(at.getTime() - PRIOR_DAYS * DAY), at);
  const knownDays = first ? Math.min(PRIOR_DAYS, Math.floor((at.getTime() - first.at.getTime()) / DAY)) : 0;
  if (!lowest || knownDays < 1 || !sameCurrency(lowest, to)) return undefined;
  const raised = raisedBefore(before, at);
  return { lowest, real: to.minor < lowest.minor, knownDays, ...(raised ? { raised } : {}) };
}

/** The steps up, one after the other, that led to the price from which it falls; only those of the last weeks. */
function raisedBefore(history: PriceHistory, at: Date): Discount['raised'] {
  const since = at.getTime() - RAISED_WITHIN * DAY;
  const last = history.at(-1);
  let begin: { readonly from: Money; readonly at: Date } | undefined;
  for (let place = history.length - 1; place > 0; place -= 1) {
    const [point, earlier] = [history[place], history[place - 1]];
    if (!point || !earlier || point.at.getTime() < since || earlier.money.minor >= point.money.minor) break;
    begin = { from: earlier.money, at: point.at };
  }
  if (!begin || !last || last.money.minor < begin.from.minor * LEAST_RAISE) return undefined;
  return { from: begin.from, to: last.money, daysBefore: Math.floor((at.getTime() - begin.at.getTime()) / DAY) };
}

/** When the same price held before, the last time; undefined when it never did as far as is known. The price that it comes from is another one. */
export function heldBefore(history: PriceHistory, to: Money, at: Date): Held | undefined {
  const before = asOf(history, new Date(at.getTime() - 1));
  const place = before.findLastIndex(({ money }) => sameCurrency(money, to) && money.minor === to.minor);
  const [held, next] = [before[place], before[place + 1]];
  return held && next ? { from: held.at, until: next.at } : undefined;
}
