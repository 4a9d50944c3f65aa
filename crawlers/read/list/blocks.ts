import { type Group, withOthersAlike } from './alike.ts';
import { type FlatElement, type FlatPage, textOf, upwards } from './flat.ts';
import { isArticle, isForSale, isStory, NUMBERED } from './for-sale.ts';
import { groupsOf } from './groups.ts';
import { ownId } from './ids.ts';
import { firstLink, inRange, type Marks } from './marks.ts';
import { listBlocks } from './regions.ts';
import { ARTICLE_URL, CATEGORY_URL, PRODUCT_MARK, SIDE_LIST } from './words.ts';

/** So many kinds of blocks are looked at: strips beside the list can have more items than it. */
const TRIED = 8;
/** More items than this stand on no page. */
const MAX_BLOCKS = 5_000;
/** Without prices, blocks with less text than this are tiles of a menu. */
const NAMED = 10;
const SHORT = 3;

/**
 * The repeated blocks of a list page: the elements of one kind (the same path of tags and classes) of which the most hold
 * a link of their own and a price; where no prices stand in the page, a link and a picture of what is for sale. Of nested
 * kinds with as many, the outermost. Blocks like them without a price (sold out) belong to the list; blocks under a heading
 * that speaks of something else do not.
 */
export function repeatedBlocks(page: FlatPage, marks: Marks): FlatElement[] {
  const priced = (element: FlatElement): boolean => inRange(marks.prices, element) > 0;
  const shown = (element: FlatElement): boolean => inRange(marks.images, element) > 0 && textOf(page, element, 40).length >= (NUMBERED.test(firstLink(marks, element) ?? '') ? SHORT : NAMED) && isForSale(page, element, firstLink(marks, element) ?? '');
  const named = (element: FlatElement): boolean => isArticle(page, element, firstLink(marks, element) ?? '');
  const groups = [...groupsOf(page)];
  const kinds = [() => groupsThat(page, marks, groups, priced, 2), () => rowsBetween(page, marks, groups), () => groupsThat(page, marks, groups, shown, 3), () => groupsThat(page, marks, groups, named, 3), () => unlinked(page, marks, groups)];
  for (const ofKind of kinds) {
    // One that is left where the others stand beside the list may hold all of it.
    let left: FlatElement[] | undefined;
    for (const group of ofKind().slice(0, TRIED)) {
      if (group.blocks.filter((block) => isStory(page, block, firstLink(marks, block) ?? '')).length * 2 > group.blocks.length) continue;
      const list = listBlocks(page, withOthersAlike(page, marks, group), marks);
      if (list.length === 0 || isMenu(marks, group, list) || areCategories(page, marks, list)) continue;
      if (list.length > 1) return list.slice(0, MAX_BLOCKS);
      left ??= list;
    }
    if (left) return left;
  }
  return [];
}

/** Tiles of categories: a word or two, the address of a list, and the least price in it. */
function areCategories(page: FlatPage, marks: Marks, list: readonly FlatElement[]): boolean {
  const tiles = list.filter((block) => CATEGORY_URL.test(firstLink(marks, block) ?? '') && !ARTICLE_URL.test(firstLink(marks, block) ?? '') && textOf(page, block, 60).replace(/[\d.,\p{Sc}]+/gu, '').length <= TILE);
  return tiles.length * 5 > list.length * 4;
}

const TILE = 30;

/** Hundreds of links of which few hold an amount, and none a picture. */
function isMenu(marks: Marks, group: Group, list: readonly FlatElement[]): boolean {
  return list.length > 4 * group.blocks.length && list.filter((block) => inRange(marks.images, block) > 0).length * 2 < list.length;
}

/**
 * The block of a list with a single item: the smallest element outside of navigation and strips with a price, a picture or
 * the name of an article, and one address. Undefined when the page shows several such.
 */
export function loneBlock(page: FlatPage, marks: Marks): FlatElement | undefined {
  const found = new Map<string, FlatElement>();
  const heading = page.elements.find((element) => element.tag === 'h1' && !marks.outside[element.index])?.index ?? 0;
  for (const price of marks.prices.filter((index) => index > heading).slice(0, 200)) {
    for (const element of upwards(page, price, 8)) {
      const link = firstLink(marks, element);
      if (link === undefined || inRange(marks.images, element) === 0 && !PRODUCT_MARK.test(element.attributes['class'] ?? '')) continue;
      if (!found.has(link) && listBlocks(page, [element], marks).length > 0) found.set(link, element);
      break;
    }
  }
  if (found.size === 0) return loneArticle(page, marks, heading);
  return found.size === 1 ? [...found.values()][0] : undefined;
}

