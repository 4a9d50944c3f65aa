import type { CrawlId, ListingId, TargetId } from '../model/ids.ts';
import type { Review } from '../model/listing.ts';
import type { ReviewDocument } from './documents.ts';
import type { Store } from './store.ts';

/** The reviews of one listing as one crawl read them; none is a reading too. */
export interface ReviewsRead {
  readonly listingId: ListingId;
  readonly targetId: TargetId;
  readonly crawlId: CrawlId;
  readonly at: Date;
  readonly reviews: readonly Review[];
}

export interface NewReviews {
  readonly listingId: ListingId;
  /** First seen in this crawl. */
  readonly reviews: readonly ReviewDocument[];
  /** False when no crawl before has read this listing's reviews: then all of them are new to us and none is news. */
  readonly hadBefore: boolean;
}

/** Keeps the reviews that are not known yet. Doing it again gives the same answer and changes nothing. */
export async function insertNewReviews(store: Store, read: ReviewsRead): Promise<NewReviews> {
  const { listingId, targetId, crawlId, at, reviews } = read;
  await store.reviewedListings.insert({ _id: listingId, firstCrawlId: crawlId });
  await store.reviews.insertAll(reviews.map(({ id, ...review }) => ({ ...review, _id: id, listingId, targetId, firstSeenAt: at, firstCrawlId: crawlId })));
  const kept = await store.reviews.getAll(reviews.map((review) => review.id));
  const first = await store.reviewedListings.get(listingId);
  return { listingId, reviews: kept.filter((review) => review.firstCrawlId === crawlId && review.listingId === listingId), hadBefore: first?.firstCrawlId !== crawlId };
}

/** All reviews first seen in a crawl, by listing: what diff looks at once the crawl is complete. */
export async function newReviewsOf(store: Store, crawlId: CrawlId): Promise<NewReviews[]> {
  const byListing = new Map<ListingId, ReviewDocument[]>();
  for (const review of await store.reviews.find({ firstCrawlId: crawlId })) byListing.set(review.listingId, [...byListing.get(review.listingId) ?? [], review]);
  const first = new Map((await store.reviewedListings.getAll([...byListing.keys()])).map((item) => [item._id, item.firstCrawlId]));
  return [...byListing].map(([listingId, reviews]) => ({ listingId, reviews, hadBefore: first.get(listingId) !== crawlId }));
}
