import type { Delivery, DeliveryState } from '../model/delivery.ts';
import type { ChannelId, DeliveryId, EpisodeId } from '../model/ids.ts';
import { fromDocument, toDocument } from './document-ids.ts';
import type { Store } from './store.ts';

/*
 * What waits in the outbox of a channel. A delivery becomes part of a digest by its own document alone (held → gathered, with the digest's
 * id): of two digests only one can have it, whoever crashes when.
 */

/** States from which a delivery goes on by itself at its time. */
const WAITING = ['pending', 'sending', 'held', 'gathered'] as const satisfies readonly DeliveryState[];

/** The delivery of a channel that has been due for the longest, in one of the states. */
export async function firstDue(store: Store, channelId: ChannelId, now: Date, states: readonly DeliveryState[] = WAITING): Promise<Delivery | undefined> {
  const found = await Promise.all(states.map((state) => store.deliveries.findOne({ channelId, state, nextAttemptAt: { $lte: now } }, { sort: { nextAttemptAt: 1 } })));
  const [first] = found.flatMap((one) => one ?? []).toSorted((a, b) => a.nextAttemptAt.getTime() - b.nextAttemptAt.getTime());
  return first && fromDocument(first);
}

/** Since when the delivery has been due that has been for the longest, on whatever channel; undefined when none is. */
export async function longestDueSince(store: Store, now: Date): Promise<Date | undefined> {
  const found = await Promise.all(WAITING.map((state) => store.deliveries.findOne({ state, nextAttemptAt: { $lte: now } }, { sort: { nextAttemptAt: 1 } })));
  const times = found.flatMap((one) => one?.nextAttemptAt.getTime() ?? []);
  return times.length === 0 ? undefined : new Date(Math.min(...times));
}

/** Whether anything is due on one of the channels in one of the states. */
export async function anyDue(store: Store, channelIds: readonly ChannelId[], now: Date, states: readonly DeliveryState[]): Promise<boolean> {
  for (const state of states) {
    // Nearly always there is none on any channel.
    if (await store.deliveries.findOne({ state, nextAttemptAt: { $lte: now } }) === undefined) continue;
    for (const channelId of channelIds) if (await store.deliveries.findOne({ channelId, state, nextAttemptAt: { $lte: now } })) return true;
  }
  return false;
}

/** Deliveries of a channel in a state that are due, the longest waiting first. */
export async function dueInState(store: Store, channelId: ChannelId, state: DeliveryState, now: Date, limit: number): Promise<Delivery[]> {
  return (await store.deliveries.find({ channelId, state, nextAttemptAt: { $lte: now } }, { sort: { nextAttemptAt: 1 }, limit })).map(fromDocument);
}

/** How many deliveries of a channel are due in a state, counted up to `most`. */
export async function countDue(store: Store, channelId: ChannelId, state: DeliveryState, now: Date, most: number): Promise<number> {
  return store.deliveries.count({ channelId, state, nextAttemptAt: { $lte: now } }, most);
}

/** How many deliveries of a channel are in a state. */
export async function countInState(store: Store, channelId: ChannelId, state: DeliveryState): Promise<number> {
  return store.deliveries.count({ channelId, state });
}

/** When the channel was told something after `since`, the newest first. */
export async function toldSince(store: Store, channelId: ChannelId, since: Date, limit: number): Promise<Date[]> {
  return (await store.deliveries.find({ channelId, sentAt: { $gt: since } }, { sort: { sentAt: -1 }, limit, without: ['attempts'] })).flatMap(({ sentAt }) => sentAt ?? []);
}

/** The deliveries of an episode on a channel, oldest first. */
export async function deliveriesOfEpisode(store: Store, episodeId: EpisodeId, channelId: ChannelId): Promise<Delivery[]> {
  return (await store.deliveries.find({ episodeId, channelId }, { sort: { createdAt: 1 } })).map(fromDocument);
}

/** The deliveries with these ids that exist. */
export async function deliveriesByIds(store: Store, ids: readonly DeliveryId[]): Promise<Delivery[]> {
  return (await store.deliveries.getAll(ids)).map(fromDocument);
}

/** Puts a delivery off, or holds it back to be told together with others. False when it went on meanwhile. */
export async function putOffDelivery(store: Store, { id, state, nextAttemptAt }: Delivery, until: Date, heldFor?: Delivery['heldFor']): Promise<boolean> {
  return store.deliveries.update({ _id: id, state, nextAttemptAt }, { $set: { nextAttemptAt: until, state: heldFor ? 'held' : 'pending', ...(heldFor ? { heldFor } : {}) } });
}

