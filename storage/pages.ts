import { createHash } from 'node:crypto';
import type { CrawlId, SourceId } from '../model/ids.ts';
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

/** Keeps the newest answer of each page; an older one that comes late is dropped. */
export async function savePages(store: Store, pages: readonly PageDocument[]): Promise<void> {
  await store.pages.bulk(pages.map((page) => ({ replaceOne: { filter: { _id: page._id, fetchedAt: { $not: { $gt: page.fetchedAt } } }, replacement: page, upsert: true } })));
}

/** Forgets an answer, e.g. because the archive no longer has it, so that the page is fetched whole. */
export async function forgetPage(store: Store, key: string): Promise<void> {
  await store.pages.remove({ _id: key });
}

/**
 * Claims pages for fetching, so that two crawls that want the same page do not fetch it both. Returns the keys that are
 * this holder's now; the others are being fetched. A claim lapses after `leaseMs`; the same holder may claim again.
 */
export async function claimPages(store: Store, keys: readonly string[], holder: CrawlId, now: Date, leaseMs: number): Promise<ReadonlySet<string>> {
  const expiresAt = new Date(now.getTime() + leaseMs);
  const { duplicates } = await store.pageClaims.bulk(keys.map((key) => ({
    updateOne: { filter: { _id: key, $or: [{ holder }, { expiresAt: { $lte: now } }] }, update: { $set: { holder, expiresAt } }, upsert: true },
  })));
  const taken = new Set(duplicates);
  return new Set(keys.filter((_, index) => !taken.has(index)));
}

/** Gives claimed pages free. */
export async function releasePages(store: Store, keys: readonly string[], holder: CrawlId): Promise<void> {
  if (keys.length > 0) await store.pageClaims.remove({ _id: { $in: [...keys] }, holder });
}
