import type { Offer } from '../../model/listing.ts';
import { known } from '../../model/reading.ts';
import { bothKnown, SAME, type Compare, type Difference, type Sides } from './compare.ts';
import { priceMoved, pricePercent } from './price.ts';
import { quantityStep } from './quantity.ts';
import { variantsMoved } from './variants.ts';

/**
 * Price and stock of each variant against the same variant before. Variants that move just as the page's own price or stock
 * does are told by it: a shop that reduces all sizes alike is told once. A variant that comes or goes is no change of price or stock but one of its own.
 */
export const compareOffers: Compare = (sides) => {
  const both = bothKnown(sides.before.offers, sides.after.offers);
  if (!both || sellerChanged(sides)) return SAME;
  const old = new Map(both.from.map((offer) => [offer.sku, offer]));
  const differences: Difference[] = [];
  const merged = both.to.map((offer) => {
    const before = old.get(offer.sku);
    if (!before) return offer;
    for (const detail of [priceOf(before, offer), stockOf(before, offer), quantityOf(before, offer)]) {
      if (detail && !toldByPage(sides, detail)) differences.push({ detail, aspect: offer.sku, evidence: both.evidence });
    }
    return remembering(before, offer);
  });
  differences.push(...variantsMoved(sides));
  return { differences, accept: { offers: known(merged, both.evidence) } };
};

type OfferDetail = Extract<Difference['detail'], { kind: 'price' | 'stock' | 'quantity' }>;

function priceOf(before: Offer, after: Offer): OfferDetail | undefined {
  if (!before.price || !after.price || after.price.kind === 'deposit' || !priceMoved(before.price, after.price)) return undefined;
  return { kind: 'price', offerSku: after.sku, from: before.price, to: after.price, percent: pricePercent(before.price, after.price) };
}

function stockOf(before: Offer, after: Offer): OfferDetail | undefined {
  if (!before.availability || !after.availability || before.availability === after.availability) return undefined;
  return { kind: 'stock', offerSku: after.sku, from: before.availability, to: after.availability };
}

function quantityOf(before: Offer, after: Offer): OfferDetail | undefined {
  if (before.quantity === undefined || after.quantity === undefined || stockOf(before, after)) return undefined;
  const how = quantityStep(before.quantity, after.quantity);
  return how === 'lower' || how === 'restocked' ? { kind: 'quantity', offerSku: after.sku, from: before.quantity, to: after.quantity, how } : undefined;
}

/** The page's own reading moved from and to the same values. */
function toldByPage({ before, after, prices, sameOffer }: Sides, detail: OfferDetail): boolean {
  if (!sameOffer) return false;
  if (detail.kind === 'quantity') {
    const both = bothKnown(before.quantity, after.quantity);
    return both !== undefined && both.to === detail.to;
  }
  if (detail.kind === 'stock') {
    const both = bothKnown(before.availability, after.availability);
    return both !== undefined && both.from === detail.from && both.to === detail.to;
  }
  if (after.price.state !== 'known') return false;
  const last = prices[after.price.value.kind];
  return last !== undefined && last.price.money.minor === detail.from.money.minor && after.price.value.money.minor === detail.to.money.minor;
}

/** What this page does not say of the variant stays as it was last said; of the pieces left the least since the last restock. */
function remembering(before: Offer, after: Offer): Offer {
  const same = before.quantity !== undefined && (after.quantity === undefined || quantityStep(before.quantity, after.quantity) === 'keep');
  return {
    ...after,
    ...(after.price === undefined && before.price !== undefined ? { price: before.price } : {}),
    ...(after.availability === undefined && before.availability !== undefined ? { availability: before.availability } : {}),
    ...(same && before.quantity !== undefined ? { quantity: before.quantity } : {}),
  };
}

/** True when both sides name a seller and they are not the same one. */
export function sellerChanged({ before, after }: Pick<Sides, 'before' | 'after'>): boolean {
  const both = bothKnown(before.seller, after.seller);
  if (!both) return false;
  if (both.from.id !== undefined && both.to.id !== undefined) return both.from.id !== both.to.id;
  return both.from.name.normalize('NFKC').trim().toLowerCase() !== both.to.name.normalize('NFKC').trim().toLowerCase();
}

/** True when both sides say which variant they show, and it is another one. */
export function variantChanged({ before, after }: Pick<Sides, 'before' | 'after'>): boolean {
  const offers = bothKnown(before.offers, after.offers);
  const [old, now] = [offers?.from.find(isSelected), offers?.to.find(isSelected)];
  if (old && now) return old.sku !== now.sku;
  const skus = bothKnown(before.sku, after.sku);
  return skus !== undefined && skus.from !== skus.to;
}

function isSelected(offer: Offer): boolean {
  return offer.selected === true;
}
