import { isDeepStrictEqual } from 'node:util';
import { NO_CUSTOM } from '../../alerts/changes/judgement/suspicion.ts';
import { diffListing } from '../../alerts/changes/listing.ts';
import { diffPage } from '../../alerts/changes/page.ts';
import { diffRanking } from '../../alerts/changes/ranking.ts';
import { diffSponsored } from '../../alerts/changes/sponsored.ts';
import type { Change } from '../../model/change.ts';
import type { ChangeId, VersionId } from '../../model/ids.ts';
import type { Baseline, ListingDocument, VersionDocument } from '../../storage/documents.ts';

/** What a better reading of some versions means for the changes between them. */
export interface ChangedHistory {
  /** Would be there today, and are not. */
  readonly appear: readonly Change[];
  /** Were made by a reading that was wrong. */
  readonly vanish: readonly Change[];
  /** The same change with other figures. */
  readonly altered: readonly Change[];
  /** What later versions are to be compared with. */
  readonly baseline?: Baseline;
}

export interface HistoryInput {
  /** All versions of one subject, oldest first, as they are kept. */
  readonly versions: readonly VersionDocument[];
  /** Those that are read differently today. */
  readonly corrected: ReadonlyMap<VersionId, VersionDocument>;
  /** The changes that are on record about the subject. */
  readonly stored: readonly Change[];
  readonly listing?: ListingDocument;
  /** Title and address of a watched page or a search. */
  readonly page?: { readonly title: string; readonly url: string };
  /** Product ids that a search follows; all of them when empty or left out. */
  readonly track?: readonly string[];
}

/**
 * Compares the history as it was read with the history as it is read today. Only what the corrected versions make differs counts: whatever
 * else the crawls decided (held versions, what another target had told) is the same on both sides. Pure; ids come from the versions.
 */
export function changedHistory(input: HistoryInput): ChangedHistory {
  const then = told(input, input.versions);
  const now = told(input, input.versions.map((version) => input.corrected.get(version._id) ?? version));
  const before = new Map(then.changes.map((change) => [change.id, change]));
  const after = new Map(now.changes.map((change) => [change.id, change]));
  const stored = new Map(input.stored.map((change) => [change.id, change]));
  return {
    appear: now.changes.filter(({ id }) => !before.has(id) && !stored.has(id)),
    vanish: input.stored.filter(({ id }) => before.has(id) && !after.has(id)),
    altered: altered(input.stored, before, after),
    ...(now.baseline ? { baseline: now.baseline } : {}),
  };
}

/** Keeps the crawl that told it, which may be a later one than the version's. */
function altered(stored: readonly Change[], before: ReadonlyMap<ChangeId, Change>, after: ReadonlyMap<ChangeId, Change>): readonly Change[] {
  return stored.flatMap((change) => {
    const [was, is] = [before.get(change.id), after.get(change.id)];
    return was && is && !isDeepStrictEqual(was.detail, is.detail) ? [{ ...change, detail: is.detail, title: is.title }] : [];
  });
}

interface Told {
  readonly changes: readonly Change[];
  readonly baseline?: Baseline;
}

function told(input: HistoryInput, versions: readonly VersionDocument[]): Told {
  const settled = versions.filter(({ diff }) => diff === 'done');
  const kind = settled[0]?.content.kind;
  return kind === 'page' ? pageTold(input, settled) : kind === 'ranking' ? rankingTold(input, settled) : listingTold(input, settled);
}

function listingTold(input: HistoryInput, versions: readonly VersionDocument[]): Told {
  const steps = [...acceptedSteps({ ...input, versions })];
  const baseline = steps.at(-1)?.baseline;
  return { changes: steps.flatMap(({ changes }) => changes), ...(baseline ? { baseline } : {}) };
}

/** A version of a listing's view that was accepted, with what changed by it and what later ones are compared with. */
export interface AcceptedStep {
  readonly version: VersionDocument;
  readonly changes: readonly Change[];
  readonly baseline: Baseline;
}

/**
 * What was accepted of one view, step by step: of its settled versions, oldest first, all but those that a second look dropped. One of these that is read
 * differently today counts when nothing about it is suspicious any more. Pure.
 */
export function* acceptedSteps({ versions, corrected, listing }: Pick<HistoryInput, 'versions' | 'listing'> & Partial<Pick<HistoryInput, 'corrected'>>): Generator<AcceptedStep, void> {
  let baseline: Baseline | undefined;
  for (const [index, version] of versions.entries()) {
    if (version.content.kind !== 'listing' || version.diff !== 'done') continue;
    const before = versions[index - 1]?.lastSeenAt;
    const custom = before ? { ...NO_CUSTOM, sinceLast: version.firstSeenAt.getTime() - before.getTime() } : NO_CUSTOM;
    const more = { version, custom, ...(baseline ? { baseline } : {}), ...(version.listingId ? { listingId: version.listingId } : {}), ...(listing ? { title: listing.title } : {}) };
    if (version.dropped && (corrected?.get(version._id) !== version || diffListing({ ...more, confirmed: false }).held !== undefined)) continue;
    const diff = diffListing({ ...more, confirmed: true });
    baseline = diff.baseline;
    yield { version, changes: diff.changes, baseline };
  }
}

/** As good crawls would tell it: what one that was not good kept back is on neither side. */
function rankingTold({ page, track = [] }: HistoryInput, versions: readonly VersionDocument[]): Told {
  const list = { ...(page ?? { title: '', url: '' }), verdict: 'good' as const };
  return { changes: versions.flatMap((version, index) => [...diffRanking(versions[index - 1], version, { track, verdict: 'good' }), ...diffSponsored(versions[index - 1], version, list)]) };
}

function pageTold({ page }: HistoryInput, versions: readonly VersionDocument[]): Told {
  const facts = page ?? { title: '', url: '' };
  return { changes: versions.flatMap((version, index) => (index === 0 ? [] : diffPage(versions[index - 1], version, facts))) };
}