/** Writes a delivery that was made here: a digest, or what some recipients have not got. False when it is there already. */
export async function insertDelivery(store: Store, made: Delivery): Promise<boolean> {
  return store.deliveries.insert(toDocument(made));
}

/** Makes those of the digest's members that are still held its own; looked at again at `again`. Doing it again changes nothing. */
export async function gatherMembers(store: Store, digest: Delivery, again: Date): Promise<void> {
  await store.deliveries.bulk((digest.members ?? []).map((_id) => ({ updateOne: { filter: { _id, state: 'held' as const }, update: { $set: { state: 'gathered' as const, digestId: digest.id, nextAttemptAt: again } } } })));
}

/** The members that are the digest's own. */
export async function membersOf(store: Store, digestId: DeliveryId): Promise<Delivery[]> {
  return (await store.deliveries.find({ digestId })).map(fromDocument);
}

/** After the digest was sent: its members were told with it, or are superseded. After it failed for good, so have they. Doing it again changes nothing. */
export async function settleMembers(store: Store, digest: Delivery, came: 'sent' | 'failed'): Promise<void> {
  const superseded = new Set(digest.superseded);
  await store.deliveries.bulk((digest.members ?? []).map((_id) => ({
    updateOne: { filter: { _id, state: 'gathered' as const, digestId: digest.id }, update: { $set: { state: superseded.has(_id) ? 'superseded' as const : came } } },
  })));
}

/** A digest that told a single alert told it as itself: later ones of the episode refer to it. */
export async function noteHandle(store: Store, member: DeliveryId, handle: string): Promise<void> {
  await store.deliveries.update({ _id: member }, { $set: { handle } });
}

/** Its digest is still on its way: looked at again later. */
export async function postponeMember(store: Store, { id, nextAttemptAt }: Delivery, until: Date): Promise<void> {
  await store.deliveries.update({ _id: id, state: 'gathered', nextAttemptAt }, { $set: { nextAttemptAt: until } });
}

/** A member whose digest will not tell it waits for the next one. */
export async function releaseMember(store: Store, { id, digestId, nextAttemptAt }: Delivery, until: Date): Promise<void> {
  await store.deliveries.update({ _id: id, state: 'gathered', nextAttemptAt, ...(digestId === undefined ? {} : { digestId }) }, { $set: { state: 'held', nextAttemptAt: until } });
}

/** A delivery that another channel tells, or a digest without members of its own, is over. */
export async function closeDelivery(store: Store, { id, state }: Delivery, to: { readonly state: 'handed_over'; readonly handedTo: ChannelId } | { readonly state: 'superseded' }): Promise<boolean> {
  return store.deliveries.update({ _id: id, state }, { $set: to });
}

/** Deliveries that failed for good on a channel are tried once more. Returns how many. */
export async function retryFailed(store: Store, channelId: ChannelId, since: Date, now: Date): Promise<number> {
  return store.deliveries.updateMany({ channelId, state: 'failed', nextAttemptAt: { $gte: since } }, { $set: { state: 'pending', nextAttemptAt: now } });
}

/** What waits on a channel for the end of its failures is due now. */
export async function wakeDeliveries(store: Store, channelId: ChannelId, now: Date): Promise<number> {
  return store.deliveries.updateMany({ channelId, state: 'pending', nextAttemptAt: { $gt: now } }, { $set: { nextAttemptAt: now } });
}

/** Waits that are longer than any rule allows were written by a clock that has been set back since: they are over now. */
export async function rightClock(store: Store, now: Date, longest: { readonly attempt: number; readonly held: number }): Promise<number> {
  const beyond = (ms: number): Date => new Date(now.getTime() + ms);
  const wrong = [['pending', longest.attempt], ['sending', longest.attempt], ['held', longest.held], ['gathered', longest.attempt]] as const;
  const moved = await Promise.all(wrong.map(([state, ms]) => store.deliveries.updateMany({ state, nextAttemptAt: { $gt: beyond(ms) } }, { $set: { nextAttemptAt: now } })));
  return moved.reduce((sum, count) => sum + count, 0);
}

/** Deliveries that failed and are tried again later, the next one first: for `status`. */
export async function waitingDeliveries(store: Store, now: Date, limit: number): Promise<Delivery[]> {
  return (await store.deliveries.find({ state: 'pending', nextAttemptAt: { $gt: now } }, { sort: { nextAttemptAt: 1 }, limit })).map(fromDocument);
}

/** Deliveries that have failed for good since a time, the newest first: for `status`. */
export async function failedDeliveries(store: Store, since: Date, limit: number): Promise<Delivery[]> {
  return (await store.deliveries.find({ state: 'failed', nextAttemptAt: { $gte: since } }, { sort: { nextAttemptAt: -1 }, limit })).map(fromDocument);
}
