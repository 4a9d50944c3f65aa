import { asciiDigits } from '../text/normal.ts';
import { type FlatElement, type FlatPage, textOf, upwards } from './flat.ts';
import { COUNT_MARK, NO_LIST, NOT_ITEM_LINK, PRICE_MARK, WEAK_LINK } from './words.ts';

/** A price in running text: a currency beside digits. */
const CODES = 'EUR|USD|GBP|CHF|PLN|CZK|SEK|NOK|DKK|CAD|AUD|NZD|CNY|RMB|JPY|INR|BRL|HUF|RON|BGN|RSD|UAH|RUB|KZT|TRY|ILS|AED|SAR|QAR|KWD|BHD|OMR|EGP|JOD|MAD|IDR|MYR|SGD|PHP|THB|VND|HKD|TWD|KRW|MXN|ARS|CLP|COP|PEN|ZAR|NGN|KES|GHS|PKR|BDT|LKR|ISK|UGX|TZS|GEL|AZN|UZS|UYU|BOB|PYG|TND|DZD|XOF|XAF';
/** Signs and words of currencies as they stand beside digits, before them and behind. */
export const MONEY = new RegExp(`(?:[$€£¥￥＄￡₹₽₩₺₫฿₪₴₸₱₦৳₡₲]|\\b(?:${CODES}|Rs|RM|Rp|Kr|kr|Bs|Gs|[KUT][Ss]h|Dhs?|DH|F?CFA)(?![A-Za-z])\\.?|GH₵|S/\\.?|zł|Kč|元|円|원|руб|грн) ?\\d|\\d ?(?:,-)? ?(?:[$€£¥₹₽₩₺₫฿₪₴₸₱₦৳]|(?:${CODES}|kr|zł|Kč|Ft|лв|руб|lei|TL|KM|DH|F?CFA|грн|сом|тг)(?!\\p{L})|元|円|원|تومان|ریال|ر\\.س|د\\.إ|ج\\.م)`, 'u');
/** Sums that are spoken of. */
const SUM = /\d ?(?:million|billion|millionen|milliarden|mio|mrd|milliards?|millones|milhões|milioni|miliardi|mln|mld|bn)(?!\p{L})/iu;
/** A currency that stands in an element of its own, beside its number. */
export const LONE_SIGN = /^\s*(?:(?:US|CA|AU|NZ|HK|NT|R|S) ?)?[$€£¥￥₹₽₩₺₫฿₪₴]\s*$|^\s*(?:EUR|USD|GBP|CHF|CAD|AUD|PLN|SEK|NOK|DKK|CZK|zł|[Kk]r\.?|Kč|Rs\.?|Rp|RM|RON|HUF|TRY|TL|AED|SAR|[Ll]ei|Ft|лв\.?|грн\.?|元|円|원|руб\.?|تومان|ریال|ر\.س\.?|د\.إ\.?|ج\.م\.?|درهم|ريال|جنيه)\s*$/u;
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
    if (element.attributes['itemprop'] === 'price') prices.push(element.index);
    const link = hrefOf(element) === undefined ? undefined : itemLink(page, element, base);
    if (link !== undefined) links.push({ element: element.index, url: link, weak: element.tag !== 'a' || WEAK_LINK.test(link) });
  }
  for (const run of page.texts) if (!outside[run.element] && run.text.length <= MAX_PRICE_TEXT && isPriceRun(page, { element: run.element, text: asciiDigits(run.text) })) prices.push(run.element);
  return { links, linked: links.map((link) => link.element), images, outside, prices: prices.toSorted((a, b) => a - b) };
}

