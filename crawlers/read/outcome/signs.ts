/** How much of the page is looked at for walls: they are short; product pages mention the same words further down. */
export const HEAD_CHARS = 20_000;

/** What of a page decides its outcome, cut from the text once. */
export interface Signs {
  readonly title: string;
  readonly heading: string;
  /** Visible text of the first {@link HEAD_CHARS} characters and, of a short page, all of it; small letters. */
  readonly visible: string;
  /** Characters of visible text, counted up to some thousands. */
  readonly visibleLength: number;
  /** The page carries data of a product: markup, embedded state, or a price with a buy button. */
  readonly hasProduct: boolean;
  readonly isHtml: boolean;
}

/** The largest part of a page that is searched for product data. */
const SEARCHED_CHARS = 3_000_000;
const PRODUCT_DATA: readonly RegExp[] = [
  /"@type"\s*:\s*\[?\s*"(?:https?:\/\/schema\.org\/)?(?:Product|ProductGroup|IndividualProduct|Offer|AggregateOffer|ItemList|OfferCatalog|Book|Vehicle)"/i, /itemtype\s*=\s*["']?https?:\/\/(?:www\.)?schema\.org\/(?:Product|Offer|AggregateOffer)/i, /(?:property|name)\s*=\s*["']?(?:product:price:amount|og:price:amount|product:price)/i, /og:type["']?\s+content\s*=\s*["']?(?:og:)?product/i,
  /id\s*=\s*["']?(?:productTitle|priceblock_|corePrice|add-to-cart-button|addToCart|J_StrPrice|J_PromoPrice|spec-list|product-addtocart)/i, /data-component-type\s*=\s*["']?s-search-result|class\s*=\s*["'][^"']{0,100}\b(?:gl-item|s-item|s-card|product-item|product-card|product_pod)\b/i, /(?:"|')?(?:skuBase|skuCore|sku2info|priceInfo|itemDO|skuModule|productInfoComponent|usItemId|variantId|product_id|productId)(?:"|')?\s*[:=]/i,
  /__NEXT_DATA__[^]{0,2000}?"(?:price|product)"/, /g_page_config|runParams\s*=\s*\{[^}]{20}|window\.rawData\s*=\s*\{[^]{0,400}?goods/,
];

/** Cuts the signs out of a page without building a DOM. Linear in the size of the page. */
export function signsOf(text: string): Signs {
  const head = text.slice(0, HEAD_CHARS);
  const isHtml = /<(?:html|head|body|title|div|meta|script|!doctype)/i.test(head);
  const visible = isHtml ? visibleText(text.slice(0, text.length > 4 * HEAD_CHARS ? HEAD_CHARS : 4 * HEAD_CHARS)) : head.slice(0, 4_000);
  const body = text.length <= HEAD_CHARS ? visible : visibleText(text.slice(0, 20 * HEAD_CHARS));
  return {
    ...namesOf(text), visible: visible.slice(0, 6_000), visibleLength: body.length,
    hasProduct: hasProductData(text), isHtml,
  };
}

/** True when the page carries data of a product or of a list of products, wherever it stands. */
export function hasProductData(text: string): boolean {
  const searched = text.slice(0, SEARCHED_CHARS);
  return PRODUCT_DATA.some((pattern) => pattern.test(searched));
}

/** The title and the first heading, in small letters. */
export function namesOf(text: string): { title: string; heading: string } {
  return { title: clean(/<title[^<>]{0,200}>([^<]{0,400})/i.exec(text.slice(0, HEAD_CHARS))?.[1] ?? ''), heading: clean(firstHeading(text)) };
}

function firstHeading(text: string): string {
  const from = text.slice(0, SEARCHED_CHARS).search(/<h1[\s>]/i);
  if (from < 0) return '';
  const piece = text.slice(from, from + 1_000);
  const end = piece.search(/<\/h1/i);
  return piece.slice(piece.indexOf('>') + 1, end < 0 ? 300 : end).replace(/<[^<>]*>/g, ' ').slice(0, 300);
}

/** Text without scripts, styles, comments and tags; in small letters, single spaces. */
export function visibleText(html: string): string {
  let out = '';
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) return clean(out + html.slice(at));
    out += `${html.slice(at, open)} `;
    at = afterTag(html, open);
  }
  return clean(out);
}

/** Where the text goes on after the tag, comment or skipped element that begins here. */
function afterTag(html: string, open: number): number {
  if (html.startsWith('<!--', open)) return endOf(html, '-->', open + 4, 3);
  const skipped = /^<(script|style|noscript|template|svg)\b/i.exec(html.slice(open, open + 12))?.[1]?.toLowerCase();
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

function clean(text: string): string {
  return text.replace(/&(?:nbsp|#160|#xa0);/gi, ' ').replace(/&(?:#39|apos|#x27|rsquo|#8217);|[’‘]/gi, "'").replace(/&amp;/gi, '&').replace(/[，]/g, ',').replace(/\s+/g, ' ').trim().toLowerCase();
}
