import type { Config } from '../config/types.ts';
import type { ChannelId } from '../model/ids.ts';
import { channelState } from '../storage/channel-states.ts';
import type { ChannelOff } from '../storage/channel-documents.ts';
import { countInState } from '../storage/outbox.ts';
import type { Store } from '../storage/store.ts';
import { isOff } from '../workers/notify/failure.ts';
import type { Io } from './io.ts';
import { localTime, oneLine, paint, table } from './output.ts';

/** How a channel works at the moment. waiting: it failed, or asked to wait, and is tried again by itself. to be tried: somebody resumed it, or gave it other settings. */
export interface ChannelStand {
  readonly channel: ChannelId;
  readonly type: string;
  readonly state: 'fine' | 'waiting' | 'switched off' | 'to be tried';
  /** Since when it takes nothing. */
  readonly since?: Date;
  /** When it is tried again by itself; absent when it is not, or when nothing is wrong. */
  readonly again?: Date;
  /** What it answered to the newest failure. */
  readonly answer?: string;
  readonly why?: ChannelOff['why'];
  readonly lastSentAt?: Date;
  /** Messages that are to be sent; that wait for a digest or for the end of quiet hours; that were given up. */
  readonly waiting: number;
  readonly held: number;
  readonly failed: number;
  readonly fallback?: ChannelId;
}

/** How every configured channel stands. */
export async function channelStands(store: Store, { channels }: Pick<Config, 'channels'>): Promise<readonly ChannelStand[]> {
  return Promise.all([...channels.values()].map(async ({ id, settings, receiver }): Promise<ChannelStand> => {
    const stored = await channelState(store, id);
    const { off, failingSince, pausedUntil, lastAnswer, lastSentAt } = stored;
    const [pending, sending, held, gathered, failed] = await Promise.all((['pending', 'sending', 'held', 'gathered', 'failed'] as const).map((state) => countInState(store, id, state)));
    const since = off?.since ?? failingSince;
    const again = off?.why === 'permanent' ? undefined : pausedUntil;
    return {
      channel: id, type: settings.type, state: isOff(stored, { id, settings }) ? 'switched off' : off ? 'to be tried' : failingSince ? 'waiting' : 'fine',
      waiting: (pending ?? 0) + (sending ?? 0), held: (held ?? 0) + (gathered ?? 0), failed: failed ?? 0,
      ...(since ? { since } : {}), ...(again ? { again } : {}), ...(since && lastAnswer !== undefined ? { answer: lastAnswer } : {}), ...(off ? { why: off.why } : {}),
      ...(lastSentAt ? { lastSentAt } : {}), ...(receiver.fallback === undefined ? {} : { fallback: receiver.fallback }),
    };
  }));
}

/** The channels as a table, with what to do when one is switched off. */
export function channelLines(io: Io, stands: readonly ChannelStand[], { timezone }: Pick<Config, 'timezone'>): readonly string[] {
  if (stands.length === 0) return [];
  const time = (at: Date | undefined): string => (at ? localTime(at, timezone).slice(0, 16) : '–');
  const rows = stands.map((one) => [one.channel, one.type, stateText(io, one, time), String(one.waiting), String(one.held), time(one.lastSentAt), oneLine(one.answer ?? '', 70)]);
  const off = stands.filter((one) => one.state === 'switched off');
  return [
    table(io, ['channel', 'type', 'state', 'to send', 'for a digest', 'last sent', 'answer'], rows),
    ...off.map((one) => `${one.channel} ${one.fallback === undefined ? 'has no fallback: its alerts wait' : `is stood in for by ${one.fallback}`}. Mend its settings, or run "rivalwatch channels resume ${one.channel}".`),
  ];
}

function stateText(io: Io, { state, since, again }: ChannelStand, time: (at: Date | undefined) => string): string {
  const tried = again ? `, tried again ${time(again)}` : '';
  switch (state) {
    case 'fine': return paint(io, 'green', 'fine');
    case 'waiting': return paint(io, 'yellow', `failing since ${time(since)}${tried}`);
    case 'to be tried': return paint(io, 'yellow', `to be tried with the next message, off since ${time(since)}`);
    case 'switched off': return paint(io, 'red', `switched off since ${time(since)}${tried}`);
    default: return state satisfies never;
  }
}
