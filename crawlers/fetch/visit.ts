import type { Source } from '../../config/types.ts';
import { retryAfter } from '../../model/retry-after.ts';
import type { Budget, Leave } from './budget/budget.ts';
import { BudgetAway } from './budget/away.ts';
import { refusedHop, refusedStart, type Failure } from './allowed.ts';
import type { HttpAnswer, HttpClient } from './http/client.ts';
import { isPutOff, pageBodyUse, pictureBodyUse } from './http/content.ts';
import { Aborted } from './http/errors.ts';
import { explain, wasGivenUp } from './http/explain.ts';
import { locationOf } from './http/redirect.ts';
import { hostLimits } from './limits.ts';
import type { FetchRequest, Fetched } from './port.ts';
import type { RobotsGate } from './robots/gate.ts';
import type { Stop } from './stop.ts';

/** One batch, as its visits see it. */
export interface BatchContext {
  readonly source: Source;
  readonly stop: Stop;
  readonly headers: Readonly<Record<string, string>>;
  /** Hosts that told this batch to come back later: the rest of the batch does not ask them again. */
  readonly putOff: Map<string, Later>;
  /** Where the leave of the last request is kept when the host is in use beyond its answer, as by a browser; its user gives it back. */
  readonly held?: { release: () => void };
}

type Later = Omit<Extract<Fetched, { kind: 'later' }>, 'request' | 'kind'>;
/** What one hop gave: an answer to look at, or the end of the visit. */
type Hop = { readonly answer: HttpAnswer } | { readonly later: Later } | { readonly failure: Failure };

/** Fetches one page: host, robots.txt, budget and address are checked before every hop. Rejects only with BudgetAway. */
export type Visit = (request: FetchRequest, batch: BatchContext) => Promise<Fetched>;

/** What can be hashed, best first. */
const ACCEPT_PICTURES = 'image/webp,image/jpeg,image/png,image/avif;q=0.9,image/gif;q=0.8,*/*;q=0.1';
/** Wait when a 429 does not say how long. */
const DEFAULT_RETRY = 60_000;
/** Least wait, so that "Retry-After: 0" is no endless loop. */
const LEAST_RETRY = 1_000;
/** Longest pause of a host, whatever its header says. */
const LONGEST_PAUSE = 86_400_000;
const REASON_WORDS = {
  rate_limited: 'the host asked for a pause', host_busy: 'the turn of this batch at the host is too far away', daily_budget: 'the day\'s budget of the host is used up',
} as const;

interface VisitDeps {
  readonly client: HttpClient;
  readonly budget: Budget;
  readonly robots: RobotsGate;
  readonly clock: () => Date;
}

/** How pages are visited with these tools. */
export function createVisit(deps: VisitDeps): Visit {
  const visitor = new Visitor(deps);
  return (request, batch) => visitor.visit(request, batch);
}

class Visitor {
  readonly #deps: VisitDeps;

  constructor(deps: VisitDeps) {
    this.#deps = deps;
  }

