import type { ListingFields, Price } from '../../../model/listing.ts';
import { sameCurrency, type Money } from '../../../model/money.ts';
import type { Promotion } from '../../../model/promotion.ts';
import { valueOf } from '../../../model/reading.ts';

/** Words that name one number, a share of the price. */
const ONE_SHARE = /^\D*(\d{1,2})\s?%\D*$/;
/** A share is written without what comes after its comma, rounded or cut. */
const ROUNDED = 0.0075;

/** The share that a promotion takes off the price for everybody, when that is all it says: 0.2 = 20 per cent. */
export function shareOff({ label, mechanic, params, audience, requiresClaim }: Promotion): number | undefined {
  const shown = params.upTo !== true && params.code === undefined && audience === undefined && requiresClaim !== true;
  const plain = mechanic === 'direct_reduction' || mechanic === 'flash_sale' || mechanic === 'unrecognised';
  const share = shown && plain ? ONE_SHARE.exec(label)?.[1] : undefined;
  return share === undefined ? undefined : Number(share) / 100;
}

/** True when what a promotion takes off the full price leaves the reduced one, but for the rounding of the share and of the price. */
export function takesOff(promotions: readonly Promotion[] | null | undefined, full: Money, reduced: Money): boolean {
  if (!sameCurrency(full, reduced) || full.minor <= reduced.minor) return false;
  const off = 1 - reduced.minor / full.minor;
  return (promotions ?? []).some((promotion) => Math.abs((shareOff(promotion) ?? Number.NaN) - off) <= ROUNDED + 1 / full.minor);
}

/** True when the page says that its price is reduced from this one: it is its list price, or the share that a promotion takes off leads from it to the price. */
export function isReducedFrom({ price: shown, listPrice, promotions }: Partial<ListingFields>, full: Price): boolean {
  const [price, list] = [shown && valueOf(shown), listPrice && valueOf(listPrice)?.money];
  if (!price || price.kind !== full.kind || !sameCurrency(price.money, full.money) || price.money.minor >= full.money.minor) return false;
  return (list !== undefined && sameCurrency(list, full.money) && list.minor === full.money.minor) || takesOff(promotions && valueOf(promotions), full.money, price.money);
}
