import type { StarMix } from '../../../model/listing.ts';
import { parseCount } from './count.ts';
import { asciiDigits } from './normal.ts';

/** What stars are called behind their number, in the languages of the shops. */
const STAR_WORDS = '(?:stars?(?![a-z])|sterne?n?|étoiles?|estrellas?|stell[ae]|estrelas?|gwiazd\\p{L}{0,4}|sterren|stjern\\p{L}{0,2}|stjärn\\p{L}{0,3}|tähte\\p{L}{0,2}|звезд\\p{L}{0,2}|hvězd\\p{L}{0,3}|yıldız|つ星|星|颗星|顆星|별|★|⭐)';
const HEAD = `(?:(?<![\\d.,])([1-5])(?: ?-)? ?${STAR_WORDS}|星 ?([1-5])(?:つ)?(?![\\d.,])|★ ?([1-5])(?![\\d.,])|([★⭐]{1,5})[☆✩]{0,4})`;
const HEADS = new RegExp(HEAD, 'giu');
const PERCENT = /(\d{1,3}(?:[.,]\d{1,2})?) ?(?:%|percent|per cent|prozent|pour ?cent|por ciento|per cento|procent|パーセント)/iu;
/** Longest text of one row, and of what stands behind the last one's numbers. */
const MAX_ROW = 140;
const LAST_ROW = 60;
/** Shares are rounded one by one. */
const LEAST_SUM = 95;
const MOST_SUM = 105;

interface Head {
  readonly star: number;
  readonly index: number;
  readonly end: number;
}

/** What one row says: a count, a share in per cent, or both. */
export interface StarRow {
  readonly star: number;
  readonly count?: number;
  readonly percent?: number;
}

/** Five rows that follow each other from five stars to one, or from one to five, each with a number: `5 stars 78% (120) 4 stars 12% …`. */
export function starRows(text: string): StarMix | undefined {
  const normal = asciiDigits(text).replaceAll(/[\s\u00a0\u202f]+/gu, ' ').replaceAll('％', '%');
  const heads = [...normal.matchAll(HEADS)].map((match): Head => ({ star: starOf(match), index: match.index, end: match.index + match[0].length }));
  for (let start = 0; start + 5 <= heads.length; start += 1) {
    const five = heads.slice(start, start + 5);
    if (!inOrder(five)) continue;
    const rows = five.map((head, at): StarRow => ({ star: head.star, ...numbersOf(normal.slice(head.end, Math.min(five[at + 1]?.index ?? head.end + LAST_ROW, head.end + MAX_ROW))) }));
    const mix = mixOf(rows);
    if (mix) return mix;
  }
  return undefined;
}

function starOf([, digit, after, drawn, stars]: RegExpExecArray): number {
  return stars === undefined ? Number(digit ?? after ?? drawn) : stars.length;
}

function inOrder(five: readonly Head[]): boolean {
  const down = five.every(({ star }, at) => star === 5 - at);
  return (down || five.every(({ star }, at) => star === at + 1)) && five.every(({ index }, at) => at === 0 || index - (five[at - 1]?.end ?? 0) <= MAX_ROW);
}

/** One sentence about one row, as labels for those who do not see the bars have it: `52 percent of reviews have 5 stars`, `5 stars represent 78% of rating`. */
export function starRowOf(label: string): StarRow | undefined {
  const normal = asciiDigits(label).replaceAll(/\s+/g, ' ').replaceAll('％', '%');
  const [head, other] = [...normal.matchAll(HEADS)];
  if (!head || other) return undefined;
  const numbers = numbersOf(`${normal.slice(0, head.index)} ; ${normal.slice(head.index + head[0].length)}`);
  return numbers.count === undefined && numbers.percent === undefined ? undefined : { star: starOf(head), ...numbers };
}

function numbersOf(text: string): Omit<StarRow, 'star'> {
  const share = PERCENT.exec(text);
  const count = parseCount(share ? `${text.slice(0, share.index)} ; ${text.slice(share.index + share[0].length)}` : text)?.value;
  return { ...(share ? { percent: Number((share[1] ?? '').replace(',', '.')) } : {}), ...(count === undefined ? {} : { count }) };
}

/**
 * The mix of rows of different stars: counts where all five have one, else shares that make a hundred; of shares, rows that are left out are of
 * nobody. Undefined when they make no whole, or nobody rated.
 */
export function mixOf(rows: readonly StarRow[]): StarMix | undefined {
  const byStar = new Map(rows.map((row) => [row.star, row]));
  if (byStar.size < 2) return undefined;
  const counts = [1, 2, 3, 4, 5].map((star) => byStar.get(star)?.count);
  const stars = counts.flatMap((count) => count ?? []);
  if (stars.length === 5) return stars.some((count) => count > 0) ? { stars, unit: 'count' } : undefined;
  if (rows.some(({ percent }) => percent === undefined || percent > 100)) return undefined;
  const shares = [1, 2, 3, 4, 5].map((star) => byStar.get(star)?.percent ?? 0);
  const sum = shares.reduce((total, share) => total + share, 0);
  return sum >= LEAST_SUM && sum <= MOST_SUM ? { stars: shares, unit: 'percent' } : undefined;
}
