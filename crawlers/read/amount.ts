import type { PriceKind } from '../../model/listing.ts';
import { currencyCode, exponentOf, type CurrencyCode } from '../../model/money.ts';
import type { Amount } from './candidates.ts';
import type { PageContext } from './context.ts';
import type { Json } from './json/value.ts';
import { textOf } from './schema-org/values.ts';
import { parseMoney } from './text/price.ts';

/** The currency a structured field names: a code, or a sign with one meaning. A part or a multiple of one (pence, tomans) is none. */
export function currencyOf(value: Json | undefined): CurrencyCode | undefined {
  const text = textOf(value, 20);
  if (text === undefined) return undefined;
  const code = currencyCode(text) ?? currencyCode(text.replaceAll(/[^a-z]/gi, ''));
  if (code) return code;
  const read = parseMoney(`1 ${text}`);
  return read.state === 'known' && read.amount === '1' ? read.currency : undefined;
}

/**
 * An amount out of structured data, where a value is a number or a text such as "1.299,00" or "$19.99". Undefined for
 * nothing, zero, negative (a shop's "no price") and what cannot be understood.
 */
export function amountOf(value: Json | undefined, currency: CurrencyCode | undefined, page: PageContext, kind: PriceKind): Amount | undefined {
  const text = textOf(value, 60);
  if (text === undefined) return undefined;
  if (/^\d{1,12}(?:\.\d{1,2})?$/.test(text) || (typeof value === 'number' && /^\d{1,12}\.\d+$/.test(text) && !isThousands(text, currency))) {
    return positive({ amount: text, kind, ...(currency ? { currency } : {}) });
  }
  const hint = currency ?? page.text.currency;
  const read = parseMoney(text, { ...page.text, ...(hint ? { currency: hint } : {}) });
  if (read.state !== 'known') return undefined;
  const code = currency ?? read.currency;
  return positive({
    amount: read.amount, kind: read.max !== undefined || (read.from && kind === 'page') ? 'range' : kind,
    ...(read.max === undefined ? {} : { max: read.max }), ...(code ? { currency: code } : {}),
    ...(code || !read.currencyCandidates ? {} : { currencyCandidates: read.currencyCandidates }),
  });
}

/** 2.449 in a currency of two digits is two thousand: shops print the grouped text as a number. */
function isThousands(text: string, currency: CurrencyCode | undefined): boolean {
  return /^\d{1,3}\.\d{3}$/.test(text) && currency !== undefined && exponentOf(currency) < 3 && !text.endsWith('000') && !text.startsWith('0');
}

/** The amount unless it is zero: no shop gives a priced article away, but many print 0 for "none". */
export function positive(amount: Amount): Amount | undefined {
  return /[1-9]/.test(amount.amount) && !amount.amount.startsWith('-') ? amount : undefined;
}

/** Decimal text of a whole number of minor units: `amountFromMinor("45000", 2)` = `450.00`. */
export function amountFromMinor(value: Json | undefined, exponent: number): string | undefined {
  const text = textOf(value, 20);
  if (text === undefined || !/^\d{1,15}$/.test(text)) return undefined;
  if (exponent === 0) return text;
  const digits = text.padStart(exponent + 1, '0');
  return `${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}

/** A key under which equal amounts meet: `119.00` and `119` are one. */
export function amountKey(amount: string): string {
  const trimmed = amount.includes('.') ? amount.replace(/0+$/, '').replace(/\.$/, '') : amount;
  return trimmed.replace(/^0+(?=\d)/, '');
}

export function compareAmounts(a: string, b: string): number {
  return Number(a) - Number(b);
}
