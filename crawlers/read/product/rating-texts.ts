import { add, type Candidates } from '../candidates.ts';
import type { PageContext } from '../context.ts';
import type { Mention, PageScan } from '../markup/mention.ts';
import { parseCount } from '../text/count.ts';
import { parseRating } from '../text/rating.ts';
import { place } from './place.ts';

/** Texts from the heading in which the article's own stars stand. */
const BEFORE_HEADING = 5;
const BEHIND_HEADING = 60;
/** Names around what is said of somebody who sells, or of one of the stars. */
const OF_OTHERS = /seller|merchant|vendor|store|shop(?!ify)|histogram|breakdown|distribution|filter|\bbar\b/;
/** Texts that are looked at. */
const MOST_TEXTS = 60;

function isNear({ order }: Mention, heading: number | undefined): boolean {
  return heading !== undefined && order >= heading - BEFORE_HEADING && order <= heading + BEHIND_HEADING;
}

/** The rating in words or stars. Elements that are alike and say different things rate something else each: a form to fill in, single reviews, the bars of a breakdown. Whole stars among the reviews are somebody's. */
export function ratingTexts(scan: PageScan, heading: number | undefined, into: Candidates): void {
  const near = (mention: Mention): boolean => isNear(mention, heading);
  const all = scan.ratings.filter(({ region }) => region === 'main' || region === 'reviews').slice(0, MOST_TEXTS).flatMap((mention) => {
    const rating = parseRating(mention.text);
    const ofOne = mention.region === 'reviews' && Number.isInteger(rating?.value) && !/summary|average|overall|aggregate|total/.test(mention.marks);
    return rating && rating.value > 0 && !ofOne ? [{ mention, rating, kind: `${mention.tag}.${mention.own}.${near(mention)}` }] : [];
  });
  const values = new Map<string, Set<string>>();
  for (const { kind, rating } of all) values.set(kind, (values.get(kind) ?? new Set()).add(`${rating.value}/${rating.scale}`));
  for (const { mention, rating } of all.filter((one) => values.get(one.kind)?.size === 1).slice(0, 3)) {
    add(into, 'rating', rating, near(mention) ? 0.6 : 0.35, place(mention));
  }
}

/**
 * How many have rated, in words beside the stars. Elements that are alike and say different numbers count something else each; where the article
 * itself has no rating, the number is of its seller, unless it is none.
 */
export function countTexts(scan: PageScan, heading: number | undefined, page: PageContext, into: Candidates): void {
  const all = scan.counts.filter(({ region, aside, hidden, marks }) => (region === 'main' || region === 'reviews') && !aside && !hidden && !OF_OTHERS.test(marks)).slice(0, MOST_TEXTS).flatMap((mention) => {
    const count = parseCount(mention.text, page.text.language);
    return count ? [{ mention, count, kind: `${mention.tag}.${mention.own}` }] : [];
  });
  const values = new Map<string, Set<number>>();
  for (const { kind, count } of all) values.set(kind, (values.get(kind) ?? new Set()).add(count.value));
  const own = all.filter(({ kind, mention }) => values.get(kind)?.size === 1 && (isNear(mention, heading) || mention.region === 'reviews'));
  for (const { mention, count } of own.filter((one) => into.rating.length > 0 || one.count.value === 0).slice(0, 3)) add(into, 'reviewCount', count, isNear(mention, heading) ? 0.6 : 0.35, place(mention));
}
