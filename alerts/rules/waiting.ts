import type { Episode, WaitingChange } from '../../model/episode.ts';
import { movementOf } from './measure.ts';
import { written } from './episode.ts';
import type { EvaluateInput, Evaluation } from './evaluation.ts';

/** The change that waits from now on: this one, standing for those that waited before. */
export function waitingFor(input: EvaluateInput): WaitingChange {
  const { change, episode } = input;
  const before = episode?.waiting;
  const checks = looksOf(input, true);
  if (before?.changeId === change.id) return withLooks(before, checks);
  const origin = before?.origin ?? ('from' in change.detail ? JSON.stringify(change.detail.from) : undefined);
  const from = before?.from ?? movementOf(change.detail).from;
  return withLooks({ changeId: change.id, targetId: change.targetId, ...(origin === undefined ? {} : { origin }), ...(from ? { from } : {}), replaced: replacedSoFar(input) }, checks);
}

function withLooks(before: WaitingChange, checks: readonly boolean[] | undefined): WaitingChange {
  const { turned: _, ...waiting } = before;
  return checks ? { ...waiting, checks } : waiting;
}

/** Changes that this one stands for: those replaced before, and the one that waited until now. */
export function replacedSoFar({ change, episode }: EvaluateInput): number {
  if (!episode?.waiting) return 0;
  return episode.waiting.replaced + (episode.waiting.changeId === change.id || episode.waiting.turned ? 0 : 1);
}

/** The looks with this one, for a rule that asks for M of N; undefined for one that asks for M in a row. A look that is repeated counts once. */
export function looksOf({ compiled: { rule: { confirm } }, change, episode, context }: EvaluateInput, holds: boolean): readonly boolean[] | undefined {
  if (confirm.of === confirm.needed) return undefined;
  const before = episode?.waiting?.checks ?? [];
  const again = episode?.waiting?.changeId === change.id && (context.confirmedBy ?? 1) <= episode.seen;
  return again ? before : [...before, holds].slice(-confirm.of);
}

/** Whether enough crawls agree that it is so. */
export function isConfirmed(input: EvaluateInput): boolean {
  const { confirm } = input.compiled.rule;
  const checks = looksOf(input, true);
  return checks ? checks.filter(Boolean).length >= confirm.needed : (input.context.confirmedBy ?? 1) >= confirm.needed;
}

/**
 * It does not hold (any more), but of the last looks some found that it does: those are kept, in case it comes back while they still count. Nothing
 * is kept by a rule that asks for looks in a row, or once somebody was told.
 */
export function looksKept(input: EvaluateInput, episode: Episode | undefined): Evaluation | undefined {
  const waiting = episode?.waiting;
  if (!waiting || episode.state !== 'pending') return undefined;
  const checks = looksOf(input, false);
  if (!checks?.includes(true)) return waiting.turned ? { episode: written(input, 'recovered') } : undefined;
  // It did not hold without a break, either.
  const { holdsSince: _, ...next } = written(input, 'pending');
  // The crawl that brought it has looked: it does not look again at what waits.
  return { episode: { ...next, confirmedIn: input.change.crawlId, seen: Math.max(episode.seen, input.context.confirmedBy ?? 1), waiting: { ...waiting, checks, turned: true } } };
}
