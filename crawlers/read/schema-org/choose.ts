import type { PageContext } from '../context.ts';
import { isObject, listOf, type JsonObject } from '../json/value.ts';
import { parseUrl, pathKey } from '../url.ts';
import type { Graph, ProductNode } from './nodes.ts';
import { textOf } from './values.ts';

/**
 * The page's own product among several: by URL, article number in the URL, and title. Related products are never
 * taken: what stands in a list must match by URL or title, and so must one of several. Undefined when none does.
 */
export function ownProduct(graph: Graph, page: PageContext): ProductNode | undefined {
  // A variant is read with its group, which knows the others.
  const beside = new Set([...graph.variants.values()].flat());
  const whole = graph.products.filter((product) => !product.place.includes('.hasVariant') && !beside.has(product));
  const title = new Set(wordsOf(`${page.head.meta.get('og:title') ?? ''} ${page.head.title}`));
  const likes = (whole.length > 0 ? whole : graph.products).map((product) => likeOf(product, title, page));
  const best = likes.toSorted((a, b) => score(b) - score(a))[0];
  if (!best) return undefined;
  const alone = likes.filter(({ product }) => !product.listed).length === 1 && !best.product.listed;
  if (isEvident(best)) return best.product;
  // Alone and silent about itself is the page's own; alone with another URL and another name is somebody else's.
  return alone && !contradicts(best, page) ? best.product : undefined;
}

/** In what a product is like its page. */
interface Like {
  readonly product: ProductNode;
  /** Share of the words of its name that stand in the page's title. */
  readonly named: number;
  /** It has the page's address. */
  readonly addressed: boolean;
  /** Its number stands in the page's address. */
  readonly numbered: boolean;
}

function likeOf(product: ProductNode, title: ReadonlySet<string>, page: PageContext): Like {
  const { node } = product;
  return { product, named: shareIn(title, wordsOf(textOf(node['name']) ?? '')), addressed: sameUrl(node, page), numbered: skuInUrl(node, page) };
}

function score({ product: { node, listed }, named, addressed, numbered }: Like): number {
  let sum = addressed ? 4 : 0;
  sum += 4 * named;
  if (numbered) sum += 2;
  if (node['offers'] !== undefined || node['hasVariant'] !== undefined) sum += 1;
  if (listed) sum -= 2;
  return sum;
}

function isEvident({ product: { listed }, named, addressed, numbered }: Like): boolean {
  return addressed || named >= (listed ? 0.8 : 0.6) || (!listed && numbered);
}

function contradicts({ product: { node }, named, addressed }: Like, page: PageContext): boolean {
  return named < 0.2 && !addressed && urlsOf(node, page).some((url) => pathKey(url) !== '/');
}

/** Share of the words of `name` that stand in `title`: 0 to 1. */
export function likeness(name: string, title: string): number {
  return shareIn(new Set(wordsOf(title)), wordsOf(name));
}

/** Share of the words that are among those: {@link likeness} where one text is held against many. */
export function shareIn(there: ReadonlySet<string>, words: readonly string[]): number {
  return words.length === 0 ? 0 : words.filter((word) => there.has(word)).length / words.length;
}

/** The words of a name or title, in small letters. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().slice(0, 500).match(/\p{Script=Han}|[\p{L}\p{N}]+/gu) ?? [];
}

function urlsOf(node: JsonObject, page: PageContext): URL[] {
  const offers = listOf(node['offers']).filter(isObject);
  const found = [node['url'], node['@id'], node['mainEntityOfPage'], ...offers.slice(0, 3).map((offer) => offer['url'])];
  return found.flatMap((value) => {
    const text = isObject(value) ? value['@id'] : value;
    const url = typeof text === 'string' && /^(?:https?:)?\//.test(text) ? parseUrl(text, page.url) : undefined;
    return url ? [url] : [];
  });
}

function sameUrl(node: JsonObject, page: PageContext): boolean {
  const own = new Set([pathKey(page.url)]);
  const canonical = parseUrl(page.head.canonical, page.url);
  if (canonical) own.add(pathKey(canonical));
  own.delete('/');
  return urlsOf(node, page).some((url) => own.has(pathKey(url)));
}

function skuInUrl(node: JsonObject, page: PageContext): boolean {
  const url = page.url.href.toLowerCase();
  return [node['sku'], node['productID'], node['mpn'], node['productGroupID']].some((value) => {
    const sku = textOf(value)?.toLowerCase();
    return sku !== undefined && sku.length >= 4 && url.includes(sku);
  });
}
