import type { ListingFields, ListingRead, RankedItem } from '../model/listing.ts';
import { known, unknown, type Evidence } from '../model/reading.ts';

/**
 * A listing as a list shows it: title, price and what else stands in its item. All other fields are `not_read`: a list does not
 * carry them, which says nothing about them.
 */
export function listingOfItem(item: RankedItem): ListingRead {
  const evidence = (raw: string): Evidence => ({ method: 'text', place: `item ${item.position} of the list`, raw: raw.slice(0, 200) });
  const read: Partial<ListingFields> = {
    title: known(item.title, evidence(item.title)),
    ...(item.price ? { price: known(item.price, evidence(item.title)), currency: known(item.price.money.currency, evidence(item.title)) } : {}),
    ...(item.listPrice ? { listPrice: known(item.listPrice, evidence(item.title)) } : {}),
    ...(item.rating ? { rating: known(item.rating, evidence(item.title)) } : {}),
    ...(item.reviewCount ? { reviewCount: known(item.reviewCount, evidence(item.title)) } : {}),
  };
  return { productId: item.productId, url: item.url, reviews: [], fields: { ...NOT_READ, ...read } };
}

const no = unknown<never>('not_read');
const NOT_READ: ListingFields = {
  title: no, brand: no, sku: no, mpn: no, gtin: no, price: no, listPrice: no, unitPrice: no, currency: no, availability: no, quantity: no, condition: no, seller: no,
  shippingCost: no, rating: no, reviewCount: no, starMix: no, sales: no, images: no, breadcrumbs: no, description: no, attributes: no, offers: no, promotions: no,
};
