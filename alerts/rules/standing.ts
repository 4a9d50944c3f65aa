import type { Episode } from '../../model/episode.ts';
import type { Change, ChangeDetail, ChangeFacts } from '../../model/change.ts';
import { factId } from '../../model/ids.ts';
import { sameCurrency } from '../../model/money.ts';
import type { Evidence } from '../../model/reading.ts';
import type { What } from '../changes/unread.ts';
import type { CompiledRule } from './compiled.ts';
import { isEdited, isFiring, isLetGo, isNewSeller, written } from './episode.ts';
import { isExpired } from './evaluate.ts';
import type { EvaluateInput, Evaluation } from './evaluation.ts';
import type { ListingView } from './context.ts';
import { fits, show } from './filter.ts';
import { closeQuietly, letGoForGood, takeUp } from './handling.ts';
import { buyable } from './measure.ts';
import { priceStep } from './price-step.ts';
import { NOTHING, plain, type Step } from './steps.ts';
import { cooledDown, tell } from './tell.ts';

/** A listing as a crawl found it, for rules about states. */
export interface Standing {
  /** Of the crawl, the listing and its newest version; the id is made here. */
  readonly facts: Omit<ChangeFacts, 'id' | 'evidence'>;
  readonly listing: ListingView;
  /** What goes to and fro at the moment, and stands nowhere, or was not read. */
  readonly unsure?: readonly What[];
  /** Where price and stock were read. */
  readonly evidence?: { readonly price?: Evidence; readonly availability?: Evidence };
}

/**
 * The standing put as a change that changes nothing: the same value on both sides. A message says that it was so already. Undefined when the rule asks
 * for something that is not known of the listing, was not read now, or goes to and fro: nothing begins or ends by that until it is read, and has settled.
 */
export function asChange({ facts, listing, unsure, evidence }: Standing, compiled: CompiledRule): Change | undefined {
  const detail = detailOf(listing, compiled);
  if (unsure?.includes(compiled.stands ? 'price' : 'stock')) return undefined;
  const read = detail?.kind === 'price' ? evidence?.price : evidence?.availability;
  return detail && { ...facts, ...(read ? { evidence: read } : {}), id: factId('change', 'standing', detail.kind, facts.subjectId, facts.toVersion ?? facts.crawlId), detail };
}

function detailOf({ price, availability }: ListingView, { stands }: CompiledRule): ChangeDetail | undefined {
  if (stands) return price?.kind === 'page' ? { kind: 'price', from: price, to: price, percent: 0 } : undefined;
  return availability && { kind: 'stock', from: availability, to: availability };
}

/**
 * Moves the episode of one rule by how a listing stands, which every crawl shows anew: what was so at first sight is told once, and said to be so; what no
 * longer holds ends, also when it was the rule, the own price or the time that changed. Where a change waits, that decides. The change comes from
 * {@link asChange}. Pure.
 */
export function evaluateStanding(input: EvaluateInput): Evaluation {
  const { compiled, episode, now, change, context } = input;
  if (isExpired(compiled, now) || (episode?.waiting && !episode.waiting.standing)) return {};
  if (!(input.fits ?? fits(compiled, show(change, context)))) return episode ? unasked(input, episode) : {};
  const step = stepOf(input);
  const open = episode !== undefined && isFiring(episode);
  if (step.kind === 'open') {
    const other = episode !== undefined && isNewSeller(compiled, context, episode);
    if (open && episode.side === step.side && !other) return {};
    return !other && isToldOf(change, episode) ? { episode: takeUp(episode, compiled, now) } : began(input, step);
  }
  if (step.kind !== 'close' || !episode) return {};
  if (open) return ended(input, step, episode);
  if (isLetGo(episode)) return { episode: letGoForGood(episode, now) };
  return episode.state === 'pending' ? { episode: written(input, 'recovered') } : {};
}

/** None that the rule asks for (any more): another seller has it, its price left the band. What is over is told; of what is not, nobody is told that it is. */
function unasked(input: EvaluateInput, episode: Episode): Evaluation {
  const { compiled, change, context, now } = input;
  if (!compiled.picks(show(change, context))) return {};
  if (episode.state === 'pending') return { episode: written(input, 'recovered') };
  if (!isFiring(episode)) return {};
  const step = stepOf(input);
  if (step.kind === 'close') return ended(input, step, episode);
  const closed = closeQuietly(episode, isEdited(episode, compiled) ? 'rule_changed' : 'listing_changed', now);
  return closed ? { episode: closed } : {};
}

/** Just this was told before the rule was gone. At another price it is news. */
function isToldOf({ detail }: Change, episode: Episode | undefined): episode is Episode {
  if (!episode || !isLetGo(episode)) return false;
  const { toldAt } = episode;
  return detail.kind !== 'price' || (toldAt !== undefined && sameCurrency(toldAt, detail.to.money) && toldAt.minor === detail.to.money.minor);
}

function stepOf(input: EvaluateInput): Step {
  const { compiled, change: { detail } } = input;
  if (compiled.stands) return priceStep(input);
  if (detail.kind !== 'stock') return NOTHING;
  const { rule } = compiled;
  const holds = rule.direction === 'up' ? buyable(detail.to) : !buyable(detail.to);
  return holds ? { kind: 'open', reason: plain(rule) } : { kind: 'close', reason: plain(rule), told: rule.notifyRecovery, alone: false };
}

function began(input: EvaluateInput, { reason, side }: Extract<Step, { kind: 'open' }>): Evaluation {
  const { episode, context } = input;
  // Nothing is lost by waiting: the next crawl shows it again.
  if (!cooledDown(input) && !episode?.waiting) return {};
  const seen = episode?.waiting?.standing ? episode.seen + 1 : 1;
  const waiting = episode?.waiting && { ...episode.waiting, changeId: input.change.id };
  const looked = { ...input, context: { ...context, confirmedBy: seen }, ...(episode && waiting ? { episode: { ...episode, waiting } } : {}) };
  const already = episode === undefined || (episode.state === 'pending' && episode.lastAlertAt === undefined) ? 'first_sight' : 'meanwhile';
  const result = tell(looked, { reason: { ...reason, already }, moment: 'fired', state: 'firing', mark: markOf(episode), ...(side ? { side } : {}) });
  const held = result.episode?.waiting;
  if (!held || !result.episode) return result;
  // Nothing moved: there is no place from before that it could go back to.
  const { origin: _origin, from: _from, ...waits } = held;
  return { episode: { ...result.episode, waiting: { ...waits, standing: true } } };
}

/** It no longer holds. When the rule itself was changed since it was told, nobody is told that it is over: for them it may well not be. */
function ended(input: EvaluateInput, step: Extract<Step, { kind: 'close' }>, episode: Episode): Evaluation {
  const { compiled, now } = input;
  if (isEdited(episode, compiled)) return { episode: { ...written(input, 'recovered'), closed: { at: now, why: 'rule_changed' } } };
  if (!step.told) return { episode: written(input, 'recovered') };
  if (!cooledDown(input)) return {};
  return tell(input, { reason: { ...step.reason, already: 'meanwhile' }, moment: 'recovered', state: 'recovered', mark: markOf(episode) });
}

/** One version of a listing may be told of several times: when the own price moves back and forth. */
function markOf(episode: Episode | undefined): string {
  return `standing-${(episode?.rev ?? 0) + 1}`;
}

