import { createHash } from 'node:crypto';
import type { SourceId } from '../model/ids.ts';
import type { PageDocument } from './documents.ts';
import type { Store } from './store.ts';

/** The key of a URL as a source fetches it: other languages and browsers get other answers. The fragment does not matter. */
export function pageKey(source: SourceId, mode: 'http' | 'browser', url: string): string {
  return `pag_${createHash('sha256').update(`${source}\u001f${mode}\u001f${url.split('#', 1)[0] ?? url}`).digest('hex').slice(0, 24)}`;
}

/** The last answers under these keys, by key. */
export async function cachedPages(store: Store, keys: readonly string[]): Promise<Map<string, PageDocument>> {
  return new Map((await store.pages.getAll(keys)).map((page) => [page._id, page]));
}

/** Keeps the newest answer of each page; an older one that comes late is dropped. New pages are inserted, which is far cheaper than an upsert. */
export async function savePages(store: Store, pages: readonly PageDocument[]): Promise<void> {
  const known = new Set((await store.pages.getAll(pages.map((page) => page._id))).map((page) => page._id));
  const fresh = pages.filter((page) => !known.has(page._id));
  const refused = await store.pages.insertAll(fresh);
  const late = new Set(fresh.filter((_, index) => refused.has(index)));
  await store.pages.bulk(pages.filter((page) => known.has(page._id) || late.has(page)).map((page) => ({ replaceOne: { filter: { _id: page._id, fetchedAt: { $not: { $gt: page.fetchedAt } } }, replacement: page, upsert: true } })));
}

/** Forgets an answer, e.g. because the archive no longer has it, so that the page is fetched whole. */
export async function forgetPage(store: Store, key: string): Promise<void> {
  await store.pages.remove({ _id: key });
}
