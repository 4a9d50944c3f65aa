import { type FlatElement, type FlatPage, textOf, upwards } from './flat.ts';
import { NO_LIST, NOT_ITEM_LINK, SIDE_LIST } from './words.ts';

/** A price in running text: a currency beside digits. */
const MONEY = /(?:[$€£¥￥＄￡₹₽₩₺₫฿₪₴]|\b(?:EUR|USD|GBP|CHF|PLN|CZK|SEK|NOK|DKK|CAD|AUD|CNY|RMB|JPY|INR|BRL|Rs|RM|kr|zł|Kč|Ft|лв|руб|lei|TL)\b\.?|zł|Kč|元|円|원|руб|грн) ?\d|\d ?(?:,-)? ?(?:[$€£¥₹₽₩₺₫฿₪₴]|(?:EUR|USD|GBP|CHF|PLN|CZK|SEK|NOK|DKK|CAD|AUD|CNY|JPY|kr|zł|Kč|Ft|лв|руб|lei|TL|грн)(?!\p{L})|元|円|원)/u;
const LONE_SIGN = /^\s*(?:[$€£¥￥₹₽₩₺₫฿₪₴]|EUR|USD|zł|kr\.?|Kč|元|円|руб\.?)\s*$/u;

/** Without prices, blocks with less text than this are tiles of a menu. */
const NAMED = 15;
/** An address that is an article's: a number, or a path that says so. */
const ARTICLE_URL = /\d{4}|\/(?:products?|items?|dp|itm|p|ip|goods|artikel|produkt|produit|producto|prodotto|produto|detail)[/_-]/i;

/** A link that could be an item's, at the index of its element. */
export interface ItemLink {
  readonly element: number;
  readonly url: string;
}

/** What the search for blocks looks at: sorted by element index. */
interface Marks {
  readonly links: readonly ItemLink[];
  readonly prices: readonly number[];
  readonly images: readonly number[];
}

/**
 * The repeated blocks of a list page: the elements of one kind (the same path of tags and classes) of which the most hold
 * a link of their own and a price; where no prices stand in the page, a link and a picture. Of nested kinds with as many,
 * the outermost. Navigation, header and footer do not count, recommendations count half. Empty when nothing repeats.
 */
export function repeatedBlocks(page: FlatPage, base: URL): FlatElement[] {
  const marks = marksOf(page, base);
  return best(page, marks, (element) => inRange(marks.prices, element) > 0, 2) ?? best(page, marks, (element) => inRange(marks.images, element) > 0 && textOf(page, element, 40).length >= NAMED && ARTICLE_URL.test(firstLink(marks.links, element) ?? ''), 4) ?? [];
}

function marksOf(page: FlatPage, base: URL): Marks {
  const outside = outsideOf(page);
  const links: ItemLink[] = [];
  const images: number[] = [];
  for (const element of page.elements) {
    if (outside[element.index]) continue;
    if (element.tag === 'img' || element.tag === 'picture') images.push(element.index);
    const link = element.tag === 'a' ? itemLink(page, element, base) : undefined;
    if (link !== undefined) links.push({ element: element.index, url: link });
  }
  const prices = page.texts.filter((run) => !outside[run.element] && (MONEY.test(run.text) || LONE_SIGN.test(run.text))).map((run) => run.element);
  return { links, images, prices: prices.toSorted((a, b) => a - b) };
}

/** The address an anchor leads to when it can be an item: on the same site or a marketplace's item host, not the page itself. */
export function itemLink(page: FlatPage, element: FlatElement, base: URL): string | undefined {
  const href = element.attributes['href']?.trim();
  if (!href || href.startsWith('#') || /^(?:javascript|mailto|tel|data):/i.test(href) || NOT_ITEM_LINK.test(href) || !URL.canParse(href, base.href)) return undefined;
  const url = new URL(href, base);
  if (url.pathname === '/' && url.search === '' || url.pathname === base.pathname && url.host === base.host && !/[?&](?:id|item|pid|sku|product)/i.test(url.search)) return undefined;
  const heavy = element.textTo > element.textFrom || (element.attributes['title'] ?? element.attributes['aria-label'] ?? '') !== '' || element.end > element.index + 1;
  return heavy || element.tag !== 'a' ? url.href : undefined;
}

