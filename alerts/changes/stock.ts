import { bothKnown, SAME, type Compare } from './compare.ts';

/** Whether what the page shows can be bought. Variants are compared in offers.ts. */
export const compareStock: Compare = ({ before, after, sameOffer }) => {
  const both = bothKnown(before.availability, after.availability);
  if (!both || !sameOffer || both.from === both.to) return SAME;
  return { differences: [{ detail: { kind: 'stock', from: both.from, to: both.to }, evidence: both.evidence }] };
};
