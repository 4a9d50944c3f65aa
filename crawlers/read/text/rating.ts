import type { Rating } from '../../../model/listing.ts';
import { normalise } from './normal.ts';

const NUMBER = '(\\d{1,3}(?:[.,]\\d{1,4})?)';
const BEST = '(\\d{1,3}(?:[.,]0{1,2})?)';
/** "value of best" in the languages of the shops. */
const OF = new RegExp(`${NUMBER} ?(?:stars?|stern(?:e|en)?|étoiles|estrellas|stelle|estrelas|gwiazdk\\p{L}{1,4})? ?(?:out of(?: a (?:possible|max(?:imum)? of))?|of|von|sur|de|su|di|na|z|av|af|van(?: de)?|од|из|із|/|／)(?: ?/)? ?${BEST}(?![\\d.,]*%)`, 'iu');
/** The best one first: `5つ星のうち4.3`, `满分5分 4.8`. */
const OF_FIRST = /(\d{1,3}) ?(?:つ星のうち|段階中|점 만점에|分满分|点満点中)[^\d]{0,6}(\d{1,3}(?:[.,]\d{1,4})?)/u;
const PERCENT = /(\d{1,3}(?:[.,]\d{1,2})?) ?[%％]/u;
const STARS = new RegExp(`${NUMBER} ?(?:stars?|stern(?:e|en)?|étoiles?|estrellas?|stell[ae]|estrelas?|gwiazd\\p{L}{0,4}|sterren|stjerner|stjärnor|tähteä|звезд\\p{L}{0,2}|hvězd\\p{L}{0,3}|星(?!期)|顆星|★|☆|분)`, 'iu');
/** A word that says the lone number is a rating. */
const RATED = /(?:rat(?:ed|ing)|score|bewertung|note|nota|valoración|valutazione|avaliação|ocena|beoordeling|betyg|评分|評分|評価|평점|hodnocení|оценка|рейтинг)/iu;
const POINTS = /^(\d(?:[.,]\d{1,2})?) ?分$/u;

/**
 * A rating with its scale: `4.7 out of 5 stars`, `5,0 de 5 estrellas`, `5つ星のうち4.3`, `98%` (scale 100), `★★★★☆`,
 * `4,6`. A lone number up to 5 is taken as stars, up to 10 only with a word beside it that says rating. Undefined for
 * anything else; never clamps: a value above its scale is no rating.
 */
export function parseRating(text: string): Rating | undefined {
  const normal = normalise(text);
  const of = OF.exec(normal);
  if (of) return rating(of[1], of[2]);
  const first = OF_FIRST.exec(normal);
  if (first) return rating(first[2], first[1]);
  const drawn = drawnStars(normal);
  if (drawn) return drawn;
  const stars = STARS.exec(normal);
  if (stars) return rating(stars[1], '5');
  const percent = PERCENT.exec(normal);
  if (percent) return rating(percent[1], '100');
  const lone = new RegExp(`^[^\\d]{0,40}?${NUMBER}[^\\d]{0,60}$`, 'u').exec(normal) ?? POINTS.exec(normal);
  if (/[$€£¥]/.test(normal)) return undefined;
  if (!lone) return leading(normal);
  const bare = /^\(?\d[\d.,]*\)?$/.test(normal) || POINTS.test(normal);
  if (!bare && !RATED.test(normal)) return leading(normal);
  return rating(lone[1], number(lone[1]) > 5 ? '10' : '5');
}

