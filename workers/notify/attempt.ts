import { deliver, deliverDigest } from '../../alerts/channels/index.ts';
import type { SendContext, SendResult } from '../../alerts/channels/channel.ts';
import { composeDigest } from '../../alerts/messages/compose.ts';
import { messageOf, type Reader } from '../../alerts/messages/message.ts';
import { retryDelay } from '../../alerts/channels/retry.ts';
import type { Channel } from '../../config/types.ts';
import type { Alert } from '../../model/alert.ts';
import type { Delivery } from '../../model/delivery.ts';
import { factId, type DeliveryId } from '../../model/ids.ts';
import { noteRefused, noteTaken } from '../../storage/channel-states.ts';
import { claimDelivery, finishAttempt, type AttemptEnd } from '../../storage/deliveries.ts';
import type { ChannelStateDocument } from '../../storage/channel-documents.ts';
import { closeDelivery, insertDelivery, noteHandle, settleMembers, wakeDeliveries } from '../../storage/outbox.ts';
import type { Context } from '../context.ts';
import { consequenceOf } from './failure.ts';
import { contentOf, divide } from './gather.ts';
import { give } from './hand-over.ts';
import { tellRecovered } from './notice.ts';
import { chartOf, chartsOf } from './picture.ts';
import { threadOf } from './thread.ts';

/** An attempt whose worker died is taken again after this time. */
const LEASE_MS = 120_000;
/** After so many failures in a row what waits is told as soon as the channel takes a message. */
const OUTAGE = 3;

/** What is told: a delivery with its alert and the others of its episode, or a digest alone. */
export interface Told {
  readonly delivery: Delivery;
  readonly alert?: Alert;
  readonly ofEpisode?: readonly Delivery[];
}

export interface Attempt {
  readonly channel: Channel;
  readonly state: ChannelStateDocument;
  readonly told: Told;
  readonly signal: AbortSignal;
}

/** Sends a message once what it says is clear. */
type Send = (context: SendContext) => Promise<SendResult>;

interface Ready {
  readonly send: Send;
  readonly thread?: string;
  /** Of a digest: its members that are no longer true. */
  readonly superseded?: readonly DeliveryId[];
  /** Of a digest that tells one alert as itself: the member it belongs to. */
  readonly single?: DeliveryId;
}

/** One attempt: makes the words, claims the delivery, sends it, records what the channel answered and what that means. */
export async function attempt(context: Context, { channel, state, told, signal }: Attempt): Promise<void> {
  const { store, clock } = context;
  const ready = await readyOf(context, channel, told);
  if (!ready) return;
  const delivery = await claimDelivery(store, told.delivery.id, clock(), LEASE_MS);
  if (!delivery) return;
  const no = delivery.attempts.length;
  const result = await ready.send({ deliveryId: delivery.id, signal, now: clock(), ...(ready.thread === undefined ? {} : { thread: ready.thread }), ...(delivery.to ? { to: delivery.to } : {}) });
  const now = clock();
  context.metrics.delivery(channel.id, result.result);
  const end = { no, finishedAt: now, result: result.result, answer: result.answer };
  if (result.result === 'sent') {
    if (result.left) await tryAgainFor(context, delivery, result.left, now);
    if (ready.single !== undefined && result.handle !== undefined) await noteHandle(store, ready.single, result.handle);
    await taken(context, { channel, state, delivery, end: { ...end, ...(result.handle === undefined ? {} : { handle: result.handle }), ...(ready.superseded ? { superseded: ready.superseded } : {}) } });
  } else if (signal.aborted) await finishAttempt(store, delivery.id, { ...end, result: 'passing_failure', retryAt: now });
  else await refused(context, { channel, state, delivery, end, result });
}

