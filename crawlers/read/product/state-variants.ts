import { amountKey, amountOf, compareAmounts } from '../amount.ts';
import { add, type Amount, type Candidates, type evidence, type OfferFound } from '../candidates.ts';
import type { PageContext } from '../context.ts';
import { isList, isObject, type Json, type JsonObject } from '../json/value.ts';
import { shareIn, wordsOf } from '../schema-org/choose.ts';
import { isEmptyWord } from '../schema-org/product.ts';
import { textOf } from '../schema-org/values.ts';
import { statePrices } from '../list/state-prices.ts';
import { decimalOf } from '../../../model/money.ts';
import { quantityOf } from './state-facts.ts';
import { pick } from './state-pick.ts';
import { stockOf } from './state-stock.ts';

/** Names under which shops keep the variants of an article … */
const LISTS = ['variants', 'variations', 'skus', 'skuList', 'productVariants', 'product_variants', 'childProducts', 'simples', 'combinations', 'sizes'] as const;
/** … and one for other articles too, unless each is named after this one. */
const NAMED = 'products';
const SKU = ['sku', 'skuId', 'sku_id', 'variantId', 'variant_id', 'id', 'code', 'ean', 'barcode'] as const;
const PRICE = ['salePrice', 'sale_price', 'finalPrice', 'currentPrice', 'price'] as const;
const NAME = ['longName', 'long_name', 'name', 'title'] as const;
/** Members that set a variant apart. */
const OPTIONS = ['size', 'color', 'colour', 'finish', 'material', 'flavour', 'flavor', 'style', 'length', 'width'] as const;
const SELECTED = ['selected', 'isSelected', 'default', 'isDefault', 'current'] as const;
/** Parameters of an address that name the variant it shows. */
const IN_ADDRESS = /^(?:variant|variant_?id|variation_?id|sku|sku_?id|skuid|option|pid|vid|size)$/i;
/** Members of an object that holds several amounts: what is paid now, and what was. */
const NOW = ['sale', 'current', 'now', 'final', 'value', 'amount', 'price'] as const;
const OLD = ['original', 'regular', 'list', 'was', 'old', 'msrp', 'compareAt'] as const;
const WITH_CENTS = /^\d{1,7}[.,]\d{2}$/;
const MAX_VARIANTS = 500;
const TRUST = 0.5;

type From = (key: string, raw: string) => ReturnType<typeof evidence>;

/** True for an object whose variants have prices. */
export function hasPricedVariants(node: JsonObject): boolean {
  return entriesOf(node).some((entry) => isObject(entry['price']) || pick(entry, PRICE) !== undefined);
}

/** Adds the variants of the page's own article, and what they cost where the article itself does not say it: the one the address names, what all cost, or from the lowest to the highest. True where they gave a price. */
export function addVariants(node: JsonObject, currency: Amount['currency'], page: PageContext, from: From, into: Candidates): boolean {
  const wanted = new Set([...page.url.searchParams].flatMap(([name, value]) => (IN_ADDRESS.test(name) && value !== '' ? [value] : [])));
  const entries = entriesOf(node);
  const named = entries.some((entry) => wanted.has(skuOf(entry) ?? ''));
  const found = entries.slice(0, MAX_VARIANTS).flatMap((entry): OfferFound[] => {
    const sku = skuOf(entry);
    if (sku === undefined) return [];
    const selected = named ? wanted.has(sku) : SELECTED.some((key) => entry[key] === true);
    const [prices, stock, quantity] = [pricesOf(entry, currency, page), stockOf(entry), quantityOf(entry)];
    return [{ sku, options: optionsOf(entry), ...prices, ...(stock && { availability: stock.value }), ...(quantity !== undefined && { quantity }), ...(selected && { selected }) }];
  });
  if (found.length === 0) return false;
  if (found.length > 1) add(into, 'offers', found, TRUST, from('variants', `${found.length} variants`));
  const one = found.find(({ selected }) => selected);
  if (one && named) add(into, 'availability', one.availability, 0.6, from('variants', one.sku));
  else if (found.every(({ availability }) => availability !== undefined)) add(into, 'availability', found.some(({ availability }) => availability !== 'out_of_stock') ? 'in_stock' : 'out_of_stock', 0.5, from('variants', `${found.length} variants`));
  if (into.price.every(({ evidence: { method } }) => method !== 'embedded-state') || named) return addPrice(found, one, from, into);
  return false;
}

