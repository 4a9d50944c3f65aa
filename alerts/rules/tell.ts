import type { Level } from '../../config/types.ts';
import type { Alert, AlertReason } from '../../model/alert.ts';
import type { Episode, EpisodeState } from '../../model/episode.ts';
import type { ChannelId } from '../../model/ids.ts';
import type { Money } from '../../model/money.ts';
import { alertOf, isFiring, openPartOf, written, type Draft } from './episode.ts';
import type { EvaluateInput, Evaluation } from './evaluation.ts';
import { movementOf } from './measure.ts';
import { isConfirmed, replacedSoFar, waitingFor } from './waiting.ts';

/** What is to be told. */
export interface Telling {
  readonly reason: AlertReason;
  readonly moment: Alert['moment'];
  readonly state: 'firing' | 'recovered';
  readonly origin?: string;
  readonly startedFrom?: Money;
  /** Of a price: on which side of its line it is. */
  readonly side?: Level['side'];
  /** Tells apart alerts of one change. */
  readonly mark?: string;
}

/** An alert now, or the change waits. */
export function tell(shown: EvaluateInput, telling: Telling): Evaluation {
  const { moment } = telling;
  const input = shown.compiled.rule.confirm.needed === 1 ? shown : { ...shown, context: { ...shown.context, confirmedBy: shown.context.confirmedBy ?? agreeing(shown, telling) } };
  const since = holdsSince(input);
  const ready = cooledDown(input) && (moment === 'recovered' || (isConfirmed(input) && hasHeld(input, since)));
  return ready ? told(input, telling, since) : { episode: waits(input, telling, since) };
}

/** Crawls in a row that agree, with the one that brought the change: a price that moves on is still beyond its line, or still so far from where it began. */
function agreeing({ change, episode }: EvaluateInput, { reason }: Telling): number {
  const { waiting, seen = 1, state, confirmedIn } = episode ?? {};
  if (!waiting || waiting.turned || state !== 'pending') return 1;
  if (waiting.changeId === change.id || confirmedIn === change.crawlId) return Math.max(1, seen);
  return reason.to ? seen + 1 : 1;
}

/** That an episode remembers. */
const MOST_SELLERS = 50;

function told(input: EvaluateInput, { reason, moment, state, origin, startedFrom, side, mark }: Telling, since: Date): Evaluation {
  const { compiled: { rule, hash }, change, episode, now } = input;
  const next = written(input, state);
  const to = movementOf(change.detail).to ?? reason.to;
  const replaced = replacedSoFar(input);
  const channels = moment === 'recovered' ? (episode?.toldTo ?? rule.channels) : rule.channels;
  const held = moment === 'fired' && rule.holdFor > 0;
  const full: AlertReason = replaced > 0 || held ? { ...reason, ...(replaced > 0 ? { replaced } : {}), ...(held ? { heldFor: now.getTime() - since.getTime() } : {}) } : reason;
  const alert = alertOf({ compiled: input.compiled, change, context: input.context, now, episodeId: next.id, moment, reason: full, channels, ...(mark === undefined ? {} : { mark }) });
  const kept = next.holdsSince || next.acknowledged ? answered(next) : next;
  kept.lastAlertAt = now;
  kept.lastAlertId = alert.id;
  kept.ruleHash = hash;
  if (origin !== undefined) kept.origin = origin;
  if (startedFrom) kept.startedFrom = startedFrom;
  if (side) {
    kept.side = side;
    if (input.compiled.bySeller && input.context.listing?.seller !== undefined) kept.sellers = [...new Set([...(kept.sellers ?? []), input.context.listing.seller])].slice(-MOST_SELLERS);
  }
  if (to) {
    kept.lastAlerted = to;
    kept.toldAt = to;
  }
  if (moment === 'fired') {
    kept.toldTo = toldTo(episode, channels);
    Object.assign(kept, dueTimes(input));
  }
  return { alert, episode: kept };
}

/** What was waited for, or done by somebody, before it was told. */
function answered({ holdsSince: _since, acknowledged: _acknowledged, ...rest }: Draft): Draft {
  return rest;
}

/** Those told since it opened; a new opening begins anew. */
function toldTo(episode: Episode | undefined, channels: readonly ChannelId[]): readonly ChannelId[] {
  const before = episode && isFiring(episode) ? (episode.toldTo ?? []) : [];
  return before.length === 0 || before === channels ? channels : [...new Set([...before, ...channels])];
}

/** When the tick looks at the episode again: to tell a second receiver, to say that it still holds. What is told meanwhile puts the second receiver off no further. */
export function dueTimes({ compiled: { rule }, episode, now }: Pick<EvaluateInput, 'compiled' | 'now'> & { readonly episode?: Episode | undefined }): Pick<Episode, 'escalateAt' | 'remindAt'> {
  const unanswered = episode?.state === 'firing' ? episode.escalateAt : undefined;
  return {
    ...(rule.escalate ? { escalateAt: unanswered ?? new Date(now.getTime() + rule.escalate.after) } : {}),
    ...(rule.rearm.after === undefined ? {} : { remindAt: new Date(now.getTime() + rule.rearm.after) }),
  };
}

function waits(input: EvaluateInput, { moment }: Telling, since: Date): Episode {
  const { compiled: { rule, counts }, change, episode, context } = input;
  const state: EpisodeState = moment === 'recovered' ? 'recovered' : episode && isFiring(episode) ? episode.state : 'pending';
  const { from } = movementOf(change.detail);
  const reference = counts && episode?.lastAlerted === undefined ? from : undefined;
  return {
    ...written(input, state), ...(moment === 'recovered' && episode ? openPartOf(episode) : {}), seen: context.confirmedBy ?? 1, confirmedIn: change.crawlId, waiting: waitingFor(input), ...(reference ? { lastAlerted: reference } : {}), ...(rule.holdFor > 0 && state === 'pending' ? { holdsSince: since } : {}),
  };
}

/** Since when it holds; never later than now, so that a clock that was set back does not make it wait for ever. */
function holdsSince({ change, episode, now }: EvaluateInput): Date {
  const since = (episode?.state === 'pending' ? episode.holdsSince : undefined) ?? change.at;
  return since > now ? now : since;
}

function hasHeld({ compiled: { rule }, now }: EvaluateInput, since: Date): boolean {
  return now.getTime() - since.getTime() >= rule.holdFor;
}

/** Neither cooldown nor snooze is on. An alert that lies ahead of the clock was told before the clock was set back: it holds nothing up. */
export function cooledDown({ compiled: { rule }, episode, now }: Pick<EvaluateInput, 'compiled' | 'episode' | 'now'>): boolean {
  if (episode?.snoozedUntil && episode.snoozedUntil > now) return false;
  if (rule.cooldown === 0 || episode?.lastAlertAt === undefined) return true;
  const passed = now.getTime() - episode.lastAlertAt.getTime();
  return passed < 0 || passed >= rule.cooldown;
}
