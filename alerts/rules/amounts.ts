import type { Reference } from '../../model/comparison.ts';
import type { Episode } from '../../model/episode.ts';
import { sameCurrency, type Money } from '../../model/money.ts';
import { highestWithin, lowestWithin, medianWithin, type PriceHistory } from '../../model/price-history.ts';
import { ownPriceOf, type RuleContext } from './context.ts';

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
 * The amount that a reference stands for, as of just before the change; undefined when it is not known or of another currency: then nothing is said; null when it is
 * known that there is none. Where no history was kept yet, the days hold the last price alone.
 */
export function amountFor(reference: Reference, looked: Looked): Money | null | undefined {
  const amount = lookUp(reference, looked);
  return amount === null || (amount && sameCurrency(amount, looked.to)) ? amount : undefined;
}

function lookUp(reference: Reference, { from, at, context, episode }: Looked): Money | null | undefined {
  switch (reference.kind) {
    case 'previous': return episode?.waiting?.from ?? from;
    case 'last_alerted': return episode?.lastAlerted ?? episode?.waiting?.from ?? from;
    case 'own_price': return ownPriceOf(context);
    case 'list_price': return context.listing?.listPrice;
    case 'map': return context.limits?.map;
    case 'floor': return context.limits?.floor;
    case 'fixed': return reference.money;
    case 'median': case 'lowest': case 'highest': return (context.history && within(context.history, reference, at)) ?? from;
    default: return reference satisfies never;
  }
}

const FIND = { median: medianWithin, lowest: lowestWithin, highest: highestWithin } as const;

type OverDays = Extract<Reference, { readonly days: number }>;

/** What was found in a history: many rules ask the same of it. A history is never altered, and what is known of it goes with it. */
const found = new WeakMap<PriceHistory, Answer[]>();

interface Answer {
  readonly kind: OverDays['kind'];
  readonly days: number;
  readonly at: number;
  readonly amount: Money | undefined;
}

function within(history: PriceHistory, { kind, days }: OverDays, at: Date): Money | undefined {
  const answers = found.get(history) ?? [];
  const time = at.getTime();
  for (const answer of answers) if (answer.at === time && answer.days === days && answer.kind === kind) return answer.amount;
  const amount = FIND[kind](history, new Date(time - days * DAY_MS), at);
  if (answers.length >= MOST_ANSWERS) answers.length = 0;
  answers.push({ kind, days, at: time, amount });
  found.set(history, answers);
  return amount;
}

/** Of one history; asked about at many times, the answers of earlier ones are of no more use. */
const MOST_ANSWERS = 12;
