import { brand, targetSubject, type BlobHash, type CrawlId, type ListingId, type SourceId, type SubjectId, type TargetId, type VersionId } from '../model/ids.ts';
import type { RankedItem } from '../model/listing.ts';
import type { Suspicion } from '../model/suspicion.ts';
import { pageHash, rankingHash } from './content-hash.ts';
import { withLastSeen } from './heads.ts';
import { foldSightings } from './fold.ts';
import type { Folded, Sighting } from './fold-plan.ts';
import type { Baseline, VersionDocument } from './documents.ts';
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

/** Held versions in a row beyond which there is nothing left to compare with. */
const LOOK_BACK = 200;

/**
 * The newest settled version of a subject before `seq`: what a ranking or page is compared with. Undefined when it is the first.
 */
export async function settledBefore(store: Store, subjectId: SubjectId, seq: number): Promise<VersionDocument | undefined> {
  const before = await store.versions.find({ subjectId, seq: { $lt: seq } }, { sort: { seq: -1 }, limit: LOOK_BACK, without: ['content'] });
  const newest = before.find((item) => item.diff === 'done');
  return newest ? store.versions.get(newest._id) : undefined;
}

/** The first versions of these subjects. They are settled from the beginning, because there is nothing to compare them with, but for those that were held back. */
export async function settledFirst(store: Store, subjects: readonly SubjectId[]): Promise<VersionDocument[]> {
  return (await store.versions.findIn('subjectId', subjects, { seq: 1 })).filter((version) => version.diff === 'done');
}

/** Holds back the first versions of these subjects that the crawl has made: a later crawl settles them, which their heads must know of. */
export async function holdFirstVersions(store: Store, crawlId: CrawlId, firsts: readonly { readonly subjectId: SubjectId; readonly listingId: ListingId }[], now: Date): Promise<void> {
  const subjects = firsts.map(({ subjectId }) => subjectId);
  await store.versions.bulk(subjects.map((subjectId) => ({ updateOne: { filter: { subjectId, seq: 1, firstCrawlId: crawlId }, update: { $set: { diff: 'held', unsettled: true, recordedAt: now } } } })));
  await touch(store, firsts.map(({ listingId }) => listingId), now);
  await store.heads.bulk(subjects.map((subjectId) => ({ updateOne: { filter: { _id: subjectId, seq: 1, lastCrawlId: crawlId }, update: { $set: { unfinished: true } } } })));
}

/** A page of versions still to be compared; `next` goes on after it. */
export interface PendingPage {
  /** By subject, then by seq: all unsettled ones of a subject, also held ones of earlier crawls, stand together. */
  readonly versions: readonly VersionDocument[];
  readonly next?: SubjectId;
}

/**
 * The versions that this crawl has to settle: of each subject it last saw in an unsettled version, that version and all
 * unsettled ones before it. At most `limit` subjects a page.
 */
export async function pendingVersions(store: Store, crawlId: CrawlId, after: SubjectId | undefined, limit: number): Promise<PendingPage> {
  // The lower end is always given: simple servers use the whole index only then.
  const seen = await store.versions.find({ unsettled: true, lastCrawlId: crawlId, subjectId: { $gt: after ?? brand<SubjectId>('') } }, { sort: { subjectId: 1 }, limit, without: ['content'] });
  const all = await store.versions.findIn('subjectId', seen.map((item) => item.subjectId), { unsettled: true });
  const newest = new Map<SubjectId, number>();
  for (const { subjectId, seq, lastCrawlId } of all) if (lastCrawlId === crawlId) newest.set(subjectId, Math.max(seq, newest.get(subjectId) ?? 0));
  const versions = all.filter((item) => item.seq <= (newest.get(item.subjectId) ?? 0)).toSorted((a, b) => (a.subjectId < b.subjectId ? -1 : a.subjectId > b.subjectId ? 1 : a.seq - b.seq));
  const last = seen.at(-1)?.subjectId;
  return seen.length === limit && last !== undefined ? { versions, next: last } : { versions };
}

/** What diff decided about one version. */
export interface Settlement {
  readonly versionId: VersionId;
  readonly subjectId: SubjectId;
  readonly diff: 'done' | 'held';
  /** With `held`: why. */
  readonly suspicion?: Suspicion;
  /** With `done`: it was held, and a later crawl saw otherwise. */
  readonly dropped?: true;
  /** With `done`: it was held, and this crawl saw it again. */
  readonly confirmedBy?: CrawlId;
  /** What later versions of this view are compared with. Needs `listingId`. */
  readonly baseline?: Baseline;
  readonly listingId?: ListingId;
}

/**
 * Writes what diff decided: baselines first, then the marks, so that a crash in between only means doing it again. A baseline
 * never replaces one of the same or a later version. Write the changes before. Listings and versions come to readers of exports
 * again, who were told no price of them as long as they were not settled (storage/believed.ts).
 */
export async function settleVersions(store: Store, settlements: readonly Settlement[], now: Date): Promise<void> {
  const accepted = settlements.flatMap(({ versionId, listingId, subjectId, baseline }) => (listingId === undefined || baseline === undefined ? [] : [{ versionId, listingId, subjectId, baseline }]));
  const { matched } = await store.listings.bulk(accepted.map(({ listingId, subjectId, baseline }) => ({
    updateOne: { filter: { _id: listingId, [`baselines.${subjectId}.seq`]: { $not: { $gte: baseline.seq } } }, update: { $set: { [`baselines.${subjectId}`]: baseline, recordedAt: now } } },
  })));
  // Some have their baseline since before a crash, and were told to readers too early then. What is settled already is left as it is.
  const open = matched < accepted.length ? await store.versions.findIn('_id', accepted.map(({ versionId }) => versionId), { unsettled: true }, { without: ['content'] }) : [];
  await touch(store, open.flatMap(({ listingId }) => listingId ?? []), now);
  await store.versions.bulk(settlements.map(({ versionId, diff, suspicion, dropped, confirmedBy }) => ({
    updateOne: {
      filter: { _id: versionId, unsettled: true as const },
      update: diff === 'done'
        ? { $set: { diff, recordedAt: now, ...(dropped ? { dropped } : {}), ...(confirmedBy ? { confirmedBy } : {}) }, $unset: { unsettled: true as const, suspicion: true as const } }
        : { $set: { diff, ...(suspicion ? { suspicion } : {}) } },
    },
  })));
}

async function touch(store: Store, listings: readonly ListingId[], now: Date): Promise<void> {
  await store.listings.bulk(listings.map((_id) => ({ updateOne: { filter: { _id }, update: { $set: { recordedAt: now } } } })));
}
