import type { Change, ChangeFacts } from '../../model/change.ts';
import { factId } from '../../model/ids.ts';
import type { Review } from '../../model/listing.ts';
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

function isNegative({ rating }: Review): boolean {
  return rating !== undefined && rating.scale > 0 && rating.value / rating.scale <= NEGATIVE + 1e-9;
}
