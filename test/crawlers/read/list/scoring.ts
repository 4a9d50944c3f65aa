import { readList, type ListRead } from '../../../../crawlers/read/list/index.ts';
import { decimalOf } from '../../../../model/money.ts';
import type { ListPage } from './pages/support.ts';

/** What of a page was read rightly. */
export interface PageScore {
  readonly kind: boolean;
  readonly expected: number;
  readonly found: number;
  readonly given: number;
  readonly prices: number;
  readonly lists: number;
  readonly titles: number;
  readonly ids: number;
  readonly ads: number;
  readonly next: boolean;
  readonly total: boolean;
  readonly wrong: readonly string[];
}

/** Reads a page as a search page of a source nobody configured. */
export function readPage(page: ListPage): ListRead {
  return readList(page.html, { url: page.url, requestUrl: page.url, status: 200, contentType: 'text/html; charset=utf-8', role: 'search', platform: 'generic' });
}

/** Compares what was read with the truth of the page: items are the same when their id or their title is. */
export function scoreOf(page: ListPage): PageScore {
  const read = readPage(page);
  const wrong: string[] = [];
  const fold = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
  const kind = read.empty ? 'empty' : read.isList ? 'list' : 'other';
  if (kind !== page.kind) wrong.push(`kind ${kind}, not ${page.kind}`);
  const left = [...read.items];
  const sums = { found: 0, prices: 0, lists: 0, titles: 0, ids: 0, ads: 0 };
  for (const ware of page.items) {
    const at = left.findIndex((item) => item.productId === ware.id || fold(item.title) === fold(ware.title));
    const [item] = at < 0 ? [] : left.splice(at, 1);
    if (!item) {
      wrong.push(`missing ${ware.id} ${ware.title}`);
      continue;
    }
    const price = item.price && decimalOf(item.price.money);
    const list = item.listPrice && decimalOf(item.listPrice.money);
    const right = { prices: price === ware.price, lists: list === ware.list, titles: fold(item.title) === fold(ware.title), ids: item.productId.toLowerCase() === ware.id.toLowerCase(), ads: item.sponsored === (ware.ad ?? false) };
    sums.found += 1;
    sums.prices += Number(right.prices);
    sums.lists += Number(right.lists);
    sums.titles += Number(right.titles);
    sums.ids += Number(right.ids);
    sums.ads += Number(right.ads);
    if (Object.values(right).includes(false)) wrong.push(`${ware.id} "${ware.title}" ${ware.price ?? '-'} ${ware.list ?? ''} ${ware.ad ? 'ad' : ''} read as ${item.productId} "${item.title}" ${price ?? '-'} ${list ?? ''} ${item.sponsored ? 'ad' : ''}`);
  }
  for (const item of left) wrong.push(`invented ${item.productId} ${item.title}`);
  const next = page.next === undefined || (page.next ?? undefined) === read.next;
  const total = page.total === undefined || (page.total ?? undefined) === read.total;
  if (!next) wrong.push(`next ${read.next}, not ${page.next}`);
  if (!total) wrong.push(`total ${read.total}, not ${page.total}`);
  return { kind: kind === page.kind, expected: page.items.length, given: read.items.length, ...sums, next, total, wrong };
}
