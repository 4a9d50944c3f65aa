import { scryptSync } from 'node:crypto';
import type { SendResult } from '../../alerts/channels/channel.ts';
import { LONGEST_RETRY_AFTER_MS, retryDelay } from '../../alerts/channels/retry.ts';
import type { Channel } from '../../config/types.ts';
import type { Delivery } from '../../model/delivery.ts';
import type { ChannelFailure } from '../../storage/channel-states.ts';
import type { ChannelStateDocument } from '../../storage/channel-documents.ts';

/** A channel that is switched off because it kept failing is tried again after this. */
const PROBE_MS = 3_600_000;
/** Another message may be tried sooner than the one that failed: the fault may be the message's. */
const LONGEST_PAUSE_MS = 600_000;
/** From this attempt on the waits no longer grow. */
const SLOWEST_ATTEMPT = 8;
/** A pause that lies farther ahead was written by a clock that has been set back since. */
const FARTHEST_PAUSE_MS = LONGEST_RETRY_AFTER_MS + PROBE_MS;

/** What a failed attempt means for the delivery and for its channel. */
export interface Consequence {
  /** When the delivery is tried again; without it, it has failed for good. */
  readonly retryAt?: Date;
  /** What is noted of the channel; nothing when the message was to blame. */
  readonly channel?: ChannelFailure;
}

export interface Failed {
  readonly delivery: Delivery;
  readonly result: SendResult;
  readonly state: ChannelStateDocument;
  readonly channel: Channel;
  readonly now: Date;
  /** 0 to 1. */
  readonly random: number;
}

/**
 * Passing: the delivery is tried again at growing distance and given up after the last attempt, if the channel takes others; the channel pauses, and is switched off when it has
 * failed for longer than its receiver allows. Permanent: the channel is switched off and the delivery waits, unless it is known that this
 * message is to blame: the channel says so, or it has refused it before and taken others since.
 */
export function consequenceOf(failed: Failed): Consequence {
  const { delivery, result, now, random } = failed;
  if (result.result === 'permanent_failure') {
    return isToBlame(delivery, result) ? {} : { retryAt: now, channel: refusal(failed, 'permanent', now) };
  }
  const tries = delivery.attempts.length;
  // While the channel takes nothing, no message is given up.
  const delay = retryDelay(failed.state.failures === 0 ? tries : Math.min(tries, SLOWEST_ATTEMPT), random, result.retryAfterMs);
  return { ...(delay === undefined ? {} : { retryAt: new Date(now.getTime() + delay) }), ...(result.concerns === 'message' ? {} : { channel: passing(failed) }) };
}

function isToBlame({ attempts }: Delivery, { concerns }: SendResult): boolean {
  return concerns === 'message' || attempts.slice(0, -1).some((attempt) => attempt.result === 'permanent_failure');
}

function passing(failed: Failed): ChannelFailure {
  const { result, state, channel, now, random } = failed;
  const failures = state.failures + 1;
  const since = failingSince(failed);
  const growing = Math.min(LONGEST_PAUSE_MS, retryDelay(Math.min(failures, SLOWEST_ATTEMPT), random) ?? LONGEST_PAUSE_MS);
  const pausedUntil = new Date(now.getTime() + Math.max(growing, Math.min(result.retryAfterMs ?? 0, LONGEST_RETRY_AFTER_MS)));
  const dead = state.off !== undefined || now.getTime() - since.getTime() >= channel.receiver.switchOffAfter;
  if (!dead) return { failures, failingSince: since, lastAnswer: result.answer, pausedUntil };
  return refusal(failed, 'failing', new Date(Math.max(pausedUntil.getTime(), now.getTime() + PROBE_MS)));
}

function refusal(failed: Failed, why: 'permanent' | 'failing', pausedUntil: Date): ChannelFailure {
  const { result, state, channel, now } = failed;
  const off = { since: state.off?.since ?? now, why, answer: result.answer, fingerprint: fingerprintOf(channel), ...(state.off?.told ? { told: true as const } : {}) };
  return { failures: state.failures + 1, failingSince: failingSince(failed), lastAnswer: result.answer, pausedUntil, off };
}

/** A time that lies ahead was written by a clock that has been set back. */
function failingSince({ state, now }: Failed): Date {
  return state.failingSince && state.failingSince <= now ? state.failingSince : now;
}

/** Until when nothing is sent to the channel; undefined when it may be tried now. `switched off` for good is not asked here. */
export function pauseOf({ pausedUntil }: ChannelStateDocument, now: Date): Date | undefined {
  return pausedUntil && pausedUntil > now && pausedUntil.getTime() - now.getTime() <= FARTHEST_PAUSE_MS ? pausedUntil : undefined;
}

/** True when the channel is switched off as it is configured now: not one that was resumed or has other settings, which is tried with its next message. */
export function isOff({ off }: ChannelStateDocument, channel: Pick<Channel, 'id' | 'settings'>): boolean {
  return off !== undefined && off.fingerprint === fingerprintOf(channel);
}

const fingerprints = new WeakMap<object, string>();

/** Changes with the channel's settings. Slow on purpose, so that the secrets in them cannot be guessed from it; computed once for each configuration. */
export function fingerprintOf({ id, settings }: Pick<Channel, 'id' | 'settings'>): string {
  const known = fingerprints.get(settings);
  if (known !== undefined) return known;
  const made = scryptSync(JSON.stringify(settings), `rivalwatch-channel-${id}`, 16).toString('hex');
  fingerprints.set(settings, made);
  return made;
}
