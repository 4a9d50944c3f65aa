import { bothKnown, SAME, sameWay, type Compare } from './compare.ts';
import { normalText, shorten } from './text.ts';

/** Another title. Spaces, entities and full-width letters are no difference, nor is what another part of the page calls it. */
export const compareTitle: Compare = ({ before, after }) => {
  const both = bothKnown(before.title, after.title);
  if (!both || !sameWay(before.title, after.title) || normalText(both.from) === normalText(both.to)) return SAME;
  return { differences: [{ detail: { kind: 'title', from: shorten(both.from, 1_000), to: shorten(both.to, 1_000) }, evidence: both.evidence }] };
};