  async visit(request: FetchRequest, batch: BatchContext): Promise<Fetched> {
    const refused = refusedStart(request.url, batch.source);
    if (refused) return { kind: 'failed', request, ...refused };
    try {
      return await this.#follow(request, batch);
    } catch (error) {
      if (error instanceof BudgetAway) throw error;
      return error instanceof Aborted ? stoppedEarly(request, this.#deps.clock()) : { kind: 'failed', request, ...explain(error) };
    }
  }

  async #hop(url: URL, request: FetchRequest, batch: BatchContext): Promise<Hop> {
    const known = batch.putOff.get(url.host);
    if (known && known.until > this.#deps.clock()) return { later: known };
    const robots = await this.#deps.robots(url, batch.source, batch.stop);
    if (robots.kind === 'later') return { later: this.#putOffBy(robots.leave, url, batch) };
    if (robots.kind !== 'allowed') return { failure: { outcome: robots.kind, detail: robots.detail } };
    for (let attempt = 1; ; attempt += 1) {
      batch.held?.release();
      const leave = await this.#deps.budget.take(url.host, hostLimits(batch.source, robots.crawlDelay), batch.stop);
      if (leave.kind === 'wait') return { later: this.#putOffBy(leave, url, batch) };
      try {
        return { answer: await this.#get(url, request, batch) };
      } catch (error) {
        if (attempt > 1 || !wasGivenUp(error)) throw error;
      } finally {
        if (batch.held) batch.held.release = leave.release;
        else leave.release();
      }
    }
  }

  #get(url: URL, request: FetchRequest, batch: BatchContext): Promise<HttpAnswer> {
    const { allowPrivateAddresses, politeness } = batch.source;
    const limits = { maxBytes: politeness.maxBytes, timeout: politeness.timeout, bodyUse: request.want === 'picture' ? pictureBodyUse : pageBodyUse };
    return this.#deps.client.get({ url, headers: headersFor(request, batch.headers), allowPrivateAddresses, limits }, batch.stop);
  }

  #putOffBy(leave: Exclude<Leave, { kind: 'go' }>, url: URL, batch: BatchContext): Later {
    const later: Later = { until: new Date(this.#deps.clock().getTime() + leave.milliseconds), reason: leave.reason, detail: `${url.host}: ${REASON_WORDS[leave.reason]}` };
    batch.putOff.set(url.host, later);
    return later;
  }

  /** The host said "not now": nobody asks it before the time it gave. */
  async #obey(answer: HttpAnswer, url: URL, batch: BatchContext): Promise<{ later: Later } | { failure: Failure }> {
    const now = this.#deps.clock();
    const asked = retryAfter(answer.headers['retry-after'], now, answer.headers['date']);
    const wait = Math.max(LEAST_RETRY, asked ?? DEFAULT_RETRY);
    await this.#deps.budget.pause(url.host, Math.min(wait, LONGEST_PAUSE));
    const detail = `${url.host} answered ${answer.status}${asked === undefined ? '' : ` and asks to wait ${Math.ceil(asked / 1_000)} s`}`;
    const { maxRetryAfter } = batch.source.politeness;
    if (wait > maxRetryAfter) return { failure: { outcome: 'rate_limited', detail: `${detail}, longer than maxRetryAfter (${Math.round(maxRetryAfter / 1_000)} s)` } };
    const later: Later = { until: new Date(now.getTime() + wait), reason: 'rate_limited', detail };
    batch.putOff.set(url.host, later);
    return { later };
  }

  async #follow(request: FetchRequest, batch: BatchContext): Promise<Fetched> {
    let url = new URL(request.url);
    const seen = new Set<string>();
    for (let hops = 0; ; hops += 1) {
      seen.add(url.href);
      const result = await this.#hop(url, request, batch);
      const told = 'answer' in result && isPutOff(result.answer.status, result.answer.headers) ? await this.#obey(result.answer, url, batch) : result;
      if ('later' in told) return { kind: 'later', request, ...told.later };
      if ('failure' in told) return { kind: 'failed', request, ...told.failure };
      const next = locationOf(told.answer, url);
      if (!next) return handed(request, told.answer, url, this.#deps.clock());
      const refused = refusedHop(next, hops, seen, batch.source);
      if (refused) return { kind: 'failed', request, ...refused };
      url = next;
    }
  }
}

/** A request that the end of its batch has overtaken: it may be asked for again at once. */
export function stoppedEarly(request: FetchRequest, now: Date): Fetched {
  return { kind: 'later', request, until: now, reason: 'host_busy', detail: 'the batch was stopped before this request was done' };
}

function handed(request: FetchRequest, answer: HttpAnswer, url: URL, now: Date): Fetched {
  const { status, headers, body, use } = answer;
  const conditional = request.etag !== undefined || request.lastModified !== undefined;
  if (status === 304 && conditional) return { kind: 'not_modified', request, fetchedAt: now };
  if (use === 'refuse') return { kind: 'failed', request, outcome: 'not_supported', detail: `its content type is ${headers['content-type'] ?? 'unknown'}` };
  if (use === 'read' && answer.unknownCoding !== undefined) {
    return { kind: 'failed', request, outcome: 'not_supported', detail: `it is coded as ${answer.unknownCoding}, which was not asked for` };
  }
  return { kind: 'answer', request, page: { url: url.href, status, headers, body, fetchedAt: now, via: 'http' } };
}

function headersFor(request: FetchRequest, headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return {
    ...headers,
    ...(request.want === 'picture' ? { accept: ACCEPT_PICTURES } : {}),
    ...(request.etag === undefined ? {} : { 'if-none-match': request.etag }),
    ...(request.lastModified === undefined ? {} : { 'if-modified-since': request.lastModified }),
  };
}
