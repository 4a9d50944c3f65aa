import { type Money, money } from '../../../model/money.ts';
import { type Layer, LAYERS, type Mechanic, type Promotion, type PromotionParams } from '../../../model/promotion.ts';

/** Who buys, for promotions that are not for everybody. */
export interface Buyer {
  /** Audiences the buyer belongs to, as promotions name them: `new customers`, `88VIP`. */
  readonly audiences?: readonly string[];
  /** Mechanics that depend on how or where one pays and are left out otherwise: payment_reduction, gov_subsidy, points. */
  readonly include?: readonly Mechanic[];
}

/** What some pieces cost by the promotions' own arithmetic. Always inferred: the platform's checkout has the last word. */
export interface ToPay {
  readonly money: Money;
  /** The promotions that took part, in the order they applied. */
  readonly applied: readonly Promotion[];
  readonly inferred: true;
}

/** They depend on a payment method, a region or a balance. */
const ON_REQUEST: ReadonlySet<Mechanic> = new Set(['payment_reduction', 'gov_subsidy', 'points', 'cashback', 'subscribe_save']);
/** Words that limit an offer to some of the variants: nothing is computed from it. */
const PARTIAL = /部分|指定|some (?:sizes|colou?rs)|select(?:ed)? (?:styles|sizes|colou?rs)|ausgewählte/iu;

/**
 * What `quantity` pieces cost: product offers first, then shop, platform, payment and subsidy, each layer on what the one
 * before left; within a layer only the best offer applies. Thresholds look at the sum after the product layer. Left out:
 * upper bounds ("up to"), offers for some variants, for an audience the buyer is not in, and those that depend on payment or region.
 * @param unit price of one piece
 * @param quantity whole pieces, at least 1; a RangeError otherwise
 */
export function amountToPay(unit: Money, quantity: number, promotions: readonly Promotion[], buyer: Buyer = {}): ToPay {
  if (!Number.isSafeInteger(quantity) || quantity < 1) throw new RangeError(`quantity must be a whole number from 1, got ${quantity}`);
  const usable = promotions.filter((promotion) => isUsable(promotion, buyer));
  const applied: Promotion[] = [];
  let sum = unit.minor * quantity;
  let base = sum;
  for (const layer of LAYERS) {
    const best = bestOf(layer, usable, { unit: unit.minor, quantity, sum, base });
    if (best) {
      sum = best.sum;
      applied.push(...best.by);
    }
    if (layer === 'product') base = sum;
  }
  return { money: money(sum, unit.currency), applied, inferred: true };
}

function isUsable(promotion: Promotion, buyer: Buyer): boolean {
  const { audience, mechanic, params, label } = promotion;
  if (mechanic === 'unrecognised' || params.upTo || PARTIAL.test(label)) return false;
  if (audience !== undefined && !(buyer.audiences ?? []).includes(audience)) return false;
  return !ON_REQUEST.has(mechanic) || (buyer.include ?? []).includes(mechanic);
}

/** The state of the sum when a layer begins, in minor units. */
interface Basket {
  readonly unit: number;
  readonly quantity: number;
  readonly sum: number;
  /** The sum that thresholds look at. */
  readonly base: number;
}

interface Result {
  readonly sum: number;
  readonly by: readonly Promotion[];
}

function bestOf(layer: Layer, promotions: readonly Promotion[], basket: Basket): Result | undefined {
  const here = promotions.filter((promotion) => promotion.layer === layer);
  const nth = here.filter((promotion) => promotion.mechanic === 'nth_discount' || promotion.mechanic === 'nth_price');
  const results: Result[] = here.filter((promotion) => !nth.includes(promotion)).map((promotion) => ({ sum: apply(promotion, basket), by: [promotion] }));
  if (nth.length > 0) results.push({ sum: nthPieces(nth, basket), by: nth });
  let best: Result | undefined;
  for (const result of results) if (result.sum < (best?.sum ?? basket.sum)) best = result;
  return best && { ...best, sum: Math.max(0, best.sum) };
}

