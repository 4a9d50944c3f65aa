import { objectsIn } from '../json/state.ts';
import { parseJson } from '../json/parse.ts';
import { type FlatElement, type FlatPage, textOf, upwards } from './flat.ts';
import { inRange, type Marks } from './marks.ts';
import { BASKET_HEADING, BASKET_URL, BUY, LIST_URL, PRODUCT_URL } from './words.ts';

/** What a page says of itself beside its blocks. */
export interface PageSigns {
  readonly total: boolean;
  readonly next: boolean;
  /** Items that the page's own ItemList names. */
  readonly stated: number;
}

/** More JSON-LD than this is not looked at for what the page is about. */
const MAX_SCRIPT = 500_000;

/**
 * True for a page about one product (its recommendations are no list) and for a basket. A list speaks for itself by a total,
 * a next page, an ItemList, its address; a product by its data, its address, and a price with a button beside its heading.
 */
export function isOtherPage(page: FlatPage, base: URL, blocks: readonly FlatElement[], marks: Marks, signs: PageSigns): boolean {
  if (isBasket(page, base)) return true;
  const products = productsOfJsonLd(page);
  const product = (hasBuyBox(page, blocks, marks) ? 3 : 0) + (products === 1 ? 2 : 0) + (isProductMeta(page) ? 2 : 0) + (hasProductScope(page, blocks) ? 2 : 0) + (PRODUCT_URL.test(base.pathname + base.search) ? 2 : 0);
  const list = (signs.stated > 2 ? 2 : 0) + (signs.total ? 1 : 0) + (signs.next ? 2 : 0) + (LIST_URL.test(base.pathname + base.search) ? 2 : 0) + (products > 2 ? 1 : 0) + (hasSorting(page, blocks) ? 2 : 0);
  return product > list && product >= 2;
}

function isBasket(page: FlatPage, base: URL): boolean {
  if (BASKET_URL.test(base.pathname)) return true;
  const heading = page.elements.find((element) => element.tag === 'h1');
  return heading !== undefined && BASKET_HEADING.test(textOf(page, heading, 60));
}

/** A price and a button to buy in the part of the page around its heading that holds no block. */
function hasBuyBox(page: FlatPage, blocks: readonly FlatElement[], marks: Marks): boolean {
  const headings = page.elements.filter((element) => element.tag === 'h1' && !blocks.some((block) => block.index <= element.index && element.index < block.end));
  return headings.slice(0, 3).some((heading) => {
    let part = heading;
    for (const above of upwards(page, heading.parent, 30)) {
      if (above.tag === 'body' || blocks.some((block) => above.index <= block.index && block.end <= above.end)) break;
      part = above;
    }
    return part !== heading && inRange(marks.prices, part) > 0 && hasButton(page, part);
  });
}

function hasButton(page: FlatPage, part: FlatElement): boolean {
  for (let i = part.index; i < part.end; i += 1) {
    const element = page.elements[i];
    if (!element) break;
    const { tag, attributes } = element;
    if (tag === 'form' && /cart|basket|panier|warenkorb|carrito|carrello|koszyk/i.test(attributes['action'] ?? '')) return true;
    const pressed = tag === 'button' || tag === 'input' && /submit|button/i.test(attributes['type'] ?? '') || tag === 'a' || attributes['role'] === 'button';
    if (pressed && (BUY.test(`${textOf(page, element, 60)} ${attributes['value'] ?? ''} ${attributes['title'] ?? ''} ${attributes['aria-label'] ?? ''}`) || /add-?to-?(?:cart|bag|basket)|addtocart|buy-?now|in-?den-?warenkorb/i.test(`${attributes['class'] ?? ''} ${attributes['id'] ?? ''} ${attributes['name'] ?? ''}`))) return true;
  }
  return false;
}

/** How many products the page's JSON-LD is about, those inside of lists and those that others are related to not counted. */
function productsOfJsonLd(page: FlatPage): number {
  const names = new Set<string>();
  for (const script of page.scripts) {
    if (!script.type.includes('ld+json') || script.body.length > MAX_SCRIPT || !/"(?:https?:\/\/schema\.org\/)?Product(?:Group)?"/.test(script.body)) continue;
    const value = parseJson(script.body);
    if (value === undefined) continue;
    for (const { node, path } of objectsIn(value, 5_000)) {
      const type = node['@type'];
      if ((Array.isArray(type) ? type : [type]).some((one) => typeof one === 'string' && /^(?:https?:\/\/schema\.org\/)?Product(?:Group)?$/.test(one)) && !/itemListElement|isRelatedTo|isSimilarTo|isAccessory|hasVariant|isVariantOf|itemOffered|review|mentions|hasPart/i.test(path)) names.add(typeof node['name'] === 'string' ? node['name'] : `${names.size}`);
    }
  }
  return names.size;
}

function isProductMeta(page: FlatPage): boolean {
  return page.elements.some(({ tag, attributes }) => tag === 'meta' && (/og:type/i.test(attributes['property'] ?? attributes['name'] ?? '') && /product(?!.{0,3}group|s)/i.test(attributes['content'] ?? '') || /^(?:product:price:amount|og:price:amount)$/i.test(attributes['property'] ?? '')));
}

/** Microdata of a product around the page's heading. */
function hasProductScope(page: FlatPage, blocks: readonly FlatElement[]): boolean {
  const scopes = page.elements.filter((element) => /schema\.org\/Product\b/i.test(element.attributes['itemtype'] ?? ''));
  const own = scopes.filter((scope) => !blocks.some((block) => block.index <= scope.index + 1 && scope.index <= block.end && scope.end <= block.end + 1));
  return own.length === 1 && scopes.length < 4;
}

/** A choice of how the items are sorted: a page of one product has none, but for its reviews. */
function hasSorting(page: FlatPage, blocks: readonly FlatElement[]): boolean {
  const last = blocks[0]?.index ?? 0;
  return page.elements.some(({ tag, attributes, index }) => index < last && (tag === 'select' || tag === 'ul' || tag === 'div' || tag === 'button') && /(?:^|[\s_-])(?:sort(?:by|ing|er|-by)?|order-?by|sortierung|tri)(?:$|[\s_-])/i.test(`${attributes['class'] ?? ''} ${attributes['id'] ?? ''} ${attributes['name'] ?? ''}`) && !/review|comment/i.test(`${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`));
}
