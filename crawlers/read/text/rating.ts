import type { Rating } from '../../../model/listing.ts';
import { normalise } from './normal.ts';

const NUMBER = '(\\d{1,3}(?:[.,]\\d{1,4})?)';
const BEST = '(\\d{1,3}(?:[.,]0{1,2})?)';
/** "value of best" in the languages of the shops. */
const OF = new RegExp(`${NUMBER} ?(?:stars?|stern(?:e|en)?|étoiles|estrellas|stelle|estrelas|gwiazdk\\p{L}{1,4})? ?(?:out of(?: a (?:possible|max(?:imum)? of))?|of|von|sur|de|su|di|na|z|av|af|van(?: de)?|од|из|із|من|จาก|trên|dari|/|／)(?: ?/)? ?${BEST}(?!\\d|[\\d.,]*%)`, 'iu');
/** The best one first: `5つ星のうち4.3`, `满分5分 4.8`. */
const OF_FIRST = /(\d{1,3}) ?(?:つ星のうち|段階(?:評価)?中|점 만점에|개 중|分满分|点満点中|(?:yıldız )?üzerinden)[^\d]{0,6}(\d{1,3}(?:[.,]\d{1,4})?)/u;
const PERCENT = /(\d{1,3}(?:[.,]\d{1,2})?) ?[%％]/u;
const STARS = new RegExp(`${NUMBER} ?(?:stars?|stern(?:e|en)?|étoiles?|estrellas?|stell[ae]|estrelas?|gwiazd\\p{L}{0,4}|sterren|stjerner|stjärnor|tähteä|звезд\\p{L}{0,2}|hvězd\\p{L}{0,3}|[颗顆]?星(?!期)|★|☆|분)`, 'iu');
/** A word that says the lone number is a rating. */
const RATED = /(?:rat(?:ed|ing)|score|bewertung|note|nota|valoración|valutazione|avaliação|ocena|beoordeling|betyg|评分|評分|評価|평점|별점|puan|التقييم|hodnocení|оценка|рейтинг)/iu;
const POINTS = /^(\d(?:[.,]\d{1,2})?) ?[分点점]$/u;
const WORDS: Readonly<Record<string, number>> = { zero: 0, one: 1, two: 2, three: 3, four: 4, five: 5 };
/** All of the text says it in words: `three and a half stars`, `Rated four out of five`. */
const WORDED = /^(?:rated |rating:? )?(zero|one|two|three|four|five)(?:( and a half)|[- ]star rating|(?: stars?)? out of (?:5|five)|(?= stars?$))(?: out of (?:5|five))?(?: stars?)?\.?$/i;
/** The star before its number: `★ 4.7`. */
const STAR_FIRST = /^[★⭐] ?(\d(?:[.,]\d{1,2})?)(?![\d%])/u;

/**
 * A rating with its scale: `4.7 out of 5 stars`, `5,0 de 5 estrellas`, `5つ星のうち4.3`, `98%` (scale 100), `★★★★☆`,
 * `4,6`. A lone number up to 5 is taken as stars, up to 10 only with a word beside it that says rating. Undefined for
 * anything else; never clamps: a value above its scale is no rating.
 */
export function parseRating(text: string): Rating | undefined {
  const normal = normalise(text);
  const of = OF.exec(normal);
  if (of) return ratingOf(of[1], of[2]);
  const first = OF_FIRST.exec(normal);
  if (first) return ratingOf(first[2], first[1]);
  const drawn = drawnStars(normal);
  if (drawn) return drawn;
  const [, word, half] = WORDED.exec(normal) ?? [];
  if (word !== undefined) return ratingOf(String((WORDS[word.toLowerCase()] ?? 0) + (half === undefined ? 0 : 0.5)), '5');
  const stars = STAR_FIRST.exec(normal) ?? STARS.exec(normal);
  if (stars) return ratingOf(stars[1], '5');
  const percent = PERCENT.exec(normal);
  if (percent) return ratingOf(percent[1], '100');
  const lone = new RegExp(`^[^\\d]{0,40}?${NUMBER}[^\\d]{0,60}$`, 'u').exec(normal) ?? POINTS.exec(normal);
  if (/[$€£¥]/.test(normal)) return undefined;
  if (!lone) return leading(normal);
  const bare = /^\(?\d[\d.,]*\)?$/.test(normal) || POINTS.test(normal);
  if (!bare && !RATED.test(normal)) return leading(normal);
  return ratingOf(lone[1], number(lone[1]) > 5 ? '10' : '5');
}

/** `4.6 (1,234)`, `4,8 | 23 Bewertungen`: a decimal first, then something else. */
function leading(text: string): Rating | undefined {
  const match = /^(\d[.,]\d{1,2})(?= ?[(|·•/-]| \d| (?:from|based|basado|aus|sur la base|op basis) )/.exec(text);
  return match ? ratingOf(match[1], '5') : undefined;
}

/** Stars as characters, five of them full or empty; a text of full ones alone may leave the empty ones out, but says at least two. */
export function drawnStars(text: string): Rating | undefined {
  const full = (text.match(/[★⭐✭]/gu) ?? []).length;
  const empty = (text.match(/[☆✩]/gu) ?? []).length;
  const only = empty === 0 && full >= 2 && full < 5 && /^[★⭐✭\s\ufe0f]+$/u.test(text);
  return only || full > 0 && full + empty === 5 ? { value: full, scale: 5 } : undefined;
}

function number(text: string | undefined): number {
  return Number((text ?? '').replace(',', '.'));
}

/** A rating when the value is within the scale and the scale is one (3 to 100). A comma is a decimal point. */
export function ratingOf(value: string | undefined, scale: string | undefined): Rating | undefined {
  const [v, s] = [number(value), number(scale)];
  return Number.isFinite(v) && s >= 3 && s <= 100 && v >= 0 && v <= s ? { value: v, scale: s } : undefined;
}