/** The one article that is shown without a price: the widest element of its name or its id with a picture and one address. */
function loneArticle(page: FlatPage, marks: Marks, heading: number): FlatElement | undefined {
  const found = new Map<string, FlatElement>();
  for (const element of page.elements.slice(heading)) {
    const link = marks.outside[element.index] || inRange(marks.images, element) === 0 ? undefined : firstLink(marks, element);
    if (link !== undefined && !found.has(link) && isArticle(page, element, link)) found.set(link, element);
    if (found.size > 1) return undefined;
  }
  const only = [...found.values()][0];
  return only && listBlocks(page, [only], marks).length > 0 ? only : undefined;
}

/** The groups of which at least so many blocks hold what is asked for, the best first: the most blocks, of those with as many the largest. */
function groupsThat(page: FlatPage, marks: Marks, groups: readonly FlatElement[][], holds: (element: FlatElement) => boolean, least: number): Group[] {
  const heading = page.elements.find((element) => element.tag === 'h1' && !marks.outside[element.index])?.index ?? 0;
  const found: Group[] = [];
  for (const all of groups) {
    if (all.length < least) continue;
    const links = new Set<string>();
    const blocks = all.filter((element) => {
      const link = marks.outside[element.index] ? undefined : firstLink(marks, element);
      return link !== undefined && !links.has(link) && holds(element) && links.add(link).size > 0;
    });
    const last = blocks[blocks.length - 1];
    if (!last || blocks.length < least) continue;
    const pictured = blocks.filter((element) => inRange(marks.images, element) > 0).length;
    const score = (blocks.length + pictured) * (isBeside(page, blocks[0]) ? 0.5 : 1) * (last.end <= heading ? 0.5 : 1);
    found.push({ blocks, all, score, size: (blocks[0]?.end ?? 0) - (blocks[0]?.index ?? 0) });
  }
  return found.toSorted((a, b) => b.score - a.score || b.size - a.size);
}

/**
 * Lists whose items have no element of their own (a term and its description, a heading and paragraphs): what stands between
 * one linked element and the next of its kind, where a price is in most of them.
 */
function rowsBetween(page: FlatPage, marks: Marks, groups: readonly FlatElement[][]): Group[] {
  for (const all of groups) {
    const [first] = all;
    const linked = all.filter((element) => element.parent === first?.parent && firstLink(marks, element) !== undefined && !marks.outside[element.index]);
    if (linked.length < 3 || new Set(linked.map((element) => firstLink(marks, element))).size * 2 < linked.length) continue;
    const end = page.elements[first?.parent ?? -1]?.end ?? 0;
    const rows = linked.map((element, i): FlatElement => {
      const last = page.elements[(linked[i + 1]?.index ?? end) - 1];
      return { ...element, attributes: {}, end: linked[i + 1]?.index ?? end, textTo: Math.max(element.textTo, linked[i + 1]?.textFrom ?? last?.textTo ?? 0) };
    });
    const priced = rows.filter((row) => inRange(marks.prices, row) > 0);
    if (priced.length >= 3 && priced.length * 2 > rows.length) return [{ blocks: priced, all: priced, score: 0, size: 0 }];
  }
  return [];
}

/** Cards that only scripts make links: blocks with a price and an id of their own, in pages without any that are linked. */
function unlinked(page: FlatPage, marks: Marks, groups: readonly FlatElement[][]): Group[] {
  const found = groups.map((all): Group => {
    const blocks = all.filter((element) => !marks.outside[element.index] && firstLink(marks, element) === undefined && ownId(page, element) !== undefined && inRange(marks.prices, element) > 0 && textOf(page, element, 40).length >= NAMED);
    return { blocks, all: blocks, score: new Set(blocks.map((block) => ownId(page, block))).size, size: 0 };
  });
  return found.filter(({ blocks, score }) => score >= 3 && score === blocks.length).toSorted((a, b) => b.score - a.score);
}

/** A strip beside the list, by the names of what it stands in. */
function isBeside(page: FlatPage, element: FlatElement | undefined): boolean {
  if (!element) return false;
  for (const above of upwards(page, element.index, 6)) if (above.tag === 'aside' || SIDE_LIST.test(`${above.attributes['class'] ?? ''} ${above.attributes['id'] ?? ''}`)) return true;
  return false;
}
