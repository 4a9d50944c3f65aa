import { type CurrencyCode, exponentOf } from '../../../model/money.ts';
import { type CurrencyHints, type CurrencyMark, type CurrencyRead, decideCurrency, markAfter, markBefore } from './currency.ts';
import { addWhole, decimalText, type NumberToken, timesPowerOfTen } from './numbers.ts';
import { MONTH, NOT_MONEY_AFTER } from './price-words.ts';

/** Words and signs behind a number that multiply it, as powers of ten. */
const POWERS: readonly (readonly [RegExp, number])[] = [
  [/^ ?[万萬만]/u, 4], [/^ ?[亿億억]/u, 8], [/^ ?[千천]/u, 3], [/^ ?k(?![\p{L}\d])/iu, 3], [/^ ?(?:thousand|tsd\.?|tys\.?|tis\.?|тыс\.?|тис\.?|rb|ribu|nghìn|ngàn|bin)(?![\p{L}\d])/iu, 3],
  [/^ ?(?:million(?:en|s)?|mio\.?|mln\.?|millones|milhões|milioni|млн\.?|juta|jt|triệu|milyon)(?![\p{L}\d])/iu, 6], [/^ ?(?:lakhs?|lacs?|लाख)(?![\p{L}\d])/iu, 5], [/^ ?(?:crores?|cr|करोड़)(?![\p{L}\d])/iu, 7], [/^ ?(?:billion|mrd\.?|mld\.?|млрд\.?|tỷ)(?![\p{L}\d])/iu, 9],
];

/** An amount and its place, before the words around it are looked at. */
export interface BareAmount {
  /** Plain decimal text in whole units of the currency: 99p is `0.99`. */
  readonly value: string;
  readonly marks: readonly CurrencyMark[];
  readonly currency: CurrencyRead;
  readonly start: number;
  readonly end: number;
  /** In brackets behind other words. */
  readonly aside: boolean;
  readonly negative: boolean;
  /** Written in a part of the currency: pence, cents. */
  readonly part: boolean;
  /** The power of ten of the word behind it that multiplies it (`12.8万`), 0 without one. */
  readonly power: number;
}

/** The amounts and the numbers that may be some, left to right, each with its sign. */
export function bareAmounts(text: string, tokens: readonly NumberToken[], hints: CurrencyHints): BareAmount[] {
  const all: BareAmount[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (!token) continue;
    const follower = tokens[i + 1];
    const compound = follower === undefined ? undefined : compoundWith(text, token, follower);
    const previous = all[all.length - 1];
    const amount = amountAt(text, token, { compound, from: previous?.end ?? 0, next: follower }, previous?.currency.currency ? { currency: previous.currency.currency, ...hints } : hints);
    if (amount) all.push(amount);
    if (compound) i += 1;
  }
  return withParts(text, all);
}

/** `12 zł 99 gr`, `5 dollars and 99 cents`: what follows a whole amount in a part of its currency belongs to it. */
function withParts(text: string, all: readonly BareAmount[]): BareAmount[] {
  const out: BareAmount[] = [];
  for (const amount of all) {
    const previous = out[out.length - 1];
    const joins = previous && !previous.part && amount.part && /^\d+$/.test(previous.value) && /^0\.\d{1,2}$/.test(amount.value)
      && /^(?:,? ?(?:and|und|et|y|e|i|и|و)?|,) ?$/i.test(text.slice(previous.end, amount.start)) && agree(previous.currency, amount.currency);
    if (joins) out[out.length - 1] = { ...previous, value: previous.value + amount.value.slice(1), end: amount.end };
    else out.push(amount);
  }
  return out;
}

function agree(a: CurrencyRead, b: CurrencyRead): boolean {
  const [one, two] = [a.currency ? [a.currency] : a.candidates ?? [], b.currency ? [b.currency] : b.candidates ?? []];
  return one.some((code) => two.includes(code));
}

/** 1万2000円, 3만5천원: the small part behind the big unit. */
function compoundWith(text: string, token: NumberToken, follower: NumberToken): { end: number; value: string } | undefined {
  if (!/^ ?[万萬만]$/.test(text.slice(token.end, follower.start).trimEnd()) || follower.separators.some((mark) => mark === '.')) return undefined;
  const small = decimalText(follower, 0);
  if (small === undefined || small.length > 4) return undefined;
  const thousands = /^[千천]/.test(text.slice(follower.end));
  return { end: follower.end + (thousands ? 1 : 0), value: thousands ? timesPowerOfTen(small, 3) : small };
}

/** What stands around a number: its small part (3만5천), where the amount before it ends, and the number behind it. */
interface Around {
  readonly compound: { readonly end: number; readonly value: string } | undefined;
  readonly from: number;
  readonly next: NumberToken | undefined;
}

