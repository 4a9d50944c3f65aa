import { add, type Candidates, type evidence } from '../candidates.ts';
import { isList, isObject, listOf, type Json, type JsonObject } from '../json/value.ts';
import { conditionOf, isEmptyWord } from '../schema-org/product.ts';
import { numberOf, textOf } from '../schema-org/values.ts';
import { parseCount } from '../text/count.ts';
import { normaliseGtin } from '../text/gtin.ts';
import { absolute } from '../url.ts';
import type { Count, Rating } from '../../../model/listing.ts';

const GTIN = ['gtin', 'gtin13', 'gtin14', 'gtin12', 'ean', 'ean13', 'eanCode', 'ean_code', 'upc', 'barcode', 'isbn', 'isbn13'] as const;
const MPN = ['mpn', 'manufacturerPartNumber', 'manufacturer_part_number', 'mfrPartNumber', 'mfr_part_no', 'partNumber', 'part_number'] as const;
const QUANTITY = ['stockQuantity', 'stock_quantity', 'stockLevel', 'inventoryQuantity', 'inventory_quantity', 'availableQuantity', 'available_quantity', 'quantityAvailable', 'qtyInStock'] as const;
const CONDITION = ['condition', 'itemCondition', 'item_condition'] as const;
const SELLER = ['seller', 'sellerName', 'seller_name', 'merchantName', 'soldBy', 'sold_by'] as const;
const IMAGES = ['images', 'imageUrls', 'image_urls', 'pictures', 'photos', 'gallery', 'image', 'imageUrl', 'image_url', 'mainImage', 'featuredImage'] as const;
const IMAGE_URL = ['url', 'src', 'originalSrc', 'original', 'large', 'full', 'href', 'link'] as const;
/** What holds the ratings of an article: a number, or an object with the number and how many gave it. */
const RATED = ['aggregateRating', 'rating', 'ratings', 'ratingSummary', 'rating_summary', 'reviewSummary', 'review_summary', 'reviewStats', 'reviews'] as const;
const AVERAGE = ['averageRating', 'average_rating', 'ratingAverage', 'rating_average', 'avgRating', 'avg_rating', 'ratingValue', 'starRating', 'overallRating'] as const;
/** Names that mean a rating only inside of what holds one. */
const INNER_AVERAGE = [...AVERAGE, 'average', 'avg', 'value', 'rate', 'score', 'rating'] as const;
const COUNT = ['reviewCount', 'reviewsCount', 'review_count', 'reviews_count', 'numberOfReviews', 'numReviews', 'totalReviews', 'total_reviews', 'ratingCount', 'ratingsCount', 'rating_count', 'numberOfRatings', 'totalRatings'] as const;
const INNER_COUNT = [...COUNT, 'count', 'total', 'totalCount'] as const;
const SCALE = ['bestRating', 'best_rating', 'maxRating', 'max_rating', 'ratingScale'] as const;
const INNER_SCALE = [...SCALE, 'scale', 'max'] as const;
const DESCRIPTION = ['description', 'longDescription', 'shortDescription'] as const;
const MAX_IMAGES = 50;
/** Shorter ones are labels. */
const LEAST_DESCRIPTION = 20;
const TRUST = 0.55;
/** Its own checksum speaks for it. */
const TRUST_GTIN = 0.65;

type From = (key: string, raw: string) => ReturnType<typeof evidence>;

/** A value with the name it stands under and its text. */
interface Found<T> {
  readonly key: string;
  readonly raw: string;
  readonly value: T;
}

