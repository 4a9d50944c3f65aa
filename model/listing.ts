import type { CurrencyCode, Money } from './money.ts';
import type { Promotion } from './promotion.ts';
import type { Reading, SelectorUse } from './reading.ts';
import type { BlobHash, CrawlId, ListingId, ReviewId, SourceId, TargetId } from './ids.ts';

/** Kinds of price. Two prices are compared only when their kinds agree. */
export const PRICE_KINDS = ['list', 'page', 'conditional', 'deposit', 'estimated', 'range'] as const;
/**
 * list: struck through, RRP, 专柜价. page: what an anonymous visitor pays for one unit. conditional: needs a
 * coupon, several units, a membership … (券后). deposit: 定金, no price at all. estimated: the platform's own
 * best case. range: the low end over several SKUs, with `max`.
 */
export type PriceKind = (typeof PRICE_KINDS)[number];

export interface Price {
  readonly kind: PriceKind;
  readonly money: Money;
  /** Only with kind `range`: the high end. */
  readonly max?: Money;
}

export const UNITS = [
  'mg', 'g', 'kg', 'jin', 'oz', 'lb', 'ml', 'cl', 'dl', 'l', 'fl_oz', 'gal', 'cm', 'm', 'ft', 'yd', 'm2', 'sqft', 'm3', 'piece', 'pair', 'sheet', 'roll', 'tablet', 'wash', 'dose',
] as const;
/** What a unit price is for. jin: 斤, 500 g. wash: one load of laundry. dose: a serving. */
export type Unit = (typeof UNITS)[number];

/** A price for a measure, as shops must show it beside the price: 1.20 for 100 g. Never the price of the article. */
export interface UnitPrice {
  readonly money: Money;
  /** How many of the unit the money is for. */
  readonly per: number;
  readonly unit: Unit;
}

export const AVAILABILITIES = ['in_stock', 'low', 'out_of_stock', 'preorder', 'delisted'] as const;
/** Whether it can be bought. "Unknown" is the reading's state, not a value. */
export type Availability = (typeof AVAILABILITIES)[number];

/** A count as shops write it: "10万+" is 100000 with a lower bound. */
export interface Count {
  readonly value: number;
  readonly lowerBound: boolean;
}

export interface Rating {
  readonly value: number;
  /** The best possible value: 5 for stars, 100 for per cent. */
  readonly scale: number;
}

/** How the ratings of a listing fall on the stars, as the page states it. */
export interface StarMix {
  /** For one, two, three, four and five stars. */
  readonly stars: readonly number[];
  /** Ratings, or per cent of all of them where the page shows no counts. */
  readonly unit: 'count' | 'percent';
}

export interface Seller {
  readonly id?: string;
  readonly name: string;
}

/** What can be bought at a listing: one SKU by one seller. Only what the page says is present. */
export interface Offer {
  /** The platform's variant id or SKU; tells the offers of a listing apart. */
  readonly sku: string;
  readonly options: Readonly<Record<string, string>>;
  readonly price?: Price;
  readonly listPrice?: Money;
  readonly availability?: Availability;
  readonly quantity?: number;
  /** True for the one whose price the page shows. */
  readonly selected?: boolean;
}

/** A review as it may be kept: no name, no picture of the writer. */
export interface Review {
  readonly id: ReviewId;
  readonly rating?: Rating;
  readonly text: string;
  readonly createdAt?: Date;
  readonly skuText?: string;
}

/** Everything that is read from a listing. Every field is a reading; none defaults. */
export interface ListingFields {
  readonly title: Reading<string>;
  readonly brand: Reading<string>;
  readonly sku: Reading<string>;
  readonly mpn: Reading<string>;
  /** GTIN normalised to 14 digits, checksum verified. */
  readonly gtin: Reading<string>;
  readonly price: Reading<Price>;
  readonly listPrice: Reading<Price>;
  readonly unitPrice: Reading<UnitPrice>;
  readonly currency: Reading<CurrencyCode>;
  readonly availability: Reading<Availability>;
  readonly quantity: Reading<number>;
  readonly condition: Reading<string>;
  readonly seller: Reading<Seller>;
  readonly shippingCost: Reading<Money>;
  readonly rating: Reading<Rating>;
  readonly reviewCount: Reading<Count>;
  readonly starMix: Reading<StarMix>;
  /** Units sold as the page says it, e.g. 月销 "10万+". */
  readonly sales: Reading<Count>;
  /** Absolute URLs, the best first. */
  readonly images: Reading<readonly string[]>;
  readonly breadcrumbs: Reading<readonly string[]>;
  readonly description: Reading<string>;
  readonly attributes: Reading<Readonly<Record<string, string>>>;
  readonly offers: Reading<readonly Offer[]>;
  readonly promotions: Reading<readonly Promotion[]>;
}
export type FieldName = keyof ListingFields;

export const FIELD_NAMES = [
  'title', 'brand', 'sku', 'mpn', 'gtin', 'price', 'listPrice', 'unitPrice', 'currency', 'availability', 'quantity', 'condition', 'seller',
  'shippingCost', 'rating', 'reviewCount', 'starMix', 'sales', 'images', 'breadcrumbs', 'description', 'attributes', 'offers', 'promotions',
] as const satisfies readonly FieldName[];

/** A listing as one page or API answer showed it: what a platform makes of an answer. Pure; no time in it. */
export interface ListingRead {
  /** The platform's own product id. */
  readonly productId: string;
  /** Canonical, without tracking parameters. */
  readonly url: string;
  readonly fields: ListingFields;
  readonly reviews: readonly Review[];
  /** What became of each of the operator's own selectors; absent where the source has none. */
  readonly selectors?: Readonly<Partial<Record<FieldName, SelectorUse>>>;
}

/** All readings of one listing at one moment, in one crawl. */
export interface Observation {
  readonly listingId: ListingId;
  readonly sourceId: SourceId;
  readonly targetId: TargetId;
  readonly crawlId: CrawlId;
  readonly at: Date;
  /** The archived answer the readings came from; absent only when the archive is switched off. */
  readonly archive?: BlobHash;
  readonly read: ListingRead;
}

/** One place in a search or category list. */
export interface RankedItem {
  readonly productId: string;
  readonly title: string;
  readonly url: string;
  readonly sponsored: boolean;
  /** 1-based, over everything shown. */
  readonly position: number;
  /** 1-based, over the organic items only; absent for sponsored ones. */
  readonly organicPosition?: number;
  readonly price?: Price;
  readonly listPrice?: Price;
  readonly rating?: Rating;
  readonly reviewCount?: Count;
}
