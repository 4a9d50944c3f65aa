import { FIELD_NAMES, type FieldName, type ListingFields, type ListingRead, type RankedItem } from '../model/listing.ts';
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

const NOT_READ: ListingFields = allUnknown();

function allUnknown(): ListingFields {
  const fields: Partial<Record<FieldName, ReturnType<typeof unknown<never>>>> = {};
  for (const name of FIELD_NAMES) fields[name] = unknown<never>('not_read');
  return complete(fields);
}

/** Every field has been given a reading by the loop over FIELD_NAMES, which lists them all. */
function complete(fields: Partial<Record<FieldName, ReturnType<typeof unknown<never>>>>): ListingFields {
  return fields as ListingFields;
}
