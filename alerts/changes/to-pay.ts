import { amountToPay, quantitiesOfInterest, type Buyer, type ToPay } from '../../model/pay.ts';
import { percentChange, sameCurrency, type Money } from '../../model/money.ts';
import type { ListingFields } from '../../model/listing.ts';
import type { Promotion } from '../../model/promotion.ts';
import type { PriceHistory } from '../../model/price-history.ts';
import { shownPrices } from '../../model/shown-prices.ts';
import { valueOf } from '../../model/reading.ts';
import { SAME, settled, type Compare, type Difference } from './compare.ts';
import { takesOff } from './judgement/shares.ts';
import { sellerComesOrGoes } from './prices-of-seller.ts';
import { promotionKey } from './promotions.ts';

/** Promotions carried by name. */
const MOST_NAMED = 5;

/**
 * What one piece, and as many as a promotion asks for, cost after the promotions, for everybody and for each audience that a promotion names. Only sums
 * for the same number of pieces and the same audience are compared, and only where a promotion took part on one side at least: all else is the price.
 */
export const compareToPay: Compare = ({ before, after, sameOffer, at, earlier, history }) => {
  const listPrice = after.listPrice.state === 'unknown' ? before.listPrice : after.listPrice;
  const [old, now] = [basisOf(before, earlier.promotions, history.page), basisOf({ ...after, ...(listPrice ? { listPrice } : {}) }, at, history.page)];
  if (!old || !now || !sameOffer || sellerComesOrGoes({ before, after }) || !sameCurrency(old.unit, now.unit)) return SAME;
  const promotions = [...old.promotions, ...now.promotions];
  const audiences = [undefined, ...new Set(promotions.flatMap(({ audience }) => audience ?? []))];
  const differences = quantitiesOfInterest(promotions).flatMap((quantity) => audiences.flatMap((audience): Difference[] => {
    const [from, to] = [sumOf(old, quantity, audience), sumOf(now, quantity, audience)];
    const forThem = audience === undefined || [...from.audiences, ...to.audiences].includes(audience);
    if (!forThem || from.applied.length + to.applied.length === 0 || from.money.minor === to.money.minor) return [];
    return [{
      detail: {
        kind: 'to_pay', quantity, ...(audience === undefined ? {} : { audience }), from: from.money, to: to.money, percent: percentChange(from.money, to.money) ?? 100,
        by: to.applied.slice(0, MOST_NAMED).map(({ label }) => label), ...(to.requiresClaim ? { requiresClaim: true } : {}),
      },
      aspect: `${quantity}|${audience ?? ''}`, evidence: now.evidence,
    }];
  }));
  return { differences };
};

/** What the sums of one side are worked out from. */
interface Basis {
  readonly unit: Money;
  readonly promotions: readonly Promotion[];
  readonly listPrice?: Money;
  readonly at?: Date;
  readonly evidence: NonNullable<Difference['evidence']>;
}

/**
 * Undefined when the page price or the promotions are not known: no promotions is known, too. Where the page shows no list price, a price that was known before
 * is it when the share of a promotion leads from it to the price: the share is in the price already.
 */
function basisOf({ price, promotions, listPrice }: Partial<ListingFields>, at: Date | undefined, known: PriceHistory = []): Basis | undefined {
  const unit = price && shownPrices(price).find(({ kind }) => kind === 'page')?.money;
  const said = settled(promotions);
  if (!unit || !said) return undefined;
  const list = (listPrice && valueOf(listPrice)?.money) ?? known.find(({ money }) => takesOff(said.value, money, unit))?.money;
  return { unit, promotions: inOneOrder(said.value ?? []), evidence: said.evidence, ...(list ? { listPrice: list } : {}), ...(at ? { at } : {}) };
}

/** Of two that come to the same sum the first is applied: which one that is must not hang on where they stand on the page. */
function inOneOrder(promotions: readonly Promotion[]): readonly Promotion[] {
  const order = (promotion: Promotion): string => [promotionKey(promotion), promotion.label, promotion.scope ?? '', String(promotion.requiresClaim)].join('|');
  return promotions.map((promotion) => [order(promotion), promotion] as const).toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, promotion]) => promotion);
}

function sumOf({ unit, promotions, listPrice, at }: Basis, quantity: number, audience: string | undefined): ToPay {
  const buyer: Buyer = { ...(audience === undefined ? {} : { audiences: [audience] }), ...(at ? { at } : {}), ...(listPrice ? { listPrice } : {}) };
  return amountToPay(unit, quantity, promotions, buyer);
}
