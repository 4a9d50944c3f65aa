import { factId, type BlobHash, type CrawlId, type ListingId, type SourceId, type SubjectId, type TargetId, type VersionId } from '../model/ids.ts';
import { StorageContentionError } from './errors.ts';
import { hasNotRead, sameWhereRead } from './content-hash.ts';
import type { VersionContent, VersionDocument } from './documents.ts';
import type { Store } from './store.ts';

/**
 * How history is written, for any number of subjects at once:
 *   1. one find for the open versions   2. decide for each sighting   3. move `lastSeenAt` of the unchanged
 *   4. close the changed ones, then insert their successors.
 * Two workers may do this at once. Only an open version is moved, and closing it needs that it was last seen before the new
 * one: so versions never overlap. Whoever loses reads again. A crash between closing and inserting leaves a subject without
 * an open version; the next sighting goes on from the newest closed one.
 */
export interface Sighting {
  readonly subjectId: SubjectId;
  readonly sourceId: SourceId;
  readonly targetId: TargetId;
  readonly listingId?: ListingId;
  readonly crawlId: CrawlId;
  readonly at: Date;
  readonly archive?: BlobHash;
  readonly content: VersionContent;
  readonly contentHash: string;
}

/** new: first version. changed: a further version. unchanged: seen again. stale: older than what is known, so nothing was written. */
export type FoldResult = 'new' | 'changed' | 'unchanged' | 'stale';

export interface Folded {
  readonly result: FoldResult;
  readonly versionId: VersionId;
  readonly seq: number;
}

type Head = Omit<VersionDocument, 'content'>;
interface Step {
  readonly index: number;
  readonly sighting: Sighting;
}
interface Plan extends Step {
  readonly head: Head | undefined;
  readonly folded: Folded;
}

const ROUNDS = 12;

/** Folds sightings into versions; the result stands at the place of its sighting. Several of one subject are taken in order of time. */
export async function foldSightings(store: Store, sightings: readonly Sighting[], now: Date): Promise<Folded[]> {
  const results = new Map<number, Folded>();
  for (const turn of turnsOf(sightings)) {
    let waiting = turn;
    for (let round = 0; waiting.length > 0; round += 1) {
      if (round === ROUNDS) throw new StorageContentionError(`${waiting.length} versions were changed by other workers ${ROUNDS} times in a row; the batch is tried again.`);
      waiting = await foldTurn(store, waiting, now, results);
    }
  }
  return sightings.map((_, index) => must(results.get(index)));
}

/** Each turn holds a subject at most once; later sightings of it come in later turns. */
function turnsOf(sightings: readonly Sighting[]): Step[][] {
  const turns: Step[][] = [];
  const seen = new Map<SubjectId, number>();
  const ordered = sightings.map((sighting, index) => ({ sighting, index })).toSorted((a, b) => a.sighting.at.getTime() - b.sighting.at.getTime());
  for (const step of ordered) {
    const turn = seen.get(step.sighting.subjectId) ?? 0;
    seen.set(step.sighting.subjectId, turn + 1);
    (turns[turn] ??= []).push(step);
  }
  return turns;
}

/** Returns the steps that lost against another worker. */
async function foldTurn(store: Store, steps: readonly Step[], now: Date, results: Map<number, Folded>): Promise<Step[]> {
  const heads = await headsOf(store, steps.map((step) => step.sighting.subjectId));
  const compatible = await sameAsHead(store, steps, heads);
  const plans = steps.map((step) => decide(step, heads.get(step.sighting.subjectId), compatible));
  const lost = new Set<Plan>([
    ...await touch(store, plans.filter((plan) => plan.folded.result === 'unchanged')),
    ...await advance(store, plans.filter((plan) => plan.folded.result === 'new' || plan.folded.result === 'changed'), now),
  ]);
  for (const plan of plans) if (!lost.has(plan)) results.set(plan.index, plan.folded);
  return [...lost].map(({ index, sighting }) => ({ index, sighting }));
}

/** The newest version of each subject, without content. */
async function headsOf(store: Store, subjects: readonly SubjectId[]): Promise<Map<SubjectId, Head>> {
  const open: readonly Head[] = await store.versions.findIn('subjectId', subjects, { open: true }, { without: ['content'] });
  const heads = new Map(open.map((head) => [head.subjectId, head]));
  const without = subjects.filter((subject) => !heads.has(subject));
  const closed: readonly Head[] = await store.versions.findIn('subjectId', without, {}, { without: ['content'] });
  for (const head of closed) if (head.seq > (heads.get(head.subjectId)?.seq ?? 0)) heads.set(head.subjectId, head);
  return heads;
}

