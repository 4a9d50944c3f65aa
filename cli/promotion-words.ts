import { type CurrencyCode, decimalOf, money } from '../model/money.ts';
import type { Mechanic, Promotion, PromotionParams, Scope } from '../model/promotion.ts';
import type { LeftOut } from '../model/pay.ts';

type Amount = (minor: number | undefined) => string;

/** "10 %" or "5.00 EUR" off, "at most" where it is the most; empty when the label names no number. */
function cut({ percentOff, payRatio, offMinor, upTo }: PromotionParams, amount: Amount): string {
  const share = percentOff ?? (payRatio === undefined ? undefined : Math.round((1 - payRatio) * 10_000) / 100);
  const parts = [...(share === undefined ? [] : [`${share} %`]), ...(offMinor === undefined ? [] : [amount(offMinor)])];
  return parts.length === 0 ? '' : `${upTo ? 'at most ' : ''}${parts.join(' and ')} off`;
}

const pieces = (count: number | undefined): string => `${count ?? '?'} ${count === 1 ? 'piece' : 'pieces'}`;
const from = ({ thresholdMinor, minQty }: PromotionParams, amount: Amount): string =>
  [thresholdMinor === undefined ? '' : `from ${amount(thresholdMinor)}`, minQty === undefined ? '' : `from ${pieces(minQty)}`].filter(Boolean).join(', ');
const named = (name: string) => (params: PromotionParams, amount: Amount): string => [name, cut(params, amount), from(params, amount)].filter(Boolean).join(' ');

type Say = (params: PromotionParams, amount: Amount) => string;
const plain: Say = (params, amount) => [cut(params, amount) || 'reduced', from(params, amount)].filter(Boolean).join(' ');

const SAY: Readonly<Record<Mechanic, Say>> = {
  full_reduction: plain, full_discount: plain, qty_discount: plain, direct_reduction: plain,
  every_full_reduction: (params, amount) => `${amount(params.offMinor)} off for every ${amount(params.thresholdMinor)}`,
  qty_reduction: (params, amount) => (params.repeat ? `${amount(params.offMinor)} off for every ${pieces(params.minQty)}` : plain(params, amount)),
  nth_discount: ({ nth, payRatio }) => `piece ${nth ?? '?'} ${payRatio === 0 ? 'free' : `at ${Math.round((payRatio ?? 1) * 10_000) / 100} % of its price`}`,
  nth_price: ({ nth, priceMinor }, amount) => `piece ${nth ?? '?'} for ${amount(priceMinor)}`,
  coupon: (params, amount) => [named('coupon')(params, amount), params.code === undefined ? '' : `with code ${params.code}`].filter(Boolean).join(' '),
  flash_sale: named('sale for a short time'), platform_subsidy: named('subsidy of the platform'), gov_subsidy: named('subsidy of the state'), new_user: named('for new customers'),
  presale_deposit: ({ depositMinor, depositWorthMinor, tailOffMinor, finalMinor, offMinor }, amount) => [
    depositMinor === undefined ? 'deposit' : `deposit of ${amount(depositMinor)}`, depositWorthMinor === undefined ? '' : `counts as ${amount(depositWorthMinor)}`,
    tailOffMinor === undefined ? '' : `${amount(tailOffMinor)} off the rest`, offMinor === undefined ? '' : `${amount(offMinor)} off`, finalMinor === undefined ? '' : `${amount(finalMinor)} in all`,
  ].filter(Boolean).join(', '),
  gift: (params, amount) => [params.freeQty === undefined ? 'gift' : `${params.freeQty} gifts`, from(params, amount)].filter(Boolean).join(' '),
  exchange_purchase: (params, amount) => ['another article', params.addMinor === undefined ? 'at a special price' : `for ${amount(params.addMinor)}`, from(params, amount)].filter(Boolean).join(' '),
  cashback: (params, amount) => [params.percentOff === undefined ? params.offMinor === undefined ? 'something' : amount(params.offMinor) : `${params.percentOff} %`, 'given back later', from(params, amount)].filter(Boolean).join(' '),
  member: named('for members'), payment_reduction: named('by way of payment'),
  points: (params, amount) => [params.points === undefined ? 'points' : `${params.upTo ? 'at most ' : ''}${params.points} points`, params.percentOff === undefined && params.offMinor === undefined ? '' : cut(params, amount)].filter(Boolean).join(', '),
  installment: ({ periods, amountMinor }, amount) => [periods === undefined ? 'instalments' : `${periods} instalments`, amountMinor === undefined ? '' : `of ${amount(amountMinor)}`].filter(Boolean).join(' '),
  subscribe_save: (params, amount) => (params.priceMinor === undefined ? named('as a subscription')(params, amount) : `as a subscription ${amount(params.priceMinor)}`),
  free_shipping: (params, amount) => ['free shipping', from(params, amount)].filter(Boolean).join(' '),
  purchase_limit: ({ minQty, maxQty }) => [minQty === undefined ? '' : `at least ${pieces(minQty)}`, maxQty === undefined ? '' : `at most ${pieces(maxQty)}`].filter(Boolean).join(', '),
  multibuy_price: ({ qty, totalMinor }, amount) => `${pieces(qty)} for ${amount(totalMinor)}`,
  fixed_price: (params, amount) => [`price ${amount(params.priceMinor)}`, from(params, amount)].filter(Boolean).join(' '),
  bundle_price: ({ priceMinor }, amount) => (priceMinor === undefined ? 'bundle' : `bundle for ${amount(priceMinor)}`),
  buy_x_pay_y: ({ buy, pay }) => `${buy ?? '?'} for the price of ${pay ?? '?'}`,
  buy_x_get_y: ({ buy, get, percentOff }) => `buy ${buy ?? '?'}, get ${get ?? 1} ${percentOff === undefined || percentOff === 100 ? 'free' : `at ${percentOff} % off`}`,
};

