import { currencyCode } from '../../../model/money.ts';
import type { CurrencyHints } from '../text/currency.ts';
import { parseMoney, type PriceText } from '../text/price.ts';
import { type FlatElement, type FlatPage, upwards } from './flat.ts';
import { shortText, statedPrice } from './marks.ts';
import { MONEY } from './money.ts';
import { isMarked, markOf } from './names.ts';
import { amountTexts, type AmountText } from './price-texts.ts';
import { type Around, isCrossed, MAX_TEXT, type Struck, struckOf } from './struck.ts';
import { ASIDE_MARK, COUNT_MARK, OTHER_OFFER, PRICE_MARK, SALE_MARK, SOME_PAY_MARK } from './words.ts';

/** An amount that was read. */
export type Known = Extract<PriceText, { state: 'known' }>;

/** An amount of a block with what speaks for it as the price. */
export interface Candidate {
  readonly read: Known;
  readonly struck: Struck;
  readonly rank: number;
  /** What ends an auction at once, beside the bid. */
  readonly atOnce?: boolean;
}

/** So many characters more than the amount itself are words about it. */
const WORDS = 36;
/** Prices that the markup states in numbers. */
export function inData(page: FlatPage, block: FlatElement, hints: CurrencyHints): Candidate[] {
  for (const element of page.elements.slice(block.index, Math.min(block.end, block.index + 600))) {
    if (element.attributes['itemprop'] !== 'price') continue;
    const amount = element.attributes['content'] ?? '';
    const stated = page.elements.slice(block.index, Math.min(block.end, block.index + 600)).find((one) => one.attributes['itemprop'] === 'priceCurrency')?.attributes['content'];
    const currency = currencyCode(stated ?? '') ?? hints.currency;
    if (/^\d{1,9}(?:\.\d{1,4})?$/.test(amount) && currency) return [{ read: { state: 'known', amount, currency }, struck: 'no', rank: 20 }];
  }
  return [];
}

/** Amounts that stand in no text, only in labels for those who do not see the page and in attributes for its scripts. */
export function inLabels(page: FlatPage, block: FlatElement, hints: CurrencyHints): Candidate[] {
  const found: Candidate[] = [];
  for (const { attributes } of page.elements.slice(block.index, Math.min(block.end, block.index + 600))) {
    const label = attributes['aria-label'] ?? '';
    const read = label.length <= MAX_LABEL && MONEY.test(label) ? readOnce(label, hints) : statedIn(attributes, hints);
    if (read?.state === 'known') found.push({ read, struck: read.kindHint === 'list' ? 'yes' : 'no', rank: label === '' ? 0 : 1 });
  }
  return found;
}

const MAX_LABEL = 60;

/** `data-price="68.90"`, in the currency that stands beside it or that of the page. */
function statedIn(attributes: Readonly<Record<string, string>>, hints: CurrencyHints): Known | undefined {
  const amount = statedPrice(attributes);
  const currency = amount === undefined ? undefined : currencyCode((attributes['data-currency'] ?? attributes['data-price-currency'] ?? '').toUpperCase()) ?? hints.currency;
  return amount !== undefined && currency ? { state: 'known', amount, currency } : undefined;
}

/** The amounts within an element of a block. */
export function inElement(page: FlatPage, block: FlatElement, within: FlatElement, hints: CurrencyHints): Candidate[] {
  return amountTexts(page, within).map((amount) => candidateOf(page, block, amount, hints)).filter((one) => one !== undefined);
}

