import type { Source, Target } from '../config/types.ts';
import type { CrawlRequest } from '../model/crawl.ts';
import type { BatchId, CrawlId } from '../model/ids.ts';
import type { Outcome } from '../model/outcome.ts';
import { addBatches, type NewBatch } from '../storage/batches.ts';
import type { BatchDocument, PageDocument } from '../storage/documents.ts';
import type { Store } from '../storage/store.ts';
import { BatchSink, type LateSightings, type PageResult } from './batch-sink.ts';
import type { Claims } from './fetch/claims.ts';
import type { FetchBatch } from './fetch/port.ts';
import { PageCache, type Stored } from './page-cache.ts';
import { resultOf, type Answer, type PageReaders } from './page-result.ts';
import { lookAtPictures, pictureUrls } from './pictures.ts';
import { following, type Following } from './requests.ts';

/** One page as it was done, for a progress display. */
export interface Progress {
  readonly crawlId: CrawlId;
  readonly targetId: Target['id'];
  readonly sourceId: Source['id'];
  readonly url: string;
  readonly outcome: Outcome | 'later';
  readonly detail: string;
  readonly listings: number;
  readonly bytes: number;
}

export interface CrawlDeps {
  readonly store: Store;
  readonly fetchBatch: FetchBatch;
  readonly claims: Claims;
  readonly readers: PageReaders;
  readonly clock: () => Date;
  /** Has a batch that a page led to worked off, beside this one. */
  readonly enqueue: (batchId: BatchId) => Promise<void>;
  readonly onProgress: (progress: Progress) => void;
}

/** A request that was told to wait this often is given up as `rate_limited`. */
const MOST_PUT_OFFS = 5;
/** Requests of one batch; more become batches of their own. Crawlee costs some 30 ms a batch, whatever its size. */
export const BATCH_SIZE = 250;
/** Numbers of batches that one list page may lead to: they are counted from its page number times this. */
const NUMBERS_PER_PAGE = 1_000;

type Indexed = readonly [index: number, request: CrawlRequest];
type PutOff = (until: Date, why: string) => void;

/** One batch being worked off, wave by wave: what a wave leads to joins the next one or becomes batches of its own. */
export class BatchRun {
  /** Places of the requests that the host told to wait. */
  readonly rateLimited: number[] = [];
  readonly #deps: CrawlDeps;
  readonly #batch: BatchDocument;
  readonly #target: Target;
  readonly #source: Source;
  readonly #sink: BatchSink;
  readonly #cache: PageCache;
  readonly #known: Set<string>;
  /** What each URL answered last time. */
  readonly #before = new Map<string, PageDocument>();
  /** Addresses of pictures that this wave has read. */
  readonly #pictures = new Set<string>();
  #size: number;
  readonly #appended: [number, CrawlRequest][] = [];

  constructor(deps: CrawlDeps, batch: BatchDocument, target: Target, source: Source) {
    this.#deps = deps;
    this.#batch = batch;
    this.#target = target;
    this.#source = source;
    this.#sink = new BatchSink(deps.store, batch, target, source, deps.clock);
    this.#cache = new PageCache({ store: deps.store, claims: deps.claims, source, target, holder: batch.crawlId });
    this.#known = new Set(batch.requests.map((request) => request.url));
    this.#size = batch.requests.length;
  }

  takeAppended(): [number, CrawlRequest][] {
    return this.#appended.splice(0);
  }

  /** What came too late to count, if anything did. */
  get late(): LateSightings | undefined {
    return this.#sink.late;
  }

  async finish(): Promise<void> {
    await this.#sink.finish();
  }

  /** Fetches and reads some requests. Returns until when to wait, when some were put off. */
  async wave(requests: readonly Indexed[], signal: AbortSignal): Promise<{ until: Date; why: string } | undefined> {
    let wait: { until: Date; why: string } | undefined;
    const putOff = (until: Date, why: string): void => {
      if (!wait || wait.until < until) wait = { until, why };
    };
    try {
      await this.#ask(requests, signal, putOff);
      await this.#sink.flush();
      await this.#lookAtPictures(signal);
    } finally {
      // Also when it failed: others that want the pages need not wait for the claims to run out.
      await this.#cache.release();
    }
    return wait;
  }

