import type { Availability, Count, FieldName, Offer, Price, Rating, Review, Seller, StarMix, UnitPrice } from './listing.ts';
import type { BlobHash, ChangeId, CrawlId, ListingId, SourceId, SubjectId, TargetId, VersionId } from './ids.ts';
import type { Money } from './money.ts';
import type { Promotion } from './promotion.ts';
import type { Evidence, Method } from './reading.ts';
import type { Outcome } from './outcome.ts';

/** What every change carries. A change is written once and says all that a message needs: nothing is looked up later. */
export interface ChangeFacts {
  /** Computed from the facts: the same two versions give the same id. */
  readonly id: ChangeId;
  readonly sourceId: SourceId;
  readonly targetId: TargetId;
  readonly subjectId: SubjectId;
  readonly listingId?: ListingId;
  readonly crawlId: CrawlId;
  /** When the new state was observed (UTC). */
  readonly at: Date;
  readonly fromVersion?: VersionId;
  readonly toVersion?: VersionId;
  /** Title of the listing or target at that time. */
  readonly title: string;
  readonly url: string;
  /** Where the new value was read, and the archived answer it was read from. */
  readonly evidence?: Evidence;
  readonly archive?: BlobHash;
}

/** Fields that almost every listing has: when most pages lack one, the reader is at fault. */
export const ESSENTIAL_FIELDS = ['title', 'price', 'availability'] as const satisfies readonly FieldName[];
export type EssentialField = (typeof ESSENTIAL_FIELDS)[number];

/** How a field came by its value: by a method, or not at all. */
export type Way = Method | 'none';

/** A field that most listings of a source had from data that name it, and that is now guessed from the text. */
export interface MovedField {
  readonly field: EssentialField;
  readonly from: Method;
  readonly to: Method;
  /** Where it stood, without numbers. */
  readonly fromPlace?: string;
  readonly toPlace?: string;
}

/** What a fall of the price is worth, judged by the prices that were seen in the weeks before it. */
export interface Discount {
  /** The lowest price of the 30 days before: the prior price of Directive 98/6/EC, article 6a, as (EU) 2019/2161 put it there. */
  readonly lowest: Money;
  /** The new price is below it. */
  readonly real: boolean;
  /** Days of the 30 for which a price is known: of a listing watched since Monday nothing can be said about last month. */
  readonly knownDays: number;
  /** The price was raised not long before it fell: from what to what, and how many days before. */
  readonly raised?: { readonly from: Money; readonly to: Money; readonly daysBefore: number };
}

/** A stretch of time in which the same price held before. */
export interface Held {
  readonly from: Date;
  readonly until: Date;
}

/** One place in a text where words were taken out, put in, or both, with a few words on either side. */
export interface TextEdit {
  readonly before: string;
  readonly removed: string;
  readonly added: string;
  readonly after: string;
}

