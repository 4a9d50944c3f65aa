import type { LinkAction } from '../../alerts/links/link.ts';
import type { SELF } from '../../alerts/messages/shared.ts';
import type { ChangeKind } from '../../model/change.ts';
import type { AdviceKind } from '../../model/advice.ts';
import type { Verdict } from '../../model/crawl.ts';
import type { FieldName } from '../../model/listing.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { UnknownReason } from '../../model/reading.ts';
import type { ChannelName, Counts } from '../channels.ts';
import type { TargetName } from '../configuration.ts';
import type { RuleName } from '../rules.ts';
import type { World } from '../shops/world.ts';

/**
 * Something that must be on record after a scene, or (under `forbid`) must not. `at` is the path and query of a listing or page at its
 * shop. Everything is about what the scene added, except `reading`, which is about how the listing stands.
 */
export type Expectation =
  /** Exactly `count` changes (1 when left out) of the kind; `from` and `to` as texts, e.g. `129.00 USD`, `in_stock`, `3`. */
  | { readonly fact: 'change'; readonly kind: ChangeKind; readonly at?: string; readonly from?: string; readonly to?: string; readonly words?: string; readonly count?: number }
  /** Exactly `count` alerts of the rule. */
  | { readonly fact: 'alert'; readonly rule: RuleName | typeof SELF; readonly moment?: 'fired' | 'recovered'; readonly count?: number }
  /** Exactly so many messages arrived on each channel; none on those that are left out. */
  | { readonly fact: 'messages'; readonly on: Counts }
  /** One message on the channel has all the words. */
  | { readonly fact: 'message'; readonly channel: ChannelName; readonly words: readonly string[] }
  /** Exactly `count` recommendations of the kind for the SKU; `says` is the new price, the reason's code, or words joined by a comma. */
  | { readonly fact: 'advice'; readonly sku: string; readonly kind: AdviceKind; readonly says?: string; readonly count?: number }
  /** Every crawl of the target ended so; with `outcome`, at least one page had it; with `listings`, so many were read. */
  | { readonly fact: 'crawl'; readonly target: TargetName; readonly verdict: Verdict; readonly outcome?: Outcome; readonly listings?: number }
  /** Suspicious prices, `count` of them (1 when left out), were looked at again by a fresh fetch each, and were real or were not; without `real`: they were looked at. */
  | { readonly fact: 'look'; readonly target: TargetName; readonly real?: boolean; readonly count?: number }
  /** The archive was read again with today's reader: so many versions of history would be others, and all answers were there. */
  | { readonly fact: 'replay'; readonly differ: number }
  /** How a field of the listing stands now. */
  | { readonly fact: 'reading'; readonly at: string; readonly field: FieldName; readonly state: 'known' | 'absent' | 'unknown'; readonly reason?: UnknownReason };

export type ChangeExpectation = Extract<Expectation, { fact: 'change' }>;

/** One scene: what passes before, what the shops do, which targets are crawled then, and what must and must not come of it. */
export interface Scene {
  readonly name: string;
  readonly title: string;
  readonly titleZh: string;
  /** Somebody presses this button of the newest message on Slack that the rule made, before anything else. */
  readonly press?: { readonly rule: RuleName; readonly button: LinkAction };
  /** Time that passes before the shops do something, e.g. 3h; what is due by then happens. */
  readonly later?: string;
  /** The workflow of Teams is switched off. */
  readonly teamsOff?: true;
  /** The world after the scene has begun. Pure. */
  readonly act: (world: World) => World;
  /** What the shops do before each further round. Pure. */
  readonly next?: (world: World) => World;
  /** Targets to crawl; all when left out. */
  readonly targets?: readonly TargetName[];
  /** How often they are crawled; once when left out. */
  readonly rounds?: number;
  /** The schedule does so, in the eyes of another process. */
  readonly schedule?: 'stops' | 'goes on';
  /** All of the archive is read again then, as `rivalwatch replay` does. */
  readonly replay?: true;
  readonly expect: readonly Expectation[];
  readonly forbid: readonly Expectation[];
  /** Changes and alerts beside the expected ones that are no mistake. Anything else that was recorded is one. */
  readonly allow?: { readonly changes?: readonly ChangeKind[]; readonly rules?: readonly RuleName[] };
}

/** Exactly these messages. */
export function told(on: Counts): Expectation {
  return { fact: 'messages', on };
}

/** No message on any channel. */
export const SILENCE: Expectation = told({});
