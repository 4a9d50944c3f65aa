import { bothKnown, SAME, type Compare } from './compare.ts';
import { conditionChanged } from './condition.ts';
import { variantChanged } from './offers.ts';

/** Whether what the page shows can be bought, of whomever: what was sold out is not any more when another seller has it. Variants are compared in offers.ts. */
export const compareStock: Compare = ({ before, after }) => {
  const both = bothKnown(before.availability, after.availability);
  if (!both || both.from === both.to || variantChanged({ before, after }) || conditionChanged({ before, after })) return SAME;
  return { differences: [{ detail: { kind: 'stock', from: both.from, to: both.to }, evidence: both.evidence }] };
};
