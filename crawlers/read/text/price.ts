import { type CurrencyCode, currencyCode } from '../../../model/money.ts';
import { type Amount, amountsIn } from './amounts.ts';
import { type CurrencyHints, markBefore } from './currency.ts';
import { mended } from './mended.ts';
import { normalise } from './normal.ts';
import { compareDecimals, type NumberToken, readNumbers, timesPowerOfTen } from './numbers.ts';
import { BETWEEN_BEFORE, BETWEEN_JOIN, FREE_WORDS, FROM_BEFORE, type KindHint, RANGE_JOIN, SHIPPING_TOLD } from './price-words.ts';

export type { KindHint } from './price-words.ts';

/** What a text says about money. */
export type PriceText =
  | {
    readonly state: 'known';
    /** Plain decimal, e.g. `1299.00`; with `max` the low end of a range. */
    readonly amount: string;
    readonly currency?: CurrencyCode;
    /** When the currency is not decided: what it can be, the likeliest first. */
    readonly currencyCandidates?: readonly CurrencyCode[];
    readonly max?: string;
    /** "from", 起: the least of several. */
    readonly from?: boolean;
    /** For a measure ("per 100 g", "/kg"), not for the article. */
    readonly perUnit?: boolean;
    /** Paid again and again ("/month"). */
    readonly recurring?: boolean;
    /** In tomans, which have no code: ten Iranian rials each. */
    readonly inTomans?: true;
    /** What the amount is when it is not the price to pay. */
    readonly kindHint?: KindHint;
  }
  | { readonly state: 'ambiguous'; readonly amounts: readonly string[] }
  | { readonly state: 'none' };

const NONE: PriceText = { state: 'none' };
/** More numbers than this are no price text. */
export const MAX_NUMBERS = 40;
/** Digits are hidden until a sale begins: `¥1?99`. */
const MASKED = /\d\?+\d|[¥$€£] ?\?|\d\?{2}/;

/**
 * The amount of money a text states, exactly, with its currency. Two amounts that nothing tells apart are `ambiguous`,
 * never the first; a list price, saving, unit price or amount in brackets beside the price gives way to it. A text
 * with no money in it is `none`. Never throws; only the first 2,000 characters are looked at.
 */
export function parsePrice(text: string, hints: CurrencyHints = {}): PriceText {
  const normal = mended(normalise(text), hints.currency);
  if (FREE_WORDS.has(normal.toLowerCase().replace(/[!.\s]+$/, ''))) return { state: 'known', amount: '0' };
  const read = readPrice(normal, hints);
  if (read.state !== 'known' || !OF_SHIPPING.has(read.kindHint) || LEAST.test(normal)) return read;
  const without = normal.replaceAll(SHIPPING_TOLD, ' ');
  return without === normal ? read : readPrice(without, hints);
}

/** What words about shipping make of an amount beside them that is the article's. */
const OF_SHIPPING: ReadonlySet<KindHint | undefined> = new Set<KindHint>(['shipping', 'excluding_tax']);
/** From this amount on shipping is free: `3,980円以上送料無料`. */
const LEAST = /\d ?円?以上/;

function readPrice(normal: string, hints: CurrencyHints): PriceText {
  const tokens = MASKED.test(normal) ? [] : moneyNumbers(normal);
  if (tokens.length === 0 || tokens.length > MAX_NUMBERS) return NONE;
  const all = joinRanges(amountsIn(normal, tokens, hints), normal);
  const left = choose(all, normal, hints);
  const [only] = left;
  if (!only) return NONE;
  if (left.length > 1) return { state: 'ambiguous', amounts: left.map((amount) => amount.value) };
  return known(only);
}

/** As {@link parsePrice}, for amounts that are kept: tomans, which have no code, in rials. */
export function parseMoney(text: string, hints: CurrencyHints = {}): PriceText {
  const read = parsePrice(text, hints);
  const rials = read.state === 'known' && read.inTomans ? currencyCode('IRR') : undefined;
  if (read.state !== 'known' || !rials) return read;
  return { ...read, amount: timesPowerOfTen(read.amount, 1), currency: rials, ...(read.max !== undefined && { max: timesPowerOfTen(read.max, 1) }) };
}

/** The numbers of a text of {@link normalise}; one glued to a word goes on behind a blank only when the word is a currency. */
export function moneyNumbers(text: string): NumberToken[] {
  return readNumbers(text, (at) => markBefore(text, at) !== undefined);
}

function known(amount: Amount): PriceText {
  const { currency, candidates } = amount.currency;
  return {
    state: 'known', amount: amount.value,
    ...(currency && { currency }), ...(!currency && candidates?.length && { currencyCandidates: candidates }),
    ...(amount.max !== undefined && { max: amount.max }), ...(amount.from && { from: true }), ...(amount.perUnit && { perUnit: true }),
    ...(amount.recurring && { recurring: true }), ...(amount.marks[0]?.codes.length === 0 && { inTomans: true }), ...(amount.kind && { kindHint: amount.kind }),
  };
}

/** From one amount to a lower one: `da 29,90 € a 19,90 €`. */
const REDUCED_TO = /^ (?:to|auf|à|a|do|na|tot|naar|til|till) $/iu;