function amountAt(text: string, token: NumberToken, { compound, from, next }: Around, hints: CurrencyHints): BareAmount | undefined {
  const unit = bigUnit(text, token);
  const stop = compound?.end ?? token.end + unit.length;
  const dash = /\p{Sc}-$/u.test(text.slice(Math.max(0, token.start - 2), token.start)) ? 1 : 0;
  const before = markBefore(text, token.start - dash, from);
  const behind = afterDashes(text, stop) ?? markAfter(text, stop);
  const after = behind && next && belongsToNext(text, { ...behind, end: stop, at: stop + behind.length, marked: before !== undefined }, next) ? undefined : behind;
  if (RESOLUTION.test(text.slice(token.start, stop + 1))) return undefined;
  const { marks, currency } = marksThatCount([before, after].filter((mark) => mark !== undefined), hints, text);
  if (marks.length === 0 && notMoney(text, token, stop)) return undefined;
  const digits = decimalText(token, currency.currency ? decimalsWith(currency.currency, token, hints.language) : 2);
  if (digits === undefined || digits.length > MOST_DIGITS) return undefined;
  const start = before && marks.includes(before) ? token.start - dash - before.length : token.start;
  const power = marks[0]?.power ?? 0;
  const scaled = timesPowerOfTen(digits, unit.power);
  return {
    value: timesPowerOfTen(compound ? addWhole(scaled, compound.value) : scaled, power), marks, currency, part: power < 0, power: unit.power,
    start, end: after && marks.includes(after) ? stop + after.length : stop, negative: minus(text, token, start), aside: inBrackets(text, start),
  };
}

/** The marks that say something, and the currency they name: whole currencies before parts of them (`£0.99p` is in pounds), weak ones only where they are decided. */
function marksThatCount(all: readonly CurrencyMark[], hints: CurrencyHints, text: string): { readonly marks: readonly CurrencyMark[]; readonly currency: CurrencyRead } {
  const marks = all.toSorted((a, b) => Number(a.power < 0) - Number(b.power < 0));
  const currency = decideCurrency(marks.filter((mark) => mark.power === marks[0]?.power), hints, text);
  const kept = currency.currency ? marks : marks.filter((mark) => !mark.weak);
  return { marks: kept, currency: kept.length === marks.length ? currency : decideCurrency(kept, hints, text) };
}

/**
 * Whether the sign between two numbers is the next one's: always when this one has its own and the next has none behind it (`€ 10 € 20`),
 * else when it is glued to the next and not to this one (`Size 42 £59.99`).
 */
function belongsToNext(text: string, sign: CurrencyMark & { readonly end: number; readonly at: number; readonly marked: boolean }, next: NumberToken): boolean {
  if (sign.at > next.start || text.slice(sign.at, next.start).trim() !== '') return false;
  const its = markAfter(text, next.end);
  if (sign.marked) return its === undefined;
  return sign.at === next.start && its?.codes !== sign.codes && /^[ *]/.test(text.slice(sign.end));
}

/** The word or sign behind a number that multiplies it; an M or B only behind a sign (`$1.2M`, `£1.2m`), mn and bn behind a code as well (`LKR 4.35 mn`), a w only behind ¥ (5.5 w alone are watts). */
function bigUnit(text: string, token: NumberToken): { readonly power: number; readonly length: number } {
  const behind = text.slice(token.end, token.end + 12);
  for (const [pattern, power] of POWERS) {
    const length = pattern.exec(behind)?.[0].length ?? 0;
    if (length > 0) return { power, length };
  }
  if (/¥ ?$/.test(text.slice(0, token.start)) && /^w(?![\p{L}\d])/iu.test(behind)) return { power: 4, length: 1 };
  const before = text.slice(Math.max(0, token.start - 5), token.start);
  const short = /\p{Sc}\s?$/u.test(before) ? /^(?:(m)| ?(?:(M|mn|mln|mio)|B|bn))(?!\.?[\p{L}\d²])/u.exec(behind)
    : /(?<!\p{L})(?:\p{Lu}{3}|Rs\.?|RM) ?$/u.test(before) ? /^ ?(?:(mn|mln|mio)|bn)(?!\.?[\p{L}\d²])/u.exec(behind) : null;
  return short ? { power: short[1] === undefined && short[2] === undefined ? 9 : 6, length: short[0].length } : { power: 0, length: 0 };
}

/** No money has more; a row of digits that long is something else. */
const MOST_DIGITS = 40;

/** Lines of a screen, not pence. */
const RESOLUTION = /^(?:144|240|360|480|540|576|720|900|1080|1440|2160|4320)p$/;

/** Currencies of three decimals that are written with a point; a comma groups thousands there, unless the language says otherwise. */
const POINTED: ReadonlySet<string> = new Set(['BHD', 'JOD', 'KWD', 'OMR']);

/** Digits of the minor unit as shops write them: none has dinars of Iraq in thousandths. */
function decimalsWith(currency: CurrencyCode, token: NumberToken, language: string | undefined): number {
  const comma = token.separators.length === 1 && token.separators[0] === ',';
  return currency === 'IQD' || comma && POINTED.has(currency) && !hasDecimalComma(language) ? 2 : exponentOf(currency);
}

