import { valueOf } from '../../model/reading.ts';
import { SAME, settled, type Compare } from './compare.ts';
import { sellerChanged } from './offers.ts';

/** Another seller of what the page offers first (the buy box), or none any more. The prices of the two are shown, never compared. */
export const compareSeller: Compare = ({ before, after, shownPrice }) => {
  const [old, now] = [settled(before.seller), settled(after.seller)];
  if (!old || !now || (old.value && now.value ? !sellerChanged({ before, after }) : old.value === now.value)) return SAME;
  const [fromPrice, toPrice] = [shownPrice && valueOf(shownPrice), valueOf(after.price)];
  return {
    differences: [{
      detail: { kind: 'seller', from: old.value, to: now.value, ...(fromPrice && old.value ? { fromPrice } : {}), ...(toPrice && now.value ? { toPrice } : {}) },
      evidence: now.evidence,
    }],
  };
};
