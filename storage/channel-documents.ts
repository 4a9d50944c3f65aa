import type { ChannelId } from '../model/ids.ts';

/** Collection `channelStates`: how a channel works, since it is used. What it is stands in the configuration. */
export interface ChannelStateDocument {
  readonly _id: ChannelId;
  /** Failures in a row, of whatever message. */
  readonly failures: number;
  /** Since when nothing was taken; unset after a success. */
  readonly failingSince?: Date;
  /** Nothing is sent before: it asked to wait, or it failed. */
  readonly pausedUntil?: Date;
  readonly lastSentAt?: Date;
  /** What it answered to the newest failure. */
  readonly lastAnswer?: string;
  /** When the newest messages were sent, by the machine's clock: for its pace. */
  readonly paced: readonly Date[];
  /** Switched off. permanent: until its settings change or somebody resumes it. failing: it is tried once an hour. */
  readonly off?: ChannelOff;
}

export interface ChannelOff {
  readonly since: Date;
  readonly why: 'permanent' | 'failing';
  readonly answer: string;
  /** Which settings it was used with, so that changed ones are tried; empty when it is to be tried with the same. */
  readonly fingerprint: string;
  /** The other channels were told. */
  readonly told?: true;
}
