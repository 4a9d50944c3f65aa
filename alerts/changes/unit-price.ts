import type { Unit, UnitPrice } from '../../model/listing.ts';
import { sameCurrency } from '../../model/money.ts';
import { bothKnown, SAME, type Compare } from './compare.ts';

/** How much of the base of its dimension one unit is; units of one dimension convert. Pieces, sheets, loads are each a dimension of their own. */
const SIZES: Readonly<Record<Unit, readonly [dimension: string, size: number]>> = {
  mg: ['mass', 0.001], g: ['mass', 1], kg: ['mass', 1_000], jin: ['mass', 500], oz: ['mass', 28.349_523_125], lb: ['mass', 453.592_37],
  ml: ['volume', 1], cl: ['volume', 10], dl: ['volume', 100], l: ['volume', 1_000], fl_oz: ['volume', 29.573_529_562_5], gal: ['volume', 3_785.411_784],
  cm: ['length', 1], m: ['length', 100], ft: ['length', 30.48], yd: ['length', 91.44], m2: ['area', 1], sqft: ['area', 0.092_903_04], m3: ['space', 1],
  piece: ['piece', 1], pair: ['pair', 1], sheet: ['sheet', 1], roll: ['roll', 1], tablet: ['tablet', 1], wash: ['wash', 1], dose: ['dose', 1],
};

/**
 * The price for a measure, whatever measure the page states it for: 1.20 for 100 g and 12.00 for 1 kg are the same. A step within the rounding of the
 * two keeps the old baseline. What cannot be converted (a price for a piece, now for a kilogram) is not compared.
 */
export const compareUnitPrice: Compare = ({ before, after, sameOffer }) => {
  const both = bothKnown(before.unitPrice, after.unitPrice);
  if (!both || !sameOffer || !sameCurrency(both.from.money, both.to.money)) return SAME;
  const { from, to, evidence } = both;
  const [old, now] = [measureOf(from), measureOf(to)];
  if (SIZES[from.unit][0] !== SIZES[to.unit][0] || !(old > 0) || !(now > 0) || from.money.minor <= 0) return SAME;
  if (from.money.minor / old === to.money.minor / now) return SAME;
  const rounding = old === now ? 0 : 0.5 / old + 0.5 / now;
  if (Math.abs(to.money.minor / now - from.money.minor / old) <= rounding) return { differences: [], keep: true };
  const percent = (to.money.minor / now / (from.money.minor / old) - 1) * 100;
  return { differences: [{ detail: { kind: 'unit_price', from, to, percent }, evidence }] };
};

/** In units of the base. */
function measureOf({ per, unit }: UnitPrice): number {
  return per * SIZES[unit][1];
}
