import { type FlatElement, type FlatPage, type TextRun, upwards } from './flat.ts';
import { asciiDigits } from '../text/normal.ts';
import { isLoneSign, isSigned } from './money.ts';
import { columnOf } from './price-column.ts';
import { near, wholeNumber } from './price-numbers.ts';

/** An amount as it stands in a block: the digits of one or several text runs, with the currency beside them. */
export interface AmountText {
  readonly text: string;
  /** With the words right before and behind it. */
  readonly labelled: string;
  /** The innermost element that holds all of it. */
  readonly element: FlatElement;
  /** It carries a currency of its own. */
  readonly signed: boolean;
  /** It stands in a sentence. */
  readonly spoken: boolean;
  /** Words of that sentence stand before it and behind it. */
  readonly within: boolean;
}

/** More text runs than this are looked at in no block. */
const MAX_RUNS = 140;
const MAX_TEXT = 90;
const SENTENCE = 45;
const LABEL = 40;

/** Signs that stand behind amounts only. */
const BEHIND = /^\s*(?:[万萬億亿만억]?[元円원]|zł|Kč|Ft|₫|đ|₽|₴|₸|руб\.?|грн\.?|лв\.?|تومان|ریال|[Ll]ei|TL)\s*$/u;

/** A share has no currency. */
const SHARE = /^\d{1,2}(?:[.,]\d)? ?[%％]/;

/** The amounts of a block in order; those that are parts of one number (sign, whole, point, cents) as one. */
export function amountTexts(page: FlatPage, within: FlatElement): AmountText[] {
  const found: AmountText[] = [];
  const runs = runsOf(page, within);
  let rangeFrom: number | undefined;
  let used = -1;
  for (let i = 0; i < runs.length; i += 1) {
    const run = runs[i];
    if (!run || !/\d/.test(run.text) || run.text.length > MAX_TEXT) continue;
    const { text, last } = wholeNumber(page, runs, i);
    const [sign, behind] = [runs[i - 1], runs[last + 1]];
    // A sign that stands behind its amount is not the next one's too.
    const first = sign && (i - 1 > used || !BEHIND.test(sign.text) && /^\d/.test(run.text) && behind?.text !== sign.text && !isOfOther(page, run, sign, runs[i - 2])) && !SHARE.test(run.text) && isLoneSign(sign.text, page) && !isSigned(text, page) && near(page, sign, run) ? i - 1 : i;
    const end = first === i && behind && isLoneSign(behind.text, page) && !isSigned(text, page) && near(page, run, behind) && !isOfOther(page, run, behind, runs[last + 2]) ? last + 1 : last;
    const whole = `${first < i ? sign?.text ?? '' : ''} ${text} ${end > last ? behind?.text ?? '' : ''}`.trim();
    const element = holderOf(page, runs[first] ?? run, runs[end] ?? run);
    if (element && element.index >= within.index) {
      const amount = { text: whole, labelled: `${label(page, runs[first - 2], runs[first - 1], run) || columnOf(page, element, within)} ${whole} ${suffix(page, run, runs[end + 1]?.text === run.text ? runs[end + 2] : runs[end + 1])}`.trim(), element, signed: isSigned(whole, page), spoken: run.text.length > SENTENCE, within: run.text.length > SENTENCE && !/^\D{0,12}\d|\d\D{0,6}$/.test(run.text) };
      const low = found[found.length - 1];
      if (low && rangeFrom === first) found[found.length - 1] = rangeOf(page, low, amount);
      else found.push(amount);
    }
    rangeFrom = /^[-–—~〜～]$/.test(runs[end + 1]?.text ?? '') ? end + 2 : undefined;
    used = end;
    i = end;
  }
  return found;
}

/** A sign that stands nearer to another number than to this: a name that ends in a digit, `<h3>Chair 2</h3><p><i>$</i><b>49</b></p>`. */
function isOfOther(page: FlatPage, run: TextRun, sign: TextRun, other: TextRun | undefined): boolean {
  if (!other || !/^\d/.test(other.text) || BEHIND.test(sign.text)) return false;
  return (holderOf(page, sign, other)?.index ?? 0) > (holderOf(page, run, sign)?.index ?? 0);
}

/** Two amounts with a dash alone between them. */
function rangeOf(page: FlatPage, low: AmountText, high: AmountText): AmountText {
  const around = new Set([...upwards(page, low.element.index, 6)].map((element) => element.index));
  const element = [...upwards(page, high.element.index, 6)].find((one) => around.has(one.index)) ?? low.element;
  return { ...low, text: `${low.text} - ${high.text}`, labelled: `${low.labelled} - ${high.labelled}`, element, signed: low.signed || high.signed };
}

