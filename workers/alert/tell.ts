import type { Alert } from '../../model/alert.ts';
import type { Episode } from '../../model/episode.ts';
import { insertAlert } from '../../storage/alerts.ts';
import { deliveryId, insertDeliveries } from '../../storage/deliveries.ts';
import { saveEpisode } from '../../storage/episodes.ts';
import type { Context } from '../context.ts';

/**
 * Writes the alert that is decided in an episode with its deliveries, then takes it out of the episode, which is returned as it is then. Doing it again changes nothing: whoever
 * finds one that was left behind by a crash does it (the next change of the episode, the job that runs again, the sweep).
 */
export async function tell(context: Context, episode: Episode, decided: Alert): Promise<Episode> {
  const { store, metrics } = context;
  const now = context.clock();
  if (await insertAlert(store, decided, now)) metrics.alert(decided.ruleId);
  await insertDeliveries(store, decided, decided.channels, now);
  const { outbox: _, ...rest } = episode;
  const emptied: Episode = { ...rest, rev: episode.rev + 1 };
  await saveEpisode(store, emptied, episode.rev);
  for (const channel of decided.channels) {
    const id = deliveryId(decided.id, channel);
    await context.enqueue('notify', id, { deliveryId: id });
  }
  return emptied;
}
