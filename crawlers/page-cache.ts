import type { Source, Target } from '../config/types.ts';
import type { BlobHash, CrawlId, TargetId } from '../model/ids.ts';
import { forgetArchived, readArchive, type Archived } from '../storage/archive.ts';
import type { PageDocument } from '../storage/documents.ts';
import { ArchiveDamagedError } from '../storage/errors.ts';
import { cachedPages, forgetPage, pageKey } from '../storage/pages.ts';
import type { Store } from '../storage/store.ts';
import type { Claims } from './fetch/claims.ts';
import type { FetchRequest, RawPage } from './fetch/port.ts';
import type { Answer } from './page-result.ts';

/** What is known of a URL before it is fetched. */
export type Stored =
  | { readonly state: 'fresh'; readonly document: PageDocument } // fetched for another target within this one's freshness
  | { readonly state: 'stale'; readonly document: PageDocument } // can be asked for conditionally
  | { readonly state: 'claimed'; readonly until: Date }; // another worker is fetching it now

/** A worker that died while fetching gives the page free after this time; one that lives renews its claims. */
const CLAIM_MS = 60_000;
/** When to look again for a page that another worker is fetching. */
const LOOK_AGAIN_MS = 1_000;

/** Pages are fetched once for all targets that want them within their freshness, and asked for conditionally after. */
export class PageCache {
  readonly #store: Store;
  readonly #claims: Claims;
  readonly #source: Source;
  readonly #target: TargetId;
  readonly #freshness: number;
  readonly #holder: CrawlId;
  readonly #claimed = new Set<string>();
  #renewing: NodeJS.Timeout | undefined;

  constructor(parts: { readonly store: Store; readonly claims: Claims; readonly source: Source; readonly target: Pick<Target, 'id' | 'freshness'>; readonly holder: CrawlId }) {
    this.#store = parts.store;
    this.#claims = parts.claims;
    this.#source = parts.source;
    this.#target = parts.target.id;
    this.#freshness = parts.target.freshness;
    this.#holder = parts.holder;
  }

  /** Looks up the URLs and claims those that must be fetched, so that nobody else fetches them too. */
  async look(urls: readonly string[], now: Date): Promise<ReadonlyMap<string, Stored>> {
    const keys = new Map(urls.map((url) => [pageKey(this.#source.id, this.#source.mode, url), url]));
    const documents = await cachedPages(this.#store, [...keys.keys()]);
    const found = new Map<string, Stored>();
    for (const [key, url] of keys) {
      const document = documents.get(key);
      // Asked for in another language it is another page, whatever its validators say.
      if (!document || document.language !== this.#source.language) continue;
      // What this target fetched itself is what it wants to compare with: its next crawl asks again.
      const fresh = document.targetId !== this.#target && now.getTime() - document.fetchedAt.getTime() < this.#freshness;
      found.set(url, { state: fresh ? 'fresh' : 'stale', document });
    }
    const wanted = [...keys].filter(([, url]) => found.get(url)?.state !== 'fresh').map(([key]) => key);
    const mine = await this.#claims.take(wanted, this.#holder, CLAIM_MS);
    for (const key of mine) this.#claimed.add(key);
    this.#renewing ??= setInterval(() => void this.#renew(), CLAIM_MS / 3);
    for (const key of wanted) {
      const url = keys.get(key);
      if (url !== undefined && !mine.has(key)) found.set(url, { state: 'claimed', until: new Date(now.getTime() + LOOK_AGAIN_MS) });
    }
    return found;
  }

  /** Not waited for: when Redis is away, nothing is fetched anyway. */
  async #renew(): Promise<void> {
    await this.#claims.take([...this.#claimed], this.#holder, CLAIM_MS).catch(() => undefined);
  }

  /** Gives the claimed pages free, whatever came of them. */
  async release(): Promise<void> {
    clearInterval(this.#renewing);
    this.#renewing = undefined;
    await this.#claims.release([...this.#claimed], this.#holder);
    this.#claimed.clear();
  }

  /** The request for a URL, conditional when its last answer is kept. */
  conditional(url: string, stored: Stored | undefined): FetchRequest {
    if (stored?.state !== 'stale') return { url };
    const { etag, lastModified } = stored.document;
    return { url, ...(etag === undefined ? {} : { etag }), ...(lastModified === undefined ? {} : { lastModified }) };
  }

  /** The page another target fetched a moment ago. */
  reuse(stored: { readonly document: PageDocument }): Promise<Answer> {
    return this.#archived(stored.document, 'reused', stored.document.fetchedAt);
  }

  /** The page as it was, seen again now. */
  notModified(url: string, stored: Stored | undefined, at: Date): Promise<Answer> {
    if (stored?.state !== 'stale') {
      return Promise.resolve({ kind: 'failed', outcome: 'not_supported', detail: `${url} answered 304 to a request without conditions`, at });
    }
    return this.#archived(stored.document, 'not_modified', at);
  }

  async #archived(document: PageDocument, how: 'reused' | 'not_modified', at: Date): Promise<Answer> {
    const raw = await this.#kept(document.archive);
    if (!raw) await forgetPage(this.#store, document._id);
    if (!raw) return { kind: 'failed', outcome: 'network_error', detail: 'the archived page is no longer kept, or damaged; it is fetched whole next time', at };
    const page: RawPage = {
      url: document.finalUrl, status: document.status, body: Buffer.from(raw.body.buffer, raw.body.byteOffset, raw.body.byteLength), fetchedAt: at, via: this.#source.mode,
      headers: {
        ...(document.contentType === undefined ? {} : { 'content-type': document.contentType }),
        ...(document.etag === undefined ? {} : { etag: document.etag }),
        ...(document.lastModified === undefined ? {} : { 'last-modified': document.lastModified }),
      },
    };
    return { kind: 'page', how, page, archive: document.archive };
  }

  /** A damaged answer is of no more use than one that is gone; removed, it is kept anew when the page is fetched again. */
  async #kept(hash: BlobHash): Promise<Archived | undefined> {
    try {
      return await readArchive(this.#store, hash);
    } catch (error) {
      if (!(error instanceof ArchiveDamagedError)) throw error;
      await forgetArchived(this.#store, hash);
      return undefined;
    }
  }
}
