import type { Count } from '../../model/listing.ts';
import { bothKnown, SAME, type Compare } from './compare.ts';

/** More reviews, or fewer, where the two counts contradict each other: "10万+" says nothing against 120000. */
export const compareReviewCount: Compare = ({ before, after }) => {
  const both = bothKnown(before.reviewCount, after.reviewCount);
  if (!both) return SAME;
  const { from, to } = both;
  if (!agree(from, to)) return { differences: [{ detail: { kind: 'review_count', from, to }, evidence: both.evidence }] };
  // An exact count knows more than a bound that it fits.
  return { differences: [], keep: to.lowerBound && !from.lowerBound };
};

function agree(a: Count, b: Count): boolean {
  if (a.lowerBound === b.lowerBound) return a.value === b.value;
  return a.lowerBound ? b.value >= a.value : a.value >= b.value;
}
