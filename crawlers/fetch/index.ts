import { BasicCrawler } from '@crawlee/basic';
import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { Source } from '../../config/types.ts';
import { runBatch, type BatchCrawler } from './batch.ts';
import { createBudget } from './budget/budget.ts';
import { createBrowsers, type FindChromium } from './browser/browsers.ts';
import { createClaims, type Claims } from './claims.ts';
import { crawlerParts, neverPaused, refuseForeignSettings } from './crawlee.ts';
import { systemResolve, type Resolve } from './guard/resolve.ts';
import { createHttpClient } from './http/client.ts';
import { ACCEPT_ENCODING } from './http/decode.ts';
import { acceptLanguage, userAgent } from './identity.ts';
import { onceMore } from './once-more.ts';
import type { FetchBatch } from './port.ts';
import { createFetchRobots } from './robots/fetch.ts';
import { createRobotsGate } from './robots/gate.ts';
import { createVisit, type BatchContext } from './visit.ts';
import type { Stop } from './stop.ts';

export interface FetcherDeps {
  /** Keeps the budget of every host and the robots.txt all workers share. Only plain Redis commands and scripts are used, so that `enableAutoPipelining` is safe and makes a page several tenths of a millisecond cheaper. */
  readonly redis: Redis;
  /** Prefix of all its keys. */
  readonly prefix: string;
  /** E-mail or URL in the user agent. */
  readonly contact: string;
  readonly log: Logger;
  readonly clock?: () => Date;
  /** Where Chromium is; needed only for sources of mode browser. */
  readonly chromium?: FindChromium;
  /** How host names become addresses; the system's way when left out. */
  readonly resolve?: Resolve;
}

export interface Fetcher {
  readonly fetchBatch: FetchBatch;
  readonly claims: Claims;
  /** Closes connections and browsers. Batches that still run end with network errors: abort them first. */
  readonly close: () => Promise<void>;
}

/** What we read, best first. */
const ACCEPT = 'text/html,application/xhtml+xml,application/json;q=0.9,application/xml;q=0.8,text/*;q=0.7,*/*;q=0.1';

/**
 * The one door to the network. batch.ts keeps the contract of a batch, visit.ts fetches one page, allowed.ts says from where, http/ speaks HTTP, guard/ checks
 * addresses, robots/ reads robots.txt, budget/ shares each host among all workers, browser/ renders. Throws when Crawlee's own settings
 * would be overruled from outside.
 */
export function createFetcher(deps: FetcherDeps): Fetcher {
  refuseForeignSettings(process.env, process.cwd());
  const { redis, prefix, log, clock = () => new Date(), resolve = systemResolve } = deps;
  const agent = userAgent(deps.contact);
  const common = { 'user-agent': agent, 'accept-encoding': ACCEPT_ENCODING };
  const client = createHttpClient(resolve);
  const budget = createBudget(redis, prefix, log);
  const fetchRobots = createFetchRobots({ client, budget, clock, headers: { ...common, accept: 'text/plain,*/*;q=0.1' } });
  const robots = createRobotsGate({ redis, prefix, log, clock, fetchRobots });
  const visit = createVisit({ client, budget, robots, clock });
  const browsers = createBrowsers({ chromium: deps.chromium, userAgent: agent, visit, robots, resolve, log, clock });

  const headersOf = (source: Source): Readonly<Record<string, string>> => {
    const language = acceptLanguage(source.language);
    return { ...common, accept: ACCEPT, ...(language === undefined ? {} : { 'accept-language': language }) };
  };

  const fetchBatch: FetchBatch = async (requests, source, handle, signal) => {
    if (requests.length === 0) return;
    const shared = { source, headers: headersOf(source), putOff: new Map() };
    const contextOf = (stop: Stop): BatchContext => ({ ...shared, stop });
    if (source.mode === 'browser') return await browsers.fetchBatch(requests, contextOf, source, handle, signal);
    const crawler = await httpCrawler(requests.length, source.politeness.concurrency, log);
    await runBatch(requests, { crawler, clock, fetch: (request, _tool, stop) => visit(request, contextOf(stop)) }, handle, signal);
  };

  return {
    fetchBatch: onceMore(fetchBatch),
    claims: createClaims(redis, prefix),
    close: async () => {
      await Promise.all([client.close(), browsers.close()]);
    },
  };
}

class HttpCrawler extends BasicCrawler {
  protected override _pauseOnMigration = neverPaused;
}

/** A crawler of Crawlee that leaves the fetching to us: it schedules, at a fixed concurrency. */
async function httpCrawler(count: number, concurrency: number, log: Logger): Promise<BatchCrawler<undefined>> {
  const { options, config } = await crawlerParts(count, concurrency, log);
  let work: ((place: number, tool: undefined) => Promise<void>) | undefined;
  const crawler = new HttpCrawler({ ...options, requestHandler: ({ request }) => work?.(Number(request.uniqueKey), undefined) }, config);
  return {
    run: async (each) => {
      work = each;
      await crawler.run();
    },
    teardown: () => crawler.teardown(),
  };
}
