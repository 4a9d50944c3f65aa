import { parseCount } from '../text/count.ts';
import { type FlatElement, type FlatPage, textOf } from './flat.ts';
import { insideOf } from './marks.ts';
import { EMPTY, MORE, NEXT, NEXT_MARK, TOTAL } from './words.ts';

const PAGE_PARAMETER = /^(?:page|p|pg|pagenumber|page_no|pageno|_pgn|paged|seite|pagina|pageindex|currentpage)$/i;

/** The address of the next page: what the page itself links as next, else a link outside its `blocks` that says the number of the next page and leads there. */
export function nextPage(page: FlatPage, base: URL, blocks: readonly FlatElement[]): string | undefined {
  const inside = insideOf(page, blocks);
  let named: string | undefined;
  let numbered: string | undefined;
  const next = (pageNumber(base) ?? 1) + 1;
  const saysNext = new RegExp(`(?<!\\d)${next}(?!\\d)`);
  for (const element of page.elements) {
    const href = element.attributes['href'];
    if (element.tag !== 'a' && element.tag !== 'link' || href === undefined || href.startsWith('#') || /^javascript:/i.test(href) || !URL.canParse(href, base.href)) continue;
    const { attributes } = element;
    const url = new URL(href, base);
    if (url.href === base.href || /disabled/.test(attributes['class'] ?? '') || attributes['aria-disabled'] === 'true') continue;
    if (/(?:^|\s)next(?:\s|$)/i.test(attributes['rel'] ?? '')) return url.href;
    if (inside[element.index] === 1) continue;
    const label = attributes['aria-label'] ?? attributes['title'] ?? '';
    const parent = page.elements[element.parent];
    const text = element.tag === 'a' ? textOf(page, element, 40).trim() : '';
    if (element.tag === 'a' && (NEXT.test(text) || NEXT.test(label.trim()) || NEXT_MARK.test(attributes['class'] ?? '') || /^(?:li|span)$/.test(parent?.tag ?? '') && NEXT_MARK.test(parent?.attributes['class'] ?? '')) && pageNumber(url) !== 1) named ??= url.href;
    if (element.tag === 'a' && url.host === base.host && saysNext.test(`${text} ${label}`) && pageNumber(url) === next) numbered ??= url.href;
  }
  return named ?? numbered ?? moreOf(page, base, inside);
}

/** Attributes in which a button for more, or the end of an endless list, keeps where it goes on. */
const MORE_ATTRIBUTES = ['data-next-url', 'data-next-page-url', 'data-next-page', 'data-next-href', 'data-next', 'data-load-more-url', 'data-url', 'data-href', 'hx-get', 'data-ajax-url', 'data-remote', 'href'] as const;

/** The address in an element that asks for more items, or whose attribute says that it is the next; "discover more" may lead to another list. */
function moreOf(page: FlatPage, base: URL, inside: Uint8Array): string | undefined {
  for (const element of page.elements) {
    if (inside[element.index] === 1) continue;
    for (const name of MORE_ATTRIBUTES) {
      const href = element.attributes[name];
      if (href === undefined || !/^(?:https?:\/)?\/|^\?/.test(href) || !URL.canParse(href, base.href)) continue;
      const url = new URL(href, base);
      if (name === 'href' && url.pathname !== base.pathname && pageNumber(url) === undefined) continue;
      const says = name.includes('next') || MORE.test(textOf(page, element, 40)) || /(?:load|show|view)-?more|infinite|next-?page/i.test(element.attributes['class'] ?? '');
      if (says && url.href !== base.href && (pageNumber(url) ?? 2) > (pageNumber(base) ?? 1)) return url.href;
    }
  }
  return undefined;
}

function pageNumber(url: URL): number | undefined {
  for (const [name, value] of url.searchParams) if (PAGE_PARAMETER.test(name) && /^\d{1,5}$/.test(value)) return Number(value);
  const inPath = /\/(?:page|seite|pagina|p)[-/:=]?(\d{1,5})(?:\/|\.html?|$)|[-_]page[-_]?(\d{1,5})(?:\/|\.html?|$)|\/page-(\d{1,5})\.html?$/i.exec(url.pathname);
  const value = inPath?.[1] ?? inPath?.[2] ?? inPath?.[3];
  return value === undefined ? undefined : Number(value);
}

