import { AVAILABILITIES, FIELD_NAMES, PRICE_KINDS, type Availability, type FieldName, type ListingFields, type Price, type PriceKind, type StarMix, type UnitPrice } from '../../model/listing.ts';
import { currencyCode, moneyFromDecimal, type CurrencyCode, type Money } from '../../model/money.ts';
import { absent, known, unknown, type Evidence, type Reading } from '../../model/reading.ts';
import type { Promotion } from '../../model/promotion.ts';
import type { FieldsLine } from './format.ts';

type Given<K extends keyof FieldsLine> = Exclude<FieldsLine[K], null | undefined>;

/** The readings of a recorded observation. An amount that is none is unknown, with what is wrong with it. */
export function fieldsOf(line: FieldsLine, title: string | null | undefined): ListingFields {
  const currency = currencyOf(line);
  const fields: ListingFields = {
    ...NOTHING,
    title: reading('title', line.title === undefined ? title : line.title, (text) => text),
    price: lenient(() => reading('price', line.price, (price): Price => ({ kind: kindOf(price), money: moneyOf('price', price, currency) }))),
    listPrice: lenient(() => reading('listPrice', line.listPrice, (price): Price => ({ kind: 'list', money: moneyOf('listPrice', price, currency) }))),
    unitPrice: lenient(() => reading('unitPrice', line.unitPrice, (price): UnitPrice => ({
      money: moneyOf('unitPrice', price, currency), per: typeof price === 'object' ? (price.per ?? 1) : 1, unit: typeof price === 'object' ? (price.unit ?? 'piece') : 'piece',
    }))),
    availability: availability(line.availability),
    quantity: reading('quantity', line.quantity, (count) => count),
    rating: reading('rating', line.rating, (rating) => (typeof rating === 'number' ? { value: rating, scale: 5 } : { value: rating.value, scale: rating.scale ?? 5 })),
    reviewCount: reading('reviewCount', line.reviewCount, (count) => (typeof count === 'number' ? { value: count, lowerBound: false } : { value: count.value, lowerBound: count.lowerBound ?? false })),
    starMix: lenient(() => reading('starMix', line.starMix, starMixOf)),
    promotions: reading('promotions', line.promotions, (promotions) => promotions.map(promotionOf)),
    seller: reading('seller', line.seller, (seller) => (typeof seller === 'string' ? { name: seller } : { name: seller.name, ...(seller.id === undefined ? {} : { id: seller.id }) })),
    brand: reading('brand', line.brand, (text) => text), sku: reading('sku', line.sku, (text) => text), condition: reading('condition', line.condition, (text) => text),
    description: reading('description', line.description, (text) => text), images: reading('images', line.images, (urls) => urls),
  };
  return fields;
}

const UNKNOWN: Reading<never> = unknown('not_found');
const NOTHING: ListingFields = {
  title: UNKNOWN, brand: UNKNOWN, sku: UNKNOWN, mpn: UNKNOWN, gtin: UNKNOWN, price: UNKNOWN, listPrice: UNKNOWN, unitPrice: UNKNOWN, currency: UNKNOWN, availability: UNKNOWN,
  quantity: UNKNOWN, condition: UNKNOWN, seller: UNKNOWN, shippingCost: UNKNOWN, rating: UNKNOWN, reviewCount: UNKNOWN, starMix: UNKNOWN, sales: UNKNOWN, images: UNKNOWN, breadcrumbs: UNKNOWN,
  description: UNKNOWN, attributes: UNKNOWN, offers: UNKNOWN, promotions: UNKNOWN,
};

/** Recorded values are data that name their field. */
function evidence(name: FieldName): Evidence {
  return { method: 'api', place: `fields.${name}`, raw: '' };
}
const EVIDENCE: ReadonlyMap<FieldName, Evidence> = new Map(FIELD_NAMES.map((name) => [name, evidence(name)]));

function reading<T, V>(name: FieldName, given: V | null | undefined, value: (given: V) => T): Reading<T> {
  if (given === undefined) return UNKNOWN;
  const proof = EVIDENCE.get(name) ?? evidence(name);
  return given === null ? absent(proof) : known(value(given), proof);
}

/** What is no amount says nothing. */
function lenient<T>(read: () => Reading<T>): Reading<T> {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) return unknown('unreadable', error.message);
    throw error;
  }
}

function kindOf(price: Given<'price'>): PriceKind {
  return PRICE_KINDS.find((kind) => typeof price === 'object' && price.kind === kind) ?? 'page';
}

function moneyOf(field: string, given: Given<'price'> | Given<'listPrice'> | Given<'unitPrice'>, currency: CurrencyCode | undefined): Money {
  const amount = typeof given === 'object' ? given.amount : given;
  const own = typeof given === 'object' && given.currency !== undefined ? currencyCode(given.currency) : currency;
  if (own === undefined) throw new RangeError(`fields.${field} has no currency that is an ISO 4217 code`);
  const money = moneyFromDecimal(typeof amount === 'number' ? plain(amount) : amount, own);
  if (!money || money.minor < 0) throw new RangeError(`fields.${field}: ${amount} is no price`);
  return money;
}

/** JavaScript writes very small and very large numbers with an exponent. */
function plain(amount: number): string {
  return String(amount).includes('e') ? amount.toFixed(6) : String(amount);
}

function currencyOf({ price, listPrice, unitPrice }: FieldsLine): CurrencyCode | undefined {
  for (const given of [price, listPrice, unitPrice]) {
    if (typeof given === 'object' && given !== null && given.currency !== undefined) return currencyCode(given.currency);
  }
  return undefined;
}

function starMixOf(given: Given<'starMix'>): StarMix {
  return Array.isArray(given) ? { stars: given, unit: 'count' } : { stars: given.stars, unit: given.unit ?? 'count' };
}

const AS_WRITTEN: ReadonlyMap<string, Availability> = new Map<string, Availability>([
  ...AVAILABILITIES.map((value): [string, Availability] => [value.replaceAll('_', ''), value]), ['available', 'in_stock'], ['yes', 'in_stock'], ['true', 'in_stock'], ['limitedavailability', 'low'],
  ['lowstock', 'low'], ['soldout', 'out_of_stock'], ['unavailable', 'out_of_stock'], ['notavailable', 'out_of_stock'], ['no', 'out_of_stock'], ['false', 'out_of_stock'], ['discontinued', 'delisted'],
]);

/** A word that is none of the known ones says nothing. */
function availability(given: FieldsLine['availability']): Reading<Availability> {
  if (given === undefined || given === null) return reading('availability', given, () => 'in_stock');
  const word = AS_WRITTEN.get(String(given).toLowerCase().replaceAll(/[^a-z]/g, '').replace(/^https?schemaorg/, ''));
  return word === undefined ? unknown('unreadable', String(given).slice(0, 100)) : known(word, EVIDENCE.get('availability') ?? evidence('availability'));
}

/** Told apart by their words alone. */
function promotionOf(given: string | Readonly<Record<string, unknown>>): Promotion {
  const words = typeof given === 'string' ? given : [given['label'], given['text'], given['title'], given['name']].find((text) => typeof text === 'string');
  return { label: typeof words === 'string' ? words : JSON.stringify(given), mechanic: 'unrecognised', layer: 'product', params: {} };
}
