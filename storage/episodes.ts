import { EPISODE_STATES, type Episode } from '../model/episode.ts';
import { brand, type EpisodeId, type TargetId } from '../model/ids.ts';
import { fromDocument, toDocument } from './document-ids.ts';
import type { EpisodeDocument } from './documents.ts';
import type { Store } from './store.ts';

/** One episode. */
export async function episode(store: Store, id: EpisodeId): Promise<Episode | undefined> {
  const found = await store.episodes.get(id);
  return found && read(found);
}

/** The episodes of these ids that exist. */
export async function episodesByIds(store: Store, ids: readonly EpisodeId[]): Promise<Episode[]> {
  return (await store.episodes.getAll(ids)).map(read);
}

/** Episodes in which a change of a target waits to be told, in order of their ids; `after` continues where a page ended. */
export async function waitingEpisodes(store: Store, targetId: TargetId, after: EpisodeId | undefined, limit: number): Promise<Episode[]> {
  return (await store.episodes.find({ 'waiting.targetId': targetId, _id: { $gt: after ?? brand<EpisodeId>('') } }, { sort: { _id: 1 }, limit })).map(read);
}

/** Episodes in one state, in order of their ids; `after` continues where a page ended. */
export async function episodesInState(store: Store, state: Episode['state'], after: EpisodeId | undefined, limit: number): Promise<Episode[]> {
  return (await store.episodes.find({ state, _id: { $gt: after ?? brand<EpisodeId>('') } }, { sort: { _id: 1 }, limit })).map(read);
}

/** Episodes in one state, those that moved last first. */
export async function newestEpisodes(store: Store, state: Episode['state'], limit: number): Promise<Episode[]> {
  return (await store.episodes.find({ state }, { sort: { updatedAt: -1 }, limit })).map(read);
}

/** Episodes whose id begins like this, at most `limit`: people type the beginning. */
export async function episodesLike(store: Store, beginning: string, limit: number): Promise<Episode[]> {
  const range = { $gte: brand<EpisodeId>(beginning), $lt: brand<EpisodeId>(`${beginning}~`) };
  const found = await Promise.all(EPISODE_STATES.map((state) => store.episodes.find({ state, _id: range }, { sort: { _id: 1 }, limit })));
  return found.flat().slice(0, limit).map(read);
}

/** Episodes at which something is due by the clock: an escalation, a reminder, the end of a snooze; the longest waiting first. */
export async function dueEpisodes(store: Store, now: Date, limit: number): Promise<Episode[]> {
  return (await store.episodes.find({ dueAt: { $lte: now } }, { sort: { dueAt: 1 }, limit })).map(read);
}

/** Episodes with an alert that was decided at `before` or earlier and is still in their outbox. */
export async function untoldEpisodes(store: Store, before: Date, limit: number): Promise<Episode[]> {
  return (await store.episodes.find({ 'outbox.at': { $lte: before } }, { sort: { 'outbox.at': 1 }, limit })).map(read);
}

/**
 * Writes an episode whose `rev` is one more than the one that was read (`expectedRev`; null: there was none). False when somebody
 * wrote it in between: read it and evaluate again.
 */
export async function saveEpisode(store: Store, saved: Episode, expectedRev: number | null): Promise<boolean> {
  const dueAt = dueAtOf(saved);
  const document: EpisodeDocument = { ...toDocument(saved), ...(dueAt ? { dueAt } : {}) };
  if (expectedRev === null) return store.episodes.insert(document);
  return store.episodes.replace({ _id: saved.id, rev: expectedRev }, document);
}

/** The earliest moment at which the clock alone moves the episode. */
function dueAtOf({ escalateAt, remindAt, snoozedUntil }: Episode): Date | undefined {
  const times = [escalateAt, remindAt, snoozedUntil].flatMap((at) => (at ? [at.getTime()] : []));
  return times.length === 0 ? undefined : new Date(Math.min(...times));
}

function read(stored: EpisodeDocument): Episode {
  const { dueAt: _, ...document } = stored;
  return fromDocument(document);
}
