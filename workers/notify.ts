import { randomUUID } from 'node:crypto';
import type { Delivery } from '../model/delivery.ts';
import type { ChannelId, DeliveryId } from '../model/ids.ts';
import { alert as getAlert } from '../storage/alerts.ts';
import { delivery as getDelivery, failDelivery } from '../storage/deliveries.ts';
import { withLease } from '../storage/leases.ts';
import { firstDue } from '../storage/outbox.ts';
import type { Context, JobHandle, Processor } from './context.ts';
import { give } from './notify/hand-over.ts';
import { drain, type Drained } from './notify/outbox.ts';
import { waitForItsChannel } from './unconfigured.ts';

/** Renewed while a channel is worked off; after a crash another process goes on so much later. */
const LEASE_MS = 15_000;

/** A job that came a moment too early could not put itself back under the same name. */
const LATE_MS = 20;

/*
 * Tells what is due on the channel of a delivery. One process at a time works off a channel, so that messages keep their order and the channel's pace.
 *   notify/outbox.ts    what is next, and whether now is the time
 *   notify/attempt.ts   one attempt: claim, send, record
 *   notify/gather.ts    what waited becomes a digest
 *   notify/failure.ts   what a failed attempt means for the delivery and the channel
 *   notify/stand.ts     channels that are switched off: who is told, who stands in (hand-over.ts), when they are tried
 */
export const notify: Processor<'notify'> = async (context, { deliveryId }, job) => {
  const waiting = await getDelivery(context.store, deliveryId);
  if (!waiting) return;
  const { channelId } = waiting;
  if (!context.config().channels.has(channelId)) {
    waitForItsChannel(context, channelId, waiting.createdAt);
    await giveUp(context, channelId, waiting);
    return;
  }
  // Somebody who came in vain while the lease was held is served by looking again after it was given back.
  for (let found: Drained | undefined; found?.kind !== 'later' && found?.kind !== 'off';) {
    found = await alone(context, channelId, job);
    if (!found || (found.kind === 'empty' && !await firstDue(context.store, channelId, context.clock()))) return;
    if (found.kind === 'later') await comeBack(context, channelId, deliveryId, found.until);
  }
};

/** Nobody can tell it there any more, nor what else waits there: the channels that its rule names now do, where they were not told. */
async function giveUp(context: Context, channelId: ChannelId, waiting: Delivery): Promise<void> {
  const { store, clock, log } = context;
  for (let next: Delivery | undefined = waiting; next; next = await firstDue(store, channelId, clock())) {
    const given = await failDelivery(store, next.id, `the channel ${channelId} is no longer configured`, clock());
    if (!given) return;
    const instead = await namedSince(context, next);
    for (const other of instead) await give(context, { ...next, state: 'failed' }, other, clock());
    log.warn({ channel: channelId, deliveryId: next.id, instead }, 'a delivery is given up: its channel is no longer configured');
  }
}

/** Channels that its rule names now and did not when the alert was decided: one that was renamed, as a rule. */
async function namedSince({ store, config }: Context, { alertId }: Delivery): Promise<readonly ChannelId[]> {
  const alert = alertId && await getAlert(store, alertId);
  const rule = alert && config().rules.find(({ id }) => id === alert.ruleId);
  const named = (alert && alert.reason.again === 'unacknowledged' ? rule?.escalate?.to : rule?.channels) ?? [];
  return alert ? named.filter((channel) => !alert.channels.includes(channel)) : [];
}

/** Works off the channel; undefined when somebody else is at it. */
async function alone(context: Context, channelId: ChannelId, { signal, ending }: Pick<JobHandle, 'signal' | 'ending'>): Promise<Drained | undefined> {
  const lease = { name: `channel-${channelId}`, holder: randomUUID(), ms: LEASE_MS, clock: context.clock };
  return await withLease(context.store, lease, async (lost) => {
    const channel = context.config().channels.get(channelId);
    return channel ? await drain(context, channel, { signal: AbortSignal.any([signal, lost]), ending }) : { kind: 'off' };
  });
}

/** Any job of the channel serves: it takes up what is due then. */
async function comeBack({ store, clock, enqueue }: Context, channelId: ChannelId, deliveryId: DeliveryId, until: Date): Promise<void> {
  const now = clock();
  const next = await firstDue(store, channelId, now);
  await enqueue('notify', `again-${channelId}-${until.getTime()}`, { deliveryId: next?.id ?? deliveryId }, until.getTime() - now.getTime() + LATE_MS);
}
