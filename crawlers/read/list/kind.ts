import { objectsIn } from '../json/state.ts';
import { parseJson } from '../json/parse.ts';
import { type FlatElement, type FlatPage, textOf, upwards } from './flat.ts';
import { inRange, insideOf, type Marks } from './marks.ts';
import { signsOfOne } from './one-product.ts';
import { BASKET_HEADING, BASKET_URL, BUY, LIST_PATH, LIST_URL, PRODUCT_URL } from './words.ts';

/** What a page says of itself beside its blocks. */
export interface PageSigns {
  readonly total: boolean;
  readonly next: boolean;
  /** Items that the page's own ItemList names. */
  readonly stated: number;
  /** The blocks are those of a known list layout. */
  readonly layout: boolean;
  /** The page says that nothing was found. */
  readonly saidEmpty: boolean;
}

/** More JSON-LD than this is not looked at for what the page is about. */
const MAX_SCRIPT = 500_000;

/**
 * `product` for a page about one product (its recommendations are no list), `basket` for a basket, else undefined. A list speaks for itself by a total,
 * a next page, an ItemList, its address; a product by its data, its address, and a price with a button beside its heading.
 */
export function otherPage(page: FlatPage, base: URL, blocks: readonly FlatElement[], marks: Marks, signs: PageSigns): 'product' | 'basket' | undefined {
  if (isBasket(page, base)) return 'basket';
  const products = productsOfJsonLd(page);
  const product = (signs.saidEmpty ? 0 : signsOfOne(page, blocks, marks)) + (hasBuyBox(page, blocks, marks) ? 3 : hasButtonWithPrice(page, blocks, marks) ? 2 : 0) + (products.length === 1 ? 3 + (isHeading(page, products[0] ?? '') ? 2 : 0) : 0) + (isProductMeta(page) ? 2 : 0) + (hasProductScope(page, blocks) ? 2 : 0) + (PRODUCT_URL.test(base.pathname + base.search) ? 2 : 0);
  const list = (signs.layout ? 3 : 0) + (signs.stated > 2 ? 2 : 0) + (signs.total ? 1 : 0) + (signs.next ? 2 : 0) + (LIST_URL.test(base.pathname + base.search) ? 2 : LIST_PATH.test(base.pathname) ? 1 : 0) + (products.length > 2 ? 1 : 0) + (hasSorting(page, blocks) ? 2 : 0);
  return product > list && product >= 2 ? 'product' : undefined;
}

function isBasket(page: FlatPage, base: URL): boolean {
  if (BASKET_URL.test(base.pathname)) return true;
  const heading = page.elements.find((element) => element.tag === 'h1');
  return heading !== undefined && BASKET_HEADING.test(textOf(page, heading, 60));
}

/** A price and a button to buy in the part of the page around its heading that holds no block. */
function hasBuyBox(page: FlatPage, blocks: readonly FlatElement[], marks: Marks): boolean {
  const inside = insideOf(page, blocks);
  const headings = page.elements.filter((element) => element.tag === 'h1' && inside[element.index] !== 1);
  return headings.slice(0, 3).some((heading) => {
    let part = heading;
    for (const above of upwards(page, heading.parent, 30)) {
      if (above.tag === 'body' || holdsBlock(above, blocks)) break;
      part = above;
    }
    return part !== heading && inRange(marks.prices, part) > 0 && hasButton(page, part);
  });
}

/** A button to buy outside of all blocks, with a price and a heading in the part of the page around it that holds no block. */
function hasButtonWithPrice(page: FlatPage, blocks: readonly FlatElement[], marks: Marks): boolean {
  const inside = insideOf(page, blocks);
  const buttons = page.elements.filter((element) => !marks.outside[element.index] && inside[element.index] !== 1 && isBuyButton(page, element)).slice(0, 5);
  return buttons.some((button) => {
    for (const above of upwards(page, button.parent, 10)) {
      if (above.tag === 'body' || holdsBlock(above, blocks)) return false;
      if (inRange(marks.prices, above) > 0 && page.elements.slice(above.index, above.end).some(({ tag }) => /^h[12]$/.test(tag))) return true;
    }
    return false;
  });
}

