import { type FlatElement, type FlatPage, textOf } from './flat.ts';
import { firstLink, inRange, type Marks } from './marks.ts';
import { ARTICLE_URL, LIST_PATH, LIST_URL, WEAK_LINK } from './words.ts';

/** Blocks that share fewer of their inner names with the others than this are something else: a banner, an advertisement. */
const ALIKE = 0.3;

/** Blocks with less text than this name nothing. */
const NAMED = 10;

/** Elements of one kind, and those of them that hold what items of a list hold. */
export interface Group {
  readonly blocks: readonly FlatElement[];
  readonly all: readonly FlatElement[];
  readonly score: number;
  readonly size: number;
}

/**
 * Adds the blocks of the same kind that show no price, and those beside them that are built alike under other names
 * (advertisements in a wrapper of their own); drops those that are built otherwise: banners and tiles between the items.
 */
export function withOthersAlike(page: FlatPage, marks: Marks, group: Group): FlatElement[] {
  const common = new Map<string, number>();
  const siblings = siblingsOf(page, marks, group);
  const shapes = new Map([...group.all, ...siblings].map((element) => [element, shapeOf(page, element)] as const));
  for (const block of group.blocks) for (const name of shapes.get(block) ?? []) common.set(name, (common.get(name) ?? 0) + 1);
  const usual = new Set([...common].filter(([, count]) => count * 2 >= group.blocks.length).map(([name]) => name));
  const alike = (element: FlatElement): number => (usual.size === 0 ? 1 : [...shapes.get(element) ?? []].filter((name) => usual.has(name)).length / usual.size);
  const priced = new Set(group.blocks);
  const usualForm = mostly(group.blocks.map((block) => formOf(firstLink(marks, block))));
  const links = new Set(group.blocks.map((block) => firstLink(marks, block)));
  // Links alone are all built alike: then the address says what belongs.
  const isBuilt = (element: FlatElement, link: string): boolean => usual.size >= LEAST_NAMES || usualForm === undefined || formOf(link) === usualForm || inRange(marks.prices, element) > 0;
  const belongs = (element: FlatElement): boolean => {
    if (priced.has(element)) return alike(element) >= (usualForm === undefined || formOf(firstLink(marks, element)) === usualForm ? ALIKE : leadsToList(firstLink(marks, element)) ? 1 : 2 * ALIKE);
    const link = marks.outside[element.index] ? undefined : firstLink(marks, element);
    if (link === undefined || links.has(link) || usualForm !== undefined && formOf(link) !== usualForm && EDITORIAL.test(link) || alike(element) < 2 * ALIKE || textOf(page, element, 40).length < NAMED || !isBuilt(element, link)) return false;
    return links.add(link).size > 0;
  };
  const own = group.all.filter(belongs);
  const beside = siblings.filter((element) => usual.size >= LEAST_NAMES && belongs(element));
  return beside.length === 0 ? own : [...own, ...beside].toSorted((a, b) => a.index - b.index);
}

/** What shops tell beside what they sell. */
const EDITORIAL = /\/(?:pages?|guides?|[\w-]+-guide|blogs?|help|service|inspiration|lookbooks?|magazine?|ratgeber|content|campaigns?|gift-?cards?)(?:[/?#.]|$)/i;

/** Fewer names say little about how a block is built. */
const LEAST_NAMES = 6;

/** Elements of the same tag beside the blocks that are called otherwise, and hold an amount, but not several items. */
function siblingsOf(page: FlatPage, marks: Marks, group: Group): FlatElement[] {
  const own = new Set(group.all);
  const [tag, most] = [group.blocks[0]?.tag, Math.max(...group.blocks.map((block) => inRange(marks.prices, block)))];
  const found: FlatElement[] = [];
  for (const parent of new Set(group.blocks.map((block) => page.elements[block.parent]))) {
    const end = parent?.end ?? 0;
    let at = (parent?.index ?? end) + 1;
    while (at < end) {
      const element = page.elements[at];
      at = element?.end ?? end;
      if (!element || element.tag !== tag || own.has(element) || marks.outside[element.index]) continue;
      const amounts = inRange(marks.prices, element);
      if (amounts > 0 && amounts <= most + 2) found.push(element);
    }
  }
  return found;
}

/** An address that is a list's, as banners between the items have. */
function leadsToList(url: string | undefined): boolean {
  const path = (url ?? '').replace(/^https?:\/\/[^/]*/, '');
  return (LIST_URL.test(path) || LIST_PATH.test(path) || WEAK_LINK.test(url ?? '')) && !ARTICLE_URL.test(path);
}

/** What addresses of one kind share: the number of their segments, the first of them, whether they end in a number. */
function formOf(url: string | undefined): string {
  const segments = (url ?? '').replace(/^https?:\/\/[^/]*/, '').replace(/[?#].*$/, '').split('/').filter((part) => part !== '');
  return `${segments.length} ${segments.length > 1 ? segments[0] : ''} ${/\d{3,}(?:\.\w+)?$/.test(segments[segments.length - 1] ?? '')}`;
}

/** The value that most of the list has; undefined when none is in three of four places. */
function mostly(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [value, count] = [...counts].toSorted((a, b) => b[1] - a[1])[0] ?? ['', 0];
  return count * 4 >= values.length * 3 ? value : undefined;
}

/** The tags and classes inside a block. */
function shapeOf(page: FlatPage, block: FlatElement): Set<string> {
  const names = new Set<string>();
  for (const element of page.elements.slice(block.index, Math.min(block.end, block.index + 120))) {
    names.add(element.tag);
    for (const name of (element.attributes['class'] ?? '').slice(0, 200).split(/\s+/)) if (name !== '') names.add(`.${name}`);
  }
  return names;
}
