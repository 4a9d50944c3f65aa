import { CODES as ALL_CODES, CURRENCY_FORMS } from '../text/currencies.ts';
import { type CurrencyMark, markAfter, markBefore } from '../text/currency.ts';

/** Codes of currencies that stand beside amounts on pages of any country. */
const CODES = 'EUR|USD|GBP|CHF|PLN|CZK|SEK|NOK|DKK|CAD|AUD|NZD|CNY|RMB|JPY|INR|BRL|HUF|RON|BGN|RSD|UAH|RUB|KZT|TRY|ILS|AED|SAR|QAR|KWD|BHD|OMR|EGP|JOD|MAD|IDR|MYR|SGD|PHP|THB|VND|HKD|TWD|KRW|MXN|ARS|CLP|COP|PEN|ZAR|NGN|KES|GHS|PKR|BDT|LKR|ISK|UGX|TZS|GEL|AZN|UZS|UYU|BOB|PYG|TND|DZD|XOF|XAF';
/** Names of currencies behind their amounts; pounds weigh, and to have won is no currency. */
const WORDS = 'euros?|dollars?|yuan|renminbi|rupees|rou?bles?|dirhams?|reais|pesos|francs|zlotys?|złot(?:ych|e|y)|tomans?|ri[ya]als?|dinars?|kron(?:or|er|ur)|forint|ringgit|rupiah';
/** Forms in letters that mean money on pages of any country; all others do on pages of theirs. */
const ANYWHERE = new RegExp(`^(?:${CODES}|${WORDS}|R[sS]|RM|Rp|[Kk]r|Bs|Gs|[KUT][Ss]h|Dhs?|DH|F?CFA|S/|zł|Kč|Ft|lei|TL|KM|[元円원])\\.?$`, 'u');
/** Sums that are spoken of. */
const SUM = /\d ?(?:million|billion|millionen|milliarden|mio|mrd|milliards?|millones|milhões|milioni|miliardi|mln|mld|bn)(?!\p{L})/iu;
/** A currency that stands in an element of its own, beside its number. */
const LONE_SIGN = /^(?:(?:US|CA|AU|NZ|HK|NT|R|S) ?)?\p{Sc}$|^(?:EUR|USD|GBP|CHF|CAD|AUD|PLN|SEK|NOK|DKK|CZK|zł|[Kk]r\.?|Kč|Rs\.?|Rp|RM|RON|HUF|TRY|TL|AED|SAR|[Ll]ei|Ft|лв\.?|грн\.?|[万萬億亿만억]?[元円원]|руб\.?|تومان|ریال|ر\.س\.?|د\.إ\.?|ج\.م\.?|درهم|ريال|جنيه)$/u;
/** An amount that carries a currency of its own. */
const SIGNED = new RegExp(`\\p{Sc}|(?<!\\p{L})(?:${CODES}|${WORDS}|[KUT][Ss]h|GH₵|F?CFA|Dhs?|DH|Lei|KM|Gs\\.?|Bs\\.?|Rs|RM|Rp|S\\/|kr|zł|Kč|Ft|лв|руб|lei|TL|грн|R\\$)(?!\\p{L})|[元円원]|تومان|ریال|ر\\.س|د\\.إ|ج\\.م|\\d[.,] ?[-–—](?!\\d)`, 'iu');
/** More numbers than this are looked at in no text. */
const MAX_NUMBERS = 8;
/** No form of a currency is longer. */
const MAX_SIGN = 30;

/** What is known of the money of a page: the currencies of its country and its language, whose short forms count there. */
export interface PageMoney {
  readonly currencies: ReadonlySet<string>;
}

/** True when so many amounts of money stand in a short text: digits with a sign, a code or a word of a currency right before or behind them. */
export function hasMoney(text: string, { currencies }: PageMoney, least = 1): boolean {
  const plain = text.replace(/\s+/g, ' ');
  const numbers = /\d(?:[\d.,'’ ]*\d)?/g;
  let left = least;
  for (let i = 0; i < MAX_NUMBERS; i += 1) {
    const number = numbers.exec(plain);
    if (!number) return false;
    if (isMoneyAt(plain, number.index, numbers.lastIndex, currencies)) left -= 1;
    if (left === 0) return !SUM.test(plain);
  }
  return false;
}

function isMoneyAt(text: string, start: number, end: number, currencies: ReadonlySet<string>): boolean {
  const before = text.slice(Math.max(0, start - MAX_SIGN), start).trimEnd();
  if (/\p{Sc}$/u.test(before)) return true;
  const behind = end + (/^ ?[.,]?[-–—]/.exec(text.slice(end, end + 3))?.[0].length ?? 0);
  if (/^ ?\p{Sc}/u.test(text.slice(behind, behind + 2))) return true;
  const first = mayEnd(before) ? markBefore(text, start, Math.max(0, start - MAX_SIGN)) : undefined;
  if (first && counts(text.slice(start - first.length, start), first, currencies)) return true;
  const last = mayBegin(text.slice(behind, behind + MAX_SIGN)) ? markAfter(text, behind) : undefined;
  return last !== undefined && counts(text.slice(behind, behind + last.length), last, currencies);
}

/** The first and last words of all forms: nearly all words beside numbers are none of them. */
const FORMS = [...ALL_CODES, ...CURRENCY_FORMS.flatMap(({ forms }) => forms)].map((form) => form.toLowerCase().split(' '));
const BEGINNINGS = new Set(FORMS.map((words) => words[0] ?? ''));
const ENDINGS = new Set(FORMS.map((words) => words[words.length - 1] ?? ''));

function mayBegin(behind: string): boolean {
  return isWordOf(BEGINNINGS, /^ ?([^\s\d;()]+)/.exec(behind)?.[1]);
}

function mayEnd(before: string): boolean {
  return isWordOf(ENDINGS, /([^\s\d;()]+)$/.exec(before)?.[1]);
}

function isWordOf(words: ReadonlySet<string>, word = ''): boolean {
  const small = word.toLowerCase();
  return word !== '' && (words.has(small) || words.has(small.replace(/[.,:]+$/, '')) || WITHOUT_SPACES.test(word));
}

const WITHOUT_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]/u;

/** Whether a form of a currency is one beside digits: short ones are parts of names and measures on pages of other countries. */
function counts(written: string, { codes, power, weak }: CurrencyMark, currencies: ReadonlySet<string>): boolean {
  const form = written.replace(/^[ *]+|[ :]+$/g, '');
  if (/\p{Sc}/u.test(form) || ANYWHERE.test(form)) return true;
  if (weak || power < 0) return false;
  return codes.length === 0 || codes.some((code) => currencies.has(code)) || !/\p{Script=Latin}/u.test(form) && form.replaceAll(/\P{L}/gu, '').length > 1;
}

/** True for a text that is nothing but a currency. */
export function isLoneSign(text: string, { currencies }: PageMoney): boolean {
  const sign = text.trim();
  if (sign.length === 0 || sign.length > MAX_SIGN || /\d/.test(sign)) return false;
  if (LONE_SIGN.test(sign)) return true;
  const mark = mayBegin(sign) ? markAfter(sign, 0) : undefined;
  return mark !== undefined && mark.length === sign.length && counts(sign, mark, currencies);
}

/** True for the text of an amount that carries its currency, or the dash that only prices end in. */
export function isSigned(text: string, money: PageMoney): boolean {
  return SIGNED.test(text) || hasMoney(text, money);
}
