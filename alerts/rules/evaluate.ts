import type { Episode } from '../../model/episode.ts';
import { sameCurrency, type Money } from '../../model/money.ts';
import type { CompiledRule } from './compiled.ts';
import { alertOf, applyTo, endWaits, isApplied, isFiring, isLetGo, isNewSeller, withoutPlace, written } from './episode.ts';
import type { EvaluateInput, Evaluation } from './evaluation.ts';
import { fits, show } from './filter.ts';
import { movementOf } from './measure.ts';
import { ofSeller } from './of-seller.ts';
import { stepOf } from './step.ts';
import type { Step } from './steps.ts';
import { cooledDown, tell } from './tell.ts';
import { isAskedCounted, unasked } from './unasked.ts';
import { looksKept } from './waiting.ts';

/*
 * An episode and what a change does to it. "tell" = an alert now, when enough crawls agree, it has held for long enough, and neither cooldown nor
 * snooze is on; else the change waits in the episode and is evaluated again with later crawls.
 *
 *  state \ step    open                     close                            move
 *  recovered¹      tell → firing            tell when it is worth it alone   tell → firing
 *  pending²        the newest one waits     → recovered, nobody was told     counted from before the waiting one; back = nothing to tell
 *  firing³         stays, quiet⁴            tell when wanted → recovered     tell
 *  recovered, its  → firing, quiet: the     newest one waits                 as recovered; back = firing, quiet
 *  end waits       bounce is held
 *  recovered, let  tell → firing            tell when wanted → recovered     tell → firing
 *  go with its rule, which is back
 *
 *  What goes to and fro (flapping) is told as a move and leaves → recovered: it is in neither state.
 *
 *  ¹ also: no episode yet   ² a change waits and nobody was told yet   ³ also: acknowledged
 *  ⁴ a line that was not told of, its other side, another seller below the lowest allowed price, or a stock that was over in between: tell
 *  A change that is in `applied` does nothing. A change older than the newest one taken in moves no state: what began and ended
 *  meanwhile is over; a movement that stands for itself is still told.
 */

/**
 * Moves the episode of one rule by one change. Pure. The same change twice does nothing the second time, except when it waits
 * (`episode.waiting`): then it is told as soon as enough crawls agree and the cooldown is over. A rule whose time is over says nothing. One that the filters
 * do not ask for begins nothing: it can end what began, and undo what waits.
 */
export function evaluate(input: EvaluateInput): Evaluation {
  return ofSeller(input, decide);
}

function decide(input: EvaluateInput): Evaluation {
  const { compiled, change, episode, context, now } = input;
  if (isExpired(compiled, now)) return {};
  const waited = episode?.waiting?.changeId === change.id;
  if (!waited && episode && isApplied(episode, change)) return {};
  const asked = (input.fits ?? fits(compiled, show(change, context))) || (episode !== undefined && isAskedCounted(input, episode));
  const ends = waited && endWaits(episode);
  if (waited && !asked && !ends) return {};
  if (waited && episode.waiting?.turned) return looksKept(input, episode) ?? {};
  // A time ahead of the clock is a clock that was set back: then nothing is late.
  const late = !waited && episode?.changedAt !== undefined && change.at < episode.changedAt && episode.changedAt <= now;
  if (!asked && !ends) return late || !episode ? {} : follow(input, unasked(input, episode));
  if (late) return lateChange(input, episode);
  return follow(input, stepOf(waited ? { ...input, episode: withoutOrigin(episode) } : input));
}

/** The time of a rule is over: it is as good as removed. */
export function isExpired({ rule }: CompiledRule, now: Date): boolean {
  return rule.until !== undefined && now >= rule.until;
}

/** Does to the episode what the step says. */
function follow(input: EvaluateInput, step: Step): Evaluation {
  switch (step.kind) {
    case 'open': return opened(input, step);
    case 'close': return closed(input, step);
    case 'move': return moved(input, step);
    case 'back': return turnedBack(input);
    case 'note': return noted(input);
    case 'anew': return input.episode ? { episode: written(input, 'recovered') } : {};
    case 'nothing': return {};
    default: return step satisfies never;
  }
}

/** The waiting change itself must not be taken for one that undoes it. */
function withoutOrigin(episode: Episode): Episode {
  const { waiting, ...rest } = episode;
  if (!waiting?.from) return rest;
  const { origin: _, ...kept } = waiting;
  return { ...rest, waiting: kept };
}

