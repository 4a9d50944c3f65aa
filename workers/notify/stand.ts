import type { Channel } from '../../config/types.ts';
import { channelState, resumeChannel } from '../../storage/channel-states.ts';
import type { ChannelStateDocument } from '../../storage/channel-documents.ts';
import { wakeDeliveries } from '../../storage/outbox.ts';
import type { Context } from '../context.ts';
import { fingerprintOf, pauseOf } from './failure.ts';
import { handOver } from './hand-over.ts';
import { tellOthers } from './notice.ts';

/** Whether a channel may be sent to; `on` includes one that is switched off and due to be tried. */
export type Stand = { readonly kind: 'on'; readonly state: ChannelStateDocument } | { readonly kind: 'off' };

/**
 * How a channel stands. One that is switched off: the others are told once; changed settings switch it on; one that kept failing is tried once an
 * hour; meanwhile its fallback is told in its stead.
 */
export async function standOf(context: Context, channel: Channel, now: Date): Promise<Stand> {
  const state = await channelState(context.store, channel.id);
  const { off } = state;
  if (!off) return { kind: 'on', state };
  if (!off.told) await tellOthers(context, channel, state, off);
  if (off.fingerprint !== fingerprintOf(channel)) {
    context.log.info({ channel: channel.id }, 'a channel is tried again: its settings were changed');
    await resumeChannel(context.store, channel.id);
    await wakeDeliveries(context.store, channel.id, now);
    return { kind: 'on', state: await channelState(context.store, channel.id) };
  }
  if (off.why === 'failing' && !pauseOf(state, now)) return { kind: 'on', state };
  await handOver(context, channel, now);
  return { kind: 'off' };
}
