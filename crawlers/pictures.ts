import type { Source } from '../config/types.ts';
import type { ListingRead } from '../model/listing.ts';
import type { Outcome } from '../model/outcome.ts';
import { PICTURES_OF_LISTING, type PictureHash } from '../model/picture.ts';
import { valueOf } from '../model/reading.ts';
import { picturesAt, savePictures } from '../storage/pictures.ts';
import type { Store } from '../storage/store.ts';
import type { FetchBatch, Fetched } from './fetch/port.ts';
import { pictureHash } from './picture-hash.ts';

/** Pictures fetched in one part of a crawl; the rest waits for the next crawl, which sees the same addresses again. */
const MOST = 200;
/** Milliseconds after which a part of a crawl does not wait for its pictures any longer. */
const LONGEST = 60_000;
/** Nobody needs a larger file to see what a product looks like. */
const MOST_BYTES = 4_000_000;
/** What asking again would not change. */
const FOR_GOOD: ReadonlySet<Outcome> = new Set(['not_supported', 'too_large', 'address_refused', 'robots_refused', 'not_found', 'gone', 'too_many_redirects', 'wrong_item']);

interface PictureDeps {
  readonly store: Store;
  readonly fetchBatch: FetchBatch;
  readonly clock: () => Date;
}

/** Addresses of the first pictures of these listings, the main ones first, each once. */
export function pictureUrls(listings: readonly ListingRead[]): readonly string[] {
  const lists = listings.map((listing) => (valueOf(listing.fields.images) ?? []).slice(0, PICTURES_OF_LISTING));
  const byPlace = Array.from({ length: PICTURES_OF_LISTING }, (_, place) => lists.flatMap((urls) => urls[place] ?? []));
  return [...new Set(byPlace.flat())];
}

/**
 * Fetches the pictures that nobody has looked at yet, through the same door as pages (robots.txt, host budget, address guard), and keeps what they look
 * like. Only the source's own hosts may be at private addresses, whatever its pages link to. What cannot be had now is asked for by the next crawl.
 */
export async function lookAtPictures({ store, fetchBatch, clock }: PictureDeps, source: Source, urls: readonly string[], signal: AbortSignal): Promise<void> {
  const known = await picturesAt(store, urls);
  const fresh = urls.filter((url) => !known.has(url) && /^https?:/i.test(url) && URL.canParse(url)).slice(0, MOST);
  const hashes = new Map<string, PictureHash>();
  // One decoder at a time: what a file needs in memory is bounded, what sixteen of them need together is too much.
  let decoding: Promise<unknown> = Promise.resolve();
  const handle = async (fetched: Fetched): Promise<void> => {
    const turn = decoding.then(() => hashOf(fetched));
    decoding = turn;
    const hash = await turn;
    if (hash !== undefined) hashes.set(fetched.request.url, hash);
  };
  const until = AbortSignal.any([signal, AbortSignal.timeout(LONGEST)]);
  for (const [asked, from] of byOwner(source, fresh)) {
    if (asked.length > 0) await fetchBatch(asked.map((url) => ({ url, want: 'picture' as const })), from, handle, until);
  }
  if (hashes.size > 0) await savePictures(store, hashes, clock());
}

/** The pictures on the source's own hosts, and those elsewhere, each with the source as which they are fetched. */
function byOwner(source: Source, urls: readonly string[]): readonly (readonly [readonly string[], Source])[] {
  const { politeness } = source;
  const plain: Source = { ...source, mode: 'http', politeness: { ...politeness, maxBytes: Math.min(politeness.maxBytes, MOST_BYTES) } };
  const isOwn = (url: string): boolean => source.hosts.includes(new URL(url).host);
  const others = urls.filter((url) => !isOwn(url));
  return [[urls.filter(isOwn), plain], [others, { ...plain, allowPrivateAddresses: false, hosts: [...new Set(others.map((url) => new URL(url).host))] }]];
}

/** The hash; null when there will be none; undefined when it may come another time. */
async function hashOf(fetched: Fetched): Promise<PictureHash | undefined> {
  switch (fetched.kind) {
    case 'answer': {
      const { status, body } = fetched.page;
      if (status >= 200 && status < 300) return await pictureHash(body) ?? null;
      return status === 404 || status === 410 ? null : undefined;
    }
    case 'failed': return FOR_GOOD.has(fetched.outcome) ? null : undefined;
    case 'later': case 'not_modified': return undefined;
    default: return fetched satisfies never;
  }
}
