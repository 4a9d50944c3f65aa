import { type FlatElement, type FlatPage, isCents, type TextRun, upwards } from './flat.ts';
import { isLoneSign, isSigned } from './money.ts';

/** One number at the end of a text, as the first of its pieces stands: no date. */
const PIECE = /(?:^|[^\d.,])\d{1,9}(?:[.,'’ ]\d{3})*[.,]?$/;

/** A number that goes on in the runs behind it: `61` `.10`, `19` `,` `99`, `19` and cents in their own element. */
export function wholeNumber(page: FlatPage, runs: readonly TextRun[], at: number): { text: string; last: number } {
  const run = runs[at];
  if (!run) return { text: '', last: at };
  let { text } = run;
  let last = at;
  const sign = /(?<=\d) ?(?:\p{Sc}|kr\.?|zł|Kč)$/u.exec(text)?.[0] ?? '';
  if (sign !== '') return withCents(page, runs, at, text.slice(0, -sign.length), sign);
  while (last - at < 8 && (last > at || PIECE.test(text)) && /(?:^|[^\d.,])\d[\d.,'’ ]*$/.test(text)) {
    const next = runs[last + 1];
    if (!next || !near(page, run, next)) break;
    if (/^[.,]$/.test(next.text) && !/[.,]$/.test(text) || /^[.,]\d{1,2}(?!\d)/.test(next.text) && /\d$/.test(text) || /^\d{1,2}(?!\d)|^\d{3}$/.test(next.text) && /\d[.,]$/.test(text)) text += next.text;
    else if (isCents(next.text, page.elements[next.element]) && /\d$/.test(text)) text += `.${next.text}`;
    else if (/^\p{Sc}$/u.test(next.text) && /^\D{0,3}\d[\d ]*$/.test(text) && isCentsBehind(page, run, next, runs[last + 2], runs[last + 3])) {
      text += `.${runs[last + 2]?.text ?? ''}${next.text}`;
      last += 1;
    } else if (SIGNED_CENTS.test(next.text) && /^\D{0,3}\d[\d ]*$/.test(text) && page.elements[next.element]?.parent === run.element) text += next.text.replace(SIGNED_CENTS, '.$2$1');
    else if (/^(?:,?[-–—])$/.test(next.text) && /\d[.,]?$/.test(text)) text += ',-';
    else if (/^\d{2}$/.test(next.text) && /^\D{0,3}\d{1,6}$/.test(text) && next.element !== run.element && standAlike(page, run, next) && (isLoneSign(runs[at - 1]?.text ?? '', page) || isSigned(text, page) || areBesideSign(page, run, next, runs[last + 2]))) text += `.${next.text}`;
    else break;
    last += 1;
  }
  const times = runs[last + 1];
  return times && MAGNITUDE.test(times.text) && times.element !== run.element && /\d$/.test(text) && near(page, run, times) ? { text: `${text} ${times.text}`, last: last + 1 } : { text, last };
}

/** So many times the number, in an element of its own behind it. */
const MAGNITUDE = /^(?:[万萬億亿만억]|lakhs?|crores?|cr|triệu|тыс\.?|млн\.?)$/iu;

/** Cents behind the sign: in small letters that begin with it (`<sup><i>€</i>90</sup>`), or beside it in a group of their own behind the number. */
function isCentsBehind(page: FlatPage, run: TextRun, sign: TextRun, cents: TextRun | undefined, after: TextRun | undefined): boolean {
  if (!cents || /^[.,]/.test(after?.text ?? '') || !/^\d{2}$/.test(cents.text)) return false;
  if (isCents(cents.text, page.elements[cents.element]) && [...upwards(page, sign.element, 2)].some(({ index }) => index === cents.element)) return true;
  if (/^\+|\p{Sc}/u.test(run.text)) return false;
  const [number, group] = [parentOf(page, run), parentOf(page, sign)];
  if (number === group && group === parentOf(page, cents) && isAll(page, page.elements[group], [run, sign, cents])) return true;
  return group === parentOf(page, cents) && group !== number && page.elements[group]?.parent === number;
}

/** The runs, each in an element of its own, are all that an element says. */
function isAll(page: FlatPage, holder: FlatElement | undefined, runs: readonly TextRun[]): boolean {
  const said = holder ? page.texts.slice(holder.textFrom, holder.textTo).filter(({ text }) => text.trim() !== '') : [];
  return said.length === runs.length && new Set(runs.map(({ element }) => element)).size === runs.length && said.every(({ element }, i) => element === runs[i]?.element);
}

/** A number, its cents and the sign in three elements side by side. */
function areBesideSign(page: FlatPage, run: TextRun, cents: TextRun, sign: TextRun | undefined): boolean {
  return sign !== undefined && isLoneSign(sign.text, page) && parentOf(page, run) === parentOf(page, cents) && parentOf(page, cents) === parentOf(page, sign);
}

/** Two elements of one kind, or in one that holds nothing but them: a number beside a price, or beside what holds one, may count what is left. */
function standAlike(page: FlatPage, one: TextRun, other: TextRun): boolean {
  const [first, second] = [page.elements[one.element], page.elements[other.element]];
  if (first?.tag === second?.tag || second?.parent === first?.index || (first?.index ?? -1) < (second?.parent ?? -1)) return true;
  const group = page.elements[second?.parent ?? -1];
  return group !== undefined && !page.elements.slice(group.index + 1, Math.min(group.end, group.index + 60)).some(({ tag }) => /^(?:a|img|h[1-6])$/.test(tag));
}

function parentOf(page: FlatPage, run: TextRun): number {
  return page.elements[run.element]?.parent ?? -1;
}

/** The sign where the point is spoken: `89` and `€99` behind it. */
const SIGNED_CENTS = /^(\p{Sc}) ?(\d{2})$/u;

/** `1 219€` with `95` behind it in the form of cents: the sign stands where the point is spoken. */
function withCents(page: FlatPage, runs: readonly TextRun[], at: number, amount: string, sign: string): { text: string; last: number } {
  const [run, next] = [runs[at], runs[at + 1]];
  const cents = run && next && /\d$/.test(amount) && !/[.,]\d{1,2}$/.test(amount) && next.element !== run.element && isCents(next.text, page.elements[next.element]) && near(page, run, next);
  return cents ? { text: `${amount}.${next.text}${sign}`, last: at + 1 } : { text: amount + sign, last: at };
}

/** Two runs that stand in the same small part of the block. */
export function near(page: FlatPage, one: TextRun, other: TextRun): boolean {
  const around = new Set([...upwards(page, one.element, 4)].map((element) => element.index));
  return [...upwards(page, other.element, 3)].some((element) => around.has(element.index));
}