const AT_ONCE = /即決|一口价|buy (?:it )?now|sofort-?kauf|achat immédiat|¡?cómpralo ya|compralo subito|kup teraz/iu;
/** The high end of a range that begins in another element. */
const HIGH_END = /^(?:(?:up )?to|bis(?: zu)?|jusqu'à|hasta|fino a|até|tot|do)[ :]{1,2}\D{0,4}\d/iu;
/** What is taken off above a sum: `$3 off every $29`. */
const THRESHOLD = /\boff\b.{0,12}\b(?:every|on|over|orders?)\b|(?:每?满|滿) ?\d+.{0,3}[减減]/iu;

/** An amount with what stands around it: the words in the smallest elements that hold it alone, their names, its link. */
function candidateOf(page: FlatPage, block: FlatElement, amount: AmountText, hints: CurrencyHints): Candidate | undefined {
  const around = [...upwards(page, amount.element.index, 6)].filter((element) => element.index > block.index || element === amount.element).map((element): Around => ({ element, text: shortText(page, element, 2 * MAX_TEXT) }));
  const marks = around.filter(({ text }) => text !== undefined).map(({ element }) => markOf(element));
  const { signed } = amount;
  if (!signed && !isNamedPrice(marks) && !isCrossed(amount.element) || THRESHOLD.test(amount.text)) return undefined;
  const own = readOnce(amount.text, hints);
  if (own.state !== 'known' || !signed && /\p{L}{2}|%/u.test(own.kindHint === 'list' || own.from ? '' : amount.text)) return undefined;
  const read = inWords(page, around, amount, own, hints);
  const struck = struckOf(around, read.kindHint === 'list', amount.labelled);
  const rank = (signed ? 3 : 0) + (marks.some((mark) => isMarked(PRICE_MARK, mark)) ? 3 : 0) + (marks.some((mark) => isMarked(SALE_MARK, mark)) ? 2 : 0) - (marks.slice(0, 4).some((mark) => isMarked(ASIDE_MARK, mark)) ? 3 : 0) - (marks.slice(0, 4).some((mark) => isMarked(SOME_PAY_MARK, mark)) ? 6 : 0)
    - (OTHER_OFFER.test(aloneWith(around, amount)) ? 6 : 0) - (read.kindHint === 'conditional' ? 8 : 0) - (amount.within ? 9 : amount.spoken ? 3 : 0) - (read.from ? 2 : 0) - (HIGH_END.test(amount.labelled) ? 4 : 0) - (struck === 'soft' ? 4 : 0)
    - (isInName(page, around, amount) ? 9 : 0) - (around.some(({ element }) => element.tag === 'button') ? 3 : 0) + (read.currency !== undefined && read.currency === hints.currency ? 1 : 0);
  return { read, rank, struck, ...(AT_ONCE.test(amount.labelled) && { atOnce: true }) };
}

/** An amount among the words of a heading is part of a name: "R 1200 GS". */
function isInName(page: FlatPage, around: readonly Around[], amount: AmountText): boolean {
  const heading = around.slice(0, 3).find(({ element }) => /^h[1-6]$/.test(element.tag));
  return heading !== undefined && (shortText(page, heading.element, 300) ?? '').replace(amount.text, '').replaceAll(/[^\p{L}]/gu, '').length > NAME;
}

/** So many letters beside an amount are no label of it. */
const NAME = 16;

/** The widest words around the amount in which no other number stands. */
function aloneWith(around: readonly Around[], amount: AmountText): string {
  let said = amount.labelled;
  for (const { text } of around) {
    if (text === undefined || /\d/.test(text.replace(amount.text, ''))) break;
    said = text;
  }
  return said;
}

/** A number without a currency is a price where it is named so, and nothing nearer says that it counts something. */
function isNamedPrice(marks: readonly string[]): boolean {
  const near = marks.slice(0, 3);
  const [price, count] = [near.findIndex((mark) => isMarked(PRICE_MARK, mark)), near.findIndex((mark) => isMarked(COUNT_MARK, mark))];
  return price >= 0 && (count < 0 || price <= count);
}

/** What words that stand further off can still say of an amount. */
const SAID_AROUND: ReadonlySet<string> = new Set(['list', 'instalment', 'deposit', 'conditional']);

/** An element around a heading: its words are the name of the item, and a name may say "regular" or "from". */
function holdsName(page: FlatPage, { index, end }: FlatElement): boolean {
  for (let i = index; i < Math.min(end, index + 40); i += 1) if (/^h[1-6]$/.test(page.elements[i]?.tag ?? '')) return true;
  return false;
}

/** The reading with what the words around the amount add: "was", "per kg", "from", "a month", the end of a range. */
function inWords(page: FlatPage, around: readonly Around[], amount: AmountText, own: Known, hints: CurrencyHints): Known {
  const beside = readOnce(amount.labelled, hints);
  let read = beside.state === 'known' && isSame(beside, own) ? withWords(own, beside) : own;
  for (const { element, text } of around) {
    if (text === amount.text) continue;
    if (text === undefined || text.length > amount.text.length + WORDS || holdsName(page, element) || /\d/.test(text.replace(amount.text, '')) && !BETWEEN.test(text)) break;
    const wider = readOnce(text, hints);
    if (wider.state === 'ambiguous' || wider.state === 'known' && !isSame(wider, own)) break;
    if (wider.state === 'known') read = withWords(read, SAID_AROUND.has(wider.kindHint ?? '') || !wider.kindHint ? wider : own);
  }
  return read;
}

/** What stands between the two ends of a range, or between an amount and the measure it is for. */
const BETWEEN = /\d[^\d\p{L}]{0,6}(?:[-–—~〜/～至]|(?:to|bis|à|a|do|tot|al|até|til|till|до|per|pro|par|por)(?!\p{L}))[^\d]{0,6}\d/iu;
const MAX_KNOWN = 3_000;
const readings = new WeakMap<CurrencyHints, Map<string, PriceText>>();

/** As parseMoney; the same words stand in several elements around an amount, and in many items. */
function readOnce(text: string, hints: CurrencyHints): PriceText {
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
