/** An ISO 4217 code, e.g. `EUR`. */
export type CurrencyCode = string & { readonly __kind: 'currency' };

/**
 * An exact amount: an integer of minor units, its currency, and how many digits of the minor unit the
 * currency has (USD 2, JPY 0, KWD 3). Never a float. The exponent is kept so that a stored amount can be
 * read without a table.
 */
export interface Money {
  readonly minor: number;
  readonly currency: CurrencyCode;
  readonly exponent: number;
}

const NO_MINOR = new Set('BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' '));
const THREE = new Set('BHD IQD JOD KWD LYD OMR TND'.split(' '));
const KNOWN: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** The code when the text is an ISO 4217 currency, in any case, else undefined. */
export function currencyCode(text: string): CurrencyCode | undefined {
  const upper = text.trim().toUpperCase();
  return KNOWN.has(upper) ? (upper as CurrencyCode) : undefined;
}

/** Digits of the minor unit by ISO 4217 (0, 2 or 3). */
export function exponentOf(currency: CurrencyCode): number {
  if (NO_MINOR.has(currency)) return 0;
  return THREE.has(currency) ? 3 : 2;
}

/** Money from minor units. Throws a RangeError when the number is no safe integer: that is a fault of the caller. */
export function money(minor: number, currency: CurrencyCode): Money {
  if (!Number.isSafeInteger(minor)) throw new RangeError(`minor units must be a safe integer, got ${minor}`);
  return { minor, currency, exponent: exponentOf(currency) };
}

/**
 * Money from a plain decimal text (`-?digits[.digits]`, no grouping). More digits than the currency has are
 * rounded half up, so that 19.994999 and 19.99 are the same price. Undefined when the text is no such number
 * or too large to be exact.
 */
export function moneyFromDecimal(decimal: string, currency: CurrencyCode): Money | undefined {
  const parts = /^(-?)(\d{1,15})(?:\.(\d+))?$/.exec(decimal.trim());
  if (!parts) return undefined;
  const exponent = exponentOf(currency);
  const [, sign, whole = '0', fraction = ''] = parts;
  const kept = BigInt(whole + fraction.slice(0, exponent).padEnd(exponent, '0'));
  const rounded = Number(fraction.charAt(exponent) || '0') >= 5 ? kept + 1n : kept;
  const minor = Number(sign ? -rounded : rounded);
  return Number.isSafeInteger(minor) ? { minor, currency, exponent } : undefined;
}

/** The amount as an exact decimal text with the currency's digits: `119.01`, `1200`, `-0.500`. */
export function decimalOf(amount: Money): string {
  if (amount.exponent === 0) return String(amount.minor);
  const digits = String(Math.abs(amount.minor)).padStart(amount.exponent + 1, '0');
  const text = `${digits.slice(0, -amount.exponent)}.${digits.slice(-amount.exponent)}`;
  return amount.minor < 0 ? `-${text}` : text;
}

/** The amount with its currency, exact and the same in every language: `119.01 EUR`. For operators and records; messages have {@link formatMoney}. */
export function moneyText(amount: Money): string {
  return `${decimalOf(amount)} ${amount.currency}`;
}

/** True for what has the shape of money, among values of unknown kind. */
export function isMoney(value: unknown): value is Money {
  return typeof value === 'object' && value !== null && 'minor' in value && 'currency' in value && 'exponent' in value;
}

/** True when both are of one currency, so that their minor units may be compared. */
export function sameCurrency(a: Money, b: Money): boolean {
  return a.currency === b.currency && a.exponent === b.exponent;
}

/** How much `to` differs from `from`, in per cent of `from` (−20 = a fifth cheaper). Undefined when they cannot be compared. */
export function percentChange(from: Money, to: Money): number | undefined {
  if (!sameCurrency(from, to) || from.minor === 0) return undefined;
  return ((to.minor - from.minor) / from.minor) * 100;
}

/** The amount as people of a locale write it: `€119.01`, `￥1,200`. For messages only, never to be parsed again. */
export function formatMoney(amount: Money, locale = 'en'): string {
  return new Intl.NumberFormat(locale, {
    style: 'currency', currency: amount.currency,
    minimumFractionDigits: amount.exponent, maximumFractionDigits: amount.exponent,
  }).format(Number(decimalOf(amount)));
}
