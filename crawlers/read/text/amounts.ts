import { type BareAmount, bareAmounts } from './bare-amounts.ts';
import type { CurrencyHints } from './currency.ts';
import { compareDecimals, type NumberToken, timesPowerOfTen } from './numbers.ts';
import {
  FREE_SHIPPING, FROM_AFTER, FROM_BEFORE, KIND_HINTS, type KindHint, KIND_WORDS, NOW_WORDS, PER_UNIT_AFTER, PER_UNIT_BEFORE, RANGE_JOIN, RECURRING_AFTER, RECURRING_BEFORE, REDUCED_WORDS, TAXED_AFTER, TAXED_BEFORE,
} from './price-words.ts';

/** One amount with what stands around it. */
export interface Amount extends BareAmount {
  readonly kind?: KindHint;
  /** The words before it call it the price now. */
  readonly now: boolean;
  /** The words before it call it a reduced price. */
  readonly reduced: boolean;
  readonly from: boolean;
  readonly perUnit: boolean;
  readonly recurring: boolean;
  /** With the taxes, by the words beside it. */
  readonly taxed: boolean;
  /** The high end of a range. */
  readonly max?: string;
}

/** The amounts of money in a text, left to right, each with what the words around it say. */
export function amountsIn(text: string, tokens: readonly NumberToken[], hints: CurrencyHints): Amount[] {
  const all = bareAmounts(text, tokens, hints);
  const inUnits = all.map((amount, i) => inUnitOf(text, amount, all[i + 1]));
  return withMeaning(text, inUnits.some((amount) => amount.marks.length > 0) ? rangePartners(text, inUnits) : inUnits);
}

/** The low end of a range in the unit that is written once, behind the high one: `12.98-18.98万`, `£1-2 million`. */
function inUnitOf(text: string, low: BareAmount, high: BareAmount | undefined): BareAmount {
  if (!high || high.power === 0 || low.power !== 0 || !/\d$/.test(text.slice(0, low.end)) || !RANGE_JOIN.test(text.slice(low.end, high.start))) return low;
  const value = timesPowerOfTen(low.value, high.power);
  return compareDecimals(value, high.value) <= 0 ? { ...low, value } : low;
}

/** The amounts with a currency, and those without one that stand before it as the low end of a range (`10–20 €`, `$5 - 10`). */
function rangePartners(text: string, all: readonly BareAmount[]): BareAmount[] {
  return all.filter((amount, i) => {
    if (amount.marks.length > 0) return true;
    const [previous, next] = [all[i - 1], all[i + 1]];
    return next !== undefined && next.marks.length > 0 && isNoLess(next, amount) && RANGE_JOIN.test(text.slice(amount.end, next.start))
      || previous !== undefined && previous.marks.length > 0 && isNoLess(amount, previous) && RANGE_JOIN.test(text.slice(previous.end, amount.start));
  });
}

function isNoLess(high: BareAmount, low: BareAmount): boolean {
  return compareDecimals(low.value, high.value) <= 0;
}

/** Each amount with what the words between it and its neighbours say; words that belong to the previous one are not read twice. */
function withMeaning(text: string, bare: readonly BareAmount[]): Amount[] {
  let from = 0;
  return bare.map((amount, i) => {
    const [after, before] = [text.slice(amount.end, bare[i + 1]?.start ?? text.length), text.slice(from, Math.max(from, amount.start))];
    const following = amount.negative ? undefined : kindAfter(after, amount, bare[i + 1]);
    from = amount.end + (following?.length ?? 0);
    const least = says(FROM_BEFORE, before) || says(FROM_AFTER, text.slice(amount.end, amount.end + 40));
    const open = following?.kind === 'threshold' && bare.length === 1 && isOpen(before, after);
    const said = amount.negative ? 'saving' : open ? undefined : following?.kind ?? kindBefore(before);
    const kind = (said === 'shipping' || said === undefined) && (least || MISSING.test(before)) && FREE_SHIPPING.test(before) ? 'threshold' : said;
    // The parts last: V8 makes a new shape for each object that begins with the parts of another and gets names of its own after them.
    return {
      now: says(NOW_WORDS, before), reduced: says(REDUCED_WORDS, before), from: (least || open) && kind !== 'threshold',
      taxed: says(TAXED_AFTER, after) && !(bare[i + 1] && TAXED_BEFORE.test(after)) || says(TAXED_BEFORE, before),
      perUnit: says(PER_UNIT_AFTER, after) || says(PER_UNIT_BEFORE, before), recurring: says(RECURRING_AFTER, after) || says(RECURRING_BEFORE, before),
      ...(kind && { kind }), ...amount,
    };
  });
}

/** True for an amount with nothing but a plus behind it and no word of what is bought: `$24.50+`, the least of several. */
function isOpen(before: string, after: string): boolean {
  return /^ ?\+ ?$/.test(after) && !/\p{L}/u.test(before.replace(NOW_WORDS, ''));
}

/** Before an amount: so much is still to be spent. */
const MISSING = /(?:brakuje|faltan?|mancano|manquent?|fehlen|zbývá|chýba|mangler|saknas|осталось)[ :]*$/iu;

/** Most amounts have nothing beside them to look at. */
function says(words: RegExp, text: string): boolean {
  return text !== '' && text !== ' ' && words.test(text);
}

/** Kinds whose words between two amounts, glued to the second, are its label: `価格 1,980円 送料 500円`. */
const LABELS: ReadonlySet<KindHint> = new Set(['shipping', 'deposit']);
/** A word that stands apart from the amount before it and glued to the next: `¥199 券后¥149`. */
const GLUED = /^ [^ ]+$/;
/** What is given back in points is less than what is paid: `14,900원 적립 149원`, `149원 적립 14,900원`. */
const POINTS = /적립|포인트|ポイント|積分/;

/** The kind whose word follows the amount, and how much of the text it and its like take ("à vista no Pix"). */
function kindAfter(after: string, amount: BareAmount, next: BareAmount | undefined): { kind: KindHint; length: number } | undefined {
  if (after === '' || after === ' ' || next && GLUED.test(after)) return undefined;
  for (const kind of KIND_HINTS) {
    const match = KIND_WORDS[kind].after.exec(after);
    if (match && (!next || isItsOwn(kind, match[0], after, compareDecimals(next.value, amount.value) < 0))) return { kind, length: match[0].length + (KIND_WORDS[kind].after.exec(after.slice(match[0].length))?.[0].length ?? 0) };
  }
  return undefined;
}

/** "Instead of" in languages that put it behind: `3 990 Ft helyett 2 990 Ft`. */
const BEHIND = /helyett|yerine|sijaan/i;

/** Whether a word between two amounts speaks of the first. In "19,99 € (UVP 24,99 €)" and "$20 + $5 shipping" a list word and a plus speak of the second, as does "Clubcard Price" before a lower amount. */
function isItsOwn(kind: KindHint, word: string, after: string, nextIsLess: boolean): boolean {
  if (kind === 'list' && !BEHIND.test(word) || kind === 'past' || word.endsWith('+') || kind === 'saving' && nextIsLess && POINTS.test(word)) return false;
  return !((LABELS.has(kind) || kind === 'conditional' && nextIsLess) && /^[ :]*$/.test(after.slice(word.length)));
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
  // matchAll makes a copy of the pattern each time.
  all.lastIndex = 0;
  for (let match = all.exec(text); match !== null; match = all.exec(text)) {
    end = match.index + match[0].length;
    if (match[0] === '') all.lastIndex += 1;
  }
  return end;
}

/** The few patterns that all matches are looked for of, made once. */
const GLOBAL = new Map<RegExp, RegExp>();
