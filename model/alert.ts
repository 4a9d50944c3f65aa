import type { Advice } from './advice.ts';
import type { Change } from './change.ts';
import type { AlertId, ChannelId, EpisodeId, RuleId, Sku } from './ids.ts';
import type { Money } from './money.ts';
import type { PackRatio } from './pack.ts';
import type { PriceHistory } from './price-history.ts';

export const SEVERITIES = ['info', 'warning', 'critical'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Now: as soon as it is known. digest: with the receiver's next digest. */
export const HOWS = ['now', 'digest'] as const;
export type How = (typeof HOWS)[number];

/**
 * What an amount is compared with: the value before the change, the one told of last, the own price, the struck-through price of the
 * same listing, the lowest price a brand allows (控价), the own floor, the median, lowest or highest of some days, a fixed amount.
 */
export const REFERENCE_KINDS = ['previous', 'last_alerted', 'own_price', 'list_price', 'map', 'floor', 'median', 'lowest', 'highest', 'fixed'] as const;
export type ReferenceKind = (typeof REFERENCE_KINDS)[number];

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
  readonly product?: { readonly sku: Sku; readonly title: string; readonly price: Money; /** Left out where one of theirs is one of ours. */ readonly packRatio?: PackRatio };
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
  /** Of one that waited: the price by the time it is told, where that is another. Not stored. */
  readonly byNow?: Money;
}
