import type { Episode } from '../model/alert.ts';
import { brand, type EpisodeId, type RuleId, type SubjectId, type TargetId } from '../model/ids.ts';
import { fromDocument, toDocument } from './document-ids.ts';
import type { Store } from './store.ts';

/** One episode. */
export async function episode(store: Store, id: EpisodeId): Promise<Episode | undefined> {
  const found = await store.episodes.get(id);
  return found && fromDocument(found);
}

/** The episodes of these ids that exist. */
export async function episodesByIds(store: Store, ids: readonly EpisodeId[]): Promise<Episode[]> {
  return (await store.episodes.getAll(ids)).map(fromDocument);
}

/** All episodes about a subject. */
export async function episodesOfSubject(store: Store, subjectId: SubjectId): Promise<Episode[]> {
  return (await store.episodes.find({ subjectId })).map(fromDocument);
}

/** Episodes in which a change of a target waits to be told, in order of their ids; `after` continues where a page ended. */
export async function waitingEpisodes(store: Store, targetId: TargetId, after: EpisodeId | undefined, limit: number): Promise<Episode[]> {
  return (await store.episodes.find({ 'waiting.targetId': targetId, _id: { $gt: after ?? brand<EpisodeId>('') } }, { sort: { _id: 1 }, limit })).map(fromDocument);
}

/** Episodes of a rule in one state, e.g. those still firing. */
export async function episodesOfRule(store: Store, ruleId: RuleId, state: Episode['state'], limit: number): Promise<Episode[]> {
  return (await store.episodes.find({ ruleId, state }, { limit })).map(fromDocument);
}

/**
 * Writes an episode whose `rev` is one more than the one that was read (`expectedRev`; null: there was none). False when somebody
 * wrote it in between: read it and evaluate again.
 */
export async function saveEpisode(store: Store, saved: Episode, expectedRev: number | null): Promise<boolean> {
  const document = toDocument(saved);
  if (expectedRev === null) return store.episodes.insert(document);
  return store.episodes.replace({ _id: saved.id, rev: expectedRev }, document);
}
