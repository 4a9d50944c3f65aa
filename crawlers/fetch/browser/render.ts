import type { Page, Request, Route } from 'playwright';
import { isHostOf } from '../http/redirect.ts';
import { TimedOut, TooLarge } from '../http/errors.ts';
import type { FetchRequest, Fetched, RawPage } from '../port.ts';
import type { RobotsGate } from '../robots/gate.ts';
import { untilStop } from '../stop.ts';
import { leaving } from '../allowed.ts';
import type { BatchContext, Visit } from '../visit.ts';

/** What a page may load besides itself: what can change its text. Images, fonts, media, frames and sockets cannot. */
const LOADED = new Set(['script', 'stylesheet', 'xhr', 'fetch']);
/** Longest wait for the network to fall quiet after the DOM is there; pages that poll never do. */
const SETTLE = 5_000;
/** Headers that described the bytes on the wire or another body than the rendered one. */
const STALE = new Set(['content-encoding', 'content-length', 'transfer-encoding', 'etag', 'last-modified']);

const TOO_MANY = { outcome: 'too_many_redirects', detail: 'its scripts lead from page to page' } as const;

type Answer = Extract<Fetched, { kind: 'answer' }>;

/**
 * Fetches the page as every other one is fetched (host, robots.txt, budget, address, caps), then lets a browser run its scripts and
 * hands over the DOM that results. Documents the scripts lead to are fetched the same way; scripts and data come through the guard
 * proxy, and from the source's own hosts only as far as robots.txt allows. The host's budget counts documents, and its slot stays taken until the page is rendered. Validators are not
 * sent: an unchanged document says nothing of what its scripts load.
 */
export async function renderPage(request: FetchRequest, page: Page, batch: BatchContext, deps: { visit: Visit; robots: RobotsGate; clock: () => Date }): Promise<Fetched> {
  const first = await deps.visit({ url: request.url }, batch);
  if (!isDocument(first)) return { ...first, request };
  const visits = documentVisits(first, batch, deps.visit);
  const context = page.context();
  await context.routeWebSocket(/.*/, (socket) => void socket.close());
  await context.route('**/*', (route) => decide(route, page, batch, visits, deps.robots).catch(() => route.abort().catch(() => undefined)));
  context.on('page', (other) => void (other === page ? undefined : other.close().catch(() => undefined)));
  const { timeout, maxBytes } = batch.source.politeness;
  const html = await untilStop(within(timeout, domOf(page, first.page.url, timeout)), batch.stop).catch((error: unknown) => {
    if (visits.ended) return undefined;
    throw error;
  });
  if (visits.ended || html === undefined) return { ...(visits.ended ?? first), request };
  const body = Buffer.from(html, 'utf8');
  if (body.length > maxBytes) throw new TooLarge(`${body.length} bytes after rendering, ${maxBytes} allowed`);
  const headers = { ...kept(visits.current.page.headers), 'content-type': 'text/html; charset=utf-8' };
  return { kind: 'answer', request, page: { ...visits.current.page, headers, body, fetchedAt: deps.clock(), via: 'browser' } };
}

/** Only a page of HTML that the server meant as such is worth a browser. */
function isDocument(fetched: Fetched): fetched is Answer {
  if (fetched.kind !== 'answer') return false;
  const { status, headers } = fetched.page;
  return status >= 200 && status < 300 && /^(?:text\/html|application\/xhtml\+xml)\b/i.test(headers['content-type'] ?? 'text/html');
}

/** The documents of one page: the one asked for, and those its scripts went on to. */
interface DocumentVisits {
  current: Answer;
  /** Where scripts led to something that is no page: a wall, another host, a failure. */
  ended: Fetched | undefined;
  /** The document for an address, fetched unless it is the one at hand; undefined when there is none. */
  readonly next: (url: string) => Promise<Answer | undefined>;
}

function documentVisits(first: Answer, batch: BatchContext, visit: Visit): DocumentVisits {
  let left = batch.source.politeness.maxRedirects;
  let used = false;
  const visits: DocumentVisits = {
    current: first, ended: undefined,
    next: async (url) => {
      if (!used && url === first.page.url) {
        used = true;
        return first;
      }
      left -= 1;
      const away = left < 0 ? TOO_MANY : leaving(new URL(url), batch.source);
      const fetched: Fetched = away ? { kind: 'failed', request: { url }, ...away } : await visit({ url }, batch);
      if (!isDocument(fetched)) {
        visits.ended = fetched;
        return undefined;
      }
      visits.current = fetched;
      return fetched;
    },
  };
  return visits;
}

async function decide(route: Route, page: Page, batch: BatchContext, visits: DocumentVisits, robots: RobotsGate): Promise<void> {
  const asked = route.request();
  if (asked.isNavigationRequest()) {
    const document = isMain(asked, page) ? await visits.next(asked.url()) : undefined;
    return document ? await route.fulfill(answerOf(document.page)) : await route.abort();
  }
  return await (LOADED.has(asked.resourceType()) && (await mayLoad(asked.url(), batch, robots)) ? route.continue() : route.abort());
}

function isMain(asked: Request, page: Page): boolean {
  return asked.method() === 'GET' && asked.frame() === page.mainFrame();
}

async function mayLoad(text: string, batch: BatchContext, robots: RobotsGate): Promise<boolean> {
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return url.protocol === 'data:' || url.protocol === 'blob:';
  if (!isHostOf(batch.source, url)) return true;
  return (await robots(url, batch.source, batch.stop)).kind === 'allowed';
}

function answerOf(page: RawPage): { status: number; headers: Record<string, string>; body: Buffer } {
  return { status: page.status, headers: kept(page.headers), body: page.body };
}

function kept(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !STALE.has(name)));
}

async function domOf(page: Page, url: string, timeout: number): Promise<string> {
  await page.goto(url, { waitUntil: 'domcontentloaded', timeout });
  await page.waitForLoadState('networkidle', { timeout: Math.min(SETTLE, timeout / 3) }).catch(() => undefined);
  // A page that is just moving on has no content; the next one has.
  return await page.content().catch(async () => {
    await page.waitForLoadState('domcontentloaded', { timeout });
    return await page.content();
  });
}

/** A page whose script never ends answers nothing at all, so the bound is kept out here. */
async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new TimedOut(`not rendered within ${milliseconds} ms`)), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
