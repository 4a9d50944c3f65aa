import { type CurrencyCode, currencyCode } from '../../../model/money.ts';
import { CODES, COUNTRY_CURRENCY, CURRENCY_FORMS, currencyOfHost, EURO_LANGUAGES, LANGUAGE_CURRENCY, WORD_CODES } from './currencies.ts';
import { normalise } from './normal.ts';

/** What else is known about the page a text stands on. */
export interface CurrencyHints {
  /** Another currency seen on the page, or the configured one. */
  readonly currency?: CurrencyCode;
  /** BCP 47, e.g. `en-CA`. */
  readonly language?: string;
  readonly host?: string;
  /** What a sign means on this page where nothing else decides. */
  readonly usual?: CurrencyCode;
}

const LETTER = /\p{L}/u;
/** That of the codes of ISO 4217. */
const CODE_LENGTH = 3;

/** What a sign, code or word can mean, the likeliest first. `sure`: the first is meant unless something says otherwise. */
export interface CurrencyMark {
  readonly codes: readonly string[];
  readonly sure: boolean;
  /** The unit as a power of ten of the currency: -2 for pence. */
  readonly power: number;
  /** Counts only where something else decides the currency. */
  readonly weak: boolean;
  /** Length of the form in the text. */
  readonly length: number;
}

/** The currency of a text: decided, or the candidates among which nothing decides, or neither. */
export interface CurrencyRead {
  readonly currency?: CurrencyCode;
  readonly candidates?: readonly CurrencyCode[];
}

interface Meaning extends Omit<CurrencyMark, 'length'> {
  readonly before: boolean;
}
const EXACT = new Map<string, Meaning>();
const LOWER = new Map<string, Meaning>();
/** The longest form that begins, and that ends, with a character in small letters; a code of three letters may with any. */
const LONGEST_FROM = new Map<string, number>();
const LONGEST_TO = new Map<string, number>();
for (const row of CURRENCY_FORMS) {
  for (const form of row.forms) {
    const small = form.toLowerCase();
    grow(LONGEST_FROM, small.charAt(0), form.length);
    grow(LONGEST_TO, small.charAt(small.length - 1), form.length);
    const table = row.exact ? EXACT : LOWER;
    const key = row.exact ? form : small;
    if (!table.has(key)) table.set(key, { codes: row.codes, sure: row.sure ?? false, power: row.power ?? 0, weak: row.weak ?? false, before: row.before ?? false });
  }
}

function grow(longest: Map<string, number>, edge: string, length: number): void {
  longest.set(edge, Math.max(longest.get(edge) ?? CODE_LENGTH, length));
}

/** Of the two dozen dollars only the likeliest are worth naming. */
const MAX_CANDIDATES = 12;

/** The currency that ends right before `end` (spaces between are allowed) and begins at `from` or later, e.g. the `US $` of `US $15`. */
export function markBefore(text: string, end: number, from = 0): CurrencyMark | undefined {
  let stop = end;
  while (stop > from && /[ :]/.test(text.charAt(stop - 1))) stop -= 1;
  const spaced = /(?<![A-Za-z])([A-Za-z]{1,3})( ?)\$$/.exec(text.slice(Math.max(from, stop - 8), stop));
  // A word before a spaced sign is a word ("up to $50"); only capitals are a country.
  const dollar = spaced?.[1] === undefined || spaced[2] !== '' && spaced[1] !== spaced[1].toUpperCase() ? undefined : meaning(`${spaced[1]}$`);
  if (dollar && spaced) return { length: end - stop + spaced[0].length, ...dollar };
  const longest = LONGEST_TO.get(text.charAt(stop - 1).toLowerCase()) ?? CODE_LENGTH;
  for (let start = Math.max(from, stop - longest); start < stop; start += 1) {
    const form = text.slice(start, stop);
    const found = meaning(form);
    // Of the parts only ¢ stands before its number.
    if (found && (found.power >= 0 || form === '¢') && bounded(text.charAt(start - 1), form.charAt(0))) return { length: end - start, ...found };
  }
  return undefined;
}

/** The currency that begins right after `start` (spaces between are allowed), e.g. the `zł` of `609,00 zł`. */
export function markAfter(text: string, start: number): CurrencyMark | undefined {
  let from = start;
  while (/[ *]/.test(text.charAt(from))) from += 1;
  const longest = LONGEST_FROM.get(text.charAt(from).toLowerCase()) ?? CODE_LENGTH;
  for (let stop = Math.min(text.length, from + longest); stop > from; stop -= 1) {
    const form = text.slice(from, stop);
    const found = meaning(form);
    if (found && !found.before && bounded(text.charAt(stop), form.charAt(form.length - 1))) return { length: stop - start, ...found };
  }
  return undefined;
}

/** A form made of letters must not be the end or the start of a longer word (or of `P&P`); scripts without spaces are exempt. */
function bounded(neighbour: string, edge: string): boolean {
  if (neighbour === '&' && LETTER.test(edge)) return false;
  return !LETTER.test(neighbour) || !LETTER.test(edge) || /[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af\u0e00-\u0e7f]/.test(edge);
}

