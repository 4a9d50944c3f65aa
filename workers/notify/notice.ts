import { SELF } from '../../alerts/messages/shared.ts';
import type { Channel } from '../../config/types.ts';
import type { Alert } from '../../model/alert.ts';
import { brand, factId, type ChannelId, type RuleId, type SourceId, type SubjectId, type TargetId } from '../../model/ids.ts';
import type { ChangeDetail } from '../../model/change.ts';
import { insertAlert } from '../../storage/alerts.ts';
import { channelStates, noteOthersTold } from '../../storage/channel-states.ts';
import { deliveryId, insertDeliveries } from '../../storage/deliveries.ts';
import type { ChannelOff, ChannelStateDocument } from '../../storage/channel-documents.ts';
import type { Context } from '../context.ts';
import { isOff } from './failure.ts';

/** Tells the other channels that one is switched off: once, whoever does it how often. */
export async function tellOthers(context: Context, channel: Channel, state: ChannelStateDocument, off: ChannelOff): Promise<void> {
  const { why, answer } = off;
  const fallback = channel.receiver.fallback;
  context.log.error({ channel: channel.id, why, answer }, 'a channel is switched off; see `rivalwatch channels`');
  await tell(context, channel.id, off, 'fired', {
    kind: 'channel_off', channel: channel.id, why, failingSince: state.failingSince ?? off.since, answer, ...(fallback === undefined ? {} : { fallback }),
  });
  await noteOthersTold(context.store, channel.id, off.since);
}

/** Tells those who were told that it was switched off that it works again. */
export async function tellRecovered(context: Context, id: ChannelId, off: ChannelOff): Promise<void> {
  context.log.info({ channel: id }, 'a channel works again');
  await tell(context, id, off, 'recovered', { kind: 'channel_recovered', channel: id });
}

async function tell(context: Context, id: ChannelId, off: ChannelOff, moment: Alert['moment'], detail: ChangeDetail): Promise<void> {
  const { store } = context;
  const now = context.clock();
  const states = new Map((await channelStates(store)).map((one) => [one._id, one]));
  const works = (other: Channel): boolean => {
    const state = states.get(other.id);
    return !state || !isOff(state, other);
  };
  const channels = [...context.config().channels.values()].filter((other) => other.id !== id && works(other)).map((other) => other.id);
  if (channels.length === 0) return;
  const alert = noticeOf({ id, since: off.since, moment, detail, at: now, channels });
  await insertAlert(store, alert, now);
  await insertDeliveries(store, alert, channels, now);
  for (const other of channels) await context.enqueue('notify', deliveryId(alert.id, other), { deliveryId: deliveryId(alert.id, other) });
}

interface Notice {
  readonly id: ChannelId;
  readonly since: Date;
  readonly moment: Alert['moment'];
  readonly detail: ChangeDetail;
  readonly at: Date;
  readonly channels: readonly ChannelId[];
}

/** A record like any other: the ids come from the channel and the time it was switched off, so that the same notice is one. */
function noticeOf({ id, since, moment, detail, at, channels }: Notice): Alert {
  const subjectId: SubjectId = factId('subject', 'channel', id);
  const ruleId = brand<RuleId>(SELF);
  const from = since.getTime();
  return {
    id: factId('alert', 'channel', id, from, moment), episodeId: factId('episode', SELF, subjectId, from), ruleId, severity: moment === 'fired' ? 'critical' : 'info', moment, at, channels,
    reason: { baseline: 'previous' },
    change: {
      id: factId('change', subjectId, from, moment), sourceId: brand<SourceId>(SELF), targetId: brand<TargetId>('channels'), subjectId, crawlId: factId('crawl', SELF, from),
      at, title: id, url: '', detail,
    },
  };
}
