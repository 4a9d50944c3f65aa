import type { Delivery, DeliveryAttempt } from '../model/alert.ts';
import { factId, type AlertId, type ChannelId, type DeliveryId } from '../model/ids.ts';
import { fromDocument, toDocument } from './document-ids.ts';
import type { Store } from './store.ts';

/** The id of the delivery of an alert on a channel. */
export function deliveryId(alertId: AlertId, channelId: ChannelId): DeliveryId {
  return factId('delivery', alertId, channelId);
}

/** Puts an alert in the outbox of each channel. Those that are there already stay as they are. Returns how many were new. */
export async function insertDeliveries(store: Store, alertId: AlertId, channels: readonly ChannelId[], now: Date): Promise<number> {
  const deliveries = channels.map((channelId): Delivery => ({ id: deliveryId(alertId, channelId), alertId, channelId, state: 'pending', attempts: [], nextAttemptAt: now, createdAt: now }));
  return deliveries.length - (await store.deliveries.insertAll(deliveries.map(toDocument))).size;
}

/** One delivery. */
export async function delivery(store: Store, id: DeliveryId): Promise<Delivery | undefined> {
  const found = await store.deliveries.get(id);
  return found && fromDocument(found);
}

/** The deliveries of an alert. */
export async function deliveriesOf(store: Store, alertId: AlertId): Promise<Delivery[]> {
  return (await store.deliveries.find({ alertId })).map(fromDocument);
}

/**
 * Takes a delivery for `leaseMs` and records the attempt before anything is sent. Undefined when it is not due, done, or somebody
 * else has it. An attempt whose worker died is taken again after the lease: it stays in the record without an end.
 */
export async function claimDelivery(store: Store, id: DeliveryId, now: Date, leaseMs: number): Promise<Delivery | undefined> {
  const found = await store.deliveries.get(id);
  if (!found || found.nextAttemptAt > now || (found.state !== 'pending' && found.state !== 'sending')) return undefined;
  const attempt: DeliveryAttempt = { no: found.attempts.length + 1, startedAt: now };
  const claimed = await store.deliveries.updateAndGet(
    id, { state: found.state, nextAttemptAt: found.nextAttemptAt, attempts: { $size: found.attempts.length } },
    { $set: { state: 'sending', nextAttemptAt: new Date(now.getTime() + leaseMs) }, $push: { attempts: attempt } },
  );
  return claimed && fromDocument(claimed);
}

/** How an attempt ended. */
export interface AttemptEnd {
  readonly no: number;
  readonly finishedAt: Date;
  readonly result: NonNullable<DeliveryAttempt['result']>;
  /** What the channel answered; cut to 500 characters here. */
  readonly answer?: string;
  /** For a passing failure: when to try again. Without it the delivery has failed for good. */
  readonly retryAt?: Date;
}

/**
 * Records the end of an attempt, and with it the state of the delivery. "Sent" always counts; a failure only when the attempt is the
 * newest, so that one that ends late does not undo its successor. False when the delivery or attempt does not exist.
 */
export async function finishAttempt(store: Store, id: DeliveryId, end: AttemptEnd): Promise<boolean> {
  const { no, finishedAt, result, answer, retryAt } = end;
  const facts = { 'attempts.$.finishedAt': finishedAt, 'attempts.$.result': result, ...(answer === undefined ? {} : { 'attempts.$.answer': answer.slice(0, 500) }) };
  if (result === 'sent') return store.deliveries.update({ _id: id, 'attempts.no': no }, { $set: { ...facts, state: 'sent' } });
  const again = result === 'passing_failure' && retryAt !== undefined;
  const next = again ? { state: 'pending' as const, nextAttemptAt: retryAt } : { state: 'failed' as const };
  const newest = await store.deliveries.update({ _id: id, state: 'sending', attempts: { $size: no }, 'attempts.no': no }, { $set: { ...facts, ...next } });
  return newest || store.deliveries.update({ _id: id, 'attempts.no': no }, { $set: facts });
}

/** Gives a delivery up without an attempt, e.g. because its channel is no longer configured. False when it was sent or has failed already. */
export async function failDelivery(store: Store, id: DeliveryId, why: string, now: Date): Promise<boolean> {
  const found = await store.deliveries.get(id);
  if (!found || found.state === 'sent' || found.state === 'failed') return false;
  const attempt: DeliveryAttempt = { no: found.attempts.length + 1, startedAt: now, finishedAt: now, result: 'permanent_failure', answer: why.slice(0, 500) };
  return store.deliveries.update({ _id: id, state: found.state, attempts: { $size: found.attempts.length } }, { $set: { state: 'failed' }, $push: { attempts: attempt } });
}

/** Deliveries that may be sent now, also those whose attempt died with its worker; the longest waiting first. */
export async function dueDeliveries(store: Store, now: Date, limit: number): Promise<Delivery[]> {
  const states = ['pending', 'sending'] as const;
  const found = await Promise.all(states.map((state) => store.deliveries.find({ state, nextAttemptAt: { $lte: now } }, { sort: { nextAttemptAt: 1 }, limit })));
  return found.flat().toSorted((a, b) => a.nextAttemptAt.getTime() - b.nextAttemptAt.getTime()).slice(0, limit).map(fromDocument);
}

/** Deliveries that failed and are tried again later, the next one first: for `status`. */
export async function waitingDeliveries(store: Store, now: Date, limit: number): Promise<Delivery[]> {
  return (await store.deliveries.find({ state: 'pending', nextAttemptAt: { $gt: now } }, { sort: { nextAttemptAt: 1 }, limit })).map(fromDocument);
}

/** Deliveries that have failed for good since a time, the newest first: for `status`. */
export async function failedDeliveries(store: Store, since: Date, limit: number): Promise<Delivery[]> {
  return (await store.deliveries.find({ state: 'failed', nextAttemptAt: { $gte: since } }, { sort: { nextAttemptAt: -1 }, limit })).map(fromDocument);
}
