import { decimalOf } from '../../../model/money.ts';
import { amountOf, currencyOf } from '../amount.ts';
import { add, evidence, type Amount, type Candidates } from '../candidates.ts';
import type { PageContext } from '../context.ts';
import { foldedTitle } from '../decide/title.ts';
import { parseJson } from '../json/parse.ts';
import { embeddedStates, objectsIn, type EmbeddedState } from '../json/state.ts';
import { streamedStates } from '../json/streamed.ts';
import { isObject, type JsonObject } from '../json/value.ts';
import { statePrices } from '../list/state-prices.ts';
import { decodeEntities } from '../markup/entities.ts';
import type { Script } from '../markup/scripts.ts';
import { shareIn, wordsOf } from '../schema-org/choose.ts';
import { isEmptyWord } from '../schema-org/product.ts';
import { textOf } from '../schema-org/values.ts';
import { addFacts } from './state-facts.ts';
import { stockOf } from './state-stock.ts';

const NAME = ['name', 'title', 'productName', 'product_name', 'item_name', 'displayName'] as const;
const ID = ['id', 'productId', 'product_id', 'item_id', 'sku', 'itemId', 'code'] as const;
const SKU = ['sku', 'skuId', 'item_id', 'productCode', 'articleNumber', 'reference', 'code'] as const;
const PRICE = ['salePrice', 'sale_price', 'finalPrice', 'final_price', 'currentPrice', 'current_price', 'specialPrice', 'special_price', 'price', 'unitPrice'] as const;
const LIST = ['listPrice', 'list_price', 'oldPrice', 'old_price', 'originalPrice', 'original_price', 'regularPrice', 'regular_price', 'msrp', 'rrp', 'wasPrice', 'compareAtPrice'] as const;
const BRAND = ['brand', 'brandName', 'brand_name', 'item_brand', 'manufacturer', 'vendor'] as const;
const CURRENCY = ['currency', 'currencyCode', 'currency_code', 'priceCurrency'] as const;
/** An id of large letters and digits is a shop's own number, not one of its database. */
const CODE = /^(?=[^a-z]*[A-Z])(?=[^a-z]*\d)[A-Z\d][A-Z\d._-]{3,29}$/;
/** Only scripts that hold such words are parsed. */
const WANTED = /["']?(?:price|salePrice|finalPrice|item_id|ecommerce)["']?\s*:/i;
const MAX_OBJECTS = 8_000;

/** Names under which an app keeps the one article of its page. */
const OWN_PLACE = /(?:^|\.)(?:product|item|article|currentProduct|selectedProduct|pdp|productData|productDetails?)$/i;
/** Shorter ids are numbers of pages and sizes. */
const LEAST_ID = 5;
/** Members that hold an amount deeper down: `{"productPrice": {"current": {"value": 110}}}`. */
const NESTED = /pric(?:e|ing)s?$/i;

/** What tells the page's own article from others in its states. */
interface Own {
  readonly title: ReadonlySet<string>;
  /** Its numbers in the page's data. */
  readonly ids: ReadonlySet<string>;
  readonly page: PageContext;
}

/**
 * Adds what unknown embedded state (Next, Nuxt, dataLayer, `window.__X__ = …`, pieces that an app streams) says of the page's own article: an
 * object with a name like the page's title and an id, or with the very number that the page's data give, and a price. Whole numbers may be minor
 * units, so a price here only supports what is seen elsewhere unless it carries decimals or its currency.
 */
export function readGenericState(scripts: readonly Script[], html: string, page: PageContext, into: Candidates): void {
  const title = new Set(wordsOf(`${page.head.meta.get('og:title') ?? ''} ${page.head.title}`));
  const own: Own = { title, ids: new Set(into.sku.map(({ value }) => value).filter((id) => id.length >= LEAST_ID)), page };
  let left = MAX_OBJECTS;
  for (const state of statesOf(scripts)) {
    for (const { node, path } of objectsIn(state.value, left)) {
      left -= 1;
      if (isOwn(node, path, own)) addNode(node, state, path, page, into);
      if (left <= 0) return;
    }
  }
  const names = new Set(into.title.map(({ value }) => foldedTitle(value)));
  for (const { name, value } of attributeStates(html)) {
    const title = isObject(value) ? pick(value, NAME)?.[1] : undefined;
    if (isObject(value) && title !== undefined && names.has(foldedTitle(title))) addNode(value, { name, value }, '', page, into);
  }
}

/** An object in an attribute, made for counting what people look at: `data-analytics='{"id":"4711","brand":"Acme"}'`. */
const IN_ATTRIBUTE = /\s(data-[\w-]{2,40})=(?:'(\{[^']{20,6000})'|"(\{[^"]{20,6000})")/g;
const MAX_ATTRIBUTES = 40;

