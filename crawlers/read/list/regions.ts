import { type FlatElement, type FlatPage, textOf, upwards } from './flat.ts';
import { inRange, insideOf, type Marks } from './marks.ts';
import { BESIDE_HEADING, BESIDE_NAME, PROMOTED_HEADING, SIDE_LIST } from './words.ts';

const MAX_HEADING = 90;
/** So many headings before a block are looked at. */
const HEADINGS_BACK = 20;

/**
 * Of the blocks of one kind those of the list itself: not under a heading that speaks of other things ("recently viewed",
 * "you may also like"), not in a strip that is named so. "Best sellers" and the like are left out only beside a longer list.
 * Empty when all of them are beside.
 */
export function listBlocks(page: FlatPage, blocks: readonly FlatElement[], marks: Marks): FlatElement[] {
  const headings = headingsOf(page, blocks, marks);
  const top = commonAncestor(page, blocks);
  if (top && [...upwards(page, top.index, 5)].some((above) => !/^(?:body|html|main)$/.test(above.tag) && BESIDE_NAME.test(nameOf(above)))) return [];
  // Sections of a page may be alike in all but their names.
  const unnamed = blocks.filter((block) => !BESIDE_NAME.test(nameOf(block)));
  const strong = (unnamed.length > 0 ? unnamed : blocks).filter((block) => !isNamedBeside(page, block, top?.index ?? -1) && !BESIDE_HEADING.test(headingOver(block, headings) ?? ''));
  const main = strong.filter((block) => !PROMOTED_HEADING.test(headingOver(block, headings) ?? ''));
  return main.length * 2 >= strong.length && main.length > 2 ? main : strong;
}

/** A heading and the elements it stands over: all of the part of the page that begins with it. */
interface Heading {
  readonly element: FlatElement;
  readonly text: string;
  readonly end: number;
}

/** Headings outside of the blocks, in order. */
function headingsOf(page: FlatPage, blocks: readonly FlatElement[], marks: Marks): Heading[] {
  const inside = insideOf(page, blocks);
  const found: Heading[] = [];
  for (const element of page.elements) {
    if (inside[element.index] === 1 || !isHeading(element) && !isAmong(element, blocks)) continue;
    const text = textOf(page, element, MAX_HEADING + 1);
    if (text !== '' && text.length <= MAX_HEADING && (isHeading(element) || BESIDE_HEADING.test(text))) found.push({ element, text, end: endOfPart(page, element, marks) });
  }
  return found;
}

/** A lone text between the blocks: what stands behind it is under it, whatever it is called. */
function isAmong({ index, textFrom, textTo }: FlatElement, blocks: readonly FlatElement[]): boolean {
  return textTo === textFrom + 1 && index > (blocks[0]?.end ?? index) && index < (blocks[blocks.length - 1]?.index ?? 0);
}

function isHeading(element: FlatElement): boolean {
  const { attributes, tag } = element;
  return /^h[1-6]$/.test(tag) || attributes['role'] === 'heading' || /^(?:div|p|span|strong|b|legend|caption)$/.test(tag) && /(?:^|[\s_-])(?:title|heading|headline|header)(?:$|[\s_-])/i.test(attributes['class'] ?? '');
}

/** Where the part ends that a heading stands over: the innermost element around it with pictures or several links. */
function endOfPart(page: FlatPage, heading: FlatElement, marks: Marks): number {
  for (const above of upwards(page, heading.parent, 12)) if (inRange(marks.images, above) > 0 || inRange(marks.linked, above) > 2) return above.end;
  return heading.end;
}

/** The text of the last heading that stands over the block; that of the page itself does not count. */
function headingOver(block: FlatElement, headings: readonly Heading[]): string | undefined {
  let [low, high] = [0, headings.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((headings[middle]?.element.index ?? 0) < block.index) low = middle + 1;
    else high = middle;
  }
  for (let i = low - 1; i >= Math.max(0, low - HEADINGS_BACK); i -= 1) {
    const heading = headings[i];
    if (heading && heading.end > block.index) return heading.element.tag === 'h1' ? undefined : heading.text;
  }
  return undefined;
}

/** The innermost element that holds all blocks. */
export function commonAncestor(page: FlatPage, blocks: readonly FlatElement[]): FlatElement | undefined {
  const [first, last] = [blocks[0], blocks[blocks.length - 1]];
  if (!first || !last) return undefined;
  for (const above of upwards(page, first.parent)) if (above.end > last.index) return above;
  return undefined;
}

/** What holds only some of the blocks is named a strip beside the list. */
function isNamedBeside(page: FlatPage, block: FlatElement, top: number): boolean {
  for (const above of upwards(page, block.parent, 8)) {
    if (above.index <= top) return false;
    if (above.tag === 'aside' || SIDE_LIST.test(nameOf(above))) return true;
  }
  return false;
}

function nameOf(element: FlatElement): string {
  return `${element.attributes['class'] ?? ''} ${element.attributes['id'] ?? ''} ${element.attributes['aria-label'] ?? ''}`;
}
