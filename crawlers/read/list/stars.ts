import type { Count, Rating } from '../../../model/listing.ts';
import { parseCount } from '../text/count.ts';
import { ratingOfMarkup } from '../text/rating-markup.ts';
import { parseRating } from '../text/rating.ts';
import { iconRating } from '../text/star-names.ts';
import { type FlatElement, type FlatPage, textOf, upwards } from './flat.ts';
import { isMarked, markOf } from './names.ts';
import { RATING_MARK } from './words.ts';

/** Words that make a number in a text or a label a rating. */
const STAR_WORDS = /star|stern|étoile|estrella|stell|estrela|gwiazd|ster|out of|星|★|rating|bewertung|评分|(?:von|sur|de|su|z|na|van|van de|av|af) [15]0?(?!\d)|\/ ?5(?!\d)|ocen|hodnocen|omdöme|stjern|tähte|звезд|оцен|امتیاز/iu;

/** The rating of a block: what is said for those who do not see the stars, else what is drawn, else a lone decimal beside a star or a count. */
export function ratingOf(page: FlatPage, block: FlatElement, chosen: readonly FlatElement[] | undefined): Rating | undefined {
  for (const element of chosen ?? []) {
    const read = parseRating(textOf(page, element, 80)) ?? parseRating(element.attributes['aria-label'] ?? '');
    if (read) return read;
  }
  let loose: Rating | undefined;
  for (const element of page.elements.slice(block.index, Math.min(block.end, block.index + 600))) {
    const { attributes } = element;
    const label = attributes['aria-label'] ?? attributes['title'] ?? attributes['alt'] ?? '';
    if (/\d/.test(label) && label.length < 120 && STAR_WORDS.test(label) && (element.tag !== 'button' || /\d[.,]\d|\d ?(?:out of|von|sur|\/) ?\d/.test(label))) {
      const read = parseRating(label);
      if (read) return read;
    }
    loose ??= looseRating(page, element);
    const mark = `${attributes['class'] ?? ''} ${attributes['data-testid'] ?? ''}`;
    if (!isMarked(RATING_MARK, mark) && !(WIDTH.test(attributes['style'] ?? '') && isMarked(RATING_MARK, page.elements[element.parent]?.attributes['class'] ?? ''))) continue;
    const text = textOf(page, element, 80);
    const read = (text.length < 60 && /(?<![\d.,])\d[.,]\d{1,2}(?!\d)|★|\d ?\/ ?\d/.test(text) ? parseRating(text) ?? parseRating(text.replace(OF_FIVE, '$1 / 5')) : undefined) ?? dataRating(attributes) ?? ratingOfClasses(mark, attributes['style'] ?? '') ?? ratingOfIcons(page, element);
    if (read) return read;
  }
  return loose;
}

const WIDTH = /width:\s*\d/;
/** A decimal, a word of any language, and the best there is. */
const OF_FIVE = /^\D{0,20}(\d[.,]\d{1,2})\s\p{L}{1,6}\s5$/u;

/** What an element without any name says: "4.6 out of 5 stars", or a lone `4.7` behind a drawing and before a count. */
function looseRating(page: FlatPage, element: FlatElement): Rating | undefined {
  const run = page.texts[element.textFrom];
  if (element.textTo !== element.textFrom + 1 || run?.element !== element.index) return undefined;
  const text = run.text.trim();
  if (text.length > 12) return text.length < 80 && SAID.test(text) ? parseRating(text) : undefined;
  if (!/^[0-5][.,]\d{1,2}$/.test(text)) return undefined;
  const [before, behind] = [page.elements[element.index - 1], page.texts[element.textTo]?.text.trim() ?? ''];
  const drawn = before !== undefined && before.depth >= element.depth && /^(?:svg|img|i|path|use)$/.test(before.tag);
  return drawn || /^(?:[(|·] ?[\d.,\s]+|[\d.,]+) ?(?:[kK万w]\+?|\+)?\)?$|^\|$/.test(behind) || SOLD.test(behind) ? parseRating(text) : undefined;
}

const SAID = /\d ?(?:out of|von|sur|de|su|z|van|av) ?[15]0?(?!\d)|^\d[.,]\d ?(?:stars?|sterne?|étoiles|estrellas|stelle|estrelas)/iu;
const SOLD = /^[\d.,]+ ?(?:k|mil|万)?\+? ?(?:sold|ratings?|reviews?|vendid|verkauft|vendu|sprzedan|评|件|人)/iu;

