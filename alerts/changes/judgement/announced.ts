import type { Price } from '../../../model/listing.ts';
import { sameCurrency } from '../../../model/money.ts';
import { settled, type Sides } from '../compare.ts';
import { promotionKey } from '../promotions.ts';

/** No sale is believed to leave less than this of the list price or the price before: a comma in the wrong place leaves a tenth. */
const LEAST_LEFT = 0.15;
/** A list price that is announced with a sale is near the price before: between half and twice of it. */
const NEAR = 2;
/** Two amounts are the same price when they are so near: prices are rounded. */
const SAME = 0.02;

/**
 * True when the page itself announces the new price: a list price or a promotion comes with a fall, or goes with a rise that ends at the list price that
 * was struck through. What stood there before announces nothing new.
 */
export function isAnnounced(sides: Sides, from: Price, to: Price): boolean {
  if (!sameCurrency(from.money, to.money) || from.money.minor <= 0 || to.money.minor <= 0) return false;
  return to.money.minor < from.money.minor ? saleBegins(sides, from, to) : saleEnds(sides, from, to);
}

function saleBegins(sides: Sides, from: Price, to: Price): boolean {
  const left = to.money.minor / from.money.minor;
  const list = settled(sides.after.listPrice)?.value?.money;
  if (list && sameCurrency(list, to.money) && list.minor > to.money.minor) {
    const plausible = to.money.minor >= list.minor * LEAST_LEFT && list.minor >= from.money.minor / NEAR && list.minor <= from.money.minor * NEAR;
    if (plausible && (listMoved(sides) || promotionsMoved(sides).began)) return true;
  }
  return left >= LEAST_LEFT && promotionsMoved(sides).began;
}

function saleEnds(sides: Sides, from: Price, to: Price): boolean {
  const list = settled(sides.before.listPrice)?.value?.money;
  if (list && sameCurrency(list, to.money) && list.minor > from.money.minor) {
    const ended = listMoved(sides) || sides.after.listPrice.state === 'unknown' || promotionsMoved(sides).ended;
    if (ended && to.money.minor <= list.minor * (1 + SAME)) return true;
  }
  return promotionsMoved(sides).ended && to.money.minor * LEAST_LEFT <= from.money.minor;
}

/** The list price began, changed or was taken away. */
function listMoved({ before, after }: Sides): boolean {
  const now = settled(after.listPrice);
  if (!now) return false;
  const was = settled(before.listPrice)?.value?.money;
  return now.value?.money.minor !== was?.minor || now.value?.money.currency !== was?.currency;
}

/** Promotions that began, and that ended. A page that does not speak of them says neither. */
export function promotionsMoved({ before, after }: Sides): { readonly began: boolean; readonly ended: boolean; readonly same: boolean } {
  const now = settled(after.promotions);
  const was = settled(before.promotions);
  if (!now) return { began: false, ended: false, same: false };
  const [is, had] = [keys(now.value), keys(was?.value)];
  const began = [...is].some((key) => !had.has(key));
  const ended = was !== undefined && [...had].some((key) => !is.has(key));
  return { began, ended, same: is.size > 0 && !began && !ended };
}

function keys(promotions: Parameters<typeof promotionKey>[0][] | readonly Parameters<typeof promotionKey>[0][] | null | undefined): ReadonlySet<string> {
  return new Set((promotions ?? []).map(promotionKey));
}
