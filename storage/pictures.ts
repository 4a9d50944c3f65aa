import { createHash } from 'node:crypto';
import type { PictureHash } from '../model/picture.ts';
import type { PictureDocument } from './documents.ts';
import type { Store } from './store.ts';

/** What is known of the pictures at these addresses, by address; null = asked, and nothing to compare. */
export async function picturesAt(store: Store, urls: readonly string[]): Promise<Map<string, PictureHash>> {
  const ids = new Map(urls.map((url) => [pictureId(url), url]));
  const known = await store.pictures.getAll([...ids.keys()]);
  return new Map(known.flatMap(({ _id, hash }): [string, PictureHash][] => { const url = ids.get(_id); return url === undefined ? [] : [[url, hash]]; }));
}

/** Keeps what pictures look like. What is known of an address already stays. */
export async function savePictures(store: Store, hashes: ReadonlyMap<string, PictureHash>, now: Date): Promise<void> {
  await store.pictures.insertAll([...hashes].map(([url, hash]): PictureDocument => ({ _id: pictureId(url), hash, at: now })));
}

function pictureId(url: string): string {
  return `pic_${createHash('sha256').update(url).digest('hex').slice(0, 24)}`;
}
