import type { Alert } from './alert.ts';
import type { AlertId, ChangeId, ChannelId, CrawlId, EpisodeId, RuleId, SubjectId, TargetId } from './ids.ts';
import type { Money } from './money.ts';

/** The life of one rule about one subject. */
export const EPISODE_STATES = ['pending', 'firing', 'acknowledged', 'recovered'] as const;
export type EpisodeState = (typeof EPISODE_STATES)[number];

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
  /** Under a rule about the lowest allowed price: whose price below it was told since it opened. */
  readonly sellers?: readonly string[];
  /** The amount before the movement that was told: when it is back there, the movement is over. */
  readonly startedFrom?: Money;
  /** Under a rule that names changes of seller as well: whose price its movements were counted from last. */
  readonly seller?: string;
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
  /** It ended without a word, and why: its rule is gone, over its time, or it is no longer about the listing. The closing record. */
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

/** Why an episode ended without a word. listing_changed: it is none that the rule asks for any more. */
export type ClosedWhy = 'rule_removed' | 'rule_expired' | 'rule_changed' | 'listing_changed';

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
