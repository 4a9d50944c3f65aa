import { decimalOf } from '../../../model/money.ts';
import { amountOf, currencyOf } from '../amount.ts';
import { add, evidence, type Amount, type Candidates } from '../candidates.ts';
import type { PageContext } from '../context.ts';
import type { EmbeddedState } from '../json/state.ts';
import { isObject, type JsonObject } from '../json/value.ts';
import { statePrices } from '../list/state-prices.ts';
import { addFacts } from './state-facts.ts';
import { pick } from './state-pick.ts';
import { stockOf } from './state-stock.ts';
import { addVariants, hasPricedVariants } from './state-variants.ts';

/** Names of an article's name … */
export const NAME = ['name', 'title', 'productName', 'product_name', 'item_name', 'displayName', 'longName', 'long_name'] as const;
/** … and of its number, in shops' own data. */
export const ID = ['id', 'productId', 'product_id', 'item_id', 'sku', 'itemId', 'code', '_id'] as const;
const SKU = ['sku', 'skuId', 'item_id', 'productCode', 'articleNumber', 'reference', 'code'] as const;
const PRICE = ['salePrice', 'sale_price', 'finalPrice', 'final_price', 'currentPrice', 'current_price', 'specialPrice', 'special_price', 'price', 'unitPrice'] as const;
const LIST = ['listPrice', 'list_price', 'oldPrice', 'old_price', 'originalPrice', 'original_price', 'regularPrice', 'regular_price', 'msrp', 'rrp', 'wasPrice', 'compareAtPrice'] as const;
const BRAND = ['brand', 'brandName', 'brand_name', 'item_brand', 'manufacturer', 'vendor'] as const;
const CURRENCY = ['currency', 'currencyCode', 'currency_code', 'priceCurrency'] as const;
/** An id of large letters and digits is a shop's own number, not one of its database. */
const CODE = /^(?=[^a-z]*[A-Z])(?=[^a-z]*\d)[A-Z\d][A-Z\d._-]{3,29}$/;
/** Members that hold an amount deeper down: `{"productPrice": {"current": {"value": 110}}}`. */
const NESTED = /pric(?:e|ing)s?(?:_?(?:info|data|details?|module))?$/i;

/** True for an object that says what something costs, itself or its variants. */
export function hasPrice(node: JsonObject): boolean {
  return pick(node, [...PRICE, 'prices']) !== undefined || isObject(node['offers']) || Object.keys(node).some((key) => NESTED.test(key) && isObject(node[key])) || hasPricedVariants(node);
}

/** Adds what the object that is the page's own article says of it. */
export function addNode(node: JsonObject, state: EmbeddedState, path: string, page: PageContext, into: Candidates): void {
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
  const priced = addPrices(node, currency, page, from, into);
  const stock = stockOf(node) ?? stockOf(offer);
  if (stock) add(into, 'availability', stock.value, 0.58, from(stock.key, stock.raw));
  addFacts(node, page.url, from, into);
  const byVariants = addVariants(node, currency, page, from, into);
  if (!priced && !byVariants) addNested(node, page, from, into);
}

type From = (key: string, raw: string) => ReturnType<typeof evidence>;

/** True where the object itself names an amount. */
function addPrices(node: JsonObject, currency: Amount['currency'], page: PageContext, from: From, into: Candidates): boolean {
  const price = pick(node, PRICE);
  const amount = price && amountOf(node[price[0]], currency, page, 'page');
  if (!price || !amount) return false;
  add(into, 'price', amount, /[.,]\d{1,2}\b|[^\d.,\s]/.test(price[1]) || currency ? 0.6 : 0.45, from(...price));
  // Beside a price for today the plain one is that of other days.
  const list = pick(node, LIST) ?? (price[0] === 'price' ? undefined : pick(node, ['price']));
  const listed = list && amountOf(node[list[0]], currency, page, 'list');
  if (list && listed && Number(listed.amount) > Number(amount.amount)) add(into, 'listPrice', listed, 0.55, from(...list));
  return true;
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
