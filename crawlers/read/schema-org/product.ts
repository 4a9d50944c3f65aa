import { add, evidence, type Candidates, type OfferFound } from '../candidates.ts';
import type { PageContext } from '../context.ts';
import { isObject, listOf, type Json, type JsonObject } from '../json/value.ts';
import { normaliseGtin } from '../text/gtin.ts';
import { parseCount } from '../text/count.ts';
import { saysNone } from '../text/none.ts';
import { absolute, parseUrl, pathKey } from '../url.ts';
import type { Method } from '../../../model/reading.ts';
import { addPrices } from './prices.ts';
import type { Graph, ProductNode } from './nodes.ts';
import { offersOf, type SchemaOffer } from './offers.ts';
import { enumOf, numberOf, rawOf, textOf, typesOf } from './values.ts';

/** How far each kind of markup is trusted before other sources agree. */
const TRUST: Partial<Record<Method, number>> = { 'json-ld': 0.9, microdata: 0.86, rdfa: 0.82 };
/** Longer texts describe a brand, or are a menu of all of them. */
const MAX_BRAND = 60;
const MAX_VARIANTS = 500;
const GTIN_KEYS = ['gtin', 'gtin13', 'gtin14', 'gtin12', 'gtin8', 'ean', 'isbn'] as const;

/** Adds what a product node of JSON-LD, microdata or RDFa says. */
export function readProduct(product: ProductNode, graph: Graph, page: PageContext, method: Method, into: Candidates): void {
  const trust = TRUST[method] ?? 0.8;
  const within = listOf(product.node['hasVariant']).map((item) => graph.resolve(item)).filter(isObject).map((node, index) => ({ node, place: `${product.place}.hasVariant[${index}]` }));
  const group = [...within, ...(graph.variants.get(product.node) ?? [])].slice(0, MAX_VARIANTS).map(({ node, place }) => ({ node, place, offers: offersOf(node, place, graph, page) }));
  const shown = group.length === 1 ? group[0] : group.find(({ node }) => isShown(node, page));
  if (shown) readIdentity(shown.node, shown.place, method, trust, into);
  readIdentity(product.node, product.place, method, shown ? trust * 0.8 : trust, into);
  readTexts(product.node, product.place, graph, page, method, trust, into);
  const own = offersOf(product.node, product.place, graph, page);
  const offers = shown && shown.offers.length > 0 ? shown.offers : own.length > 0 ? own : group.flatMap((variant) => variant.offers);
  addPrices(offers, product, page, method, trust, into);
  const all = group.length > 0
    ? group.flatMap(({ node, offers: list }) => list.slice(0, 1).map((offer) => offerFound(node, offer, node === shown?.node)))
    : own.length > 1 ? own.map((offer) => offerFound(offer.node, offer, false)) : [];
  const found = all.filter((offer) => offer.sku !== '');
  const raw = found.map((offer) => `${offer.sku} ${offer.price?.amount ?? ''}`.trim()).join(', ');
  if (found.length > 0) add(into, 'offers', found, trust, evidence(method, `${product.place}.${group.length > 0 ? 'hasVariant' : 'offers'}`, raw));
}

/** True for the variant whose URL is the page's, its variant parameter included. */
function isShown(node: JsonObject, page: PageContext): boolean {
  const wanted = new Set(['variant', 'sku', 'color', 'childsku', 'variationid', 'pid']);
  const marks = [...page.url.searchParams].filter(([name, value]) => wanted.has(name.toLowerCase()) && value !== '').map(([, value]) => value);
  const offers = listOf(node['offers']).filter(isObject);
  const urls = [node['url'], node['@id'], ...offers.map((offer) => offer['url'])].flatMap((value) => parseUrl(textOf(value), page.url) ?? []);
  if (marks.length === 0) return urls.some((url) => url.search === page.url.search && pathKey(url) === pathKey(page.url) && url.search !== '');
  const skus = [node['sku'], node['productID'], node['mpn']].map((value) => textOf(value));
  return marks.some((mark) => skus.includes(mark) || urls.some((url) => [...url.searchParams.values()].includes(mark)));
}

function readIdentity(node: JsonObject, place: string, method: Method, trust: number, into: Candidates): void {
  const offer = listOf(node['offers']).find(isObject);
  for (const [key, value] of [['sku', node['sku'] ?? offer?.['sku']], ['mpn', node['mpn'] ?? offer?.['mpn']]] as const) {
    const text = textOf(value, 100);
    if (text !== undefined && !isEmptyWord(text)) add(into, key, text, trust, evidence(method, `${place}.${key}`, text));
  }
  const id = textOf(node['productID'] ?? node['productId'], 100);
  if (id !== undefined && !isEmptyWord(id)) {
    const [, kind, rest] = /^(upc|ean|gtin|isbn|sku|mpn):(.+)$/i.exec(id) ?? [];
    if (kind !== undefined && rest !== undefined && /^(?:upc|ean|gtin|isbn)$/i.test(kind)) addGtin(rest, `${place}.productID`, method, trust, into);
    else add(into, 'sku', (rest ?? id).trim(), trust * 0.75, evidence(method, `${place}.productID`, id));
  }
  for (const key of GTIN_KEYS) {
    const text = textOf(node[key] ?? offer?.[key], 60);
    if (text !== undefined) addGtin(text, `${place}.${key}`, method, trust, into);
  }
}

function addGtin(text: string, place: string, method: Method, trust: number, into: Candidates): void {
  add(into, 'gtin', normaliseGtin(text), trust, evidence(method, place, text));
}

