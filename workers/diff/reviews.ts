import { negativeReviews, newReviews } from '../../alerts/changes/reviews.ts';
import { listingSubject } from '../../model/ids.ts';
import { listingsByIds } from '../../storage/listings.ts';
import { newReviewsOf } from '../../storage/reviews.ts';
import type { Diffing } from './diffing.ts';

/** New reviews that this crawl brought, and the bad ones among them, listing by listing. Returns how many changes were found. */
export async function diffReviews(diffing: Diffing): Promise<number> {
  const { store } = diffing.context;
  const news = await newReviewsOf(store, diffing.crawl._id);
  const listings = new Map((await listingsByIds(store, news.map((one) => one.listingId))).map((listing) => [listing._id, listing]));
  const changes = news.flatMap(({ listingId, reviews, hadBefore }) => {
    const listing = listings.get(listingId);
    const facts = {
      ...diffing.facts, subjectId: listingSubject(listingId), listingId,
      ...(listing ? { title: listing.title, url: listing.url } : {}),
    };
    const fresh = reviews.map(({ _id, ...review }) => ({ id: _id, ...review }));
    return [...newReviews(fresh, facts, !hadBefore), ...negativeReviews(fresh, facts, !hadBefore)];
  });
  return diffing.write(changes);
}
