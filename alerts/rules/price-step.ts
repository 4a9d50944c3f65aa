import type { AlertReason } from '../../model/alert.ts';
import type { Episode } from '../../model/episode.ts';
import type { ChangeDetail } from '../../model/change.ts';
import type { Price } from '../../model/listing.ts';
import { sameCurrency, type Money } from '../../model/money.ts';
import type { CompiledRule } from './compiled.ts';
import { isStand } from './compile.ts';
import { judge, type Judged } from './judge.ts';
import { betweenMoney, movementOf, reaches } from './measure.ts';
import { BACK, isUndone, NOTHING, plain, type Step, type StepInput } from './steps.ts';

/** What a price, new or standing, does to the episode of a rule that asks something of prices. */
export function priceStep(input: StepInput): Step {
  const { compiled, change: { detail, at }, episode, context } = input;
  const { rule, stands, clauses } = compiled;
  if (detail.kind === 'listing_disappeared') return over(compiled, plain(rule));
  const price = pricePut(stands, detail);
  if (!price) return NOTHING;
  if (isUndone(detail, episode)) return BACK;
  const { from, to } = price;
  // How a price moved is not asked of that of another seller.
  const judged = judge(detail.kind === 'seller' ? clauses.filter(isStand) : clauses, { to, ...(from ? { from } : {}), at, context, episode }, rule.rearm);
  if (judged.moved) return isRearmed(input, to) ? { kind: 'move', reason: judged.reason, ...(judged.side ? { side: judged.side } : {}) } : BACK;
  if (stands) return standStep(compiled, judged, episode);
  if (isBackAtStart(compiled, to, episode)) return over(compiled, judged.reason);
  return episode?.waiting?.from || compiled.counts ? BACK : NOTHING;
}

function standStep(compiled: CompiledRule, { stand, side, reason }: Judged, episode: Episode | undefined): Step {
  const quiet: Step = compiled.counts ? { kind: 'note' } : NOTHING;
  switch (stand) {
    case 'holds': return { kind: 'open', reason, ...(side ? { side } : {}) };
    case 'over': return over(compiled, episode?.side ? { ...reason, side: episode.side } : reason);
    // Far enough back is asked for what was told: what waits does not hold any more.
    case 'between': return episode?.state === 'pending' ? over(compiled, reason) : quiet;
    case undefined: return quiet;
    default: return stand satisfies never;
  }
}

function over({ rule }: CompiledRule, reason: AlertReason): Step {
  return { kind: 'close', reason, told: rule.notifyRecovery, alone: false };
}

interface Put {
  readonly to: Money;
  readonly from?: Money;
}

/**
 * The price that the rule is asked about. Where a price stands is asked of the one that the page shows to everybody: a variant's, a coupon price or a
 * deposit is not the price of the own article. How a price moved can be asked of every kind, each counted by itself.
 */
function pricePut(stands: boolean, detail: ChangeDetail): Put | undefined {
  if (detail.kind === 'price') {
    if (stands && (detail.offerSku !== undefined || detail.to.kind !== 'page')) return undefined;
    const { from, to } = movementOf(detail);
    return to && { to, ...(from ? { from } : {}) };
  }
  const price: Price | undefined = detail.kind === 'seller' ? detail.toPrice : detail.kind === 'listing_appeared' || detail.kind === 'listing_returned' ? detail.price : undefined;
  return price?.kind === 'page' ? { to: price.money } : undefined;
}

/** May it speak again? Not when it is too near to where it was told last, unless that is long enough ago. */
function isRearmed({ compiled: { rule: { rearm } }, episode, now }: StepInput, to: Money): boolean {
  const told = episode?.toldAt;
  if (!rearm.distance || !told || !sameCurrency(told, to)) return true;
  const movement = betweenMoney(told, to);
  if (movement.way !== 'none' && reaches(rearm.distance, movement)) return true;
  return rearm.after !== undefined && episode.lastAlertAt !== undefined && now.getTime() - episode.lastAlertAt.getTime() >= rearm.after;
}

/** A movement one way is over when the price is back where it began, or beyond. */
function isBackAtStart({ way }: CompiledRule, to: Money, episode: Episode | undefined): boolean {
  const start = episode?.startedFrom;
  if (!start || !sameCurrency(start, to)) return false;
  return way === 'down' ? to.minor >= start.minor : way === 'up' && to.minor <= start.minor;
}
