import type { Price } from '../../../model/listing.ts';
import { sameCurrency, type CurrencyCode } from '../../../model/money.ts';

/** A listing's last price and the one of this crawl. */
export interface PricePair {
  readonly from: Price;
  readonly to: Price;
}

/** What a large part of the listings did at once: they went by one factor, or to another currency. */
export type Mass = { readonly factor: number } | { readonly currency: CurrencyCode };

/** Fewer listings than this say nothing about their source, and so few that moved alike are chance. */
const LEAST_COMPARED = 12;
const LEAST_ALIKE = 10;
const SHARE_ALIKE = 0.3;
/** Two moves are alike when their factors differ by less: prices are rounded. */
const ALIKE = 0.01;
/** Moves smaller than this are everyday. */
const LEAST_MOVE = Math.log(1.03);

/** What a large part of the listings did at once, all alike; undefined when there is none. `all`: how many listings there are, those that did not move included. */
export function massOf(pairs: readonly PricePair[], all = pairs.length): Mass | undefined {
  const currency = massCurrency(pairs, all);
  if (currency !== undefined) return { currency };
  const factor = massFactor(pairs, all);
  return factor === undefined ? undefined : { factor };
}

/** A page for another country, or a shop that moved: not so many price changes. */
function massCurrency(pairs: readonly PricePair[], all: number): CurrencyCode | undefined {
  const counts = new Map<CurrencyCode, number>();
  for (const { from, to } of pairs) if (!sameCurrency(from.money, to.money)) counts.set(to.money.currency, (counts.get(to.money.currency) ?? 0) + 1);
  return all < LEAST_COMPARED ? undefined : [...counts].find(([, count]) => count >= Math.max(LEAST_ALIKE, SHARE_ALIKE * all))?.[0];
}

/**
 * The factor by which a large part of the listings moved at once; undefined when there is none. That is another currency under the old sign, prices with
 * another tax or a misreading of all pages, not so many price changes. A fall by a round share is a sale.
 */
export function massFactor(pairs: readonly PricePair[], all = pairs.length): number | undefined {
  const compared = pairs.filter(({ from, to }) => from.kind === to.kind && sameCurrency(from.money, to.money) && from.money.minor > 0 && to.money.minor > 0);
  if (all < LEAST_COMPARED) return undefined;
  const moves = compared.map(({ from, to }) => Math.log(to.money.minor / from.money.minor)).filter((move) => Math.abs(move) >= LEAST_MOVE).toSorted((a, b) => a - b);
  let best: { readonly count: number; readonly middle: number } | undefined;
  let low = 0;
  for (const [high, move] of moves.entries()) {
    while (move - (moves[low] ?? move) > ALIKE) low += 1;
    const count = high - low + 1;
    if (count > (best?.count ?? 0)) best = { count, middle: moves[low + Math.floor(count / 2)] ?? move };
  }
  if (!best || best.count < Math.max(LEAST_ALIKE, SHARE_ALIKE * all)) return undefined;
  const factor = Math.exp(best.middle);
  return isRoundFall(factor) ? undefined : factor;
}

/** True when the price did as so many others. */
export function movedAlike(mass: Mass, from: Price, to: Price): boolean {
  return 'currency' in mass ? !sameCurrency(from.money, to.money) && to.money.currency === mass.currency : sameCurrency(from.money, to.money) && movedBy(mass.factor, from, to);
}

/** In words, for the operator. */
export function massText(mass: Mass): string {
  return 'currency' in mass ? `most prices are in ${mass.currency} now: a page for another country, or a misreading` : `most prices went by the same factor of ${mass.factor.toFixed(3)}: another currency or tax, or a misreading`;
}

function movedBy(factor: number, from: Price, to: Price): boolean {
  return Math.abs(Math.log(to.money.minor / from.money.minor) - Math.log(factor)) <= ALIKE;
}

/** 5, 10, 15 … 70 per cent off. */
function isRoundFall(factor: number): boolean {
  const off = (1 - factor) * 100;
  return off > 0 && off <= 71 && Math.abs(off - Math.round(off / 5) * 5) < 0.6;
}
