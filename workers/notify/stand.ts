import type { Channel } from '../../config/types.ts';
import { channelState } from '../../storage/channel-states.ts';
import type { ChannelStateDocument } from '../../storage/channel-documents.ts';
import type { Context } from '../context.ts';
import { isOff, pauseOf } from './failure.ts';
import { handOver } from './hand-over.ts';
import { tellOthers } from './notice.ts';

/** Whether a channel may be sent to now; `on` includes one that is switched off and due to be tried. */
export type Stand = { readonly kind: 'on'; readonly state: ChannelStateDocument } | { readonly kind: 'paused'; readonly until: Date } | { readonly kind: 'off' };

/**
 * How a channel stands. One that is switched off: the others are told once; one with other settings than those that failed, or that somebody resumed,
 * is tried at once; one that kept failing is tried once an hour; meanwhile its fallback is told in its stead.
 */
export async function standOf(context: Context, channel: Channel, now: Date): Promise<Stand> {
  const state = await channelState(context.store, channel.id);
  const { off } = state;
  const until = pauseOf(state, now);
  if (!off) return until ? { kind: 'paused', until } : { kind: 'on', state };
  if (!off.told) await tellOthers(context, channel, state, off);
  const known = off.told ? state : { ...state, off: { ...off, told: true as const } };
  if (!isOff(state, channel) || (off.why === 'failing' && !until)) return { kind: 'on', state: known };
  await handOver(context, channel, now);
  return { kind: 'off' };
}
