import { diffListing } from '../../alerts/changes/listing.ts';
import { judgeView, looksOf, type Judged } from '../../alerts/changes/judgement/view.ts';
import { diffPage } from '../../alerts/changes/page.ts';
import { diffRanking } from '../../alerts/changes/ranking.ts';
import { diffSponsored } from '../../alerts/changes/sponsored.ts';
import type { Change } from '../../model/change.ts';
import type { Look } from '../../model/look.ts';
import { viewSubject, type ListingId, type SubjectId } from '../../model/ids.ts';
import type { ListingDocument, VersionDocument } from '../../storage/documents.ts';
import { listingsByIds, listingsOfTarget } from '../../storage/listings.ts';
import { holdFirstVersions, pendingVersions, settledBefore, settledFirst, settleVersions, type Settlement } from '../../storage/versions.ts';
import type { Diffing } from './diffing.ts';

/** Subjects compared at once. */
const PAGE = 200;

export interface Compared {
  /** How many changes were found. */
  readonly found: number;
  /** Listings whose price waits for a second look. */
  readonly held: readonly ListingId[];
  /** What second looks found. */
  readonly looks: readonly Look[];
}

/** Compares every version this crawl has to settle with what was accepted before. */
export async function diffVersions(diffing: Diffing, signal: AbortSignal): Promise<Compared> {
  if (diffing.verdict === 'broken') await holdFirsts(diffing, signal);
  let found = 0;
  const held: ListingId[] = [];
  const looks: Look[] = [];
  let after: SubjectId | undefined;
  do {
    signal.throwIfAborted();
    const page = await pendingVersions(diffing.context.store, diffing.crawl._id, after, PAGE);
    const settled = await diffPageOfVersions(diffing, page.versions);
    found += await diffing.write(settled.changes);
    await settleVersions(diffing.context.store, settled.settlements);
    held.push(...settled.judged.flatMap(({ became, version }) => (became === 'held' ? (version.listingId ?? []) : [])));
    looks.push(...looksOf(settled.judged));
    after = page.next;
  } while (after !== undefined);
  return { found, held, looks };
}

/** First versions are settled from the beginning, which those of listings that only a broken crawl has seen must not be. */
async function holdFirsts({ context: { store }, crawl }: Diffing, signal: AbortSignal): Promise<void> {
  let after: ListingId | undefined;
  for (;;) {
    signal.throwIfAborted();
    const listings: readonly ListingDocument[] = await listingsOfTarget(store, crawl.targetId, after, PAGE);
    const fresh = listings.filter((listing) => listing.firstSeenAt >= crawl.startedAt);
    await holdFirstVersions(store, crawl._id, fresh.map((listing) => viewSubject(listing._id, crawl.targetId)));
    after = listings.at(-1)?._id;
    if (listings.length < PAGE) return;
  }
}

interface Settled {
  readonly changes: readonly Change[];
  readonly settlements: readonly Settlement[];
  readonly judged: readonly Judged[];
}

async function diffPageOfVersions(diffing: Diffing, versions: readonly VersionDocument[]): Promise<Settled> {
  const untrusted = diffing.verdict === 'broken' || diffing.verdict === 'blocked';
  return untrusted || versions.length === 0 ? heldBack(versions) : compared(diffing, versions);
}

/** Of a crawl whose reading is not to be trusted nothing is taken in; a later, good crawl that sees the same settles it. */
function heldBack(versions: readonly VersionDocument[]): Settled {
  return { changes: [], judged: [], settlements: versions.map((version) => ({ versionId: version._id, subjectId: version.subjectId, diff: 'held' })) };
}

async function compared(diffing: Diffing, versions: readonly VersionDocument[]): Promise<Settled> {
  const ids = versions.flatMap((version) => version.listingId ?? []);
  const listings = new Map((await listingsByIds(diffing.context.store, ids)).map((listing) => [listing._id, listing]));
  const before = await firstBefore(diffing, versions, listings);
  const bySubject = new Map<SubjectId, VersionDocument[]>();
  for (const version of versions) bySubject.set(version.subjectId, [...bySubject.get(version.subjectId) ?? [], version]);
  const settled: Settled[] = [];
  for (const [subject, ofSubject] of bySubject) {
    const [first] = ofSubject;
    const listing = first?.listingId && listings.get(first.listingId);
    settled.push(first?.content.kind === 'listing' ? diffView(diffing, subject, ofSubject, listing, before.get(subject)) : await diffOwn(diffing, ofSubject));
  }
  return { changes: settled.flatMap((one) => one.changes), settlements: settled.flatMap((one) => one.settlements), judged: settled.flatMap((one) => one.judged) };
}

/** A view that never changed has no baseline yet: its settled version is what the new one is compared with. */
async function firstBefore(diffing: Diffing, versions: readonly VersionDocument[], listings: ReadonlyMap<ListingId, ListingDocument>): Promise<ReadonlyMap<SubjectId, VersionDocument>> {
  const without = versions.filter(({ listingId, subjectId }) => listingId !== undefined && listings.get(listingId)?.baselines?.[subjectId] === undefined);
  const found = await settledFirst(diffing.context.store, without.map((version) => version.subjectId));
  return new Map(found.map((version) => [version.subjectId, version]));
}

/** The versions of a listing as one target shows it, oldest first. */
function diffView(diffing: Diffing, subject: SubjectId, versions: readonly VersionDocument[], listing: ListingDocument | undefined, before: VersionDocument | undefined): Settled {
  const listingId = versions[0]?.listingId;
  const baselines = listing?.baselines ?? {};
  const baseline = baselines[subject] ?? (before && diffListing({ version: before, confirmed: true }).baseline);
  const siblings = Object.entries(baselines).flatMap(([view, other]) => (view === subject ? [] : [other]));
  const { changes, settlements, judged } = judgeView({
    versions, crawlId: diffing.crawl._id, custom: diffing.custom, siblings, ...(baseline ? { baseline } : {}), ...(listingId ? { listingId } : {}), ...(listing ? { title: listing.title } : {}),
  });
  for (const { version, suspicion, became } of judged) diffing.context.log.info({ versionId: version._id, why: suspicion.why, became }, 'a suspicious price and its second look');
  return {
    changes, judged,
    settlements: settlements.map(({ version, diff, suspicion, baseline: next }) => ({ versionId: version._id, subjectId: subject, diff, ...(suspicion ? { suspicion } : {}), ...(listingId && next ? { baseline: next, listingId } : {}) })),
  };
}

/** Versions of a target's own subject: a ranking or a page. Only the newest is compared. */
async function diffOwn(diffing: Diffing, versions: readonly VersionDocument[]): Promise<Settled> {
  const { store } = diffing.context;
  const newest = versions.at(-1);
  const settlements = versions.map((version): Settlement => ({ versionId: version._id, subjectId: version.subjectId, diff: 'done' }));
  if (!newest) return { changes: [], settlements, judged: [] };
  const previous = await settledBefore(store, newest.subjectId, versions[0]?.seq ?? newest.seq);
  const changes = newest.content.kind === 'ranking'
    ? [...diffRanking(previous, newest, { track: diffing.target?.track ?? [], verdict: diffing.verdict }), ...diffSponsored(previous, newest, { ...diffing.facts, verdict: diffing.verdict })]
    : diffPage(previous, newest, { title: diffing.facts.title, url: diffing.facts.url });
  return { changes, settlements, judged: [] };
}
