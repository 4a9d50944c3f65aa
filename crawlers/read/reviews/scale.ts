import type { Rating } from '../../../model/listing.ts';

/** A score as it stands, with the best possible one where that is said. */
export interface Score {
  readonly value: number;
  readonly best?: number | undefined;
}

/**
 * The scale all scores of a list are on where they do not say it: five stars, unless one is higher; then ten, or a hundred. One review
 * alone cannot tell: 3 of 10 looks like 3 of 5.
 */
export function scaleOf(scores: readonly Score[]): number {
  const highest = Math.max(0, ...scores.filter(({ best }) => best === undefined).map(({ value }) => value));
  return highest <= 5 ? 5 : highest <= 10 ? 10 : 100;
}

/** The rating of one score; undefined outside its scale. */
export function ratingOn(score: Score | undefined, scale: number): Rating | undefined {
  const top = score?.best ?? scale;
  return score && score.value > 0 && score.value <= top ? { value: score.value, scale: top } : undefined;
}
