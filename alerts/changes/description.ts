import { bothKnown, SAME, sameWay, type Compare } from './compare.ts';
import { aroundDifference, normalText } from './text.ts';
import { diffWords } from './words.ts';

/** Another description, carried as the passage around the first difference (2,000 characters) and word by word. */
export const compareDescription: Compare = ({ before, after }) => {
  const both = bothKnown(before.description, after.description);
  if (!both || !sameWay(before.description, after.description)) return SAME;
  const [from, to] = [normalText(both.from), normalText(both.to)];
  if (from === to) return SAME;
  const words = diffWords(from, to);
  const edited = words && words.edits.length > 0 ? { edits: words.edits, ...(words.more > 0 ? { more: words.more } : {}) } : {};
  return { differences: [{ detail: { kind: 'description', ...aroundDifference(from, to, 2_000), ...edited }, evidence: both.evidence }] };
};
