import type { Price } from '../../model/listing.ts';
import { decimalOf, type Money } from '../../model/money.ts';

/** Money as batch lines and exports write it: exact decimal text beside minor units. */
export function moneyLine(money: Money): { readonly amount: string; readonly currency: string; readonly minor: number } {
  return { amount: decimalOf(money), currency: money.currency, minor: money.minor };
}

/** A price with its kind in one object; `max` only for kind `range`. */
export function priceLine(price: Price): object {
  return { ...moneyLine(price.money), kind: price.kind, ...(price.max && { max: moneyLine(price.max) }) };
}
