import type { ListingRead, Review } from '../../model/listing.ts';
import { absent } from '../../model/reading.ts';
import { evidence, type Candidates } from '../read/candidates.ts';
import type { PageContext } from '../read/context.ts';
import { decideListing } from '../read/decide/listing.ts';
import { copied } from '../read/markup/entities.ts';

/** A listing out of one record of a JSON answer: the same decisions as for a page. */
export function listingFrom(found: Candidates, productId: string, url: string, page: PageContext, reviews: readonly Review[] = []): ListingRead {
  return { productId: copied(productId), url: copied(url), fields: decideListing(found, page, true), reviews };
}

/** The listing where the record itself says that nothing is struck through: `place` is what says so, `raw` how. */
export function withoutListPrice(listing: ListingRead, place: string, raw: string): ListingRead {
  const { price, listPrice } = listing.fields;
  return price.state === 'known' && listPrice.state === 'unknown' ? { ...listing, fields: { ...listing.fields, listPrice: absent(evidence('api', place, raw)) } } : listing;
}