const SCOPE: Readonly<Record<Scope, string>> = { partial: 'some variants only', shop: 'the whole shop', cross_shop: 'several shops together' };
const WHY: Readonly<Record<LeftOut, string>> = {
  not_understood: 'not understood', upper_bound: 'only the most is named', some_variants: 'for some variants only', audience: 'not for everybody', payment_or_region: 'depends on payment, region or balance',
  condition: 'asks for something in return', quota: 'only for the first', not_running: 'not running', in_the_price: 'already in the price', not_reached: 'not reached', better_one: 'another one of its layer is better',
  same_benefit: 'the same benefit as another', no_reduction: 'takes nothing off',
};

/** Why a promotion takes no part in the sum, in words. */
export function leftOutWords(why: LeftOut): string {
  return WHY[why];
}

/**
 * A promotion in plain words: `50.00 CNY off from 300.00 CNY, to be claimed, until 2025-11-14 15:59 UTC`.
 * @param currency of the listing; without it amounts are told as minor units
 */
export function promotionWords({ mechanic, params, audience, scope, requiresClaim, startsAt, endsAt }: Promotion, currency: CurrencyCode | undefined): string {
  if (mechanic === 'unrecognised') return 'not understood';
  const amount: Amount = (minor) => (minor === undefined ? '?' : currency ? `${decimalOf(money(minor, currency))} ${currency}` : `${minor} minor units`);
  const time = (date: Date): string => `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  return [
    SAY[mechanic](params, amount), params.capMinor === undefined ? '' : `at most ${amount(params.capMinor)}`, params.condition ?? '', params.quota === undefined ? '' : `for the first ${params.quota}`,
    audience === undefined || mechanic === 'new_user' && audience === 'new customers' ? '' : `only ${audience}`, scope ? SCOPE[scope] : '', requiresClaim ? 'to be claimed' : '',
    startsAt ? `from ${time(startsAt)}` : '', endsAt ? `until ${time(endsAt)}` : '',
  ].filter(Boolean).join(', ');
}
