import type { Availability, Count, FieldName, Price, Rating, Review } from './listing.ts';
import type { BlobHash, ChangeId, CrawlId, ListingId, SourceId, SubjectId, TargetId, VersionId } from './ids.ts';
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

export type ChangeDetail =
  /** Same kind, SKU and currency on both sides. `offerSku` is set when it is a variant other than the one the page shows. */
  | { readonly kind: 'price'; readonly offerSku?: string; readonly from: Price; readonly to: Price; readonly percent: number }
  | { readonly kind: 'list_price'; readonly from: Price | null; readonly to: Price | null }
  | { readonly kind: 'promotion_started'; readonly promotion: Promotion }
  | { readonly kind: 'promotion_ended'; readonly promotion: Promotion }
  | { readonly kind: 'promotion_extended'; readonly promotion: Promotion; readonly endedAt: Date }
  | { readonly kind: 'stock'; readonly offerSku?: string; readonly from: Availability; readonly to: Availability }
  | { readonly kind: 'listing_appeared'; readonly price?: Price; readonly availability?: Availability }
  | { readonly kind: 'listing_disappeared'; readonly lastSeenAt: Date; readonly how: 'gone' | 'not_listed' }
  | { readonly kind: 'listing_returned'; readonly missingSince: Date; readonly price?: Price }
  | { readonly kind: 'title'; readonly from: string; readonly to: string }
  | { readonly kind: 'images'; readonly added: readonly string[]; readonly removed: readonly string[]; readonly mainChanged: boolean }
  | { readonly kind: 'description'; readonly from: string; readonly to: string }
  | { readonly kind: 'rating'; readonly from: Rating; readonly to: Rating }
  | { readonly kind: 'review_count'; readonly from: Count; readonly to: Count }
  | { readonly kind: 'negative_reviews'; readonly reviews: readonly Review[] }
  /** Organic places; null = not among the items that were read. `overtakenBy` names who stands above now and did not before. */
  | { readonly kind: 'search_rank'; readonly productId: string; readonly from: number | null; readonly to: number | null; readonly pagePosition: number | null; readonly overtakenBy: readonly { readonly productId: string; readonly title: string; readonly sponsored: boolean }[] }
  /** `diff`: a unified diff of the readable text. */
  | { readonly kind: 'page_text'; readonly diff: string; readonly added: number; readonly removed: number }
  /** The pages are fine, the reader is not: values of the crawl were held back. `moved`: fields that are read, but in another way than ever. */
  | { readonly kind: 'reading_broken'; readonly fields: readonly EssentialField[]; readonly moved?: readonly MovedField[]; readonly examples: readonly string[] }
  /** `accepted`: nothing came back; the new way has held so long that it is the usual one now. */
  | { readonly kind: 'reading_recovered'; readonly accepted?: true }
  /** A wall (captcha, sign-in, refusal) stopped the crawl. */
  | { readonly kind: 'source_blocked'; readonly outcome: Outcome; readonly examples: readonly string[] }
  | { readonly kind: 'source_recovered' };

export type ChangeKind = ChangeDetail['kind'];
export type Change = ChangeFacts & { readonly detail: ChangeDetail };
export type ChangeOf<K extends ChangeKind> = ChangeFacts & { readonly detail: Extract<ChangeDetail, { kind: K }> };

export const CHANGE_KINDS = [
  'price', 'list_price', 'promotion_started', 'promotion_ended', 'promotion_extended', 'stock', 'listing_appeared', 'listing_disappeared',
  'listing_returned', 'title', 'images', 'description', 'rating', 'review_count', 'negative_reviews', 'search_rank', 'page_text',
  'reading_broken', 'reading_recovered', 'source_blocked', 'source_recovered',
] as const satisfies readonly ChangeKind[];
