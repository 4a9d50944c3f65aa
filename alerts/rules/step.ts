import type { Rule } from '../../config/types.ts';
import { thresholdText } from '../../config/units.ts';
import type { Episode } from '../../model/episode.ts';
import type { ChangeDetail } from '../../model/change.ts';
import { bringsPrice, ENDS } from './kinds.ts';
import { buyable, movementOf, reaches, type Movement } from './measure.ts';
import { priceStep } from './price-step.ts';
import { BACK, isUndone, NOTHING, plain, type Step, type StepInput } from './steps.ts';

/** What the change means to the rule, given how the episode stands. */
export function stepOf(input: StepInput): Step {
  const { compiled: { rule, stands, clauses }, change: { detail }, episode } = input;
  if (stands && bringsPrice(detail.kind)) return priceStep(input);
  if (detail.kind === 'price' && clauses.length > 0) return priceStep(input);
  if (detail.kind === 'stock') return stockStep(rule, detail);
  if (detail.kind === 'flapping') return rule.on.includes(detail.kind) || rule.on.includes(detail.what) ? { kind: 'move', reason: plain(rule), within: true } : NOTHING;
  if (detail.kind === 'search_rank') return rankStep(rule, detail, episode);
  const opener = ENDS[detail.kind];
  if (opener !== null && rule.on.includes(opener)) {
    const named = rule.on.includes(detail.kind);
    return { kind: 'close', reason: plain(rule), told: named || rule.notifyRecovery, alone: named };
  }
  if (Object.values(ENDS).includes(detail.kind)) return { kind: 'open', reason: plain(rule) };
  if (detail.kind === 'negative_reviews' && detail.reviews.length < rule.minCount) return NOTHING;
  return moveStep(rule, detail, episode);
}

function stockStep(rule: Rule, detail: Extract<ChangeDetail, { kind: 'stock' }>): Step {
  const reason = plain(rule);
  const [was, is] = [buyable(detail.from), buyable(detail.to)];
  if (was === is) return rule.direction === 'any' ? { kind: 'move', reason, within: true } : NOTHING;
  const opens = rule.direction === 'up' ? is : !is;
  if (opens) return { kind: 'open', reason };
  const any = rule.direction === 'any';
  return { kind: 'close', reason, told: any || rule.notifyRecovery, alone: any };
}

/** A place that is lost opens an episode, which ends when the place is regained. */
function rankStep(rule: Rule, detail: Extract<ChangeDetail, { kind: 'search_rank' }>, episode: Episode | undefined): Step {
  const { way } = movementOf(detail);
  const reason = plain(rule);
  if (rule.direction === 'any') return { kind: 'move', reason };
  if (way === rule.direction) return rule.direction === 'down' ? { kind: 'move', reason, origin: JSON.stringify(detail.from) } : { kind: 'move', reason };
  const origin = rule.direction === 'down' ? Number.parseInt(episode?.origin ?? episode?.waiting?.origin ?? '', 10) : Number.NaN;
  if (Number.isNaN(origin) || detail.to === null || detail.to > origin) return NOTHING;
  return { kind: 'close', reason, told: rule.notifyRecovery, alone: false };
}

/** Everything that is no price: counted from the value before, or from before the change that still waits. */
function moveStep(rule: Rule, detail: ChangeDetail, episode: Episode | undefined): Step {
  if (isUndone(detail, episode)) return BACK;
  const movement = movementOf(detail);
  const { way, from, to, percent } = movement;
  const moneyStill = from !== undefined && to !== undefined && way === 'none';
  if (moneyStill || !rightWay(rule, way) || !reaches(rule.threshold, movement)) return episode?.waiting?.from ? BACK : NOTHING;
  return {
    kind: 'move',
    reason: { baseline: 'previous', ...(from ? { from } : {}), ...(to ? { to } : {}), ...(percent === undefined ? {} : { percent }), ...(rule.threshold ? { threshold: thresholdText(rule.threshold) } : {}) },
  };
}

function rightWay(rule: Rule, way: Movement['way']): boolean {
  return way === 'none' || rule.direction === 'any' || way === rule.direction;
}
