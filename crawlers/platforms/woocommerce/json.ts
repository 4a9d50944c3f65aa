import { currencyCode, type CurrencyCode } from '../../../model/money.ts';
import { amountFromMinor, positive } from '../../read/amount.ts';
import { add, evidence, noCandidates, type Amount, type Candidates } from '../../read/candidates.ts';
import type { PageContext } from '../../read/context.ts';
import { isObject, listOf, type Json, type JsonObject } from '../../read/json/value.ts';
import { makeReview } from '../../read/reviews/make.ts';
import { numberOf, textOf } from '../../read/schema-org/values.ts';
import { absolute } from '../../read/url.ts';
import { listingFrom, withoutListPrice } from '../listing.ts';
import type { JsonAnswer } from '../platform.ts';

const TRUST = 0.97;

/** The Store API: one product, a list of them (next page until one is empty), or reviews. */
export function readAnswer(json: Json, page: PageContext): JsonAnswer | undefined {
  if (!Array.isArray(json) && !isProduct(json)) return undefined;
  const records = listOf(json).filter(isObject);
  const reviews = records.filter(isReview);
  if (reviews.length > 0) return { listings: [], reviews: reviews.map(reviewOf) };
  const products = records.filter(isProduct);
  if (products.length === 0 && !(records.length === 0 && /\/wc\/store/.test(page.url.pathname))) return undefined;
  const next = Array.isArray(json) && products.length > 0 ? nextPage(page.url) : undefined;
  return { listings: products.map((node) => listing(node, page)), reviews: [], ...(next === undefined ? {} : { next }) };
}

function isProduct(node: Json): node is JsonObject {
  return isObject(node) && isObject(node['prices']) && node['id'] !== undefined && node['prices']['currency_minor_unit'] !== undefined;
}

function isReview(node: JsonObject): boolean {
  return node['review'] !== undefined && node['product_id'] !== undefined && node['rating'] !== undefined;
}

function reviewOf(node: JsonObject): JsonAnswer['reviews'][number] {
  const rating = numberOf(node['rating']);
  return makeReview({
    id: textOf(node['id']), text: textOf(node['review'], 10_000) ?? '', date: textOf(node['date_created'] ?? node['formatted_date_created']),
    ...(rating !== undefined && rating > 0 && rating <= 5 ? { rating: { value: rating, scale: 5 } } : {}),
  });
}

function listing(node: JsonObject, page: PageContext): JsonAnswer['listings'][number] {
  const found = noCandidates();
  const prices = isObject(node['prices']) ? node['prices'] : {};
  const currency = currencyCode(textOf(prices['currency_code']) ?? '');
  if (currency) add(found, 'currency', currency, TRUST, evidence('api', 'prices.currency_code', currency));
  addPrices(node, prices, currency, found);
  addTexts(node, page, found);
  const stock = node['is_in_stock'];
  const left = numberOf(node['low_stock_remaining']);
  if (typeof stock === 'boolean') {
    const value = !stock ? 'out_of_stock' : node['is_on_backorder'] === true ? 'preorder' : left !== undefined ? 'low' : 'in_stock';
    add(found, 'availability', value, TRUST, evidence('api', 'is_in_stock', String(stock)));
  }
  if (left !== undefined) add(found, 'quantity', left, TRUST, evidence('api', 'low_stock_remaining', String(left)));
  const url = absolute(textOf(node['permalink'], 3_000) ?? '', page.url) ?? page.url.href;
  const read = listingFrom(found, textOf(node['id']) ?? '', url, page);
  return node['on_sale'] === false ? withoutListPrice(read, 'on_sale', 'false') : read;
}

function addPrices(node: JsonObject, prices: JsonObject, currency: CurrencyCode | undefined, found: Candidates): void {
  const exponent = numberOf(prices['currency_minor_unit']) ?? 2;
  const amount = (value: Json | undefined, kind: Amount['kind']): Amount | undefined => {
    const decimal = amountFromMinor(value, exponent);
    return decimal === undefined ? undefined : positive({ amount: decimal, kind, ...(currency ? { currency } : {}) });
  };
  const range = isObject(prices['price_range']) ? prices['price_range'] : undefined;
  const low = range && amount(range['min_amount'], 'range');
  const high = range && amount(range['max_amount'], 'range');
  const price = amount(prices['price'], 'page');
  const value = low && high && low.amount !== high.amount ? { ...low, max: high.amount } : price;
  add(found, 'price', value, TRUST, evidence('api', low ? 'prices.price_range' : 'prices.price', textOf(prices['price']) ?? ''));
  const regular = amount(prices['regular_price'], 'list');
  if (node['on_sale'] === true && regular && price && Number(regular.amount) > Number(price.amount)) add(found, 'listPrice', regular, TRUST, evidence('api', 'prices.regular_price', regular.amount));
}

function addTexts(node: JsonObject, page: PageContext, found: Candidates): void {
  for (const [field, key] of [['title', 'name'], ['sku', 'sku'], ['description', 'description']] as const) {
    const text = textOf(node[key], 20_000);
    if (text !== undefined) add(found, field, text, TRUST, evidence('api', key, text));
  }
  const images = listOf(node['images']).flatMap((image) => (isObject(image) ? absolute(textOf(image['src'], 3_000) ?? '', page.url) : undefined) ?? []);
  if (images.length > 0) add(found, 'images', images, TRUST, evidence('api', 'images', images[0] ?? ''));
  const rating = numberOf(node['average_rating']);
  const count = numberOf(node['review_count']);
  if (count !== undefined) add(found, 'reviewCount', { value: count, lowerBound: false }, TRUST, evidence('api', 'review_count', String(count)));
  if (rating !== undefined && rating > 0) add(found, 'rating', { value: rating, scale: 5 }, TRUST, evidence('api', 'average_rating', String(rating)));
}

function nextPage(url: URL): string {
  const next = new URL(url);
  next.searchParams.set('page', String(Number(url.searchParams.get('page') ?? '1') + 1));
  return next.href;
}