function isPriceRun(page: FlatPage, run: { readonly element: number; readonly text: string }): boolean {
  if (MONEY.test(run.text) || LONE_SIGN.test(run.text)) return !SUM.test(run.text);
  if (!/^\s*\d[\d.,'\s]*(?:,?-)?\s*$/.test(run.text)) return false;
  const holder = page.elements[run.element];
  return holder !== undefined && [...upwards(page, holder.index, 2)].some((element) => isMarked(PRICE_MARK, markOf(element)) && !isMarked(COUNT_MARK, markOf(element)));
}

const addresses = new WeakMap<FlatElement, { readonly url: string | undefined }>();

/** The address an anchor, or a card that scripts make one, leads to when it can be an item: on the same site or a marketplace's item host, not the page itself. */
export function itemLink(page: FlatPage, element: FlatElement, base: URL): string | undefined {
  const known = addresses.get(element) ?? { url: addressOf(page, element, base) };
  addresses.set(element, known);
  return known.url;
}

/** Where an element leads: anchors by themselves, others by attributes that scripts read. */
function hrefOf({ tag, attributes }: FlatElement): string | undefined {
  if (tag === 'a') return attributes['href'];
  if (tag === 'link' || tag === 'img') return undefined;
  const said = attributes['data-href'] ?? attributes['data-product-url'] ?? attributes['data-product-link'] ?? attributes['data-link'] ?? (tag.includes('-') ? attributes['href'] ?? attributes['url'] : undefined);
  return said !== undefined && /^(?:https?:)?\/|^[\w-]+\.html?/i.test(said) ? said : undefined;
}

function addressOf(page: FlatPage, element: FlatElement, base: URL): string | undefined {
  const href = hrefOf(element)?.trim();
  if (!href || href.startsWith('#') || href.length > 4_000 || /^(?:javascript|mailto|tel|data):/i.test(href) || NOT_ITEM_LINK.test(href) || !URL.canParse(href, base.href)) return undefined;
  const url = unwrapped(new URL(href, base));
  if (url.pathname === '/' && !IDENTITY.test(url.search) || url.pathname === base.pathname && url.host === base.host && !IDENTITY.test(url.search)) return undefined;
  const heavy = element.textTo > element.textFrom || (element.attributes['title'] ?? element.attributes['aria-label'] ?? '') !== '' || element.end > element.index + 1;
  return heavy || element.tag !== 'a' || isStretched(page, element) ? url.href : undefined;
}

/** An empty link that is laid over its card: the only one beside pictures and texts. */
function isStretched(page: FlatPage, element: FlatElement): boolean {
  const parent = page.elements[element.parent];
  if (!parent || parent.textTo === parent.textFrom || parent.end - parent.index > 200) return false;
  for (let i = parent.index; i < parent.end; i += 1) if (i !== element.index && page.elements[i]?.tag === 'a') return false;
  return true;
}

/** Parameters that say which article an address stands for. */
export const IDENTITY = /[?&](?:id|itemid|item_id|item|pid|sku|sku_?id|product\w*|goods_?id|offer_?id|artnr|article)=/i;

/** Where a counted click leads in the end: `/click?url=%2Fdp%2F…`. */
function unwrapped(url: URL): URL {
  if (!/click|redirect|sspa|track|\/aclk|\/out(?:\/|$)/i.test(url.pathname)) return url;
  for (const name of ['url', 'u', 'r', 'rd', 'target', 'dest', 'to', 'redirect', 'adurl', 'link', 'href', 'goto']) {
    const target = url.searchParams.get(name);
    if (target !== null && /^(?:https?:\/\/|\/)/.test(target) && URL.canParse(target, url.href)) return new URL(target, url);
  }
  return url;
}

/** Navigation, header and footer of the page. A header that stands in every card is one of the card. */
function outsideOf(page: FlatPage): boolean[] {
  const repeated = new Map<string, number>();
  for (const { attributes } of page.elements) {
    const name = attributes['class'];
    if (name !== undefined) repeated.set(name, (repeated.get(name) ?? 0) + 1);
  }
  const outside: boolean[] = [];
  for (const element of page.elements) {
    const { tag, attributes, depth } = element;
    const small = element.end - element.index < page.elements.length / 2;
    const named = small && NO_LIST.test(`${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`) && (repeated.get(attributes['class'] ?? '') ?? 0) < 3;
    const own = tag === 'nav' || tag === 'footer' && depth < 12 && small || tag === 'header' && depth < 6 || attributes['role'] === 'navigation' || attributes['aria-hidden'] === 'true' && tag === 'dialog' || named;
    outside.push(own || outside[element.parent] === true);
  }
  return outside;
}

const names = new WeakMap<FlatElement, string>();

/** All names that an element carries: classes, ids, test ids, item properties. */
export function markOf(element: FlatElement): string {
  const known = names.get(element);
  if (known !== undefined) return known;
  const { attributes } = element;
  const mark = `${attributes['class'] ?? ''} ${attributes['itemprop'] ?? ''} ${attributes['data-testid'] ?? ''} ${attributes['data-test'] ?? ''} ${attributes['data-automation-id'] ?? ''} ${attributes['data-qa'] ?? ''} ${attributes['data-hook'] ?? ''} ${attributes['data-cy'] ?? ''} ${attributes['id'] ?? ''}`.slice(0, 300);
  names.set(element, mark);
  return mark;
}

const MAX_REMEMBERED = 2_000;
const remembered = new WeakMap<RegExp, Map<string, boolean>>();

/** Whether names fit a pattern; the cards of a list carry the same names again and again, so that the answer is remembered. */
export function isMarked(pattern: RegExp, mark: string): boolean {
  const known = remembered.get(pattern) ?? new Map<string, boolean>();
  remembered.set(pattern, known);
  const seen = known.get(mark);
  if (seen !== undefined) return seen;
  const fits = pattern.test(mark);
  if (known.size >= MAX_REMEMBERED) known.clear();
  known.set(mark, fits);
  return fits;
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

/** A path that is the same for all articles. */
export const SCRIPT_PATH = /\.(?:jsp|aspx?|php|do|action|cgi|pl|cfm)$|\/(?:items?|goods|goods_?detail|details?|view|view_?item|products?|show)$/i;

/** An address without what only tracks. */
export function bare(url: string): string {
  return url.replace(/[?#].*$/, (rest, at: number) => (IDENTITY.test(rest) || SCRIPT_PATH.test(url.slice(0, at)) ? rest : ''));
}

/** For each element 1 when it stands in one of the blocks. */
export function insideOf(page: FlatPage, blocks: readonly FlatElement[]): Uint8Array {
  const inside = new Uint8Array(page.elements.length);
  for (const block of blocks) inside.fill(1, block.index, block.end);
  return inside;
}

/** How many of the sorted element indexes stand in the subtree of an element. */
export function inRange(sorted: readonly number[], element: FlatElement): number {
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

/** The text of an element as long as it is short. */
export function shortText(page: FlatPage, element: FlatElement, max: number): string | undefined {
  if (element.textTo - element.textFrom > max) return undefined;
  const text = textOf(page, element, max + 1);
  return text.length > max ? undefined : text;
}
