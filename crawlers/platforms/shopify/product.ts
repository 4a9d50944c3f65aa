import type { Method } from '../../../model/reading.ts';
import type { CurrencyCode } from '../../../model/money.ts';
import { amountFromMinor, amountKey, amountOf, compareAmounts, positive } from '../../read/amount.ts';
import { add, evidence, type Amount, type Candidates, type OfferFound } from '../../read/candidates.ts';
import type { PageContext } from '../../read/context.ts';
import { isObject, listOf, type Json, type JsonObject } from '../../read/json/value.ts';
import { isEmptyWord } from '../../read/schema-org/product.ts';
import { textOf } from '../../read/schema-org/values.ts';
import { normaliseGtin } from '../../read/text/gtin.ts';
import { absolute } from '../../read/url.ts';

/** How a product record writes its amounts: decimal text (`.json`) or whole hundredths (`.js`, state of a page). */
export type Units = 'decimal' | 'minor';

export interface ProductSource {
  readonly node: JsonObject;
  readonly units: Units;
  readonly method: Method;
  readonly place: string;
  readonly currency: CurrencyCode | undefined;
}

const TRUST = { api: 0.97, state: 0.9 };

/** Adds a product record of Shopify. The variant is the one of the URL; a page without one shows the first that can be bought. */
export function addProduct(source: ProductSource, page: PageContext, into: Candidates): void {
  const { node, method, place } = source;
  const trust = method === 'api' ? TRUST.api : TRUST.state;
  const text = (field: 'title' | 'brand' | 'description', key: string): void => {
    const value = textOf(node[key], 20_000);
    if (value !== undefined && !isEmptyWord(value)) add(into, field, value, trust, evidence(method, `${place}.${key}`, value));
  };
  text('title', 'title');
  text('brand', 'vendor');
  text('description', node['body_html'] === undefined ? 'description' : 'body_html');
  const images = listOf(node['images']).flatMap((image) => absolute(textOf(isObject(image) ? image['src'] : image, 3_000) ?? '', page.url) ?? []);
  if (images.length > 0) add(into, 'images', images, trust, evidence(method, `${place}.images`, images[0] ?? ''));
  const variants = listOf(node['variants']).filter(isObject).slice(0, 2_000);
  const shown = shownVariant(variants, method, page);
  if (shown) addShown(shown, source, page, trust, into);
  addPrice(variants, shown, source, page, trust, into);
  if (variants.length > 1) {
    const offers = variants.map((variant) => offerOf(variant, node, source, page, variant === shown));
    add(into, 'offers', offers.filter((offer) => offer.sku !== ''), trust, evidence(method, `${place}.variants`, `${variants.length} variants`));
  }
  if (source.currency) add(into, 'currency', source.currency, trust, evidence(method, 'currency', source.currency));
}

function shownVariant(variants: readonly JsonObject[], method: Method, page: PageContext): JsonObject | undefined {
  if (variants.length === 1) return variants[0];
  const wanted = page.url.searchParams.get('variant');
  const own = variants.find((variant) => wanted !== null && textOf(variant['id']) === wanted);
  if (own || method === 'api') return own;
  return variants.find((variant) => variant['available'] === true) ?? (variants.every((variant) => variant['available'] === false) ? variants[0] : undefined);
}

function addShown(variant: JsonObject, { method, place }: ProductSource, page: PageContext, trust: number, into: Candidates): void {
  const sku = textOf(variant['sku'], 100);
  if (sku !== undefined && !isEmptyWord(sku)) add(into, 'sku', sku, trust, evidence(method, `${place}.variants.sku`, sku));
  const barcode = textOf(variant['barcode'], 40);
  if (barcode !== undefined) add(into, 'gtin', normaliseGtin(barcode), trust, evidence(method, `${place}.variants.barcode`, barcode));
  const quantity = variant['inventory_quantity'];
  if (typeof quantity === 'number' && quantity > 0 && page.hints.platform === 'shopify') add(into, 'quantity', quantity, trust, evidence(method, `${place}.variants.inventory_quantity`, String(quantity)));
}

function addPrice(variants: readonly JsonObject[], shown: JsonObject | undefined, source: ProductSource, page: PageContext, trust: number, into: Candidates): void {
  const { method, place } = source;
  const amounts = variants.flatMap((variant) => variantAmount(variant['price'], source, page) ?? []).toSorted((a, b) => compareAmounts(a.amount, b.amount));
  const [low, high] = [amounts[0], amounts.at(-1)];
  const own = shown ? variantAmount(shown['price'], source, page) : undefined;
  const same = low && high && amountKey(low.amount) === amountKey(high.amount);
  const price: Amount | undefined = own ?? (low && high && !same ? { ...low, kind: 'range', max: high.amount } : low);
  add(into, 'price', price, trust, evidence(method, `${place}.variants.price`, textOf(shown?.['price'] ?? variants[0]?.['price']) ?? ''));
  const listed = shown ?? (same ? variants[0] : undefined);
  if (listed && price) add(into, 'listPrice', listAmount(listed, price, source, page), trust, evidence(method, `${place}.variants.compare_at_price`, textOf(listed['compare_at_price']) ?? ''));
  const known = variants.filter((variant) => typeof variant['available'] === 'boolean');
  const decisive = shown && typeof shown['available'] === 'boolean' ? [shown] : known;
  if (decisive.length > 0) {
    const can = decisive.some((variant) => variant['available'] === true);
    add(into, 'availability', can ? 'in_stock' : 'out_of_stock', trust, evidence(method, `${place}.variants.available`, String(can)));
  }
}

/** `compare_at_price` null, empty, zero or not above the price means that there is none. */
function listAmount(variant: JsonObject, price: Amount, source: ProductSource, page: PageContext): Amount | undefined {
  const list = variantAmount(variant['compare_at_price'], source, page);
  return list && compareAmounts(list.amount, price.amount) > 0 ? { ...list, kind: 'list' } : undefined;
}

function variantAmount(value: Json | undefined, source: ProductSource, page: PageContext): Amount | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  const decimal = source.units === 'minor' ? amountFromMinor(value, 2) : value;
  // Written by the platform, not by people: a point is a decimal point, however many digits follow.
  if (typeof decimal === 'string' && /^\d{1,12}\.\d+$/.test(decimal)) return positive({ amount: decimal, kind: 'page', ...(source.currency ? { currency: source.currency } : {}) });
  return decimal === undefined ? undefined : amountOf(decimal, source.currency, page, 'page');
}

function offerOf(variant: JsonObject, product: JsonObject, source: ProductSource, page: PageContext, selected: boolean): OfferFound {
  const price = variantAmount(variant['price'], source, page);
  const list = price && listAmount(variant, price, source, page);
  const available = variant['available'];
  return {
    sku: textOf(variant['id']) ?? '', options: optionsOf(variant, product), ...(price ? { price } : {}), ...(list ? { listPrice: list } : {}),
    ...(typeof available === 'boolean' ? { availability: available ? 'in_stock' as const : 'out_of_stock' as const } : {}), ...(selected ? { selected } : {}),
  };
}

function optionsOf(variant: JsonObject, product: JsonObject): Record<string, string> {
  const names = listOf(product['options']).map((option) => textOf(option, 100));
  const out: Record<string, string> = {};
  ['option1', 'option2', 'option3'].forEach((key, index) => {
    const value = textOf(variant[key], 200);
    if (value !== undefined && value !== 'Default Title') out[names[index] ?? key] = value;
  });
  return out;
}
