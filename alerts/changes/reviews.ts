import type { Change, ChangeFacts } from '../../model/change.ts';
import { factId } from '../../model/ids.ts';
import type { Rating, Review } from '../../model/listing.ts';
import { shorten } from './text.ts';

/** Two of five stars and below. */
const NEGATIVE = 0.4;
const MOST = 20;
const LONGEST = 500;

/**
 * The bad ones among reviews not seen before (rating at most 40 % of its scale), as one change with at most 20 of them.
 * None on the first crawl of the reviews: they are all new then, and old. A review without a rating is not judged.
 */
export function negativeReviews(newReviews: readonly Review[], facts: Omit<ChangeFacts, 'id'>, firstCrawl: boolean): readonly Change[] {
  if (firstCrawl) return [];
  const bad = [...new Map(newReviews.filter(isNegative).map((review) => [review.id, review])).values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  if (bad.length === 0) return [];
  const id = factId('change', 'negative_reviews', facts.subjectId, facts.fromVersion ?? '', facts.toVersion ?? '', bad.map((review) => review.id).join(' '));
  const reviews = bad.slice(0, MOST).map((review) => ({ ...review, text: shorten(review.text, LONGEST) }));
  return [{ ...facts, id, detail: { kind: 'negative_reviews', reviews } }];
}

/**
 * All reviews not seen before, as one change: how many, their mean and their stars as far as they have a rating. None on the first crawl of the reviews.
 */
export function newReviews(reviews: readonly Review[], facts: Omit<ChangeFacts, 'id'>, firstCrawl: boolean): readonly Change[] {
  const fresh = new Map(reviews.map((review) => [review.id, review]));
  if (firstCrawl || fresh.size === 0) return [];
  const ids = [...fresh.keys()].toSorted().join(' ');
  const shares = [...fresh.values()].flatMap(({ rating }) => (rating && rating.scale > 0 ? [Math.min(1, Math.max(0, rating.value / rating.scale))] : []));
  return [{
    ...facts, id: factId('change', 'new_reviews', facts.subjectId, facts.fromVersion ?? '', facts.toVersion ?? '', ids),
    detail: { kind: 'new_reviews', count: fresh.size, ...(shares.length > 0 ? { mean: meanOf(shares), stars: starsOf(shares) } : {}) },
  }];
}

/** Of five stars, with two decimals. */
function meanOf(shares: readonly number[]): Rating {
  const sum = shares.reduce((total, share) => total + share, 0);
  return { value: Math.round((sum / shares.length) * 500) / 100, scale: 5 };
}

/** How many have one, two, three, four and five stars. */
function starsOf(shares: readonly number[]): readonly number[] {
  return [1, 2, 3, 4, 5].map((star) => shares.filter((share) => Math.max(1, Math.round(share * 5)) === star).length);
}

function isNegative({ rating }: Review): boolean {
  return rating !== undefined && rating.scale > 0 && rating.value / rating.scale <= NEGATIVE + 1e-9;
}
