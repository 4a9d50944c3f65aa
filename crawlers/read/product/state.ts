import { amountOf, currencyOf } from '../amount.ts';
import { add, evidence, type Candidates } from '../candidates.ts';
import type { PageContext } from '../context.ts';
import { embeddedStates, objectsIn, type EmbeddedState } from '../json/state.ts';
import { isObject, type JsonObject } from '../json/value.ts';
import type { Script } from '../markup/scripts.ts';
import { shareIn, wordsOf } from '../schema-org/choose.ts';
import { isEmptyWord } from '../schema-org/product.ts';
import { textOf } from '../schema-org/values.ts';
import { stockOf } from './state-stock.ts';

const NAME = ['name', 'title', 'productName', 'product_name', 'item_name', 'displayName'] as const;
const ID = ['id', 'productId', 'product_id', 'item_id', 'sku', 'itemId', 'code'] as const;
const SKU = ['sku', 'skuId', 'item_id', 'productCode', 'articleNumber', 'reference', 'code'] as const;
const PRICE = ['salePrice', 'sale_price', 'finalPrice', 'final_price', 'currentPrice', 'current_price', 'specialPrice', 'special_price', 'price', 'unitPrice'] as const;
const LIST = ['listPrice', 'list_price', 'oldPrice', 'old_price', 'originalPrice', 'original_price', 'regularPrice', 'regular_price', 'msrp', 'rrp', 'wasPrice', 'compareAtPrice'] as const;
const BRAND = ['brand', 'brandName', 'brand_name', 'item_brand', 'manufacturer', 'vendor'] as const;
const CURRENCY = ['currency', 'currencyCode', 'currency_code', 'priceCurrency'] as const;
/** Only scripts that hold such words are parsed. */
const WANTED = /["']?(?:price|salePrice|finalPrice|item_id|ecommerce)["']?\s*:/i;
const MAX_OBJECTS = 8_000;

/**
 * Adds what unknown embedded state (Next, Nuxt, dataLayer, `window.__X__ = …`) says of the page's own article: an object with
 * a name like the page's title, an id, and a price. Whole numbers may be minor units, so a price here only
 * supports what is seen elsewhere unless it carries decimals or its currency.
 */
export function readGenericState(scripts: readonly Script[], page: PageContext, into: Candidates): void {
  const title = new Set(wordsOf(`${page.head.meta.get('og:title') ?? ''} ${page.head.title}`));
  let left = MAX_OBJECTS;
  for (const state of embeddedStates(scripts, WANTED)) {
    for (const { node, path } of objectsIn(state.value, left)) {
      left -= 1;
      if (isOwn(node, title, page)) addNode(node, state, path, page, into);
      if (left <= 0) return;
    }
  }
}

function pick(node: JsonObject, keys: readonly string[]): readonly [string, string] | undefined {
  for (const key of keys) {
    const value = node[key];
    const text = typeof value === 'string' || typeof value === 'number' || (isObject(value) && 'name' in value) ? textOf(value, 300) : undefined;
    if (text !== undefined && !isEmptyWord(text)) return [key, text];
  }
  return undefined;
}

function isOwn(node: JsonObject, title: ReadonlySet<string>, page: PageContext): boolean {
  const name = pick(node, NAME);
  if (!name || !pick(node, [...PRICE, 'prices'])) return false;
  const id = pick(node, ID);
  if (!id) return false;
  const alike = shareIn(title, wordsOf(name[1]));
  return alike >= 0.8 || (alike >= 0.5 && id[1].length >= 4 && page.url.href.includes(id[1]));
}

function addNode(node: JsonObject, state: EmbeddedState, path: string, page: PageContext, into: Candidates): void {
  const from = (key: string, raw: string) => evidence('embedded-state', `${state.name}: ${path === '' ? key : `${path}.${key}`}`, raw);
  const currencyText = pick(node, CURRENCY);
  const currency = currencyOf(currencyText?.[1]);
  if (currencyText) add(into, 'currency', currency, 0.6, from(...currencyText));
  const name = pick(node, NAME);
  if (name) add(into, 'title', name[1], 0.5, from(...name));
  const sku = pick(node, SKU);
  if (sku) add(into, 'sku', sku[1], 0.6, from(...sku));
  const brand = pick(node, BRAND);
  if (brand) add(into, 'brand', brand[1], 0.68, from(...brand));
  const price = pick(node, PRICE);
  const amount = price && amountOf(node[price[0]], currency, page, 'page');
  if (price && amount) add(into, 'price', amount, /[.,]\d{1,2}\b|[^\d.,\s]/.test(price[1]) || currency ? 0.6 : 0.45, from(...price));
  const list = pick(node, LIST);
  const listed = list && amountOf(node[list[0]], currency, page, 'list');
  if (list && listed && amount && Number(listed.amount) > Number(amount.amount)) add(into, 'listPrice', listed, 0.55, from(...list));
  const stock = stockOf(node);
  if (stock) add(into, 'availability', stock.value, 0.58, from(stock.key, stock.raw));
}