function addPrice(found: readonly OfferFound[], one: OfferFound | undefined, from: From, into: Candidates): boolean {
  const amounts = (one ? [one] : found).flatMap(({ price }) => price ?? []).toSorted((a, b) => compareAmounts(a.amount, b.amount));
  const [low, high] = [amounts[0], amounts.at(-1)];
  if (!low || !high) return false;
  const alike = amountKey(low.amount) === amountKey(high.amount);
  add(into, 'price', alike ? low : { ...low, kind: 'range', max: high.amount }, alike ? 0.55 : 0.4, from('variants.price', low.amount));
  const lists = (one ? [one] : found).flatMap(({ listPrice }) => listPrice ?? []);
  if (alike && lists[0] && lists.length === amounts.length && new Set(lists.map(({ amount }) => amountKey(amount))).size === 1) add(into, 'listPrice', lists[0], 0.5, from('variants.listPrice', lists[0].amount));
  return true;
}

function entriesOf(node: JsonObject): readonly JsonObject[] {
  const list = LISTS.map((key) => objectsOf(node[key])).find((entries) => entries.length > 0);
  if (list) return list;
  const name = wordsOf(pick(node, NAME)?.[1] ?? '');
  const others = name.length === 0 ? [] : objectsOf(node[NAMED]);
  return others.length > 1 && others.every((entry) => shareIn(new Set(wordsOf(NAME.flatMap((key) => textOf(entry[key]) ?? []).join(' '))), name) >= 1) ? others : [];
}

/** Variants in a list, or by their number. */
function objectsOf(value: Json | undefined): readonly JsonObject[] {
  const all = isList(value) ? value : isObject(value) ? Object.values(value) : [];
  const objects = all.filter(isObject);
  return objects.length === all.length && objects.every((entry) => skuOf(entry) !== undefined) ? objects : [];
}

function skuOf(entry: JsonObject): string | undefined {
  return pick(entry, SKU)?.[1];
}

function pricesOf(entry: JsonObject, currency: Amount['currency'], page: PageContext): Pick<OfferFound, 'price' | 'listPrice'> {
  const own = pick(entry, PRICE);
  const price = own && !isObject(entry[own[0]]) ? amountOf(entry[own[0]], currency, page, 'page') : undefined;
  // A whole number without its currency may be of minor units.
  if (price && (currency || /[.,]\d{1,2}$/.test(own?.[1] ?? '') || !Number.isInteger(Number(own?.[1])))) return { price };
  const inner = entry['price'];
  const held = isObject(inner) ? heldIn(inner, currency, page) : undefined;
  if (held) return held;
  const deeper = statePrices(entry, page.text);
  const amount = ({ kind, money }: NonNullable<typeof deeper.price>): Amount => ({ amount: decimalOf(money), currency: money.currency, kind });
  return deeper.price ? { price: amount(deeper.price), ...(deeper.listPrice && { listPrice: amount(deeper.listPrice) }) } : {};
}

/** `{"price": {"sale": "120.00", "original": "150.00", "symbol": "$"}}`, whose sign may be of several currencies. */
function heldIn(holder: JsonObject, currency: Amount['currency'], page: PageContext): Pick<OfferFound, 'price' | 'listPrice'> | undefined {
  const sign = textOf(holder['symbol'] ?? holder['currencySymbol'], 4) ?? '';
  const [now, old] = [pick(holder, NOW)?.[1], pick(holder, OLD)?.[1]];
  const price = now !== undefined && WITH_CENTS.test(now) ? amountOf(`${sign}${now}`, currency, page, 'page') : undefined;
  const listPrice = old === undefined ? undefined : amountOf(`${sign}${old}`, currency, page, 'list');
  return price && { price, ...(listPrice && compareAmounts(listPrice.amount, price.amount) > 0 && { listPrice }) };
}

/** What sets a variant apart, by name: `{"options": {"Color": "Slate"}}`, `{"attributes": [{"name": "Size", "value": "M"}]}`, `{"size": "M"}`. */
function optionsOf(entry: JsonObject): Record<string, string> {
  const options: Record<string, string> = {};
  for (const holder of [entry['options'], entry['attributes'], entry['optionValues'], entry['selectedOptions']]) {
    for (const [key, value] of isList(holder) ? holder.entries() : Object.entries(isObject(holder) ? holder : {})) {
      const inner = isObject(value) ? value : undefined;
      const name = inner ? pick(inner, ['name', 'key', 'label', 'option'])?.[1] : typeof key === 'string' ? key : `option ${key + 1}`;
      const text = textOf(inner ? inner['value'] ?? inner['valueName'] : value, 100);
      if (name !== undefined && text !== undefined) options[name] ??= text;
    }
  }
  for (const key of OPTIONS) {
    const text = textOf(entry[key], 100);
    if (text !== undefined && !isEmptyWord(text)) options[key] ??= text;
  }
  const title = pick(entry, ['title', 'name', 'short_description'])?.[1];
  return Object.keys(options).length > 0 || title === undefined ? options : { name: title };
}
