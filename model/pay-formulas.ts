import type { Mechanic, Promotion, PromotionParams } from './promotion.ts';

/** The state of the sum when a layer begins, in minor units. */
export interface Basket {
  /** Price of one piece. */
  readonly unit: number;
  readonly quantity: number;
  readonly sum: number;
  /** The sum that thresholds look at: what the product layer left. */
  readonly base: number;
}

type Formula = (params: PromotionParams, basket: Basket) => number;

const unchanged: Formula = (_, { sum }) => sum;
const perPiece: Formula = (params, { sum, unit, quantity }) => (params.offMinor === undefined ? reduced(params, sum) : sum - Math.min(params.offMinor, unit) * quantity);
const atPrice: Formula = (params, { sum, quantity }) => (params.priceMinor === undefined ? reduced(params, sum) : params.priceMinor * quantity);
const onSum: Formula = (params, { sum }) => reduced(params, sum);

/** The sum after one offer whose condition is met. What is given in goods, later or for another article changes nothing. */
const FORMULAS: Readonly<Record<Mechanic, Formula>> = {
  full_reduction: onSum, full_discount: onSum, qty_discount: onSum, coupon: onSum, gov_subsidy: onSum, new_user: onSum, member: onSum, payment_reduction: onSum, points: onSum,
  every_full_reduction: (params, { sum, base }) => sum - capped((params.offMinor ?? 0) * timesIn(base, params.thresholdMinor), params),
  qty_reduction: (params, { sum, quantity }) => sum - capped((params.offMinor ?? 0) * (params.repeat ? timesIn(quantity, params.minQty) : 1), params),
  direct_reduction: perPiece, flash_sale: perPiece, platform_subsidy: perPiece,
  fixed_price: atPrice, subscribe_save: atPrice,
  presale_deposit: presale,
  multibuy_price: ({ qty, totalMinor }, basket) => inGroups(basket, qty, totalMinor),
  buy_x_pay_y: ({ buy, pay }, basket) => inGroups(basket, buy, pay === undefined ? undefined : pay * basket.unit),
  buy_x_get_y: buyAndGet,
  bundle_price: unchanged, gift: unchanged, exchange_purchase: unchanged, cashback: unchanged, installment: unchanged, free_shipping: unchanged, purchase_limit: unchanged,
  nth_discount: unchanged, nth_price: unchanged,
};

/** True when as many pieces and as much money as the offer asks for are there. */
export function isReached({ minQty, thresholdMinor }: PromotionParams, { quantity, base }: Basket): boolean {
  return (minQty === undefined || quantity >= minQty) && (thresholdMinor === undefined || base >= thresholdMinor);
}

/** The sum after one offer, never below 0; the same sum when its condition is not met or it changes nothing. In minor units. */
export function sumAfter({ mechanic, params }: Promotion, basket: Basket): number {
  if (mechanic === 'unrecognised' || !isReached(params, basket)) return basket.sum;
  return Math.max(0, FORMULAS[mechanic](params, basket));
}

/**
 * The second at half price, the third free: each rule holds for its place within a round of the largest place.
 * Two rules for one place: the cheaper.
 */
export function sumOfNth(rules: readonly Promotion[], { unit, quantity }: Basket): number {
  const round = Math.max(...rules.map((rule) => rule.params.nth ?? 1));
  let sum = 0;
  for (let place = 1; place <= Math.min(round, quantity); place += 1) {
    const prices = rules.filter((rule) => rule.params.nth === place).map(({ params }) => params.priceMinor ?? reduced(params, unit));
    sum += Math.min(unit, ...prices) * Math.floor((quantity - place) / round + 1);
  }
  return sum;
}

/** A share or an amount off the whole sum; both when both are named. A share of less than a minor unit is not given. */
function reduced(params: PromotionParams, sum: number): number {
  return sum - capped(shareOff(params, sum) + (params.offMinor ?? 0), params);
}

/** What a share takes off, in whole minor units; counted in integers, for 0.1 is no binary number. */
function shareOff({ payRatio, percentOff }: PromotionParams, sum: number): number {
  const paid = payRatio === undefined ? percentOff === undefined ? undefined : 100 - percentOff : payRatio * 100;
  return paid === undefined ? 0 : Math.floor((sum * (10_000 - Math.round(paid * 100))) / 10_000);
}

function capped(off: number, { capMinor }: PromotionParams): number {
  return Math.min(off, capMinor ?? off);
}

function timesIn(amount: number, size: number | undefined): number {
  return size === undefined || size < 1 ? 0 : Math.floor(amount / size);
}

/** Deposit 100 counts as 300: 200 less; the rest of the price may be reduced too. A deposit worth more than the piece is a misreading. */
function presale(params: PromotionParams, { unit, quantity, sum }: Basket): number {
  if (params.finalMinor !== undefined) return params.finalMinor * quantity;
  const gained = params.depositMinor === undefined ? 0 : Math.max(0, (params.depositWorthMinor ?? 0) - params.depositMinor);
  const off = gained + (params.tailOffMinor ?? 0) + (params.offMinor ?? 0);
  return off > unit ? sum : sum - off * quantity;
}

/** Groups of `size` at `price` each, the rest at the unit price. */
function inGroups({ quantity, unit, sum }: Basket, size: number | undefined, price: number | undefined): number {
  if (size === undefined || size < 1 || price === undefined) return sum;
  return Math.floor(quantity / size) * Math.min(price, size * unit) + (quantity % size) * unit;
}

/** Buy 2 get 1: of each three pieces in the basket the third is reduced. */
function buyAndGet(params: PromotionParams, { unit, quantity, sum }: Basket): number {
  const { buy, get = 1, percentOff = 100 } = params;
  if (buy === undefined) return sum;
  const rest = quantity % (buy + get);
  const pieces = Math.floor(quantity / (buy + get)) * get + Math.max(0, rest - buy);
  return sum - pieces * shareOff({ percentOff }, unit);
}
