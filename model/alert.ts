import type { Advice } from './advice.ts';
import type { Change } from './change.ts';
import type { AlertId, ChangeId, ChannelId, CrawlId, DeliveryId, EpisodeId, RuleId, Sku, SubjectId, TargetId } from './ids.ts';
import type { Money } from './money.ts';
import type { PriceHistory } from './price-history.ts';

export const SEVERITIES = ['info', 'warning', 'critical'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** The life of one rule about one subject. */
export const EPISODE_STATES = ['pending', 'firing', 'acknowledged', 'recovered'] as const;
export type EpisodeState = (typeof EPISODE_STATES)[number];

/** Now: as soon as it is known. digest: with the receiver's next digest. */
export const HOWS = ['now', 'digest'] as const;
export type How = (typeof HOWS)[number];

/**
 * What an amount is compared with: the value before the change, the one told of last, the own price, the struck-through price of the
 * same listing, the lowest price a brand allows (控价), the own floor, the median, lowest or highest of some days, a fixed amount.
 */
export const REFERENCE_KINDS = ['previous', 'last_alerted', 'own_price', 'list_price', 'map', 'floor', 'median', 'lowest', 'highest', 'fixed'] as const;
export type ReferenceKind = (typeof REFERENCE_KINDS)[number];

/**
 * One rule about one subject. `rev` grows by one with each write and guards it; `applied` holds the ids of the
 * changes already taken in (the newest 20), so that a change applied twice changes nothing.
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
  /** The amount that baseline `last_alerted` counts from: that of the last alert, carried along when the price moves the other way. */
  readonly lastAlerted?: Money;
  /** The amount of the last alert, to tell how far it is from there. */
  readonly toldAt?: Money;
  /** On which side of its line the price was told of; left out while it is only told how it moved. */
  readonly side?: 'below' | 'above';
  /** The amount before the movement that was told: when it is back there, the movement is over. */
  readonly startedFrom?: Money;
  /** Since when a state holds that must last for some time before it is told. */
  readonly holdsSince?: Date;
  /** The newest alert, whose change is shown again by an escalation or a reminder. */
  readonly lastAlertId?: AlertId;
  /** Who was told since it opened: the recovery goes to them, also when the rule's channels are others meanwhile. */
  readonly toldTo?: readonly ChannelId[];
  /** Fingerprint of the rule when it was told, so that an edited rule is known. */
  readonly ruleHash?: string;
  readonly acknowledged?: { readonly at: Date; readonly by: HandledBy };
  /** Quiet until then; told again if it still holds. */
  readonly snoozedUntil?: Date;
  /** When the second receiver is told, if nobody acknowledged. */
  readonly escalateAt?: Date;
  /** When it is said again that it still holds. */
  readonly remindAt?: Date;
  /** It ended without a word, and why: its rule is gone, over its time, or no longer about it. The closing record. */
  readonly closed?: { readonly at: Date; readonly why: ClosedWhy };
  /** The organic place before it was lost (JSON): the episode is over when it is regained. */
  readonly origin?: string;
  /** When the newest change taken in was observed: an older one that comes late moves nothing. */
  readonly changedAt?: Date;
  /** The clock was once set back: being newer does not mean not to have been taken in. */
  readonly setBack?: true;
  /** A change that matters but waits for confirmation or for the end of the cooldown. Evaluate it again with each later crawl. */
  readonly waiting?: WaitingChange;
  readonly applied: readonly ChangeId[];
  /** The crawl that was counted last in `seen`, so that one that runs twice counts once. */
  readonly confirmedIn?: CrawlId;
  /** An alert that is decided but perhaps not written yet: it is written, with its deliveries, before the episode moves again. */
  readonly outbox?: Alert;
}

/** How an operator acknowledged or snoozed: by the command, or by the signed link of a message. */
export type HandledBy = 'command' | 'link';

/** Why an episode ended without a word. */
export type ClosedWhy = 'rule_removed' | 'rule_expired' | 'rule_changed';

export interface WaitingChange {
  readonly changeId: ChangeId;
  /** Whose later crawls it waits for. */
  readonly targetId: TargetId;
  /** The state before the movement began: when a later change leads back to it, nobody needs to be told. */
  readonly origin?: string;
  readonly from?: Money;
  /** Earlier changes that this one replaced while waiting. */
  readonly replaced: number;
  /** What the last looks found, the newest last: for rules that ask for M of N. */
  readonly checks?: readonly boolean[];
  /** It does not hold at the moment; the looks are kept in case it comes back. */
  readonly turned?: true;
  /** No recorded change: the listing stood like this when the rule looked. Every crawl looks anew. */
  readonly standing?: true;
}

/** Why a rule spoke, in figures: what was compared with what. */
export interface AlertReason {
  readonly baseline: ReferenceKind;
  /** With median, lowest and highest: of so many days. */
  readonly days?: number;
  readonly from?: Money;
  readonly to?: Money;
  readonly percent?: number;
  /** The rule's threshold as the operator wrote it. */
  readonly threshold?: string;
  /** Earlier changes of the same episode that were held back and are not told one by one. */
  readonly replaced?: number;
  /**
   * No change of the listing led to it. first_sight: it was so when the rule first looked. meanwhile: the rule or an own figure changed.
   * The change of the alert then shows the same value on both sides.
   */
  readonly already?: 'first_sight' | 'meanwhile';
  /** It has held for so long. Milliseconds. */
  readonly heldFor?: number;
  /** With what is over: on which side of its line the price was told of. */
  readonly side?: 'below' | 'above';
  /** Told again. unacknowledged: to a second receiver, because nobody acknowledged. snoozed: it still holds at the end of the snooze. still: after the time the rule names. */
  readonly again?: 'unacknowledged' | 'snoozed' | 'still';
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
  /** What was read of the offer then: whose it is, which article, and how sure the reading of what changed is (0 to 1). */
  readonly offer?: { readonly seller?: string; readonly sku?: string; readonly confidence?: number };
  /** What was advised for the own product then; `reason` in the language of the configuration. */
  readonly advice?: { readonly advice: Advice; readonly reason: string; readonly language: string };
  /** Prices up to this alert, for the picture in its message. */
  readonly history?: PriceHistory;
  readonly at: Date;
  readonly channels: readonly ChannelId[];
  /** `now` when left out. */
  readonly how?: How;
}

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
  readonly heldFor?: 'digest' | 'quiet_hours' | 'day_off' | 'limit';
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
