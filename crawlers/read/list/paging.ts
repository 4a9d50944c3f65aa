import { parseCount } from '../text/count.ts';
import { type FlatPage, textOf } from './flat.ts';
import { EMPTY, NEXT, NEXT_MARK, TOTAL } from './words.ts';

const PAGE_PARAMETER = /^(?:page|p|pg|pagenumber|page_no|pageno|_pgn|paged|seite|pagina|pageindex|currentpage)$/i;

/** The address of the next page: what the page itself links as next, else the link with the next page number. */
export function nextPage(page: FlatPage, base: URL): string | undefined {
  let named: string | undefined;
  let numbered: string | undefined;
  for (const element of page.elements) {
    const href = element.attributes['href'];
    if (element.tag !== 'a' && element.tag !== 'link' || href === undefined || href.startsWith('#') || /^javascript:/i.test(href) || !URL.canParse(href, base.href)) continue;
    const { attributes } = element;
    const url = new URL(href, base);
    if (url.href === base.href || /disabled/.test(attributes['class'] ?? '') || attributes['aria-disabled'] === 'true') continue;
    if (/(?:^|\s)next(?:\s|$)/i.test(attributes['rel'] ?? '')) return url.href;
    const label = attributes['aria-label'] ?? attributes['title'] ?? '';
    const parent = page.elements[element.parent];
    const text = element.tag === 'a' ? textOf(page, element, 40).trim() : '';
    if (element.tag === 'a' && (NEXT.test(text) || NEXT.test(label.trim()) || NEXT_MARK.test(attributes['class'] ?? '') || /^(?:li|span)$/.test(parent?.tag ?? '') && NEXT_MARK.test(parent?.attributes['class'] ?? '')) && pageNumber(url) !== 1) named ??= url.href;
    if (element.tag === 'a' && url.host === base.host && pageNumber(url) === (pageNumber(base) ?? 1) + 1) numbered ??= url.href;
  }
  return named ?? numbered;
}

function pageNumber(url: URL): number | undefined {
  for (const [name, value] of url.searchParams) if (PAGE_PARAMETER.test(name) && /^\d{1,5}$/.test(value)) return Number(value);
  const inPath = /\/(?:page|seite|pagina|p)[-/]?(\d{1,5})(?:\/|\.html?|$)|[-_]page[-_]?(\d{1,5})(?:\/|\.html?|$)|\/page-(\d{1,5})\.html?$/i.exec(url.pathname);
  const value = inPath?.[1] ?? inPath?.[2] ?? inPath?.[3];
  return value === undefined ? undefined : Number(value);
}

/** How many items there are in all, where the page says it before or after the list. */
export function totalOf(page: FlatPage, shown: number): number | undefined {
  for (const pattern of TOTAL) {
    for (const element of page.elements) {
      if (element.textTo - element.textFrom > 12 || element.textTo === element.textFrom) continue;
      const text = textOf(page, element, 121);
      if (text.length > 120 || !/\d/.test(text)) continue;
      const match = pattern.exec(text);
      const count = match ? parseCount((match[1] ?? match[2] ?? '').trim()) : undefined;
      if (count && count.value >= shown && count.value > 0) return count.value;
    }
  }
  return undefined;
}

/** True when the page says in words that nothing was found. */
export function saysEmpty(page: FlatPage): boolean {
  for (const run of page.texts) if (run.text.length < 300 && EMPTY.test(run.text.replace(/\s+/g, ' ').replace(/’/g, "'"))) return true;
  return page.elements.some((element) => /^(?:h[1-4]|p|strong|div|section|span)$/.test(element.tag) && element.textTo - element.textFrom > 1 && element.textTo - element.textFrom <= 5 && EMPTY.test(textOf(page, element, 200)));
}