function dataRating(attributes: Readonly<Record<string, string>>): Rating | undefined {
  const value = attributes['data-rating'] ?? attributes['data-score'] ?? attributes['data-average'];
  return value === undefined || !/^\d(?:[.,]\d+)?$/.test(value) ? undefined : parseRating(value);
}

/** Stars drawn by a class of their own (`a-star-4-5`, `rating-4`, `star-rating Three`) or by the width of a bar; names made by build tools do not count. */
function ratingOfClasses(mark: string, style: string): Rating | undefined {
  for (const name of mark.split(/\s+/)) {
    const drawn = /^(?:[a-z]{1,12}-){0,2}(?:stars?|rating|rate|score)[-_]{1,2}([0-5])(?:[-_.](\d))?$/i.exec(name);
    if (drawn) return parseRating(`${drawn[1] ?? ''}.${drawn[2] ?? '0'}`);
  }
  return /width:\s*\d/.test(style) ? ratingOfMarkup(`<i class="rating" style="${style.replace(/["<>]/g, '')}"></i>`) : WORD_STARS[/\b(one|two|three|four|five)\b/i.exec(mark)?.[1]?.toLowerCase() ?? ''];
}

/** Stars drawn by an icon each, the full ones named so. */
function ratingOfIcons(page: FlatPage, { index, end }: FlatElement): Rating | undefined {
  if (end - index < 5 || end - index > MAX_ICONS) return undefined;
  const icons = page.elements.slice(index + 1, end).filter(({ attributes }) => /star/i.test(attributes['class'] ?? ''));
  const value = icons.length < 5 ? undefined : iconRating(icons.map(({ tag, attributes }) => `<${tag} class="${(attributes['class'] ?? '').replace(/["<>]/g, '')}">`).join(''));
  return value === undefined || value === 0 ? undefined : { value, scale: 5 };
}

/** More elements than these draw more than five stars. */
const MAX_ICONS = 40;

const WORD_STARS: Readonly<Record<string, Rating>> = { one: { value: 1, scale: 5 }, two: { value: 2, scale: 5 }, three: { value: 3, scale: 5 }, four: { value: 4, scale: 5 }, five: { value: 5, scale: 5 } };

/** How many reviews a block speaks of; of a rounded text and an exact label the label. */
export function reviewCountOf(page: FlatPage, block: FlatElement, chosen: readonly FlatElement[] | undefined): Count | undefined {
  for (const element of chosen ?? []) {
    const read = exactly(page, element, parseCount(textOf(page, element, 60))) ?? parseCount(element.attributes['aria-label'] ?? '');
    if (read) return read;
  }
  for (let i = block.textFrom; i < Math.min(block.textTo, block.textFrom + 120); i += 1) {
    const run = page.texts[i];
    const text = run?.text.replace(/\s+/g, ' ').trim() ?? '';
    const holder = page.elements[run?.element ?? -1];
    if (!run || !holder || !/\d/.test(text) || text.length > 60) continue;
    const bracketed = /^\(\s*\d[\d.,\s]*[kK万]?\+?\s*\)$/.test(text) && (/^[0-5](?:[.,]\d{1,2})?(?: ?(?:\/|out of|von|sur|de|su|na|van) ?5)?$|^[0-5][.,]\d \p{L}{4,12}$/u.test(page.texts[i - 1]?.text.trim() ?? '') || [...upwards(page, run.element, 5)].some((element) => element.index > block.index && RATING_MARK.test(`${markOf(element)} ${element.attributes['aria-label'] ?? ''}`)));
    const beside = /^[0-5][.,]\d{1,2} ?(\(\d[\d.,]*\))$/.exec(text)?.[1];
    if (RATED.test(text)) continue;
    const named = /^\d[\d.,\s]*[×x]?$/.test(text) && COUNT_MARK.test(holder.attributes['class'] ?? '');
    const read = REVIEWS.test(text) || bracketed || named || BARE.test(text) && leadsToReviews(page, run.element) ? parseCount(text) : beside === undefined ? countAmong(page, i, text) : parseCount(beside);
    if (read) return exactly(page, holder, read);
  }
  return countInLabels(page, block);
}

