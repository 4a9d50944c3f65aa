import type { ListingFields } from '../model/listing.ts';
import { unknown, type Reading } from '../model/reading.ts';
import type { VersionDocument } from './documents.ts';

/** How a version stands: taken in, not compared yet, held for a second look or a trusted crawl, or held and then seen otherwise. */
export type Standing = 'accepted' | 'pending' | 'held' | 'dropped';

/** How this version stands with what was accepted before it. */
export function standingOf({ diff, dropped }: Pick<VersionDocument, 'diff' | 'dropped'>): Standing {
  if (diff !== 'done') return diff;
  return dropped ? 'dropped' : 'accepted';
}

/**
 * The fields of a version as others may act upon them: what it costs and whether it can be bought is unknown as long as the version is not accepted. What
 * was read stays in the version and in the archived answer.
 */
export function believed(version: Pick<VersionDocument, 'diff' | 'dropped' | 'suspicion'>, fields: ListingFields): ListingFields {
  const standing = standingOf(version);
  if (standing === 'accepted') return fields;
  const why = WHY[standing];
  const hidden = <T>(reading: Reading<T>): Reading<T> => (reading.state === 'unknown' ? reading : unknown('held_back', version.suspicion?.why ?? why));
  return {
    ...fields, price: hidden(fields.price), listPrice: hidden(fields.listPrice), unitPrice: hidden(fields.unitPrice), availability: hidden(fields.availability),
    quantity: hidden(fields.quantity), shippingCost: hidden(fields.shippingCost), offers: hidden(fields.offers), promotions: hidden(fields.promotions),
  };
}

const WHY: Readonly<Record<Exclude<Standing, 'accepted'>, string>> = {
  pending: 'not compared yet', held: 'waits for a crawl that can be trusted', dropped: 'a later crawl saw otherwise',
};
