import { brand, targetSubject, type BlobHash, type CrawlId, type ListingId, type SourceId, type SubjectId, type TargetId, type VersionId } from '../model/ids.ts';
import type { RankedItem } from '../model/listing.ts';
import { pageHash, rankingHash } from './content-hash.ts';
import { withLastSeen } from './heads.ts';
import { foldSightings } from './fold.ts';
import type { Folded, Sighting } from './fold-plan.ts';
import type { VersionDocument } from './documents.ts';
import type { Store } from './store.ts';

/** Where and when a target's own subject (a result list, a page) was seen. */
export interface Seen {
  readonly sourceId: SourceId;
  readonly targetId: TargetId;
  readonly crawlId: CrawlId;
  readonly at: Date;
  readonly archive?: BlobHash;
  /** Of all its pages, when they are several. */
  readonly archives?: readonly BlobHash[];
}

/** Folds the places of a result list into the history of its target. Repeats and older sightings change nothing. */
export async function foldRanking(store: Store, seen: Seen, items: readonly RankedItem[], empty: boolean, now: Date): Promise<Folded> {
  return foldOne(store, { ...seen, subjectId: targetSubject(seen.targetId), content: { kind: 'ranking', items, empty }, contentHash: rankingHash(items, empty) }, now);
}

/** Folds the readable text of a watched page into the history of its target. */
export async function foldPageText(store: Store, seen: Seen, text: string, now: Date): Promise<Folded> {
  return foldOne(store, { ...seen, subjectId: targetSubject(seen.targetId), content: { kind: 'page', text }, contentHash: pageHash(text) }, now);
}

async function foldOne(store: Store, sighting: Sighting, now: Date): Promise<Folded> {
  const [folded] = await foldSightings(store, [sighting], now);
  if (!folded) throw new Error(`the fold of ${sighting.subjectId} gave no result`);
  return folded;
}

/** The versions of these ids that exist. */
export async function versionsByIds(store: Store, ids: readonly VersionId[]): Promise<VersionDocument[]> {
  return withLastSeen(store, await store.versions.getAll(ids));
}

/** State at a time: the newest version first seen then or before. It may have ended by then: see its `lastSeenAt`. */
export async function versionAt(store: Store, subjectId: SubjectId, at: Date): Promise<VersionDocument | undefined> {
  const version = await newestBegun(store, subjectId, { $lte: at });
  return version && (await withLastSeen(store, [version]))[0];
}

async function newestBegun(store: Store, subjectId: SubjectId, firstSeenAt: { readonly $lt: Date } | { readonly $lte: Date }): Promise<VersionDocument | undefined> {
  return store.versions.findOne({ subjectId, firstSeenAt }, { sort: { firstSeenAt: -1 } });
}

/** The versions of a subject that were begun in `from` to `to`, preceded by the one that held at `from`; oldest first, at most `limit`. */
export async function history(store: Store, subjectId: SubjectId, from: Date, to: Date, limit = 10_000): Promise<VersionDocument[]> {
  const before = await newestBegun(store, subjectId, { $lt: from });
  const within = await store.versions.find({ subjectId, firstSeenAt: { $gte: from, $lte: to } }, { sort: { firstSeenAt: 1 }, limit });
  return withLastSeen(store, (before ? [before, ...within] : within).slice(0, limit));
}

/** The merged history of all views of a listing: versions begun in `from` to `to`, and those that held at `from`; oldest first, at most `limit`. */
export async function historyOfListing(store: Store, listingId: ListingId, from: Date, to: Date, limit = 10_000): Promise<VersionDocument[]> {
  const listing = await store.listings.get(listingId);
  const views = await Promise.all(Object.keys(listing?.views ?? {}).map((view) => history(store, brand<SubjectId>(view), from, to, limit)));
  return views.flat().toSorted((a, b) => a.firstSeenAt.getTime() - b.firstSeenAt.getTime() || a.seq - b.seq).slice(0, limit);
}
