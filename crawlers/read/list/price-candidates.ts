import { amountsIn } from '../text/amounts.ts';
import type { CurrencyHints } from '../text/currency.ts';
import { normalise } from '../text/normal.ts';
import { moneyNumbers } from '../text/price.ts';
import { type FlatElement, type FlatPage, upwards } from './flat.ts';
import { shortText } from './marks.ts';
import { hasMoney } from './money.ts';
import { isMarked, markOf } from './names.ts';
import { type Candidate, inWords, readOnce } from './price-around.ts';
import { statedTexts } from './price-stated.ts';
import { amountTexts, type AmountText } from './price-texts.ts';
import { type Around, isCrossed, MAX_TEXT, struckOf } from './struck.ts';
import { ASIDE_MARK, CARD_MARK, COUNT_MARK, OTHER_OFFER, PRICE_MARK, SALE_MARK, SOME_PAY_MARK } from './words.ts';

/** The amounts within an element of a block. */
export function inElement(page: FlatPage, block: FlatElement, within: FlatElement, hints: CurrencyHints): Candidate[] {
  const found = [...amountTexts(page, within), ...statedTexts(page, within)].flatMap((amount) => eachOf(page, amount, hints)).map((amount) => candidateOf(page, block, amount, hints)).filter((one) => one !== undefined);
  // Where another amount is named a price too, `card-price` is what the holders of a card pay.
  return found.some(({ named, struck }) => named === 'price' && struck === 'no') ? found.map((one) => (one.named === 'card' ? { ...one, rank: one.rank - 6 } : one)) : found;
}

/** The amounts of a text that holds two of them, each with its words: `statt 340 € nur 220 €`. */
function eachOf(page: FlatPage, amount: AmountText, hints: CurrencyHints): AmountText[] {
  const whole = TWO_NUMBERS.test(amount.text) && hasMoney(amount.text, page, 2) ? readOnce(amount.text, hints) : undefined;
  if (whole === undefined || whole.state === 'known' && whole.max !== undefined) return [amount];
  const text = normalise(amount.text);
  const [first, second, third, more] = amountsIn(text, moneyNumbers(text), hints).filter(({ marks }) => marks.length > 0);
  if (!first || !second || more || third && !isSaving(text.slice(second.end, third.end), hints) || THRESHOLD.test(text) || isFarOff(Number(first.value), Number(second.value))) return [amount];
  const parts = [text.slice(0, first.end).trim(), text.slice(first.end, third ? second.end : undefined).trim()].map((part) => ({ part, read: readOnce(part, hints) }));
  const split = whole.state !== 'known' || parts.some(({ read }) => read.state === 'known' && read.kindHint === 'list');
  return split ? parts.map(({ part }) => ({ ...amount, text: part, labelled: part })) : [amount];
}

/** What two amounts before it differ by: `Save £10.00`. */
function isSaving(text: string, hints: CurrencyHints): boolean {
  const read = readOnce(text.trim(), hints);
  return read.state === 'known' && read.kindHint === 'saving';
}

/** Two amounts of which one is a tax or a fee, not a price of the same thing. */
function isFarOff(one: number, other: number): boolean {
  return Math.min(one, other) * 4 < Math.max(one, other);
}

