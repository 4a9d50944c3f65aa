import { objectsIn } from '../json/state.ts';
import { at, isObject, type Json, type JsonObject } from '../json/value.ts';
import { parseCount } from '../text/count.ts';
import type { CurrencyHints } from '../text/currency.ts';
import { parseRating } from '../text/rating.ts';
import { canonicalUrl, parseUrl } from '../url.ts';
import { idOfUrl } from './ids.ts';
import type { Item } from './item.ts';
import { referred, withReferred } from './linked.ts';
import { statePrices } from './state-prices.ts';

/** Paths under which embedded item lists keep their fields, of the platforms known and of shops in general. */
const PATHS = {
  title: ['raw_title', 'title.displayTitle', 'title', 'name', 'productName', 'product_name', 'goodsName', 'displayName', 'item.name', 'wname', 'wareName', 'goods_name', 'product_title', 'productTitle', 'short_name', 'longName', 'name.longName', 'translated.name', 'masterVariant.name', 'name.text', 'title.text', 'title.value', 'titles.title', 'titles.main', 'subject', 'label', 'description.title', 'shortName', 'shortDescription'],
  url: ['detail_url', 'canonicalUrl', 'url', 'productUrl', 'product_url', 'link', 'linkURL', 'href', 'item.url', 'pdpUrl', 'permalink', 'productDetailUrl', 'link_url', 'itemUrl', 'seoUrl', 'productDetailsUrl', 'detailUrl', 'detailsUrl', 'detailPageUrl', 'landingPageUrl', 'smartUrl', 'baseUrl', 'relativeUrl', 'targetUrl', 'webUrl', 'seo_url.canonical_url', 'link.href', 'link.url', 'url.path', 'url_path', 'onlineStoreUrl', '@id'],
  id: ['nid', 'usItemId', 'productId', 'product_id', 'productID', 'itemId', 'item_id', 'goods_id', 'goodsID', 'goodsId', 'skuId', 'skuNo', 'wareId', 'sku', 'asin', 'objectID', 'partNumber', 'articleNumber', 'listId', 'listingId', 'adId', 'id', 'code', 'uid', 'masterVariant.sku', 'handle', 'slug'],
  rating: ['averageRating', 'evaluation.starRating', 'aggregateRating.ratingValue', 'item.aggregateRating.ratingValue', 'rating.value', 'rating.average', 'rating', 'ratingValue', 'reviewRating', 'avgRating', 'rate_info.score', 'average_rating', 'ratingAverage', 'rating_average', 'starRating', 'ratingScore', 'reviews.average', 'item_rating.rating_star', 'rating.rate', 'rating.score', 'product_rating.value', 'product_rating', 'ratings.average', 'averageStar', 'reviewSummary.averageRating', 'reviewStatistics.averageOverallRating'],
  reviews: ['numberOfReviews', 'aggregateRating.reviewCount', 'aggregateRating.ratingCount', 'item.aggregateRating.reviewCount', 'comment_count', 'reviewCount', 'reviewsCount', 'rating.count', 'ratingCount', 'review_count', 'rate_info.review_count', 'commentCount', 'commentNum', 'numReviews', 'num_reviews', 'totalReviews', 'ratingsCount', 'reviews_count', 'reviews.count', 'review', 'num_ratings', 'numRatings', 'product_rating.count', 'ratings.count', 'rating.numberOfReviews', 'reviewSummary.reviewCount', 'reviewSummary.count', 'reviewStatistics.reviewCount', 'totalRatings'],
  sponsored: ['isSponsoredFlag', 'isSponsored', 'sponsored', 'is_ad', 'isAd', 'isAD', 'isP4p', 'isPLA', 'isPromoted'],
} as const;
/** Members under which a list keeps the item of an entry. */
const INNER = ['node', 'item', 'product', 'listing', 'data', 'attributes', 'productInfo', 'document', '_source', 'fields'] as const;
/** What an entry is called that is no item. */
const NO_ITEM = /^(?:Ad|.*Placeholder|Breadcrumb.*|ListItem|Organization|WebPage|Question|SiteNavigation.*|ImageObject|Review|.*Banner.*|.*Teaser.*|Category|Collection|.*Facet.*|.*Filter.*|Article|BlogPosting)$/i;
/** Parts of an entry that speak of something else than what it is called. */
const PART = /image|picture|media|thumb|bookmark|badge|highlight|seller|store|shop|merchant|brand|categor|breadcrumb|review|variant|swatch|shipping|delivery|track|analytics|label|facet|image/i;
/** So many objects of an entry are looked at. */
const MAX_PARTS = 80;

/** An item, and whether its data hold an amount, known or not in which currency. */
export interface StateItem {
  readonly item: Item;
  readonly priced: boolean;
}

/** The item in an entry of a list: the entry itself, or what it keeps under one of the usual names, or in its parts. */
export function itemOfEntry(listed: Json, root: Json, base: URL, hints: CurrencyHints): StateItem | undefined {
  const entry = innerOf(referred(listed, root), root);
  return entry && itemOfJson(withReferred(entry, root), base, hints);
}