/** One line of a table of features; null = not there. */
export interface AttributeEdit {
  readonly name: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** How many of the first places of a result list are paid for, and by which products. */
export interface SponsoredPlaces {
  readonly ads: number;
  readonly products: readonly { readonly productId: string; readonly title: string }[];
}

/** What can be wrong with rivalwatch itself, or between it and a source. */
export const TROUBLES = ['crawls_fail', 'schedule_stopped', 'queue_grows', 'work_waits', 'process_gone', 'job_hangs', 'nothing_runs'] as const;
export type Trouble = (typeof TROUBLES)[number];

/** `about`: the source, queue or process. `figure`: crawls in a row, minutes, or jobs that wait. */
export interface TroubleFacts {
  readonly trouble: Trouble;
  readonly about: string;
  readonly since: Date;
  readonly figure: number;
  readonly example?: string;
}

export type ChangeDetail =
  /**
   * Same kind, SKU and currency on both sides. `offerSku` is set when it is a variant other than the one the page shows. `discount`: of a fall, where
   * a history is known. `returned`: it is back at a price that held before.
   */
  | { readonly kind: 'price'; readonly offerSku?: string; readonly from: Price; readonly to: Price; readonly percent: number; readonly discount?: Discount; readonly returned?: Held }
  | { readonly kind: 'list_price'; readonly from: Price | null; readonly to: Price | null }
  /** Units of one dimension on both sides; `percent` is of the price for the same measure. */
  | { readonly kind: 'unit_price'; readonly from: UnitPrice; readonly to: UnitPrice; readonly percent: number }
  /** What so many pieces cost after the promotions, worked out; `audience`: for whom, when not for everybody. `by`: the promotions that take part now. */
  | { readonly kind: 'to_pay'; readonly quantity: number; readonly audience?: string; readonly from: Money; readonly to: Money; readonly percent: number; readonly by: readonly string[]; readonly requiresClaim?: true }
  | { readonly kind: 'promotion_started'; readonly promotion: Promotion }
  | { readonly kind: 'promotion_ended'; readonly promotion: Promotion }
  | { readonly kind: 'promotion_extended'; readonly promotion: Promotion; readonly endedAt: Date }
  /** The same promotion with other numbers or another code. */
  | { readonly kind: 'promotion_changed'; readonly from: Promotion; readonly to: Promotion }
  | { readonly kind: 'stock'; readonly offerSku?: string; readonly from: Availability; readonly to: Availability }
  /** Pieces left: `lower` when they pass a step downwards, `restocked` when they suddenly are many more. */
  | { readonly kind: 'quantity'; readonly offerSku?: string; readonly from: number; readonly to: number; readonly how: 'lower' | 'restocked' }
  /** null = the page says that there is none. */
  | { readonly kind: 'condition'; readonly from: string | null; readonly to: string | null }
  /** Who sells what the page offers first (the buy box), with the price of each where it is known; null = nobody does. */
  | { readonly kind: 'seller'; readonly from: Seller | null; readonly to: Seller | null; readonly fromPrice?: Price; readonly toPrice?: Price }
  /** 0 = free; null = the page says that there is none. */
  | { readonly kind: 'shipping'; readonly from: Money | null; readonly to: Money | null }
  /** `total` counts those too that are not carried. */
  | { readonly kind: 'variant_added'; readonly offers: readonly Offer[]; readonly total: number }
  | { readonly kind: 'variant_removed'; readonly offers: readonly Offer[]; readonly total: number }
  /**
   * Price or stock that goes to and fro between two values (written out, an availability by its name): told once, and its single steps not any more until
   * it keeps still. `since`: the first of the steps.
   */
  | { readonly kind: 'flapping'; readonly what: 'price' | 'stock'; readonly between: readonly string[]; readonly times: number; readonly since: Date }
  | { readonly kind: 'listing_appeared'; readonly price?: Price; readonly availability?: Availability }
  | { readonly kind: 'listing_disappeared'; readonly lastSeenAt: Date; readonly how: 'gone' | 'not_listed' }
  | { readonly kind: 'listing_returned'; readonly missingSince: Date; readonly price?: Price }
  /** Its canonical address, its trail of categories, or both. */
  | { readonly kind: 'listing_moved'; readonly url?: { readonly from: string; readonly to: string }; readonly category?: { readonly from: readonly string[]; readonly to: readonly string[] } }
  | { readonly kind: 'title'; readonly from: string; readonly to: string }
  | { readonly kind: 'brand'; readonly from: string | null; readonly to: string | null }
  /** `seen`: the pictures themselves were compared, not their addresses. */
  | { readonly kind: 'images'; readonly added: readonly string[]; readonly removed: readonly string[]; readonly mainChanged: boolean; readonly seen?: true }
  /** `from` and `to`: the passage around the first difference. `edits`: word by word; `more` of them are not carried. */
  | { readonly kind: 'description'; readonly from: string; readonly to: string; readonly edits?: readonly TextEdit[]; readonly more?: number }
  | { readonly kind: 'attributes'; readonly edits: readonly AttributeEdit[]; readonly more: number }
  | { readonly kind: 'rating'; readonly from: Rating; readonly to: Rating }
  | { readonly kind: 'review_count'; readonly from: Count; readonly to: Count }
  /** How all ratings fall on the stars. */
  | { readonly kind: 'star_mix'; readonly from: StarMix; readonly to: StarMix }
  | { readonly kind: 'negative_reviews'; readonly reviews: readonly Review[] }
  /** Reviews that came since the last look. `mean`: of those that have a rating; `stars`: how many have one, two, three, four and five. */
  | { readonly kind: 'new_reviews'; readonly count: number; readonly mean?: Rating; readonly stars?: readonly number[] }
  /** Organic places; null = not among the items that were read. `overtakenBy` names who stands above now and did not before. */
  | { readonly kind: 'search_rank'; readonly productId: string; readonly from: number | null; readonly to: number | null; readonly pagePosition: number | null; readonly overtakenBy: readonly { readonly productId: string; readonly title: string; readonly sponsored: boolean }[] }
  /** Of the first `places` of a result list. */
  | { readonly kind: 'sponsored_share'; readonly places: number; readonly from: SponsoredPlaces; readonly to: SponsoredPlaces }
  /** `diff`: a unified diff of the readable text. `added`, `removed`: sentences, which stand in `sentences` as far as they are carried; without it (older records) lines. */
  | { readonly kind: 'page_text'; readonly diff: string; readonly added: number; readonly removed: number; readonly sentences?: { readonly added: readonly string[]; readonly removed: readonly string[] } }
  /** The pages are fine, the reader is not: values of the crawl were held back. `moved`: fields that are read, but in another way than ever. */
  | { readonly kind: 'reading_broken'; readonly fields: readonly EssentialField[]; readonly moved?: readonly MovedField[]; readonly examples: readonly string[] }
  /** `accepted`: nothing came back; the new way has held so long that it is the usual one now. */
  | { readonly kind: 'reading_recovered'; readonly accepted?: true }
  /** A wall (captcha, sign-in, refusal) stopped the crawl. */
  | { readonly kind: 'source_blocked'; readonly outcome: Outcome; readonly examples: readonly string[] }
  | { readonly kind: 'source_recovered' }
  /** One of the operator's own channels no longer takes messages: for good until somebody mends it, or for so long that it counts as dead. */
  | { readonly kind: 'channel_off'; readonly channel: string; readonly why: 'permanent' | 'failing'; readonly failingSince: Date; readonly answer: string; readonly fallback?: string }
  | { readonly kind: 'channel_recovered'; readonly channel: string }
  | ({ readonly kind: 'trouble_began' } & TroubleFacts)
  /** Said again, at growing distances, as long as it is not over. `times`: how often it was said before. */
  | ({ readonly kind: 'trouble_lasts'; readonly times: number } & TroubleFacts)
  | { readonly kind: 'trouble_over'; readonly trouble: Trouble; readonly about: string; readonly since: Date };

export type ChangeKind = ChangeDetail['kind'];
export type Change = ChangeFacts & { readonly detail: ChangeDetail };
export type ChangeOf<K extends ChangeKind> = ChangeFacts & { readonly detail: Extract<ChangeDetail, { kind: K }> };

export const CHANGE_KINDS = [
  'price', 'list_price', 'unit_price', 'to_pay', 'promotion_started', 'promotion_ended', 'promotion_extended', 'promotion_changed', 'stock', 'flapping', 'quantity', 'condition',
  'seller', 'shipping', 'variant_added', 'variant_removed', 'listing_appeared', 'listing_disappeared', 'listing_returned', 'listing_moved', 'title', 'brand', 'images',
  'description', 'attributes', 'rating', 'review_count', 'star_mix', 'negative_reviews', 'new_reviews', 'search_rank', 'sponsored_share', 'page_text',
  'reading_broken', 'reading_recovered', 'source_blocked', 'source_recovered', 'channel_off', 'channel_recovered',
  'trouble_began', 'trouble_lasts', 'trouble_over',
] as const satisfies readonly ChangeKind[];
