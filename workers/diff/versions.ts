import { diffListing } from '../../alerts/changes/listing.ts';
import type { Custom, PriceMove } from '../../alerts/changes/judgement/suspicion.ts';
import { heldAlike, judgeView, looksOf, type Judged } from '../../alerts/changes/judgement/view.ts';
import { diffPage } from '../../alerts/changes/page.ts';
import { diffRanking } from '../../alerts/changes/ranking.ts';
import { diffSponsored } from '../../alerts/changes/sponsored.ts';
import type { Change } from '../../model/change.ts';
import type { Look } from '../../model/look.ts';
import { viewSubject, type ListingId, type SubjectId } from '../../model/ids.ts';
import type { PictureHash } from '../../model/picture.ts';
import type { Baseline, ListingDocument, VersionDocument } from '../../storage/documents.ts';
import { listingsByIds, listingsOfTarget } from '../../storage/listings.ts';
import { holdFirstVersions, pendingVersions, settledBefore, settledFirst, settleVersions, type Settlement } from '../../storage/settling.ts';
import { withPage } from './custom.ts';
import type { Diffing } from './diffing.ts';
import { picturesOf } from './pictures.ts';

/** Subjects compared at once. */
const PAGE = 200;

/** What a second look is to decide: prices that jumped, and promotions and list prices that are not shown any more beside the same price. */
export interface ToLookAt {
  readonly jumped: readonly ListingId[];
  readonly silent: readonly ListingId[];
}

export interface Compared {
  /** How many changes were found. */
  readonly found: number;
  /** Listings of which something waits for a second look. */
  readonly held: ToLookAt;
  /** Pages whose prices all moved by one factor, when they are many. */
  readonly alike?: readonly string[];
  /** What second looks found. */
  readonly looks: readonly Look[];
  /** How far accepted prices moved. */
  readonly moves: readonly PriceMove[];
}

/** Compares every version this crawl has to settle with what was accepted before. */
export async function diffVersions(diffing: Diffing, signal: AbortSignal): Promise<Compared> {
  if (diffing.verdict === 'broken') await holdFirsts(diffing, signal);
  let found = 0;
  const held: Judged[] = [];
  const judged: Judged[] = [];
  const looks: Look[] = [];
  const moves: PriceMove[] = [];
  let after: SubjectId | undefined;
  do {
    signal.throwIfAborted();
    const page = await pendingVersions(diffing.context.store, diffing.crawl._id, after, PAGE);
    const settled = await diffPageOfVersions(diffing, page.versions);
    found += await diffing.write(settled.changes);
    await settleVersions(diffing.context.store, settled.settlements, diffing.context.clock());
    judged.push(...settled.judged.filter(({ suspicion }) => suspicion.alike));
    held.push(...settled.judged.filter(({ became, suspicion }) => became === 'held' && !suspicion.otherWay && !suspicion.alike));
    looks.push(...looksOf(settled.judged));
    moves.push(...settled.moves);
    after = page.next;
  } while (after !== undefined);
  const alike = heldAlike(judged);
  const listingsOf = (silent: boolean): readonly ListingId[] => held.flatMap(({ version, suspicion }) => ((suspicion.silenced ?? false) === silent ? version.listingId ?? [] : []));
  return { found, held: { jumped: listingsOf(false), silent: listingsOf(true) }, looks, moves, ...(alike ? { alike } : {}) };
}

/** First versions are settled from the beginning, which those of listings that only a broken crawl has seen must not be. */
async function holdFirsts({ context: { store, clock }, crawl }: Diffing, signal: AbortSignal): Promise<void> {
  for await (const listings of listingsOfTarget(store, crawl.targetId)) {
    signal.throwIfAborted();
    const fresh = listings.filter((listing) => listing.firstSeenAt >= crawl.startedAt);
    await holdFirstVersions(store, crawl._id, fresh.map(({ _id }) => ({ listingId: _id, subjectId: viewSubject(_id, crawl.targetId) })), clock());
  }
}

interface Settled {
  readonly changes: readonly Change[];
  readonly settlements: readonly Settlement[];
  readonly judged: readonly Judged[];
  readonly moves: readonly PriceMove[];
}

async function diffPageOfVersions(diffing: Diffing, versions: readonly VersionDocument[]): Promise<Settled> {
  const untrusted = diffing.verdict === 'broken' || diffing.verdict === 'blocked';
  return untrusted || versions.length === 0 ? heldBack(versions) : compared(diffing, versions);
}

/** Of a crawl whose reading is not to be trusted nothing is taken in; a later, good crawl that sees the same settles it. */
function heldBack(versions: readonly VersionDocument[]): Settled {
  return { changes: [], judged: [], moves: [], settlements: versions.map((version) => ({ versionId: version._id, subjectId: version.subjectId, diff: 'held' })) };
}

