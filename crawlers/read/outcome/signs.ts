import type { PageText } from '../bytes/page.ts';
import { decodeEntities } from '../markup/entities.ts';
import { BUY_WORD, MONEY_TEXT } from '../markup/words.ts';

/** How much of the page is looked at for walls: they are short; product pages mention the same words further down. */
export const HEAD_CHARS = 20_000;

/** What of a page decides its outcome, cut from the text once. */
export interface Signs {
  readonly title: string;
  /** The first heading. */
  readonly heading: string;
  /** Visible text of the first {@link HEAD_CHARS} characters and, of a short page, all of it; small letters. */
  readonly visible: string;
  /** Characters of visible text, counted up to some thousands. */
  readonly visibleLength: number;
  /** The page carries data of a product: markup, embedded state. */
  readonly hasProduct: boolean;
  /** The page sells: it carries data of a product, or shows an amount and a button that buys. */
  readonly sells: boolean;
  readonly isHtml: boolean;
}

/** The largest part of a page that is searched for product data. */
const SEARCHED_CHARS = 3_000_000;
const PRODUCT_DATA: readonly RegExp[] = [
  /"@type"\s*:\s*\[?\s*"(?:https?:\/\/schema\.org\/)?(?:Product|ProductGroup|IndividualProduct|Offer|AggregateOffer|ItemList|OfferCatalog|Book|Vehicle)"/i, /itemtype\s*=\s*["']?https?:\/\/(?:www\.)?schema\.org\/(?:Product|Offer|AggregateOffer)/i, /(?:property|name)\s*=\s*["']?(?:product:price:amount|og:price:amount|product:price)/i, /og:type["']?\s+content\s*=\s*["']?(?:og:)?product/i,
  /id\s*=\s*["']?(?:productTitle|priceblock_|corePrice|add-to-cart-button|addToCart|J_StrPrice|J_PromoPrice|spec-list|product-addtocart)/i, /data-component-type\s*=\s*["']?s-search-result|class\s*=\s*["'][^"']{0,100}\b(?:gl-item|s-item|s-card|product-item|product-card|product_pod)\b/i,
  // Not as a parameter of an address: a wall repeats the address that was asked for.
  /(?<![?&\w-]|%26|%3f)["']?(?:skuBase|skuCore|sku2info|priceInfo|itemDO|skuModule|productInfoComponent|usItemId|variantId|product_id|productId)["']?\s*[:=]/i,
  /g_page_config|runParams\s*=\s*\{[^}]{20}|window\.rawData\s*=\s*\{[^]{0,400}?goods(?!["']?\s*:\s*(?:null|\{\s*\}))/,
];

/** Cuts the signs out of a page without building a DOM. Linear in the size of the page. @param hasProduct what {@link hasProductData} says of it, where that is known. */
export function signsOf(page: PageText, hasProduct = hasProductData(page.marks)): Signs {
  const text = page.whole;
  const head = text.slice(0, HEAD_CHARS);
  const isHtml = /<(?:html|head|body|title|div|meta|script|!doctype)/i.test(head);
  const visible = isHtml ? visibleText(text.slice(0, text.length > 4 * HEAD_CHARS ? HEAD_CHARS : 4 * HEAD_CHARS)) : fold(head.slice(0, 4_000));
  const body = text.length <= HEAD_CHARS ? visible : visibleText(text.slice(0, 20 * HEAD_CHARS));
  return {
    ...namesOf(page), visible: visible.slice(0, 6_000), visibleLength: body.length,
    hasProduct, sells: hasProduct || showsSale(body), isHtml,
  };
}

/** An amount and a button that buys it. */
function showsSale(text: string): boolean {
  const start = text.slice(0, HEAD_CHARS);
  return MONEY_TEXT.test(start) && BUY_WORD.test(start);
}

/** True when the page carries data of a product or of a list of products, wherever it stands. */
export function hasProductData(text: string): boolean {
  const searched = text.slice(0, SEARCHED_CHARS);
  return PRODUCT_DATA.some((pattern) => pattern.test(searched)) || nextState(searched);
}

/** The state of a Next page that speaks of a product early. */
function nextState(text: string): boolean {
  const at = text.indexOf('__NEXT_DATA__');
  return at >= 0 && /"(?:price|product)"/.test(text.slice(at, at + 2_000));
}

/** The title and the first heading, in small letters. */
export function namesOf(text: PageText): { title: string; heading: string } {
  const title = /<title[^<>]{0,200}>([^<]{0,400})/di.exec(text.marks.slice(0, HEAD_CHARS))?.indices?.[1];
  return { title: title ? fold(text.cut(...title)) : '', heading: headingsOf(text, 1)[0] ?? '' };
}

/** The first headings of the page in small letters: those of the first rank, else of the second and third. */
export function headingsOf(text: PageText, most: number): string[] {
  return headings(text, /<h1[\s>]/gi, most, SEARCHED_CHARS) ?? headings(text, /<h[23][\s>]/gi, most, 10 * HEAD_CHARS) ?? [];
}

function headings(text: PageText, open: RegExp, most: number, chars: number): string[] | undefined {
  const searched = text.marks.slice(0, chars);
  const found: string[] = [];
  for (let match = open.exec(searched); match; match = found.length < most ? open.exec(searched) : null) {
    const piece = text.cut(match.index, Math.min(match.index + 1_000, chars));
    const end = piece.search(/<\/h[123]/i);
    found.push(fold(piece.slice(piece.indexOf('>') + 1, end < 0 ? 300 : end).replace(/<[^<>]*>/g, ' ').slice(0, 300)));
  }
  return found.length > 0 ? found : undefined;
}

/** How the page's own data name its product, in small letters: a wall's words in there are a name. */
export function productNames(text: string): string {
  const searched = text.slice(0, SEARCHED_CHARS);
  const around = (mark: RegExp, name: RegExp): string => {
    const at = searched.search(mark);
    return at < 0 ? '' : name.exec(searched.slice(Math.max(0, at - 300), at + 2_000))?.[1] ?? '';
  };
  return fold([
    around(/"@type"\s*:\s*\[?\s*"(?:https?:\/\/schema\.org\/)?(?:Product|ProductGroup|Book)"/i, /"name"\s*:\s*"([^"]{0,300})/i),
    around(/og:type["']?\s+content\s*=\s*["']?(?:og:)?product/i, /og:title["']?\s+content\s*=\s*["']([^"']{0,300})/i),
    around(/itemtype\s*=\s*["']?https?:\/\/(?:www\.)?schema\.org\/Product/i, /itemprop\s*=\s*["']?name["'\s>][^<>]{0,200}>([^<]{0,300})/i),
  ].join(' | '));
}

/** Text without scripts, styles, comments and tags; in small letters, single spaces. */
export function visibleText(html: string): string {
  let out = '';
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) return fold(out + html.slice(at));
    out += `${html.slice(at, open)} `;
    at = afterTag(html, open);
  }
  return fold(out);
}

/** Where the text goes on after the tag, comment or skipped element that begins here. */
function afterTag(html: string, open: number): number {
  if (html.startsWith('<!--', open)) return endOf(html, '-->', open + 4, 3);
  const skipped = /^<(title|script|style|noscript|template|svg)\b/i.exec(html.slice(open, open + 12))?.[1]?.toLowerCase();
  if (!skipped) return endOf(html, '>', open + 1, 1);
  const close = new RegExp(`</${skipped}`, 'gi');
  close.lastIndex = open;
  const found = close.exec(html);
  return found ? endOf(html, '>', found.index, 1) : html.length;
}

function endOf(html: string, mark: string, from: number, length: number): number {
  const end = html.indexOf(mark, from);
  return end < 0 ? html.length : end + length;
}

/** Text as the phrases expect it: entities of blanks and apostrophes resolved, wide commas narrow, small letters. */
function fold(text: string): string {
  return decodeEntities(text).replace(/[’‘]/g, "'").replace(/，/g, ',').replace(/\s{2,}|[^\S ]/g, ' ').trim().toLowerCase();
}
