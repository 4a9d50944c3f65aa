import { bothKnown, SAME, sameWay, type Compare } from './compare.ts';

/** A tenth of a star; less is the noise of rounding. */
const LEAST = 0.1;

/** A rating that moved by at least 0.1 of 5, whatever its scale. A smaller step keeps the old baseline, so that slow slides are seen. What another part of the page rounds in another way is no slide. */
export const compareRating: Compare = ({ before, after }) => {
  const both = bothKnown(before.rating, after.rating);
  if (!both || !sameWay(before.rating, after.rating) || both.from.scale <= 0 || both.to.scale <= 0) return SAME;
  const moved = Math.abs(both.to.value / both.to.scale - both.from.value / both.from.scale) * 5;
  if (moved < LEAST - 1e-9) return { differences: [], keep: true };
  return { differences: [{ detail: { kind: 'rating', from: both.from, to: both.to }, evidence: both.evidence }] };
};
