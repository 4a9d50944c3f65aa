import type { PageText } from '../bytes/page.ts';
import { PROMOTION_WORD } from '../markup/words.ts';
import type { PageWords } from './page-words.ts';

/*
 * What stands on a page and speaks against its data. Searched for on every page whose data are complete, so that speed counts: small letters
 * instead of flags, patterns that begin with their rarest letters, and text of one byte a character wherever the page allows it.
 */

/** A part of a page made ready to be searched. */
export interface Searched {
  /** In small letters. */
  readonly text: string;
  /** It has letters beyond Latin-1. */
  readonly foreign: boolean;
  /** True when a word of the list stands there. */
  readonly holds: (list: 'soldOut' | 'struck') => boolean;
}

/** A part of a page in small letters, in one byte a character wherever nothing but punctuation is lost by it. */
export function searched(page: PageText, words: PageWords, from = 0, to = page.marks.length): Searched {
  const latin = page.latin(from, to);
  return { foreign: latin === undefined, text: (latin ?? page.cut(from, to)).toLowerCase(), holds: (list) => words.standsIn(list, from, to) };
}

/** Marks of a price that is not the one to pay: elements and styles that strike through, names of old prices. */
const OLD_PRICE: readonly RegExp[] = [
  /<(?:del\b|s[\s>]|strike)/,
  /price(?:(?<=["\s_-](?:old|was|list|rrp|uvp|msrp|strike|crossed|regular|original|compare|previous|before)-?_?-?price)|[_-]{1,2}(?:old|was|list|rrp|strike|crossed|regular|original|compare|previous|before))/,
  /(?:strike|rrp|msrp)(?<=class=["'][^"']{0,80}\b(?:strike|rrp|msrp))/,
];

/** True when a price stands there that is struck through or named an old one: the visible page must be looked at then. */
export function showsOldPrice({ text, holds }: Searched): boolean {
  return holds('struck') || OLD_PRICE.some((pattern) => pattern.test(text));
}

/** Words with letters beyond Latin-1 that say sold out. */
const SOLD_OUT_FOREIGN = /niedostępn|売り切れ|在庫切れ|品切れ|售罄|缺货|已下架|无货|nie je možné|není možné|품절|매진|нет в наличии|распродан|немає в наявності|изчерпан|εξαντλ|brak (?:na stanie|towaru|w magazynie)|stoc epuizat|indisponibil|tükendi|stokta yok|hết hàng|bán hết|完売|缺貨|無貨|售完|暂时缺|หมด|אזל|نفد|نفذ|غير متوفر|ناموجود|izpārd|išparduot|není skladem|nie je na sklade|nincs (?:raktáron|készleten)/;

/** True when words stand there that say sold out; whether they speak of this article is decided on the page. */
export function saysSoldOut({ text, foreign, holds }: Searched): boolean {
  return holds('soldOut') || (foreign && SOLD_OUT_FOREIGN.test(text));
}

const PROMOTION = new RegExp(PROMOTION_WORD.source.replaceAll('A-Z', 'a-z'));
/** An element made to hold a promotion's words. */
const PROMOTION_CLASS = /class=["'][^"'<>]{0,80}\b(?:promo(?:tion)?s?|coupon|voucher|special-?offer|multi-?buy|youhui|manjian)\b/;

/** True when plain words of a promotion, or an element made for them, stand there. */
export function showsPromotion({ text }: Searched): boolean {
  return PROMOTION.test(text) || PROMOTION_CLASS.test(text);
}

/** A price for a measure: a sign or digit, then `/kg`, `per 100 g`; `1 kg =`. Names of elements do not count: templates have them on every page. */
const UNIT_PRICE = /(?:\/ ?|\bper |\bpro |\bje )(?:1 |100 ?)?(?:kg|g|l|ml|cl|oz|lb)\b(?<=[\d€$£¢płr)*;]\s?(?:\/ ?|per |pro |je )(?:1 |100 ?)?[a-z]{1,2})|\b1 ?(?:kg|l) ?= ?[€£$\d]|100 ?(?:g|ml) ?(?:=|あたり|当たり)/;

/** True when a price for a measure stands there. */
export function showsUnitPrice({ text }: Searched): boolean {
  return UNIT_PRICE.test(text);
}
