import type { Price } from '../../../model/listing.ts';
import { type CurrencyCode, currencyCode, moneyFromDecimal } from '../../../model/money.ts';
import { embeddedStates, objectsIn } from '../json/state.ts';
import { parseJson } from '../json/parse.ts';
import { at, firstAt, isList, isObject, type Json, type JsonObject, listOf } from '../json/value.ts';
import { parseCount } from '../text/count.ts';
import type { CurrencyHints } from '../text/currency.ts';
import { parsePrice } from '../text/price.ts';
import { parseRating } from '../text/rating.ts';
import { canonicalUrl, parseUrl } from '../url.ts';
import type { FlatPage } from './flat.ts';
import { type Item, idOfUrl } from './item.ts';

/** Paths under which embedded item lists keep their fields, of the platforms known and of shops in general. */
const PATHS = {
  title: ['raw_title', 'title.displayTitle', 'title', 'name', 'productName', 'displayName', 'item.name', 'wname', 'goods_name', 'short_name', 'longName', 'name.longName'],
  url: ['detail_url', 'canonicalUrl', 'url', 'productUrl', 'link', 'href', 'item.url', 'pdpUrl', 'permalink', 'productDetailUrl', 'link_url', '@id'],
  id: ['nid', 'usItemId', 'productId', 'product_id', 'itemId', 'item_id', 'goods_id', 'skuId', 'sku', 'asin', 'id', 'code'],
  price: ['view_price', 'priceInfo.linePrice', 'prices.salePrice.minPrice', 'salePrice.value', 'salePrice', 'sale_price', 'currentPrice', 'price.current.value', 'price.current', 'price.value', 'price.amount', 'price.price', 'price.sale', 'offers.price', 'offers.lowPrice', 'item.offers.price', 'item.offers[0].price', 'offers[0].price', 'priceInfo.currentPrice.price', 'finalPrice', 'price', 'min_price', 'minPrice', 'prices.price'],
  listPrice: ['priceInfo.wasPrice', 'prices.originalPrice.minPrice', 'originalPrice.value', 'originalPrice', 'compare_at_price', 'listPrice.value', 'listPrice', 'wasPrice', 'oldPrice', 'regular_price', 'regularPrice', 'price.original', 'rrp', 'marketPrice'],
  currency: ['prices.salePrice.currencyCode', 'priceCurrency', 'offers.priceCurrency', 'offers[0].priceCurrency', 'item.offers.priceCurrency', 'item.offers[0].priceCurrency', 'currency', 'currencyCode', 'price.currency', 'price.currencyCode', 'salePrice.currency'],
  rating: ['averageRating', 'evaluation.starRating', 'aggregateRating.ratingValue', 'item.aggregateRating.ratingValue', 'rating.value', 'rating.average', 'rating', 'ratingValue', 'reviewRating'],
  reviews: ['numberOfReviews', 'aggregateRating.reviewCount', 'aggregateRating.ratingCount', 'item.aggregateRating.reviewCount', 'comment_count', 'reviewCount', 'reviewsCount', 'rating.count', 'ratingCount', 'review_count'],
  sponsored: ['isSponsoredFlag', 'isSponsored', 'sponsored', 'is_ad', 'isAd', 'isP4p'],
} as const;
const MIN_ITEMS = 3;
/** A list object has nothing of an item, however it is shaped. */
const WANTED = /"?(?:title|name|raw_title|productName|displayTitle|goods_name)"?\s*:/;

/** The items of the JSON-LD ItemList of the page, in order; empty without one. */
export function itemsOfJsonLd(page: FlatPage, base: URL, hints: CurrencyHints): Item[] {
  let best: Item[] = [];
  for (const script of page.scripts) {
    if (!script.type.includes('ld+json') || !/ItemList|"@type"\s*:\s*"Product"/.test(script.body)) continue;
    const value = parseJson(script.body);
    if (value === undefined) continue;
    const lists: Json[][] = [...objectsIn(value, 5_000)].map(({ node }) => [...listOf(node['itemListElement'])]);
    lists.push([...listOf(value)]);
    for (const list of lists) {
      const items = list.map((entry) => itemOfJson(isObject(entry) ? { ...entry, ...(isObject(entry['item']) ? entry['item'] : {}) } : undefined, base, hints)).filter((item) => item !== undefined);
      if (items.length > best.length) best = items;
    }
  }
  return best;
}

