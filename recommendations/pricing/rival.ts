import type { Match, Product } from '../../model/advice.ts';
import type { ListingId, VersionId } from '../../model/ids.ts';
import type { Availability, Price, PriceKind } from '../../model/listing.ts';
import { sameCurrency, type Money } from '../../model/money.ts';
import { forOneOfOurs, type PackRatio } from '../../model/pack.ts';
import type { Reading } from '../../model/reading.ts';
import { isOwn } from '../own.ts';

/** What a rival asks for the same article, as last observed. */
export interface RivalOffer {
  readonly listingId: ListingId;
  readonly versionId: VersionId;
  readonly url: string;
  /** The newest reading, not the last known value: an unknown price is not used. */
  readonly price: Reading<Price>;
  readonly availability: Reading<Availability>;
  readonly presence: 'present' | 'missing' | 'gone';
  readonly match: Match['state'];
  readonly packRatio: PackRatio;
  readonly lastSeenAt: Date;
  /** Seller's name as the page shows it. */
  readonly seller?: string;
  /** Condition as the page shows it; new when it says nothing. */
  readonly condition?: string;
}

/** Refusals of an amount that an operator sees and could take for a rival's price: they are explained. */
const WONDERED = ['sold_out', 'preorder', 'stock_unknown', 'unconfirmed', 'stale', 'used', 'conditional', 'range', 'estimated'] as const;
export type WonderedRefusal = (typeof WONDERED)[number];

/** Why a rival's price is not followed. */
export type Refusal = WonderedRefusal | 'own_listing' | 'gone' | 'no_price' | 'no_amount' | 'other_currency';

/** A rival with its price per unit of ours (where it can be computed), and why it is refused (when it is). */
export interface JudgedRival {
  readonly rival: RivalOffer;
  readonly unit?: Money;
  readonly refusal?: Refusal;
}

const KIND_REFUSAL: Readonly<Record<PriceKind, Refusal | undefined>> = {
  page: undefined, conditional: 'conditional', range: 'range', estimated: 'estimated', deposit: 'no_amount', list: 'no_amount',
};

export interface JudgingSettings {
  /** Milliseconds. */
  readonly maxRivalAge: number;
  /** The operator's own sellers' names and shops' hosts. */
  readonly ownSellers: readonly string[];
}

/** Same currency required; only a verified, present, fresh, new article in stock at a price anyone pays may be followed. */
export function judgeRival(rival: RivalOffer, product: Product, { maxRivalAge, ownSellers }: JudgingSettings, now: Date): JudgedRival {
  const unit = unitPrice(rival);
  const refusal = isOwn(rival, ownSellers) ? 'own_listing' : refusalOf(rival, unit, product, maxRivalAge, now);
  return { rival, ...(unit ? { unit } : {}), ...(refusal ? { refusal } : {}) };
}

/** A refused rival whose price is below ours: the refusal needs saying. */
export type CheaperRefused = JudgedRival & { readonly unit: Money; readonly refusal: WonderedRefusal };

/** True when the rival is refused although it looks cheaper than `own`. */
export function looksCheaper(judged: JudgedRival, own: Money): judged is CheaperRefused {
  return WONDERED.some((one) => one === judged.refusal) && judged.unit !== undefined && sameCurrency(judged.unit, own) && judged.unit.minor < own.minor;
}

/** The rival's price for one unit of ours. */
function unitPrice({ price, packRatio }: RivalOffer): Money | undefined {
  const unit = price.state === 'known' ? forOneOfOurs(price.value.money, packRatio) : undefined;
  return unit && unit.minor > 0 ? unit : undefined;
}

function refusalOf(rival: RivalOffer, unit: Money | undefined, product: Product, maxAge: number, now: Date): Refusal | undefined {
  if (rival.presence !== 'present') return 'gone';
  if (rival.price.state !== 'known' || !unit) return 'no_price';
  if (!sameCurrency(unit, product.price)) return 'other_currency';
  return KIND_REFUSAL[rival.price.value.kind] ?? stockRefusal(rival) ?? trustRefusal(rival, maxAge, now);
}

function stockRefusal({ availability }: RivalOffer): Refusal | undefined {
  if (availability.state !== 'known') return 'stock_unknown';
  return STOCK_REFUSAL[availability.value];
}

const STOCK_REFUSAL: Readonly<Record<Availability, Refusal | undefined>> = {
  in_stock: undefined, low: undefined, out_of_stock: 'sold_out', preorder: 'preorder', delisted: 'gone',
};

const NOT_NEW = /\bused\b|refurb|renewed|pre-?owned|second.?hand|open.?box|damaged|gebraucht|occasion|usado|usato|二手|翻新|中古/i;

function trustRefusal(rival: RivalOffer, maxAge: number, now: Date): Refusal | undefined {
  if (rival.match !== 'confirmed') return 'unconfirmed';
  if (rival.condition !== undefined && NOT_NEW.test(rival.condition)) return 'used';
  return now.getTime() - rival.lastSeenAt.getTime() > maxAge ? 'stale' : undefined;
}