  async #ask(requests: readonly Indexed[], signal: AbortSignal, putOff: PutOff): Promise<void> {
    const stored = await this.#cache.look(requests.map(([, request]) => request.url), this.#deps.clock());
    for (const [url, page] of stored) if (page.state !== 'claimed') this.#before.set(url, page.document);
    const toFetch = new Map<string, Indexed>();
    for (const indexed of requests) {
      const [, request] = indexed;
      const page = stored.get(request.url);
      if (page?.state === 'fresh') await this.#answer(indexed, await this.#cache.reuse(page));
      else if (page?.state === 'claimed') putOff(page.until, 'another worker is fetching the page');
      else toFetch.set(request.url, indexed);
    }
    await this.#fetch(toFetch, stored, signal, putOff);
  }

  async #lookAtPictures(signal: AbortSignal): Promise<void> {
    const urls = [...this.#pictures];
    this.#pictures.clear();
    if (urls.length > 0) await lookAtPictures(this.#deps, this.#source, urls, signal);
  }

  async #fetch(toFetch: ReadonlyMap<string, Indexed>, stored: ReadonlyMap<string, Stored>, signal: AbortSignal, putOff: PutOff): Promise<void> {
    if (toFetch.size === 0) return;
    const requests = [...toFetch.keys()].map((url) => this.#cache.conditional(url, stored.get(url)));
    await this.#deps.fetchBatch(requests, this.#source, async (fetched) => {
      const indexed = toFetch.get(fetched.request.url);
      if (!indexed) return;
      const [index, request] = indexed;
      switch (fetched.kind) {
        case 'later':
          if (fetched.reason === 'rate_limited' && (request.putOff ?? 0) >= MOST_PUT_OFFS) {
            await this.#answer(indexed, { kind: 'failed', outcome: 'rate_limited', detail: fetched.detail, at: this.#deps.clock() });
          } else {
            if (fetched.reason === 'rate_limited') this.rateLimited.push(index);
            putOff(fetched.until, fetched.detail);
            this.#progress(request.url, 'later', fetched.detail, 0, 0);
          }
          break;
        case 'failed':
          await this.#answer(indexed, { kind: 'failed', outcome: fetched.outcome, detail: fetched.detail, at: this.#deps.clock() });
          break;
        case 'not_modified':
          await this.#answer(indexed, await this.#cache.notModified(request.url, stored.get(request.url), fetched.fetchedAt));
          break;
        case 'answer':
          await this.#answer(indexed, { kind: 'page', how: 'fetched', page: fetched.page });
      }
    }, signal);
  }

  async #answer([index, request]: Indexed, answer: Answer): Promise<void> {
    const before = this.#before.get(request.url);
    const { result, read, detail } = await resultOf({ index, request, answer, target: this.#target, source: this.#source, ...(before ? { before } : {}) }, this.#deps.readers);
    if (this.#source.images === 'hash') for (const url of pictureUrls(result.listings)) this.#pictures.add(url);
    const led = read?.outcome === 'ok' ? await this.#follow(request, following(this.#target, this.#source, request, read)) : { appended: [], cutOff: false };
    const tally = led.cutOff ? { ...result.tally, listFailures: result.tally.listFailures + 1 } : result.tally;
    this.#progress(request.url, result.outcome, detail, result.listings.length + result.items.length, result.tally.bytes);
    await this.#sink.take({ ...result, tally, appended: led.appended });
  }

  /** The next list page joins this batch while there is room; pages of listings become batches of their own. */
  async #follow(from: CrawlRequest, { next, listings }: Following): Promise<{ appended: PageResult['appended']; cutOff: boolean }> {
    const fresh = listings.filter((request) => !this.#known.has(request.url));
    for (const request of fresh) this.#known.add(request.url);
    const first = (from.page ?? 1) * NUMBERS_PER_PAGE;
    const chunks = Array.from({ length: Math.ceil(fresh.length / BATCH_SIZE) }, (_, no): NewBatch => ({ no: first + 1 + no, requests: fresh.slice(no * BATCH_SIZE, (no + 1) * BATCH_SIZE) }));
    const goesOn = next && !this.#known.has(next.url) ? next : undefined;
    const cutOff = goesOn !== undefined && (from.page ?? 1) >= this.#target.maxPages;
    if (goesOn && !cutOff) {
      this.#known.add(goesOn.url);
      if (this.#size < BATCH_SIZE) {
        const place = this.#size;
        this.#appended.push([place, goesOn]);
        this.#size += 1;
        await this.#open(chunks);
        return { appended: [{ index: place, request: goesOn }], cutOff };
      }
      chunks.push({ no: first, requests: [goesOn] });
    }
    await this.#open(chunks);
    return { appended: [], cutOff };
  }

  async #open(chunks: readonly NewBatch[]): Promise<void> {
    if (chunks.length > 0) {
      for (const { _id } of await addBatches(this.#deps.store, { _id: this.#batch.crawlId, targetId: this.#batch.targetId }, chunks, this.#deps.clock())) await this.#deps.enqueue(_id);
    }
  }

  #progress(url: string, outcome: Progress['outcome'], detail: string, listings: number, bytes: number): void {
    this.#deps.onProgress({ crawlId: this.#batch.crawlId, targetId: this.#target.id, sourceId: this.#source.id, url, outcome, detail, listings, bytes });
  }
}