/** The longest list of items in the state the page embeds for its scripts; empty without one. */
export function itemsOfState(page: FlatPage, base: URL, hints: CurrencyHints): Item[] {
  let best: Item[] = [];
  for (const state of embeddedStates(page.scripts, WANTED)) {
    for (const list of listsIn(state.value)) {
      if (list.length < MIN_ITEMS || list.length <= best.length) continue;
      const items = list.map((entry) => (isObject(entry) ? itemOfJson(entry, base, hints) : undefined)).filter((item) => item !== undefined);
      const priced = items.filter((item) => item.price !== undefined).length;
      if (items.length > best.length && items.length >= MIN_ITEMS && priced * 2 >= items.length) best = items;
    }
  }
  return best;
}

function* listsIn(value: Json): Generator<readonly Json[]> {
  if (isList(value)) yield value;
  for (const { node } of objectsIn(value)) for (const child of Object.values(node)) if (isList(child) && child.length >= MIN_ITEMS) yield child;
}

function textAt(value: JsonObject, paths: readonly string[]): string | undefined {
  for (const path of paths) {
    const found = at(value, path);
    if (typeof found === 'string' && found.trim() !== '') return found.trim();
    if (typeof found === 'number') return String(found);
  }
  return undefined;
}

function itemOfJson(entry: JsonObject | undefined, base: URL, hints: CurrencyHints): Item | undefined {
  if (!entry) return undefined;
  const type = entry['__typename'] ?? entry['@type'];
  if (typeof type === 'string' && /Ad|Placeholder|Breadcrumb|Organization|WebPage|Question|SiteNavigation|ImageObject|Review/i.test(type)) return undefined;
  const title = textAt(entry, PATHS.title)?.replace(/<[^<>]{0,200}>/g, '').trim();
  const id = textAt(entry, PATHS.id);
  const url = parseUrl(textAt(entry, PATHS.url), base) ?? undefined;
  if (!title || !url && (id === undefined || firstAt(entry, ...PATHS.price) === undefined)) return undefined;
  const address = url ?? new URL(`#${encodeURIComponent(id ?? '')}`, base);
  const currency = currencyCode(textAt(entry, PATHS.currency) ?? '') ?? hints.currency;
  const price = priceAt(entry, PATHS.price, currency, hints, 'page');
  const listPrice = priceAt(entry, PATHS.listPrice, currency, hints, 'list');
  const rating = parseRating(textAt(entry, PATHS.rating) ?? '');
  const reviewCount = parseCount(textAt(entry, PATHS.reviews) ?? '');
  return {
    productId: id ?? idOfUrl(address), title: title.slice(0, 500), url: url ? canonicalUrl(url) : address.href, sponsored: PATHS.sponsored.some((path) => at(entry, path) === true || at(entry, path) === 1 || at(entry, path) === '1'),
    ...(price && { price }), ...(listPrice && price && listPrice.money.currency === price.money.currency && listPrice.money.minor > price.money.minor && { listPrice }), ...(rating && { rating }), ...(reviewCount && { reviewCount }),
  };
}

/** A price with a currency; 0 is no price but a sold-out item. */
function priceAt(entry: JsonObject, paths: readonly string[], currency: CurrencyCode | undefined, hints: CurrencyHints, kind: 'page' | 'list'): Price | undefined {
  for (const path of paths) {
    const found = at(entry, path);
    if (typeof found !== 'string' && typeof found !== 'number') continue;
    const read = typeof found === 'number' || /^\d+(?:\.\d+)?$/.test(found) ? { state: 'known' as const, amount: String(found), currency } : parsePrice(found, currency ? { ...hints, currency } : hints);
    if (read.state !== 'known' || !read.currency) continue;
    const money = moneyFromDecimal(read.amount, read.currency);
    if (money && money.minor > 0) return { kind, money };
  }
  return undefined;
}
