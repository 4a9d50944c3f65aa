import type { Availability, PriceKind } from '../../../model/listing.ts';
import type { CurrencyCode } from '../../../model/money.ts';
import { amountOf, compareAmounts, currencyOf } from '../amount.ts';
import type { Amount } from '../candidates.ts';
import type { PageContext } from '../context.ts';
import { isObject, listOf, type Json, type JsonObject } from '../json/value.ts';
import type { Graph } from './nodes.ts';
import { isOfPack } from './unit-price.ts';
import { enumOf, numberOf, textOf, typesOf } from './values.ts';

/** One schema.org Offer, read. */
export interface SchemaOffer {
  readonly node: JsonObject;
  readonly place: string;
  readonly price?: Amount;
  readonly listPrice?: Amount;
  readonly conditional?: Amount;
  readonly currency?: CurrencyCode;
  readonly availability?: Availability;
  readonly quantity?: number;
}

const AVAILABILITY: Readonly<Record<string, Availability>> = {
  instock: 'in_stock', onlineonly: 'in_stock', available: 'in_stock', instoreonly: 'in_stock', limitedavailability: 'low', lowstock: 'low',
  outofstock: 'out_of_stock', soldout: 'out_of_stock', oos: 'out_of_stock', reserved: 'out_of_stock', preorder: 'preorder', presale: 'preorder', backorder: 'preorder',
  backordered: 'preorder', madetoorder: 'in_stock', discontinued: 'delisted', pending: 'preorder',
};
const LIST_TYPES = /strikethrough|listprice|msrp|^srp$|regularprice|suggested/;
const MAX_OFFERS = 500;

/** The availability a schema.org value, URL or bare word in any case stands for. */
export function schemaAvailability(value: Json | undefined): Availability | undefined {
  const word = enumOf(value);
  return word === undefined ? undefined : AVAILABILITY[word];
}

/** The offers of a product node; an AggregateOffer gives its own offers, or one with a range. */
export function offersOf(node: JsonObject, place: string, graph: Graph, page: PageContext): SchemaOffer[] {
  const out: SchemaOffer[] = [];
  const [first, second] = [node['offers'], node['offer']];
  listOf(graph.resolve(first ?? second)).forEach((raw, index) => {
    const offer = graph.resolve(raw);
    const at = `${place}.offers${Array.isArray(first) ? `[${index}]` : ''}`;
    if (!isObject(offer) || out.length >= MAX_OFFERS) return;
    const inner = listOf(offer['offers']).map((item) => graph.resolve(item)).filter(isObject);
    const priced = inner.filter((item) => item['price'] !== undefined || item['priceSpecification'] !== undefined);
    if (priced.length > 0) priced.slice(0, MAX_OFFERS).forEach((item, at2) => out.push(readOffer(item, `${at}.offers[${at2}]`, page, graph)));
    else out.push(readOffer(offer, at, page, graph));
  });
  return out;
}

function readOffer(node: JsonObject, place: string, page: PageContext, graph: Graph): SchemaOffer {
  const specs = listOf(graph.resolve(node['priceSpecification'])).filter(isObject);
  const currency = currencyOf(node['priceCurrency']) ?? currencyOf(node['pricecurrency']) ?? currencyOf(specs.find((spec) => spec['priceCurrency'] !== undefined)?.['priceCurrency']);
  const price = amountOf(node['price'], currency, page, 'page') ?? aggregate(node, currency, page) ?? specified(specs, page, currency, isPlain, 'page');
  const listPrice = specified(specs, page, currency, isList, 'list');
  const conditional = specified(specs, page, currency, (spec) => spec['validForMemberTier'] !== undefined, 'conditional');
  const availability = schemaAvailability(node['availability'] ?? node['Availability']);
  const quantity = stockOf(node);
  return {
    node, place, ...(price ? { price } : {}), ...(currency ? { currency } : {}), ...(availability ? { availability } : {}),
    ...(conditional ? { conditional } : {}), ...(quantity === undefined ? {} : { quantity }),
    ...(listPrice && (!price || compareAmounts(listPrice.amount, price.amount) > 0) ? { listPrice } : {}),
  };
}

/** Low and high of an AggregateOffer, or BigCommerce's minPrice and maxPrice. Low alone, or low below high, is a range. */
function aggregate(node: JsonObject, currency: CurrencyCode | undefined, page: PageContext): Amount | undefined {
  const low = amountOf(node['lowPrice'] ?? node['minPrice'], currency, page, 'page');
  const high = amountOf(node['highPrice'] ?? node['maxPrice'], currency, page, 'page');
  if (!low) return undefined;
  if (high && compareAmounts(high.amount, low.amount) > 0) return { ...low, kind: 'range', max: high.amount };
  const count = numberOf(node['offerCount']);
  return high || count === 1 ? low : { ...low, kind: 'range' };
}

function isList(spec: JsonObject): boolean {
  return LIST_TYPES.test(enumOf(spec['priceType']) ?? '');
}

/** A price for one unit, for everybody: no list price, no member price, no price per kilogram, no delivery charge. */
function isPlain(spec: JsonObject): boolean {
  if (isList(spec) || spec['validForMemberTier'] !== undefined || (spec['referenceQuantity'] !== undefined && !isOfPack(spec))) return false;
  const type = enumOf(spec['priceType']) ?? '';
  if (/minimumadvertised|invoice/.test(type)) return false;
  const quantity = isObject(spec['eligibleQuantity']) ? numberOf(spec['eligibleQuantity']['minValue'] ?? spec['eligibleQuantity']['value']) : undefined;
  return (quantity === undefined || quantity <= 1) && !typesOf(spec).some((name) => /delivery|payment/.test(name));
}

function specified(specs: readonly JsonObject[], page: PageContext, fallback: CurrencyCode | undefined, wanted: (spec: JsonObject) => boolean, kind: PriceKind): Amount | undefined {
  const ranked = specs.filter(wanted).toSorted((a, b) => Number(/sale/.test(enumOf(b['priceType']) ?? '')) - Number(/sale/.test(enumOf(a['priceType']) ?? '')));
  for (const spec of ranked) {
    const amount = amountOf(spec['price'] ?? spec['minPrice'], currencyOf(spec['priceCurrency']) ?? fallback, page, kind);
    if (amount) return amount;
  }
  return undefined;
}

/** Stock as a number, only where the shop gives a real one. */
function stockOf(node: JsonObject): number | undefined {
  const level = node['inventoryLevel'];
  const value = numberOf(isObject(level) ? level['value'] : level);
  return value !== undefined && Number.isInteger(value) && value >= 0 ? value : undefined;
}

/** Cost of shipping to the page's own country, where exactly one is given. */
export function shippingOf(offer: SchemaOffer, page: PageContext): Amount | undefined {
  const details = listOf(offer.node['shippingDetails']).filter(isObject);
  const rate = details.length === 1 ? details[0]?.['shippingRate'] : undefined;
  if (!isObject(rate)) return undefined;
  const text = textOf(rate['value'] ?? rate['price']);
  const currency = currencyOf(rate['currency']) ?? offer.currency;
  if (text !== undefined && /^0(?:\.0+)?$/.test(text)) return { amount: '0', kind: 'page', ...(currency ? { currency } : {}) };
  return amountOf(rate['value'] ?? rate['price'], currency, page, 'page');
}
