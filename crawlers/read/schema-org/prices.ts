import type { Availability } from '../../../model/listing.ts';
import type { Method } from '../../../model/reading.ts';
import { amountKey, compareAmounts } from '../amount.ts';
import { add, evidence, type Amount, type Candidates } from '../candidates.ts';
import type { PageContext } from '../context.ts';
import { isObject } from '../json/value.ts';
import { parseUrl, pathKey } from '../url.ts';
import type { ProductNode } from './nodes.ts';
import { shippingOf, type SchemaOffer } from './offers.ts';
import { schemaUnitPrice } from './unit-price.ts';
import { rawOf, textOf } from './values.ts';

/**
 * Adds price, list price, currency, availability, seller and shipping of a product's offers. One offer, or several at one
 * price, give that price; several prices give the offer whose URL or SKU is the page's, else a range.
 */
export function addPrices(offers: readonly SchemaOffer[], product: ProductNode, page: PageContext, method: Method, trust: number, into: Candidates): void {
  const chosen = offers.length === 1 ? offers[0] : offers.find((offer) => isOwn(offer, product, page));
  for (const offer of chosen ? [chosen] : offers.slice(0, 1)) {
    const seller = offer.node['seller'] ?? offer.node['offeredBy'];
    const name = textOf(seller, 200);
    if (name !== undefined) add(into, 'seller', { name }, trust, evidence(method, `${offer.place}.seller`, name));
    const shipping = shippingOf(offer, page);
    const unitPrice = schemaUnitPrice(offer, page);
    add(into, 'unitPrice', unitPrice, trust, evidence(method, `${offer.place}.priceSpecification.referenceQuantity`, unitPrice ? `${unitPrice.amount} / ${unitPrice.per} ${unitPrice.unit}` : ''));
    add(into, 'shippingCost', shipping, trust, evidence(method, `${offer.place}.shippingDetails.shippingRate`, `${shipping?.amount ?? ''} ${shipping?.currency ?? ''}`.trim()));
  }
  const currency = offers.find((offer) => offer.currency)?.currency;
  add(into, 'currency', currency, trust, evidence(method, `${product.place}.offers.priceCurrency`, currency ?? ''));
  addAvailability(chosen ? [chosen] : offers, product, method, trust, into);
  if (chosen) addPrice(chosen, chosen.price, method, trust, into);
  else addSeveral(offers, product, method, trust, into);
}

function addPrice(offer: SchemaOffer, price: Amount | undefined, method: Method, trust: number, into: Candidates): void {
  add(into, 'price', price, price?.kind === 'range' ? trust * 0.75 : trust, evidence(method, `${offer.place}.${price?.kind === 'range' ? 'lowPrice' : 'price'}`, price?.amount ?? ''));
  add(into, 'price', offer.conditional, trust * 0.7, evidence(method, `${offer.place}.priceSpecification`, offer.conditional?.amount ?? ''));
  add(into, 'listPrice', offer.listPrice, trust, evidence(method, `${offer.place}.priceSpecification`, offer.listPrice?.amount ?? ''));
  if (offer.quantity !== undefined) add(into, 'quantity', offer.quantity, trust, evidence(method, `${offer.place}.inventoryLevel`, String(offer.quantity)));
}

function addSeveral(offers: readonly SchemaOffer[], product: ProductNode, method: Method, trust: number, into: Candidates): void {
  const priced = offers.filter((offer) => offer.price).toSorted((a, b) => compareAmounts(a.price?.amount ?? '0', b.price?.amount ?? '0'));
  const [low, high] = [priced[0], priced.at(-1)];
  if (!low?.price || !high?.price) return;
  const place = `${product.place}.offers`;
  if (amountKey(low.price.amount) === amountKey(high.price.amount)) addPrice(low, low.price, method, trust, into);
  else add(into, 'price', { ...low.price, kind: 'range', max: high.price.amount }, trust * 0.75, evidence(method, place, `${low.price.amount}–${high.price.amount}`));
}

/** Several offers: the one answer they share, else in stock when any can be bought. */
function addAvailability(offers: readonly SchemaOffer[], product: ProductNode, method: Method, trust: number, into: Candidates): void {
  const all = [...new Set(offers.flatMap((offer) => offer.availability ?? []))];
  const order: readonly Availability[] = ['in_stock', 'low', 'preorder', 'out_of_stock', 'delisted'];
  const value = order.find((state) => all.includes(state));
  const raw = [...new Set(offers.map(({ node }) => rawOf(node['availability'] ?? node['Availability'])).filter(Boolean))].join(', ');
  add(into, 'availability', value, all.length > 1 ? trust * 0.8 : trust, evidence(method, `${product.place}.offers.availability`, raw));
}

function isOwn(offer: SchemaOffer, product: ProductNode, page: PageContext): boolean {
  const sku = textOf(offer.node['sku'] ?? (isObject(offer.node['itemOffered']) ? offer.node['itemOffered']['sku'] : undefined), 100);
  const params = new Set(page.url.searchParams.values());
  if (sku !== undefined && sku.length >= 3 && (params.has(sku) || page.url.hash.includes(sku))) return true;
  if (sku !== undefined && sku === textOf(product.node['sku'], 100)) return true;
  const url = parseUrl(textOf(offer.node['url'], 3_000), page.url);
  if (url === undefined || url.search === '' || pathKey(url) !== pathKey(page.url)) return false;
  return [...url.searchParams].every(([name, value]) => page.url.searchParams.get(name) === value);
}
