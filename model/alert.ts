import type { Change } from './change.ts';
import type { AlertId, ChangeId, ChannelId, CrawlId, DeliveryId, EpisodeId, RuleId, Sku, SubjectId, TargetId } from './ids.ts';
import type { Money } from './money.ts';
import type { PriceHistory } from './price-history.ts';

export const SEVERITIES = ['info', 'warning', 'critical'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** The life of one rule about one subject. */
export type EpisodeState = 'pending' | 'firing' | 'acknowledged' | 'recovered';

/**
 * One rule about one subject. `rev` grows by one with each write and guards it; `applied` holds the ids of the
 * changes already taken in (the newest 100), so that a change applied twice changes nothing.
 */
export interface Episode {
  readonly id: EpisodeId;
  readonly ruleId: RuleId;
  readonly subjectId: SubjectId;
  /** Tells episodes of one rule and subject apart: a variant's SKU, a promotion's key, a rival in a search. */
  readonly aspect: string;
  readonly state: EpisodeState;
  readonly rev: number;
  /** Confirmations seen while pending. */
  readonly seen: number;
  readonly openedAt: Date;
  readonly updatedAt: Date;
  readonly lastAlertAt?: Date;
  /** The amount at the last alert, for baseline `last_alerted`. */
  readonly lastAlerted?: Money;
  /** The organic place before it was lost (JSON): the episode is over when it is regained. */
  readonly origin?: string;
  /** When the newest change taken in was observed: an older one that comes late moves nothing. */
  readonly changedAt?: Date;
  /** A change that matters but waits for confirmation or for the end of the cooldown. Evaluate it again with each later crawl. */
  readonly waiting?: WaitingChange;
  readonly applied: readonly ChangeId[];
  /** The crawl that was counted last in `seen`, so that one that runs twice counts once. */
  readonly confirmedIn?: CrawlId;
  /** An alert that is decided but perhaps not written yet: it is written, with its deliveries, before the episode moves again. */
  readonly outbox?: Alert;
}

export interface WaitingChange {
  readonly changeId: ChangeId;
  /** Whose later crawls it waits for. */
  readonly targetId: TargetId;
  /** The state before the movement began: when a later change leads back to it, nobody needs to be told. */
  readonly origin?: string;
  readonly from?: Money;
  /** Earlier changes that this one replaced while waiting. */
  readonly replaced: number;
}

/** Why a rule spoke, in figures: what was compared with what. */
export interface AlertReason {
  readonly baseline: 'previous' | 'last_alerted' | 'own_price';
  readonly from?: Money;
  readonly to?: Money;
  readonly percent?: number;
  /** The rule's threshold as the operator wrote it. */
  readonly threshold?: string;
  /** Earlier changes of the same episode that were held back and are not told one by one. */
  readonly replaced?: number;
}

/** One message-worthy moment of an episode. Carries the whole change: a message is made of this record and nothing else. */
export interface Alert {
  readonly id: AlertId;
  readonly episodeId: EpisodeId;
  readonly ruleId: RuleId;
  readonly severity: Severity;
  /** fired: something happened. recovered: it is over. */
  readonly moment: 'fired' | 'recovered';
  readonly change: Change;
  readonly reason: AlertReason;
  /** The operator's own product it concerns, with the price it had then. */
  readonly product?: { readonly sku: Sku; readonly title: string; readonly price: Money };
  /** Prices up to this alert, for the picture in its message. */
  readonly history?: PriceHistory;
  readonly at: Date;
  readonly channels: readonly ChannelId[];
}

/** One alert on one channel. `attempts` are recorded before sending, so that a crash in between is seen. */
export interface Delivery {
  readonly id: DeliveryId;
  readonly alertId: AlertId;
  readonly channelId: ChannelId;
  readonly state: 'pending' | 'sending' | 'sent' | 'failed';
  readonly attempts: readonly DeliveryAttempt[];
  readonly nextAttemptAt: Date;
  readonly createdAt: Date;
}

export interface DeliveryAttempt {
  readonly no: number;
  readonly startedAt: Date;
  readonly finishedAt?: Date;
  readonly result?: 'sent' | 'passing_failure' | 'permanent_failure';
  /** What the channel answered, shortened to 500 characters, secrets removed. */
  readonly answer?: string;
}
