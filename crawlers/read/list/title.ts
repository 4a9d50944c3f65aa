import { isPriceText } from './clean-title.ts';
import { type FlatElement, type FlatPage, textOf, upwards } from './flat.ts';
import { bare, itemLink } from './links.ts';
import { inRange, type Marks, rangeOf } from './marks.ts';
import { isMarked, markOf } from './names.ts';
import { BESIDE_HEADING, BUY, NO_TITLE_MARK, SPONSORED, TITLE_MARK } from './words.ts';

interface Candidate {
  readonly text: string;
  readonly score: number;
}

/**
 * The title of a block: of its headings, names, links and pictures the text that most speaks for: what the address and the
 * picture say too, what is marked as a name, what links to the item. A brand over the name is not it, nor what other
 * blocks say too (`repeated`, of {@link repeatedTexts}) where there is more.
 */
export function titleOf(page: FlatPage, block: FlatElement, base: URL, url: string | undefined, marks: Marks, repeated: ReadonlySet<string> = NONE): string {
  const prices = marks.prices.slice(...rangeOf(marks.prices, block)).filter((index) => !isMarked(SLOGAN_MARK, markOf(page.elements[index] ?? block)));
  const inside = page.elements.slice(block.index, Math.min(block.end, block.index + 600));
  const alts = inside.filter((element) => element.tag === 'img').map((element) => fold(element.attributes['alt'] ?? '')).filter((alt) => alt.length > 5);
  const slug = new Set(wordsOf(decoded(url ?? '').replace(/^https?:\/\/[^/]+/, '')));
  const found: Candidate[] = [];
  const add = (text: string, score: number): void => {
    const words = wordsOf(text);
    if (!/\p{L}{2}|\p{Script=Han}/u.test(text) || text.length > 300 || isPriceText(text) || SOLD.test(text) || SPONSORED.has(text.trim().toLowerCase()) || BUY.test(text) && text.length < 30) return;
    const shared = words.filter((word) => slug.has(word)).length;
    const folded = fold(text);
    const isPictured = alts.some((alt) => alt === folded || folded.length > 8 && alt.includes(folded));
    found.push({ text, score: score + (isPictured ? 2 : alts.some((alt) => alt.length > 8 && folded.indexOf(alt) > 0) ? 0.5 : 0) + (shared > 1 ? 2 : shared * 0.5) + (widthOf(text) >= 12 ? 1 : 0) - (repeated.has(folded) ? 6 : 0) + (words.length > 2 ? 0.5 : 0) - (text.length > 160 ? 2 : 0) - (/(?:\.{3}|…)\s*$/.test(text) ? 4 : 0) - (/\p{Sc} ?\d|\d ?\p{Sc}/u.test(text) ? 3 : 0) - (BESIDE_HEADING.test(text) ? 5 : 0) });
  };
  let wholeUntil = 0;
  const wanted = url === undefined ? undefined : bare(url);
  for (const element of inside) {
    const link = element.tag === 'a' ? itemLink(page, element, base) : undefined;
    const own = link !== undefined && bare(link) === wanted;
    for (const name of ['title', 'aria-label']) {
      const said = element.attributes[name]?.trim() ?? '';
      if (said.length > 3 && (own || name === 'title' && isMarked(TITLE_MARK, markOf(element)))) add(said, own ? 2.5 : 2);
    }
    if (element.tag === 'img' && !FILE_NAME.test(element.attributes['alt'] ?? '')) add(element.attributes['alt']?.trim() ?? '', 0);
    const runs = element.textTo - element.textFrom;
    const whole = runs > 1 && inRange(prices, element) > 0 || runs > MAX_NAME_RUNS && element.tag === 'a' && inRange(marks.images, element) > 0;
    if (own && whole) wholeUntil = element.end;
    const marked = marksOf(element, block);
    const leaf = element.index < wholeUntil && element.end === element.index + 1 && !isPartOfText(page, element) && (!isMarked(NO_TITLE_MARK, markOf(element)) || isMarked(SUBTITLE, markOf(element)));
    if (marked === 0 && !leaf && (!own || whole)) continue;
    const linked = own || [...upwards(page, element.parent, 3)].some((above) => above.tag === 'a' && above.index >= block.index);
    add(pictured(page, element, alts) ?? nameIn(page, element), marked + (own ? 2 : linked ? 1 : 0) - (whole ? 3 : 0));
  }
  if (found.length === 0) for (const run of page.texts.slice(block.textFrom, Math.min(block.textTo, block.textFrom + 60))) add(run.text.replace(/\s+/g, ' ').trim(), Math.min(run.text.length, 40) / 20);
  const ranked = found.toSorted((a, b) => b.score - a.score || a.text.length - b.text.length);
  const best = (ranked.find(({ text }) => !isBrandOf(fold(text), alts, found)) ?? ranked[0])?.text ?? '';
  return found.find(({ text }) => isCutOf(best, text))?.text ?? best;
}

