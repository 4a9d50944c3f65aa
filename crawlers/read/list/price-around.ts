import type { CurrencyHints } from '../text/currency.ts';
import { parseMoney, type PriceText } from '../text/price.ts';
import { FREE_SHIPPING } from '../text/price-words.ts';
import type { FlatPage, FlatElement } from './flat.ts';
import type { AmountText } from './price-texts.ts';
import type { Around, Struck } from './struck.ts';

/** An amount that was read. */
export type Known = Extract<PriceText, { state: 'known' }>;

/** An amount of a block with what speaks for it as the price. */
export interface Candidate {
  readonly read: Known;
  readonly struck: Struck;
  readonly rank: number;
  /** Beside the price, and never an old one: what ends an auction at once, the sum with the delivery. */
  readonly isBeside?: boolean;
  /** Its names say that it is a price, or the price of a card. */
  readonly named?: 'price' | 'card';
  /** For one piece, not for a measure. */
  readonly forOne?: boolean;
}

/** So many characters more than the amount itself are words about it. */
const WORDS = 42;
/** What words that stand further off can still say of an amount. */
const SAID_AROUND: ReadonlySet<string> = new Set(['list', 'past', 'saving', 'instalment', 'deposit', 'conditional']);
/** What is said with a number of days or of payments beside the amount. */
const COUNTED: ReadonlySet<string> = new Set(['past', 'instalment']);

/** An element around a heading: its words are the name of the item, and a name may say "regular" or "from". */
function holdsName(page: FlatPage, { index, end }: FlatElement): boolean {
  for (let i = index; i < Math.min(end, index + 40); i += 1) if (/^h[1-6]$/.test(page.elements[i]?.tag ?? '')) return true;
  return false;
}

/** The reading with what the words around the amount add: "was", "per kg", "from", "a month", the end of a range. */
export function inWords(page: FlatPage, around: readonly Around[], amount: AmountText, own: Known, hints: CurrencyHints): Known {
  const beside = readOnce(amount.labelled, hints);
  let read = beside.state === 'known' && isSame(beside, own) ? withWords(own, beside) : own;
  for (const { element, text } of around) {
    if (text === amount.text) continue;
    if (text === undefined || text.length > amount.text.length + WORDS || holdsName(page, element)) break;
    const wider = readOnce(text, hints);
    if (/\d/.test(text.replace(amount.text, '')) && !BETWEEN.test(text) && !(wider.state === 'known' && COUNTED.has(wider.kindHint ?? ''))) break;
    if (wider.state === 'ambiguous' || wider.state === 'known' && !isSame(wider, own)) break;
    if (wider.state === 'known') read = withWords(read, saysWhat(wider.kindHint, text) ? wider : own);
  }
  return read;
}

/** Whether words around an amount say what it is: those of a delivery beside it may say only that there is one. */
function saysWhat(kind: Known['kindHint'], text: string): boolean {
  if (kind === 'shipping') return DELIVERY_SUM.test(text) && !FREE_SHIPPING.test(text);
  return kind === undefined || SAID_AROUND.has(kind) || kind === 'threshold' && FREE_SHIPPING.test(text);
}

/** The delivery costs this. */
const DELIVERY_SUM = /^(?:\+|plus|zzgl|più|mais|más)|送料|[运運邮]费|運費|배송(?:비|료)|택배비|^\p{L}[\p{L} ]{2,24}:/iu;

/** What stands between the two ends of a range, or between an amount and the measure it is for. */
const BETWEEN = /\d[^\d\p{L}]{0,6}(?:[-–—~〜/～至]|(?:to|bis|à|a|do|tot|al|até|til|till|до|per|pro|par|por)(?!\p{L}))[^\d]{0,6}\d/iu;
const MAX_KNOWN = 3_000;
const readings = new WeakMap<CurrencyHints, Map<string, PriceText>>();

/** As parseMoney; the same words stand in several elements around an amount, and in many items. */
export function readOnce(text: string, hints: CurrencyHints): PriceText {
  const known = readings.get(hints) ?? new Map<string, PriceText>();
  readings.set(hints, known);
  const read = known.get(text) ?? parseMoney(text, hints);
  if (known.size < MAX_KNOWN) known.set(text, read);
  return read;
}

/** Two readings of one amount. */
export function isSame(one: Known, other: Known): boolean {
  return Number(one.amount) === Number(other.amount);
}

function withWords(read: Known, wider: Known): Known {
  const kindHint = read.kindHint ?? wider.kindHint;
  const currency = wider.currency ?? read.currency;
  return { ...wider, ...read, ...(currency && { currency }), ...(kindHint && { kindHint }), ...(wider.max !== undefined && { max: wider.max }) };
}
