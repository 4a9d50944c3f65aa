import type { Alert } from '../../model/alert.ts';
import type { Change, ChangeKind } from '../../model/change.ts';
import type { Episode } from '../../model/episode.ts';
import type { EpisodeId } from '../../model/ids.ts';
import { meanwhileOf, withNow } from './meanwhile.ts';

/** What is known of an episode beside the alerts that wait. */
export interface Around {
  readonly episode?: Pick<Episode, 'state' | 'updatedAt'>;
  /** Alerts of the episode that the receiver got by themselves: what of, and when they were decided. */
  readonly told: readonly { readonly moment: Alert['moment']; readonly at: Date }[];
  /** Changes of its subject since, those of which no rule speaks as well. */
  readonly changes?: readonly Change[];
}

/** The alerts of a digest: those that are told, and those that are no longer true. Each is in one of the two. */
export interface Sorted {
  readonly tells: readonly Alert[];
  readonly superseded: readonly Alert[];
}

/** Kinds that each tell of something else: the newest says nothing of what the one before told, which stays true. */
const ADDS: ReadonlySet<ChangeKind> = new Set(['negative_reviews', 'new_reviews', 'page_text', 'variant_added', 'variant_removed', 'attributes', 'description', 'images']);

/**
 * Which of the alerts that waited are still true. Pure. Of an episode only the newest is, beside those that tell of something else ({@link ADDS}); not even
 * that when something newer was told by itself, when the episode is over again without a word, when a later change took it back, or when it says that something is
 * over of which the receiver was never told. An alert whose price has moved on carries the price of now.
 */
export function stillTrue(waiting: readonly Alert[], around: ReadonlyMap<EpisodeId, Around>): Sorted {
  const byEpisode = new Map<EpisodeId, Alert[]>();
  for (const alert of waiting.toSorted((a, b) => a.at.getTime() - b.at.getTime())) byEpisode.set(alert.episodeId, [...byEpisode.get(alert.episodeId) ?? [], alert]);
  const tells: Alert[] = [];
  const superseded: Alert[] = [];
  for (const [episodeId, alerts] of byEpisode) {
    for (const [index, alert] of alerts.entries()) {
      const later = alerts.slice(index + 1);
      const newest = later.length === 0 || (adds(alert) && !later.some(({ change }) => change.id === alert.change.id));
      const known = around.get(episodeId) ?? { told: [] };
      const meanwhile = meanwhileOf(alert, known.changes ?? []);
      if (!newest || meanwhile.kind === 'undone' || !holds(alert, alerts.slice(0, index), known)) superseded.push(alert);
      else tells.push(meanwhile.kind === 'moved' ? withNow(alert, meanwhile) : alert);
    }
  }
  return { tells, superseded };
}

function holds(alert: Alert, earlier: readonly Alert[], { episode, told }: Around): boolean {
  if (!adds(alert) && told.some((one) => one.at > alert.at)) return false;
  if (alert.moment === 'fired') return !(episode?.state === 'recovered' && episode.updatedAt > alert.at);
  // Both its beginning and its end waited: nobody has to know of either. An end whose beginning no rule asked for stands for itself.
  const began = earlier.some((one) => one.moment === 'fired');
  const newest = told.toSorted((a, b) => a.at.getTime() - b.at.getTime()).at(-1);
  return !began || newest?.moment === 'fired';
}

function adds({ change: { detail } }: Alert): boolean {
  return ADDS.has(detail.kind);
}