/** Adds what the object that is the page's own article in a shop's data says besides its price: numbers, stars, pictures, stock, condition and seller. */
export function addFacts(node: JsonObject, base: URL, from: From, into: Candidates): void {
  for (const [key, raw] of texts(node, GTIN)) add(into, 'gtin', normaliseGtin(raw), TRUST_GTIN, from(key, raw));
  const [mpn, condition, seller] = [texts(node, MPN)[0], texts(node, CONDITION)[0], texts(node, SELLER)[0]];
  if (mpn) add(into, 'mpn', mpn[1], TRUST, from(...mpn));
  if (condition) add(into, 'condition', conditionOf(node[condition[0]]), TRUST, from(...condition));
  if (seller) add(into, 'seller', { name: seller[1] }, TRUST, from(...seller));
  const quantity = quantityOf(node);
  if (quantity !== undefined) add(into, 'quantity', quantity, TRUST, from('quantity', String(quantity)));
  const description = DESCRIPTION.flatMap((key) => textOf(node[key], 20_000) ?? [])[0];
  if (description !== undefined && description.length >= LEAST_DESCRIPTION) add(into, 'description', description, 0.45, from('description', description));
  addImages(node, base, from, into);
  addRating(node, from, into);
}

/** How many pieces of an article, or of a variant, there are. */
export function quantityOf(node: JsonObject): number | undefined {
  return QUANTITY.flatMap((key) => quantityIn(node[key]) ?? [])[0];
}

/** The texts and numbers under these names, also the name inside of an object. */
function texts(node: JsonObject, keys: readonly string[]): (readonly [key: string, raw: string])[] {
  return keys.flatMap((key) => {
    const value = node[key];
    const raw = typeof value === 'string' || typeof value === 'number' || isObject(value) ? textOf(value, 200) : undefined;
    return raw === undefined || isEmptyWord(raw) ? [] : [[key, raw] as const];
  });
}

function quantityIn(value: Json | undefined): number | undefined {
  const count = numberOf(value);
  return count !== undefined && Number.isInteger(count) && count >= 0 ? count : undefined;
}

function addImages(node: JsonObject, base: URL, from: From, into: Candidates): void {
  for (const key of IMAGES) {
    const urls = listOf(node[key]).slice(0, MAX_IMAGES).flatMap((item) => imageIn(item, base) ?? []);
    if (urls.length === 0) continue;
    add(into, 'images', [...new Set(urls)], 0.5, from(key, urls[0] ?? ''));
    return;
  }
}

function imageIn(value: Json, base: URL): string | undefined {
  const inner = isObject(value) ? IMAGE_URL.map((key) => value[key]).find((one) => typeof one === 'string') : value;
  return typeof inner === 'string' && /^(?:https?:)?\/|\.(?:jpe?g|png|webp|avif|gif)(?:$|\?)/i.test(inner) ? absolute(inner, base) : undefined;
}

function addRating(node: JsonObject, from: From, into: Candidates): void {
  const holders = RATED.flatMap((key) => {
    const inner = node[key];
    return isObject(inner) ? [{ key: `${key}.`, inner, average: INNER_AVERAGE, counts: INNER_COUNT, scales: INNER_SCALE }] : [];
  });
  const places = [...holders, { key: '', inner: node, average: [...AVERAGE, 'rating'] as const, counts: COUNT, scales: SCALE }];
  const count = places.flatMap(({ key, inner, counts }) => counts.flatMap((name) => countIn(inner[name], `${key}${name}`) ?? []))[0];
  const rating = places.flatMap(({ key, inner, average, scales }) => average.flatMap((name) => ratingIn(inner[name], scales.flatMap((scale) => numberOf(inner[scale]) ?? [])[0] ?? 5, `${key}${name}`) ?? []))[0];
  if (count) add(into, 'reviewCount', count.value, TRUST, from(count.key, count.raw));
  // Stars that nobody gave are a template's.
  if (rating && count?.value.value !== 0) add(into, 'rating', rating.value, TRUST, from(rating.key, rating.raw));
}

function countIn(value: Json | undefined, key: string): Found<Count> | undefined {
  const raw = typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 40) : '';
  const count = parseCount(raw);
  return count && Number.isInteger(count.value) ? { key, raw, value: count } : undefined;
}

/** A rating above five is one only where the data name its scale. */
function ratingIn(value: Json | undefined, scale: number, key: string): Found<Rating> | undefined {
  const rating = isObject(value) || isList(value) ? undefined : numberOf(value);
  return rating !== undefined && rating > 0 && rating <= scale && scale <= 100 ? { key, raw: String(rating), value: { value: rating, scale } } : undefined;
}