async function readyOf(context: Context, channel: Channel, { delivery, alert, ofEpisode = [] }: Told): Promise<Ready | undefined> {
  const reader: Reader = { language: channel.language, timezone: channel.receiver.timezone, links: context.config().links };
  if (alert) {
    const thread = threadOf(delivery, ofEpisode);
    return { send: await sendAlert(context, channel, alert, reader), ...(thread === undefined ? {} : { thread }) };
  }
  const { members, tells, superseded } = await contentOf(context, delivery, context.clock());
  if (members.length === 0) return void await closeDelivery(context.store, delivery, { state: 'superseded' });
  const gone = new Set(superseded.map((one) => one.id));
  const left = members.filter(({ alertId }) => alertId !== undefined && gone.has(alertId)).map((member) => member.id);
  const [only] = tells;
  if (only && tells.length === 1 && superseded.length === 0) {
    const single = members.find(({ alertId }) => alertId === only.id)?.id;
    return { send: await sendAlert(context, channel, only, reader), superseded: left, ...(single === undefined || delivery.to ? {} : { single }) };
  }
  const since = new Date(Math.min(...[...tells, ...superseded].map((one) => one.at.getTime())));
  const digest = composeDigest({ tells, superseded, since, reader, charts: await chartsOf(context, channel, tells, reader) });
  return { send: (sending) => deliverDigest(channel.settings, digest, sending), superseded: left };
}

async function sendAlert(context: Context, channel: Channel, alert: Alert, reader: Reader): Promise<Send> {
  const chart = await chartOf(context, channel, alert, reader);
  const message = { ...messageOf(alert, reader), ...(chart ? { chart } : {}) };
  return (sending) => deliver(channel.settings, message, sending);
}

interface Ended {
  readonly channel: Channel;
  readonly state: ChannelStateDocument;
  readonly delivery: Delivery;
  readonly end: AttemptEnd;
}

async function taken(context: Context, { channel, state, delivery, end }: Ended): Promise<void> {
  const { store } = context;
  await finishAttempt(store, delivery.id, end);
  if (delivery.members) await settleMembers(store, { ...delivery, ...(end.superseded ? { superseded: end.superseded } : {}) }, 'sent');
  await noteTaken(store, channel.id, end.finishedAt);
  if (state.failures >= OUTAGE || state.off) await wakeDeliveries(store, channel.id, end.finishedAt);
  if (state.off?.told) await tellRecovered(context, channel.id, state.off);
}

/**
 * Those who were refused in passing get it later, by a delivery of its own, made before the end of the attempt is recorded. It waits for no other of its episode, and
 * none for it.
 */
async function tryAgainFor({ store, log }: Context, { id, alertId, members, channelId, to }: Delivery, left: readonly string[], now: Date): Promise<void> {
  log.warn({ channel: channelId, deliveryId: id, recipients: left.length }, 'a mail was refused for some of its recipients; they are tried again alone');
  const nextAttemptAt = new Date(now.getTime() + (retryDelay(1, Math.random()) ?? 0));
  await insertDelivery(store, {
    id: factId('delivery', id, 'left', ...(to ?? []), ...left), channelId, state: 'pending', attempts: [], nextAttemptAt, createdAt: now, to: left,
    ...(alertId === undefined ? {} : { alertId }), ...(members ? { members } : {}),
  });
}

async function refused(context: Context, { channel, state, delivery, end, result }: Ended & { readonly result: SendResult }): Promise<void> {
  const { store, log } = context;
  const { retryAt, channel: failure } = consequenceOf({ delivery, result, state, channel, now: end.finishedAt, random: Math.random() });
  const about = { channel: channel.id, answer: result.answer, deliveryId: delivery.id };
  const divided = !retryAt && await divide(context, delivery, end.finishedAt);
  await finishAttempt(store, delivery.id, { ...end, ...(retryAt ? { retryAt } : {}) });
  if (failure) await noteRefused(store, channel.id, failure);
  if (retryAt) return log.warn({ ...about, againAt: retryAt }, 'a delivery failed and is tried again');
  if (divided) return log.warn(about, 'a digest is refused for good: it is told in two halves');
  log.error(about, 'a delivery has failed for good; see `rivalwatch status`');
  if (channel.receiver.fallback !== undefined) await give(context, { ...delivery, state: 'failed' }, channel.receiver.fallback, end.finishedAt);
  if (delivery.members) await settleMembers(store, delivery, 'failed');
  return undefined;
}
