import { channelStates } from '../../storage/channel-states.ts';
import { untoldEpisodes } from '../../storage/episodes.ts';
import { firstDue, rightClock } from '../../storage/outbox.ts';
import { tell } from '../alert/tell.ts';
import type { Context } from '../context.ts';

/** An alert that was decided so long ago and not written has lost its job. */
const LOST_AFTER_MS = 180_000;
const MOST = 500;
/** Longer than any wait between two attempts, and than any receiver's. */
const LONGEST = { attempt: 8 * 3_600_000, held: 16 * 86_400_000 };

/**
 * Puts back what is to be told: alerts that a crash left in their episode, and channels on which something is due. Each channel is asked for itself, so
 * that one on which thousands wait does not stand in the way of the others.
 */
export async function sweepOutbox(context: Context, now: Date): Promise<void> {
  const { store, log } = context;
  for (const episode of await untoldEpisodes(store, new Date(now.getTime() - LOST_AFTER_MS), MOST)) if (episode.outbox) await tell(context, episode, episode.outbox);
  const righted = await rightClock(store, now, LONGEST);
  if (righted > 0) log.warn({ deliveries: righted }, 'deliveries were put off by a clock that was ahead; they are due now');
  const channels = new Set([...context.config().channels.keys(), ...(await channelStates(store)).map((state) => state._id)]);
  for (const id of channels) {
    const due = await firstDue(store, id, now);
    if (due) await context.enqueue('notify', due.id, { deliveryId: due.id });
  }
}