async function compared(diffing: Diffing, versions: readonly VersionDocument[]): Promise<Settled> {
  const ids = versions.flatMap((version) => version.listingId ?? []);
  const listings = new Map((await listingsByIds(diffing.context.store, ids)).map((listing) => [listing._id, listing]));
  const before = await firstBefore(diffing, versions, listings);
  const pictures = await picturesOf(diffing, [...versions, ...before.values()], listings.values());
  const bySubject = new Map<SubjectId, VersionDocument[]>();
  for (const version of versions) bySubject.set(version.subjectId, [...bySubject.get(version.subjectId) ?? [], version]);
  const settled: Settled[] = [];
  const views: View[] = [];
  for (const [subject, ofSubject] of bySubject) {
    const newest = ofSubject.at(-1);
    const listing = newest?.listingId && listings.get(newest.listingId);
    if (newest?.content.kind === 'listing') views.push({ subject, versions: ofSubject, version: newest, listing, baseline: baselineOf(subject, listing, before.get(subject)) });
    else settled.push(await diffOwn(diffing, ofSubject));
  }
  const custom = withPage(diffing.custom, views, diffing.crawl.tally.listings);
  for (const view of views) settled.push(diffView(diffing, view, custom, pictures));
  return { changes: settled.flatMap((one) => one.changes), settlements: settled.flatMap((one) => one.settlements), judged: settled.flatMap((one) => one.judged), moves: settled.flatMap((one) => one.moves) };
}

/** A view that never changed has no baseline yet: its settled version is what the new one is compared with. */
async function firstBefore(diffing: Diffing, versions: readonly VersionDocument[], listings: ReadonlyMap<ListingId, ListingDocument>): Promise<ReadonlyMap<SubjectId, VersionDocument>> {
  const without = versions.filter(({ listingId, subjectId }) => listingId !== undefined && listings.get(listingId)?.baselines?.[subjectId] === undefined);
  const found = await settledFirst(diffing.context.store, without.map((version) => version.subjectId));
  return new Map(found.map((version) => [version.subjectId, version]));
}

/** A listing as one target shows it: its unsettled versions, oldest first, and what was accepted before them. */
interface View {
  readonly subject: SubjectId;
  readonly versions: readonly VersionDocument[];
  /** The newest. */
  readonly version: VersionDocument;
  readonly listing: ListingDocument | undefined;
  readonly baseline: Baseline | undefined;
}

/** `before`: the settled version of a view where nothing was accepted yet. */
function baselineOf(subject: SubjectId, listing: ListingDocument | undefined, before: VersionDocument | undefined): Baseline | undefined {
  return listing?.baselines?.[subject] ?? (before && diffListing({ version: before, confirmed: true }).baseline);
}

function diffView(diffing: Diffing, { subject, versions, listing, baseline }: View, custom: Custom, pictures: ReadonlyMap<string, PictureHash> | undefined): Settled {
  const listingId = versions[0]?.listingId;
  const siblings = Object.entries(listing?.baselines ?? {}).flatMap(([view, other]) => (view === subject ? [] : [other]));
  const { changes, settlements, judged, moves } = judgeView({
    versions, crawlId: diffing.crawl._id, custom, siblings, ...(baseline ? { baseline } : {}), ...(listingId ? { listingId } : {}), ...(listing ? { title: listing.title } : {}),
    ...(pictures ? { pictures } : {}),
  });
  for (const { version, suspicion, became } of judged) diffing.context.log.info({ versionId: version._id, why: suspicion.why, became }, 'a suspicious price and its second look');
  return {
    changes, judged, moves,
    settlements: settlements.map(({ version, baseline: next, ...decided }) => ({ ...decided, versionId: version._id, subjectId: subject, ...(listingId && next ? { baseline: next, listingId } : {}) })),
  };
}

/** Versions of a target's own subject: a ranking or a page. Only the newest is compared. */
async function diffOwn(diffing: Diffing, versions: readonly VersionDocument[]): Promise<Settled> {
  const { store } = diffing.context;
  const newest = versions.at(-1);
  const settlements = versions.map((version): Settlement => ({ versionId: version._id, subjectId: version.subjectId, diff: 'done' }));
  if (!newest) return { changes: [], settlements, judged: [], moves: [] };
  const previous = await settledBefore(store, newest.subjectId, versions[0]?.seq ?? newest.seq);
  const changes = newest.content.kind === 'ranking'
    ? [...diffRanking(previous, newest, { track: diffing.target?.track ?? [], verdict: diffing.verdict }), ...diffSponsored(previous, newest, { ...diffing.facts, verdict: diffing.verdict })]
    : diffPage(previous, newest, { title: diffing.facts.title, url: diffing.facts.url });
  return { changes, settlements, judged: [], moves: [] };
}
