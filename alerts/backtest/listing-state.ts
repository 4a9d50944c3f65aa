import type { Baseline, VersionDocument } from '../../storage/documents.ts';
import { listingHashAt } from '../../storage/content-hash.ts';
import { factId, listingId, viewSubject, type CrawlId, type ListingId, type SourceId, type SubjectId, type TargetId } from '../../model/ids.ts';
import type { Presence } from '../changes/presence.ts';
import type { Observed, RecordedCrawl } from './recording.ts';

/** A listing as one target showed it. */
export interface View {
  readonly subjectId: SubjectId;
  readonly targetId: TargetId;
  head?: VersionDocument;
  /** Versions that were held, oldest first. */
  held: readonly VersionDocument[];
  baseline?: Baseline;
}

/** A listing as the crawls up to now left it. */
export interface ListingState {
  readonly id: ListingId;
  readonly sourceId: SourceId;
  readonly productId: string;
  title: string;
  url: string;
  lastSeenAt: Date;
  /** The crawl that saw it last, broken ones included. */
  lastSeenCrawl: CrawlId;
  /** Not before a crawl that may be believed has seen it. */
  presence?: Presence;
  readonly views: Map<TargetId, View>;
}

export function newListing(sourceId: SourceId, { productId, title, url, at }: Observed, crawlId: CrawlId): ListingState {
  return { id: listingId(sourceId, productId), sourceId, productId, title: title || productId, url, lastSeenAt: at, lastSeenCrawl: crawlId, views: new Map() };
}

/** The view of a listing by a target, made when there is none yet. */
export function viewOf(listing: ListingState, targetId: TargetId): View {
  const view = listing.views.get(targetId) ?? { subjectId: viewSubject(listing.id, targetId), targetId, held: [] };
  listing.views.set(targetId, view);
  return view;
}

/** The observation folded into the view, as storage does it: the open version seen again, or a new one. */
export function foldInto(view: View, listing: ListingState, observed: Observed, crawlId: CrawlId, beside: number | undefined): VersionDocument {
  const contentHash = listingHashAt(observed.fields, observed.url);
  const { head } = view;
  if (head?.contentHash === contentHash) {
    view.head = { ...head, lastSeenAt: observed.at, lastCrawlId: crawlId };
    return view.head;
  }
  const seq = (head?.seq ?? 0) + 1;
  view.head = {
    _id: factId('version', view.subjectId, contentHash, crawlId, seq), subjectId: view.subjectId, sourceId: listing.sourceId, targetId: view.targetId, listingId: listing.id, seq, contentHash,
    content: { kind: 'listing', productId: observed.productId, url: observed.url, fields: observed.fields, ...(beside === undefined ? {} : { beside }) }, firstSeenAt: observed.at, lastSeenAt: observed.at,
    firstCrawlId: crawlId, lastCrawlId: crawlId, diff: 'pending',
  };
  return view.head;
}

/** Two sources may call their crawls alike. */
export function crawlIdOf(targetId: TargetId, { id }: Pick<RecordedCrawl, 'id'>): CrawlId {
  return factId('crawl', targetId, 'recorded', id);
}
