import type { Level, Rule } from '../../config/types.ts';
import type { AlertReason } from '../../model/alert.ts';
import type { Episode } from '../../model/episode.ts';
import type { Change, ChangeDetail } from '../../model/change.ts';
import type { CompiledRule } from './compiled.ts';
import type { RuleContext } from './context.ts';

/**
 * What a change does to an episode.
 * open: a state begins; of a price, on which `side` of its line. close: it ends; `alone` = worth telling though nobody was told of a beginning. move: something moved far
 * enough; `origin` = where it stood, when regaining that ends the episode; `passing` = nothing stays open after it.
 * back: counted from the baseline it is not far enough (any more). note: nothing to tell, but the baseline is carried along. nothing: not the
 * rule's concern. anew: nothing that was counted up to now is of any use.
 */
export type Step =
  | { readonly kind: 'open'; readonly reason: AlertReason; readonly side?: Level['side'] }
  | { readonly kind: 'close'; readonly reason: AlertReason; readonly told: boolean; readonly alone: boolean }
  | { readonly kind: 'move'; readonly reason: AlertReason; readonly origin?: string; readonly passing?: boolean; readonly side?: Level['side'] }
  | { readonly kind: 'back' }
  | { readonly kind: 'note' }
  | { readonly kind: 'anew' }
  | { readonly kind: 'nothing' };

export const BACK: Step = { kind: 'back' };
export const NOTHING: Step = { kind: 'nothing' };

/** What a change is judged by. */
export interface StepInput {
  readonly compiled: CompiledRule;
  readonly change: Change;
  /** As it stood before the change; left out when there is none yet. */
  readonly episode?: Episode | undefined;
  readonly context: RuleContext;
  readonly now: Date;
}

/** The reason of a rule that compares no amounts. */
export function plain(rule: Rule): AlertReason {
  return { baseline: rule.baseline.kind };
}

/** Back where it stood before the change that waits: nobody has to know of either. */
export function isUndone(detail: ChangeDetail, episode: Episode | undefined): boolean {
  return episode?.waiting?.origin !== undefined && 'to' in detail && JSON.stringify(detail.to) === episode.waiting.origin;
}
