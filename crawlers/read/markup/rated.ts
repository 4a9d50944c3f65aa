import { REVIEW_WORD } from './words.ts';

/** Names of an element that shows a rating. */
const RATING_MARK = /(?:^|[\s_-])(?:ratings?|stars?|score|review-?(?:score|average|rating))(?:$|[\s_-])|star-?rating|rating-?(?:value|stars?|number|score|average|text)|average-?rating/;
/** Attributes that shops put the average of five stars in. */
const ATTRIBUTES = ['data-rating', 'data-rating-value', 'data-average-rating', 'data-score', 'data-average', 'data-rate', 'rating'] as const;
/** Whole stars as a word: `star-rating Three`. */
const WORDED = /(?:^|[\s_-])star-?rating[\s_-](one|two|three|four|five)(?:$|[\s_-])/;
const WORDS = ['one', 'two', 'three', 'four', 'five'];
const AVERAGE = /^(?:[0-4](?:[.,]\d{1,2})?|5(?:[.,]0{1,2})?)$/;
const IN_TEXT = /^\s*\(?([0-4][.,]\d{1,2}|5[.,]0{1,2})(?!\d)\)?\s{0,3}(?:$|[(|·★⭐]|(?<=\s)\d)/;
/** An average to the decimal, alone … */
const ALONE = /^\(?([0-4][.,]\d{1,2}|5[.,]0{1,2})\)?$/;
/** … or in front of how many gave it: `4.9 • 5 120 отзывов`, `レビュー 4.62 (1,204件)`. */
const LEADS = /^[^\d]{0,20}(?<![\d.,])([0-4][.,]\d{1,2}|5[.,]0{1,2})(?:\s{0,3}[(（|·•,/–-]\s{0,3}|\s{1,3})[^\d]{0,12}\d/;

/** Names of an element that shows how many have rated. */
const COUNT_MARK = /(?:rating|review|vote|comment)s?[\w-]{0,20}[-_](?:count|number|num|amount|total|qty)|(?:count|num|number|total)[-_]?(?:of[-_]?)?(?:rating|review)s?|(?:review|rating)s?count/;
const BARE_COUNT = /^[(（]? ?\d[\d.,\s]{0,11}[kK万]?\+? ?件? ?[)）]?$/;

/** The average that stands in front of how many have rated, in the same text or in the one before: `4.4` `980 reviews`. */
export function ratedBeside(text: string, before: string): string | undefined {
  const number = (LEADS.exec(text) ?? ALONE.exec(before))?.[1];
  return number === undefined ? undefined : `${number} / 5`;
}

/** True for a rating in words that goes on to say how many gave it: `4.3 of 5 stars out of 812 reviews`. */
export function countsAsWell(text: string): boolean {
  return REVIEW_WORD.test(text) && (text.match(/\d[\d.,]*/g)?.length ?? 0) >= 3;
}

/** True for a text that may say how many have rated: `890 reviews`; `(321)` behind a rating, or in an element named after it. */
export function mayCountReviews(text: string, own: string, before: string): boolean {
  if (text.length > 60 || ALONE.test(text)) return false;
  if (!BARE_COUNT.test(text)) return REVIEW_WORD.test(text);
  return COUNT_MARK.test(own) || (/^[(（]/.test(text) && (AVERAGE.test(before) || RATING_MARK.test(own)));
}

/** The rating that an element's attributes draw: a number of stars, or the width of a bar of five; as text that names its scale. */
export function ratedByAttributes(own: string, attributes: Readonly<Record<string, string>>): string | undefined {
  if (!RATING_MARK.test(own)) return undefined;
  const number = ATTRIBUTES.map((name) => attributes[name]).find((value) => value !== undefined && AVERAGE.test(value));
  if (number !== undefined) return Number(number.replace(',', '.')) > 0 ? `${number} / 5` : undefined;
  const word = WORDED.exec(own)?.[1];
  if (word !== undefined) return `${WORDS.indexOf(word) + 1} / 5`;
  const width = Number(/(?:^|[;\s])width:\s{0,3}(\d{1,3}(?:\.\d{1,4})?)%/.exec(attributes['style'] ?? '')?.[1] ?? 0);
  return width > 0 && width <= 100 && /star|rating/.test(own) ? `${Math.round(width * 5) / 100} / 5` : undefined;
}

/** The rating that an element named after it shows as a bare number: `4.5 (12)`. */
export function ratedByText(own: string, text: string): string | undefined {
  const number = text.length <= 40 ? IN_TEXT.exec(text)?.[1] : undefined;
  return number !== undefined && RATING_MARK.test(own) ? `${number} / 5` : undefined;
}
