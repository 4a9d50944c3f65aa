import type { RankedItem } from '../../../model/listing.ts';
import type { ReadHints } from '../port.ts';
import type { CurrencyHints } from '../text/currency.ts';
import { NO_ADDRESS } from '../context.ts';
import { parseUrl } from '../url.ts';
import { loneBlock, repeatedBlocks } from './blocks.ts';
import { type FlatElement, type FlatPage, flatten } from './flat.ts';
import { type Item, itemOf } from './item.ts';
import { otherPage, showsPlaces } from './kind.ts';
import { LAYOUTS } from './layouts.ts';
import { type Marks, marksOf } from './marks.ts';
import { signsOfOne } from './one-product.ts';
import { numbered, withoutRepeats } from './order.ts';
import { nextPage, saysEmpty, totalOf } from './paging.ts';
import { select } from './select.ts';
import { currenciesOf, currencyHints, dataHints } from './page-money.ts';
import { repeatedTexts } from './title.ts';
import { itemsOfJsonLd, itemsOfState } from './state.ts';
import { ARTICLE_URL, JOBS_URL, LIST_URL, PRODUCT_URL, STORY_URL } from './words.ts';

/** What a list page shows. */
export interface ListRead {
  /** In the order of the page, each address once. */
  readonly items: readonly RankedItem[];
  /** Absolute address of the next page. */
  readonly next?: string;
  /** Items in all pages, when the page says it. */
  readonly total?: number;
  /** The page says in words that nothing was found. */
  readonly empty: boolean;
  /** The page is a list: it has items, or says that it has none. A product page with recommendations is none. */
  readonly isList: boolean;
  /** What the page is when it is no list, where it shows that. */
  readonly instead?: 'product' | 'basket' | 'shell';
}

/** Fewer items than this are no list, unless a known layout, the page's own data or a total says so. */
const LEAST_ITEMS = 3;

/**
 * Reads a search, category or best-seller page never seen before: known layouts of marketplaces, else repeated blocks of
 * link, price and picture, else the page's ItemList or embedded state. Prices the blocks leave open are taken from the
 * page's own data for the same item. Never throws on any text; linear in its size.
 */
export function readList(html: string, hints: ReadHints): ListRead {
  const flat = flatten(html);
  const base = baseOf(flat, hints);
  const money = currencyHints(flat, html, hints, base);
  const page: FlatPage = { ...flat, currencies: currenciesOf(money) };
  const marks = marksOf(page, base);
  const first = itemsShown(page, base, money, marks);
  const data = dataHints(money, first.items.flatMap(({ price }) => price?.money.currency ?? []));
  // Amounts without a sign are in the money of the others, or of the language.
  const shown = data === money || first.items.every(({ price }) => price !== undefined) ? first : itemsShown(page, base, data, marks);
  const stated = itemsOfJsonLd(page, base, data);
  const isShort = shown.items.length < LEAST_ITEMS && stated.length < LEAST_ITEMS;
  const embedded = isShort || [...shown.items, ...stated].every(({ price }) => price === undefined) ? itemsOfState(page, base, data) : undefined;
  const held = embedded?.items ?? [];
  const longest = [shown.items, stated, isShort ? held : []].toSorted((a, b) => b.length - a.length)[0] ?? [];
  const items = numbered(withoutRepeats(longest === stated ? stated : fillPrices(longest === held ? held : shown.items, [...stated, ...held])));
  const total = totalOf(page, items.length, shown.blocks) ?? (longest === held ? embedded?.total : undefined);
  const next = nextPage(page, base, shown.blocks);
  const saidEmpty = next === undefined && saysEmpty(page, items.length < LEAST_ITEMS ? page.elements.length : shown.blocks[0]?.index ?? 0, marks.outside);
  const about = otherPage(page, base, shown.blocks, marks, { total: total !== undefined, next: next !== undefined, stated: stated.length, layout: shown.sure, saidEmpty });
  const other = hints.role === 'listing' || about !== undefined || (JOBS_URL.test(base.pathname) || STORY_URL.test(base.pathname) && !LIST_URL.test(base.pathname + base.search)) && items.every(({ price }) => price === undefined);
  const empty = !other && saidEmpty;
  const isList = !empty && items.length > 0 && !other && new Set(items.map(({ title }) => title)).size * 2 >= items.length && (shown.sure || items.length >= LEAST_ITEMS || total === items.length || longest === stated && items.length > 1 || isFew(base, items, () => signsOfOne(page, shown.blocks, marks) > 0));
  const instead = isList || empty ? undefined : about ?? (items.length === 0 && showsPlaces(page) ? 'shell' : undefined);
  return { items: isList ? items : [], empty, isList: isList || empty, ...(instead && { instead }), ...(next !== undefined && isList && { next }), ...(total !== undefined && isList && { total }) };
}

