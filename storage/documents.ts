import type { Alert, Delivery, Episode } from '../model/alert.ts';
import type { Match, Recommendation } from '../model/advice.ts';
import type { Change, Trouble } from '../model/change.ts';
import type { Gaps } from '../model/gaps.ts';
import type { CrawlRequest, CrawlTally, LastRead, Learned, ReadingFault, Usual, Verdict } from '../model/crawl.ts';
import type { BatchId, BlobHash, CrawlId, ListingId, SourceId, SubjectId, TargetId, VersionId } from '../model/ids.ts';
import type { LargeMoves } from '../model/large-moves.ts';
import type { Look } from '../model/look.ts';
import type { FieldName, Review } from '../model/listing.ts';
import type { PictureHash } from '../model/picture.ts';
import type { Baseline } from './version-documents.ts';

export type { Baseline, HeadDocument, VersionContent, VersionDocument } from './version-documents.ts';

/**
 * The documents as MongoDB keeps them: a collection each. `_id`s are built from facts (model/ids.ts), so that writing twice is
 * writing once. Markers of work still to be done stand in the document of the fact: `open` on a crawl, `diff` on a version, `state` on a delivery.
 */

/** Collection `targets`: the running state of each target; what to watch is in the configuration. */
export interface TargetDocument {
  readonly _id: TargetId;
  readonly sourceId: SourceId;
  /** The truth about when it runs next. */
  readonly nextDueAt: Date;
  /** Hash of the schedule, so that a changed one is planned anew. */
  readonly scheduleHash: string;
  readonly enabled: boolean;
  readonly lastCrawlId?: CrawlId;
  readonly lastFinishedAt?: Date;
  readonly lastVerdict?: Verdict;
  /** Listings of the last good crawl: a list much shorter than that is suspicious. */
  readonly lastGoodListings?: number;
  /** In which share of them each field was read, 0 to 1. */
  readonly lastGoodCoverage?: Partial<Record<FieldName, number>>;
  /** How its listings are usually read, and how the last crawl that read any did. */
  readonly learned?: Learned;
  readonly lastRead?: LastRead;
  /** Crawls in a row that read them in another way. */
  readonly otherWay?: number;
  /** What its good crawls brought: a crawl that brings less is not believed to be complete. */
  readonly usual?: Usual;
  /** How long its listings use to be away before they are back. */
  readonly gaps?: Gaps;
  /** What second looks at its listings' prices found, the newest. */
  readonly looks?: readonly Look[];
  /** How its prices use to move far. */
  readonly moves?: LargeMoves;
  /** Since when reading is broken or the source blocks us; unset when fine. */
  readonly brokenSince?: Date | null;
  readonly blockedSince?: Date | null;
}

/** Stages a finished crawl goes through, in order; each is a queue. */
export const STAGES = ['crawl', 'diff', 'alert', 'recommend', 'done'] as const;
export type Stage = (typeof STAGES)[number];

/** Collection `crawls`: one run over one target. */
export interface CrawlDocument {
  readonly _id: CrawlId;
  readonly targetId: TargetId;
  readonly sourceId: SourceId;
  /** Set on a second look at suspicious prices of that crawl: it says nothing about the target's other listings. */
  readonly lookOf?: CrawlId;
  readonly plannedAt: Date;
  readonly startedAt: Date;
  readonly finishedAt?: Date;
  readonly stage: Stage;
  readonly stageSince: Date;
  /** True until the stage is `done`: the marker of work still to be done. */
  readonly open?: boolean;
  readonly verdict?: Verdict;
  /** With verdict `broken`: what is wrong, unless the pages could not be read at all. */
  readonly fault?: ReadingFault;
  /** Set on the crawl with which another way of reading became the usual one. */
  readonly accepted?: true;
  /** With verdict `partial`: nothing failed, but it brought less than the last good crawls did. */
  readonly short?: true;
  readonly tally: CrawlTally;
  /** Changes found by diff. */
  readonly changes?: number;
  /** Set when it is finished, moved by each later stage. */
  readonly recordedAt?: Date;
}

