import type { ListingFields } from '../../model/listing.ts';
import { badShare } from '../../model/star-mix.ts';
import { valueOf, type Reading } from '../../model/reading.ts';
import type { ListingView } from './context.ts';

/** What filters and states ask of a listing; what was not read is left out. */
export function viewOf(fields: Partial<ListingFields>): ListingView {
  const of = <T>(reading: Reading<T> | undefined): T | undefined => reading && valueOf(reading);
  const [price, listPrice, availability, seller] = [of(fields.price), of(fields.listPrice), of(fields.availability), of(fields.seller)];
  const [brand, condition, rating, reviewCount, starMix] = [of(fields.brand), of(fields.condition), of(fields.rating), of(fields.reviewCount), of(fields.starMix)];
  return {
    ...(price ? { price } : {}), ...(listPrice ? { listPrice: listPrice.money } : fields.listPrice?.state === 'absent' ? { listPrice: null } : {}),
    ...(availability ? { availability } : {}), ...(seller ? { seller: seller.name } : {}),
    ...(brand === undefined ? {} : { brand }), ...(condition === undefined ? {} : { condition }), ...(rating ? { rating: rating.value / rating.scale } : {}),
    ...(reviewCount ? { reviewCount: reviewCount.value } : {}), ...(starMix ? { badShare: badShare(starMix) } : {}),
  };
}
