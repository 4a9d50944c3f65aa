import type { BlobHash, CrawlId, ListingId, SourceId, SubjectId, TargetId, VersionId } from '../model/ids.ts';
import type { ListingFields, Price, PriceKind, RankedItem, Seller } from '../model/listing.ts';
import type { PriceHistory } from '../model/price-history.ts';
import type { Suspicion } from '../model/suspicion.ts';

/** A listing as it was read. */
export interface ListingContent {
  readonly kind: 'listing';
  readonly productId: string;
  readonly url: string;
  readonly fields: ListingFields;
  /** An article that was read right before or after it had the very same price: how likely that is by accident (model/beside.ts). No part of what is compared. */
  readonly beside?: number;
}

/** What a version holds, by kind of subject. */
export type VersionContent =
  | ListingContent
  | { readonly kind: 'ranking'; readonly items: readonly RankedItem[]; readonly empty: boolean }
  | { readonly kind: 'page'; readonly text: string };

/** Collection `heads`: the newest version of each subject. The only thing that is written when a subject is seen again as it was. */
export interface HeadDocument {
  readonly _id: SubjectId;
  readonly versionId: VersionId;
  readonly seq: number;
  readonly contentHash: string;
  readonly lastSeenAt: Date;
  readonly lastCrawlId: CrawlId;
  /** Something may be left to do: to write the version after a crash, or to tell a version that is not settled yet who saw it last. */
  readonly unfinished?: true;
  /** The version before, as long as it may still have to be closed. */
  readonly previous?: { readonly versionId: VersionId; readonly lastSeenAt: Date; readonly lastCrawlId: CrawlId };
}

/** Collection `versions`: history as a step function. A new document only when the content changed. */
export interface VersionDocument {
  readonly _id: VersionId;
  readonly subjectId: SubjectId;
  readonly sourceId: SourceId;
  readonly targetId: TargetId;
  /** Set when the subject is a listing as the target shows it. */
  readonly listingId?: ListingId;
  /** 1, 2, 3 … per subject; unique with subjectId. */
  readonly seq: number;
  /** Hash of what counts as content: values and states of the readings, never evidence or confidence. */
  readonly contentHash: string;
  readonly content: VersionContent;
  readonly firstSeenAt: Date;
  /** Final once it has a successor; until then the newest sighting stands in the head, and storage/versions.ts fills it in. */
  readonly lastSeenAt: Date;
  readonly firstCrawlId: CrawlId;
  readonly lastCrawlId: CrawlId;
  readonly archive?: BlobHash;
  /** Of a ranking over several pages: their answers in order, `archive` among them. */
  readonly archives?: readonly BlobHash[];
  /** pending: not compared yet. held: waits for a second look or a trusted crawl. done: its changes are written. */
  readonly diff: 'pending' | 'held' | 'done';
  /** With `held`: the price that waits for a second look; left out when the whole crawl was not to be trusted. */
  readonly suspicion?: Suspicion;
  /** Held, then dropped: a later crawl saw otherwise, and it counts for nothing. */
  readonly dropped?: true;
  /** Held, then believed: the crawl that saw it again. */
  readonly confirmedBy?: CrawlId;
  /** Set until `diff` is `done`: the marker of work still to be done, so that its index holds nothing else. */
  readonly unsettled?: true;
  /** Set on the newest version of a subject, taken off before its successor is written. */
  readonly open?: true;
  /** When a later reader corrected its content from the archived answer. Its id stays as it was. */
  readonly replayedAt?: Date;
  /** When this document last changed in a way that a reader of exports must hear of (new, closed, settled, replayed). */
  readonly recordedAt?: Date;
}

/** Fields as last accepted: only known and absent readings, each with the version it came from. Diff compares with these. */
export interface Baseline {
  /** The newest version that was taken in. */
  readonly seq: number;
  readonly versionId: VersionId;
  readonly fields: Partial<ListingFields>;
  readonly fieldVersions: Readonly<Partial<Record<keyof ListingFields, VersionId>>>;
  /** When the version each field came from was first seen. */
  readonly fieldTimes?: Readonly<Partial<Record<keyof ListingFields, Date>>>;
  /** The last price of each kind: a coupon price that comes and goes does not hide what the page price did meanwhile. */
  readonly prices?: Readonly<Partial<Record<PriceKind, { readonly price: Price; readonly versionId: VersionId }>>>;
  /** The accepted prices of each kind over time, of the variant and seller that are shown now. */
  readonly history?: Readonly<Partial<Record<PriceKind, PriceHistory>>>;
  /** Prices that waited for a second look and were gone when it came, a day later or more: seen again, they have been seen twice. */
  readonly doubted?: Readonly<Partial<Record<PriceKind, PriceHistory>>>;
  /** While the page says that nobody sells it: what held of the prices of the seller that it named last. */
  readonly aside?: { readonly seller: Seller } & Pick<Baseline, 'fields' | 'fieldVersions' | 'fieldTimes' | 'prices' | 'history' | 'doubted'>;
  /** The last steps of the shown price and stock, to tell when one goes to and fro; with the step of one that does, when it will have settled if nothing else comes. */
  readonly steps?: Readonly<Partial<Record<'price' | 'stock', readonly { readonly at: Date; readonly from: string; readonly to: string; readonly settles?: Date }[]>>>;
  /** An article beside it had the very same price already: a family of articles moves together. */
  readonly beside?: true;
  /** Its address, and since when it is there. */
  readonly place?: { readonly url: string; readonly at: Date };
}