/** Collection `batches`: a part of a crawl that one job works off. */
export interface BatchDocument {
  readonly _id: BatchId;
  readonly crawlId: CrawlId;
  readonly targetId: TargetId;
  readonly no: number;
  readonly state: 'open' | 'done';
  /** How often outcomes were recorded: whoever records more must have seen all of them. */
  readonly rev: number;
  readonly requests: readonly CrawlRequest[];
  readonly tally: CrawlTally;
  /** Not before this time (put off by a rate limit or a spent budget). Always written, so that the sweep finds it by index. */
  readonly notBefore?: Date;
  /** How often a worker began it since it last got on: one that never does is given up. */
  readonly tries?: number;
  readonly updatedAt: Date;
}

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

/** Collection `pages`: the last answer of each URL, for conditional requests and for targets that share a page. */
export interface PageDocument {
  /** Hash of source, mode and normalised URL. */
  readonly _id: string;
  readonly url: string;
  readonly finalUrl: string;
  readonly status: number;
  readonly contentType?: string;
  readonly etag?: string;
  readonly lastModified?: string;
  readonly archive: BlobHash;
  readonly fetchedAt: Date;
  /** The target it was fetched for: another one may use it again. */
  readonly targetId?: TargetId;
  /** The listing that was read from it, when it was one listing's own page. */
  readonly listingId?: ListingId;
  /** Its product id. */
  readonly productId?: string;
}

/** `recordedAt`: when it was written or last moved, by the writer's clock; the order in which exports hand it on. */
interface Recorded {
  readonly recordedAt?: Date;
}
export type ChangeDocument = Omit<Change, 'id'> & Recorded & { readonly _id: Change['id'] };
/** `dueAt`: when the tick must look at it next, worked out from the rest. */
export type EpisodeDocument = Omit<Episode, 'id'> & { readonly _id: Episode['id']; readonly dueAt?: Date };
export type AlertDocument = Omit<Alert, 'id'> & Recorded & { readonly _id: Alert['id'] };
export type DeliveryDocument = Omit<Delivery, 'id'> & { readonly _id: Delivery['id'] };
export type RecommendationDocument = Omit<Recommendation, 'id'> & Recorded & { readonly _id: Recommendation['id'] };
/** `_id` = hash of sku and listing. */
export type MatchDocument = Match & { readonly _id: string };

/** Collection `leases`: who may do a thing that only one may do. */
export interface LeaseDocument {
  readonly _id: string;
  readonly holder: string;
  readonly expiresAt: Date;
}

/** Collection `archive`: raw answers, compressed, under the SHA-256 of their bytes. */
export interface ArchiveDocument {
  readonly _id: BlobHash;
  /** Brotli. */
  readonly bytes: Uint8Array;
  /** Bytes before and after compression. */
  readonly size: number;
  readonly storedSize: number;
  readonly url: string;
  readonly contentType: string;
  readonly firstAt: Date;
  readonly lastAt: Date;
}

/** Collection `pictures`: what a picture at an address looks like; each address is fetched once. `hash` is null where it gave nothing to compare. */
export interface PictureDocument {
  /** Hash of the address. */
  readonly _id: string;
  readonly hash: PictureHash;
  readonly at: Date;
}

/** Collection `reviewedListings`: the crawl that first read a listing's reviews; all it finds are old news, not a burst. */
export interface ReviewedListingDocument {
  readonly _id: ListingId;
  readonly firstCrawlId: CrawlId;
}

/** Collection `pulses`: the signs of life of a process, under its host, number and start. Gone when it stopped in order. */
export interface PulseDocument {
  readonly _id: string;
  readonly host: string;
  readonly startedAt: Date;
  readonly beatAt: Date;
  /** Set when it works the schedule: when a tick last ended there. */
  readonly lastTickAt?: Date;
  /** Jobs that have run for longer than they may, by the clock of the process. */
  readonly overtime: readonly { readonly queue: string; readonly since: Date }[];
  /** Jobs that wait in its queues, looked at every few minutes; the newest last. */
  readonly depths: readonly { readonly at: Date; readonly waiting: Readonly<Record<string, number>> }[];
}

/** Collection `troubles`: what is wrong with rivalwatch itself at the moment, and how often it was told. */
export interface TroubleDocument {
  readonly _id: string;
  readonly trouble: Trouble;
  readonly about: string;
  readonly since: Date;
  readonly times: number;
  readonly nextAt: Date;
}

/** Collection `schemaMigrations`: the steps that were run. */
export interface MigrationDocument {
  readonly _id: string;
  readonly appliedAt: Date;
}
