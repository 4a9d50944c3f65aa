import { add, type Candidates } from '../candidates.ts';
import type { PageContext } from '../context.ts';
import type { Mention, PageScan } from '../markup/mention.ts';
import { parseCount } from '../text/count.ts';
import { parseRating } from '../text/rating.ts';
import { parseUrl } from '../url.ts';
import { place } from './place.ts';

/** Texts from the heading in which the article's own stars stand. */
const BEFORE_HEADING = 5;
const BEHIND_HEADING = 60;
/** … and right under which no other article's stand. */
const UNDER_HEADING = 8;
/** Names around what is said of somebody who sells, or of one of the stars. */
const OF_OTHERS = /seller|merchant|vendor|store(?![-_]?(?:components|product|front))|shop(?!ify|ping|[-_]?(?:product|item|page|detail))|histogram|breakdown|distribution|filter|\bbar\b/;
/** Names of an element that shows what all say; without one it may be the stars of one review. */
const NAMED = /rating|review|star/;
/** Who gave stars alone is counted beside who wrote as well: `1,045 ratings & 84 reviews`. */
const RATINGS = /ratings?(?!\p{L})|评分|평점/iu;
/** Texts that are looked at. */
const MOST_TEXTS = 60;

/** A number as a word, among the names of an element. */
const WORD = /(?<![a-z])(?:one|two|three|four|five)(?![a-z])/g;

function isNear({ order }: Mention, heading: number | undefined): boolean {
  return heading !== undefined && order >= heading - BEFORE_HEADING && order <= heading + BEHIND_HEADING;
}

/** True for what stands in a link to another site: there the shop itself is rated, not the article. */
function leadsAway({ link }: Mention, page: PageContext): boolean {
  const host = link === undefined ? undefined : parseUrl(link, page.url)?.hostname;
  return host !== undefined && siteOf(host) !== siteOf(page.url.hostname);
}

/** An address of what customers have said. */
const REVIEWS = /review|rating|bewertung|rezension|avis(?![a-z])|opini|valoraci|rese[nñ]|recens|avalia|ocen[aey]|beoordeling|omdom|anmeldelse|arvostelu|otzyv|hodnocen|yorum|feedback|comment/i;

/** True for what stands in a link to the reviews of this article: a place of this page, an address below its own, or one with the number that its address has. */
function leadsToReviews({ link }: Mention, { url }: PageContext): boolean {
  const to = link === undefined ? undefined : parseUrl(link, url);
  if (!to) return false;
  if (to.pathname === url.pathname && REVIEWS.test(to.hash)) return !OF_OTHERS.test(to.hash);
  const [address, own] = [`${to.pathname}${to.search}`, url.pathname.replace(/(?:\/|\.html?)$/, '')];
  const number = /\d{5,}/.exec(own)?.[0];
  return REVIEWS.test(address.replace(own, '')) && ((own.length > 1 && address.startsWith(own)) || (number !== undefined && address.includes(number)));
}

function siteOf(host: string): string {
  return host.split('.').slice(-2).join('.');
}

/** The rating in words or stars. Elements that are alike and say different things rate something else each: a form to fill in, single reviews, the bars of a breakdown. Whole stars among the reviews are somebody's. */
export function ratingTexts(scan: PageScan, heading: number | undefined, page: PageContext, into: Candidates): void {
  const near = (mention: Mention): boolean => isNear(mention, heading);
  const all = scan.ratings.filter((mention) => (mention.region === 'main' || mention.region === 'reviews') && !leadsAway(mention, page)).slice(0, MOST_TEXTS).flatMap((mention) => {
    const rating = parseRating(mention.text);
    const ofOne = mention.region === 'reviews' && Number.isInteger(rating?.value) && !/summary|average|\bavg\b|overall|aggregate|total/.test(mention.marks);
    return rating && rating.value > 0 && !ofOne ? [{ mention, rating, kind: `${mention.tag}.${mention.own.replace(WORD, '')}.${near(mention)}` }] : [];
  });
  const values = new Map<string, Set<string>>();
  for (const { kind, rating } of all) values.set(kind, (values.get(kind) ?? new Set()).add(`${rating.value}/${rating.scale}`));
  const first = all.filter(({ mention }) => heading !== undefined && mention.order >= heading && mention.order <= heading + UNDER_HEADING);
  const own = new Set(first.map(({ rating }) => rating.value)).size === 1 ? first : [];
  for (const { mention, rating } of all.filter((one) => own.includes(one) || values.get(one.kind)?.size === 1).slice(0, 3)) {
    add(into, 'rating', rating, (near(mention) ? 0.6 : 0.35) + (NAMED.test(mention.own) ? 0.05 : 0), place(mention));
  }
}

/**
 * How many have rated, in words beside the stars. Elements that are alike and say different numbers count something else each; where the article
 * itself has no rating, the number is of its seller, unless it is none or links to the article's own reviews.
 */
export function countTexts(scan: PageScan, heading: number | undefined, page: PageContext, into: Candidates): void {
  const all = scan.counts.filter((mention) => (mention.region === 'main' || mention.region === 'reviews') && !mention.aside && !mention.hidden && !OF_OTHERS.test(mention.marks) && !leadsAway(mention, page)).slice(0, MOST_TEXTS).flatMap((mention) => {
    const count = parseCount(mention.text, page.text.language);
    return count ? [{ mention, count, kind: `${mention.tag}.${mention.own}.${RATINGS.test(mention.text)}` }] : [];
  });
  const values = new Map<string, Set<number>>();
  for (const { kind, count } of all) values.set(kind, (values.get(kind) ?? new Set()).add(count.value));
  const own = all.filter(({ kind, mention }) => values.get(kind)?.size === 1 && (isNear(mention, heading) || mention.region === 'reviews'));
  for (const { mention, count } of own.filter((one) => into.rating.length > 0 || one.count.value === 0 || leadsToReviews(one.mention, page)).slice(0, 3)) add(into, 'reviewCount', count, isNear(mention, heading) ? 0.6 : 0.35, place(mention));
}
