import type { Source, Target } from '../config/types.ts';
import type { CrawlId } from '../model/ids.ts';
import type { Outcome } from '../model/outcome.ts';
import type { BatchDocument, PageDocument } from '../storage/documents.ts';
import { BatchSink, type LateSightings } from './batch-sink.ts';
import type { Claims } from './fetch/claims.ts';
import type { FetchBatch, Fetched } from './fetch/port.ts';
import { PageCache, type Stored } from './page-cache.ts';
import { Onward, type Indexed, type OnwardDeps } from './onward.ts';
import { resultOf, type Answer, type PageReaders } from './page-result.ts';
import { lookAtPictures, pictureUrls } from './pictures.ts';
import { following } from './requests.ts';

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

export interface CrawlDeps extends OnwardDeps {
  readonly fetchBatch: FetchBatch;
  readonly claims: Claims;
  readonly readers: PageReaders;
  readonly onProgress: (progress: Progress) => void;
}

/** A request that was told to wait this often is given up as `rate_limited`. */
const MOST_PUT_OFFS = 5;
type PutOff = (until: Date, why: string) => void;

/** Until when what is left must wait, and why. */
export interface Later {
  readonly until: Date;
  readonly why: string;
}

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
  readonly #onward: Onward;
  /** What each URL answered last time. */
  readonly #before = new Map<string, PageDocument>();
  /** Addresses of pictures that this wave has read. */
  readonly #pictures = new Set<string>();

  constructor(deps: CrawlDeps, batch: BatchDocument, target: Target, source: Source) {
    this.#deps = deps;
    this.#batch = batch;
    this.#target = target;
    this.#source = source;
    this.#sink = new BatchSink(deps.store, batch, target, source, deps.clock);
    this.#cache = new PageCache({ store: deps.store, claims: deps.claims, source, target, holder: batch.crawlId });
    this.#onward = new Onward(deps, batch, target.maxPages);
  }

  /** The requests that joined the batch since this was asked last, with their places. */
  takeAppended(): Indexed[] {
    return this.#onward.takeAppended();
  }

  /** What came too late to count, if anything did. */
  get late(): LateSightings | undefined {
    return this.#sink.late;
  }

  /** Writes what is left, and what is written whole or not at all. */
  async finish(): Promise<void> {
    await this.#sink.finish();
  }

  /** Writes what was read. */
  async keep(): Promise<void> {
    await this.#sink.flush();
  }

  /** Others that want the pages need not wait for the claims to run out. */
  async release(): Promise<void> {
    await this.#cache.release();
  }

  /** Fetches and reads some requests. Returns until when to wait, when some were put off. What quick waves have read is written together. */
  async wave(requests: readonly Indexed[], signal: AbortSignal): Promise<Later | undefined> {
    let wait: Later | undefined;
    await this.#ask(requests, signal, (until, why) => {
      if (!wait || wait.until < until) wait = { until, why };
    });
    await this.#lookAtPictures(signal);
    if (this.#sink.isDue) {
      await this.keep();
      await this.release();
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
      const [, { url }] = indexed;
      switch (fetched.kind) {
        case 'later':
          await this.#later(indexed, fetched, putOff);
          break;
        case 'failed':
          await this.#answer(indexed, { kind: 'failed', outcome: fetched.outcome, detail: fetched.detail, at: this.#deps.clock() });
          break;
        case 'not_modified':
          await this.#answer(indexed, await this.#cache.notModified(url, stored.get(url), fetched.fetchedAt));
          break;
        case 'answer':
          await this.#answer(indexed, { kind: 'page', how: 'fetched', page: fetched.page });
      }
    }, signal);
  }

  /** It is asked for again later; told to wait too often, it is given up. */
  async #later(indexed: Indexed, { reason, until, detail }: Extract<Fetched, { readonly kind: 'later' }>, putOff: PutOff): Promise<void> {
    const [index, request] = indexed;
    const isTold = reason === 'rate_limited';
    if (isTold && (request.putOff ?? 0) >= MOST_PUT_OFFS) return this.#answer(indexed, { kind: 'failed', outcome: 'rate_limited', detail, at: this.#deps.clock() });
    if (isTold) this.rateLimited.push(index);
    putOff(until, detail);
    this.#progress(request.url, 'later', detail, 0, 0);
  }

  async #answer([index, request]: Indexed, answer: Answer): Promise<void> {
    const before = this.#before.get(request.url);
    const { result, read, detail } = await resultOf({ index, request, answer, target: this.#target, source: this.#source, ...(before ? { before } : {}) }, this.#deps.readers);
    if (this.#source.images === 'hash') for (const url of pictureUrls(result.listings)) this.#pictures.add(url);
    const led = read?.outcome === 'ok' ? await this.#onward.follow(request, following(this.#target, this.#source, request, read)) : { appended: [], cutOff: false };
    const tally = led.cutOff ? { ...result.tally, listFailures: result.tally.listFailures + 1 } : result.tally;
    this.#progress(request.url, result.outcome, detail, result.listings.length + result.items.length, result.tally.bytes);
    await this.#sink.take({ ...result, tally, appended: led.appended });
  }

  #progress(url: string, outcome: Progress['outcome'], detail: string, listings: number, bytes: number): void {
    this.#deps.onProgress({ crawlId: this.#batch.crawlId, targetId: this.#target.id, sourceId: this.#source.id, url, outcome, detail, listings, bytes });
  }
}
