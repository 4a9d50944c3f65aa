import type { Offer } from '../../model/listing.ts';
import { bothKnown, sameWay, type Difference, type Sides } from './compare.ts';

/** Variants carried by name. */
const MOST = 50;

/**
 * Variants that are on the page for the first time, and those that no longer are. Only lists that were read in the same way are held against each other:
 * a list from the data of the page and one from its markup seldom hold the same. A variant with the same options under a new SKU is the same one; a list
 * that shares nothing with the one before is another list, not a hundred news.
 */
export function variantsMoved(sides: Sides): readonly Difference[] {
  const both = bothKnown(sides.before.offers, sides.after.offers);
  if (!both || !sameWay(sides.before.offers, sides.after.offers)) return [];
  const added = without(both.to, both.from);
  const removed = without(both.from, both.to);
  if (added.length === both.to.length || removed.length === both.from.length) return [];
  const told = (kind: 'variant_added' | 'variant_removed', offers: readonly Offer[]): Difference[] => {
    if (offers.length === 0) return [];
    const inOrder = offers.toSorted((a, b) => (a.sku < b.sku ? -1 : 1));
    return [{ detail: { kind, offers: inOrder.slice(0, MOST), total: offers.length }, evidence: both.evidence }];
  };
  return [...told('variant_added', added), ...told('variant_removed', removed)];
}

/** The offers that the others do not have, neither by SKU nor by options. */
function without(offers: readonly Offer[], others: readonly Offer[]): readonly Offer[] {
  const skus = new Set(others.map(({ sku }) => sku));
  const options = new Set(others.map(optionsOf).filter((text) => text !== ''));
  return offers.filter((offer) => !skus.has(offer.sku) && !options.has(optionsOf(offer)));
}

function optionsOf({ options }: Offer): string {
  const entries = Object.entries(options);
  return entries.length === 0 ? '' : JSON.stringify(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
