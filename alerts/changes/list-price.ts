import { settled, SAME, type Compare } from './compare.ts';
import { isDoubtfulSilence } from './silence.ts';
import { comparable, priceMoved } from './price.ts';

/** The struck-through price: begun, changed or taken away. null on a side = the page said there is none. */
export const compareListPrice: Compare = (sides) => {
  const { before, after, sameOffer } = sides;
  const [old, now] = [settled(before.listPrice), settled(after.listPrice)];
  if (!old || !now || !sameOffer) return SAME;
  if (isDoubtfulSilence(sides, 'listPrice')) return { differences: [], keep: true };
  const [from, to] = [old.value, now.value];
  const moved = from && to ? comparable(from, to) && priceMoved(from, to) : from !== to;
  return moved ? { differences: [{ detail: { kind: 'list_price', from, to }, evidence: now.evidence }] } : SAME;
};
