import { brand, type SubjectId } from '../model/ids.ts';
import type { HeadDocument, ListingDocument, VersionDocument } from './documents.ts';
import { AT_ONCE, chunks, grouped } from './parts.ts';
import type { Store } from './store.ts';

/** The heads of these subjects, by subject. */
export async function headsOf(store: Store, subjects: readonly SubjectId[]): Promise<Map<SubjectId, HeadDocument>> {
  return new Map((await store.heads.getAll(subjects)).map((head) => [head._id, head]));
}

/** A subject that was seen again as it was. */
export interface SeenAgain {
  readonly head: HeadDocument;
  readonly at: Date;
  readonly crawlId: HeadDocument['lastCrawlId'];
  /** Whatever was begun with the newest version is complete. */
  readonly complete: boolean;
}

/**
 * Moves heads to a later sighting, those alike in one write: a sighting that changes nothing is by far the most frequent thing, and
 * one write for many costs a fraction. Sightings of one second count as seen at the first of them. Returns those that could
 * not be moved, because another worker was there first, together with those of the same write.
 */
export async function moveHeads(store: Store, seen: readonly SeenAgain[]): Promise<readonly SeenAgain[]> {
  const lost: SeenAgain[] = [];
  for (const alike of groupsOf(seen)) {
    const [first] = alike;
    if (!first) continue;
    const { head: { seq }, crawlId, complete } = first;
    const at = new Date(Math.min(...alike.map((one) => one.at.getTime())));
    for (const part of chunks(alike, AT_ONCE)) {
      const moved = await store.heads.updateMany({ _id: { $in: part.map((one) => one.head._id) }, seq, lastSeenAt: { $lt: at } }, {
        $set: { lastSeenAt: at, lastCrawlId: crawlId }, ...(complete ? { $unset: { unfinished: true, previous: true } } : {}),
      });
      if (moved < part.length) lost.push(...part);
    }
  }
  return lost;
}

/** One write can hold what is at the same seq, of the same crawl, and seen within a second, so that none is moved back. */
function groupsOf(seen: readonly SeenAgain[]): readonly (readonly SeenAgain[])[] {
  return grouped(seen, ({ head, at, crawlId, complete }) => {
    const second = Math.floor(at.getTime() / 1_000);
    const alone = head.lastSeenAt.getTime() >= second * 1_000 ? head._id : '';
    return [head.seq, crawlId, complete, second, alone].join(' ');
  });
}

/** Versions with when they were last seen: of the newest of a subject that stands in its head. */
export async function withLastSeen(store: Store, versions: readonly VersionDocument[]): Promise<VersionDocument[]> {
  const heads = await headsOf(store, versions.filter((version) => version.open).map((version) => version.subjectId));
  return versions.map((version) => {
    const head = heads.get(version.subjectId);
    return head?.versionId === version._id ? { ...version, lastSeenAt: head.lastSeenAt, lastCrawlId: head.lastCrawlId } : version;
  });
}

/** Listings with when they were last seen, by whichever target; for those that say themselves that it was since `since`, that is enough. */
export async function listingsWithLastSeen<L extends Pick<ListingDocument, 'views' | 'lastSeenAt' | 'lastSeenCrawlId'>>(store: Store, listings: readonly L[], since?: Date): Promise<L[]> {
  const heads = await headsOf(store, listings.filter(({ lastSeenAt }) => since === undefined || lastSeenAt < since).flatMap(viewsOf));
  return listings.map((listing) => {
    const last = viewsOf(listing).flatMap((view) => heads.get(view) ?? []).toSorted((a, b) => b.lastSeenAt.getTime() - a.lastSeenAt.getTime())[0];
    return last && last.lastSeenAt >= listing.lastSeenAt ? { ...listing, lastSeenAt: last.lastSeenAt, lastSeenCrawlId: last.lastCrawlId } : listing;
  });
}

function viewsOf(listing: Pick<ListingDocument, 'views'>): SubjectId[] {
  return Object.keys(listing.views).map((view) => brand<SubjectId>(view));
}
