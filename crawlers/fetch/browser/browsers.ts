import { PlaywrightCrawler } from '@crawlee/playwright';
import pLimit from 'p-limit';
import type { BrowserType, Page } from 'playwright';
import type { Logger } from 'pino';
import type { Source } from '../../../config/types.ts';
import { runBatch, type BatchCrawler } from '../batch.ts';
import { BudgetAway } from '../budget/away.ts';
import { crawlerParts, neverPaused } from '../crawlee.ts';
import { startGuardProxy, type GuardProxy } from '../guard/proxy.ts';
import type { Resolve } from '../guard/resolve.ts';
import { Aborted } from '../http/errors.ts';
import { explain } from '../http/explain.ts';
import type { FetchBatch, FetchRequest, Fetched } from '../port.ts';
import type { RobotsGate } from '../robots/gate.ts';
import type { Stop } from '../stop.ts';
import { stoppedEarly, type BatchContext, type Visit } from '../visit.ts';
import { honestChromium, launchOptions, type Chromium } from './launcher.ts';
import { renderPage } from './render.ts';

export type FindChromium = () => Promise<Chromium>;

export interface Browsers {
  readonly fetchBatch: (requests: readonly FetchRequest[], contextOf: (stop: Stop) => BatchContext, source: Source, handle: Parameters<FetchBatch>[2], signal: AbortSignal) => Promise<void>;
  readonly close: () => Promise<void>;
}

interface BrowsersDeps {
  readonly chromium: FindChromium | undefined;
  readonly userAgent: string;
  readonly visit: Visit;
  readonly robots: RobotsGate;
  readonly resolve: Resolve;
  readonly log: Logger;
  readonly clock: () => Date;
}

/** Chromium at once, and pages open in each at once, whatever the source allows: each costs some hundred megabytes. */
const MAX_BROWSERS = 4;
const MAX_PAGES = 2;
/** Most bytes of one connection of the browser, and its longest silence. */
const PROXY_LIMITS = { maxBytes: 64_000_000, idle: 30_000 };
/** Seconds to start Chromium and open a page on a busy machine. */
const OPEN_SECONDS = 60;

/** Sources whose prices exist only after scripts ran: one Chromium per batch, started when it is the batch's turn and closed with it. */
export function createBrowsers(deps: BrowsersDeps): Browsers {
  const inTurn = pLimit(MAX_BROWSERS);
  const proxies = new Map<boolean, Promise<GuardProxy>>();
  const launcher = honestChromium((words) => deps.log.warn(words));
  const proxyFor = (source: Source): Promise<GuardProxy> => {
    const known = proxies.get(source.allowPrivateAddresses);
    if (known) return known;
    const started = startGuardProxy({ ...PROXY_LIMITS, resolve: deps.resolve, allowPrivateAddresses: source.allowPrivateAddresses });
    proxies.set(source.allowPrivateAddresses, started);
    return started;
  };

  const fetch = async (request: FetchRequest, page: Page, batch: BatchContext): Promise<Fetched> => {
    const held = { release: (): void => undefined };
    try {
      return await renderPage(request, page, { ...batch, held }, deps);
    } catch (error) {
      if (error instanceof BudgetAway) throw error;
      return error instanceof Aborted || batch.stop.stopped ? stoppedEarly(request, deps.clock()) : { kind: 'failed', request, ...explainBrowser(error), ...(hasDied(page) ? { crashed: true } : {}) };
    } finally {
      held.release();
    }
  };

  return {
    fetchBatch: async (requests, contextOf, source, handle, signal) => {
      const crawler = await browserCrawler(requests.length, source, { ...deps, launcher }, (await proxyFor(source)).url);
      await inTurn(() => runBatch(requests, { crawler, clock: deps.clock, fetch: (request, page, stop) => fetch(request, page, contextOf(stop)) }, handle, signal));
    },
    close: async () => {
      await Promise.all([...proxies.values()].map(async (proxy) => (await proxy).close()));
      proxies.clear();
    },
  };
}

/** Playwright's errors carry a log of many lines; the first says what happened. */
function explainBrowser(error: unknown): ReturnType<typeof explain> {
  const first = error instanceof Error ? (error.message.split('\n')[0] ?? '') : '';
  return error instanceof Error && error.name === 'TimeoutError' ? { outcome: 'timeout', detail: first } : { ...explain(error), ...(first === '' ? {} : { detail: first }) };
}

/** The browser died under the page, or the page alone. */
function hasDied(page: Page): boolean {
  return page.isClosed() || page.context().browser()?.isConnected() === false;
}

class BrowserCrawler extends PlaywrightCrawler {
  protected override _pauseOnMigration = neverPaused;
}

async function browserCrawler(count: number, source: Source, deps: BrowsersDeps & { readonly launcher: BrowserType }, proxy: string): Promise<BatchCrawler<Page>> {
  let crawler: PlaywrightCrawler | undefined;
  return {
    run: async (work, lost) => {
      const chromium = await findChromium(deps.chromium).catch((error: unknown) => {
        deps.log.error({ sourceId: source.id, err: error }, 'no Chromium can be had: pages of this source are not fetched');
        throw error;
      });
      const { options, config } = await crawlerParts(count, Math.min(MAX_PAGES, source.politeness.concurrency), deps.log);
      crawler = new BrowserCrawler({
        ...options, headless: true, persistCookiesPerSession: false,
        launchContext: { launcher: deps.launcher, useIncognitoPages: true, userAgent: deps.userAgent, launchOptions: launchOptions(chromium, proxy) },
        browserPoolOptions: { useFingerprints: false, operationTimeoutSecs: OPEN_SECONDS, prePageCreateHooks: [(_id, _controller, page) => void Object.assign(page ?? {}, pageOptions(source, deps.userAgent))] },
        requestHandler: ({ request, page }) => work(Number(request.uniqueKey), page),
        failedRequestHandler: ({ request }, error) => lost(Number(request.uniqueKey), error),
      }, config);
      await crawler.run();
    },
    teardown: async () => {
      await crawler?.teardown();
    },
  };
}

function pageOptions(source: Source, userAgent: string): object {
  return { userAgent, serviceWorkers: 'block', acceptDownloads: false, ...(source.language === undefined ? {} : { locale: source.language }) };
}

async function findChromium(find: FindChromium | undefined): Promise<Chromium> {
  if (!find) throw new Error('the source is of mode browser, but no Chromium is at hand; set storage.chromium to its path');
  return await find();
}