/** For each element whether it stands in navigation, header or footer. */
function outsideOf(page: FlatPage): boolean[] {
  const outside: boolean[] = [];
  for (const element of page.elements) {
    const own = /^(?:nav|footer|form)$/.test(element.tag) && element.tag !== 'form' || element.tag === 'header' && element.depth < 6 || NO_LIST.test(`${element.attributes['class'] ?? ''} ${element.attributes['id'] ?? ''}`) && element.end - element.index < page.elements.length / 2;
    outside.push(own || outside[element.parent] === true);
  }
  return outside;
}

function best(page: FlatPage, marks: Marks, holds: (element: FlatElement) => boolean, least: number): FlatElement[] | undefined {
  let winner: { blocks: FlatElement[]; score: number; size: number } | undefined;
  for (const group of groupsOf(page)) {
    if (group.length < least) continue;
    const seen = new Set<string>();
    const blocks = group.filter((element) => {
      const link = firstLink(marks.links, element);
      if (link === undefined || !holds(element) || seen.has(link)) return false;
      return seen.add(link).size > 0;
    });
    const score = blocks.length * (aside(page, group[0]) ? 0.5 : 1);
    const size = (group[0]?.end ?? 0) - (group[0]?.index ?? 0);
    if (blocks.length >= least && (!winner || score > winner.score || score === winner.score && size > winner.size)) winner = { blocks, score, size };
  }
  return winner?.blocks;
}

/** Elements by the path of tags and most common classes that leads to them. */
function groupsOf(page: FlatPage): Iterable<FlatElement[]> {
  const frequency = new Map<string, number>();
  for (const element of page.elements) for (const name of classesOf(element)) frequency.set(name, (frequency.get(name) ?? 0) + 1);
  const keys: number[] = [];
  const known = new Map<string, number>();
  const groups = new Map<number, FlatElement[]>();
  for (const element of page.elements) {
    const common = classesOf(element).toSorted((a, b) => (frequency.get(b) ?? 0) - (frequency.get(a) ?? 0) || (a < b ? -1 : 1))[0] ?? '';
    const path = `${keys[element.parent] ?? 0}/${element.tag}.${(frequency.get(common) ?? 0) > 1 ? common : ''}`;
    const key = known.get(path) ?? known.size + 1;
    known.set(path, key);
    keys.push(key);
    const group = groups.get(key);
    if (group) group.push(element);
    else groups.set(key, [element]);
  }
  return groups.values();
}

function classesOf(element: FlatElement): string[] {
  return (element.attributes['class'] ?? '').slice(0, 500).split(/\s+/).filter((name) => name !== '' && !/\d{3}/.test(name)).slice(0, 20);
}

function aside(page: FlatPage, element: FlatElement | undefined): boolean {
  if (!element) return false;
  for (const above of upwards(page, element.index, 6)) if (above.tag === 'aside' || SIDE_LIST.test(`${above.attributes['class'] ?? ''} ${above.attributes['id'] ?? ''}`)) return true;
  return false;
}

function firstLink(links: readonly ItemLink[], element: FlatElement): string | undefined {
  const around = links[lowerBound(links.length, (i) => (links[i]?.element ?? 0) >= element.index)];
  return around !== undefined && around.element < element.end ? around.url.replace(/[?#].*$/, (rest) => (/[?&](?:id|item|pid|sku|product)\w*=/i.test(rest) ? rest : '')) : undefined;
}

function inRange(sorted: readonly number[], element: FlatElement): number {
  return lowerBound(sorted.length, (i) => (sorted[i] ?? 0) >= element.end) - lowerBound(sorted.length, (i) => (sorted[i] ?? 0) >= element.index);
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