/** True when an element holds all of a block. */
function holdsBlock(element: FlatElement, blocks: readonly FlatElement[]): boolean {
  return blocks.some((block) => element.index <= block.index && block.end <= element.end);
}

function hasButton(page: FlatPage, part: FlatElement): boolean {
  return page.elements.slice(part.index, part.end).some((element) => isBuyButton(page, element));
}

function isBuyButton(page: FlatPage, element: FlatElement): boolean {
  const { tag, attributes } = element;
  if (tag === 'form') return /cart|basket|panier|warenkorb|carrito|carrello|koszyk/i.test(attributes['action'] ?? '');
  if (tag !== 'button' && tag !== 'a' && attributes['role'] !== 'button' && !(tag === 'input' && /submit|button/i.test(attributes['type'] ?? ''))) return false;
  return BUY.test(`${textOf(page, element, 60)} ${attributes['value'] ?? ''} ${attributes['title'] ?? ''} ${attributes['aria-label'] ?? ''}`) || /add-?to-?(?:cart|bag|basket)|addtocart|buy-?now|in-?den-?warenkorb/i.test(`${attributes['class'] ?? ''} ${attributes['id'] ?? ''} ${attributes['name'] ?? ''}`);
}

/** True when the page's first heading or title says the same name. */
function isHeading(page: FlatPage, name: string): boolean {
  const fold = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
  const [wanted, heading] = [fold(name), page.elements.find((element) => element.tag === 'h1')];
  return wanted.length > 3 && heading !== undefined && fold(textOf(page, heading, 300)).includes(wanted);
}

/** The names of the products that the page's JSON-LD is about, those inside of lists and those that others are related to left out. */
function productsOfJsonLd(page: FlatPage): string[] {
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
  return [...names];
}

function isProductMeta(page: FlatPage): boolean {
  return page.elements.some(({ tag, attributes }) => tag === 'meta' && (/og:type/i.test(attributes['property'] ?? attributes['name'] ?? '') && /product(?!.{0,3}group|s)/i.test(attributes['content'] ?? '') || /^(?:product:price:amount|og:price:amount)$/i.test(attributes['property'] ?? '')));
}

/** Microdata of a product around the page's heading. */
function hasProductScope(page: FlatPage, blocks: readonly FlatElement[]): boolean {
  const scopes = page.elements.filter((element) => /schema\.org\/Product\b/i.test(element.attributes['itemtype'] ?? ''));
  if (scopes.length > 3) return false;
  const own = scopes.filter((scope) => !blocks.some((block) => block.index <= scope.index + 1 && scope.index <= block.end && scope.end <= block.end + 1));
  return own.length === 1;
}

/** A choice of how the items are sorted: a page of one product has none, but for its reviews. */
function hasSorting(page: FlatPage, blocks: readonly FlatElement[]): boolean {
  const last = blocks[0]?.index ?? 0;
  return page.elements.some(({ tag, attributes, index }) => index < last && (tag === 'select' || tag === 'ul' || tag === 'div' || tag === 'button') && /(?:^|[\s_-])(?:sort(?:by|ing|er|-by)?|order-?by|sortierung|tri)(?:$|[\s_-])/i.test(`${attributes['class'] ?? ''} ${attributes['id'] ?? ''} ${attributes['name'] ?? ''}`) && !/review|comment/i.test(`${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`));
}

/** So many places of items that were not loaded yet make a shell. */
const LEAST_PLACES = 3;

/** True when the page shows where its items will stand: empty cards that wait for scripts, or an empty main part. */
export function showsPlaces(page: FlatPage): boolean {
  let places = 0;
  for (const element of page.elements) {
    if (element.textTo === element.textFrom && /skeleton|placeholder|shimmer|(?:^|[\s_-])loading(?:$|[\s_-])|spinner/i.test(element.attributes['class'] ?? '')) places += 1;
    if (element.tag === 'main' && textOf(page, element, 60).length < 40) return true;
  }
  return places >= LEAST_PLACES;
}
