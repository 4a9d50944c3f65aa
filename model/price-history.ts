import type { Money } from './money.ts';
import { sameCurrency } from './money.ts';

/** A price that was accepted, and held until the next point. */
export interface PricePoint {
  /** When it was first seen (UTC). */
  readonly at: Date;
  readonly money: Money;
}

/** Prices of one kind, variant and seller, oldest first, as a step function. Bounded: the oldest points go first. */
export type PriceHistory = readonly PricePoint[];

/** Points kept of one history: of a price that moves every day, a quarter of a year. */
export const MOST_POINTS = 120;

/** The history with one more point. The same price again, or a point that is not newer than the last, adds nothing; another currency begins anew. */
export function withPoint(history: PriceHistory, point: PricePoint): PriceHistory {
  const last = history.at(-1);
  if (!last || !sameCurrency(last.money, point.money)) return last && point.at <= last.at ? history : [point];
  if (point.at <= last.at || last.money.minor === point.money.minor) return history;
  return [...history, point].slice(-MOST_POINTS);
}

/** A stretch in which a price held. */
export interface Stretch {
  readonly money: Money;
  /** Milliseconds of it that lie within the asked time. */
  readonly lasted: number;
}

/** What held from `since` up to, not including, `until`: the price that came into the time with it as well. Empty when nothing was known yet. */
export function stretchesWithin(history: PriceHistory, since: Date, until: Date): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let to = until.getTime();
  // From the newest back: what lies before the time is not looked at.
  for (let index = history.length - 1; index >= 0 && to > since.getTime(); index -= 1) {
    const point = history[index];
    if (!point) continue;
    const from = Math.max(point.at.getTime(), since.getTime());
    if (from < to) stretches.push({ money: point.money, lasted: to - from });
    to = Math.min(to, point.at.getTime());
  }
  return stretches.toReversed();
}

/** The lowest price that held in the time; undefined when none was known. */
export function lowestWithin(history: PriceHistory, since: Date, until: Date): Money | undefined {
  return stretchesWithin(history, since, until).reduce<Money | undefined>((low, { money }) => (low === undefined || money.minor < low.minor ? money : low), undefined);
}

/** The highest price that held in the time; undefined when none was known. */
export function highestWithin(history: PriceHistory, since: Date, until: Date): Money | undefined {
  return stretchesWithin(history, since, until).reduce<Money | undefined>((high, { money }) => (high === undefined || money.minor > high.minor ? money : high), undefined);
}

/** The median by time: the price at or below which it stood for half of the known time; undefined when none was known. */
export function medianWithin(history: PriceHistory, since: Date, until: Date): Money | undefined {
  const stretches = stretchesWithin(history, since, until).toSorted((a, b) => a.money.minor - b.money.minor);
  const half = stretches.reduce((sum, { lasted }) => sum + lasted, 0) / 2;
  let lasted = 0;
  for (const stretch of stretches) {
    lasted += stretch.lasted;
    if (lasted >= half) return stretch.money;
  }
  return undefined;
}

/** The history as it stood at a time: later points are not known yet. */
export function asOf(history: PriceHistory, time: Date): PriceHistory {
  return history.filter(({ at }) => at <= time);
}
