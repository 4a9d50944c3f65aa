import { asciiDigits } from '../text/normal.ts';
import { type FlatElement, type FlatPage, textOf, upwards } from './flat.ts';
import { bare, hrefOf, itemLink } from './links.ts';
import { hasMoney, isLoneSign } from './money.ts';
import { isMarked, markOf } from './names.ts';
import { COUNT_MARK, NO_LIST, PRICE_MARK, WEAK_LINK } from './words.ts';

/** Prices in longer texts are spoken of, not asked for. */
const MAX_PRICE_TEXT = 90;

/** A link that could be an item's, at the index of its element. */
export interface ItemLink {
  readonly element: number;
  readonly url: string;
  /** Links to sellers and brands, which items have beside their own. */
  readonly weak: boolean;
}

/** What the search for blocks looks at: sorted by element index. */
export interface Marks {
  readonly links: readonly ItemLink[];
  /** The elements of the links. */
  readonly linked: readonly number[];
  readonly prices: readonly number[];
  readonly images: readonly number[];
  /** For each element whether it stands in navigation, header or footer. */
  readonly outside: readonly boolean[];
}

/** The links, prices and pictures of a page outside of navigation, header and footer. */
export function marksOf(page: FlatPage, base: URL): Marks {
  const outside = outsideOf(page);
  const links: ItemLink[] = [];
  const images: number[] = [];
  const prices: number[] = [];
  for (const element of page.elements) {
    if (outside[element.index]) continue;
    if (element.tag === 'img' || element.tag === 'picture') images.push(element.index);
    if (element.attributes['itemprop'] === 'price' || isLabelledPrice(page, element)) prices.push(element.index);
    const link = hrefOf(element) === undefined ? undefined : itemLink(page, element, base);
    if (link !== undefined) links.push({ element: element.index, url: link, weak: element.tag !== 'a' || WEAK_LINK.test(link) });
  }
  for (const run of page.texts) if (!outside[run.element] && run.text.length <= MAX_PRICE_TEXT && isPriceRun(page, { element: run.element, text: asciiDigits(run.text) })) prices.push(run.element);
  return { links, linked: links.map((link) => link.element), images, outside, prices: prices.toSorted((a, b) => a - b) };
}

/** A price in a label or an attribute alone. */
function isLabelledPrice(page: FlatPage, { attributes }: FlatElement): boolean {
  const label = attributes['aria-label'];
  return label === undefined ? statedPrice(attributes) !== undefined : label.length <= MAX_PRICE_TEXT && /\d/.test(label) && hasMoney(label, page);
}

/** The amount that an attribute states. */
export function statedPrice(attributes: Readonly<Record<string, string>>): string | undefined {
  const stated = attributes['data-price'] ?? attributes['data-product-price'] ?? attributes['data-sale-price'] ?? attributes['data-item-price'];
  return stated !== undefined && /^\d{1,9}(?:\.\d{1,4})?$/.test(stated) ? stated : undefined;
}

function isPriceRun(page: FlatPage, run: { readonly element: number; readonly text: string }): boolean {
  if (!/\d/.test(run.text)) return isLoneSign(run.text, page);
  if (hasMoney(run.text, page)) return !isProse(page, run);
  if (!/^\s*\d[\d.,'\s]*(?:,?-)?\s*$/.test(run.text)) return false;
  const holder = page.elements[run.element];
  return holder !== undefined && [...upwards(page, holder.index, 2)].some((element) => isMarked(PRICE_MARK, markOf(element)) && !isMarked(COUNT_MARK, markOf(element)));
}

/** A sentence that mentions an amount: `Suppliers ask for 1,200 euros more a year`. */
function isProse(page: FlatPage, run: { readonly element: number; readonly text: string }): boolean {
  const words = run.text.match(/\p{L}{2,}/gu) ?? [];
  if (words.length <= SENTENCE || ASKS.test(run.text)) return false;
  return ![...upwards(page, run.element, 3)].some((element) => isMarked(PRICE_MARK, markOf(element)));
}

/** More words than these beside an amount are a sentence, unless they speak of a price. */
const SENTENCE = 5;
const ASKS = /pric|preis|prix|preci|prezz|preç|cena|cen[yu](?!\p{L})|pris|hinta|fiyat|цен|now|was|from|only|sale|offer|save|deal|statt|nur|jetzt|desde|dès|à partir|vanaf|solo|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Hangul}\p{Script=Thai}]/iu;

/** Navigation, header and footer of the page. A header that stands in every card is one of the card. */
function outsideOf(page: FlatPage): boolean[] {
  const repeated = new Map<string, number>();
  for (const { attributes } of page.elements) {
    const name = kindOf(attributes);
    if (name !== undefined) repeated.set(name, (repeated.get(name) ?? 0) + 1);
  }
  const outside: boolean[] = [];
  const mains = page.elements.filter(({ tag, attributes }) => tag === 'main' || attributes['role'] === 'main').slice(0, MAX_MAINS);
  for (const element of page.elements) {
    const { tag, attributes, depth } = element;
    const small = element.end - element.index < page.elements.length / 2;
    const named = small && NO_LIST.test(`${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`) && (repeated.get(kindOf(attributes) ?? '') ?? 0) < 3 && !mains.some(({ index }) => index >= element.index && index < element.end);
    const own = tag === 'nav' || tag === 'footer' && depth < 12 && small || tag === 'header' && depth < 6 || attributes['role'] === 'navigation' || attributes['aria-hidden'] === 'true' && tag === 'dialog' || named;
    outside.push(own || outside[element.parent] === true);
  }
  return outside;
}

/** A page has one main part; what holds it is no menu, whatever it is called. */
const MAX_MAINS = 3;

/** What elements of one kind have alike: the class, else the id without its number. */
function kindOf(attributes: Readonly<Record<string, string>>): string | undefined {
  return attributes['class'] ?? attributes['id']?.replaceAll(/\d+/g, '#');
}

/** The address of the first link of a block that can be its item, without what only tracks. */
export function firstLink(marks: Marks, element: FlatElement): string | undefined {
  let weak: string | undefined;
  for (let i = lowerBound(marks.links.length, (at) => (marks.links[at]?.element ?? 0) >= element.index); i < marks.links.length; i += 1) {
    const link = marks.links[i];
    if (!link || link.element >= element.end) break;
    if (!link.weak) return bare(link.url);
    weak ??= bare(link.url);
  }
  return weak;
}

/** For each element 1 when it stands in one of the blocks. */
export function insideOf(page: FlatPage, blocks: readonly FlatElement[]): Uint8Array {
  const inside = new Uint8Array(page.elements.length);
  for (const block of blocks) inside.fill(1, block.index, block.end);
  return inside;
}

/** How many of the sorted element indexes stand in the subtree of an element. */
export function inRange(sorted: readonly number[], element: FlatElement): number {
  const [from, to] = rangeOf(sorted, element);
  return to - from;
}

/** The places of the sorted element indexes that stand in the subtree of an element: the first, and the one behind the last. */
export function rangeOf(sorted: readonly number[], element: FlatElement): readonly [number, number] {
  return [lowerBound(sorted.length, (i) => (sorted[i] ?? 0) >= element.index), lowerBound(sorted.length, (i) => (sorted[i] ?? 0) >= element.end)];
}

/** The first index for which the condition holds; it holds for all behind it. */
function lowerBound(length: number, holds: (i: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The text of an element as long as it is short. */
export function shortText(page: FlatPage, element: FlatElement, max: number): string | undefined {
  if (element.textTo - element.textFrom > max) return undefined;
  const text = textOf(page, element, max + 1);
  return text.length > max ? undefined : text;
}
