import { embeddedStates, objectsIn } from '../json/state.ts';
import { parseJson } from '../json/parse.ts';
import { at, isList, isObject, type Json, type JsonObject, listOf } from '../json/value.ts';
import { parseCount } from '../text/count.ts';
import type { CurrencyHints } from '../text/currency.ts';
import { parseRating } from '../text/rating.ts';
import { canonicalUrl, parseUrl } from '../url.ts';
import type { FlatPage } from './flat.ts';
import { type Item, idOfUrl } from './item.ts';
import { referred, streamedStates, unflattened } from './linked.ts';
import { statePrices } from './state-prices.ts';

/** Paths under which embedded item lists keep their fields, of the platforms known and of shops in general. */
const PATHS = {
  title: ['raw_title', 'title.displayTitle', 'title', 'name', 'productName', 'product_name', 'goodsName', 'displayName', 'item.name', 'wname', 'goods_name', 'product_title', 'short_name', 'longName', 'name.longName', 'translated.name', 'masterVariant.name', 'name.text', 'title.text', 'title.value', 'label', 'description.title'],
  url: ['detail_url', 'canonicalUrl', 'url', 'productUrl', 'product_url', 'link', 'linkURL', 'href', 'item.url', 'pdpUrl', 'permalink', 'productDetailUrl', 'link_url', 'itemUrl', 'seoUrl', 'seo_url.canonical_url', 'link.href', 'link.url', 'url.path', 'onlineStoreUrl', '@id'],
  id: ['nid', 'usItemId', 'productId', 'product_id', 'productID', 'itemId', 'item_id', 'goods_id', 'goodsID', 'goodsId', 'skuId', 'sku', 'asin', 'objectID', 'partNumber', 'articleNumber', 'id', 'code', 'masterVariant.sku', 'handle', 'slug'],
  rating: ['averageRating', 'evaluation.starRating', 'aggregateRating.ratingValue', 'item.aggregateRating.ratingValue', 'rating.value', 'rating.average', 'rating', 'ratingValue', 'reviewRating', 'rate_info.score', 'average_rating'],
  reviews: ['numberOfReviews', 'aggregateRating.reviewCount', 'aggregateRating.ratingCount', 'item.aggregateRating.reviewCount', 'comment_count', 'reviewCount', 'reviewsCount', 'rating.count', 'ratingCount', 'review_count', 'rate_info.review_count'],
  sponsored: ['isSponsoredFlag', 'isSponsored', 'sponsored', 'is_ad', 'isAd', 'isP4p'],
} as const;
const MIN_ITEMS = 3;
/** A list object has nothing of an item, however it is shaped. */
const WANTED = /"?(?:title|name|raw_title|productName|product_name|displayTitle|displayName|goods_name|goodsName)\\?"?\s*:/;
/** Members under which a list keeps the item of an entry. */
const INNER = ['node', 'item', 'product', 'data', 'attributes', 'productInfo', 'document', '_source', 'fields'] as const;
/** What an entry is called that is no item. */
const NO_ITEM = /^(?:Ad|.*Placeholder|Breadcrumb.*|ListItem|Organization|WebPage|Question|SiteNavigation.*|ImageObject|Review|.*Banner.*|.*Teaser.*|Category|Collection|.*Facet.*|.*Filter.*|Article|BlogPosting)$/i;
const BESIDE = /recommend|related|recent|similar|cross_?sell|up_?sell|facet|filter|navigation|menu|breadcrumb|variant|skus?\b|image|swatch|banner|suggest|categor(?:y|ies)Tree|alsoBought|alsoViewed/i;

/** The items of the JSON-LD ItemList of the page, in the order of their positions; empty without one. */
export function itemsOfJsonLd(page: FlatPage, base: URL, hints: CurrencyHints): Item[] {
  let best: Item[] = [];
  const single: Json[] = [];
  for (const script of page.scripts) {
    if (!script.type.includes('ld+json') || !/ItemList|OfferCatalog|"Product"/.test(script.body)) continue;
    const value = parseJson(script.body);
    if (value === undefined) continue;
    const lists: Json[][] = [];
    for (const { node, path } of objectsIn(value, 5_000)) {
      if (BESIDE.test(path)) continue;
      lists.push(inOrder([...listOf(node['itemListElement'])]), [...listOf(node['@graph'])].filter(isProduct));
    }
    lists.push([...listOf(value)].filter(isProduct));
    if (isProduct(value)) single.push(value);
    for (const list of [...lists, single]) {
      const items = list.map((entry) => itemOfJson(isObject(entry) ? { ...entry, ...(isObject(entry['item']) ? entry['item'] : {}) } : undefined, base, hints)).filter((item) => item !== undefined);
      if (items.length > best.length) best = items;
    }
  }
  return best;
}

