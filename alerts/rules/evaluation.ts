import type { Alert } from '../../model/alert.ts';
import type { Episode } from '../../model/episode.ts';
import type { Change } from '../../model/change.ts';
import type { CompiledRule } from './compiled.ts';
import type { RuleContext } from './context.ts';

/** A change that meets one rule. */
export interface EvaluateInput {
  readonly compiled: CompiledRule;
  readonly change: Change;
  /** The episode by the id of `episodeOf`; left out when there is none yet. */
  readonly episode?: Episode;
  readonly context: RuleContext;
  readonly now: Date;
  /** Whether it is what the filters of the rule ask for, by one who shows it to many rules; looked at here when left out. */
  readonly fits?: boolean;
}

/** What to write: the alert first (insert-only, its id is computed), then the episode, guarded by `rev` − 1. Both left out: nothing. */
export interface Evaluation {
  readonly episode?: Episode;
  readonly alert?: Alert;
}
