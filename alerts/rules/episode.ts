import type { Alert, AlertReason } from '../../model/alert.ts';
import type { Episode, EpisodeState } from '../../model/episode.ts';
import type { Change } from '../../model/change.ts';
import type { ChannelId } from '../../model/ids.ts';
import { factId } from '../../model/ids.ts';
import { withPoint, type PriceHistory } from '../../model/price-history.ts';
import type { CompiledRule } from './compiled.ts';
import type { RuleContext } from './context.ts';
import { episodeOf } from './kinds.ts';

/** Changes an episode remembers having taken in. */
const APPLIED = 20;

/** Told, and not over yet. */
export function isFiring({ state }: Episode): boolean {
  return state === 'firing' || state === 'acknowledged';
}

/** Told, and let go without a word when its rule was gone: nobody was told that it is over. */
export function isLetGo({ state, waiting, closed, toldTo }: Episode): boolean {
  return state === 'recovered' && waiting === undefined && closed !== undefined && toldTo !== undefined;
}

/** Told, and over, which waits to be told: it may turn out not to be. */
export function endWaits({ state, waiting, toldTo }: Episode): boolean {
  return state === 'recovered' && waiting !== undefined && toldTo !== undefined;
}

/** Its rule was edited since it was told. */
export function isEdited({ ruleHash }: Episode, { hash }: CompiledRule): boolean {
  return ruleHash !== undefined && ruleHash !== hash;
}

/** Another seller than those that were told of, under a rule that each of them breaks by himself. */
export function isNewSeller({ bySeller }: CompiledRule, { listing }: RuleContext, { sellers }: Episode): boolean {
  return bySeller && listing?.seller !== undefined && sellers !== undefined && !sellers.includes(listing.seller);
}

/** What an episode is written with. */
export interface Writing {
  readonly compiled: CompiledRule;
  readonly change: Change;
  readonly episode?: Episode | undefined;
  readonly now: Date;
}

/** An episode that nobody else has seen yet. */
export type Draft = { -readonly [Key in keyof Episode]: Episode[Key] };

/** The episode with the change taken in and nothing waiting: a new one, to be filled in by whoever asked for it. */
export function written({ compiled, change, episode, now }: Writing, state: EpisodeState): Draft {
  if (!episode) {
    const { id, aspect } = episodeOf(compiled, change);
    return { id, ruleId: compiled.rule.id, subjectId: change.subjectId, aspect, state, rev: 1, seen: 0, openedAt: now, updatedAt: now, changedAt: change.at, applied: [change.id] };
  }
  const over = state === 'recovered';
  const placed = change.detail.kind === 'seller' ? withoutPlace(episode) : episode;
  const kept = placed.waiting || placed.closed ? withoutWaiting(placed) : placed;
  const rest = (over && (episode.state !== 'recovered' || episode.toldTo)) || isLetGo(episode) ? withoutOpen(kept) : kept;
  const opens = episode.state === 'recovered' && !over;
  // A time ahead of the clock is a clock that was set back: what comes now is not late.
  const ahead = episode.changedAt !== undefined && episode.changedAt > change.at && episode.changedAt <= now;
  const next: Draft = { ...rest, state, rev: episode.rev + 1, seen: 0, updatedAt: now, applied: applyTo(episode, change) };
  if (!ahead) {
    if (episode.changedAt && episode.changedAt > change.at) next.setBack = true;
    next.changedAt = change.at;
  }
  if (opens) next.openedAt = now;
  return next;
}

/** Without the places that movements are counted from: what comes next is none of the same. */
export function withoutPlace({ lastAlerted: _lastAlerted, toldAt: _toldAt, startedFrom: _from, ...rest }: Episode): Episode {
  return rest;
}

/** With nothing that waits, and without the record of its end. */
export function withoutWaiting({ waiting: _waiting, closed: _closed, ...rest }: Episode): Episode {
  return rest;
}

/** Without what belongs to an open episode alone. */
export function withoutOpen({ toldTo: _toldTo, origin: _origin, side: _side, sellers: _sellers, startedFrom: _from, holdsSince: _since, escalateAt: _escalate, remindAt: _remind, acknowledged: _acknowledged, ...rest }: Episode): Episode {
  return rest;
}

/** What belongs to an open episode: kept while its end waits, which may turn out to be none. */
export function openPartOf({ toldTo, origin, side, sellers, startedFrom, escalateAt, remindAt, acknowledged }: Episode): Partial<Episode> {
  return {
    ...(toldTo ? { toldTo } : {}), ...(origin === undefined ? {} : { origin }), ...(side ? { side } : {}), ...(sellers ? { sellers } : {}), ...(startedFrom ? { startedFrom } : {}),
    ...(escalateAt ? { escalateAt } : {}), ...(remindAt ? { remindAt } : {}), ...(acknowledged ? { acknowledged } : {}),
  };
}

/** Whether the change was taken in. One that is newer than all of them was not, unless the clock was set back. */
export function isApplied({ applied, changedAt, setBack }: Episode, change: Change): boolean {
  if (changedAt && change.at > changedAt && !setBack) return false;
  return applied.includes(change.id);
}

/** The changes taken in with one more. */
export function applyTo(episode: Episode, change: Change): Episode['applied'] {
  if (isApplied(episode, change)) return episode.applied;
  const kept = episode.applied.length < APPLIED ? episode.applied : episode.applied.slice(1 - APPLIED);
  return [...kept, change.id];
}

/** What an alert is made of. */
export interface AlertParts {
  readonly compiled: CompiledRule;
  readonly change: Change;
  readonly context: RuleContext;
  readonly now: Date;
  readonly episodeId: Episode['id'];
  readonly moment: Alert['moment'];
  readonly reason: AlertReason;
  readonly channels: readonly ChannelId[];
  /** Tells apart alerts of one change: a standing price that is told twice, a reminder. */
  readonly mark?: string;
}

/** One message-worthy moment. Its id follows from episode, moment and change: deciding it twice is telling it once. */
export function alertOf({ compiled: { rule }, change, context, now, episodeId, moment, reason, channels, mark }: AlertParts): Alert {
  const history = historyOf(change, context);
  return {
    id: factId('alert', episodeId, moment, change.id, ...(mark === undefined ? [] : [mark])), episodeId, ruleId: rule.id, severity: moment === 'recovered' ? 'info' : rule.severity, moment, change, reason,
    ...(context.product ? { product: context.product } : {}), ...(history ? { history } : {}), at: now, channels, ...(rule.how === 'now' ? {} : { how: rule.how }),
  };
}

/** Prices up to and with the change, when it is about one; bounded as every history is. */
function historyOf({ detail, at }: Change, { history }: RuleContext): PriceHistory | undefined {
  if (!history || history.length === 0 || detail.kind !== 'price') return undefined;
  return withPoint(history, { at, money: detail.to.money });
}
