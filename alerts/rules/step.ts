import type { Rule } from '../../config/types.ts';
import { thresholdText } from '../../config/units.ts';
import type { Alert, AlertReason, Episode } from '../../model/alert.ts';
import type { Change, ChangeDetail } from '../../model/change.ts';
import type { Price } from '../../model/listing.ts';
import { sameCurrency, type Money } from '../../model/money.ts';
import { ENDS } from './kinds.ts';
import { betweenMoney, buyable, movementOf, reaches, type Movement } from './measure.ts';

/**
 * What a change does to an episode.
 * open: a state begins. close: it ends; `alone` = worth telling though nobody was told of a beginning. move: something moved far
 * enough; `origin` = where it stood, when regaining that ends the episode; `within` = the state of the episode stays.
 * back: counted from the baseline it is not far enough (any more). nothing: not the rule's concern.
 */
export type Step =
  | { readonly kind: 'open'; readonly reason: AlertReason }
  | { readonly kind: 'close'; readonly reason: AlertReason; readonly told: boolean; readonly alone: boolean }
  | { readonly kind: 'move'; readonly reason: AlertReason; readonly origin?: string; readonly within?: boolean }
  | { readonly kind: 'back' }
  | { readonly kind: 'nothing' };

const BACK: Step = { kind: 'back' };
const NOTHING: Step = { kind: 'nothing' };

/** What the change means to the rule, given how the episode stands. */
export function stepOf(rule: Rule, change: Change, episode: Episode | undefined, product: Alert['product']): Step {
  const { detail } = change;
  if (rule.baseline === 'own_price') return againstOwnPrice(rule, detail, product);
  if (detail.kind === 'stock') return stockStep(rule, detail);
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

function plain(rule: Rule): AlertReason {
  return { baseline: rule.baseline };
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

function moveStep(rule: Rule, detail: ChangeDetail, episode: Episode | undefined): Step {
  const reference = rule.baseline === 'last_alerted' ? episode?.lastAlerted : episode?.waiting?.from;
  const movement = sinceReference(movementOf(detail), reference);
  const { way, from, to, percent } = movement;
  // Back where it stood before the change that waits: nobody has to know of either.
  const undone = episode?.waiting?.origin !== undefined && 'to' in detail && JSON.stringify(detail.to) === episode.waiting.origin;
  const moneyStill = from !== undefined && to !== undefined && way === 'none';
  if (undone) return BACK;
  if (moneyStill || !rightWay(rule, way) || !reaches(rule.threshold, movement)) return reference || rule.baseline === 'last_alerted' ? BACK : NOTHING;
  return {
    kind: 'move',
    reason: { ...plain(rule), ...(from ? { from } : {}), ...(to ? { to } : {}), ...(percent === undefined ? {} : { percent }), ...thresholdOf(rule) },
  };
}

function rightWay(rule: Rule, way: Movement['way']): boolean {
  return way === 'none' || rule.direction === 'any' || way === rule.direction;
}

/** The movement counted from the rule's baseline, or from before the change that still waits. */
function sinceReference(own: Movement, reference: Money | undefined): Movement {
  if (!reference || !own.to || !sameCurrency(reference, own.to)) return own;
  return betweenMoney(reference, own.to);
}

function thresholdOf(rule: Rule): Pick<AlertReason, 'threshold'> {
  return rule.threshold ? { threshold: thresholdText(rule.threshold) } : {};
}

/** The rival's page price against the own price (direction up: rivals dearer than we). Closed as soon as it is not below (above) any more. */
function againstOwnPrice(rule: Rule, detail: ChangeDetail, product: Alert['product']): Step {
  if (detail.kind === 'listing_disappeared') return { kind: 'close', reason: plain(rule), told: rule.notifyRecovery, alone: false };
  const price = shownPrice(detail);
  if (!product || price?.kind !== 'page' || !sameCurrency(price.money, product.price)) return NOTHING;
  const movement = betweenMoney(product.price, price.money);
  const { percent } = movement;
  const reason: AlertReason = { ...plain(rule), from: product.price, to: price.money, ...(percent === undefined ? {} : { percent }), ...thresholdOf(rule) };
  if (movement.way !== (rule.direction === 'up' ? 'up' : 'down')) return { kind: 'close', reason, told: rule.notifyRecovery, alone: false };
  return reaches(rule.threshold, movement) ? { kind: 'open', reason } : NOTHING;
}

/** The price the page shows after the change; a variant's price is not that of the own product. */
function shownPrice(detail: ChangeDetail): Price | undefined {
  if (detail.kind === 'price') return detail.offerSku === undefined ? detail.to : undefined;
  return detail.kind === 'listing_appeared' || detail.kind === 'listing_returned' ? detail.price : undefined;
}