function opened(input: EvaluateInput, { reason, side }: Extract<Step, { kind: 'open' }>): Evaluation {
  const { compiled, context, episode, change: { detail } } = input;
  // A stock that begins where it had begun was over in between: the page showed another variant, whose stock is compared with none.
  const anew = detail.kind === 'stock' && compiled.rule.state === undefined;
  if (episode && isFiring(episode) && episode.side === side && !anew && !isNewSeller(compiled, context, episode)) return { episode: written(input, episode.state) };
  if (episode && endWaits(episode)) return { episode: bounced(input, episode) };
  return tell(input, { reason, moment: 'fired', state: 'firing', ...(side ? { side } : {}) });
}

/** Its end, that waited, was none: nobody has to know. */
function bounced(input: EvaluateInput, { acknowledged, openedAt }: Episode): Episode {
  return { ...written(input, acknowledged ? 'acknowledged' : 'firing'), openedAt };
}

function closed(input: EvaluateInput, step: Extract<Step, { kind: 'close' }>): Evaluation {
  const { episode } = input;
  const open = episode !== undefined && (isFiring(episode) || isLetGo(episode) || endWaits(episode));
  const worth = open || (step.alone && episode?.state !== 'pending');
  if (worth && step.told) return tell(input, { reason: step.reason, moment: 'recovered', state: 'recovered' });
  return looksKept(input, episode) ?? { episode: carried(input, written(input, 'recovered')) };
}

function moved(input: EvaluateInput, { reason, origin, passing, side }: Extract<Step, { kind: 'move' }>): Evaluation {
  if (passing) return tell(input.episode ? { ...input, episode: withoutPlace(input.episode) } : input, { reason, moment: 'fired', state: 'recovered' });
  const firing = input.episode !== undefined && isFiring(input.episode);
  const start = movementOf(input.change.detail).from;
  const keeps = origin !== undefined && !firing ? { origin: input.episode?.waiting?.origin ?? origin } : {};
  const from = input.episode?.waiting?.from ?? start;
  return tell(input, { reason, moment: 'fired', state: 'firing', ...keeps, ...(from && !firing ? { startedFrom: from } : {}), ...(side ? { side } : {}) });
}

/** Not far enough. A movement that waited is thereby over; a baseline that counts from the last alert remembers where it stands. */
function turnedBack(input: EvaluateInput): Evaluation {
  const { episode } = input;
  if (!episode?.waiting) return noted(input);
  if (endWaits(episode)) return { episode: bounced(input, episode) };
  return looksKept(input, episode) ?? { episode: carried(input, written(input, episode.state === 'pending' ? 'recovered' : episode.state)) };
}

/** Nothing to tell. */
function noted(input: EvaluateInput): Evaluation {
  const { compiled, episode } = input;
  if (!compiled.counts) return {};
  const next = carried(input, written(input, episode?.state ?? 'recovered'));
  const same = episode !== undefined && next.lastAlerted?.minor === episode.lastAlerted?.minor;
  return same ? {} : { episode: episode?.waiting ? { ...next, waiting: episode.waiting } : next };
}

/**
 * With the place that the next movement is counted from. It begins before the first change. It follows the price the other way: who asks for falls
 * wants those from the highest price since the last alert.
 */
function carried({ compiled, change, episode }: EvaluateInput, next: Episode): Episode {
  const { from, to } = movementOf(change.detail);
  if (!compiled.counts || !from || !to || change.detail.kind !== 'price') return next;
  const before = episode?.lastAlerted ?? from;
  return { ...next, lastAlerted: compiled.countedWay !== undefined && sameCurrency(before, to) ? further(compiled.countedWay, before, to) : before };
}

function further(way: 'up' | 'down' | 'any', a: Money, b: Money): Money {
  if (way === 'any') return a;
  return (way === 'down') === (b.minor > a.minor) ? b : a;
}

/** Older than what was taken in already. Nobody is told what is over; a movement that stands for itself is told. */
function lateChange(input: EvaluateInput, episode: Episode): Evaluation {
  const { compiled: { rule, counts, stands }, change, now } = input;
  const { waiting, ...alone } = episode;
  const step = stepOf({ ...input, episode: alone });
  const same: Episode = { ...episode, rev: episode.rev + 1, updatedAt: now, applied: applyTo(episode, change) };
  if (step.kind !== 'move' || counts || stands || rule.confirm.of > 1) return { episode: same };
  if (cooledDown(input)) {
    const alert = alertOf({ ...input, episodeId: episode.id, moment: 'fired', reason: step.reason, channels: rule.channels });
    return { episode: { ...same, lastAlertAt: now, lastAlertId: alert.id, toldTo: [...new Set([...(episode.toldTo ?? []), ...rule.channels])] }, alert };
  }
  return { episode: { ...same, waiting: waiting ? { ...waiting, replaced: waiting.replaced + 1 } : { changeId: change.id, targetId: change.targetId, replaced: 0 } } };
}

