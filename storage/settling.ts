import { brand, type CrawlId, type ListingId, type SubjectId, type VersionId } from '../model/ids.ts';
import type { Suspicion } from '../model/suspicion.ts';
import type { Baseline, VersionDocument } from './documents.ts';
import type { Store } from './store.ts';

/*
 * What is compared with what, and what was decided of it: versions that wait for it, those that are held back, and baselines.
 */

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
  return (await firstVersions(store, subjects)).filter((version) => version.diff === 'done');
}

/** Holds back the first versions of these subjects that the crawl has made: a later crawl settles them, which their heads must know of. */
export async function holdFirstVersions(store: Store, crawlId: CrawlId, firsts: readonly { readonly subjectId: SubjectId; readonly listingId: ListingId }[], now: Date): Promise<void> {
  const subjects = firsts.map(({ subjectId }) => subjectId);
  const made = (await firstVersions(store, subjects)).filter(({ firstCrawlId }) => firstCrawlId === crawlId);
  await store.versions.bulk(made.map(({ _id }) => ({ updateOne: { filter: { _id }, update: { $set: { diff: 'held', unsettled: true, recordedAt: now } } } })));
  await touch(store, firsts.map(({ listingId }) => listingId), now);
  await store.heads.bulk(subjects.map((subjectId) => ({ updateOne: { filter: { _id: subjectId, seq: 1, lastCrawlId: crawlId }, update: { $set: { unfinished: true } } } })));
}

/** Asked for by subject alone, because simple servers use an index for many values of one field only; these subjects have few versions. */
async function firstVersions(store: Store, subjects: readonly SubjectId[]): Promise<VersionDocument[]> {
  return (await store.versions.findIn('subjectId', subjects)).filter(({ seq }) => seq === 1);
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
