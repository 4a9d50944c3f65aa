import type { Clause, Move, Rule } from '../../config/types.ts';
import type { ChangeKind } from '../../model/change.ts';
import { fingerprint, type SourceId } from '../../model/ids.ts';
import type { CompiledRule, CompiledRules } from './compiled.ts';
import { compileFilters } from './filter.ts';
import { bringsPrice, ENDS, isOfAnother } from './kinds.ts';

/** Compiles each rule once and indexes them by kind of change. Throws only for rules that the configuration would have refused. */
export function compileRules(rules: readonly Rule[]): CompiledRules {
  const all = rules.map(compileRule);
  return { all, at: indexed(all), looking: all.filter((rule) => rule.looks) };
}

/** Sources are a handful: the index stays small. Should there be very many, it begins anew. */
const MOST_PAIRS = 20_000;

function indexed(all: readonly CompiledRule[]): CompiledRules['at'] {
  const pairs = new Map<SourceId, Map<ChangeKind, readonly CompiledRule[]>>();
  let size = 0;
  return (kind, source) => {
    const known = pairs.get(source)?.get(kind);
    if (known) return known;
    if (size >= MOST_PAIRS) {
      pairs.clear();
      size = 0;
    }
    const found = all.filter((compiled) => watches(compiled, kind) && isAt(compiled, source));
    const ofSource = pairs.get(source) ?? new Map<ChangeKind, readonly CompiledRule[]>();
    pairs.set(source, ofSource.set(kind, found));
    size += 1;
    return found;
  };
}

function isAt({ rule: { where: { sources } } }: CompiledRule, source: SourceId): boolean {
  return !sources || sources.length === 0 || sources.includes(source);
}

/** Compiles one rule. */
export function compileRule(rule: Rule): CompiledRule {
  const clauses = rule.on.includes('price') ? clausesOf(rule) : [];
  const stands = clauses.some(isStand);
  const moves = clauses.flatMap((clause) => clause.moves);
  const counted = moves.filter(({ from }) => from.kind === 'last_alerted');
  const { id: _, channels: _channels, severity: _severity, how: _how, escalate: _escalate, notifyRecovery: _notify, cooldown: _cooldown, ...about } = rule;
  return {
    rule, clauses, stands, ...compileFilters(rule), hash: fingerprint(JSON.stringify(about)),
    counts: counted.length > 0, ...oneWay('way', moves), ...oneWay('countedWay', counted),
    bySeller: clauses.some(({ levels }) => levels.some(({ of }) => of.kind === 'map')), looks: stands || rule.state === 'out_of_stock' || rule.state === 'in_stock',
  };
}

function oneWay<K extends 'way' | 'countedWay'>(key: K, moves: readonly Move[]): { readonly [Key in K]?: Move['way'] } {
  const [first, ...others] = new Set(moves.map(({ way }) => way));
  const found: { [Key in 'way' | 'countedWay']?: Move['way'] } = {};
  if (first !== undefined && others.length === 0) found[key] = first;
  return found;
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
  const moved = (way: Move['way']): Clause => ({ moves: [{ way, from: baseline, ...by }], levels: [] });
  switch (baseline.kind) {
    case 'previous': case 'last_alerted': return [moved(direction)];
    // Without a direction a new low, or a new high, is meant.
    case 'lowest': return [direction === 'up' ? above : moved('down')];
    case 'highest': return [direction === 'down' ? below : moved('up')];
    case 'own_price': case 'map': case 'floor': return [direction === 'up' ? above : below];
    case 'list_price': case 'median': case 'fixed': return direction === 'any' ? [below, above] : [direction === 'up' ? above : below];
    default: return baseline satisfies never;
  }
}

/** True when the rule may care for changes of this kind: it opens, moves or ends something the rule watches. */
export function watches(compiled: CompiledRule, kind: ChangeKind): boolean {
  const { rule, stands } = compiled;
  const opener = ENDS[kind];
  if (rule.on.includes(kind) || (opener !== null && rule.on.includes(opener))) return true;
  // Whoever asks for each step is told that there are too many of them.
  if (kind === 'flapping' && (rule.on.includes('price') || rule.on.includes('stock'))) return true;
  return (stands && bringsPrice(rule, kind)) || isOfAnother(compiled, kind);
}