/** What cards of other articles carry as well: only one with the very name of the page's article may speak for it. */
function* attributeStates(html: string): Generator<EmbeddedState> {
  let left = MAX_ATTRIBUTES;
  for (const [, name = '', single, double] of html.matchAll(IN_ATTRIBUTE)) {
    const text = decodeEntities(single ?? double ?? '');
    if (!/"\w{0,20}(?:price|brand)"\s*:/i.test(text)) continue;
    const value = parseJson(text);
    if (value !== undefined) yield { name, value };
    left -= 1;
    if (left <= 0) return;
  }
}

function* statesOf(scripts: readonly Script[]): Generator<EmbeddedState> {
  yield* embeddedStates(scripts, WANTED);
  for (const value of streamedStates(scripts, WANTED)) yield { name: '__next_f', value };
}

function pick(node: JsonObject, keys: readonly string[]): readonly [string, string] | undefined {
  for (const key of keys) {
    const value = node[key];
    const text = typeof value === 'string' || typeof value === 'number' || (isObject(value) && 'name' in value) ? textOf(value, 300) : undefined;
    if (text !== undefined && !isEmptyWord(text)) return [key, text];
  }
  return undefined;
}

function isOwn(node: JsonObject, path: string, { title, ids, page }: Own): boolean {
  const id = pick(node, ID)?.[1];
  if (!hasPrice(node)) return false;
  if (id !== undefined && ids.has(id)) return true;
  const name = pick(node, NAME);
  if (!name || (id === undefined && !OWN_PLACE.test(path))) return false;
  const alike = shareIn(title, wordsOf(name[1]));
  return alike >= 0.8 || (alike >= 0.5 && id !== undefined && id.length >= 4 && page.url.href.includes(id));
}

function hasPrice(node: JsonObject): boolean {
  return pick(node, [...PRICE, 'prices']) !== undefined || isObject(node['offers']) || Object.keys(node).some((key) => NESTED.test(key) && isObject(node[key]));
}

function addNode(node: JsonObject, state: EmbeddedState, path: string, page: PageContext, into: Candidates): void {
  const from = (key: string, raw: string) => evidence('embedded-state', `${state.name}: ${path === '' ? key : `${path}.${key}`}`, raw);
  const offer = isObject(node['offers']) ? node['offers'] : node;
  const currencyText = pick(node, CURRENCY) ?? pick(offer, CURRENCY);
  const currency = currencyOf(currencyText?.[1]);
  if (currencyText) add(into, 'currency', currency, 0.6, from(...currencyText));
  const name = pick(node, NAME);
  if (name) add(into, 'title', name[1], 0.5, from(...name));
  const [sku, id] = [pick(node, SKU), pick(node, ID)];
  if (sku) add(into, 'sku', sku[1], 0.6, from(...sku));
  else if (id && CODE.test(id[1])) add(into, 'sku', id[1], 0.45, from(...id));
  const brand = pick(node, BRAND);
  if (brand) add(into, 'brand', brand[1], 0.68, from(...brand));
  addPrices(node, currency, page, from, into);
  const stock = stockOf(node) ?? stockOf(offer);
  if (stock) add(into, 'availability', stock.value, 0.58, from(stock.key, stock.raw));
  addFacts(node, page.url, from, into);
}

type From = (key: string, raw: string) => ReturnType<typeof evidence>;

function addPrices(node: JsonObject, currency: Amount['currency'], page: PageContext, from: From, into: Candidates): void {
  const price = pick(node, PRICE);
  const amount = price && amountOf(node[price[0]], currency, page, 'page');
  if (!price || !amount) return addNested(node, page, from, into);
  add(into, 'price', amount, /[.,]\d{1,2}\b|[^\d.,\s]/.test(price[1]) || currency ? 0.6 : 0.45, from(...price));
  const list = pick(node, LIST);
  const listed = list && amountOf(node[list[0]], currency, page, 'list');
  if (list && listed && Number(listed.amount) > Number(amount.amount)) add(into, 'listPrice', listed, 0.55, from(...list));
}

/** An amount that stands deeper down, with its currency. */
function addNested(node: JsonObject, page: PageContext, from: From, into: Candidates): void {
  const { price, listPrice } = statePrices(node, page.text);
  if (!price) return;
  const put = (field: 'price' | 'listPrice', { kind, money }: typeof price, trust: number): void => {
    const amount = decimalOf(money);
    add(into, field, { amount, currency: money.currency, kind }, trust, from(field, amount));
  };
  put('price', price, 0.6);
  add(into, 'currency', price.money.currency, 0.6, from('currency', price.money.currency));
  if (listPrice) put('listPrice', listPrice, 0.55);
}
