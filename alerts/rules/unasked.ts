import type { Episode } from '../../model/episode.ts';
import { sameCurrency } from '../../model/money.ts';
import { endWaits, isEdited, isFiring, isLetGo } from './episode.ts';
import type { EvaluateInput } from './evaluation.ts';
import { fits, show } from './filter.ts';
import { betweenMoney } from './measure.ts';
import { stepOf } from './step.ts';
import { BACK, NOTHING, type Step } from './steps.ts';

/**
 * What a change that the filters of the rule do not ask for does to an episode. Filters say what begins: it can end what began, told where the rule wants to
 * know of ends, and undo what waits.
 */
export function unasked(input: EvaluateInput, episode: Episode): Step {
  const { compiled, change, context } = input;
  if (!compiled.picks(show(change, context))) return NOTHING;
  const step = stepOf(input);
  // What goes to and fro is in neither of its states: it ends what was told of the one that was asked for.
  if (change.detail.kind === 'flapping' && isFiring(episode)) return step;
  const waits = episode.waiting !== undefined && episode.state !== 'recovered';
  switch (step.kind) {
    case 'close': return waits || isFiring(episode) || isLetGo(episode) ? { ...step, told: compiled.rule.notifyRecovery && !isEdited(episode, compiled), alone: false } : NOTHING;
    case 'open': return endWaits(episode) ? step : waits ? BACK : NOTHING;
    case 'move': case 'back': case 'note': return waits ? BACK : NOTHING;
    case 'nothing': case 'anew': return step;
    default: return step satisfies never;
  }
}

/** Whether the filters ask for it with the movement that waits counted in: both are told as one. */
export function isAskedCounted({ compiled, change, context }: EvaluateInput, { waiting }: Episode): boolean {
  const { detail } = change;
  if (detail.kind !== 'price' || !waiting?.from || !sameCurrency(waiting.from, detail.to.money)) return false;
  const { percent = detail.percent } = betweenMoney(waiting.from, detail.to.money);
  return fits(compiled, show({ ...change, detail: { ...detail, from: { ...detail.from, money: waiting.from }, percent } }, context));
}
