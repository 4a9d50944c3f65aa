import type { CrawlId, ListingId, SourceId, SubjectId, TargetId, VersionId } from '../model/ids.ts';
import type { Review } from '../model/listing.ts';
import type { Baseline } from './version-documents.ts';

/** Collection `listings`: the current state. */
export interface ListingDocument {
  readonly _id: ListingId;
  readonly sourceId: SourceId;
  readonly productId: string;
  readonly url: string;
  readonly title: string;
  readonly presence: 'present' | 'missing' | 'gone';
  /** When the presence last changed. */
  readonly presenceSince: Date;
  /** Good crawls in a row that did not find it in its catalogue. */
  readonly missed: number;
  readonly firstSeenAt: Date;
  /** As of its newest version; what was seen since stands in the heads of its views, and storage/listings.ts fills it in. */
  readonly lastSeenAt: Date;
  readonly lastSeenCrawlId: CrawlId;
  /** Targets that ever showed it. */
  readonly targetIds: readonly TargetId[];
  /** What tells which article it is, as far as it was read. */
  readonly identity?: { readonly gtin?: string; readonly brand?: string; readonly mpn?: string };
  /** The newest version of whichever view changed last. */
  readonly currentVersionId: VersionId;
  /** The newest version of each view: of the listing as each target shows it. */
  readonly views: Readonly<Record<SubjectId, { readonly versionId: VersionId; readonly seq: number }>>;
  /** What was accepted of each view. */
  readonly baselines?: Readonly<Record<SubjectId, Baseline>>;
  /** The crawl that last judged the presence: it does not count a miss twice. */
  readonly presenceCrawlId?: CrawlId;
  /** Most good crawls in a row that missed it before it came back, from three on. */
  readonly longestGap?: number;
  /** When content or presence last changed; being seen again does not move it. */
  readonly recordedAt?: Date;
}

/** Collection `reviews`: insert-only; no name or picture of the writer. */
export type ReviewDocument = Omit<Review, 'id'> & {
  readonly _id: Review['id'];
  readonly listingId: ListingId;
  readonly targetId: TargetId;
  readonly firstSeenAt: Date;
  readonly firstCrawlId: CrawlId;
};

/** Collection `reviewedListings`: the crawl that first read a listing's reviews; all it finds are old news, not a burst. */
export interface ReviewedListingDocument {
  readonly _id: ListingId;
  readonly firstCrawlId: CrawlId;
}
