import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { html, type Answer } from './answer.ts';
import { faultAnswer, faultFor, type Fault } from './fault.ts';

/** What a shop needs to render an answer. */
export interface Visit {
  /** Decoded path without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** `http://127.0.0.1:PORT`, for absolute links. */
  readonly origin: string;
  /** Counts the requests of this shop: for the tokens that differ on every view of a real page. */
  readonly view: number;
}

/** A shop as the server sees it: its faults now, and what a visit gets. */
export interface Shop {
  readonly faults: () => readonly Fault[];
  /** Undefined = 404. */
  readonly render: (visit: Visit) => Answer | undefined;
}

/** One answered request, for tests and for the demo's counts. */
export interface Served {
  readonly path: string;
  readonly status: number;
  readonly userAgent: string;
}

export interface RunningShop {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** The newest 10,000 answers, oldest first. */
  readonly served: readonly Served[];
  readonly close: () => Promise<void>;
}

/** Last-Modified of everything before the first change: any fixed day will do. */
const OPENING_DAY = Date.UTC(2026, 0, 5, 8, 0, 0);
const MOST_SERVED = 10_000;

/** Serves a shop on 127.0.0.1 on a free port. Answers GET and HEAD, with ETag, Last-Modified and 304 (RFC 9110, section 13). */
export async function startShop(shop: Shop): Promise<RunningShop> {
  const served: Served[] = [];
  const used = new Map<string, number>();
  const modified = lastModifiedClock();
  let origin = '';
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const fault = faultFor(shop.faults(), path, used);
    if (fault) used.set(fault.id, (used.get(fault.id) ?? 0) + 1);
    const proper = answerOf(shop, path, origin, served.length);
    const answer = fault ? faultAnswer(fault, proper) : proper;
    const status = send(request, response, answer, modified);
    served.push({ path, status, userAgent: request.headers['user-agent'] ?? '' });
    if (served.length > MOST_SERVED) served.shift();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  origin = `http://127.0.0.1:${portOf(server.address())}`;
  return {
    url: origin, served,
    close: () => new Promise((resolve, reject) => {
      server.close((error) => (error ? reject(error) : resolve()));
      server.closeAllConnections();
    }),
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('the demo shop got no port');
  return address.port;
}

function answerOf(shop: Shop, target: string, origin: string, view: number): Answer {
  const url = new URL(target, origin);
  return shop.render({ path: decodeURIComponent(url.pathname), query: url.searchParams, origin, view }) ?? html(NOT_FOUND, 404);
}

function send(request: IncomingMessage, response: ServerResponse, answer: Answer, modified: (path: string, etag: string) => Date): number {
  const headers: Record<string, string> = { 'content-type': answer.type, ...answer.headers };
  if (answer.validators) {
    const etag = `"${createHash('sha256').update(answer.body).digest('hex').slice(0, 20)}"`;
    const since = modified(request.url ?? '/', etag);
    Object.assign(headers, { etag, 'last-modified': since.toUTCString(), 'cache-control': 'max-age=0, must-revalidate' });
    if (notModified(request, etag, since)) {
      response.writeHead(304, headers).end();
      return 304;
    }
  }
  headers['content-length'] = String(answer.body.length);
  response.writeHead(answer.status, headers).end(request.method === 'HEAD' ? undefined : answer.body);
  return answer.status;
}

/** If-None-Match decides alone when it is there (RFC 9110, 13.1.3). */
function notModified(request: IncomingMessage, etag: string, since: Date): boolean {
  const match = request.headers['if-none-match'];
  if (match !== undefined) return match.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag || tag.trim() === '*');
  const asked = request.headers['if-modified-since'];
  return asked !== undefined && Date.parse(asked) >= since.getTime();
}

/** When each page last changed, a minute of the shop's own time per change: Last-Modified has whole seconds, and the demo's changes come faster. */
function lastModifiedClock(): (path: string, etag: string) => Date {
  const pages = new Map<string, { readonly etag: string; readonly at: number }>();
  return (path, etag) => {
    const before = pages.get(path);
    if (before?.etag === etag) return new Date(before.at);
    const at = before ? before.at + 60_000 : OPENING_DAY;
    if (pages.size < MOST_SERVED) pages.set(path, { etag, at });
    return new Date(at);
  };
}

const NOT_FOUND = '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>404 Not Found</title></head><body><h1>404 Not Found</h1><p>The page you requested does not exist.</p></body></html>';
