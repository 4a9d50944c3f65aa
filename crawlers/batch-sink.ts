import type { Source, Target } from '../config/types.ts';
import type { CrawlRequest, CrawlTally } from '../model/crawl.ts';
import { listingId, type BlobHash } from '../model/ids.ts';
import type { ListingRead, RankedItem, Review } from '../model/listing.ts';
import type { Outcome } from '../model/outcome.ts';
import { archivePages, type RawAnswer } from '../storage/archive.ts';
import { recordRequests, type KnownBatch } from '../storage/batches.ts';
import type { BatchDocument } from '../storage/documents.ts';
import type { Folded } from '../storage/fold-plan.ts';
import { foldObservations } from '../storage/listings.ts';
import { savePages, type NewAnswer } from '../storage/pages.ts';
import { insertNewReviews } from '../storage/reviews.ts';
import type { Store } from '../storage/store.ts';
import { foldPageText, foldRanking, type Seen } from '../storage/versions.ts';

/** One request of a batch that is done: what came of it, and what must be kept. */
export interface PageResult {
  /** Place of the request in the batch. */
  readonly index: number;
  readonly request: CrawlRequest;
  readonly outcome: Outcome;
  /** HTTP status of the answer; absent when there was none. */
  readonly status?: number;
  /** When the answer was fetched. */
  readonly at: Date;
  readonly listings: readonly ListingRead[];
  readonly items: readonly RankedItem[];
  readonly reviews: readonly Review[];
  readonly text?: string;
  /** The search says that nothing was found. */
  readonly empty: boolean;
  readonly archive?: BlobHash;
  /** To be archived; absent when the archive has it already. */
  readonly raw?: RawAnswer;
  readonly page?: NewAnswer;
  /** Further requests for this batch, with their places. */
  readonly appended: readonly { readonly index: number; readonly request: CrawlRequest }[];
  readonly tally: CrawlTally;
}

/** Sightings that were left out because another crawl had seen something else at a later time: a clock that lags, or a crawl that was held up. */
export interface LateSightings {
  readonly sightings: number;
  /** Of the latest, in milliseconds. */
  readonly by: number;
}

/** Results are written this many at a time, or when the oldest has waited so long. */
const FLUSH_AT = 50;
const FLUSH_AFTER_MS = 2_000;

/**
 * Takes the results of a batch and writes them, many at a time and one write after the other. The order of the writes makes a
 * crash harmless: facts first, then the requests' outcomes, so that what was not recorded is fetched and folded again.
 */
export class BatchSink {
  readonly #store: Store;
  readonly #batch: BatchDocument;
  readonly #target: Target;
  readonly #source: Source;
  readonly #clock: () => Date;
  #buffer: PageResult[] = [];
  /** When the first of the buffer came. */
  #since: Date;
  #writing: Promise<void> = Promise.resolve();
  #known: KnownBatch;
  #late: LateSightings | undefined;
  readonly #ranking: PageResult[] = [];

  constructor(store: Store, batch: BatchDocument, target: Target, source: Source, clock: () => Date) {
    this.#store = store;
    this.#batch = batch;
    this.#known = batch;
    this.#target = target;
    this.#source = source;
    this.#clock = clock;
    this.#since = clock();
  }