function meaning(form: string): Meaning | undefined {
  const exact = EXACT.get(form) ?? LOWER.get(form.toLowerCase());
  if (exact) return exact;
  if (!/^[A-Za-z]{3}$/.test(form)) return undefined;
  const code = form.toUpperCase();
  return CODES.has(code) && (form === code || !WORD_CODES.has(code)) ? { codes: [code], sure: true, power: 0, weak: false, before: false } : undefined;
}

/**
 * Decides what a mark means: the candidates narrowed by a second mark of the same text, by the hints' currency, the
 * country of the host, the region of the language, a language of one country, and words in the text that only one country uses.
 */
export function decideCurrency(marks: readonly CurrencyMark[], hints: CurrencyHints, text = ''): CurrencyRead {
  if (marks.length === 0) return hints.currency ? { currency: hints.currency } : {};
  let codes = marks[0]?.codes ?? [];
  let sure = marks[0]?.sure === true && !marks[0].weak;
  for (const mark of marks.slice(1)) {
    const common = codes.filter((code) => mark.codes.includes(code));
    if (common.length > 0 && common.length < codes.length && !mark.weak) [codes, sure] = [common, true];
  }
  const decided = codes.length === 1 && sure ? codes[0] : [...witnesses(hints, text), hints.usual].find((code) => code !== undefined && codes.includes(code)) ?? (sure ? codes[0] : undefined);
  const currency = decided === undefined ? undefined : currencyCode(decided);
  if (currency) return { currency };
  return { candidates: codes.slice(0, MAX_CANDIDATES).map((code) => currencyCode(code)).filter((code) => code !== undefined) };
}

/** A dollar that is not the one of the United States, in writing. */
const OTHER_DOLLAR = /\b(?:CAD|AUD|NZD|SGD|HKD|TWD|MXN|ARS|CLP|COP|UYU)\b|\b(?:CA?|AU?|NZ|S|HK|NT|MX)\$/;
const MOST_SEARCHED = 2_000_000;

/**
 * The US dollar where a bare `$` can hardly be another: on a page in English, under an address of no country, that names no
 * other dollar. Shops of other dollars there show a code, a region of the language or `C$`, because their visitors would ask.
 */
export function usualDollar(host: string, language: string | undefined, html: string): CurrencyCode | undefined {
  const ofNoCountry = /\.(?:[a-z]{3,}|us|co|io|ai|me|tv|to|gg)(?::\d+)?$/i.test(host);
  const english = language === undefined || /^en(?:[-_]us)?$/i.test(language);
  return ofNoCountry && english && !OTHER_DOLLAR.test(html.slice(0, MOST_SEARCHED)) ? currencyCode('USD') : undefined;
}

/** Currencies the surroundings speak for, the strongest witness first. */
function witnesses(hints: CurrencyHints, text: string): string[] {
  const found: (string | undefined)[] = [hints.currency];
  if (/[ぁ-んァ-ヶ価込]|税抜|税別|送料/.test(text)) found.push('JPY');
  if (/[价购买优领满减销卖贴劵订现运单额实节仅团费赠专补货约预发惊抢邮]|[券折]后|定金|全款|低至|首件|分期|免息|\/ ?期|\d元?起(?![\u3040-\u9fff])|¥ ?[\d.,]+ ?[万亿](?!円)/.test(text)) found.push('CNY');
  for (const code of text.match(/(?<![A-Z])[A-Z]{3}(?![A-Za-z])/g) ?? []) if (CODES.has(code)) found.push(code);
  if (hints.host) found.push(currencyOfHost(hints.host));
  // Shops of anywhere have names under .co; those of Colombia stand under .com.co.
  const country = hints.host?.toLowerCase().match(/\.((?!co)[a-z]{2}|(?<=\.com\.)co)(?::\d+)?$/)?.[1];
  if (country) found.push(COUNTRY_CURRENCY[country]);
  const [language = '', ...rest] = hints.language?.toLowerCase().split(/[-_]/) ?? [];
  const region = rest.find((part) => /^[a-z]{2}$/.test(part));
  if (region) found.push(COUNTRY_CURRENCY[region]);
  if (!region) found.push(LANGUAGE_CURRENCY[rest.includes('hant') ? `${language}-hant` : language]);
  if (!region && EURO_LANGUAGES.has(language)) found.push('EUR');
  return found.filter((code) => code !== undefined);
}

/** The currency a text speaks of anywhere in it, e.g. of a label beside the number: `USD`, `руб.`, `Price in €`. */
export function readCurrency(text: string, hints: CurrencyHints = {}): CurrencyRead {
  const normal = normalise(text).slice(0, 200);
  const marks: CurrencyMark[] = [];
  for (let i = 0; i < normal.length; i += 1) {
    if (i > 0 && LETTER.test(normal.charAt(i - 1)) && LETTER.test(normal.charAt(i))) continue;
    const mark = normal.charAt(i) === ' ' ? undefined : markAfter(normal, i);
    if (!mark) continue;
    if (mark.power === 0) marks.push(mark);
    i += mark.length - 1;
  }
  return decideCurrency(marks, hints, normal);
}
