import { starShares } from '../../model/star-mix.ts';
import { bothKnown, SAME, sameWay, type Compare } from './compare.ts';

/** Points of a hundred; pages round to whole ones, so one point alone may be rounding. */
const LEAST = 2;

/** A share of stars that moved by at least two points. Smaller steps keep the old baseline, so that slow slides are seen; read in another way is no slide. */
export const compareStarMix: Compare = ({ before, after }) => {
  const both = bothKnown(before.starMix, after.starMix);
  if (!both || !sameWay(before.starMix, after.starMix)) return SAME;
  const { from, to, evidence } = both;
  const old = starShares(from);
  const moved = Math.max(...starShares(to).map((share, index) => Math.abs(share - (old[index] ?? 0))));
  if (moved < LEAST - 1e-9) return { differences: [], keep: true };
  return { differences: [{ detail: { kind: 'star_mix', from, to }, evidence }] };
};
