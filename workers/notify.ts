import { deliver } from '../alerts/channels/index.ts';
import { retryDelay } from '../alerts/channels/retry.ts';
import { messageOf } from '../alerts/messages/message.ts';
import type { ChannelId, DeliveryId } from '../model/ids.ts';
import { alert as getAlert } from '../storage/alerts.ts';
import { claimDelivery, delivery as getDelivery, failDelivery, finishAttempt } from '../storage/deliveries.ts';
import type { Context, Processor } from './context.ts';

/** An attempt whose worker died is taken again after this time. */
const LEASE_MS = 120_000;

/** Sends one delivery: claims it, puts the recorded alert into words, hands it to the channel, records what the channel answered. */
export const notify: Processor<'notify'> = async (context, { deliveryId }, job) => {
  const { store, clock } = context;
  const waiting = await getDelivery(store, deliveryId);
  const alert = waiting && await getAlert(store, waiting.alertId);
  if (!waiting || !alert) return;
  const config = context.config();
  const channel = config.channels.get(waiting.channelId);
  if (!channel) {
    await failDelivery(store, deliveryId, `the channel ${waiting.channelId} is no longer configured`, clock());
    context.log.warn({ channel: waiting.channelId, deliveryId }, 'a delivery is given up: its channel is no longer configured');
    return;
  }
  const claimed = await claimDelivery(store, deliveryId, clock(), LEASE_MS);
  if (!claimed) return;
  const no = claimed.attempts.length;
  const message = messageOf(alert, { language: channel.language, timezone: config.timezone });
  const result = await deliver(channel.settings, message, { deliveryId, signal: job.signal, now: clock() });
  const delay = result.result === 'passing_failure' ? retryDelay(no, Math.random(), result.retryAfterMs) : undefined;
  const now = clock();
  await finishAttempt(store, deliveryId, {
    no, finishedAt: now, result: result.result, answer: result.answer, ...(delay === undefined ? {} : { retryAt: new Date(now.getTime() + delay) }),
  });
  context.metrics.delivery(channel.id, result.result);
  if (result.result !== 'sent') await after(context, { deliveryId, channel: channel.id, answer: result.answer }, delay);
};

interface Refused {
  readonly deliveryId: DeliveryId;
  readonly channel: ChannelId;
  readonly answer: string;
}

async function after({ enqueue, log }: Context, { deliveryId, channel, answer }: Refused, delay: number | undefined): Promise<void> {
  if (delay === undefined) {
    log.error({ channel, answer, deliveryId }, 'a delivery has failed for good; see `rivalwatch status`');
    return;
  }
  log.warn({ channel, answer, againInSeconds: Math.round(delay / 1_000), deliveryId }, 'a delivery failed and is tried again');
  await enqueue('notify', `${deliveryId}-${Date.now()}`, { deliveryId }, delay);
}