/** `4.6 (1,234)`, `4,8 | 23 Bewertungen`: a decimal first, then something else. */
function leading(text: string): Rating | undefined {
  const match = /^(\d[.,]\d{1,2})(?=[ (|·-])/.exec(text);
  return match ? rating(match[1], '5') : undefined;
}

function drawnStars(text: string): Rating | undefined {
  const full = (text.match(/[★⭐✭]/gu) ?? []).length;
  const empty = (text.match(/[☆✩]/gu) ?? []).length;
  return full > 0 && full + empty === 5 ? { value: full, scale: 5 } : undefined;
}

function number(text: string | undefined): number {
  return Number((text ?? '').replace(',', '.'));
}

function rating(value: string | undefined, scale: string | undefined): Rating | undefined {
  const [v, s] = [number(value), number(scale)];
  return Number.isFinite(v) && s >= 3 && s <= 100 && v >= 0 && v <= s ? { value: v, scale: s } : undefined;
}

const CLASS_STARS = /(?:^|[\s"'/_-])(?:a-star|rate|rating|stars?|star-rating|reviewstars|filled|pr-stars|sterne|score|r)[-_]{1,2}(?:[a-z]+[-_]){0,2}?(\d)(?:[.,_-](\d{1,2}))?(?=[\s"'_a-z-]|\.(?:png|gif|svg|jpe?g|webp))/iu;
const EMPTY_STAR = /star[-_]o\b|empty|grey|gray|unfilled|[-_ ]off|inactive|[-_]0-filled|outline/i;
const FULL_STAR = /(?:star|rating|icon|fa)[\w-]{0,30}?(?:full|filled|fill|active|selected|checked|on)(?![\w])|full-?star|(?:active|full|filled)[ _-][\w-]{0,20}star|fa-star(?=["'\s])/i;

/**
 * The rating that a piece of HTML draws: aria labels and titles, data attributes, the width of a filled bar, star
 * classes, single star icons. Undefined when it draws none. Looks at the first 20,000 characters only.
 */
export function ratingOfMarkup(html: string): Rating | undefined {
  const head = html.slice(0, 20_000);
  const value = attribute(head, /itemprop=["']ratingValue["'][^>]{0,200}?content=["']([^"']{1,10})["']/i) ?? attribute(head, /data-(?:rating|score|rateit-value|average(?:-rating)?|rating-value)=["']([\d.,]{1,6})["']/i);
  const best = attribute(head, /itemprop=["']bestRating["'][^>]{0,200}?content=["']([^"']{1,10})["']/i) ?? '5';
  const stated = value === undefined ? undefined : rating(value, best);
  if (stated) return stated;
  for (const match of head.matchAll(/(?:aria-label|title|alt)=(?:"([^"]{1,200})"|'([^']{1,200})')/gi)) {
    const read = parseRating(match[1] ?? match[2] ?? '');
    if (read) return read;
  }
  const text = parseRating(head.replace(/<[^<>]*>/g, ' '));
  return text ?? drawnRating(head);
}

function attribute(html: string, pattern: RegExp): string | undefined {
  return pattern.exec(html)?.[1];
}

function drawnRating(html: string): Rating | undefined {
  const width = /(?:rat|star)[^<]{0,300}?(?:<[^>]{0,200}?)?style=["'][^"']{0,100}?width:\s*(\d{1,3}(?:\.\d+)?)%/i.exec(html)?.[1];
  const icons = starIcons(html);
  if (icons) return icons;
  if (width !== undefined && Number(width) <= 100) return { value: Math.round(Number(width) / 2) / 10, scale: 5 };
  const named = CLASS_STARS.exec(html);
  return named ? rating(`${named[1] ?? ''}.${named[2] ?? '0'}`, '5') : undefined;
}

/**
 * Icons of one tag, at most five. Empty and half ones say so by their class; where none does, those that look like the
 * first one are full (`icon-star gold` four times, then `icon-star`).
 */
function starIcons(html: string): Rating | undefined {
  const byTag = new Map<string, string[]>();
  for (const match of html.matchAll(/<(i|span|svg|img|div|li)\b[^<>]{0,300}?(?:class|src)=["']([^"'<>]{0,300}star(?!s|-rating)[^"'<>]{0,100})["']/gi)) {
    const [tag = '', name = ''] = [match[1], match[2]?.trim()];
    if (!/cont(?:ainer)?\b|wrap|list|value|count|text|[-_]top\b|[-_]bottom\b/i.test(name)) byTag.set(tag, [...byTag.get(tag) ?? [], name]);
  }
  const icons = [...byTag.values()].find((names) => names.length === 5) ?? [...byTag.values()].find((names) => names.length < 5 && names.every((name) => FULL_STAR.test(name)));
  if (!icons) return undefined;
  const half = icons.filter((name) => /half/i.test(name)).length;
  const full = icons.filter((name) => !EMPTY_STAR.test(name) && !/half/i.test(name));
  if (half > 0 || full.length < icons.length) return { value: full.length + half / 2, scale: 5 };
  const alike = icons.filter((name) => name === icons[0]).length;
  return alike < icons.length || FULL_STAR.test(icons[0] ?? '') ? { value: alike, scale: 5 } : undefined;
}