/** How many items there are in all, where the page says it before or after its `blocks`. */
export function totalOf(page: FlatPage, shown: number, blocks: readonly FlatElement[]): number | undefined {
  const inside = insideOf(page, blocks);
  const texts = shortTexts(page, 12, 120, (element) => inside[element.index] === 1).filter((text) => /\d/.test(text));
  const heading = page.elements.find((element) => element.tag === 'h1');
  const named = heading && /\(([\d.,' ]{1,12})\)$/.exec(`${textOf(page, heading, 120)}${IN_BRACKETS.exec(page.texts[heading.textTo]?.text.trim() ?? '')?.[0] ?? ''}`)?.[1];
  const inHeading = named === undefined ? undefined : parseCount(named.trim());
  if (inHeading && inHeading.value >= shown && inHeading.value > 0) return inHeading.value;
  for (const pattern of TOTAL) {
    for (const text of texts) {
      const match = pattern.exec(text);
      const count = match ? parseCount((match[1] ?? match[2] ?? '').trim()) : undefined;
      if (count && count.value >= shown && count.value > 0) return count.value;
    }
  }
  return undefined;
}

/** A count right behind the heading. */
const IN_BRACKETS = /^\([\d.,' ]{1,12}\)$/;

/** Templates, and lists that are empty beside the list: the basket, what was viewed lately. */
const OTHER_LIST = /\{\{|recent|viewed|cart|basket|wish|favou?rit|notification|warenkorb|zuletzt|merkliste|panier|carrito|carrello|koszyk|winkelwagen|最近|浏览|购物车|購物車|收藏|通知|カート|履歴|お気に入り|장바구니|최근/iu;

/** True when the page says in words that a reader sees, before the element with the index `before` and not in what is `outside` of the content, that nothing was found. */
export function saysEmpty(page: FlatPage, before: number, outside: readonly boolean[]): boolean {
  return shortTexts(page, 5, 200, (element) => element.index >= before || outside[element.index] === true).some((text) => EMPTY.test(text.replace(/[\u2018\u2019]/g, "'")) && !OTHER_LIST.test(text));
}

/** The texts of elements of few runs, outermost first; those of hidden ones and of forms are left out. */
function shortTexts(page: FlatPage, runs: number, max: number, skipped: (element: FlatElement) => boolean): string[] {
  const hidden = hiddenBefore(page);
  const texts: string[] = [];
  let last = '';
  for (const element of page.elements) {
    if (skipped(element)) continue;
    const count = element.textTo - element.textFrom;
    if (count === 0 || count > runs || hidden[element.textFrom] !== hidden[element.textTo]) continue;
    const text = textOf(page, element, max + 1).trim();
    if (text.length <= max && text !== last) texts.push(text);
    last = text;
  }
  return texts;
}

const hiddenOf = new WeakMap<FlatPage, Int32Array>();

/** For each run of text how many before it are hidden. */
function hiddenBefore(page: FlatPage): Int32Array {
  const known = hiddenOf.get(page);
  if (known) return known;
  const hidden = new Uint8Array(page.texts.length);
  for (const element of page.elements) if (hidden[element.textFrom] === 0 && isHidden(page, element)) hidden.fill(1, element.textFrom, element.textTo);
  const before = new Int32Array(page.texts.length + 1);
  for (let i = 0; i < hidden.length; i += 1) before[i + 1] = (before[i] ?? 0) + (hidden[i] ?? 0);
  hiddenOf.set(page, before);
  return before;
}

/** Names of what is not shown; `template-search` and `hidden-xs` name something else. */
const HIDDEN_NAME = /(?:^|[\s_-])(?:(?:hidden|d-none|hide|is-hidden|template)(?:$|\s)|(?:autocomplete|suggestions?|typeahead)(?:$|[\s_-]))/i;
/** Hidden on small screens alone. */
const SHOWN_WIDER = /(?:^|\s)(?:d-(?:sm|md|lg|xl)-|(?:sm|md|lg|xl):)(?:block|flex|grid|inline)/;
/** Themes name the page as a whole too: `<body class="template-search">`. */
const WHOLE: ReadonlySet<string> = new Set(['html', 'body', 'main']);

function isHidden(page: FlatPage, { tag, attributes, index, end }: FlatElement): boolean {
  if (WHOLE.has(tag)) return false;
  return tag === 'nav' || tag === 'footer' || tag === 'form' && end - index < 60 && page.elements.slice(index, end).some((one) => one.tag === 'input' || one.tag === 'select') || 'hidden' in attributes || attributes['aria-hidden'] === 'true' || /display:\s*none/i.test(attributes['style'] ?? '') || HIDDEN_NAME.test(attributes['class'] ?? '') && !SHOWN_WIDER.test(attributes['class'] ?? '');
}
