import type { SubjectId, VersionId } from '../model/ids.ts';
import type { HeadDocument, VersionDocument } from './documents.ts';
import type { Plan, Project } from './fold-plan.ts';
import { headsOf, moveHeads } from './heads.ts';
import type { Store } from './store.ts';

/*
 * The three ways of writing a sighting (see fold.ts). Each returns the plans that another worker came before: they are read and decided again.
 */

/** Seen again: only the head moves. Where something may be left to do, that is done first. */
export async function touch(store: Store, plans: readonly Plan[], unwritten: ReadonlySet<VersionId>, now: Date, project: Project): Promise<readonly Plan[]> {
  const settled = await complete(store, plans.filter((plan) => plan.head?.unfinished), unwritten, now, project);
  const moving = plans.flatMap((plan) => {
    const { head, sighting: { at, crawlId } } = plan;
    const isComplete = head?.unfinished === true && settled.has(head.versionId);
    return head && at > head.lastSeenAt ? [{ plan, seen: { head, at, crawlId, complete: isComplete } }] : [];
  });
  const lost = new Set(await moveHeads(store, moving.map((one) => one.seen)));
  return moving.filter((one) => lost.has(one.seen)).map((one) => one.plan);
}

/** Does what may be left to do after a change. Returns the versions of which nothing is left. */
async function complete(store: Store, plans: readonly Plan[], unwritten: ReadonlySet<VersionId>, now: Date, project: Project): Promise<ReadonlySet<VersionId>> {
  if (plans.length === 0) return new Set();
  const missing = plans.filter((plan) => unwritten.has(plan.folded.versionId));
  await close(store, plans.flatMap((plan) => plan.head?.previous ?? []), now);
  await store.versions.insertAll(missing.map((plan) => versionOf(plan, now)));
  await project(plans);
  // Diff finds a version that waits by the crawl that saw it last.
  await store.versions.bulk(plans.map(({ sighting, folded }) => ({
    updateOne: { filter: { _id: folded.versionId, unsettled: true as const, open: true as const }, update: { $set: { lastCrawlId: sighting.crawlId } } },
  })));
  const waiting = new Set((await store.versions.getAll(plans.map((plan) => plan.folded.versionId), { without: ['content'] })).filter((version) => version.unsettled).map((version) => version._id));
  return new Set(plans.map((plan) => plan.folded.versionId).filter((id) => !waiting.has(id)));
}

/** First versions. The head comes last: a version without one is found by `place` and gets it then. */
export async function begin(store: Store, plans: readonly Plan[], now: Date, project: Project): Promise<readonly Plan[]> {
  const refused = await store.versions.insertAll(plans.map((plan) => versionOf(plan, now)));
  const written = plans.filter((_, index) => !refused.has(index));
  if (written.length > 0) await project(written);
  await store.heads.insertAll(written.map(({ sighting, folded }) => ({
    _id: sighting.subjectId, versionId: folded.versionId, seq: folded.seq, contentHash: sighting.contentHash, lastSeenAt: sighting.at, lastCrawlId: sighting.crawlId,
  })));
  const lost = plans.filter((_, index) => refused.has(index));
  await mend(store, lost);
  return lost;
}

/** Further versions. Moving the head is what only one worker can; the rest can be done by whoever comes next. */
export async function advance(store: Store, plans: readonly Plan[], now: Date, project: Project): Promise<readonly Plan[]> {
  const { matched } = await store.heads.bulk(plans.flatMap(({ sighting, head, folded, previous }) => (head === undefined ? [] : [{
    updateOne: {
      filter: { _id: head._id, versionId: head.versionId, seq: head.seq, lastSeenAt: { $lt: sighting.at } },
      update: { $set: { versionId: folded.versionId, seq: folded.seq, contentHash: sighting.contentHash, lastSeenAt: sighting.at, lastCrawlId: sighting.crawlId, unfinished: true as const, ...(previous ? { previous } : {}) } },
    },
  }])));
  const heads = matched === plans.length ? undefined : await headsOf(store, plans.map((plan) => plan.sighting.subjectId));
  const lost = new Set(heads ? plans.filter((plan) => heads.get(plan.sighting.subjectId)?.versionId !== plan.folded.versionId) : []);
  const going = plans.filter((plan) => !lost.has(plan));
  await close(store, going.flatMap((plan) => plan.previous ?? []), now);
  const refused = await store.versions.insertAll(going.map((plan) => versionOf(plan, now)));
  const late = await mend(store, going.filter((_, index) => refused.has(index)));
  for (const plan of late) lost.add(plan);
  const written = going.filter((plan) => !lost.has(plan));
  if (written.length > 0) await project(written);
  return [...lost];
}

/** Ends versions that have a successor. Their last sighting was kept in the head until now. */
async function close(store: Store, ending: readonly NonNullable<HeadDocument['previous']>[], now: Date): Promise<void> {
  await store.versions.bulk(ending.map(({ versionId, lastSeenAt, lastCrawlId }) => ({
    updateOne: { filter: { _id: versionId, open: true as const }, update: { $set: { lastSeenAt, lastCrawlId, recordedAt: now }, $unset: { open: true as const } } },
  })));
}

/**
 * Where the place of a version is taken already, the head is made to speak of the version that stands there. Returns the plans whose
 * version it is not: a version that was written by an earlier try of the same is no stranger.
 */
async function mend(store: Store, plans: readonly Plan[]): Promise<readonly Plan[]> {
  if (plans.length === 0) return [];
  const newest = new Map<SubjectId, VersionDocument>();
  for (const version of await store.versions.findIn('subjectId', plans.map((plan) => plan.sighting.subjectId), {}, { without: ['content'] })) {
    if (version.seq > (newest.get(version.subjectId)?.seq ?? 0)) newest.set(version.subjectId, version);
  }
  const strangers = plans.filter((plan) => newest.get(plan.sighting.subjectId)?._id !== plan.folded.versionId || plan.folded.result === 'new');
  for (const { sighting: { subjectId }, folded } of strangers) {
    const version = newest.get(subjectId);
    if (!version) continue;
    const { _id: versionId, seq, contentHash, lastSeenAt, lastCrawlId } = version;
    const points = { versionId, seq, contentHash, lastSeenAt, lastCrawlId, unfinished: true as const };
    if (folded.result === 'new') await store.heads.insert({ _id: subjectId, ...points });
    else await store.heads.update({ _id: subjectId, versionId: folded.versionId }, { $set: points });
  }
  return strangers;
}

function versionOf({ sighting, folded }: Plan, now: Date): VersionDocument {
  const { subjectId, sourceId, targetId, listingId, crawlId, at, archive, archives, content, contentHash } = sighting;
  return {
    _id: folded.versionId, subjectId, sourceId, targetId, ...(listingId === undefined ? {} : { listingId }), seq: folded.seq, contentHash, content,
    firstSeenAt: at, lastSeenAt: at, firstCrawlId: crawlId, lastCrawlId: crawlId, ...(archive === undefined ? {} : { archive }), ...(archives === undefined ? {} : { archives }),
    // There is nothing to compare a first version with.
    ...(folded.seq === 1 ? { diff: 'done' } : { diff: 'pending', unsettled: true }), open: true, recordedAt: now,
  };
}