function runsOf(page: FlatPage, within: FlatElement): TextRun[] {
  const runs: TextRun[] = [];
  for (let i = within.textFrom; i < within.textTo && runs.length < MAX_RUNS; i += 1) {
    const run = page.texts[i];
    const text = asciiDigits(run?.text.replace(/\s+/g, ' ').trim() ?? '');
    if (!run || text === '') continue;
    const before = runs[runs.length - 1];
    if (before && ONE_OF_NUMBER.test(text) && OF_NUMBER.test(before.text) && isNextDigit(page, page.texts[i - 1], run)) runs[runs.length - 1] = { element: before.element, text: before.text + text };
    else runs.push({ element: run.element, text });
  }
  return runs;
}

/** A number whose digits stand in an element of their own each. */
const ONE_OF_NUMBER = /^[\d.,]$/;
const OF_NUMBER = /^\d[\d.,]{0,11}$/;

/** A digit right behind the one before it, each alone in elements of one kind side by side; so may the space of a group. */
function isNextDigit(page: FlatPage, last: TextRun | undefined, run: TextRun): boolean {
  if (!last || !ONE_OF_NUMBER.test(last.text.trimEnd()) || last.element === run.element) return false;
  const [before, gap, here] = [last.element, run.element - 1, run.element].map((index) => page.elements[index]);
  const isGrouped = gap !== before && gap?.tag === here?.tag && gap?.parent === here?.parent;
  return before?.tag === here?.tag && before?.parent === here?.parent && (isGrouped || last.text === last.text.trimEnd());
}

/** The innermost element that holds both runs. */
function holderOf(page: FlatPage, first: TextRun, last: TextRun): FlatElement | undefined {
  const around = new Set([...upwards(page, first.element, 6)].map((element) => element.index));
  for (const element of upwards(page, last.element, 6)) if (around.has(element.index)) return element;
  return page.elements[first.element];
}

/** Words that stand right before an amount as its label. */
function label(page: FlatPage, earlier: TextRun | undefined, before: TextRun | undefined, run: TextRun): string {
  return before && !isOfEarlier(page, earlier, before, run) && before.text.length <= LABEL && !/\d/.test(before.text) && nearest(page, before, run) && !isNamed(page, before) && !SIZE.test(before.text) ? before.text.replace(EARLIER, '') : '';
}

/** Words about the amount before them: a tax note, or what shares a smaller element with that amount than with this: `<p><b>5 €</b><i>delivery</i></p><p>19 €</p>`. */
function isOfEarlier(page: FlatPage, earlier: TextRun | undefined, before: TextRun, run: TextRun): boolean {
  if (!earlier || !/\d/.test(earlier.text)) return false;
  return TAX_NOTE.test(before.text) || (holderOf(page, earlier, before)?.index ?? 0) > (holderOf(page, before, run)?.index ?? 0) && isSigned(earlier.text, page);
}

/** What is said of the amount before it. */
const TAX_NOTE = /^\W*(?:(?:inc|incl|inkl|including|ex|exc|excl|exkl|excluding)\.? ?(?:vat|tax|gst|mwst|moms|btw|iva|tva)|ttc|ht|税込|税抜|税别)\W*$/iu;
/** A size, whose letter is no part of the money behind it: `Size S` `$18`. */
const SIZE = /\p{L}{2} [A-Z]$/u;
/** Sentences before the last one say nothing of an amount behind it. */
const EARLIER = /^.*[，。；！;!]/su;

/** A text in a heading: the name of the item, no label. */
function isNamed(page: FlatPage, run: TextRun): boolean {
  return [...upwards(page, run.element, 3)].some((element) => /^h[1-6]$/.test(element.tag));
}

/** Words that go on behind an amount: "/kg", "per month". */
function suffix(page: FlatPage, run: TextRun, behind: TextRun | undefined): string {
  if (!behind || behind.text.length > LABEL || !nearest(page, run, behind)) return '';
  return /^[/(]|^\)\s*\/|^(?:per|pro|par|por|al|a|each|je|off|with|mit|coupon|start|起|券|后)(?!\p{L})/iu.test(behind.text) || TAX_NOTE.test(behind.text) ? behind.text : '';
}

/** Runs whose elements are the same, siblings, or one in the other. */
function nearest(page: FlatPage, one: TextRun, other: TextRun): boolean {
  const around = new Set([...upwards(page, one.element, 3)].map((element) => element.index));
  return [...upwards(page, other.element, 3)].slice(0, 3).some((element) => around.has(element.index));
}