/** Subjects whose sighting differs from the head only in fields that its kind of page does not carry. */
async function sameAsHead(store: Store, steps: readonly Step[], heads: ReadonlyMap<SubjectId, Head>): Promise<ReadonlySet<SubjectId>> {
  const partial = steps.filter(({ sighting }) => {
    const head = heads.get(sighting.subjectId);
    return head !== undefined && head.contentHash !== sighting.contentHash && sighting.content.kind === 'listing' && hasNotRead(sighting.content.fields);
  });
  const stored = await store.versions.getAll(partial.map(({ sighting }) => must(heads.get(sighting.subjectId))._id));
  const contents = new Map(stored.map((version) => [version.subjectId, version.content]));
  return new Set(partial.map(({ sighting }) => sighting).filter(({ subjectId, content }) => {
    const known = contents.get(subjectId);
    return known?.kind === 'listing' && content.kind === 'listing' && sameWhereRead(known.fields, content.fields);
  }).map((sighting) => sighting.subjectId));
}

function decide(step: Step, head: Head | undefined, compatible: ReadonlySet<SubjectId>): Plan {
  const { sighting } = step;
  if (!head) return { ...step, head, folded: { result: 'new', versionId: versionId(sighting, 1), seq: 1 } };
  const same = head.contentHash === sighting.contentHash || compatible.has(sighting.subjectId);
  const age = sighting.at.getTime() - head.lastSeenAt.getTime();
  if (age < 0 || (age === 0 && !same)) return { ...step, head, folded: { result: 'stale', versionId: head._id, seq: head.seq } };
  if (same && (head.open || age === 0)) return { ...step, head, folded: { result: 'unchanged', versionId: head._id, seq: head.seq } };
  return { ...step, head, folded: { result: 'changed', versionId: versionId(sighting, head.seq + 1), seq: head.seq + 1 } };
}

/** The place in the history is part of the id: content that comes, goes and comes back within one crawl is three versions. */
function versionId(sighting: Sighting, seq: number): VersionId {
  return factId('version', sighting.subjectId, sighting.contentHash, sighting.crawlId, seq);
}

/** Moves `lastSeenAt`. When not all could be moved, those that still have to be are read and decided again. */
async function touch(store: Store, plans: readonly Plan[]): Promise<readonly Plan[]> {
  const moving = plans.filter((plan) => plan.head !== undefined && plan.sighting.at > plan.head.lastSeenAt);
  const { matched } = await store.versions.bulk(moving.map(({ sighting, folded }) => ({
    updateOne: { filter: { _id: folded.versionId, open: true, lastSeenAt: { $lt: sighting.at } }, update: { $set: { lastSeenAt: sighting.at, lastCrawlId: sighting.crawlId } } },
  })));
  return matched === moving.length ? [] : moving;
}

/** Closes the heads, then inserts their successors. Returns the plans that another worker came before. */
async function advance(store: Store, plans: readonly Plan[], now: Date): Promise<readonly Plan[]> {
  const closing = plans.filter((plan) => plan.head?.open);
  const { matched } = await store.versions.bulk(closing.map(({ sighting, head }) => ({
    updateOne: { filter: { _id: must(head)._id, open: true, lastSeenAt: { $lt: sighting.at } }, update: { $unset: { open: true }, $set: { recordedAt: now } } },
  })));
  const lost = new Set(matched === closing.length ? [] : closing);
  const going = plans.filter((plan) => !lost.has(plan));
  const refused = await store.versions.insertAll(going.map((plan) => versionOf(plan, now)));
  for (const [index, plan] of going.entries()) if (refused.has(index)) lost.add(plan);
  return [...lost];
}

function versionOf({ sighting, folded }: Plan, now: Date): VersionDocument {
  const { subjectId, sourceId, targetId, listingId, crawlId, at, archive, content, contentHash } = sighting;
  return {
    _id: folded.versionId, subjectId, sourceId, targetId, ...(listingId === undefined ? {} : { listingId }), seq: folded.seq, contentHash, content,
    firstSeenAt: at, lastSeenAt: at, firstCrawlId: crawlId, lastCrawlId: crawlId, ...(archive === undefined ? {} : { archive }),
    // There is nothing to compare a first version with.
    ...(folded.seq === 1 ? { diff: 'done' } : { diff: 'pending', unsettled: true }), open: true, recordedAt: now,
  };
}

/** For what the lines above have put there. */
function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('a fold lost track of its own sighting');
  return value;
}
