import type { Rating } from '../../../model/listing.ts';
import { drawnStars, parseRating, ratingOf } from './rating.ts';
import { classRating, iconRating } from './star-names.ts';

const MAX_LENGTH = 20_000;
const NUMBER = '(\\d{1,3}(?:[.,]\\d{1,4})?)';
/** Attributes that hold nothing but a rating. */
const DATA = new RegExp(`\\sdata-(?:average-|star-|product-|review-|rateit-|bv-)?(?:rating|score|grade|stars?|rateit-value|average|rating-value|rating-score|value)=["']${NUMBER}["']`, 'i');
/** An element of its own for stars, a gauge, or one whose names say rating: `<star-rating value="4.5">`, `<meter max="5" value="4.2">`. */
const ELEMENT = new RegExp(`<(?:[a-z]{1,20}-)?(?:star|rating|meter|progress)[a-z-]{0,20}\\s[^<>]{0,300}?\\b(?:value|rating|score)=["']${NUMBER}["'][^<>]{0,200}>`, 'i');
const MAX = new RegExp(`\\b(?:max|total|data-max)=["']${NUMBER}["']`, 'i');
const VARIABLE = new RegExp(`--(?:[a-z]{1,20}-){0,2}(?:rating|stars?|score|value)(?:-[a-z]{1,10})?: ?${NUMBER}(%?)`, 'i');
/** `calc(4.3 / 5 * 100%)`. */
const CALC = new RegExp(`calc\\( ?\\(? ?${NUMBER} ?\\/ ?([5]|10)\\b`, 'i');
const CHECKED = /<input\b(?=[^<>]{0,300}name=["'][^"'<>]{0,40}(?:rating|stars?|score))(?=[^<>]{0,300}\schecked)[^<>]{0,300}\svalue=["']([1-5](?:\.5)?)["']/i;
const WIDTH = /(?:rat|star)[^<]{0,300}?(?:<[^>]{0,200}?)?style=["'][^"']{0,100}?width:\s*(\d{1,3}(?:\.\d+)?)%/i;
/** An element with one star as its text. */
const STAR = /<(li|span|i|b|a|label|em)\b([^<>]{0,200})>\s{0,5}[★⭐]\s{0,5}<\/\1>/giu;

/**
 * The rating that a piece of HTML draws: data attributes, aria labels and titles, words, the width of a filled bar, star
 * classes, single star icons. Undefined when it draws none. Looks at the first 20,000 characters only.
 */
export function ratingOfMarkup(html: string): Rating | undefined {
  const head = html.slice(0, MAX_LENGTH);
  return stated(head) ?? told(head) ?? ratedByText(head) ?? drawn(head);
}

/** What attributes say that are made for it. */
function stated(html: string): Rating | undefined {
  const value = /itemprop=["']ratingValue["'][^>]{0,200}?content=["']([^"']{1,10})["']/i.exec(html)?.[1] ?? DATA.exec(html)?.[1];
  const best = /itemprop=["']bestRating["'][^>]{0,200}?content=["']([^"']{1,10})["']/i.exec(html)?.[1] ?? '5';
  if (value !== undefined && (/rat|star|score|review|grade/i.test(html))) return ratingOf(value, best) ?? ratingOf(value, '100');
  const element = ELEMENT.exec(html);
  if (element) return ratingOf(element[1], MAX.exec(element[0])?.[1] ?? '5');
  const [, share, percent] = VARIABLE.exec(html) ?? [];
  if (share !== undefined) return percent === '%' ? stars(share) : ratingOf(share, '5');
  const calc = CALC.exec(html);
  return calc ? ratingOf(calc[1], calc[2]) : undefined;
}

/** Labels for those who do not see the stars. */
function told(html: string): Rating | undefined {
  for (const match of html.matchAll(/(?:aria-label|title|alt)=(?:"([^"]{1,200})"|'([^']{1,200})')/gi)) {
    const read = parseRating(match[1] ?? match[2] ?? '');
    if (read) return asStars(read, html);
  }
  return undefined;
}

function ratedByText(html: string): Rating | undefined {
  if (starElements(html)) return undefined;
  const text = parseRating(html.replace(/<[^<>]*>/g, ' '));
  return text && asStars(text, html);
}

/** A share that the bar of stars has as its width too is the stars themselves, not an approval: Magento's `title="80%"`. */
function asStars(read: Rating, html: string): Rating {
  const width = WIDTH.exec(html)?.[1];
  return read.scale === 100 && width !== undefined && Number(width) === read.value ? stars(width) ?? read : read;
}

function drawn(html: string): Rating | undefined {
  const single = starElements(html) ?? iconRating(html);
  if (single !== undefined) return { value: single, scale: 5 };
  const width = WIDTH.exec(html)?.[1];
  if (width !== undefined) return stars(width);
  const named = classRating(html);
  if (named !== undefined) return ratingOf(String(named), '5');
  const checked = CHECKED.exec(html)?.[1];
  return checked === undefined ? undefined : ratingOf(checked, '5');
}

/** Five elements of one star each, the full ones marked otherwise than the empty ones. */
function starElements(html: string): number | undefined {
  const marks = [...html.matchAll(STAR)].map((match) => (match[2] ?? '').trim());
  if (marks.length !== 5 || new Set(marks).size === 1) return undefined;
  return drawnStars(marks.map((mark) => (mark === marks[0] ? '★' : '☆')).join(''))?.value;
}

/** A share of five stars, to a tenth. */
function stars(percent: string): Rating | undefined {
  const share = Number(percent.replace(',', '.'));
  return share <= 100 ? { value: Math.round(share / 2) / 10, scale: 5 } : undefined;
}