function isProduct(value: Json): boolean {
  return isObject(value) && listOf(value['@type']).some((type) => typeof type === 'string' && /^(?:https?:\/\/schema\.org\/)?(?:Product|ProductGroup)$/.test(type));
}

/** The elements of a list by their positions, where all have one. */
function inOrder(list: readonly Json[]): Json[] {
  const positions = list.map((entry) => Number(isObject(entry) ? entry['position'] : Number.NaN));
  if (positions.some((position) => !Number.isFinite(position))) return [...list];
  return list.map((entry, i) => ({ entry, position: positions[i] ?? 0 })).toSorted((a, b) => a.position - b.position).map(({ entry }) => entry);
}

/** The longest list of items in the state the page embeds for its scripts; empty without one. */
export function itemsOfState(page: FlatPage, base: URL, hints: CurrencyHints): Item[] {
  let best: Item[] = [];
  for (const root of statesOf(page)) {
    for (const list of listsIn(root)) {
      if (list.length < MIN_ITEMS || list.length <= best.length) continue;
      const items = list.map((entry) => itemOfJson(innerOf(referred(entry, root), root), base, hints)).filter((item) => item !== undefined);
      const priced = items.filter((item) => item.price !== undefined).length;
      if (items.length > best.length && items.length >= MIN_ITEMS && priced * 2 >= items.length) best = items;
    }
  }
  return best;
}

function* statesOf(page: FlatPage): Generator<Json> {
  for (const state of embeddedStates(page.scripts, WANTED)) yield unflattened(state.value);
  yield* streamedStates(page, WANTED);
}

/** Lists and tables of entries, those of what stands beside the list left out. */
function* listsIn(value: Json): Generator<readonly Json[]> {
  if (isList(value)) yield value;
  for (const { node, path } of objectsIn(value)) {
    if (BESIDE.test(path)) continue;
    for (const [name, child] of Object.entries(node)) if (isList(child) && child.length >= MIN_ITEMS && !BESIDE.test(name)) yield child;
    const entries = Object.values(node);
    if (entries.length >= MIN_ITEMS && entries.length <= 500 && entries.every((entry) => isObject(entry)) && !BESIDE.test(path)) yield entries;
  }
}

/** The item in an entry: the entry itself, or what it keeps under one of the usual names. */
function innerOf(entry: Json, root: Json): JsonObject | undefined {
  if (!isObject(entry)) return undefined;
  for (const name of INNER) {
    const inner = referred(entry[name] ?? null, root);
    if (isObject(inner) && textAt(inner, PATHS.title) !== undefined && textAt(entry, PATHS.title) === undefined) return { ...entry, ...inner };
  }
  return entry;
}

function textAt(value: JsonObject, paths: readonly string[]): string | undefined {
  for (const path of paths) {
    const found = at(value, path);
    if (typeof found === 'string' && found.trim() !== '') return found.trim();
    if (typeof found === 'number') return String(found);
  }
  return undefined;
}

/** The address of an item: stated, or made of the name that the engines Shopify and Magento keep of it. */
function addressOf(entry: JsonObject, base: URL): URL | undefined {
  const stated = parseUrl(textAt(entry, PATHS.url), base);
  if (stated) return stated;
  const [handle, key] = [entry['handle'], entry['url_key']];
  if (typeof handle === 'string' && /^[\w-]{1,200}$/.test(handle)) return new URL(`/products/${handle}`, base);
  if (typeof key === 'string' && /^[\w-]{1,200}$/.test(key)) return new URL(`/${key}${typeof entry['url_suffix'] === 'string' ? entry['url_suffix'] : '.html'}`, base);
  return undefined;
}

function itemOfJson(entry: JsonObject | undefined, base: URL, hints: CurrencyHints): Item | undefined {
  if (!entry) return undefined;
  const type = entry['__typename'] ?? entry['@type'];
  if (typeof type === 'string' && NO_ITEM.test(type)) return undefined;
  const title = textAt(entry, PATHS.title)?.replace(/<[^<>]{0,200}>/g, '').trim();
  const id = textAt(entry, PATHS.id);
  const url = addressOf(entry, base);
  const prices = title ? statePrices(entry, hints) : {};
  if (!title || !/\p{L}/u.test(title) || !url && (id === undefined || !prices.price)) return undefined;
  const address = url ?? new URL(`#${encodeURIComponent(id ?? '')}`, base);
  const rating = parseRating(textAt(entry, PATHS.rating) ?? '');
  const reviewCount = parseCount(textAt(entry, PATHS.reviews) ?? '');
  return {
    productId: id ?? idOfUrl(address), title: title.slice(0, 500), url: url ? canonicalUrl(url) : address.href, sponsored: PATHS.sponsored.some((path) => at(entry, path) === true || at(entry, path) === 1 || at(entry, path) === '1'),
    ...prices, ...(rating && { rating }), ...(reviewCount && { reviewCount }),
  };
}
