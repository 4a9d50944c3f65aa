import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { SourceId } from '../model/ids.ts';
import type { PageDocument } from './documents.ts';
import type { Store } from './store.ts';
import { AT_ONCE, chunks, grouped } from './parts.ts';

/** The key of a URL as a source fetches it: a browser gets other answers. The fragment does not matter. */
export function pageKey(source: SourceId, mode: 'http' | 'browser', url: string): string {
  return `pag_${createHash('sha256').update(`${source}\u001f${mode}\u001f${url.split('#', 1)[0] ?? url}`).digest('hex').slice(0, 24)}`;
}

/** The last answers under these keys, by key. */
export async function cachedPages(store: Store, keys: readonly string[]): Promise<Map<string, PageDocument>> {
  return new Map((await store.pages.getAll(keys)).map((page) => [page._id, page]));
}

/** An answer to be kept, with the one that was known when the page was asked for. */
export interface NewAnswer {
  readonly page: PageDocument;
  readonly before?: PageDocument;
}

/** Keeps the newest answer of each page; an older one that comes late is dropped. Pages that answered as before are moved on in one write. */
export async function savePages(store: Store, answers: readonly NewAnswer[]): Promise<void> {
  const newest = [...new Map(answers.toSorted((a, b) => a.page.fetchedAt.getTime() - b.page.fetchedAt.getTime()).map((answer) => [answer.page._id, answer])).values()];
  const fresh = newest.filter((answer) => answer.before === undefined);
  const refused = await store.pages.insertAll(fresh.map((answer) => answer.page));
  const again = newest.filter(sameButLater);
  const moved = await fetchedAgain(store, again.map((answer) => answer.page));
  const left = [...fresh.filter((_, index) => refused.has(index)), ...newest.filter((answer) => answer.before !== undefined && !(moved && again.includes(answer)))];
  await store.pages.bulk(left.map(({ page }) => ({ replaceOne: { filter: { _id: page._id, fetchedAt: { $not: { $gt: page.fetchedAt } } }, replacement: page, upsert: true } })));
}

/** The shop gave the same answer again. */
function sameButLater({ page, before }: NewAnswer): boolean {
  return before !== undefined && before.fetchedAt < page.fetchedAt && isDeepStrictEqual({ ...before, fetchedAt: page.fetchedAt }, page);
}

/** Those of one second count as fetched at the first of them. False when some were not as they were thought to be: those must be written whole. */
async function fetchedAgain(store: Store, pages: readonly PageDocument[]): Promise<boolean> {
  let moved = 0;
  for (const alike of grouped(pages, (page) => secondOf(page.fetchedAt))) {
    const fetchedAt = new Date(Math.min(...alike.map((page) => page.fetchedAt.getTime())));
    for (const part of chunks(alike, AT_ONCE)) moved += await store.pages.updateMany({ _id: { $in: part.map((page) => page._id) } }, { $max: { fetchedAt } });
  }
  return moved === pages.length;
}

function secondOf(at: Date): string {
  return at.toISOString().slice(0, 19);
}

/** Forgets an answer, e.g. because the archive no longer has it, so that the page is fetched whole. */
export async function forgetPage(store: Store, key: string): Promise<void> {
  await store.pages.remove({ _id: key });
}
