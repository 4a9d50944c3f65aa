import type { Rule } from '../../config/types.ts';
import type { Alert } from '../../model/alert.ts';
import type { Change, ChangeKind } from '../../model/change.ts';
import type { PriceHistory } from '../../model/price-history.ts';
import { ENDS } from './kinds.ts';

/** What is known around a change when rules look at it. */
export interface RuleContext {
  /** Tags of the change's target. */
  readonly tags: readonly string[];
  /** The operator's own product that the listing is matched with. */
  readonly product?: NonNullable<Alert['product']>;
  /** Accepted prices of the change's listing, of the kind the change is about, as of the change. */
  readonly history?: PriceHistory;
  /** Crawls in a row that saw the new state, the one that found the change included; 1 when left out. */
  readonly confirmedBy?: number;
}

/** True when the rule is about this change: its kind opens, moves or ends something the rule watches, and every filter fits. */
export function matches(rule: Rule, change: Change, context: RuleContext): boolean {
  return watches(rule, change.detail.kind) && fits(rule.where, change, context);
}

function watches(rule: Rule, kind: ChangeKind): boolean {
  const opener = ENDS[kind];
  if (rule.on.includes(kind) || (opener !== null && rule.on.includes(opener))) return true;
  // A rival that is gone undercuts nobody; one that comes may do it from the start.
  return rule.baseline === 'own_price' && (kind === 'listing_disappeared' || kind === 'listing_appeared' || kind === 'listing_returned');
}

/** An empty list filters nothing. */
function fits(where: Rule['where'], change: Change, { tags, product }: RuleContext): boolean {
  const title = fold(change.title);
  return anyOf(where.sources, (id) => id === change.sourceId) && anyOf(where.targets, (id) => id === change.targetId)
    && anyOf(where.tags, (tag) => tags.includes(tag)) && anyOf(where.skus, (sku) => sku === product?.sku)
    && anyOf(where.titles, (word) => title.includes(fold(word)));
}

function anyOf(wanted: readonly string[] | undefined, test: (value: string) => boolean): boolean {
  return wanted === undefined || wanted.length === 0 || wanted.some(test);
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
