import type { Delivery } from '../../model/delivery.ts';

/** Nobody sees an answer to what stands so far up. */
const OLDEST_MS = 7 * 86_400_000;

/**
 * What the channel called the first message of the stretch a delivery belongs to: of the episode since it last recovered, not older than a week.
 * `ofEpisode` are the deliveries of the episode on the channel, oldest first. Undefined when this one begins a thread.
 */
export function threadOf(delivery: Delivery, ofEpisode: readonly Delivery[]): string | undefined {
  const earlier = ofEpisode.filter((one) => one.id !== delivery.id && one.createdAt <= delivery.createdAt);
  const recovered = earlier.findLastIndex((one) => one.moment === 'recovered');
  const told = earlier.slice(recovered + 1).filter((one) => one.handle !== undefined && delivery.createdAt.getTime() - one.createdAt.getTime() <= OLDEST_MS);
  return told[0]?.handle;
}

/** The earlier delivery of the episode that must be settled before this one is sent; undefined when there is none. */
export function predecessorOf(delivery: Delivery, ofEpisode: readonly Delivery[]): Delivery | undefined {
  return ofEpisode.find((one) => one.id !== delivery.id && (one.state === 'pending' || one.state === 'sending') && one.createdAt < delivery.createdAt);
}
