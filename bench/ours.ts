import type { Config, Source, Target } from '../config/types.ts';
import { BATCH_SIZE } from '../crawlers/onward.ts';
import { brand, type SourceId, type TargetId } from '../model/ids.ts';
import { migrate } from '../storage/migrate.ts';
import { openStore, type Store } from '../storage/store.ts';
import { startWorkers } from '../workers/main.ts';
import { crawlNow } from '../workers/now.ts';
import { fieldsAreRight, hintsFor, WIDTH } from './readers.ts';
import { silent, type BenchServices } from './services.ts';

const source = (origin: string): Source => ({
  id: brand<SourceId>('bench'), url: origin, platform: 'generic', mode: 'http', allowPrivateAddresses: true, hosts: [new URL(origin).host], fields: {},
  politeness: { delay: 0, concurrency: WIDTH, dailyBudget: 100_000_000, timeout: 30_000, maxBytes: 8_000_000, maxRedirects: 5, maxCrawlDelay: 1, maxRetryAfter: 1 },
});

/** Polite fetching (robots.txt, budget, guard, Crawlee) and reading, nothing stored. In batches, as the crawl worker has them. */
export async function fetchAndRead(origin: string, pages: number, { fetcher, readers }: BenchServices): Promise<number> {
  let right = 0;
  for (let from = 0; from < pages; from += BATCH_SIZE) {
    const requests = Array.from({ length: Math.min(BATCH_SIZE, pages - from) }, (_, step) => ({ url: `${origin}/products/${from + step}` }));
    await fetcher.fetchBatch(requests, source(origin), async (fetched) => {
      if (fetched.kind !== 'answer') return;
      const no = Number(fetched.request.url.split('/').pop());
      if (fieldsAreRight(no, origin, await readers.read(fetched.page.body, hintsFor(origin, `/products/${no}`)))) right += 1;
    }, new AbortController().signal);
  }
  return right;
}

/** Collections that get a document for every new page. */
const PER_PAGE = ['archive', 'versions', 'heads', 'listings', 'pages'] as const;
const INSERTED_AT_ONCE = 100;

/**
 * What the database itself can take: the documents a run of the pipeline stored, inserted again by the bare driver under the same
 * indexes and nothing else done. No pipeline that stores a page can be faster on this server.
 */
export async function bareInserts(pages: number, services: BenchServices, crawled: Pipeline): Promise<() => Promise<number>> {
  const documents = await Promise.all(PER_PAGE.map(async (name) => ({ name, all: await crawled.store.db.collection(name).find().limit(pages).toArray() })));
  const store = await openEmpty(services, `bare_${process.pid}`);
  return async () => {
    for (let from = 0; from < pages; from += INSERTED_AT_ONCE) {
      for (const { name, all } of documents) await store.db.collection(name).insertMany(all.slice(from, from + INSERTED_AT_ONCE), { ordered: false });
    }
    await store.db.dropDatabase();
    await store.close();
    return pages;
  };
}

/** The real workers, running and waiting for a crawl. */
export interface Pipeline {
  readonly store: Store;
  /** Crawls the catalogue that is followed to every listing: fetched, read, archived, stored, compared. Returns on how many pages the price was read. */
  crawl(): Promise<number>;
  /** Forgets everything that was stored; the workers stay as warm as they are. */
  empty(): Promise<void>;
  end(): Promise<void>;
}

export async function startPipeline(origin: string, pages: number, services: BenchServices): Promise<Pipeline> {
  const store = await openEmpty(services, `bench_${process.pid}`);
  const target: Target = {
    id: brand<TargetId>('all'), sourceId: brand<SourceId>('bench'), kind: 'catalogue', url: `${origin}/list/0`, schedule: { every: 86_400_000, timezone: 'UTC', jitter: 0 },
    freshness: 1, tags: [], track: [], maxPages: Math.ceil(pages / 100), follow: true, definedAt: 'bench',
  };
  const workers = await startWorkers({
    config: () => benchConfig(origin, target), store, redisUrl: services.redisUrl, log: silent, health: false, only: ['crawl', 'diff', 'alert', 'notify', 'recommend'],
    chromium: () => Promise.reject(new Error('the bench needs no browser')),
  });
  return {
    store,
    crawl: async () => {
      const [crawl] = await crawlNow(workers.context, [target.id], AbortSignal.timeout(600_000));
      return crawl?.tally.coverage.price ?? 0;
    },
    empty: () => emptied(store),
    end: async () => {
      await workers.stop();
      await store.db.dropDatabase();
      await store.close();
    },
  };
}

async function openEmpty(services: BenchServices, database: string): Promise<Store> {
  const store = await openStore({ uri: services.mongoUri, database });
  await emptied(store);
  return store;
}

async function emptied(store: Store): Promise<void> {
  await store.db.dropDatabase();
  await migrate(store, { holder: 'bench', clock: () => new Date() });
}

function benchConfig(origin: string, target: Target): Config {
  return {
    folder: process.cwd(), files: [], contact: 'bench@rivalwatch.example', timezone: 'UTC', language: 'en',
    storage: { database: 'bench', prefix: `bench-${process.pid}` }, politeness: source(origin).politeness, sources: new Map([[brand<SourceId>('bench'), source(origin)]]), targets: new Map([[target.id, target]]),
    products: new Map(), rules: [], channels: new Map(),
    advice: { pricing: { enabled: false, undercutBy: { kind: 'percent', percent: 0 }, maxChange: 10, minMargin: 0, cooldown: 1, maxRivalAge: 1, expires: 1, ownSellers: [] }, listing: { enabled: false, minRivals: 2, expires: 1 } },
    retention: { archiveDays: 1, archiveBytes: 1e12, crawlDays: 1, deliveryDays: 1 }, health: { host: '127.0.0.1', port: 0 },
  };
}
