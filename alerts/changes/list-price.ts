import { settled, SAME, type Compare } from './compare.ts';
import { comparable, priceMoved } from './price.ts';

/** The struck-through price: begun, changed or taken away. null on a side = the page said there is none. */
export const compareListPrice: Compare = ({ before, after, sameOffer }) => {
  const [old, now] = [settled(before.listPrice), settled(after.listPrice)];
  if (!old || !now || !sameOffer) return SAME;
  const [from, to] = [old.value, now.value];
  const moved = from && to ? comparable(from, to) && priceMoved(from, to) : from !== to;
  return moved ? { differences: [{ detail: { kind: 'list_price', from, to }, evidence: now.evidence }] } : SAME;
};