  /** Takes one result; resolves when there is room for more. Rejects when an earlier write failed. */
  async take(result: PageResult): Promise<void> {
    if (this.#buffer.length === 0) this.#since = this.#clock();
    this.#buffer.push(result);
    if (this.#buffer.length >= FLUSH_AT) await this.flush();
  }

  /** What was taken should wait no longer. */
  get isDue(): boolean {
    return this.#buffer.length > 0 && this.#clock().getTime() - this.#since.getTime() >= FLUSH_AFTER_MS;
  }

  /** Writes what is left. */
  flush(): Promise<void> {
    const results = this.#buffer;
    this.#buffer = [];
    if (results.length > 0) this.#writing = this.#writing.then(() => this.#write(results));
    return this.#writing;
  }

  /** What came too late, if anything did. */
  get late(): LateSightings | undefined {
    return this.#late;
  }

  /** Writes the places of a search over all its pages: a ranking is written whole or not at all. */
  async finish(): Promise<void> {
    await this.flush();
    const pages = this.#ranking.toSorted((a, b) => a.index - b.index);
    const [first] = pages;
    if (!first) return;
    const lists = pages.filter(({ request }) => request.role === 'search');
    const archives = lists.flatMap(({ archive }) => archive ?? []);
    const whole = archives.length > 1 && archives.length === lists.length;
    this.#note(await foldRanking(this.#store, { ...this.#seen(first), ...(whole ? { archives } : {}) }, renumber(pages.flatMap((page) => page.items)), pages.every((page) => page.empty), this.#clock()));
  }

  async #write(results: readonly PageResult[]): Promise<void> {
    const store = this.#store;
    await Promise.all([this.#keepAnswers(results), this.#fold(results)]);
    const { known } = await recordRequests(store, this.#known, results.map(({ index, outcome, status, tally, appended }) => ({ index, outcome, tally, appended, ...(status === undefined ? {} : { status }) })), this.#clock());
    this.#known = known;
  }

  /** A page speaks of what the archive must have. */
  async #keepAnswers(results: readonly PageResult[]): Promise<void> {
    await archivePages(this.#store, results.flatMap((result) => result.raw ?? []));
    await savePages(this.#store, results.flatMap((result) => result.page ?? []));
  }

  async #fold(results: readonly PageResult[]): Promise<void> {
    const now = this.#clock();
    const observations = results.flatMap((result) => result.listings.map((read) => ({ ...this.#seen(result), listingId: listingId(this.#source.id, read.productId), read })));
    this.#note(...await foldObservations(this.#store, observations, now));
    for (const result of results) {
      if (this.#target.kind === 'page' && result.text !== undefined) this.#note(await foldPageText(this.#store, this.#seen(result), result.text, now));
      if (this.#target.kind === 'search' && result.outcome === 'ok') this.#ranking.push(result);
      await this.#keepReviews(result);
    }
  }

  #note(...folded: readonly Folded[]): void {
    for (const { late } of folded) if (late !== undefined) this.#late = { sightings: (this.#late?.sightings ?? 0) + 1, by: Math.max(this.#late?.by ?? 0, late) };
  }

  /** Reviews of the page's own listing, or of the listing a reviews target is configured for. */
  async #keepReviews(result: PageResult): Promise<void> {
    const own = result.listings.length === 1 ? result.listings[0] : undefined;
    const reviews = result.reviews.length > 0 ? result.reviews : (own?.reviews ?? []);
    const productId = own?.productId ?? (this.#target.kind === 'reviews' ? this.#target.id : undefined);
    if (productId === undefined || result.outcome !== 'ok' || (reviews.length === 0 && this.#target.kind !== 'reviews')) return;
    const { targetId, crawlId } = this.#batch;
    await insertNewReviews(this.#store, { listingId: listingId(this.#source.id, productId), targetId, crawlId, at: result.at, reviews });
  }

  #seen({ at, archive }: { readonly at: Date; readonly archive?: BlobHash }): Seen {
    return { sourceId: this.#source.id, targetId: this.#target.id, crawlId: this.#batch.crawlId, at, ...(archive === undefined ? {} : { archive }) };
  }
}

/** Places counted over all pages: each page counts its own from 1. */
export function renumber(items: readonly RankedItem[]): readonly RankedItem[] {
  let organic = 0;
  return items.map((item, index) => {
    const { organicPosition: _, ...rest } = item;
    return item.sponsored ? { ...rest, position: index + 1 } : { ...rest, position: index + 1, organicPosition: ++organic };
  });
}