/** The sum after one offer; unchanged when its condition is not met. */
function apply(promotion: Promotion, basket: Basket): number {
  const { params } = promotion;
  const { unit, quantity, sum, base } = basket;
  if (params.minQty !== undefined && quantity < params.minQty || params.thresholdMinor !== undefined && base < params.thresholdMinor) return sum;
  switch (promotion.mechanic) {
    case 'every_full_reduction': return sum - (params.offMinor ?? 0) * Math.floor(base / Math.max(1, params.thresholdMinor ?? Infinity));
    case 'qty_reduction': return sum - (params.offMinor ?? 0) * (params.repeat ? Math.floor(quantity / Math.max(1, params.minQty ?? 1)) : 1);
    case 'direct_reduction': case 'flash_sale': case 'platform_subsidy': return params.offMinor === undefined ? reduced(sum, params) : sum - params.offMinor * quantity;
    case 'presale_deposit': return presale(params, unit, quantity, sum);
    case 'multibuy_price': return inGroups(quantity, params.qty, params.totalMinor, unit, sum);
    case 'buy_x_pay_y': return inGroups(quantity, params.buy, params.pay === undefined ? undefined : params.pay * unit, unit, sum);
    case 'buy_x_get_y': return buyAndGet(params, unit, quantity, sum);
    case 'fixed_price': case 'bundle_price': return params.priceMinor === undefined ? sum : params.priceMinor * quantity;
    case 'gift': case 'exchange_purchase': case 'cashback': case 'installment': case 'free_shipping': case 'purchase_limit': case 'nth_discount': case 'nth_price': case 'unrecognised': return sum;
    case 'full_reduction': case 'full_discount': case 'qty_discount': case 'coupon': case 'gov_subsidy': case 'new_user': case 'member': case 'payment_reduction': case 'points': case 'subscribe_save': return reduced(sum, params);
    default: return never(promotion.mechanic);
  }
}

/** A share or an amount off the whole sum; both when both are named. */
function reduced(sum: number, params: PromotionParams): number {
  const share = params.payRatio ?? (params.percentOff === undefined ? undefined : (100 - params.percentOff) / 100);
  const afterShare = share === undefined ? sum : Math.round(sum * share);
  const saved = sum - afterShare + (params.offMinor ?? 0);
  return sum - Math.min(saved, params.capMinor ?? saved);
}

function presale(params: PromotionParams, unit: number, quantity: number, sum: number): number {
  if (params.finalMinor !== undefined) return params.finalMinor * quantity;
  const worth = (params.depositWorthMinor ?? 0) - (params.depositMinor ?? 0);
  const off = (params.depositMinor === undefined ? 0 : Math.max(0, worth)) + (params.tailOffMinor ?? 0) + (params.offMinor ?? 0);
  return off > unit ? sum : sum - off * quantity;
}

/** Groups of `size` at `price` each, the rest at the unit price. */
function inGroups(quantity: number, size: number | undefined, price: number | undefined, unit: number, sum: number): number {
  if (size === undefined || size < 1 || price === undefined) return sum;
  return Math.floor(quantity / size) * price + (quantity % size) * unit;
}

/** Buy 2 get 1: of each three pieces in the basket the third is reduced. */
function buyAndGet(params: PromotionParams, unit: number, quantity: number, sum: number): number {
  const { buy, get = 1, percentOff = 100 } = params;
  if (buy === undefined) return sum;
  const rest = quantity % (buy + get);
  const reducedPieces = Math.floor(quantity / (buy + get)) * get + Math.max(0, rest - buy);
  return sum - Math.round(reducedPieces * unit * percentOff / 100);
}

/** The second at half price, the third free: each rule holds for its place within a round of the largest place. */
function nthPieces(rules: readonly Promotion[], basket: Basket): number {
  const round = Math.max(...rules.map((rule) => rule.params.nth ?? 1));
  let sum = 0;
  const priceAt = (place: number): number => {
    const rule = rules.find((one) => one.params.nth === place)?.params;
    return rule?.priceMinor ?? Math.round(basket.unit * (rule?.payRatio ?? 1));
  };
  for (let place = 1; place <= Math.min(round, basket.quantity); place += 1) sum += priceAt(place) * Math.floor((basket.quantity - place) / round + 1);
  return sum;
}

function never(mechanic: never): never {
  throw new TypeError(`unknown mechanic ${String(mechanic)}`);
}
