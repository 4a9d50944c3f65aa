import { noCandidates } from '../../read/candidates.ts';
import type { PageContext } from '../../read/context.ts';
import { isObject, listOf, type Json, type JsonObject } from '../../read/json/value.ts';
import { textOf } from '../../read/schema-org/values.ts';
import { listingFrom, withoutListPrice } from '../listing.ts';
import type { JsonAnswer } from '../platform.ts';
import { addProduct, type Units } from './product.ts';

/**
 * `products.json` (a list, with the next page until one is empty), `/products/x.json` (decimal text, no availability) and
 * `/products/x.js` (hundredths). None of them names a currency: it is the source's configured one.
 */
export function readAnswer(json: Json, page: PageContext): JsonAnswer | undefined {
  if (!isObject(json)) return undefined;
  if (Array.isArray(json['products'])) {
    const products = listOf(json['products']).filter(isProduct);
    if (products.length === 0 && json['products'].length > 0) return undefined;
    const next = products.length > 0 ? nextPage(page.url) : undefined;
    return { listings: products.flatMap((node) => listing(node, 'decimal', page) ?? []), reviews: [], ...(next === undefined ? {} : { next }) };
  }
  const single = isObject(json['product']) ? json['product'] : json;
  if (!isProduct(single)) return undefined;
  const read = listing(single, single === json ? 'minor' : 'decimal', page);
  return read ? { listings: [read], reviews: [] } : undefined;
}

function isProduct(node: Json): node is JsonObject {
  return isObject(node) && Array.isArray(node['variants']) && node['handle'] !== undefined && node['title'] !== undefined;
}

function listing(node: JsonObject, units: Units, page: PageContext): JsonAnswer['listings'][number] | undefined {
  const id = textOf(node['id']);
  const handle = textOf(node['handle']);
  if (id === undefined || handle === undefined) return undefined;
  const found = noCandidates();
  addProduct({ node, units, method: 'api', place: 'product', currency: page.hints.currency }, page, found);
  const read = listingFrom(found, id, new URL(`/products/${encodeURIComponent(handle)}`, page.url).href, page);
  return listOf(node['variants']).every(hasNoListPrice) ? withoutListPrice(read, 'product.variants.compare_at_price', 'null') : read;
}

/** The variant names no price to compare at: null, empty, or not above its own. One that leaves it out says nothing. */
function hasNoListPrice(variant: Json): boolean {
  if (!isObject(variant)) return false;
  const list = variant['compare_at_price'];
  return list === null || list === '' || (list !== undefined && Number(list) <= Number(variant['price']));
}

/** The page after this one; the endpoint answers with an empty list behind the last, and refuses beyond 25,000 articles. */
function nextPage(url: URL): string | undefined {
  const next = new URL(url);
  const number = Number(url.searchParams.get('page') ?? '1') + 1;
  const limit = Number(url.searchParams.get('limit') ?? '50');
  if (!Number.isSafeInteger(number) || number * limit > 25_000) return undefined;
  next.searchParams.set('page', String(number));
  return next.href;
}
