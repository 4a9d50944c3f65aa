import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { pino } from 'pino';
import type { Source } from '../../../config/types.ts';
import { createFetcher, type Fetcher, type FetcherDeps } from '../../../crawlers/fetch/index.ts';
import type { FetchBatch, FetchRequest, Fetched } from '../../../crawlers/fetch/port.ts';
import { brand, type SourceId } from '../../../model/ids.ts';
import { test as base } from '../../support/fixtures.ts';

/** A server on loopback that remembers what it was asked. */
export interface Shop {
  /** `127.0.0.1:port`. */
  readonly host: string;
  readonly url: string;
  readonly asked: { readonly path: string; readonly at: number; readonly headers: IncomingMessage['headers'] }[];
  /** Paths asked for, without robots.txt. */
  readonly pages: () => string[];
}

type Answer = (asked: IncomingMessage, answer: ServerResponse) => void;
export type Routes = Readonly<Record<string, Answer>>;

/** An answer of HTML. */
export function html(body: string, headers: Record<string, string> = {}): Answer {
  return (_asked, answer) => void answer.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body);
}

/** An answer without a body worth reading. */
export function status(code: number, headers: Record<string, string> = {}, body = ''): Answer {
  return (_asked, answer) => void answer.writeHead(code, headers).end(body);
}

export function redirect(to: string, code = 302): Answer {
  return status(code, { location: to });
}

/** A source whose only host is the shop, as fast as it may be unless told otherwise. */
export function sourceOf(shop: { readonly host: string; readonly url: string }, changes: Partial<Omit<Source, 'politeness'>> & { politeness?: Partial<Source['politeness']> } = {}): Source {
  const politeness = {
    delay: 0, concurrency: 4, dailyBudget: 10_000, timeout: 5_000, maxBytes: 1_000_000, maxRedirects: 5, maxCrawlDelay: 60_000, maxRetryAfter: 3_600_000, ...changes.politeness,
  };
  return {
    id: brand<SourceId>('shop'), url: shop.url, platform: 'generic', mode: 'http', allowPrivateAddresses: true, hosts: [shop.host], fields: {}, ...changes, politeness,
  };
}

/** Fetches paths (or whole URLs) of a shop and gives back what was handed over, in the order of the requests. */
export async function fetchAll(fetchBatch: FetchBatch, source: Source, paths: readonly (string | FetchRequest)[], signal = new AbortController().signal): Promise<Fetched[]> {
  const requests = paths.map((path) => (typeof path === 'string' ? { url: URL.canParse(path) ? path : `${source.url}${path}` } : path));
  const results: Fetched[] = [];
  await fetchBatch(requests, source, async (fetched) => void results.push(fetched), signal);
  return requests.flatMap((request) => results.filter((fetched) => fetched.request === request));
}

/** What a result is, in one word: `answer 200`, `timeout`, `later rate_limited`. */
export function wordOf(fetched: Fetched | undefined): string {
  if (fetched === undefined) return 'nothing';
  if (fetched.kind === 'answer') return `answer ${fetched.page.status}`;
  if (fetched.kind === 'failed') return fetched.outcome;
  return fetched.kind === 'later' ? `later ${fetched.reason}` : fetched.kind;
}

export function bodyOf(fetched: Fetched | undefined): string {
  return fetched?.kind === 'answer' ? fetched.page.body.toString('utf8') : '';
}

/**
 * Whether requests that arrived at these times were let go one after the other, at least so far apart, by a budget that was first asked at `began`. Not how far
 * apart they arrived: a machine that stood still between sending and taking one has the next one follow close behind.
 */
export function isPaced(arrived: readonly number[], began: number, delay: number): boolean {
  // The clock of Redis counts whole milliseconds, and timers go off a moment early.
  return arrived.every((at, before) => at - began >= before * delay - 5);
}

async function open(routes: Routes, servers: Server[]): Promise<Shop> {
  const asked: Shop['asked'] = [];
  const listener: RequestListener = (request, answer) => {
    const path = request.url ?? '';
    asked.push({ path, at: performance.now(), headers: request.headers });
    const route = routes[path] ?? routes[path.split('?')[0] ?? ''] ?? (path === '/robots.txt' ? status(404) : routes['*'] ?? status(404));
    route(request, answer);
  };
  const server = createServer({ maxHeaderSize: 1_000_000 }, listener);
  servers.push(server);
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const address = server.address();
  const host = `127.0.0.1:${typeof address === 'object' ? address?.port : address}`;
  return { host, url: `http://${host}`, asked, pages: () => asked.map(({ path }) => path).filter((path) => path !== '/robots.txt') };
}

export interface FetchFixtures {
  readonly shop: (routes: Routes) => Promise<Shop>;
  /** A fetcher of its own, as another worker would have; all are closed after the test. */
  readonly fetcher: (changes?: Partial<FetcherDeps>) => Fetcher;
}

/** `test` with shops on loopback and fetchers on the test's own Redis prefix. */
export const test = base.extend<FetchFixtures>({
  shop: async ({ onTestFinished }, use) => {
    const servers: Server[] = [];
    onTestFinished(async () => {
      for (const server of servers) server.closeAllConnections();
      await Promise.all(servers.map((server) => new Promise((resolve) => { server.close(resolve); })));
    });
    await use((routes) => open(routes, servers));
  },
  fetcher: async ({ redis, prefix }, use) => {
    const fetchers: Fetcher[] = [];
    await use((changes = {}) => {
      const fetcher = createFetcher({ redis, prefix, contact: 'ops@example.test', log: pino({ level: 'silent' }), ...changes });
      fetchers.push(fetcher);
      return fetcher;
    });
    await Promise.all(fetchers.map((fetcher) => fetcher.close()));
  },
});