/** A count without any word. */
const BARE = /^\(?(?:\d{1,6}|\d{1,3}(?:[.,' ]\d{3}){1,2}|\d[\d.,]{0,5} ?[kK万]\+?)\+?\)?$/;
const REVIEWS_URL = /#[\w-]{0,20}(?:reviews?|ratings?|comments?|avis|opinie|bewertung(?:en)?|opiniones|recensioni|hodnoceni|otzyvy)|\/(?:product-)?reviews?(?:[/?#]|$)/i;

/** A number in a link to what was said of the item. */
function leadsToReviews(page: FlatPage, element: number): boolean {
  return [...upwards(page, element, 3)].some(({ tag, attributes }) => tag === 'a' && REVIEWS_URL.test(attributes['href'] ?? ''));
}

/** Names of an element that holds how many rated: `star-rating-block__count`. */
const COUNT_MARK = /(?:rating|review|stars?)s?[\w-]{0,20}[-_](?:count|number|amount)(?:$|[\s_-])/i;

/** What only says how good: `5,0 z 5 hvězdiček`. */
const RATED = /^[^\d]{0,60}[0-5](?:[.,]\d{1,2})? ?(?:\/|(?:out of|von|sur|de|su|z|ze|na|van|av|af|sobre|din|od) ) ?5(?![\d.,])\D{0,30}$/iu;
const REVIEWS = /review|rating|bewertung|rezension|\bavis\b|opini|valoracion|reseña|recension|avalia|classifica|ocen|beoordeling|omdöme|отзыв|评价|评论|評價|评 ?[(（]|レビュー|件の評価|[（(][\d,]+件[)）]|리뷰|상품평|후기|відгук|yorum|değerlendirme|vélemény|értékelés|recenz|hodnocen|anmeldelse|arvostelu|đánh giá|ulasan|κριτικ|comment/iu;

/** A bare count whose word stands in the run before or behind it: `已有` `65万+` `人评价`. */
function countAmong(page: FlatPage, at: number, text: string): Count | undefined {
  if (!/^\(?[\d.,]+ ?[kK万]?\+?\)?$/.test(text)) return undefined;
  const around = (run: number): string => {
    const found = page.texts[run];
    const near = found && [...upwards(page, found.element, 3)].some((element) => element.textFrom <= at && at < element.textTo && element.textTo - element.textFrom <= 6);
    return near && found.text.trim().length < 30 && !/\d/.test(found.text) ? found.text.trim() : '';
  };
  const [before, behind] = [around(at - 1), around(at + 1)];
  return REVIEWS.test(before) || REVIEWS.test(behind) ? parseCount(`${before} ${text} ${behind}`) : undefined;
}

/** The exact count that a label says where the text is rounded: `1.009 classificações` for `(1 mil)`. */
function exactly(page: FlatPage, element: FlatElement, read: Count | undefined): Count | undefined {
  if (!read || read.value < 1_000 || read.value % 100 !== 0) return read;
  for (const { attributes } of upwards(page, element.index, 3)) {
    const exact = REVIEWS.test(attributes['aria-label'] ?? '') ? parseCount(attributes['aria-label'] ?? '') : undefined;
    if (exact && exact.value > read.value / 2 && exact.value < read.value * 2) return exact;
  }
  return read;
}

/** Attributes that hold how many there are. */
const COUNT_ATTRIBUTES: readonly string[] = ['data-review-count', 'data-reviews-count', 'data-rating-count', 'data-ratings-count', 'data-micro-rating-count', 'data-number-of-reviews'];

/** How many, behind how good: "4,6 van 5 uit 1.204 beoordelingen". */
const COUNTED = /\d\D.{0,40}?(?<![\d.,])(\d[\d.,]*(?: \d{3})*[kK万]?\+? ?\p{L}{4,})\W*$/u;

/** A count with its word, before how good: "412 reviews with an average rating of 4.6 out of 5". */
const OF_REVIEWS = /^\W*(\d[\d.,']* ?(?:reviews|ratings|bewertungen|avis|opiniones|reseñas|valoraciones|recensioni|avaliações|opinii|beoordelingen))(?!\p{L})/iu;

/** "4.8 star rating with 12,345 reviews" on the stars of a block that shows no count of its own. */
function countInLabels(page: FlatPage, block: FlatElement): Count | undefined {
  for (const { attributes } of page.elements.slice(block.index, Math.min(block.end, block.index + 600))) {
    const stated = COUNT_ATTRIBUTES.map((name) => attributes[name]).find((value) => value !== undefined && /^\d{1,9}$/.test(value));
    if (stated !== undefined) return parseCount(stated);
    const label = attributes['aria-label'] ?? attributes['title'] ?? '';
    if (label.length < 120 && /\d/.test(label) && REVIEWS.test(label)) {
      const read = parseCount(OF_REVIEWS.exec(label)?.[1] ?? COUNTED.exec(label)?.[1] ?? label);
      if (read) return read;
    }
  }
  return undefined;
}
