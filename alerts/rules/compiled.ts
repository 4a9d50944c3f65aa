import type { Clause, Move, Rule } from '../../config/types.ts';
import type { ChangeKind } from '../../model/change.ts';
import type { SourceId } from '../../model/ids.ts';
import type { Filters } from './filter.ts';

/** A rule made ready once: which kinds it watches, its filters, what it asks of a price. */
export interface CompiledRule extends Filters {
  readonly rule: Rule;
  /** Changes with what the rule is about, not with whom it tells. */
  readonly hash: string;
  /** What is asked of a price: one of these. */
  readonly clauses: readonly Clause[];
  /** Some clause is about where the price stands alone: such a rule opens and ends. */
  readonly stands: boolean;
  /** Some clause counts from what was told last, so that steps too small for themselves add up. */
  readonly counts: boolean;
  /** Some clause is about the lowest price that anybody may ask: each seller below it is told of. */
  readonly bySeller: boolean;
  /** Every crawl shows it the listings as they stand, beside the changes. */
  readonly looks: boolean;
  /** The one way that all its movements go: such a movement is over when the price is back. Undefined: several, or none. */
  readonly way?: Move['way'];
  /** The one way of the movements that are counted from the last alert. */
  readonly countedWay?: Move['way'];
}

/** Rules by what they watch, so that a change meets only those that may care. Keep it as long as the configuration holds. */
export interface CompiledRules {
  readonly all: readonly CompiledRule[];
  /** Those that may care for changes of this kind at this source. Worked out once for each pair. */
  readonly at: (kind: ChangeKind, source: SourceId) => readonly CompiledRule[];
  /** Those that look at listings as they stand. */
  readonly looking: readonly CompiledRule[];
}
