import type { Availability, FieldName, ListingFields, PriceKind, Unit } from '../../model/listing.ts';
import type { CurrencyCode } from '../../model/money.ts';
import type { Candidate, Evidence, Method, Reading } from '../../model/reading.ts';
import { copied } from './markup/entities.ts';

/** An amount before its currency is decided. */
export interface Amount {
  /** Plain decimal text: `1299.00`. */
  readonly amount: string;
  readonly max?: string;
  readonly currency?: CurrencyCode;
  /** What a bare `$` or `¥` may be. */
  readonly currencyCandidates?: readonly CurrencyCode[];
  readonly kind: PriceKind;
}

/** A unit price before its currency is decided. */
export interface UnitAmount extends Omit<Amount, 'kind' | 'max'> {
  readonly per: number;
  readonly unit: Unit;
}

/** An offer before its currency is decided. */
export interface OfferFound {
  readonly sku: string;
  readonly options: Readonly<Record<string, string>>;
  readonly price?: Amount;
  readonly listPrice?: Amount;
  readonly availability?: Availability;
  readonly quantity?: number;
  readonly selected?: boolean;
}

type ValueOf<F extends FieldName> = ListingFields[F] extends Reading<infer T> ? T : never;
/** What a candidate of a field holds: the field's own value, money still without its currency. */
export type FoundValue<F extends FieldName> =
  F extends 'price' | 'listPrice' | 'shippingCost' ? Amount : F extends 'unitPrice' ? UnitAmount : F extends 'offers' ? readonly OfferFound[] : ValueOf<F>;

/** Everything that steps found, by field, in the order of finding. */
export type Candidates = { readonly [F in FieldName]: Candidate<FoundValue<F>>[] };

/** Most candidates that are kept of one field. */
const MAX_PER_FIELD = 60;

export function noCandidates(): Candidates {
  return {
    title: [], brand: [], sku: [], mpn: [], gtin: [], price: [], listPrice: [], unitPrice: [], currency: [], availability: [], quantity: [], condition: [],
    seller: [], shippingCost: [], rating: [], reviewCount: [], starMix: [], sales: [], images: [], breadcrumbs: [], description: [], attributes: [], offers: [], promotions: [],
  };
}

/** Evidence with its raw text shortened to 200 characters. */
export function evidence(method: Method, place: string, raw: string): Evidence {
  return { method, place: copied(place.slice(0, 200)), raw: copied(raw.slice(0, 200)) };
}

/** Adds a candidate; nothing when the value is undefined. `confidence` is the share of such readings that are right. */
export function add<F extends FieldName>(into: Candidates, field: F, value: FoundValue<F> | undefined, confidence: number, from: Evidence): void {
  const list: Candidate<FoundValue<F>>[] = into[field];
  if (value === undefined || list.length >= MAX_PER_FIELD) return;
  list.push({ value, confidence, evidence: from });
}
