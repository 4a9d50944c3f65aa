import { exponentOf } from '../../../model/money.ts';
import { type CurrencyHints, type CurrencyMark, type CurrencyRead, decideCurrency, markAfter, markBefore } from './currency.ts';
import { addWhole, decimalText, type NumberToken, timesPowerOfTen } from './numbers.ts';
import {
  FROM_AFTER, FROM_BEFORE, KIND_HINTS, type KindHint, KIND_WORDS, MONTH, NOT_MONEY_AFTER, NOW_WORDS, PER_UNIT_AFTER, PER_UNIT_BEFORE, RANGE_JOIN, RECURRING_AFTER, RECURRING_BEFORE,
} from './price-words.ts';

const POWERS: Readonly<Record<string, number>> = { 万: 4, 萬: 4, 만: 4, 亿: 8, 億: 8, 억: 8, 千: 3, k: 3, K: 3 };

/** One amount with what stands around it. */
export interface Amount {
  readonly value: string;
  readonly marks: readonly CurrencyMark[];
  readonly currency: CurrencyRead;
  readonly start: number;
  readonly end: number;
  readonly kind?: KindHint;
  /** The words before it call it the price now. */
  readonly now: boolean;
  readonly from: boolean;
  readonly perUnit: boolean;
  readonly recurring: boolean;
  /** In brackets behind other words. */
  readonly aside: boolean;
  /** The high end of a range. */
  readonly max?: string;
}

/** An amount and its place, before the words around it are looked at. */
type Bare = Pick<Amount, 'value' | 'marks' | 'currency' | 'start' | 'end' | 'aside'> & { readonly negative: boolean };

/** The amounts of money in a text, left to right, each with what the words around it say. */
export function amountsIn(text: string, tokens: readonly NumberToken[], hints: CurrencyHints): Amount[] {
  const all: Bare[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (!token) continue;
    const follower = tokens[i + 1];
    const compound = follower === undefined ? undefined : compoundWith(text, token, follower);
    const amount = amountAt(text, token, compound, hints);
    if (amount) all.push(amount);
    if (compound) i += 1;
  }
  const money = all.filter((amount) => amount.marks.length > 0);
  return withMeaning(text, money.length > 0 ? rangePartners(text, all) : all);
}

/** The amounts with a currency, and those without one that stand before it as the low end of a range (`10–20 €`, `$5 - 10`). */
function rangePartners(text: string, all: readonly Bare[]): Bare[] {
  return all.filter((amount, i) => {
    if (amount.marks.length > 0) return true;
    const [previous, next] = [all[i - 1], all[i + 1]];
    return next !== undefined && next.marks.length > 0 && RANGE_JOIN.test(text.slice(amount.end, next.start))
      || previous !== undefined && previous.marks.length > 0 && RANGE_JOIN.test(text.slice(previous.end, amount.start));
  });
}

/** Each amount with what the words between it and its neighbours say; words that belong to the previous one are not read twice. */
function withMeaning(text: string, bare: readonly Bare[]): Amount[] {
  let from = 0;
  return bare.map(({ negative, ...amount }, i) => {
    const after = text.slice(amount.end, bare[i + 1]?.start ?? text.length);
    const before = text.slice(from, Math.max(from, amount.start));
    const following = negative ? undefined : kindAfter(after, bare[i + 1] !== undefined);
    from = amount.end + (following?.length ?? 0);
    const kind = negative ? 'saving' : following?.kind ?? kindBefore(before);
    return {
      ...amount, ...(kind && { kind }), now: NOW_WORDS.test(before), from: FROM_BEFORE.test(before) || FROM_AFTER.test(after),
      perUnit: PER_UNIT_AFTER.test(after) || PER_UNIT_BEFORE.test(before), recurring: RECURRING_AFTER.test(after) || RECURRING_BEFORE.test(before),
    };
  });
}

/** 1万2000円, 3만5천원: the small part behind the big unit. */
function compoundWith(text: string, token: NumberToken, follower: NumberToken): { end: number; value: string } | undefined {
  if (!/^ ?[万萬만]$/.test(text.slice(token.end, follower.start).trimEnd()) || follower.separators.some((mark) => mark === '.')) return undefined;
  const small = decimalText(follower, 0);
  if (small === undefined || small.length > 4) return undefined;
  const thousands = /^[千천]/.test(text.slice(follower.end));
  return { end: follower.end + (thousands ? 1 : 0), value: thousands ? timesPowerOfTen(small, 3) : small };
}