function innerOf(entry: Json, root: Json, levels = 2): JsonObject | undefined {
  if (!isObject(entry)) return undefined;
  if (levels === 0 || textAt(entry, PATHS.title) !== undefined) return entry;
  for (const name of INNER) {
    const inner = innerOf(referred(entry[name] ?? null, root), root, levels - 1);
    if (inner && (textAt(inner, PATHS.title) ?? like(inner, TITLE_LIKE)) !== undefined) return { ...entry, ...inner };
  }
  return entry;
}

/** The item of an object; undefined for one without a name, or without both an address and a price. */
export function itemOfJson(entry: JsonObject, base: URL, hints: CurrencyHints): StateItem | undefined {
  const type = entry['__typename'] ?? entry['@type'];
  if (typeof type === 'string' && NO_ITEM.test(type)) return undefined;
  const parts = textAt(entry, PATHS.title) === undefined ? partsOf(entry) : [entry];
  const title = (firstIn(parts, PATHS.title) ?? like(entry, TITLE_LIKE))?.replace(/<[^<>]{0,200}>/g, '').trim();
  if (!title || !/\p{L}/u.test(title)) return undefined;
  const id = firstIn(parts, PATHS.id, parts.length > 1 ? /\d/ : /./) ?? like(entry, ID_LIKE);
  const url = parts.map((part) => addressOf(part, base)).find((address) => address !== undefined);
  const { hasAmount = false, ...prices } = statePrices(entry, hints);
  if (!url && (id === undefined || !hasAmount)) return undefined;
  const address = url ?? new URL(`#${encodeURIComponent(id ?? '')}`, base);
  const rated = parseRating(firstIn(parts, PATHS.rating) ?? '');
  const rating = rated && rated.value > 0 ? rated : undefined;
  const reviewCount = parseCount(firstIn(parts, PATHS.reviews) ?? '');
  const sponsored = PATHS.sponsored.some((path) => at(entry, path) === true || at(entry, path) === 1 || at(entry, path) === '1');
  return {
    priced: hasAmount,
    item: { productId: id ?? idOfUrl(address), title: title.slice(0, 500), url: url ? canonicalUrl(url) : address.href, sponsored, ...prices, ...(rating && { rating }), ...(reviewCount && { reviewCount }) },
  };
}

/** The value of a member that is called like what is looked for, with words of the shop before it: `listing_title`, `ec_item_url`. */
function like(entry: JsonObject, names: RegExp): string | undefined {
  for (const [name, value] of Object.entries(entry).slice(0, MAX_PARTS)) {
    if (!names.test(name) || typeof value !== 'string' && typeof value !== 'number') continue;
    if (String(value).trim() !== '') return String(value).trim();
  }
  return undefined;
}

const OF_ITEM = '(?:products?|items?|goods|skus?|prods?|prd|listings?|offers?|articles?|wares?|auctions?|deals?)';
const TITLE_LIKE = new RegExp(`^(?!.*(?:sub|seo|meta|categ|brand|seller|shop|store|image|page|section|alt|group|widget|module|button)).*(?:_title|[a-z]Title)$|^(?:[a-z]{1,12}_)?${OF_ITEM}_?(?:name|nm|title)$|^(?:Name|Title)$`, 'i');
const URL_LIKE = new RegExp(`^(?:[a-z]{1,12}_)?(?:${OF_ITEM}_?|page_?|detail_?|web_?|buy_?|pdp_?)(?:url|link|href)$|^(?:url|link)$`, 'i');
const ID_LIKE = new RegExp(`^(?:[a-z]{1,12}_)?${OF_ITEM}_?(?:id|no|code|number)$|^id_?${OF_ITEM}$|^(?:stock_?code|tcin|_?id)$`, 'i');

/** The objects an entry is put together from, where it has no name of its own: cards of components. */
function partsOf(entry: JsonObject): JsonObject[] {
  const parts: JsonObject[] = [];
  for (const { node, path } of objectsIn(entry, MAX_PARTS)) if (!PART.test(path)) parts.push(node);
  return parts;
}

function firstIn(parts: readonly JsonObject[], paths: readonly string[], like = /./): string | undefined {
  for (const part of parts) {
    const found = textAt(part, paths);
    if (found !== undefined && like.test(found)) return found;
  }
  return undefined;
}

function textAt(value: JsonObject, paths: readonly string[]): string | undefined {
  for (const path of paths) {
    const found = at(value, path);
    if (typeof found === 'string' && found.trim() !== '') return found.trim();
    if (typeof found === 'number') return String(found);
  }
  return undefined;
}

/** The address of an item: stated, also without its scheme, or made of the name that the engines Shopify and Magento keep of it. */
function addressOf(entry: JsonObject, base: URL): URL | undefined {
  const stated = parseUrl((textAt(entry, PATHS.url) ?? like(entry, URL_LIKE))?.replace(/^www\./i, 'https://www.'), base);
  if (stated) return stated;
  const [handle, key] = [entry['handle'], entry['url_key']];
  if (typeof handle === 'string' && /^[\w-]{1,200}$/.test(handle)) return new URL(`/products/${handle}`, base);
  if (typeof key === 'string' && /^[\w-]{1,200}$/.test(key)) return new URL(`/${key}${typeof entry['url_suffix'] === 'string' ? entry['url_suffix'] : '.html'}`, base);
  return undefined;
}
