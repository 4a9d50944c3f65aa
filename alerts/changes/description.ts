import { bothKnown, SAME, type Compare } from './compare.ts';
import { aroundDifference, normalText } from './text.ts';

/** Another description, carried as the passage around the first difference (2,000 characters). */
export const compareDescription: Compare = ({ before, after }) => {
  const both = bothKnown(before.description, after.description);
  if (!both) return SAME;
  const [from, to] = [normalText(both.from), normalText(both.to)];
  if (from === to) return SAME;
  return { differences: [{ detail: { kind: 'description', ...aroundDifference(from, to, 2_000) }, evidence: both.evidence }] };
};
