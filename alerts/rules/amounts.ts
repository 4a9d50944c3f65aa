import type { Reference } from '../../config/units.ts';
import type { Episode } from '../../model/alert.ts';
import { sameCurrency, type Money } from '../../model/money.ts';
import { highestWithin, lowestWithin, medianWithin } from '../../model/price-history.ts';
import type { RuleContext } from './filter.ts';

const DAY_MS = 86_400_000;

/** What amounts are looked up in. */
export interface Looked {
  /** The price after the change. */
  readonly to: Money;
  /** The price before it; left out where none is known. */
  readonly from?: Money;
  readonly at: Date;
  readonly context: RuleContext;
  readonly episode?: Episode | undefined;
}

/**
 * The amount that a reference stands for, as of just before the change; undefined when it is not known or of another currency: then nothing is said.
 * Where no history was kept yet, the days hold the last price alone.
 */
export function amountFor(reference: Reference, looked: Looked): Money | undefined {
  const amount = lookUp(reference, looked);
  return amount && sameCurrency(amount, looked.to) ? amount : undefined;
}

function lookUp(reference: Reference, { from, at, context, episode }: Looked): Money | undefined {
  switch (reference.kind) {
    case 'previous': return episode?.waiting?.from ?? from;
    case 'last_alerted': return episode?.lastAlerted ?? episode?.waiting?.from ?? from;
    case 'own_price': return context.product?.price;
    case 'list_price': return context.listing?.listPrice;
    case 'map': return context.limits?.map;
    case 'floor': return context.limits?.floor;
    case 'fixed': return reference.money;
    case 'median': return within(medianWithin, reference.days, { from, at, context });
    case 'lowest': return within(lowestWithin, reference.days, { from, at, context });
    case 'highest': return within(highestWithin, reference.days, { from, at, context });
    default: return reference satisfies never;
  }
}

function within(find: typeof lowestWithin, days: number, { from, at, context }: { readonly from: Money | undefined; readonly at: Date; readonly context: RuleContext }): Money | undefined {
  return (context.history && find(context.history, new Date(at.getTime() - days * DAY_MS), at)) ?? from;
}
