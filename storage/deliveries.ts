import type { Alert } from '../model/alert.ts';
import type { Delivery, DeliveryAttempt } from '../model/delivery.ts';
import { factId, type AlertId, type ChannelId, type DeliveryId } from '../model/ids.ts';
import { fromDocument, toDocument } from './document-ids.ts';
import type { Store } from './store.ts';

/** The id of the delivery of an alert on a channel. */
export function deliveryId(alertId: AlertId, channelId: ChannelId): DeliveryId {
  return factId('delivery', alertId, channelId);
}

/** Puts an alert in the outbox of each channel. Those that are there already stay as they are. Returns how many were new. */
export async function insertDeliveries(store: Store, alert: Pick<Alert, 'id' | 'episodeId' | 'moment'>, channels: readonly ChannelId[], now: Date): Promise<number> {
  const { id: alertId, episodeId, moment } = alert;
  const deliveries = channels.map((channelId): Delivery => ({ id: deliveryId(alertId, channelId), alertId, episodeId, moment, channelId, state: 'pending', attempts: [], nextAttemptAt: now, createdAt: now }));
  return deliveries.length - (await store.deliveries.insertAll(deliveries.map(toDocument))).size;
}

/** One delivery. */
export async function delivery(store: Store, id: DeliveryId): Promise<Delivery | undefined> {
  const found = await store.deliveries.get(id);
  return found && fromDocument(found);
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
  /** For a failure: when to try again. Without it the delivery has failed for good. */
  readonly retryAt?: Date;
  /** The channel's own name of the message. */
  readonly handle?: string;
  /** Of a digest that was sent: its members that were no longer true. */
  readonly superseded?: readonly DeliveryId[];
}

/**
 * Records the end of an attempt, and with it the state of the delivery. "Sent" always counts; a failure only when the attempt is the
 * newest, so that one that ends late does not undo its successor. False when the delivery or attempt does not exist.
 */
export async function finishAttempt(store: Store, id: DeliveryId, end: AttemptEnd): Promise<boolean> {
  const { no, finishedAt, result, answer, retryAt, handle, superseded } = end;
  const facts = { 'attempts.$.finishedAt': finishedAt, 'attempts.$.result': result, ...(answer === undefined ? {} : { 'attempts.$.answer': answer.slice(0, 500) }) };
  if (result === 'sent') {
    const more = { ...(handle === undefined ? {} : { handle }), ...(superseded ? { superseded: [...superseded] } : {}) };
    return store.deliveries.update({ _id: id, 'attempts.no': no }, { $set: { ...facts, ...more, state: 'sent', sentAt: finishedAt } });
  }
  const next = retryAt === undefined ? { state: 'failed' as const } : { state: 'pending' as const, nextAttemptAt: retryAt };
  const newest = await store.deliveries.update({ _id: id, state: 'sending', attempts: { $size: no }, 'attempts.no': no }, { $set: { ...facts, ...next } });
  return newest || store.deliveries.update({ _id: id, 'attempts.no': no }, { $set: facts });
}

/** Gives a delivery up without an attempt, e.g. because its channel is no longer configured. False when it has come to an end already. */
export async function failDelivery(store: Store, id: DeliveryId, why: string, now: Date): Promise<boolean> {
  const found = await store.deliveries.get(id);
  if (!found || !isOpen(found)) return false;
  const attempt: DeliveryAttempt = { no: found.attempts.length + 1, startedAt: now, finishedAt: now, result: 'permanent_failure', answer: why.slice(0, 500) };
  return store.deliveries.update({ _id: id, state: found.state, attempts: { $size: found.attempts.length } }, { $set: { state: 'failed' }, $push: { attempts: attempt } });
}

/** True while it may still be told. */
function isOpen({ state }: Pick<Delivery, 'state'>): boolean {
  return state === 'pending' || state === 'sending' || state === 'held' || state === 'gathered';
}