function amountAt(text: string, token: NumberToken, compound: { end: number; value: string } | undefined, hints: CurrencyHints): Bare | undefined {
  const unit = /^ ?([万萬만亿億억千]|[kK](?![\p{L}\d]))/u.exec(text.slice(token.end, token.end + 3));
  const power = unit?.[1] === undefined ? 0 : POWERS[unit[1]] ?? 0;
  const end = compound?.end ?? token.end + (power > 0 ? unit?.[0].length ?? 0 : 0);
  const before = markBefore(text, token.start);
  const after = markAfter(text, end) ?? afterDashes(text, end);
  const start = token.start - (before?.length ?? 0);
  if (!before && !after && notMoney(text, token, end)) return undefined;
  const marks = [before, after].filter((mark) => mark !== undefined).filter((mark) => mark !== after || start + (before?.length ?? 0) === token.start);
  const currency = decideCurrency(marks, hints, text);
  const digits = decimalText(token, currency.currency ? exponentOf(currency.currency) : 2);
  if (digits === undefined) return undefined;
  const scaled = power > 0 ? timesPowerOfTen(digits, power) : digits;
  const stop = end + (after?.length ?? 0);
  return {
    value: compound ? addWhole(scaled, compound.value) : scaled, marks, currency, start, end: stop,
    negative: minus(text, token, start), aside: inBrackets(text, start),
  };
}

/** `5,- €`, `12,-- Kč`: dashes in place of cents. */
function afterDashes(text: string, end: number): CurrencyMark | undefined {
  const dashes = /^[.,] ?-{1,2}/.exec(text.slice(end, end + 4))?.[0].length ?? 0;
  const mark = dashes > 0 ? markAfter(text, end + dashes) : undefined;
  return mark && { ...mark, length: mark.length + dashes };
}

/** The kind whose word follows the amount, and how much of the text that word takes. */
function kindAfter(after: string, more: boolean): { kind: KindHint; length: number } | undefined {
  for (const kind of KIND_HINTS) {
    const match = KIND_WORDS[kind].after.exec(after);
    // "19,99 € (UVP 24,99 €)": a list word before another amount belongs to that one.
    if (match && !(more && kind === 'list')) return { kind, length: match[0].length };
  }
  return undefined;
}

/** The kind whose word stands nearest before the amount, unless a "now" stands nearer. */
function kindBefore(before: string): KindHint | undefined {
  const close = before.slice(-80);
  if (close.trim() === '') return undefined;
  let best: { kind: KindHint; at: number } | undefined;
  for (const kind of KIND_HINTS) {
    const at = lastEnd(close, KIND_WORDS[kind].before);
    if (at > (best?.at ?? -1)) best = { kind, at };
  }
  return best && best.at >= lastEnd(close, NOW_WORDS) ? best.kind : undefined;
}

/** Where the last match ends, or -1. The text is short, so that every start is tried. */
function lastEnd(text: string, pattern: RegExp): number {
  const all = GLOBAL.get(pattern) ?? new RegExp(pattern.source, `${pattern.flags}g`);
  GLOBAL.set(pattern, all);
  let end = -1;
  for (const match of text.matchAll(all)) end = match.index + match[0].length;
  return end;
}

/** The few patterns that all matches are looked for of, made once. */
const GLOBAL = new Map<RegExp, RegExp>();

/** A minus that belongs to the amount (`-5,00 €`, `€ -5.00`), not a dash before it (`- $44.99`). */
function minus(text: string, token: NumberToken, start: number): boolean {
  const at = text.charAt(token.start - 1) === '-' ? token.start - 1 : start - 1;
  return text.charAt(at) === '-' && !/[\d\p{L}]/u.test(text.charAt(at - 1)) && (at > 0 ? text.slice(0, at).trim() === '' || /[(:]\s?$/.test(text.slice(0, at)) : true);
}

function inBrackets(text: string, at: number): boolean {
  const open = Math.max(text.lastIndexOf('(', at), text.lastIndexOf('[', at));
  return open >= 0 && !/[)\]]/.test(text.slice(open, at)) && text.slice(0, open).trim() !== '';
}

/** Numbers without a currency that are something else: measures, shares, dates, parts of a word. */
function notMoney(text: string, token: NumberToken, end: number): boolean {
  const previous = text.charAt(token.start - 1);
  if (/[\p{Script=Latin}\p{Script=Cyrillic}#№_]/u.test(previous) && !/^[A-Za-z]$/.test(text.slice(0, token.start))) return true;
  if (NOT_MONEY_AFTER.test(text.slice(end, end + 14)) || MONTH.test(text)) return true;
  return /^\d{1,2}[:/]\d/.test(text.slice(token.start, token.start + 5)) || /[:/]$/.test(text.slice(0, token.start).slice(-1)) && /\d[:/]$/.test(text.slice(0, token.start));
}
