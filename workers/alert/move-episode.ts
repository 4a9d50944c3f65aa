import type { Evaluation } from '../../alerts/rules/evaluation.ts';
import type { Episode } from '../../model/episode.ts';
import type { EpisodeId } from '../../model/ids.ts';
import { episode as getEpisode, saveEpisode } from '../../storage/episodes.ts';
import type { Context } from '../context.ts';
import { withDetails } from './details.ts';
import { tell } from './tell.ts';

/** Another worker may write the same episode in between this often before the job is tried again. */
const ROUNDS = 8;

/** What becomes of an episode as it stands; nothing when it stays as it is. */
export type Decide = (stored: Episode | undefined) => Evaluation;

/**
 * Moves one episode. The decided alert is written into the episode first, in one guarded update, and from there into alerts and deliveries: a crash in
 * between loses nothing (the sweep writes it out), and of two workers only one decides. `known` is how it stood when it was last read; null: there was
 * none. `beforeTelling` is awaited before an alert is written. Returns how it stands now.
 */
export async function moveEpisode(context: Context, id: EpisodeId, decide: Decide, known?: Episode | null, beforeTelling?: () => Promise<void>): Promise<Episode | undefined> {
  const { store } = context;
  for (let round = 0; round < ROUNDS; round += 1) {
    const stored = round === 0 && known !== undefined ? (known ?? undefined) : await getEpisode(store, id);
    if (stored?.outbox) {
      await tell(context, stored, stored.outbox);
      continue;
    }
    const result = decide(stored);
    if (!result.episode) return stored;
    if (result.alert) await beforeTelling?.();
    const alert = result.alert && await withDetails(context, result.alert);
    const next: Episode = { ...result.episode, ...(alert ? { outbox: alert } : {}) };
    if (!await saveEpisode(store, next, stored?.rev ?? null)) continue;
    return alert ? tell(context, next, alert) : next;
  }
  throw new Error(`episode ${id} was written by other workers ${ROUNDS} times in a row; trying again helps`);
}
