import type { Layer, Mechanic, PromotionParams } from '../../../../model/promotion.ts';

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
  /** The one language it is a wording of, where its table holds several. */
  readonly language?: string;
}

/** A wording made ready: longest-first work is left to the order of the table. */
export interface CompiledWording extends Omit<Wording, 'pattern'> {
  readonly regex: RegExp;
}

const SIGN = '(?:(?:(?<!\\p{L})(?:US|AU?|CAD?|C|CDN|NZ|HK|SG?|MXN?|MEX|R|NT|J|CN|AR|B|RD|BR|JM|TT|BZ) ?)?[$€£¥₹₽₩₺₫฿₪₴]|(?<!\\p{L})(?:EUR|USD|GBP|CHF|PLN|CZK|SEK|NOK|DKK|CAD|AUD|NZD|BRL|MXN|JPY|CNY|INR|MYR|SGD|HKD|TWD|PHP|THB|IDR|VND|AED|SAR|ZAR|TRY|HUF|RON|BGN|RUB|UAH|Rs\\.?|RM|S/|kr\\.?|zł|Kč|Ft|лв\\.?|руб\\.?|lei|euros?)|円|元|원)';
const NUMBER = "\\d{1,3}(?:(?:[.,' ]\\d{3}){1,3}|\\d{0,5})(?:[.,]\\d{1,2})?(?![.,]?\\d)";
/** Money with its sign, as most languages write it. */
const SIGNED = `(?:${SIGN} ?${NUMBER}(?: ?${SIGN}(?!\\p{L}))?|${NUMBER} ?${SIGN}(?!\\p{L})|(?<![\\d.,])\\d{1,2} ?[p¢](?!\\p{L}))`;
/** Money as Chinese and Japanese labels write it: often a bare number. */
const BARE = '(?:(?:[¥$]|RMB ?)? ?\\d{1,9}(?:,\\d{3}){0,3}(?:\\.\\d{1,2})?(?![\\d折%期倍])(?:[百千万])?(?: ?(?:元|块|円|圆))?(?! ?[折%]))';
const COUNT = '(?<!\\d|\\d[.,]|[$€£¥])\\d{1,4}(?!\\d|[.,]\\d)';
const PERCENT = '\\d{1,3}(?:[.,]\\d{1,2})?';
/** Counting words; 元 is never one of them. */
const UNIT = '(?:件套|件|个|瓶|箱|盒|份|支|双|条|袋|组|套|包|只|罐|本|台|把|片|张|斤|杯|桶|枚|提|卷|副|床|副|对|罐|種|点|個|本|袋|セット)';

const CODE = '(?=[A-Z0-9-]{0,19}[A-Z0-9])[A-Z0-9][A-Z0-9-]{2,19}';

/** Makes a table of wordings ready. `bare`: money needs no currency sign (Chinese, Japanese). */
export function compile(table: readonly Wording[], bare: boolean): CompiledWording[] {
  return table.map(({ pattern, ...rest }) => ({ ...rest, regex: new RegExp(expand(pattern, bare), 'giu') }));
}

function expand(pattern: string, bare: boolean): string {
  return pattern.replace(/(?<!\\p)\{([a-z][a-zA-Z]{2,})\}/g, (_, name: string) => {
    if (name === 'unit') return UNIT;
    if (name === 'money') return bare ? BARE : SIGNED;
    return `(?<${name}>${source(name, bare)})`;
  });
}

function source(name: string, bare: boolean): string {
  if (name.endsWith('Minor')) return bare ? BARE : SIGNED;
  if (name === 'payRatio' || name === 'percentOff') return PERCENT;
  if (name === 'points') return '\\d{1,3}(?:[.,]?\\d{3}){0,2}';
  if (name === 'quota') return '\\d{1,6}(?:\\.\\d)?万?';
  return name === 'code' ? CODE : COUNT;
}

/** Short for a row of a table. */
export function say(mechanic: Wording['mechanic'], pattern: string, more: Omit<Wording, 'mechanic' | 'pattern'> = {}): Wording {
  return { mechanic, pattern, ...more };
}
