import type { Alert } from '../../model/alert.ts';
import type { Episode } from '../../model/episode.ts';
import { factId, type ChannelId } from '../../model/ids.ts';
import type { CompiledRule } from './compiled.ts';
import { isFiring, withoutWaiting } from './episode.ts';
import type { Evaluation } from './evaluation.ts';
import { asItIs, type Present } from './present.ts';

export interface DueInput {
  readonly compiled: CompiledRule;
  readonly episode: Episode;
  /** The newest alert of the episode; left out when its record is gone. */
  readonly last?: Alert;
  /** The listing that it told of, as it is now; left out when it is no listing, or not known any more. */
  readonly present?: Present | undefined;
  readonly now: Date;
}

/**
 * What is due at an episode by the clock alone: a second receiver when nobody acknowledged, a reminder at the end of a snooze or after the time the rule
 * names. What has ended meanwhile is told to nobody. Pure; deciding it twice gives the same alert.
 */
export function evaluateDue({ compiled, episode, last, present, now }: DueInput): Evaluation {
  const due = (at: Date | undefined): boolean => at !== undefined && at <= now;
  const { escalateAt, remindAt, snoozedUntil, ...rest } = episode;
  const snoozed = snoozedUntil !== undefined && !due(snoozedUntil);
  const left: Episode = {
    ...rest, rev: episode.rev + 1, updatedAt: now,
    ...(escalateAt && !due(escalateAt) ? { escalateAt } : {}), ...(remindAt && !due(remindAt) ? { remindAt } : {}), ...(snoozed ? { snoozedUntil } : {}),
  };
  if (!last || !isFiring(episode) || snoozed) return { episode: left };
  const told = episode.toldTo ?? compiled.rule.channels;
  if (due(escalateAt) && episode.state === 'firing' && compiled.rule.escalate) {
    const { to } = compiled.rule.escalate;
    return again({ compiled, episode: left, last, present, now }, 'unacknowledged', due(remindAt) ? [...new Set([...told, ...to])] : to);
  }
  if (due(snoozedUntil)) return again({ compiled, episode: { ...left, state: 'firing' }, last, present, now }, 'snoozed', told);
  if (due(remindAt) && episode.state === 'firing') return again({ compiled, episode: left, last, present, now }, 'still', told);
  return { episode: left };
}

type Again = NonNullable<Alert['reason']['again']>;

/** The newest alert once more, as things stand now, with why. */
function again({ compiled, episode, last, present, now }: DueInput & { readonly last: Alert }, why: Again, channels: readonly ChannelId[]): Evaluation {
  const { rule } = compiled;
  const current = asItIs({ compiled, episode, last, present });
  // What is over for the moment may hold again before it is far enough back to end: the second receiver is told then.
  const asks = why === 'snoozed' || (why === 'unacknowledged' && !current) ? rule.escalate : undefined;
  const times = {
    ...(rule.rearm.after === undefined || episode.remindAt ? {} : { remindAt: new Date(now.getTime() + rule.rearm.after) }),
    ...(asks ? { escalateAt: new Date(now.getTime() + asks.after) } : {}),
  };
  if (!current) return { episode: { ...episode, ...times } };
  const alert: Alert = {
    ...current, id: factId('alert', episode.id, why, episode.rev), severity: rule.severity, moment: 'fired', at: now, channels, reason: { ...current.reason, again: why },
  };
  const { acknowledged: _, ...unanswered } = episode;
  const rest = current === last || why === 'unacknowledged' ? unanswered : toldOf(unanswered, current);
  return { alert, episode: { ...rest, ...times, lastAlertAt: now, toldTo: [...new Set([...(episode.toldTo ?? []), ...channels])] } };
}

/** The episode once a newer price than that of its last alert was told to all: the step that waited is told with it. */
function toldOf(episode: Episode, { reason: { to } }: Alert): Episode {
  return { ...withoutWaiting(episode), ...(to ? { toldAt: to, lastAlerted: to } : {}) };
}
