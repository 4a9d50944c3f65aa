import type { ChangeOf } from '../../model/change.ts';
import type { Availability } from '../../model/listing.ts';
import { bothKnown, SAME, type Compare } from './compare.ts';

/** Pieces left at which an operator looks up; each is told once on the way down. */
const STEPS = [10, 5, 3, 1, 0] as const;
/** A restock at least doubles what was left and adds so many: returns and cancelled orders add one or two. */
const RESTOCK = { times: 2, pieces: 5 } as const;

type Quantity = ChangeOf<'quantity'>['detail'];

/**
 * Pieces left. The baseline is the least that was seen since the last restock: it follows every sale downwards, and a returned piece does not lift it, so
 * that 10, 11, 10 is told once. Whether it can be bought at all is told as stock.
 */
export const compareQuantity: Compare = ({ before, after, sameOffer }) => {
  const both = bothKnown(before.quantity, after.quantity);
  if (!both || !sameOffer) return SAME;
  const step = quantityStep(both.from, both.to);
  if (step === 'keep') return { differences: [], keep: true };
  const availability = bothKnown(before.availability, after.availability);
  const soldOutOrBack = availability !== undefined && soldOut(availability.from) !== soldOut(availability.to);
  if (step === 'take' || soldOutOrBack) return SAME;
  return { differences: [{ detail: { kind: 'quantity', from: both.from, to: both.to, how: step }, evidence: both.evidence }] };
};

/** What a count means: to be told as `lower` or `restocked`, to be taken as the new baseline in silence, or to be passed over. */
export function quantityStep(from: number, to: number): Quantity['how'] | 'take' | 'keep' {
  if (to < from) return stepsAtOrAbove(to) > stepsAtOrAbove(from) ? 'lower' : 'take';
  if (to === from) return 'take';
  return to >= from * RESTOCK.times && to - from >= RESTOCK.pieces ? 'restocked' : 'keep';
}

function soldOut(availability: Availability): boolean {
  return availability === 'out_of_stock' || availability === 'delisted';
}

function stepsAtOrAbove(pieces: number): number {
  return STEPS.filter((step) => pieces <= step).length;
}
