import { setTimeout as pause } from 'node:timers/promises';
import { paceOf } from '../../alerts/channels/index.ts';
import { isOpen, nextOpen } from '../../alerts/receivers/open.ts';
import { isUrgent, whenToTell, type When } from '../../alerts/receivers/when.ts';
import type { Channel } from '../../config/types.ts';
import type { Alert } from '../../model/alert.ts';
import type { Delivery } from '../../model/delivery.ts';
import { alert as getAlert } from '../../storage/alerts.ts';
import { channelState, notePaced } from '../../storage/channel-states.ts';
import { failDelivery } from '../../storage/deliveries.ts';
import type { ChannelStateDocument } from '../../storage/channel-documents.ts';
import { countDue, deliveriesOfEpisode, firstDue, putOffDelivery, toldSince } from '../../storage/outbox.ts';
import type { Context, JobHandle } from '../context.ts';
import { attempt, type Told } from './attempt.ts';
import { gather, repairMember } from './gather.ts';
import { togetherWithAlike } from './many-alike.ts';
import { nextSlot, withSlot } from './pace.ts';
import { standOf } from './stand.ts';
import { predecessorOf } from './thread.ts';

/** A job works for so long at most; another one goes on. Machine time. */
const LONGEST_WORK_MS = 60_000;
/** Waits for the channel's pace up to this are waited for here, longer ones by the queue. */
const SHORT_WAIT_MS = 3_000;
const HOUR_MS = 3_600_000;

/** Nothing is due any more; the channel is switched off; or nothing can be done before a time. */
export type Drained = { readonly kind: 'empty' } | { readonly kind: 'off' } | { readonly kind: 'later'; readonly until: Date };

const EMPTY: Drained = { kind: 'empty' };

/**
 * Works off what is due on one channel, one message after the other, oldest first. Only for whoever holds the channel's lease: that keeps the order
 * within an episode and the channel's pace, whatever crashes. A process that shuts down ends the message on its way and begins no other: one cut short would come twice.
 */
export async function drain(context: Context, channel: Channel, { signal, ending }: Pick<JobHandle, 'signal' | 'ending'>): Promise<Drained> {
  const begun = Date.now();
  while (!ending.aborted && Date.now() - begun < LONGEST_WORK_MS) {
    signal.throwIfAborted();
    const now = context.clock();
    const stand = await standOf(context, channel, now);
    if (stand.kind === 'off') return { kind: 'off' };
    if (stand.kind === 'paused') return { kind: 'later', until: stand.until };
    const next = await firstDue(context.store, channel.id, now);
    if (!next) return EMPTY;
    const later = await step(context, { channel, state: stand.state, signal }, next);
    if (later) return later;
  }
  return { kind: 'later', until: context.clock() };
}

interface Work {
  readonly channel: Channel;
  readonly state: ChannelStateDocument;
  readonly signal: AbortSignal;
}

/** One delivery, one step on. Returns when nothing more can be done now. */
async function step(context: Context, work: Work, next: Delivery): Promise<Drained | undefined> {
  const now = context.clock();
  switch (next.state) {
    case 'gathered': return await repairMember(context, next, now);
    case 'held': return await gather(context, work.channel, now);
    default: return next.members ? await sendDigest(context, work, next, now) : await sendAlert(context, work, next, now);
  }
}

async function sendDigest(context: Context, work: Work, digest: Delivery, now: Date): Promise<Drained | undefined> {
  // Quiet hours may have begun since it was due; what is urgent was never gathered.
  if (!isOpen(now, work.channel.receiver)) return void await putOffDelivery(context.store, digest, nextOpen(now, work.channel.receiver));
  return await send(context, work, { delivery: digest });
}

async function sendAlert(context: Context, work: Work, delivery: Delivery, now: Date): Promise<Drained | undefined> {
  const { store } = context;
  const alert = delivery.alertId && await getAlert(store, delivery.alertId);
  if (!alert) return void await failDelivery(store, delivery.id, 'its alert is not in the database', now);
  const ofEpisode = await deliveriesOfEpisode(store, alert.episodeId, work.channel.id);
  const before = predecessorOf(delivery, ofEpisode);
  if (before && before.nextAttemptAt <= now) return await sendAlert(context, work, before, now);
  if (before) return void await putOffDelivery(store, delivery, new Date(before.nextAttemptAt.getTime() + 1));
  // The others have it: it is not put together with what they have not, and waits for nothing but the receiver's hours.
  if (delivery.to && !isUrgent(alert.severity, work.channel.receiver) && !isOpen(now, work.channel.receiver)) return void await putOffDelivery(store, delivery, nextOpen(now, work.channel.receiver));
  if (delivery.to) return await send(context, work, { delivery, alert, ofEpisode });
  const when = await whenOf(context, work.channel, alert, now);
  if (when.kind === 'together') return void await putOffDelivery(store, delivery, when.at, when.heldFor);
  return await send(context, work, { delivery, alert, ofEpisode });
}

/** As the receiver wants it; together with many that tell the same; and together at once when more have piled up than the limit lets through. */
async function whenOf(context: Context, channel: Channel, alert: Alert, now: Date): Promise<When> {
  const when = await whenByItself(context, channel, alert, now);
  const alike = when.kind === 'now' ? await togetherWithAlike(context, channel, alert, now) : undefined;
  return alike ? { kind: 'together', at: alike, heldFor: 'alike' } : when;
}

async function whenByItself({ store }: Context, { id, receiver }: Channel, alert: Alert, now: Date): Promise<When> {
  const { limit } = receiver;
  const told = limit === undefined ? [] : (await toldSince(store, id, new Date(now.getTime() - HOUR_MS), limit)).filter((time) => time <= now);
  const when = whenToTell(alert, receiver, now, told);
  if (when.kind === 'together' || limit === undefined || isUrgent(alert.severity, receiver)) return when;
  const room = limit - told.length;
  const due = await countDue(store, id, 'pending', now, room + 1) + await countDue(store, id, 'held', now, room + 1);
  return due > room ? { kind: 'together', at: now, heldFor: 'limit' } : when;
}

/** Keeps to the channel's pace, then sends. */
async function send(context: Context, { channel, state, signal }: Work, told: Told): Promise<Drained | undefined> {
  const pace = paceOf(channel.settings.type);
  const { paced } = await channelState(context.store, channel.id);
  const slot = nextSlot(paced, pace, new Date());
  const wait = slot.getTime() - Date.now();
  if (wait > SHORT_WAIT_MS) return { kind: 'later', until: new Date(context.clock().getTime() + wait) };
  if (wait > 0) await pause(wait, undefined, { signal });
  await notePaced(context.store, channel.id, withSlot(paced, pace, new Date()));
  await attempt(context, { channel, state, told, signal });
  return undefined;
}
