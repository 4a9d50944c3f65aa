import type { StarMix } from './listing.ts';

/** How many of a hundred ratings have one, two, three, four and five stars; zeros where there is no rating. */
export function starShares({ stars }: StarMix): readonly number[] {
  const total = stars.reduce((sum, one) => sum + one, 0);
  return stars.map((one) => (total > 0 ? (one / total) * 100 : 0));
}

/** The share of ratings with one or two stars, in per cent. */
export function badShare(mix: StarMix): number {
  const [one = 0, two = 0] = starShares(mix);
  return one + two;
}

/** The mean of all ratings, of five stars; 0 where there is none. */
export function starMean(mix: StarMix): number {
  return starShares(mix).reduce((sum, share, index) => sum + (share / 100) * (index + 1), 0);
}
