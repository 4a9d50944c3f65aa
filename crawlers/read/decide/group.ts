import type { Candidate, Method, Reading, UnknownReason } from '../../../model/reading.ts';

/** Highest confidence that is ever given: no page proves itself. */
const MOST = 0.99;
const MAX_LOSERS = 5;

/** Candidates that say the same. */
export interface Group<T> {
  readonly best: Candidate<T>;
  readonly members: readonly Candidate<T>[];
  /** Confidence of all together: independent methods that agree raise it. */
  readonly confidence: number;
}

/** Groups candidates by `key` and ranks the groups, the most trusted first. */
export function groupBy<T>(candidates: readonly Candidate<T>[], key: (value: T) => string): Group<T>[] {
  const groups = new Map<string, Candidate<T>[]>();
  for (const candidate of candidates) {
    const name = key(candidate.value);
    const list = groups.get(name);
    if (list) list.push(candidate);
    else groups.set(name, [candidate]);
  }
  return [...groups.values()].flatMap((members) => {
    const best = members.toSorted((a, b) => b.confidence - a.confidence)[0];
    return best ? [{ best, members, confidence: together(members) }] : [];
  }).toSorted((a, b) => b.confidence - a.confidence);
}

/** One candidate of each method counts: a page that repeats itself proves nothing. Markup of one template is only half independent. */
function together(members: readonly Candidate<unknown>[]): number {
  const perMethod = new Map<Method, number>();
  for (const { confidence, evidence } of members) perMethod.set(evidence.method, Math.max(perMethod.get(evidence.method) ?? 0, confidence));
  const [first = 0, ...rest] = [...perMethod.values()].toSorted((a, b) => b - a);
  return Math.min(MOST, 1 - rest.reduce((doubt, confidence) => doubt * (1 - confidence * 0.6), 1 - first));
}

/** The losers of a decision, one of each value, at most five. */
export function losersOf<T>(groups: readonly Group<T>[], winner: Group<T>): Candidate<T>[] {
  return groups.filter((group) => group !== winner).slice(0, MAX_LOSERS).map((group) => group.best);
}

/**
 * The plain decision: the most trusted group wins, its confidence lowered by what speaks against it. Two groups of about
 * the same weight from different methods are `ambiguous`, never the first.
 */
export function decide<T>(candidates: readonly Candidate<T>[], key: (value: T) => string, missing: UnknownReason = 'not_found'): Reading<T> {
  const groups = groupBy(candidates, key);
  const winner = groups[0];
  if (!winner) return { state: 'unknown', reason: missing };
  const losers = losersOf(groups, winner);
  return { state: 'known', value: winner.best.value, confidence: against(winner, groups[1]), evidence: winner.best.evidence, ...(losers.length > 0 ? { losers } : {}) };
}

/** Confidence of a winner that has a rival. */
export function against<T>(winner: Group<T>, rival: Group<T> | undefined): number {
  if (!rival) return round(winner.confidence);
  const odds = winner.confidence * (1 - rival.confidence * 0.9);
  const counter = rival.confidence * (1 - winner.confidence * 0.9);
  return round(Math.min(winner.confidence, odds / (odds + counter)));
}

export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
