import type { Price } from '../../../model/listing.ts';
import { sameCurrency, type Money } from '../../../model/money.ts';
import type { Promotion } from '../../../model/promotion.ts';
import { settled, type Sides } from '../compare.ts';
import { promotionKey } from '../promotions.ts';
import type { Habits } from './habits.ts';
import { shareOff, takesOff } from './shares.ts';

/** A list price that is announced with a sale is near the price before: between half and twice of it. */
const NEAR = 2;
/** After a sale the price is at most so many times the list price, or the highest one known. */
const AFTER_SALE = 1.3;
/** What was never seen without its sale may be dearer by so much when the sale ends: half price, and a little. */
const AFTER_UNKNOWN = 2.1;

/**
 * True when the page itself announces the new price: a list price or a promotion comes with a fall, or goes with a rise that ends near the price of
 * before the sale. What stood there before announces nothing new. `highest`: of the prices that were known.
 */
export function isAnnounced(sides: Sides, from: Price, to: Price, highest: Money | undefined, habits: Habits): boolean {
  if (!sameCurrency(from.money, to.money) || from.money.minor <= 0 || to.money.minor <= 0) return false;
  return to.money.minor < from.money.minor ? saleBegins(sides, from, to, habits) : saleEnds(sides, from, to, highest, habits);
}

function saleBegins(sides: Sides, from: Price, to: Price, { leastLeft, salesNamed, sharesHold, listAlways }: Habits): boolean {
  if (to.money.minor < from.money.minor * leastLeft || (sharesHold && namesAnotherShare(sides, from, to))) return false;
  const { began, same } = promotionsMoved(sides);
  if (salesNamed && !began && !same) return false;
  const list = settled(sides.after.listPrice)?.value?.money;
  if (list && sameCurrency(list, to.money) && list.minor > to.money.minor) {
    const plausible = to.money.minor >= list.minor * leastLeft && list.minor >= from.money.minor / NEAR && list.minor <= from.money.minor * NEAR;
    // A list price that is the very price of before names it as such, also when it stood there all along; but not where one stands beside every price.
    return plausible && ((list.minor === from.money.minor && !listAlways) || listMoved(sides) || began);
  }
  return began;
}

/** The page names the share that is off, and it leads to the price neither from the list price nor from the price before. */
function namesAnotherShare({ after }: Sides, from: Price, to: Price): boolean {
  const promotions = settled(after.promotions)?.value;
  const list = settled(after.listPrice)?.value?.money;
  const named = promotions?.some((promotion) => shareOff(promotion) !== undefined) ?? false;
  return named && !takesOff(promotions, from.money, to.money) && !(list && takesOff(promotions, list, to.money));
}

function saleEnds(sides: Sides, from: Price, to: Price, highest: Money | undefined, { listAlways }: Habits): boolean {
  const list = settled(sides.before.listPrice)?.value?.money;
  const wasReduced = list !== undefined && sameCurrency(list, to.money) && list.minor > from.money.minor;
  if (isWithoutShare(sides, from, to) || (listAlways && wasReduced && list.minor === to.money.minor)) return true;
  const ended = promotionsMoved(sides).ended || (wasReduced && (listMoved(sides) || sides.after.listPrice.state === 'unknown'));
  if (!ended) return false;
  const before = Math.max(wasReduced ? list.minor : 0, highest && sameCurrency(highest, to.money) ? highest.minor : 0);
  return to.money.minor <= (before > from.money.minor ? before * AFTER_SALE : from.money.minor * AFTER_UNKNOWN);
}

/** Up to what the share came off that a promotion named: also a page that does not speak of promotions any more says so. */
function isWithoutShare(sides: Sides, from: Price, to: Price): boolean {
  const { began, same } = promotionsMoved(sides);
  return !began && !same && takesOff(ofPrice(sides), to.money, from.money);
}

/** The promotions of before, when they stood beside the price of before. */
function ofPrice({ before, earlier }: Sides): readonly Promotion[] | null | undefined {
  return earlier.promotions?.getTime() === earlier.price?.getTime() ? settled(before.promotions)?.value : undefined;
}

/** The list price began, changed or was taken away. */
function listMoved({ before, after }: Sides): boolean {
  const now = settled(after.listPrice);
  if (!now) return false;
  const was = settled(before.listPrice)?.value?.money;
  return now.value?.money.minor !== was?.minor || now.value?.money.currency !== was?.currency;
}

/**
 * Whether promotions began or ended, or the same ones still stand. A page that does not speak of them says nothing; where the price was seen without any word
 * of them, or they without a price, those of before do not belong to it.
 */
export function promotionsMoved(sides: Sides): { readonly began: boolean; readonly ended: boolean; readonly same: boolean } {
  const now = settled(sides.after.promotions);
  const was = ofPrice(sides);
  if (!now) return { began: false, ended: false, same: false };
  const [is, had] = [keys(now.value), keys(was)];
  const began = [...is].some((key) => !had.has(key));
  const ended = was !== undefined && [...had].some((key) => !is.has(key));
  return { began, ended, same: is.size > 0 && !began && !ended };
}

function keys(promotions: readonly Promotion[] | null | undefined): ReadonlySet<string> {
  return new Set((promotions ?? []).map(promotionKey));
}