const COMMA_LANGUAGES = new Map<string, boolean>();
/** Languages of pages are few; a hostile one must not fill the memory. */
const MAX_LANGUAGES = 200;

/** Whether a language writes 1,5 for one and a half; false when it is not known. */
function hasDecimalComma(language: string | undefined): boolean {
  if (language === undefined || !/^[a-z]{2,3}(?:-[a-z\d]{2,8}){0,3}$/i.test(language)) return false;
  const known = COMMA_LANGUAGES.get(language);
  if (known !== undefined) return known;
  const comma = new Intl.NumberFormat(language).formatToParts(1.5).some(({ type, value }) => type === 'decimal' && value === ',');
  if (COMMA_LANGUAGES.size < MAX_LANGUAGES) COMMA_LANGUAGES.set(language, comma);
  return comma;
}

/** `5,- €`, `12,-- Kč`: dashes in place of cents. */
function afterDashes(text: string, end: number): CurrencyMark | undefined {
  const dashes = /^[.,] ?-{1,2}/.exec(text.slice(end, end + 4))?.[0].length ?? 0;
  const mark = dashes > 0 ? markAfter(text, end + dashes) : undefined;
  return mark && { ...mark, length: mark.length + dashes };
}

/** A minus that belongs to the amount (`-5,00 €`, `€ -5.00`), not a dash before it (`- $44.99`). */
function minus(text: string, token: NumberToken, start: number): boolean {
  const at = text.charAt(token.start - 1) === '-' ? token.start - 1 : start - 1;
  return text.charAt(at) === '-' && !/[\d\p{L}]/u.test(text.charAt(at - 1)) && (at > 0 ? /^\p{Sc}?$/u.test(text.slice(0, at).trim()) || /[(:]\s?$/.test(text.slice(0, at)) : true);
}

function inBrackets(text: string, at: number): boolean {
  const open = Math.max(text.lastIndexOf('(', at), text.lastIndexOf('[', at));
  return open >= 0 && !/[)\]]/.test(text.slice(open, at)) && text.slice(0, open).trim() !== '';
}

/** What a number without a currency names or counts, by the word right before it; money that no state stands for has no code of ISO 4217. */
const COUNTED_BEFORE = /(?:[₿Ξ◎]|(?<!\p{L})(?:sku|ean|gtin|upc|asin|isbn|item no\.?|art(?:icle|ikel)?\.?[ -]?(?:no|nr|number)\.?|ref\.?|model(?: no\.?)?|sold|qty|quantity|size|größe|taille|talla|taglia|rozmiar|maat|page|seite)|サイズ|[月总年]销量?|销量|已售|售出|货号|型号|编号|商品番号|品番)[ :#]{0,3}$/iu;

/** The same for whole numbers of pieces: `Pack of 6`, `In stock: 14`. */
const PIECES_BEFORE = /(?<!\p{L})(?:(?:pack|set|box|case|lot|bundle)s? of|(?:pack|lot|paquet|boîte|juego|set|caja|conjunto|kit) de|(?:confezione|set|pacco) da|set van|(?:in )?stock(?: level)?|auf lager|en stock|op voorraad|na stanie|skladem|i lager|på lager)[ :]{0,3}$/iu;

/** `(1,234)` alone counts reviews. */
const COUNT_ALONE = /^\(\d{1,3}(?:,\d{3}){0,3}\)$/;

/** Numbers without a currency that are something else: measures, shares, dates, parts of a word. */
function notMoney(text: string, token: NumberToken, end: number): boolean {
  const previous = text.charAt(token.start - 1);
  if (/[\p{Script=Latin}\p{Script=Cyrillic}#№_]/u.test(previous) && !/^[A-Za-z]$/.test(text.slice(0, token.start))) return true;
  const before = text.slice(Math.max(0, token.start - 24), token.start);
  if (COUNTED_BEFORE.test(before) || token.groups.length === 1 && PIECES_BEFORE.test(before)) return true;
  if (COUNT_ALONE.test(text)) return true;
  if (/^ ?[x×] ?\d/.test(text.slice(end, end + 4)) || /\d ?[x×] ?$/.test(text.slice(Math.max(0, token.start - 5), token.start))) return true;
  if (NOT_MONEY_AFTER.test(text.slice(end, end + 14)) || MONTH.test(text) || /\d of $/.test(text.slice(0, token.start))) return true;
  if (/(?<!\d)\d{4}-\d{1,2}-\d{1,2}(?!\d)/.test(text.slice(Math.max(0, token.start - 8), end + 6))) return true;
  return /^\d{1,2}[:/]\d/.test(text.slice(token.start, token.start + 5)) || /[:/]$/.test(text.slice(0, token.start).slice(-1)) && /\d[:/]$/.test(text.slice(0, token.start));
}