function readTexts(node: JsonObject, place: string, graph: Graph, page: PageContext, method: Method, trust: number, into: Candidates): void {
  const from = (key: string, raw: string) => evidence(method, `${place}.${key}`, raw);
  const title = textOf(node['name']);
  if (title !== undefined && !isPlaceholder(title)) add(into, 'title', title, trust, from('name', title));
  const brand = textOf(graph.resolve(node['brand']) ?? graph.resolve(node['manufacturer']), 200);
  if (brand !== undefined && brand.length <= MAX_BRAND && !isEmptyWord(brand)) add(into, 'brand', brand, trust * (node['brand'] === undefined ? 0.8 : 1), from('brand', brand));
  const description = textOf(node['description'], 20_000);
  if (description !== undefined && !isPlaceholder(description)) add(into, 'description', description, trust, from('description', description));
  const condition = node['itemCondition'] ?? listOf(node['offers']).filter(isObject).find((offer) => offer['itemCondition'] !== undefined)?.['itemCondition'];
  add(into, 'condition', conditionOf(condition), trust, from('itemCondition', rawOf(condition)));
  const images = imagesOf(node['image'], graph, page);
  if (images.length > 0) add(into, 'images', images, trust, from('image', images[0] ?? ''));
  readRating(graph.resolve(node['aggregateRating']), place, method, trust, into);
  const attributes = attributesOf(node);
  if (Object.keys(attributes).length > 0) add(into, 'attributes', attributes, trust, from('additionalProperty', Object.entries(attributes).map(([name, value]) => `${name}: ${value}`).join(', ')));
}

/** `new` for schema.org's NewCondition and its like; a shop's own words as they stand. */
export function conditionOf(value: Json | undefined): string | undefined {
  const known = /^(new|used|refurbished|damaged)(?:condition)?$/.exec(enumOf(value) ?? '')?.[1];
  const text = known ?? textOf(value, 100);
  return text === undefined || isEmptyWord(text) ? undefined : text;
}

function imagesOf(value: Json | undefined, graph: Graph, page: PageContext): string[] {
  const found = listOf(value).flatMap((item) => {
    const image = graph.resolve(item);
    const text = isObject(image) ? textOf(image['contentUrl'] ?? image['url'] ?? image['@id'], 3_000) : textOf(image, 3_000);
    return (text === undefined ? undefined : absolute(text, page.url)) ?? [];
  });
  return [...new Set(found)].slice(0, 50);
}

function readRating(value: Json | undefined, place: string, method: Method, trust: number, into: Candidates): void {
  const node = listOf(value).find(isObject);
  if (!node) return;
  const rating = numberOf(node['ratingValue']);
  const scale = numberOf(node['bestRating']) ?? (rating !== undefined && rating > 5 ? (rating > 10 ? 100 : 10) : 5);
  const countText = textOf(node['reviewCount'] ?? node['ratingCount'], 40);
  const count = countText === undefined ? undefined : parseCount(countText);
  // A rating of 0 with no votes is a template's way of saying that there is none.
  if (rating !== undefined && rating > 0 && rating <= scale && count?.value !== 0) {
    add(into, 'rating', { value: rating, scale }, trust, evidence(method, `${place}.aggregateRating.ratingValue`, String(rating)));
  }
  if (count) add(into, 'reviewCount', count, trust, evidence(method, `${place}.aggregateRating.reviewCount`, countText ?? ''));
}

function attributesOf(node: JsonObject): Record<string, string> {
  const out: Record<string, string> = {};
  for (const property of listOf(node['additionalProperty']).slice(0, 200)) {
    const name = isObject(property) ? textOf(property['name'], 100) : undefined;
    const value = isObject(property) ? textOf(property['value'], 500) : undefined;
    if (name !== undefined && value !== undefined) out[name] = value;
  }
  for (const key of ['color', 'size', 'material', 'pattern', 'model'] as const) {
    const value = textOf(node[key], 200);
    if (value !== undefined) out[key] ??= value;
  }
  return out;
}

function offerFound(node: JsonObject, offer: SchemaOffer, selected: boolean): OfferFound {
  const options: Record<string, string> = {};
  for (const key of ['color', 'size', 'material', 'pattern'] as const) {
    const value = textOf(node[key], 100);
    if (value !== undefined) options[key] = value;
  }
  const sku = textOf(node['sku'] ?? offer.node['sku'] ?? node['productID'] ?? node['mpn'] ?? node['gtin13'] ?? node['gtin'], 100);
  const name = textOf(node['name'], 200);
  if (Object.keys(options).length === 0 && name !== undefined && !typesOf(node).includes('offer')) options['name'] = name;
  return {
    sku: sku ?? '', options, ...(offer.price ? { price: offer.price } : {}), ...(offer.listPrice ? { listPrice: offer.listPrice } : {}),
    ...(offer.availability ? { availability: offer.availability } : {}), ...(offer.quantity === undefined ? {} : { quantity: offer.quantity }), ...(selected ? { selected } : {}),
  };
}

/** Words that templates print where there is nothing. */
export function isEmptyWord(text: string): boolean {
  return isPlaceholder(text) || saysNone(text) || /^(?:n\/?a|null|undefined|none|nan|false|true|-+|0|no brand|unbranded|not specified|unknown|\[object object\])$/i.test(text.trim());
}

/** A variable that its template did not fill in: `$brand`, `${brand}`, `{{ product.brand }}`, `<%= brand %>`, `%%BRAND%%`. */
function isPlaceholder(text: string): boolean {
  return /^(?:\$[a-z][a-z_.]+|\$?\{[^{}]{0,80}\}|\{\{[^{}]{0,80}\}\}|\{%[^{}]{0,80}%\}|<%[^<>]{0,80}%>|%%?[a-z_]{2,40}%%?|\[\[[^[\]]{0,80}\]\])$/i.test(text.trim());
}
