import type { Rule } from '../../config/types.ts';
import { thresholdText } from '../../model/comparison.ts';
import type { Episode } from '../../model/episode.ts';
import type { ChangeDetail } from '../../model/change.ts';
import { currencyCode, moneyFromDecimal, type Money } from '../../model/money.ts';
import type { CompiledRule } from './compiled.ts';
import { isFiring } from './episode.ts';
import { bringsPrice, ENDS, isOfAnother } from './kinds.ts';
import { betweenMoney, buyable, movementOf, reaches, type Movement } from './measure.ts';
import { priceStep } from './price-step.ts';
import { BACK, isUndone, NOTHING, plain, type Step, type StepInput } from './steps.ts';

/** What the change means to the rule, given how the episode stands. */
export function stepOf(input: StepInput): Step {
  const { compiled, change: { detail }, episode } = input;
  const { rule, stands, clauses } = compiled;
  if (stands && bringsPrice(rule, detail.kind)) return priceStep(input);
  if (detail.kind === 'price' && clauses.length > 0) return priceStep(input);
  if (isOfAnother(compiled, detail.kind)) return { kind: 'anew' };
  if (detail.kind === 'stock') return stockStep(rule, detail);
  if (detail.kind === 'flapping') return flappingStep(compiled, detail, episode);
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

type Flapping = Extract<ChangeDetail, { kind: 'flapping' }>;

/**
 * Who is told of each step is told that there are too many of them. For all others what waits is none any more. What was told of a state or a line stands until it
 * has settled, which a crawl will show; of any other stock, nothing would.
 */
function flappingStep(compiled: CompiledRule, detail: Flapping, episode: Episode | undefined): Step {
  const { rule } = compiled;
  const ends = detail.what === 'stock' && rule.on.includes('stock') && rule.state === undefined && episode !== undefined && isFiring(episode);
  if (ends || rule.on.includes('flapping') || asksForEach(compiled, detail)) return { kind: 'move', reason: plain(rule), passing: true };
  return episode?.waiting ? BACK : NOTHING;
}

/** Not who asks for a state, where a price stands, for a new low, or for larger steps. */
function asksForEach({ rule, clauses }: CompiledRule, { what, between }: Flapping): boolean {
  if (what === 'stock') return rule.on.includes('stock') && rule.state === undefined && rule.holdFor === 0;
  const [from, to] = between.map(moneyOf);
  const step = from && to && betweenMoney(from, to);
  return clauses.some(({ moves }) => moves.some((move) => (move.from.kind === 'previous' || move.from.kind === 'last_alerted') && (!step || reaches(move.by, step))));
}

/** `19.90 USD`, as a change that flaps names its sides. */
function moneyOf(side: string): Money | undefined {
  const [decimal = '', code = ''] = side.split(' ');
  const currency = currencyCode(code);
  return currency && moneyFromDecimal(decimal, currency);
}

function stockStep(rule: Rule, detail: Extract<ChangeDetail, { kind: 'stock' }>): Step {
  const reason = plain(rule);
  const [was, is] = [buyable(detail.from), buyable(detail.to)];
  if (was === is) return rule.direction === 'any' ? { kind: 'move', reason, passing: true } : NOTHING;
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
  if (way === rule.direction) {
    if (rule.direction === 'up') return { kind: 'move', reason };
    // Pushed down by an ad it has lost no place: there is none to be regained.
    const isOpen = episode !== undefined && episode.state !== 'recovered';
    return detail.from === detail.to && !isOpen ? { kind: 'move', reason, passing: true } : { kind: 'move', reason, origin: JSON.stringify(detail.from) };
  }
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
