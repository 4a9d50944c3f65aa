import { acknowledge, snooze } from '../../alerts/rules/handling.ts';
import { isFiring } from '../../alerts/rules/episode.ts';
import type { Episode, HandledBy } from '../../model/episode.ts';
import type { EpisodeId } from '../../model/ids.ts';
import { episode as getEpisode, saveEpisode } from '../../storage/episodes.ts';
import type { Store } from '../../storage/store.ts';

const ROUNDS = 8;

/** What somebody wants done with an episode. `unlessLeft`: not when more than so much is left of a snooze (milliseconds), so that a link that is used again prolongs nothing. */
export type Handling = { readonly kind: 'acknowledge' } | { readonly kind: 'snooze'; readonly until: Date; readonly unlessLeft?: number };

/** What became of it. earlier: it is about an alert of an opening that is over; nothing was changed. */
export type Handled = { readonly result: 'done' | 'already' | 'over' | 'earlier'; readonly episode: Episode } | { readonly result: 'unknown' };

export interface HandleInput {
  readonly id: EpisodeId;
  readonly handling: Handling;
  readonly by: HandledBy;
  /** When the alert was decided that it answers to; left out: whatever fires now is meant. */
  readonly alertAt?: Date;
}

/** Acknowledges or snoozes. Doing it again changes nothing. Throws when other workers write the episode all the time: trying again helps. */
export async function handleEpisode({ store, clock }: { readonly store: Store; readonly clock: () => Date }, { id, handling, by, alertAt }: HandleInput): Promise<Handled> {
  for (let round = 0; round < ROUNDS; round += 1) {
    const stored = await getEpisode(store, id);
    if (!stored) return { result: 'unknown' };
    if (alertAt && stored.openedAt > alertAt) return { result: 'earlier', episode: stored };
    if (!isFiring(stored)) return { result: 'over', episode: stored };
    const now = clock();
    const left = (stored.snoozedUntil?.getTime() ?? 0) - now.getTime();
    if (handling.kind === 'snooze' && handling.unlessLeft !== undefined && left > handling.unlessLeft) return { result: 'already', episode: stored };
    const next = handling.kind === 'acknowledge' ? acknowledge(stored, by, now) : snooze(stored, handling.until, now);
    if (!next) return { result: 'already', episode: stored };
    if (await saveEpisode(store, next, stored.rev)) return { result: 'done', episode: next };
  }
  throw new Error(`episode ${id} was written by other workers ${ROUNDS} times in a row; trying again helps`);
}
