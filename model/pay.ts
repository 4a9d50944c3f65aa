import { type Money, money } from './money.ts';
import { LAYERS, type Mechanic, type Promotion } from './promotion.ts';
import { type Basket, isReached, sumAfter, sumOfNth } from './pay-formulas.ts';

/** Who buys and when, for promotions that are not for everybody and always. */
export interface Buyer {
  /** Audiences the buyer belongs to, as promotions name them: `new customers`, `88VIP`. */
  readonly audiences?: readonly string[];
  /** Mechanics that depend on how or where one pays and are left out otherwise: payment_reduction, gov_subsidy, points. */
  readonly include?: readonly Mechanic[];
  /** Promotions that have not begun or are over then are left out. Without it all are taken as running. */
  readonly at?: Date;
  /** The list price: a reduction that only says how far the price is below it is in the price already. */
  readonly listPrice?: Money;
}

/** Why a promotion takes no part in the sum. */
export type LeftOut =
  | 'not_understood' | 'upper_bound' | 'some_variants' | 'audience' | 'payment_or_region' | 'condition' | 'quota' | 'not_running' | 'in_the_price' | 'not_reached' | 'better_one' | 'same_benefit' | 'no_reduction';

/** What some pieces cost by the promotions' own arithmetic. Always inferred: the platform's checkout has the last word. */
export interface ToPay {
  readonly money: Money;
  readonly quantity: number;
  /** The promotions that took part, in the order they applied. */
  readonly applied: readonly Promotion[];
  readonly leftOut: readonly { readonly promotion: Promotion; readonly why: LeftOut }[];
  /** Who gets this sum: audiences of the promotions that took part; empty = everybody. */
  readonly audiences: readonly string[];
  /** True when one of them has to be claimed, clipped or entered first. */
  readonly requiresClaim: boolean;
  readonly inferred: true;
}

/** They depend on a payment method, a region or a balance. */
const ON_REQUEST: ReadonlySet<Mechanic> = new Set(['payment_reduction', 'gov_subsidy', 'points', 'cashback', 'subscribe_save']);
const IN_PLACE: ReadonlySet<Mechanic> = new Set(['direct_reduction', 'flash_sale']);

/**
 * What `quantity` pieces cost: product offers first, then shop, platform, payment and subsidy, each layer on what the one
 * before left; within a layer only the best offer applies. Thresholds look at the sum after the product layer. Left out, with
 * the reason: upper bounds ("up to"), offers for some variants, for an audience the buyer is not in, for the first so many,
 * and those that depend on payment or region. A share is rounded to the seller's side: shops differ by a minor unit there.
 * @param unit price of one piece
 * @param quantity whole pieces, at least 1; a RangeError otherwise, or when the sum is too large to be exact
 */
export function amountToPay(unit: Money, quantity: number, promotions: readonly Promotion[], buyer: Buyer = {}): ToPay {
  if (!Number.isSafeInteger(quantity) || quantity < 1) throw new RangeError(`quantity must be a whole number from 1, got ${quantity}`);
  const leftOut: { promotion: Promotion; why: LeftOut }[] = [];
  const usable = promotions.filter((promotion) => {
    const why = obstacle(promotion, unit, buyer);
    if (why) leftOut.push({ promotion, why });
    return why === undefined;
  });
  const applied: Promotion[] = [];
  let sum = money(unit.minor * quantity, unit.currency).minor;
  let base = sum;
  for (const layer of LAYERS) {
    const here = usable.filter((promotion) => promotion.layer === layer);
    const basket = { unit: unit.minor, quantity, sum, base };
    const fresh = here.filter((promotion) => !isToldTwice(promotion, applied));
    const best = bestOf(fresh, basket);
    for (const promotion of here) if (!best?.by.includes(promotion)) leftOut.push({ promotion, why: whyNot(promotion, fresh, basket) });
    if (best) {
      sum = best.sum;
      applied.push(...best.by);
    }
    if (layer === 'product') base = sum;
  }
  return {
    money: money(sum, unit.currency), quantity, applied, leftOut, inferred: true,
    audiences: [...new Set(applied.flatMap(({ audience }) => audience ?? []))], requiresClaim: applied.some((promotion) => promotion.requiresClaim === true),
  };
}

/** Why this promotion cannot be counted on, whatever is in the basket. */
function obstacle({ audience, label, mechanic, params, scope, startsAt, endsAt }: Promotion, unit: Money, buyer: Buyer): LeftOut | undefined {
  if (mechanic === 'unrecognised') return 'not_understood';
  if (SAYS_IN_THE_PRICE.test(label)) return 'in_the_price';
  if (params.upTo) return 'upper_bound';
  if (scope === 'partial') return 'some_variants';
  if (params.condition !== undefined) return 'condition';
  if (params.quota !== undefined) return 'quota';
  if (buyer.at && (startsAt && buyer.at < startsAt || endsAt && buyer.at > endsAt)) return 'not_running';
  if (audience !== undefined && !(buyer.audiences ?? []).includes(audience)) return 'audience';
  if (ON_REQUEST.has(mechanic) && !(buyer.include ?? []).includes(mechanic)) return 'payment_or_region';
  return IN_PLACE.has(mechanic) && isInThePrice(params, unit, buyer.listPrice) ? 'in_the_price' : undefined;
}

