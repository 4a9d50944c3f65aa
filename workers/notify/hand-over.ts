import type { Channel } from '../../config/types.ts';
import type { Delivery } from '../../model/delivery.ts';
import type { AlertId, ChannelId } from '../../model/ids.ts';
import { alert as getAlert } from '../../storage/alerts.ts';
import { channelState } from '../../storage/channel-states.ts';
import { delivery as getDelivery, deliveryId, insertDeliveries } from '../../storage/deliveries.ts';
import { closeDelivery, deliveriesByIds, dueInState } from '../../storage/outbox.ts';
import type { Context } from '../context.ts';
import { isOff } from './failure.ts';

const PART = 100;
/** From these a delivery comes to an end that tells it, or it has. */
const TELLS: ReadonlySet<Delivery['state']> = new Set(['pending', 'sending', 'sent', 'held', 'gathered', 'superseded']);

/** Gives what is due on a channel that is switched off to its fallback, if that works. What cannot be given waits. */
export async function handOver(context: Context, channel: Channel, now: Date): Promise<void> {
  const { fallback } = channel.receiver;
  const standIn = fallback === undefined ? undefined : context.config().channels.get(fallback);
  if (!standIn || fallback === undefined || isOff(await channelState(context.store, fallback), standIn)) return;
  for (const state of ['pending', 'sending', 'held'] as const) {
    for (;;) {
      const due = await dueInState(context.store, channel.id, state, now, PART);
      let given = 0;
      for (const delivery of due) if (await give(context, delivery, fallback, now)) given += 1;
      if (given === 0 || due.length < PART) break;
    }
  }
}

/** Gives one delivery, of a digest all its members, to the other channel. False when that one has given it away or up itself: then it waits. */
export async function give(context: Context, delivery: Delivery, to: ChannelId, now: Date): Promise<boolean> {
  if (delivery.alertId !== undefined) return await giveAlert(context, delivery, delivery.alertId, to, now);
  const members = await deliveriesByIds(context.store, delivery.members ?? []);
  let all = true;
  for (const member of members) {
    // The others were told what only some recipients have not got: that stays told, and the other channel tells it beside.
    const { alertId, state } = member;
    if (delivery.to ? state === 'superseded' : member.digestId !== delivery.id || state !== 'gathered') continue;
    const given = alertId !== undefined && (delivery.to ? await tellThere(context, alertId, to, now) : await giveAlert(context, member, alertId, to, now));
    if (!given) all = false;
  }
  return all && await closeDelivery(context.store, delivery, { state: 'handed_over', handedTo: to });
}

/** Closed once the other channel has it: a crash in between repeats it, and writing it twice is writing it once. */
async function giveAlert(context: Context, delivery: Delivery, alertId: AlertId, to: ChannelId, now: Date): Promise<boolean> {
  return await tellThere(context, alertId, to, now) && await closeDelivery(context.store, delivery, { state: 'handed_over', handedTo: to });
}

/** Puts the alert in the outbox of the other channel, where it is not there already. False when that one has given it away or up. */
async function tellThere({ store, enqueue }: Context, alertId: AlertId, to: ChannelId, now: Date): Promise<boolean> {
  const alert = await getAlert(store, alertId);
  if (!alert) return false;
  await insertDeliveries(store, alert, [to], now);
  const id = deliveryId(alertId, to);
  const there = await getDelivery(store, id);
  if (!there || !TELLS.has(there.state)) return false;
  if (there.state === 'pending') await enqueue('notify', id, { deliveryId: id });
  return true;
}
