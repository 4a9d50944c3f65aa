import type { Rule } from '../../config/types.ts';
import type { Alert, AlertReason, Episode, EpisodeState, WaitingChange } from '../../model/alert.ts';
import type { Change } from '../../model/change.ts';
import { factId } from '../../model/ids.ts';
import { matches, type RuleContext } from './filter.ts';
import { episodeOf } from './kinds.ts';
import { movementOf } from './measure.ts';
import { stepOf, type Step } from './step.ts';

/*
 * An episode and what a change does to it. "tell" = an alert now, when enough crawls agree and the cooldown is over; else the change
 * waits in the episode and is evaluated again with later crawls.
 *
 *  state \ step    open                     close                            move
 *  recovered¹      tell → firing            tell when it is worth it alone   tell → firing
 *  pending²        the newest one waits     → recovered, nobody was told     counted from before the waiting one; back = nothing to tell
 *  firing³         stays, quiet             tell when wanted → recovered     tell
 *  recovered, its  → firing, quiet: the     newest one waits                 as recovered
 *  end waits       bounce is held
 *
 *  ¹ also: no episode yet   ² a change waits and nobody was told yet   ³ also: acknowledged
 *  A change that is in `applied` does nothing. A change older than the newest one taken in moves no state: what began and ended
 *  meanwhile is over; a movement that stands for itself is still told.
 */

const APPLIED = 100;

export interface EvaluateInput {
  readonly rule: Rule;
  readonly change: Change;
  /** The episode by the id of {@link episodeOf}; left out when there is none yet. */
  readonly episode?: Episode;
  readonly context: RuleContext;
  readonly now: Date;
}

/** What to write: the alert first (insert-only, its id is computed), then the episode, guarded by `rev` − 1. Both left out: nothing. */
export interface Evaluation {
  readonly episode?: Episode;
  readonly alert?: Alert;
}

/**
 * Moves the episode of one rule by one change. Pure. The same change twice does nothing the second time, except when it waits
 * (`episode.waiting`): then it is told as soon as enough crawls agree and the cooldown is over.
 */
export function evaluate(input: EvaluateInput): Evaluation {
  const { rule, change, episode, context } = input;
  if (!matches(rule, change, context)) return {};
  const waited = episode?.waiting?.changeId === change.id;
  if (!waited && episode?.applied.includes(change.id)) return {};
  const late = !waited && episode?.changedAt !== undefined && change.at < episode.changedAt;
  if (late) return lateChange(input, episode);
  const step = stepOf(rule, change, waited ? withoutOrigin(episode) : episode, context.product);
  switch (step.kind) {
    case 'open': return opened(input, step);
    case 'close': return closed(input, step);
    case 'move': return moved(input, step);
    case 'back': return turnedBack(input);
    case 'nothing': return {};
    default: return step satisfies never;
  }
}

/** The waiting change itself must not be taken for one that undoes it. */
function withoutOrigin(episode: Episode): Episode {
  const { waiting, ...rest } = episode;
  return waiting?.from ? { ...rest, waiting: { changeId: waiting.changeId, targetId: waiting.targetId, from: waiting.from, replaced: waiting.replaced } } : rest;
}

function opened(input: EvaluateInput, { reason }: Extract<Step, { kind: 'open' }>): Evaluation {
  const { episode } = input;
  if (episode && isFiring(episode)) return { episode: written(input, episode.state) };
  const endWaits = episode?.state === 'recovered' && episode.waiting !== undefined;
  if (endWaits) return { episode: written(input, 'firing') };
  return tell(input, { reason, moment: 'fired', state: 'firing' });
}

function closed(input: EvaluateInput, step: Extract<Step, { kind: 'close' }>): Evaluation {
  const { episode } = input;
  const { reason } = step;
  const endWaits = episode?.state === 'recovered' && episode.waiting !== undefined;
  const fresh = (episode?.state ?? 'recovered') === 'recovered' && !endWaits;
  const worth = fresh ? step.alone : (episode !== undefined && isFiring(episode)) || endWaits;
  if (!worth || !step.told) return { episode: written(input, 'recovered') };
  return tell(input, { reason, moment: 'recovered', state: 'recovered' });
}

function moved(input: EvaluateInput, { reason, origin, within }: Extract<Step, { kind: 'move' }>): Evaluation {
  const firing = input.episode !== undefined && isFiring(input.episode);
  const keeps = origin !== undefined && !firing ? { origin: input.episode?.waiting?.origin ?? origin } : {};
  return tell(input, { reason, moment: 'fired', state: within === true && !firing ? 'recovered' : 'firing', ...keeps });
}

/** Not far enough. A movement that waited is thereby over; for baseline last_alerted the place where it began is remembered. */
function turnedBack(input: EvaluateInput): Evaluation {
  const { rule, change, episode } = input;
  if (episode?.waiting) return { episode: written(input, episode.state === 'pending' ? 'recovered' : episode.state) };
  const from = rule.baseline === 'last_alerted' && episode === undefined ? movementOf(change.detail).from : undefined;
  return from ? { episode: { ...written(input, 'recovered'), lastAlerted: from } } : {};
}

