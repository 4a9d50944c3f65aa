import { factId, type SubjectId, type VersionId } from '../model/ids.ts';
import { hasMoved, hasNotRead, sameWhereRead } from './content-hash.ts';
import { StorageContentionError } from './errors.ts';
import type { Folded, FoldResult, Plan, Project, Sighting, Step } from './fold-plan.ts';
import { advance, begin, touch } from './fold-writes.ts';
import { headsOf } from './heads.ts';
import type { HeadDocument } from './documents.ts';
import type { Store } from './store.ts';

/*
 * How history is written, for any number of subjects at once: the heads are read, each sighting is decided, then
 *   unchanged: the head is moved; nothing else is written;
 *   new: the version is written, then what hangs on it, then the head;
 *   changed: the head is moved, which only one worker can, then the version before is closed, the new one and what hangs on it written.
 * A head that is not known to be complete says so (`unfinished`), and the next sighting completes it. Whoever loses against
 * another worker reads again. So versions never overlap, and a crash anywhere is mended by folding the same again.
 */

const ROUNDS = 12;

/** Folds sightings into versions; the result stands at the place of its sighting. Several of one subject are taken in order of time. */
export async function foldSightings(store: Store, sightings: readonly Sighting[], now: Date, project: Project = () => Promise.resolve()): Promise<Folded[]> {
  const results = new Map<number, Folded>();
  for (const turn of turnsOf(sightings)) {
    let waiting = turn;
    for (let round = 0; waiting.length > 0; round += 1) {
      if (round === ROUNDS) throw new StorageContentionError(`${waiting.length} versions were changed by other workers ${ROUNDS} times in a row; the batch is tried again.`);
      waiting = await foldTurn(store, waiting, now, project, results);
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
async function foldTurn(store: Store, steps: readonly Step[], now: Date, project: Project, results: Map<number, Folded>): Promise<Step[]> {
  const heads = await headsOf(store, steps.map((step) => step.sighting.subjectId));
  const unwritten = await unwrittenOf(store, [...heads.values()]);
  const compatible = await sameAsHead(store, steps, heads);
  const plans = steps.map((step) => inOrder(step, heads.get(step.sighting.subjectId), now)).map((step) => decide(step, heads.get(step.sighting.subjectId), compatible, unwritten));
  const by = (result: FoldResult): Plan[] => plans.filter((plan) => plan.folded.result === result);
  const lost = new Set([
    ...await touch(store, by('unchanged'), unwritten, now, project),
    ...await begin(store, by('new'), now, project),
    ...await advance(store, by('changed'), now, project),
  ]);
  for (const plan of plans) if (!lost.has(plan)) results.set(plan.index, plan.folded);
  return [...lost].map(({ index, sighting }) => ({ index, sighting }));
}

/** Versions that a head speaks of and a crash kept from being written. */
async function unwrittenOf(store: Store, heads: readonly HeadDocument[]): Promise<ReadonlySet<VersionId>> {
  const doubtful = heads.filter((head) => head.unfinished).map((head) => head.versionId);
  const written = new Set((await store.versions.getAll(doubtful, { without: ['content'] })).map((version) => version._id));
  return new Set(doubtful.filter((id) => !written.has(id)));
}

/** Subjects whose sighting differs from the head only in fields that its kind of page does not carry. */
async function sameAsHead(store: Store, steps: readonly Step[], heads: ReadonlyMap<SubjectId, HeadDocument>): Promise<ReadonlySet<SubjectId>> {
  const partial = steps.filter(({ sighting }) => {
    const head = heads.get(sighting.subjectId);
    return head !== undefined && head.contentHash !== sighting.contentHash && head.contentHash !== sighting.formerHash && sighting.content.kind === 'listing' && hasNotRead(sighting.content.fields);
  });
  const stored = await store.versions.getAll(partial.map(({ sighting }) => must(heads.get(sighting.subjectId)).versionId));
  const contents = new Map(stored.map((version) => [version.subjectId, version.content]));
  return new Set(partial.map(({ sighting }) => sighting).filter(({ subjectId, content }) => {
    const known = contents.get(subjectId);
    return known?.kind === 'listing' && content.kind === 'listing' && sameWhereRead(known.fields, content.fields) && !hasMoved(known, content);
  }).map((sighting) => sighting.subjectId));
}

/** A head that was seen later than now was seen by a clock that has been set back since: what is seen now still comes after it. */
function inOrder(step: Step, head: HeadDocument | undefined, now: Date): Step {
  if (!head || head.lastSeenAt <= now) return step;
  return { ...step, sighting: { ...step.sighting, at: new Date(head.lastSeenAt.getTime() + 1) } };
}

function decide(step: Step, head: HeadDocument | undefined, compatible: ReadonlySet<SubjectId>, unwritten: ReadonlySet<VersionId>): Plan {
  const { sighting } = step;
  if (!head) return { ...step, head, folded: { result: 'new', versionId: versionId(sighting, 1), seq: 1 } };
  const same = head.contentHash === sighting.contentHash || head.contentHash === sighting.formerHash || compatible.has(sighting.subjectId);
  const age = sighting.at.getTime() - head.lastSeenAt.getTime();
  const late = !same && head.lastCrawlId !== sighting.crawlId ? { late: -age } : {};
  if (age < 0 || (age === 0 && !same)) return { ...step, head, folded: { result: 'stale', versionId: head.versionId, seq: head.seq, ...late } };
  if (same) return { ...step, head, folded: { result: 'unchanged', versionId: head.versionId, seq: head.seq } };
  // The place of a version that was never written is taken by this one.
  const seq = unwritten.has(head.versionId) ? head.seq : head.seq + 1;
  const previous = unwritten.has(head.versionId) ? head.previous : { versionId: head.versionId, lastSeenAt: head.lastSeenAt, lastCrawlId: head.lastCrawlId };
  return { ...step, head, folded: { result: 'changed', versionId: versionId(sighting, seq), seq }, ...(previous ? { previous } : {}) };
}

/** The place in the history is part of the id: content that comes, goes and comes back within one crawl is three versions. */
function versionId(sighting: Sighting, seq: number): VersionId {
  return factId('version', sighting.subjectId, sighting.contentHash, sighting.crawlId, seq);
}

/** For what the lines above have put there. */
function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('a fold lost track of its own sighting');
  return value;
}
