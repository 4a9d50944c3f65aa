import type { ListingRead, Review } from '../../model/listing.ts';
import type { Candidates } from '../read/candidates.ts';
import type { PageContext } from '../read/context.ts';
import { decideListing } from '../read/decide/listing.ts';
import { copied } from '../read/markup/entities.ts';

/** A listing out of one record of a JSON answer: the same decisions as for a page. */
export function listingFrom(found: Candidates, productId: string, url: string, page: PageContext, reviews: readonly Review[] = []): ListingRead {
  return { productId: copied(productId), url: copied(url), fields: decideListing(found, page, true), reviews };
}
