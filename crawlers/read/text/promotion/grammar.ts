import type { Layer, Mechanic, PromotionParams } from '../../../../model/promotion.ts';
import { needsMoney } from './needs-money.ts';
import { needsWords } from './needs-words.ts';

/**
 * One way to word a promotion. In `pattern`, `{name}` stands for a number of the kind that parameter has
 * (`{offMinor}`: money, `{minQty}`: a count, `{payRatio}`: 折, `{percentOff}`: per cent, `{code}`: a coupon code) and
 * `{unit}` for a counting word; the rest is a regular expression source. Mechanic `nothing`: words that look like a
 * promotion and are none; they are taken out before the others are looked for.
 */
export interface Wording {
  readonly mechanic: Mechanic | 'nothing';
  readonly pattern: string;
  /** Parameters the words imply without saying a number: `第二件半价` is payRatio 0.5. */
  readonly implies?: PromotionParams;
  readonly layer?: Layer;
  readonly audience?: string;
  /** A text without such words cannot be meant; spares making the pattern. */
  readonly about?: RegExp;
  /** The one language it is a wording of, where its table holds several. */
  readonly language?: string;
}

/** A wording made ready: longest-first work is left to the order of the table. */
export interface CompiledWording extends Omit<Wording, 'pattern'> {
  /** Made when it is first asked for: hundreds are never used by one shop. */
  readonly regex: RegExp;
  /** No text without an amount of money can be meant. */
  readonly needsMoney: boolean;
  /** No text without one of these can be meant; undefined when any may. Found when first asked for. */
  readonly needsWords: readonly string[] | undefined;
}

/** How amounts are written: with their sign, bare as in China and Japan, or in Korean won. */
export type MoneyForm = 'signed' | 'bare' | 'won';

const SIGN = '(?:(?:(?<!\\p{L})(?:US|AU?|CAD?|C|CDN|NZ|HK|SG?|MXN?|MEX|R|NT|J|CN|AR|B|RD|BR|JM|TT|BZ) ?)?\\p{Sc}|(?<!\\p{L})(?:EUR|USD|GBP|CHF|PLN|CZK|SEK|NOK|DKK|CAD|AUD|NZD|BRL|MXN|JPY|CNY|INR|MYR|SGD|HKD|TWD|PHP|THB|IDR|VND|AED|SAR|ZAR|TRY|TL|HUF|RON|BGN|RUB|UAH|Rs\\.?|RM|Rp|S/|K[Ss]h|Tk\\.?|Php|R(?= ?\\d)|KES|NGN|GHS|EGP|QAR|KWD|PEN|CLP|COP|ARS|PKR|LKR|BDT|ISK|RSD|kr\\.?|zł|Kč|Ft|лв\\.?|руб\\.?|lei|euros?)|円|元|원)';
const NUMBER = "\\d{1,3}(?:(?:[.,' ]\\d{3}){1,3}|\\d{0,5})(?:[.,](?:\\d{1,2}|-{1,2}))?(?![.,]?\\d)";
/** Money with its sign, as most languages write it. */
const SIGNED = `(?:${SIGN} ?${NUMBER}(?: ?${SIGN}(?!\\p{L}))?|${NUMBER} ?${SIGN}(?!\\p{L})|(?<![\\d.,])\\d{1,2} ?[p¢](?!\\p{L}))`;
/** Money as Chinese and Japanese labels write it: often a bare number. */
const BARE = '(?:(?:[¥$]|RMB ?)? ?\\d{1,9}(?:,\\d{3}){0,3}(?:\\.\\d{1,2})?(?![\\d折%期倍])(?:[百千万])?(?: ?(?:元|块|円|圆))?(?! ?[折%]))';
const COUNT = '(?<!\\d|\\d[.,]|\\p{Sc})\\d{1,4}(?!\\d|[.,]\\d)';
const PERCENT = '\\d{1,3}(?:[.,]\\d{1,2})?';
/** Counting words; 元 is never one of them. */
const UNIT = '(?:件套|件|个|瓶|箱|盒|份|支|双|条|袋|组|套|包|只|罐|本|台|把|片|张|斤|杯|桶|枚|提|卷|副|床|副|对|罐|種|点|個|本|袋|セット)';

/** Letters of codes: those of Latin with their marks, and Cyrillic. */
const LETTER = 'A-Z0-9À-ÖØ-ÞА-ЯЁ';
const CODE = `(?=[${LETTER}-]{0,19}[${LETTER}])[${LETTER}][${LETTER}-]{2,19}`;

const WON = '(?:₩ ?\\d{1,3}(?:,\\d{3}){0,3}|\\d{1,3}(?:,\\d{3}){1,3} ?원|\\d{1,5}(?:\\.\\d)? ?만(?: ?\\d{1,4}천?)? ?원|\\d{1,5} ?천? ?원)';
const MONEY: Readonly<Record<MoneyForm, string>> = { signed: SIGNED, bare: BARE, won: WON };

/** Makes a table of wordings ready. */
export function compile(table: readonly Wording[], form: MoneyForm): CompiledWording[] {
  return table.map(({ pattern, ...rest }) => {
    let made: RegExp | undefined;
    let words: { readonly needed: readonly string[] | undefined } | undefined;
    return {
      ...rest, needsMoney: needsMoney(pattern),
      get needsWords() { return (words ??= { needed: needsWords(pattern) }).needed; },
      get regex() { return (made ??= new RegExp(expand(pattern, MONEY[form]), 'giu')); },
    };
  });
}

/** An amount of money anywhere in a text, in the form of a table. */
export function moneyIn(form: MoneyForm): RegExp {
  return new RegExp(MONEY[form], 'iu');
}

function expand(pattern: string, money: string): string {
  return pattern.replace(/(?<!\\p)\{([a-z][a-zA-Z]{2,})\}/g, (_, name: string) => {
    if (name === 'unit') return UNIT;
    if (name === 'money') return money;
    return `(?<${name}>${source(name, money)})`;
  });
}

function source(name: string, money: string): string {
  if (name.endsWith('Minor')) return money;
  if (name === 'payRatio' || name === 'percentOff') return PERCENT;
  if (name === 'points') return '(?<![\\d.,])\\d{1,3}(?:[.,]?\\d{3}){0,2}(?![.,]?\\d)';
  if (name === 'quota') return '\\d{1,6}(?:\\.\\d)?万?';
  return name === 'code' ? CODE : COUNT;
}

/** The rows of a table with the words that texts meant by any of them must have. */
export function about(words: RegExp, table: readonly Wording[]): readonly Wording[] {
  return table.map((wording) => ({ ...wording, about: words }));
}

/** Short for a row of a table. */
export function say(mechanic: Wording['mechanic'], pattern: string, more: Omit<Wording, 'mechanic' | 'pattern'> = {}): Wording {
  return { mechanic, pattern, ...more };
}