const TWO_NUMBERS = /\d\D*[^\d.,'’ ]\D*\d/;
const BESIDE = /^(?:gesamt(?:preis)?|insgesamt|total|totale|totaal|razem|celkem|合计|合計)(?!\p{L})[^\d]{0,14}\d|即決|一口价|buy (?:it )?now|sofort-?kauf|achat immédiat|¡?cómpralo ya|compralo subito|kup teraz/iu;
/** What stands behind the price of one piece. */
const FOR_ONE = /(?:\/|per|pro|par|por|al|à l'|je|za|each) ?(?:each|piece|pcs?|unit|unité|pièce|stück|stk|st|unidad|ud|pezzo|pz|szt|stuk|ks|kpl|kus|adet|шт|db|item|件|个|個|台|本)(?!\p{L})|\d ?(?:each|ea)(?!\p{L})/iu;
/** The high end of a range that begins in another element. */
const HIGH_END = /^(?:(?:up )?to|bis(?: zu)?|jusqu'à|hasta|fino a|até|tot|do)[ :]{1,2}\D{0,4}\d/iu;
/** About so much in other money. */
const CONVERTED = /^\(?[≈≃]/;
/** What everybody can pay with, and the price is asked for first. */
const CASH = /(?:no|via|com|pelo) pix|à vista|al contado|por transferencia/iu;
/** The price of a measure that stands before it: `1 Liter 1,33 €`. */
const MEASURED = /^(?:1|100) ?(?:kg|kilo(?:gramm)?|g|gramm|l|liter|litre|litro|ltr?|ml|m[²2]?|meter|metr)\.? ?[=:]? ?\D{0,4}\d/iu;
/** What is taken off above a sum: `$3 off every $29`. */
const THRESHOLD = /\boff\b.{0,12}\b(?:every|on|over|orders?)\b|when you spend|gift ?card|(?:每?满|滿) ?\d+.{0,3}[减減]/iu;

/** What a price is paid in: "12 meses sin intereses de", "4 interest-free payments of", "4 платежа по". */
const PARTS = String.raw`(?<!\d)\d{1,2} ?(?:meses|msi|mensualidades|quincenas|cuotas|pagos|(?:(?:interest[- ]free|monthly|weekly|fortnightly|bi-?weekly|equal|easy) ){0,2}(?:payments?|instal?lments?)|mensualités|raten|платеж\p{L}{0,3}|เดือน)(?: (?:sin|con|s\/|fij[ao]s)[^\d]{0,24})?(?: (?:de|x|por|of|at|à|von|zu|по))? ?`;
const PARTS_BEFORE = new RegExp(`${PARTS}$`, 'iu');
/** Parts of a price, prices without taxes, for a measure and for several, points, fees and what one saves: `적립 149원`, "plus $1.25 eco fee". */
const NOT_ITS = new RegExp(String.raw`^(?:earn|collect|recibe|gana|acumula|receba|ganhe|erhalten?|sammle|gagnez|cumulez|guadagna|zyskaj)(?!\p{L})[^\d]{0,16}\d|\d ?(?:\p{Sc}|р\.|руб\.?|TL|zł|Kč|kr|lei) ?[x×х] ?\d{1,2}(?!\d)|sin impuestos|^(?:al|por|per|je|le|au) ?(?:kg|kilo|litro|litre|liter|l|100 ?(?:g|ml))(?!\p{L})|^τιμή (?:κιλού|λίτρου|μονάδας)|^(?:les|los|las) \d{1,2} ?: ?\d|${PARTS}[^\d\p{L}]{0,4}(?:\p{L}{1,3}\$ ?)?\d|^[^\d]{0,24}(?:적립|포인트|ポイント|积分|積分|ประหยัด|havi)[^\d]{0,8}\d[\d.,\s]*[^\d]*$|^(?:plus|\+|incl\p{L}*\.?|including|dont)(?!\p{L})[^\d]{0,14}\d[\d.,]*[^\d]{0,6}(?:eco|éco|environmental|recycling|bottle|container|handling)`, 'iu');

/** An amount with what stands around it: the words in the smallest elements that hold it alone, their names, its link. */
function candidateOf(page: FlatPage, block: FlatElement, amount: AmountText, hints: CurrencyHints): Candidate | undefined {
  const around = [...upwards(page, amount.element.index, 6)].filter((element) => element.index > block.index || element === amount.element).map((element): Around => ({ element, text: shortText(page, element, 2 * MAX_TEXT) }));
  const marks = around.filter(({ text }) => text !== undefined).map(({ element }) => markOf(element));
  const { signed } = amount;
  if (!signed && !isNamedPrice(marks) && !isCrossed(amount.element) || THRESHOLD.test(amount.text) || NOT_ITS.test(amount.labelled) || around.some(({ text = '' }) => PARTS_BEFORE.test(text.slice(0, Math.max(0, text.indexOf(amount.text))).slice(-50)))) return undefined;
  const own = readOnce(amount.text, hints);
  if (own.state !== 'known' || !signed && /\p{L}{2}|%/u.test(own.kindHint === 'list' || own.from ? '' : amount.text)) return undefined;
  const read = inWords(page, around, amount, own, hints);
  const said = aloneWith(around, amount);
  const isOther = OTHER_OFFER.test(amount.labelled) || OTHER_OFFER.test(said);
  const isMeasured = MEASURED.test(amount.labelled);
  const struck = struckOf(around, read.kindHint === 'list', amount.labelled);
  const rank = (signed ? 3 : 0) + (marks.some((mark) => isMarked(PRICE_MARK, mark)) ? 3 : 0) + (marks.some((mark) => isMarked(SALE_MARK, mark)) ? 2 : 0) - (marks.slice(0, 4).some((mark) => isMarked(ASIDE_MARK, mark)) ? 3 : 0) - (marks.slice(0, 4).some((mark) => isMarked(SOME_PAY_MARK, mark)) ? 6 : 0)
    - (isOther ? 6 : 0) - (read.kindHint === 'conditional' ? around.some(({ text }) => CASH.test(text ?? '')) ? 2.5 : 8 : CASH.test(said) ? 2.5 : 0) - (isMeasured ? 6 : 0) - (amount.within ? 9 : amount.spoken ? 3 : 0) - (read.from ? 2 : 0) - (HIGH_END.test(amount.labelled) || CONVERTED.test(amount.text) ? 4 : 0) - (struck === 'soft' ? 5 : 0)
    - (isInName(page, around) ? 9 : 0) - (around.some(({ element }) => element.tag === 'button') ? 3 : 0) + (read.currency !== undefined && read.currency === hints.currency ? 1 : 0);
  const named = marks.slice(0, 4).some((mark) => isMarked(CARD_MARK, mark)) ? 'card' : marks.some((mark) => isMarked(PRICE_MARK, mark)) ? 'price' : undefined;
  return { read, rank, struck, ...(named && { named }), ...((BESIDE.test(amount.labelled) || struck !== 'yes' && isOther || isMeasured) && { isBeside: true }), ...(read.perUnit && FOR_ONE.test(amount.labelled.slice(amount.labelled.indexOf(amount.text))) && { forOne: true }) };
}

/** An amount among the words of a heading that speaks of no price is part of a name: "R 1200 GS"; one in an element of its own there is none. */
function isInName(page: FlatPage, around: readonly Around[]): boolean {
  const heading = around.slice(0, 3).find(({ element }) => /^h[1-6]$/.test(element.tag));
  if (heading && heading !== around[0] && !/\p{Script=Latin}/u.test(around[0]?.text ?? 'a')) return false;
  const text = heading && shortText(page, heading.element, 300);
  return text !== undefined && !PRICE_MARK.test(text) && text.replaceAll(/[^\p{L}]/gu, '').length > LABEL_LETTERS;
}

/** More letters than this are no label of an amount. */
const LABEL_LETTERS = 8;

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