/** Two neighbours with nothing but "to" between them become one amount with `max`. */
function joinRanges(amounts: readonly Amount[], text: string): Amount[] {
  const out: Amount[] = [];
  for (const amount of amounts) {
    const low = out[out.length - 1];
    const range = low !== undefined && low.max === undefined && isRange(text, low, amount);
    if (range && compareDecimals(low.value, amount.value) > 0 && REDUCED_TO.test(text.slice(low.end, amount.start)) && FROM_BEFORE.test(text.slice(0, low.start))) {
      out[out.length - 1] = amount;
      continue;
    }
    const joined = range && compareDecimals(low.value, amount.value) <= 0;
    if (!joined) {
      out.push(amount);
      continue;
    }
    const marks = low.marks.length > 0 ? low : amount;
    // The ~ between them is no "from".
    out[out.length - 1] = { ...low, from: low.from && FROM_BEFORE.test(text.slice(0, low.start)), ...(amount.perUnit && { perUnit: true }), marks: marks.marks, currency: marks.currency, max: amount.value, end: amount.end };
  }
  return out;
}

function isRange(text: string, low: Amount, high: Amount): boolean {
  const between = text.slice(low.end, high.start);
  return RANGE_JOIN.test(between) || BETWEEN_JOIN.test(between) && BETWEEN_BEFORE.test(text.slice(0, low.start));
}

/** The amounts that can be the price, after the ones that say what else they are have gone. */
function choose(amounts: readonly Amount[], text: string, hints: CurrencyHints): readonly Amount[] {
  let left = withTax(amounts.some((amount) => amount.marks.length > 0) ? amounts : amounts.filter((amount) => !amount.aside));
  if (left.length === 1 && left[0]?.kind === 'saving' && /^-\s?1(?:\.0+)?$/.test(text)) return [];
  const drops: ((amount: Amount) => boolean)[] = [
    (amount) => amount.aside, (amount) => amount.perUnit, (amount) => amount.kind === 'shipping' || amount.kind === 'threshold', (amount) => amount.kind === 'saving' || amount.kind === 'excluding_tax',
    (amount) => amount.kind === 'instalment' || amount.recurring, (amount) => amount.kind === 'past', (amount) => amount.kind === 'list', (amount) => amount.kind === 'deposit' || amount.kind === 'conditional',
  ];
  for (const drop of drops) {
    if (left.length < 2) break;
    const kept = left.filter((amount) => !drop(amount));
    // "$49.99 each or 3 for $120": what holds for everybody stays.
    if (kept.some((amount) => amount.kind !== 'conditional') || kept.length > 0 && left.every((amount) => amount.kind === 'conditional' || amount.kind !== undefined && drop(amount))) left = kept;
  }
  return sameAmounts(left) ? left.slice(0, 1) : inOneCurrency(nowOnly(left), hints);
}

/** Without the amounts that are one beside it before taxes (`12,800円（税込14,080円）`): taxes are 2 to 30 per cent. */
function withTax(amounts: readonly Amount[]): readonly Amount[] {
  const taxed = amounts.filter((amount) => amount.taxed).map((amount) => Number(amount.value));
  if (taxed.length === 0) taxed.push(...amounts.filter(({ kind }) => kind === undefined && amounts.some((other) => other.kind === 'excluding_tax')).map((amount) => Number(amount.value)));
  const kept = amounts.filter((amount) => amount.taxed || !taxed.some((gross) => gross > Number(amount.value) * 1.02 && gross < Number(amount.value) * 1.3));
  return kept.length < amounts.length ? kept : amounts;
}

function sameAmounts(amounts: readonly Amount[]): boolean {
  return amounts.every((amount) => compareDecimals(amount.value, amounts[0]?.value ?? '') === 0 && amount.currency.currency === amounts[0]?.currency.currency && amount.max === amounts[0]?.max);
}

/** Of several that are left, the only one that is called the price now. */
function nowOnly(amounts: readonly Amount[]): readonly Amount[] {
  const now = amounts.filter((amount) => amount.now);
  if (now.length !== 1 || amounts.length < 2 || amounts[0] === now[0] && !isReduced(amounts)) return amounts;
  return now;
}

/** The first is called a reduced price, and those behind it are higher. */
function isReduced(amounts: readonly Amount[]): boolean {
  const [first, ...others] = amounts;
  return first?.reduced === true && others.every((other) => compareDecimals(other.value, first.value) > 0);
}

/** What a euro was in the money it took the place of; shops must show both for a year. */
const EURO_RATES: Readonly<Record<string, number>> = { BGN: 1.95583, HRK: 7.5345 };

/** Of one amount in euros and in the former money (`12,50 € / 24,45 лв.`) the one in the page's currency, else in euros. */
function inOneCurrency(amounts: readonly Amount[], hints: CurrencyHints): readonly Amount[] {
  if (amounts.length !== 2) return amounts;
  const euro = amounts.find(({ currency }) => currency.currency === 'EUR');
  const former = amounts.find((amount) => amount !== euro);
  const rate = EURO_RATES[former?.currency.currency ?? ''];
  if (!euro || !former || rate === undefined || Math.abs(Number(former.value) / Number(euro.value) / rate - 1) > 0.01) return amounts;
  return [hints.currency !== undefined && hints.currency === former.currency.currency ? former : euro];
}
