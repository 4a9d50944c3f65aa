import type { ChannelSettings } from '../../config/schema.ts';
import type { DeliveryId } from '../../model/ids.ts';
import type { Digest } from '../messages/digest.ts';
import type { Message } from '../messages/message.ts';

export type ChannelType = ChannelSettings['type'];

/** Settings of one type of channel. */
export type SettingsOf<T extends ChannelType> = Extract<ChannelSettings, { type: T }>;

export interface SendContext {
  /** The same for every attempt: the key by which a receiver can tell a repetition (Message-ID, webhook-id). */
  readonly deliveryId: DeliveryId;
  /** Aborted when the worker stops; the attempt then counts as a passing failure. */
  readonly signal: AbortSignal;
  readonly now: Date;
  /** What the channel called its first message of the same episode ({@link SendResult.handle}): later ones belong below it. */
  readonly thread?: string;
  /** Only these recipients, where the channel has several. */
  readonly to?: readonly string[];
}

/**
 * What became of one attempt. passing: trying again may help. permanent: it will not, until an operator changes something.
 * `answer` is what the channel said, at most 500 characters, without secrets.
 */
export interface SendResult {
  readonly result: 'sent' | 'passing_failure' | 'permanent_failure';
  readonly answer: string;
  /** How long the receiver asked to wait. */
  readonly retryAfterMs?: number;
  /** With `sent`: the channel's own name of the message, by which a later one can refer to it or change it. */
  readonly handle?: string;
  /** With `sent`: recipients for whom it was refused in passing, where others got it. */
  readonly left?: readonly string[];
  /** The channel is fine, it is this message (for these recipients) that it does not take; with `permanent_failure`, never will. */
  readonly concerns?: 'message';
}

/** How often a channel takes a message before it refuses some. Whoever sends keeps to both. */
export interface Pace {
  /** Least time between two messages. */
  readonly minIntervalMs: number;
  /** Most messages in any 60 seconds. */
  readonly perMinute: number;
  /** So many may follow each other at once after a pause. 1 when left out. */
  readonly burst?: number;
}

/**
 * What every channel folder exports from its index.ts: `render` and `digest` make a body (pure), `send` posts it. `send` never
 * rejects: a failure is a result.
 */
export interface ChannelKind<T extends ChannelType, Rendered> {
  readonly type: T;
  readonly render: (message: Message) => Rendered;
  readonly digest: (digest: Digest) => Rendered;
  readonly send: (settings: SettingsOf<T>, rendered: Rendered, context: SendContext) => Promise<SendResult>;
  readonly pace: Pace;
  /** Whether the pictures of a message are shown; none are drawn for others. Never when left out. */
  readonly pictures?: (settings: SettingsOf<T>) => boolean;
}

/** Longest wait for a connection, an answer, the whole of a request, and an attempt, which may take several: below the lease of a delivery. */
export const TIMEOUTS = { connectMs: 10_000, answerMs: 20_000, wholeMs: 45_000, attemptMs: 90_000 } as const;
