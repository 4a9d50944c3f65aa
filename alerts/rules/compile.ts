import type { Clause, Rule } from '../../config/types.ts';
import type { ChangeKind } from '../../model/change.ts';
import { CHANGE_KINDS } from '../../model/change.ts';
import { fingerprint } from '../../model/ids.ts';
import { compileFilter, type Filter } from './filter.ts';
import { ENDS } from './kinds.ts';

/** A rule made ready once: which kinds it watches, its filter, what it asks of a price. */
export interface CompiledRule {
  readonly rule: Rule;
  /** Changes with what the rule is about, not with whom it tells. */
  readonly hash: string;
  readonly fits: Filter;
  /** What is asked of a price: one of these. */
  readonly clauses: readonly Clause[];
  /** Some clause is about where the price stands alone: such a rule opens and ends. */
  readonly stands: boolean;
  /** Some clause counts from what was told last, so that steps too small for themselves add up. */
  readonly counts: boolean;
  /** Every crawl shows it the listings as they stand, beside the changes. */
  readonly looks: boolean;
  /** Days of price history it asks for; 0 = none. */
  readonly days: number;
}

/** Rules by what they watch, so that a change meets only those that may care. Keep it as long as the configuration holds. */
export interface CompiledRules {
  readonly all: readonly CompiledRule[];
  readonly byKind: Readonly<Record<ChangeKind, readonly CompiledRule[]>>;
  /** Those that look at listings as they stand. */
  readonly looking: readonly CompiledRule[];
}

/** Compiles each rule once and indexes them by kind of change. Throws only for rules that the configuration would have refused. */
export function compileRules(rules: readonly Rule[]): CompiledRules {
  const all = rules.map(compileRule);
  const byKind = CHANGE_KINDS.map((kind) => [kind, all.filter((rule) => watches(rule, kind))] as const);
  return { all, byKind: complete(byKind), looking: all.filter((rule) => rule.looks) };
}

/** Every kind has its list: `CHANGE_KINDS` holds them all. */
function complete(entries: readonly (readonly [ChangeKind, readonly CompiledRule[]])[]): CompiledRules['byKind'] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- stated above
  return Object.fromEntries(entries) as Record<ChangeKind, readonly CompiledRule[]>;
}

/** Compiles one rule. */
export function compileRule(rule: Rule): CompiledRule {
  const clauses = rule.on.includes('price') ? clausesOf(rule) : [];
  const stands = clauses.some(isStand);
  const { id: _, channels: _channels, severity: _severity, how: _how, escalate: _escalate, notifyRecovery: _notify, cooldown: _cooldown, ...about } = rule;
  return {
    rule, clauses, stands, fits: compileFilter(rule), hash: fingerprint(JSON.stringify(about)),
    counts: clauses.some(({ moves }) => moves.some(({ from }) => from.kind === 'last_alerted')),
    looks: stands || rule.state === 'out_of_stock' || rule.state === 'in_stock',
    days: Math.max(0, ...clauses.flatMap(({ moves, levels }) => [...moves.map(({ from }) => from), ...levels.map(({ of }) => of)]).map((reference) => ('days' in reference ? reference.days : 0))),
  };
}

/** A clause that is only about where the price stands. */
export function isStand({ moves }: Clause): boolean {
  return moves.length === 0;
}

/**
 * What the short keys (direction, threshold, baseline) ask of a price. Against figures that stand by themselves it is asked where the price is; against
 * the last value, how it moved. A new lowest (or highest) price of some days is a movement: each one is news.
 */
function clausesOf({ when, direction, threshold, baseline }: Rule): readonly Clause[] {
  if (when) return when;
  const by = threshold ? { by: threshold } : {};
  const below: Clause = { moves: [], levels: [{ side: 'below', of: baseline, ...by }] };
  const above: Clause = { moves: [], levels: [{ side: 'above', of: baseline, ...by }] };
  const moved: Clause = { moves: [{ way: direction, from: baseline, ...by }], levels: [] };
  switch (baseline.kind) {
    case 'previous': case 'last_alerted': return [moved];
    case 'lowest': return [direction === 'up' ? above : moved];
    case 'highest': return [direction === 'down' ? below : moved];
    case 'own_price': case 'map': case 'floor': return [direction === 'up' ? above : below];
    case 'list_price': case 'median': case 'fixed': return direction === 'any' ? [below, above] : [direction === 'up' ? above : below];
    default: return baseline satisfies never;
  }
}

/** True when the rule may care for changes of this kind: it opens, moves or ends something the rule watches. */
export function watches({ rule, stands }: CompiledRule, kind: ChangeKind): boolean {
  const opener = ENDS[kind];
  if (rule.on.includes(kind) || (opener !== null && rule.on.includes(opener))) return true;
  // A rival that is gone undercuts nobody; one that comes may do it from the start.
  return stands && (kind === 'listing_disappeared' || kind === 'listing_appeared' || kind === 'listing_returned');
}