/** The beginning of a longer text, cut within a word. */
function isCutOf(cut: string, text: string): boolean {
  return cut.length >= CUT && text.length > cut.length && text.startsWith(cut) && /[\p{Script=Latin}\d]$/u.test(cut) && /^[\p{Script=Latin}\d]/u.test(text.slice(cut.length));
}

/** Shorter names are not cut. */
const CUT = 30;

/** A link around a picture and more texts than these is the card, not its name. */
const MAX_NAME_RUNS = 3;

/** A text with which a picture's begins, the rest of which another one says: a brand beside the name. */
function isBrandOf(text: string, alts: readonly string[], found: readonly Candidate[]): boolean {
  return text.length > 1 && alts.some((alt) => alt.length > text.length && alt.length * 2 > text.length * 3 && alt.startsWith(text) && found.some((other) => fold(other.text) === alt.slice(text.length)));
}

/** How many were sold: no name. */
const SOLD = /^(?:(?:全店|本店|已|月|总|年|累计)?(?:总?售|销量?|拼|抢)|(?:over )?[\d.,]+[km]?\+? ?(?:sold|bought)|(?:sold|vendus?|vendid[oa]s?|verkauft|terjual|đã bán|\+[\d.]+ vendid[oa]s))\D{0,6}(?:\d[\d.,]*\D{0,8})?$/iu;

/** What a picture is called where nobody described it. */
const FILE_NAME = /\.(?:jpe?g|png|webp|gif|avif|heic)\s*$/i;
const NONE: ReadonlySet<string> = new Set();

/** The texts, folded, that stand in more than half of the blocks of a list: services, labels, buttons. */
export function repeatedTexts(page: FlatPage, blocks: readonly FlatElement[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const block of blocks) {
    const own = new Set(page.texts.slice(block.textFrom, Math.min(block.textTo, block.textFrom + 140)).filter(({ text }) => text.length < 60).map(({ text }) => fold(text)));
    for (let i = block.index; i < Math.min(block.end, block.index + 600); i += 1) if (page.elements[i]?.tag === 'img') own.add(fold(page.elements[i]?.attributes['alt']?.slice(0, 60) ?? ''));
    for (const text of own) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return blocks.length < 3 ? NONE : new Set([...counts].filter(([, count]) => count * 2 > blocks.length).map(([text]) => text));
}

/** The length of a text, where a Chinese character says as much as two letters. */
function widthOf(text: string): number {
  return text.length + (text.match(/\p{Script=Han}/gu)?.length ?? 0);
}

/** The first text of an element that goes on, where a picture of the block is called so: behind it stands a slogan. */
function pictured(page: FlatPage, element: FlatElement, alts: readonly string[]): string | undefined {
  if (element.textTo - element.textFrom < 2 || alts.length === 0) return undefined;
  const text = page.texts[element.textFrom]?.text.replace(/\s+/g, ' ').trim() ?? '';
  return text.length > 7 && alts.includes(fold(text)) ? text : undefined;
}

/** What stands under a title: the name, where the title is that of the brand. */
const SUBTITLE = /sub-?title/i;

/** Names of texts that speak of offers, also with amounts. */
const SLOGAN_MARK = /promo|slogan|selling-?point|ad-?words|coupon|badge|tips?(?:$|[\s_-])/i;

/** Words set off within the text around them. */
function isPartOfText(page: FlatPage, element: FlatElement): boolean {
  return page.texts[element.textFrom - 1]?.element === element.parent || page.texts[element.textTo]?.element === element.parent;
}

/** The text of an element that can be a name, without the slogans and labels in it. */
function nameIn(page: FlatPage, element: FlatElement): string {
  if (element.textTo - element.textFrom < 2) return textOf(page, element, 301);
  return textOf(page, element, 301, (run) => {
    for (const above of upwards(page, run.element, 4)) {
      if (above.index <= element.index) return false;
      if (isMarked(NO_TITLE_MARK, markOf(above))) return true;
    }
    return false;
  });
}

/** How much the tag and the names of an element say that its text is the title. */
function marksOf(element: FlatElement, block: FlatElement): number {
  if (element === block) return 0;
  const mark = markOf(element);
  const heading = /^h[1-6]$/.test(element.tag) || element.attributes['role'] === 'heading' ? 3 : 0;
  const named = isMarked(TITLE_MARK, mark) ? 2.5 : 0;
  if (element.attributes['itemprop'] === 'name') return 5;
  return isMarked(NO_TITLE_MARK, mark) ? 0 : heading + named;
}

function wordsOf(text: string): string[] {
  return (text.toLowerCase().normalize('NFKD').replaceAll(/\p{M}/gu, '').match(/[\p{L}\p{N}]{3,}/gu) ?? []).slice(0, 40);
}

function fold(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}
