import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { SourceId } from '../model/ids.ts';
import type { PageDocument } from './documents.ts';
import type { Store } from './store.ts';
import { chunks, grouped } from './table.ts';

/** The key of a URL as a source fetches it: other languages and browsers get other answers. The fragment does not matter. */
export function pageKey(source: SourceId, mode: 'http' | 'browser', url: string): string {
  return `pag_${createHash('sha256').update(`${source}\u001f${mode}\u001f${url.split('#', 1)[0] ?? url}`).digest('hex').slice(0, 24)}`;
}

/** The last answers under these keys, by key. */
export async function cachedPages(store: Store, keys: readonly string[]): Promise<Map<string, PageDocument>> {
  return new Map((await store.pages.getAll(keys)).map((page) => [page._id, page]));
}

/** Keeps the newest answer of each page; an older one that comes late is dropped. Pages that answered as before are moved on in one write. */
export async function savePages(store: Store, pages: readonly PageDocument[]): Promise<void> {
  const newest = new Map(pages.toSorted((a, b) => a.fetchedAt.getTime() - b.fetchedAt.getTime()).map((page) => [page._id, page]));
  const known = await cachedPages(store, [...newest.keys()]);
  const fresh = [...newest.values()].filter((page) => !known.has(page._id));
  const refused = await store.pages.insertAll(fresh);
  const again = [...newest.values()].filter((page) => sameButLater(known.get(page._id), page));
  await fetchedAgain(store, again);
  const late = new Set([...fresh.filter((_, index) => refused.has(index)), ...[...newest.values()].filter((page) => known.has(page._id))]);
  for (const page of again) late.delete(page);
  await store.pages.bulk([...late].map((page) => ({ replaceOne: { filter: { _id: page._id, fetchedAt: { $not: { $gt: page.fetchedAt } } }, replacement: page, upsert: true } })));
}

/** The shop gave the same answer again. */
function sameButLater(known: PageDocument | undefined, page: PageDocument): boolean {
  return known !== undefined && known.fetchedAt < page.fetchedAt && isDeepStrictEqual({ ...known, fetchedAt: page.fetchedAt }, page);
}

/** Those of one second count as fetched at the first of them. */
async function fetchedAgain(store: Store, pages: readonly PageDocument[]): Promise<void> {
  for (const alike of grouped(pages, (page) => secondOf(page.fetchedAt))) {
    const fetchedAt = new Date(Math.min(...alike.map((page) => page.fetchedAt.getTime())));
    for (const part of chunks(alike, 100)) await store.pages.updateMany({ _id: { $in: part.map((page) => page._id) }, fetchedAt: { $lt: fetchedAt } }, { $set: { fetchedAt } });
  }
}

function secondOf(at: Date): string {
  return at.toISOString().slice(0, 19);
}

/** Forgets an answer, e.g. because the archive no longer has it, so that the page is fetched whole. */
export async function forgetPage(store: Store, key: string): Promise<void> {
  await store.pages.remove({ _id: key });
}
