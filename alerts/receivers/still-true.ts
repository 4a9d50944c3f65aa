import type { Alert } from '../../model/alert.ts';
import type { Episode } from '../../model/episode.ts';
import type { EpisodeId } from '../../model/ids.ts';

/** What is known of an episode beside the alerts that wait. */
export interface Around {
  readonly episode?: Pick<Episode, 'state' | 'updatedAt'>;
  /** Alerts of the episode that the receiver got by themselves: what of, and when they were decided. */
  readonly told: readonly { readonly moment: Alert['moment']; readonly at: Date }[];
}

/** The alerts of a digest: those that are told, and those that are no longer true. Each is in one of the two. */
export interface Sorted {
  readonly tells: readonly Alert[];
  readonly superseded: readonly Alert[];
}

/**
 * Which of the alerts that waited are still true. Pure. Of an episode only the newest is; not even that when something newer was told by itself, when
 * the episode is over again without a word, or when it says that something is over of which the receiver was never told.
 */
export function stillTrue(waiting: readonly Alert[], around: ReadonlyMap<EpisodeId, Around>): Sorted {
  const byEpisode = new Map<EpisodeId, Alert[]>();
  for (const alert of waiting.toSorted((a, b) => a.at.getTime() - b.at.getTime())) byEpisode.set(alert.episodeId, [...byEpisode.get(alert.episodeId) ?? [], alert]);
  const tells: Alert[] = [];
  const superseded: Alert[] = [];
  for (const [episodeId, alerts] of byEpisode) {
    const newest = alerts.at(-1);
    const earlier = alerts.slice(0, -1);
    superseded.push(...earlier);
    if (newest) (holds(newest, earlier, around.get(episodeId) ?? { told: [] }) ? tells : superseded).push(newest);
  }
  return { tells, superseded };
}

function holds(alert: Alert, earlier: readonly Alert[], { episode, told }: Around): boolean {
  if (told.some((one) => one.at > alert.at)) return false;
  if (alert.moment === 'fired') return !(episode?.state === 'recovered' && episode.updatedAt > alert.at);
  // Both its beginning and its end waited: nobody has to know of either. An end whose beginning no rule asked for stands for itself.
  const began = earlier.some((one) => one.moment === 'fired');
  return !began || told.some((one) => one.moment === 'fired');
}
