import type { Count, Rating } from '../../../model/listing.ts';
import { parseCount } from '../text/count.ts';
import { ratingOfMarkup } from '../text/rating-markup.ts';
import { parseRating } from '../text/rating.ts';
import { type FlatElement, type FlatPage, textOf, upwards } from './flat.ts';
import { isMarked } from './marks.ts';
import { RATING_MARK } from './words.ts';

/** The rating of a block: what is said for those who do not see the stars, else what is drawn. */
export function ratingOf(page: FlatPage, block: FlatElement, chosen: readonly FlatElement[] | undefined): Rating | undefined {
  for (const element of chosen ?? []) {
    const read = parseRating(textOf(page, element, 80)) ?? parseRating(element.attributes['aria-label'] ?? '');
    if (read) return read;
  }
  for (const element of page.elements.slice(block.index, Math.min(block.end, block.index + 600))) {
    const { attributes } = element;
    const label = attributes['aria-label'] ?? attributes['title'] ?? attributes['alt'] ?? '';
    if (/\d/.test(label) && label.length < 120 && /star|stern|étoile|estrella|stell|estrela|gwiazd|ster|out of|星|★|rating|bewertung|评分/iu.test(label)) {
      const read = parseRating(label);
      if (read) return read;
    }
    const mark = `${attributes['class'] ?? ''} ${attributes['data-testid'] ?? ''}`;
    if (!isMarked(RATING_MARK, mark)) continue;
    const text = textOf(page, element, 80);
    const read = (text.length < 60 && /\d[.,]\d|★|\d ?\/ ?\d/.test(text) ? parseRating(text) : undefined) ?? dataRating(attributes) ?? ratingOfClasses(mark, attributes['style'] ?? '');
    if (read) return read;
  }
  return undefined;
}

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

const WORD_STARS: Readonly<Record<string, Rating>> = { one: { value: 1, scale: 5 }, two: { value: 2, scale: 5 }, three: { value: 3, scale: 5 }, four: { value: 4, scale: 5 }, five: { value: 5, scale: 5 } };

/** How many reviews a block speaks of. */
export function reviewCountOf(page: FlatPage, block: FlatElement, chosen: readonly FlatElement[] | undefined): Count | undefined {
  for (const element of chosen ?? []) {
    const read = parseCount(textOf(page, element, 60)) ?? parseCount(element.attributes['aria-label'] ?? '');
    if (read) return read;
  }
  for (let i = block.textFrom; i < Math.min(block.textTo, block.textFrom + 120); i += 1) {
    const run = page.texts[i];
    const text = run?.text.replace(/\s+/g, ' ').trim() ?? '';
    if (!run || !/\d/.test(text) || text.length > 50) continue;
    const named = /review|rating|bewertung|rezension|\bavis\b|opini|valoracion|reseña|recension|avalia|ocen|beoordeling|omdöme|отзыв|评价|评论|評價|レビュー|件の評価|리뷰|comment/iu.test(text);
    const bracketed = /^\(\s*[\d.,]+[kK万]?\+?\s*\)$/.test(text) && [...upwards(page, run.element, 5)].some((element) => element.index > block.index && (RATING_MARK.test(`${element.attributes['class'] ?? ''} ${element.attributes['aria-label'] ?? ''}`)));
    const read = named || bracketed ? parseCount(text) : undefined;
    if (read) return read;
  }
  return undefined;
}
