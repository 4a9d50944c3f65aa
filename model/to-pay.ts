import type { ListingFields } from './listing.ts';
import type { Money } from './money.ts';
import { shownPrices } from './shown-prices.ts';
import { valueOf } from './reading.ts';
import { amountToPay, type Compared, compareWithStated, quantitiesOfInterest, type ToPay } from './pay.ts';

/** What some pieces of a listing cost for everybody, worked out from its page price and its promotions. */
export interface ToPayOfListing {
  /** The page price it starts from. */
  readonly unit: Money;
  /** For one piece, and for the numbers of pieces at which a promotion begins to count. */
  readonly sums: readonly ToPay[];
  /** The sum for one piece beside the one the page shows after its promotions (券后价, final price), where it shows one. */
  readonly compared?: Compared;
}

/**
 * Undefined when the page price or the promotions are not known, or when nothing is to be worked out: no promotion takes
 * anything off and the page shows no price of its own after promotions. The page price stays what it is: this is inferred.
 * @param at when the page was fetched: what is over by then does not count
 */
export function toPayOf(fields: ListingFields, at?: Date): ToPayOfListing | undefined {
  const promotions = valueOf(fields.promotions) ?? [];
  const prices = shownPrices(fields.price);
  const unit = prices.find(({ kind }) => kind === 'page')?.money;
  if (!unit || promotions.length === 0) return undefined;
  const listPrice = valueOf(fields.listPrice);
  const buyer = { ...(at && { at }), ...(listPrice && { listPrice: listPrice.money }) };
  const sums = quantitiesOfInterest(promotions).map((quantity) => amountToPay(unit, quantity, promotions, buyer));
  const stated = prices.find(({ kind, money }) => (kind === 'conditional' || kind === 'estimated') && money.currency === unit.currency && money.minor < unit.minor)?.money;
  const [one] = sums;
  const compared = one && stated ? compareWithStated(one, stated) : undefined;
  return compared || sums.some(({ applied }) => applied.length > 0) ? { unit, sums, ...(compared && { compared }) } : undefined;
}
