import type { ChannelId } from '../model/ids.ts';
import type { ChannelOff, ChannelStateDocument } from './channel-documents.ts';
import type { Store } from './store.ts';

/** How a channel that was never used stands. */
function fresh(id: ChannelId): ChannelStateDocument {
  return { _id: id, failures: 0, paced: [] };
}

/** How a channel stands. */
export async function channelState(store: Store, id: ChannelId): Promise<ChannelStateDocument> {
  return await store.channelStates.get(id) ?? fresh(id);
}

/** How every channel stands that was ever used, also those that are no longer configured. */
export async function channelStates(store: Store): Promise<ChannelStateDocument[]> {
  return store.channelStates.find({});
}

/** Notes that a message goes out now, before it does. `paced`: the machine's times of the newest ones, this one included. */
export async function notePaced(store: Store, id: ChannelId, paced: readonly Date[]): Promise<void> {
  if (await store.channelStates.update({ _id: id }, { $set: { paced: [...paced] } })) return;
  await store.channelStates.insert({ ...fresh(id), paced: [...paced] });
}

/** The channel took a message: whatever was wrong with it is over. */
export async function noteTaken(store: Store, id: ChannelId, now: Date): Promise<void> {
  await store.channelStates.update({ _id: id }, { $set: { failures: 0, lastSentAt: now }, $unset: { failingSince: true, pausedUntil: true, off: true } });
}

export interface ChannelFailure {
  /** Failures in a row, this one included. */
  readonly failures: number;
  readonly failingSince: Date;
  readonly lastAnswer: string;
  /** Nothing is sent before. */
  readonly pausedUntil: Date;
  /** Set when it is thereby switched off, or stays so. */
  readonly off?: ChannelOff;
}

/** The channel did not take a message, and the message was not to blame. */
export async function noteRefused(store: Store, id: ChannelId, failure: ChannelFailure): Promise<void> {
  await store.channelStates.update({ _id: id }, { $set: failure });
}

/** The other channels were told that this one is switched off. */
export async function noteOthersTold(store: Store, id: ChannelId, since: Date): Promise<void> {
  await store.channelStates.update({ _id: id, 'off.since': since }, { $set: { 'off.told': true } });
}

/** A channel that is switched off is tried again at once: it is on as soon as it takes a message. False when it is on. */
export async function resumeChannel(store: Store, id: ChannelId): Promise<boolean> {
  return store.channelStates.update({ _id: id, off: { $exists: true } }, { $set: { failures: 0, 'off.fingerprint': '' }, $unset: { failingSince: true, pausedUntil: true } });
}
