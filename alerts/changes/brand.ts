import { SAME, sameWay, settled, type Compare } from './compare.ts';
import { normalText, shorten } from './text.ts';

/** Another brand. Upper and lower case are no difference, nor is what another part of the page calls it. */
export const compareBrand: Compare = ({ before, after }) => {
  const [old, now] = [settled(before.brand), settled(after.brand)];
  if (!old || !now) return SAME;
  const [from, to] = [old.value, now.value].map((text) => (text === null ? null : shorten(text, 200)));
  if (from === undefined || to === undefined || keyOf(from) === keyOf(to) || (from !== null && to !== null && !sameWay(before.brand, after.brand))) return SAME;
  return { differences: [{ detail: { kind: 'brand', from, to }, evidence: now.evidence }] };
};

function keyOf(text: string | null): string | null {
  return text === null ? null : normalText(text).toLowerCase();
}
