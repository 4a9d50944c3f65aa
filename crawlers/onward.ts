import type { CrawlRequest } from '../model/crawl.ts';
import type { BatchId } from '../model/ids.ts';
import { addBatches, type NewBatch } from '../storage/batches.ts';
import type { BatchDocument } from '../storage/documents.ts';
import type { Store } from '../storage/store.ts';
import type { PageResult } from './batch-sink.ts';
import type { Following } from './requests.ts';

/** Requests of one batch; more become batches of their own. Crawlee costs some 30 ms a batch, whatever its size. */
export const BATCH_SIZE = 250;
/** Numbers of batches that one list page may lead to: they are counted from its page number times this. */
const NUMBERS_PER_PAGE = 1_000;

export interface OnwardDeps {
  readonly store: Store;
  readonly clock: () => Date;
  /** Has a batch that a page led to worked off, beside this one. */
  readonly enqueue: (batchId: BatchId) => Promise<void>;
}

/** A request with its place in the batch. */
export type Indexed = readonly [index: number, request: CrawlRequest];

/** Where the pages of a batch lead: to further requests of the batch, or to batches of their own. Each address once. */
export class Onward {
  readonly #deps: OnwardDeps;
  readonly #batch: BatchDocument;
  readonly #maxPages: number;
  readonly #known: Set<string>;
  #size: number;
  #appended: Indexed[] = [];

  /** `maxPages`: most list pages of one crawl. */
  constructor(deps: OnwardDeps, batch: BatchDocument, maxPages: number) {
    this.#deps = deps;
    this.#batch = batch;
    this.#maxPages = maxPages;
    this.#known = new Set(batch.requests.map((request) => request.url));
    this.#size = batch.requests.length;
  }

  /** The requests that joined the batch since this was asked last. */
  takeAppended(): Indexed[] {
    const appended = this.#appended;
    this.#appended = [];
    return appended;
  }

  /** The next list page joins this batch while there is room; pages of listings become batches of their own. `cutOff`: there is a next page, and it is one too many. */
  async follow(from: CrawlRequest, { next, listings }: Following): Promise<{ appended: PageResult['appended']; cutOff: boolean }> {
    const fresh = listings.filter((request) => !this.#known.has(request.url));
    for (const request of fresh) this.#known.add(request.url);
    const page = from.page ?? 1;
    const goesOn = next && !this.#known.has(next.url) ? next : undefined;
    const cutOff = goesOn !== undefined && page >= this.#maxPages;
    const joins = goesOn && !cutOff ? this.#join(goesOn) : undefined;
    const alone = goesOn && !cutOff && !joins ? [{ no: page * NUMBERS_PER_PAGE, requests: [goesOn] }] : [];
    await this.#open([...inBatches(fresh, page * NUMBERS_PER_PAGE + 1), ...alone]);
    return { appended: joins ? [joins] : [], cutOff };
  }

  /** Gives the request a place in this batch; undefined when there is none left. */
  #join(request: CrawlRequest): PageResult['appended'][number] | undefined {
    this.#known.add(request.url);
    if (this.#size >= BATCH_SIZE) return undefined;
    const index = this.#size;
    this.#appended.push([index, request]);
    this.#size += 1;
    return { index, request };
  }

  async #open(batches: readonly NewBatch[]): Promise<void> {
    if (batches.length === 0) return;
    const { crawlId, targetId } = this.#batch;
    for (const { _id } of await addBatches(this.#deps.store, { _id: crawlId, targetId }, batches, this.#deps.clock())) await this.#deps.enqueue(_id);
  }
}

/** The requests in batches, numbered from `first` on. */
function inBatches(requests: readonly CrawlRequest[], first: number): NewBatch[] {
  return Array.from({ length: Math.ceil(requests.length / BATCH_SIZE) }, (_, no) => ({ no: first + no, requests: requests.slice(no * BATCH_SIZE, (no + 1) * BATCH_SIZE) }));
}