/** Older than what was taken in already. Nobody is told what is over; a movement that stands for itself is told. */
function lateChange(input: EvaluateInput, episode: Episode): Evaluation {
  const { rule, change, context } = input;
  const { waiting, ...alone } = episode;
  const step = stepOf(rule, change, alone, context.product);
  const applied = applyTo(episode, change);
  const same: Episode = { ...episode, rev: episode.rev + 1, updatedAt: input.now, applied };
  if (step.kind !== 'move' || rule.baseline !== 'previous' || rule.confirm > 1) return { episode: same };
  if (cooledDown(input)) return { episode: { ...same, lastAlertAt: input.now }, alert: alertOf(input, episode.id, 'fired', step.reason) };
  return { episode: { ...same, waiting: waiting ? { ...waiting, replaced: waiting.replaced + 1 } : { changeId: change.id, targetId: change.targetId, replaced: 0 } } };
}

interface Telling {
  readonly reason: AlertReason;
  readonly moment: Alert['moment'];
  readonly state: 'firing' | 'recovered';
  readonly origin?: string;
}

/** An alert now, or the change waits. */
function tell(input: EvaluateInput, { reason, moment, state, origin }: Telling): Evaluation {
  const { rule, change, episode, context, now } = input;
  const confirmedBy = context.confirmedBy ?? 1;
  const movement = movementOf(change.detail);
  if (cooledDown(input) && (moment === 'recovered' || confirmedBy >= rule.confirm)) {
    const replaced = replacedSoFar(input);
    const next = written(input, state);
    return {
      episode: { ...next, lastAlertAt: now, ...(origin === undefined ? {} : { origin }), ...(movement.to ? { lastAlerted: movement.to } : {}) },
      alert: alertOf(input, next.id, moment, replaced > 0 ? { ...reason, replaced } : reason),
    };
  }
  const waitingState: EpisodeState = moment === 'recovered' ? 'recovered' : waitingStateOf(episode);
  const reference = rule.baseline === 'last_alerted' && episode?.lastAlerted === undefined ? movement.from : undefined;
  return { episode: { ...written(input, waitingState), seen: confirmedBy, waiting: waitingFor(input, movement.from), ...(reference ? { lastAlerted: reference } : {}) } };
}

function waitingFor(input: EvaluateInput, ownFrom: WaitingChange['from']): WaitingChange {
  const { change, episode } = input;
  if (episode?.waiting?.changeId === change.id) return episode.waiting;
  const origin = episode?.waiting?.origin ?? ('from' in change.detail ? JSON.stringify(change.detail.from) : undefined);
  const from = episode?.waiting?.from ?? ownFrom;
  return { changeId: change.id, targetId: change.targetId, ...(origin === undefined ? {} : { origin }), ...(from ? { from } : {}), replaced: replacedSoFar(input) };
}

/** Changes that this one stands for: those replaced before, and the one that waited until now. */
function replacedSoFar({ change, episode }: EvaluateInput): number {
  if (!episode?.waiting) return 0;
  return episode.waiting.replaced + (episode.waiting.changeId === change.id ? 0 : 1);
}

function cooledDown({ rule, episode, now }: EvaluateInput): boolean {
  return rule.cooldown === 0 || episode?.lastAlertAt === undefined || now.getTime() - episode.lastAlertAt.getTime() >= rule.cooldown;
}

function isFiring({ state }: Episode): boolean {
  return state === 'firing' || state === 'acknowledged';
}

function waitingStateOf(episode: Episode | undefined): EpisodeState {
  return episode && isFiring(episode) ? episode.state : 'pending';
}

/** The episode with the change taken in and nothing waiting. */
function written({ rule, change, episode, now }: EvaluateInput, state: EpisodeState): Episode {
  const { id, aspect } = episodeOf(rule, change);
  if (!episode) return { id, ruleId: rule.id, subjectId: change.subjectId, aspect, state, rev: 1, seen: 0, openedAt: now, updatedAt: now, changedAt: change.at, applied: [change.id] };
  const { waiting: _, origin, ...rest } = episode;
  const opens = episode.state === 'recovered' && state !== 'recovered';
  return {
    ...rest, state, rev: episode.rev + 1, seen: 0, updatedAt: now, applied: applyTo(episode, change),
    changedAt: episode.changedAt && episode.changedAt > change.at ? episode.changedAt : change.at,
    ...(opens ? { openedAt: now } : {}), ...(origin !== undefined && state !== 'recovered' ? { origin } : {}),
  };
}

function applyTo(episode: Episode, change: Change): Episode['applied'] {
  return episode.applied.includes(change.id) ? episode.applied : [...episode.applied, change.id].slice(-APPLIED);
}

function alertOf({ rule, change, context, now }: EvaluateInput, episodeId: Episode['id'], moment: Alert['moment'], reason: AlertReason): Alert {
  return {
    id: factId('alert', episodeId, moment, change.id), episodeId, ruleId: rule.id, severity: moment === 'recovered' ? 'info' : rule.severity, moment, change, reason,
    ...(context.product ? { product: context.product } : {}), at: now, channels: rule.channels,
  };
}