/** "Save 20% (price includes saving)": said in so many words. What is applied in the cart or at the checkout is not in the price yet. */
const SAYS_IN_THE_PRICE = new RegExp([
  String.raw`\bprices? (?:already )?(?:includes?|reflects?) (?:the |this |your )?(?:saving|discount|reduction|offer)`,
  String.raw`\b(?:already (?:applied|included|deducted|taken off)|included in (?:the )?price)(?! (?:at|in) (?:the )?(?:checkout|cart|basket|bag))`,
  String.raw`\bim preis (?:bereits |schon )?(?:enthalten|berücksichtigt|abgezogen)|\bbereits (?:abgezogen|berücksichtigt|eingerechnet)`,
  String.raw`\bdéjà (?:déduite?|appliquée?|incluse?)s?(?!\p{L})|\bya (?:incluido|aplicado|descontado)\b|\bgià (?:applicato|incluso|detratto)`,
  String.raw`(?:已含|已包含|含)(?:优惠|折扣|立减|優惠)|(?:割引|値引き?|クーポン)(?:適用)?済`,
].join('|'), 'iu');

/** "$30 off" beside 70 instead of 100 says what the price already is. A percentage may be rounded to a whole one. */
function isInThePrice({ offMinor, percentOff, payRatio }: Promotion['params'], unit: Money, list: Money | undefined): boolean {
  if (!list || list.currency !== unit.currency || list.minor <= unit.minor) return false;
  const share = percentOff ?? (payRatio === undefined ? undefined : (1 - payRatio) * 100);
  if (offMinor !== undefined) return offMinor === list.minor - unit.minor;
  return share !== undefined && Math.abs(share - (1 - unit.minor / list.minor) * 100) <= 1;
}

/** "50 less" of a price label and "400-50" of the coupon are one benefit. */
function isToldTwice({ mechanic, params }: Promotion, applied: readonly Promotion[]): boolean {
  return (mechanic === 'coupon' || mechanic === 'full_reduction') && params.offMinor !== undefined
    && applied.some((other) => other.mechanic === 'direct_reduction' && other.params.offMinor === params.offMinor);
}

function whyNot(promotion: Promotion, fresh: readonly Promotion[], basket: Basket): LeftOut {
  if (!fresh.includes(promotion)) return 'same_benefit';
  if (!isReached(promotion.params, basket)) return 'not_reached';
  const own = bestOf([promotion], basket);
  return own ? 'better_one' : isForMore(promotion, basket.quantity) ? 'not_reached' : 'no_reduction';
}

/** True for an offer that begins with a later piece. */
function isForMore({ params }: Promotion, quantity: number): boolean {
  return [params.nth, params.qty, params.buy === undefined ? undefined : params.buy + (params.pay === undefined ? params.get ?? 1 : 0)].some((from) => from !== undefined && from > quantity);
}

interface Result {
  readonly sum: number;
  readonly by: readonly Promotion[];
}

/** The offer of one layer that leaves least to pay; rules for the second, the third … piece count as one offer. Undefined when none reduces. */
function bestOf(here: readonly Promotion[], basket: Basket): Result | undefined {
  const nth = here.filter((promotion) => promotion.params.nth !== undefined && (promotion.mechanic === 'nth_discount' || promotion.mechanic === 'nth_price'));
  const results: Result[] = here.filter((promotion) => !nth.includes(promotion)).map((promotion) => ({ sum: sumAfter(promotion, basket), by: [promotion] }));
  if (nth.length > 0) results.push({ sum: sumOfNth(nth, basket), by: nth });
  let best: Result | undefined;
  for (const result of results) if (result.sum < (best?.sum ?? basket.sum)) best = result;
  return best;
}

/** The sum worked out beside the one the platform shows for it (券后价, final price). */
export interface Compared {
  readonly stated: Money;
  /** Stated less worked out, in minor units. */
  readonly differenceMinor: number;
  /** Apart by no more than the rounding of one share. A disagreement is shown, never settled. */
  readonly agrees: boolean;
}

/** Compares with the platform's own sum for the same pieces; undefined when it is in another currency. */
export function compareWithStated({ money: own, applied }: ToPay, stated: Money): Compared | undefined {
  if (own.currency !== stated.currency) return undefined;
  const differenceMinor = stated.minor - own.minor;
  return { stated, differenceMinor, agrees: Math.abs(differenceMinor) <= Math.max(1, applied.length) };
}

/** The numbers of pieces at which the promotions begin to count, from 1 on, at most five. */
export function quantitiesOfInterest(promotions: readonly Promotion[]): readonly number[] {
  const steps = promotions.flatMap(({ mechanic, params }) => {
    if (mechanic === 'purchase_limit' || mechanic === 'unrecognised' || mechanic === 'gift') return [];
    return [params.minQty, params.nth, params.qty, params.buy === undefined ? undefined : params.pay === undefined ? params.buy + (params.get ?? 1) : params.buy];
  });
  const most = Math.min(...promotions.flatMap(({ mechanic, params }) => (mechanic === 'purchase_limit' ? params.maxQty ?? [] : [])), 100);
  return [...new Set([1, ...steps.flatMap((step) => step ?? [])])].filter((step) => step >= 1 && step <= Math.max(1, most)).toSorted((a, b) => a - b).slice(0, 5);
}