/** What the blocks of the page show. */
interface Shown {
  readonly items: Item[];
  readonly blocks: readonly FlatElement[];
  /** A marketplace's own layout. */
  readonly sure: boolean;
}

function itemsShown(page: FlatPage, base: URL, hints: CurrencyHints, marks: Marks): Shown {
  for (const layout of LAYOUTS) {
    const blocks = select(page, layout.item);
    const items = blocks.map((block) => itemOf(page, block, base, hints, marks, layout)).filter((item) => item !== undefined).filter((item) => !/^shop on ebay$/i.test(item.title));
    if (items.length > 0 && items.length * 3 >= blocks.length) return { items, blocks, sure: items.length >= LEAST_ITEMS };
  }
  const repeated = repeatedBlocks(page, marks);
  const lone = repeated.length === 0 ? loneBlock(page, marks) : undefined;
  const blocks = lone ? [lone] : repeated;
  const texts = repeatedTexts(page, blocks);
  return { items: blocks.map((block) => itemOf(page, block, base, hints, marks, undefined, texts)).filter((item) => item !== undefined), blocks, sure: false };
}

/** One or two items are a list where the address is no article's and not the shop's first, and nothing of one article stands above them: two with a price or the address of an article each, one where the address asks for a list. */
function isFew(base: URL, items: readonly Item[], isBelowOne: () => boolean): boolean {
  const asked = LIST_URL.test(base.pathname + base.search);
  if (isOne(base) || !asked && (ARTICLE_URL.test(base.pathname) || isBelowOne())) return false;
  return items.length > 1 ? items.every((item) => item.price !== undefined || ARTICLE_URL.test(item.url)) : asked && items.every((item) => item.price !== undefined);
}

/** The address of one product, or of the shop as a whole. */
function isOne({ pathname, search }: URL): boolean {
  return pathname === '/' && !LIST_URL.test(pathname + search) || PRODUCT_URL.test(pathname);
}

function baseOf(page: FlatPage, hints: ReadHints): URL {
  const asked = parseUrl(hints.url) ?? parseUrl(hints.requestUrl) ?? new URL(NO_ADDRESS);
  const element = page.elements.find((one) => one.tag === 'base' && one.attributes['href'] !== undefined);
  return element ? parseUrl(element.attributes['href'], asked) ?? asked : asked;
}

/** Prices, ratings and counts that the blocks do not show, from the page's own data for the same address, else for the same id. */
function fillPrices(shown: readonly Item[], stated: readonly Item[]): Item[] {
  const known = new Map(stated.flatMap((item) => [[item.productId, item], [item.url, item]] as const));
  return shown.map((item) => {
    const other = known.get(item.url) ?? known.get(item.productId);
    return other === undefined ? item : { ...(other.price && !item.price && { price: other.price }), ...(other.listPrice && !item.price && !item.listPrice && { listPrice: other.listPrice }), ...(other.rating && !item.rating && { rating: other.rating }), ...(other.reviewCount && !item.reviewCount && { reviewCount: other.reviewCount }), ...item };
  });
}
