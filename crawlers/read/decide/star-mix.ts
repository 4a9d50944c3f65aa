import type { Count, Rating, StarMix } from '../../../model/listing.ts';
import { valueOf, type Candidate, type Reading } from '../../../model/reading.ts';
import { starMean, starShares } from '../../../model/star-mix.ts';
import { groupBy, losersOf, round, type Group } from './group.ts';

/** Stars that the mean of a mix may be off the article's rating: shops weigh ratings, and round shares. */
const MAX_OFF = 0.6;
/** By so much less than any other one the nearest mix must be off. */
const CLEAR = 0.3;
/** A mix of many times more ratings than the article has is the shop's, or another article's. */
const MOST_TIMES = 10;
/** A mix of just so many ratings as the article has is hardly another one's. */
const EXACT = 0.96;

interface Known {
  readonly rating: Reading<Rating>;
  readonly reviewCount: Reading<Count>;
}

/**
 * The mix that fits the article's rating and number of reviews; where several do, the one of just so many ratings, or the one whose mean is clearly
 * nearer. A page may show the mix of its seller, of its shop or of other articles as well.
 */
export function decideStarMix(found: readonly Candidate<StarMix>[], { rating, reviewCount }: Known, missing: 'not_found' | 'not_read'): Reading<StarMix> {
  const mean = meanOf(valueOf(rating));
  const count = valueOf(reviewCount);
  const off = ({ value }: Candidate<StarMix>): number => (mean === undefined ? 0 : Math.abs(starMean(value) - mean));
  const fitting = found.filter((one) => off(one) <= MAX_OFF && !tooMany(one.value, count));
  if (fitting.length === 0) return found.length === 0 ? { state: 'unknown', reason: missing } : { state: 'unknown', reason: 'conflict', detail: 'the stars that it shows do not make its rating' };
  const groups = groupBy(fitting, keyOf);
  const exact = groups.filter(({ best }) => best.value.unit === 'count' && count !== undefined && totalOf(best.value) === count.value);
  const [nearest, next] = (exact.length > 0 ? exact : groups).toSorted((a, b) => off(a.best) - off(b.best));
  if (!nearest || (next && off(next.best) - off(nearest.best) < CLEAR)) return { state: 'unknown', reason: 'ambiguous', losers: fitting.slice(0, 5) };
  return known(nearest, groups, exact.includes(nearest));
}

function known(group: Group<StarMix>, groups: readonly Group<StarMix>[], isExact: boolean): Reading<StarMix> {
  const best = group.members.toSorted((a, b) => Number(b.value.unit === 'count') - Number(a.value.unit === 'count') || b.confidence - a.confidence)[0] ?? group.best;
  const losers = losersOf(groups, group);
  return { state: 'known', value: best.value, confidence: round(isExact ? Math.max(EXACT, group.confidence) : group.confidence), evidence: best.evidence, ...(losers.length > 0 ? { losers } : {}) };
}

/** Counts and the shares that they make are one mix. */
function keyOf(mix: StarMix): string {
  return starShares(mix).map((share) => Math.round(share)).join(' ');
}

function totalOf({ stars }: StarMix): number {
  return stars.reduce((sum, one) => sum + one, 0);
}

function tooMany(mix: StarMix, count: Count | undefined): boolean {
  return mix.unit === 'count' && count !== undefined && !count.lowerBound && totalOf(mix) > MOST_TIMES * Math.max(1, count.value);
}

/** Of five stars. A rating in per cent is a share of happy buyers, no mean. */
function meanOf(rating: Rating | undefined): number | undefined {
  return rating && rating.scale <= 10 ? (rating.value / rating.scale) * 5 : undefined;
}
