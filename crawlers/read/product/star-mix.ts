import type { StarMix } from '../../../model/listing.ts';
import { MASK, type PageText } from '../bytes/page.ts';
import { add, evidence, type Candidates } from '../candidates.ts';
import { decodeEntities } from '../markup/entities.ts';
import type { Script } from '../markup/scripts.ts';
import { mixOf, starRowOf, starRows, type StarRow } from '../text/star-rows.ts';
import type { PageWords } from './page-words.ts';
import { readStarState, STAR_STATE } from './star-state.ts';

/** A row of one star. */
const ONE_STAR = /1[\s-]?(?:<[^<>]{0,200}>\s{0,9}){0,2}(?:[sS]tar|Stern|étoile|estrella|stella|estrela|gwiazd|ster\b|つ?星|★)|星1/;
/** What a page with a histogram of stars has: the name of one, or a row of one star. */
const SHOWN = new RegExp(`[hH]istogram|[dD]istribution|[bB]reakdown|rating-?(?:bar|chart|row)s?\\b|filterByStar|[>"'\\s(]${ONE_STAR.source}`, 'y');
/** Find where they may match, in the marks of a page. */
const MAY_SHOW = inMarks(SHOWN, 'g');
const MAY_BE_ROW = inMarks(ONE_STAR);
/** Around such a mark. Rows of one star stand last, names first. */
const BEFORE = 9_000;
const BEHIND = 12_000;
const MAX_PLACES = 4;
/** Longer than any mark. */
const LONGEST = 500;
/** Elements and their words, for the rows. */
const NOT_TEXT = /<(script|style|template|noscript)\b[\s\S]{0,200000}?<\/\1\s*>|<!--[\s\S]{0,20000}?-->/gi;
/** A digit alone in an element, or before a small one: of stars, when the tag says so. */
const LONE_DIGIT = /<[a-z]{1,20}(\s[^<>]{0,600})>\s{0,20}[1-5](?=\s{0,20}<\/)|[>\s][1-5]\s{0,9}(?:<\/[a-z]{1,10}>\s{0,9})?<(?:i|svg|span|img|use|em)(\s[^<>]{0,600})>/gi;
const CLASS_OF_STARS = /class=["'][^"'<>]{0,200}?(?:star|rating)/i;
const LABEL = /\s(?:aria-label|title|alt)=(?:"([^"<>]{1,200})"|'([^'<>]{1,200})')/gi;
/** One row as attributes: its star, and a count or a share. */
const ROW_TAG = /<[a-z][a-z\d-]{0,20}\s[^<>]{0,800}?\sdata-[a-z-]{0,30}(?:rating|stars?|score)(?:-value)?=["']([1-5])["'][^<>]{0,800}>/gi;
const ROW_COUNT = /\sdata-[a-z-]{0,30}(?:count|frequency|total|reviews|quantity|amount)=["'](\d{1,9})["']/i;
const ROW_SHARE = /\sdata-[a-z-]{0,30}(?:percent(?:age)?|share)=["'](\d{1,3}(?:\.\d{1,3})?)%?["']/i;

/** Adds how the ratings of the article fall on the stars: from states of scripts, and from the histogram that the page shows. */
export function readStarMix(text: PageText, words: PageWords, scripts: readonly Script[], into: Candidates): void {
  if (scripts.some(({ body }) => STAR_STATE.test(body))) readStarState(scripts, into);
  if (!words.standsIn('starMix') && !MAY_BE_ROW.test(text.marks)) return;
  for (const place of placesOf(text)) {
    const piece = text.cut(Math.max(0, place - BEFORE), place + BEHIND).replaceAll(NOT_TEXT, ' ');
    const put = (mix: StarMix | undefined, trust: number, at: string): void => add(into, 'starMix', mix, trust, evidence('text', at, mix?.stars.join(' ') ?? ''));
    put(ofAttributes(piece), 0.85, 'data of the rows of stars');
    put(ofLabels(piece), 0.8, 'labels of the rows of stars');
    put(starRows(textOf(piece)), 0.7, 'rows of stars');
  }
}

/** Where such a mark stands in the markup, the first of those that are near each other. */
function placesOf(text: PageText): readonly number[] {
  const places: number[] = [];
  let last = -Infinity;
  for (const { index, 0: shown } of text.marks.matchAll(MAY_SHOW)) {
    if (index - last < BEFORE || (shown.includes(MASK) && !isShown(text.cut(index, index + LONGEST)))) continue;
    last = index;
    places.push(index);
    if (places.length >= MAX_PLACES) break;
  }
  return places;
}

function inMarks(pattern: RegExp, flags = ''): RegExp {
  return new RegExp(pattern.source.replaceAll(/[つ星★]/g, `[$&${MASK}]`), flags);
}

function isShown(text: string): boolean {
  SHOWN.lastIndex = 0;
  return SHOWN.test(text);
}

function ofAttributes(html: string): StarMix | undefined {
  return firstFive([...html.matchAll(ROW_TAG)].flatMap((match): StarRow[] => {
    const [tag, star] = match;
    const [count, percent] = [ROW_COUNT.exec(tag)?.[1], ROW_SHARE.exec(tag)?.[1]];
    return count === undefined && percent === undefined ? [] : [{ star: Number(star), ...(count === undefined ? {} : { count: Number(count) }), ...(percent === undefined ? {} : { percent: Number(percent) }) }];
  }));
}

function ofLabels(html: string): StarMix | undefined {
  return firstFive([...html.matchAll(LABEL)].flatMap((match) => starRowOf(decodeEntities(match[1] ?? match[2] ?? '')) ?? []));
}

/** The first row of each star: a page may show them once for readers and once for small screens. */
function firstFive(rows: readonly StarRow[]): StarMix | undefined {
  const first = new Map<number, StarRow>();
  for (const row of rows) if (!first.has(row.star)) first.set(row.star, row);
  return mixOf([...first.values()]);
}

function textOf(html: string): string {
  const marked = html.replaceAll(LONE_DIGIT, (whole: string, around: string | undefined, behind: string | undefined) => {
    const ofStars = around === undefined ? /star/i.test(behind ?? '') : CLASS_OF_STARS.test(around);
    return ofStars ? `${whole.replace(/<[^<>]*>$/, '')} ★ ` : whole;
  });
  return decodeEntities(marked.replaceAll(/<[^<>]{0,5000}>/g, ' '));
}
