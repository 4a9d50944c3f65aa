import type { Gaps } from '../../model/gaps.ts';

/** What one good crawl adds: by listing, how often in a row it has been missed now, or had been before it was seen again. */
export interface GapsOfCrawl {
  readonly missed: readonly number[];
  readonly returned: readonly number[];
}

export const NO_GAPS: Gaps = { reached: [], back: [] };
/** Good crawls in a row that must miss a listing before it counts as gone, at least and at most. */
export const LEAST_MISSES = 3;
export const MOST_MISSES = 8;
/** Whoever is told that a listing is gone wants to be right: so few may be expected back within the next crawls. */
const MAY_RETURN = 0.05;
const WITHIN = 3;
/** Weight, in listings, of what is believed before much is known: of those still away fewer come back with each crawl. */
const PRIOR = { weight: 25, fades: 0.6, least: 0.012 } as const;

/** Adds a good crawl. Gaps longer than are of use are not counted. */
export function withGaps(gaps: Gaps, { missed, returned }: GapsOfCrawl): Gaps {
  return { reached: counted(gaps.reached, missed), back: counted(gaps.back, returned) };
}

/** How many good crawls in a row must miss a listing of the target: three, and more where listings use to come back after three. */
export function missesNeeded(gaps: Gaps = NO_GAPS): number {
  for (let misses = LEAST_MISSES; misses < MOST_MISSES; misses += 1) {
    if (shareBack(gaps, misses) <= MAY_RETURN) return misses;
  }
  return MOST_MISSES;
}

/** Of the listings that were missed so often: the share that comes back within the next crawls. */
function shareBack({ reached, back }: Gaps, misses: number): number {
  let chance = 0;
  let stillAway = 1;
  for (let gap = 1; gap < misses + WITHIN; gap += 1) {
    const believed = Math.max(PRIOR.least, chance * PRIOR.fades);
    chance = ((back[gap - 1] ?? 0) + PRIOR.weight * believed) / ((reached[gap - 1] ?? 0) + PRIOR.weight);
    if (gap >= misses) stillAway *= 1 - chance;
  }
  return 1 - stillAway;
}

function counted(counts: readonly number[], more: readonly number[]): readonly number[] {
  const sums = Array.from({ length: MOST_MISSES + WITHIN }, (_, index) => counts[index] ?? 0);
  for (const gap of more) if (gap >= 1 && gap <= sums.length) sums[gap - 1] = (sums[gap - 1] ?? 0) + 1;
  return sums;
}
