import { sameCurrency } from '../../model/money.ts';
import { SAME, settled, type Compare } from './compare.ts';
import { sellerChanged } from './offers.ts';

/** What the same seller asks for shipping. Nothing (free) is an amount; null = the page says that there is no shipping cost at all. */
export const compareShipping: Compare = ({ before, after }) => {
  const [old, now] = [settled(before.shippingCost), settled(after.shippingCost)];
  if (!old || !now || sellerChanged({ before, after })) return SAME;
  const [from, to] = [old.value, now.value];
  const moved = from && to ? sameCurrency(from, to) && from.minor !== to.minor : from !== to;
  return moved ? { differences: [{ detail: { kind: 'shipping', from, to }, evidence: now.evidence }] } : SAME;
};
