import type { Advice, AdviceInput, Recommendation } from '../model/advice.ts';
import { factId, type Sku } from '../model/ids.ts';

/** A recommendation before it has an id and a time. */
export interface Draft {
  readonly sku: Sku;
  readonly advice: Advice;
  readonly reason: string;
  readonly inputs: readonly AdviceInput[];
}

/** The newest of some recommendations, by when they were made. */
export function newest(recommendations: readonly Recommendation[]): Recommendation | undefined {
  return recommendations.reduce<Recommendation | undefined>((best, one) => (!best || one.createdAt > best.createdAt ? one : best), undefined);
}

/** True when both say the same: kind, amounts, words. Their reasons and inputs may differ. */
export function sameAdvice(a: Advice, b: Advice): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

/**
 * What stands now, given a draft and the last recommendation of its family. The same advice, open and before its expiry, is the same recommendation, with the
 * reason and inputs of now. Accepted it is not said again until its expiry; dismissed, never before another one of its family was. Anything else is a new one,
 * whose id follows from the advice and from the one before it: the same facts give the same id.
 */
export function settle(draft: Draft, last: Recommendation | undefined, now: Date, expiresAfter: number): Recommendation | undefined {
  if (last && sameAdvice(last.advice, draft.advice)) {
    if (last.state === 'dismissed' || (last.state === 'accepted' && last.expiresAt > now)) return undefined;
    if (last.state === 'open' && last.expiresAt > now) return { ...last, reason: draft.reason, inputs: draft.inputs };
  }
  return {
    id: factId('recommendation', draft.sku, JSON.stringify(sorted(draft.advice)), last?.id ?? ''), ...draft,
    createdAt: now, expiresAt: new Date(now.getTime() + expiresAfter), state: 'open',
  };
}

/** The same value with its keys in order, so that what comes back from a database compares equal. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]));
}
