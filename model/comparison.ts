import type { ReferenceKind } from './alert.ts';
import { moneyText, type Money } from './money.ts';

/** A difference: a share in per cent, or an amount of money. */
export type Threshold = { readonly kind: 'percent'; readonly percent: number } | { readonly kind: 'money'; readonly money: Money };

/** The threshold as the operator would write it. */
export function thresholdText(value: Threshold): string {
  return value.kind === 'percent' ? `${value.percent}%` : moneyText(value.money);
}

/** What an amount is compared with, see {@link ReferenceKind}. */
export type Reference =
  | { readonly kind: Exclude<ReferenceKind, 'median' | 'lowest' | 'highest' | 'fixed'> }
  | { readonly kind: 'median' | 'lowest' | 'highest'; readonly days: number }
  | { readonly kind: 'fixed'; readonly money: Money };

/** The reference as the operator would write it. */
export function referenceText(value: Reference): string {
  switch (value.kind) {
    case 'median': case 'lowest': case 'highest': return `${value.kind} ${value.days}d`;
    case 'fixed': return moneyText(value.money);
    default: return value.kind;
  }
}

/** So many of so many looks must agree; `needed` of `of`. */
export interface Confirmation { readonly needed: number; readonly of: number }
