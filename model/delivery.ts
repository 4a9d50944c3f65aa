import type { Alert } from './alert.ts';
import type { AlertId, ChannelId, DeliveryId, EpisodeId } from './ids.ts';

/**
 * pending: to be sent at its time. sending: somebody is at it. sent. held: told together with others at its time. gathered: part of a digest. superseded: no
 * longer true when its digest was made, which says so. handed_over: its channel is switched off, another one tells it. failed: given up.
 */
export const DELIVERY_STATES = ['pending', 'sending', 'sent', 'held', 'gathered', 'superseded', 'handed_over', 'failed'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/**
 * One message on one channel: an alert, or a digest of alerts. `attempts` are recorded before sending, so that a crash in between is seen.
 */
export interface Delivery {
  readonly id: DeliveryId;
  readonly channelId: ChannelId;
  readonly state: DeliveryState;
  readonly attempts: readonly DeliveryAttempt[];
  /** When it is to be sent, looked at again, or told together with others. */
  readonly nextAttemptAt: Date;
  readonly createdAt: Date;
  /** The alert it tells; a digest has none. */
  readonly alertId?: AlertId;
  /** Messages of one episode are sent in order, and as one thread. */
  readonly episodeId?: EpisodeId;
  readonly moment?: Alert['moment'];
  /** The digest it became part of. */
  readonly digestId?: DeliveryId;
  /** Of a digest: the deliveries it stands for. */
  readonly members?: readonly DeliveryId[];
  /** Of a digest that was sent: those of its members that were no longer true. */
  readonly superseded?: readonly DeliveryId[];
  readonly sentAt?: Date;
  /** The channel's own name of the message, by which later ones of the episode refer to it. */
  readonly handle?: string;
  /** Why it is told together with others. */
  readonly heldFor?: 'digest' | 'quiet_hours' | 'day_off' | 'limit' | 'alike';
  /** Only these of the channel's recipients: the others have it already. */
  readonly to?: readonly string[];
  /** The channel that tells it in the place of its own. */
  readonly handedTo?: ChannelId;
}

export interface DeliveryAttempt {
  readonly no: number;
  readonly startedAt: Date;
  readonly finishedAt?: Date;
  readonly result?: 'sent' | 'passing_failure' | 'permanent_failure';
  /** What the channel answered, shortened to 500 characters, secrets removed. */
  readonly answer?: string;
}
