import type { Source } from '../../config/types.ts';
import type { Outcome } from '../../model/outcome.ts';

/** One page to fetch. */
export interface FetchRequest {
  readonly url: string;
  /** From the last answer of the same URL: sent as If-None-Match and If-Modified-Since. */
  readonly etag?: string;
  readonly lastModified?: string;
  /** Ask for a picture; a page when left out. */
  readonly want?: 'picture';
}

/** An answer as it came, decompressed, nothing read yet. */
export interface RawPage {
  /** Where the answer came from, after redirects. */
  readonly url: string;
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly fetchedAt: Date;
  readonly via: 'http' | 'browser';
}

/**
 * What became of one request.
 * answer: the server spoke, with whatever status; whether it is data is decided by reading.
 * not_modified: 304 to a conditional request.
 * failed: no answer that could be read; the outcome says why. `crashed`: the browser or its tab died, the host is not to blame.
 * later: not fetched or told to wait; ask again at `until`. Costs no attempt.
 */
export type Fetched =
  | { readonly kind: 'answer'; readonly request: FetchRequest; readonly page: RawPage }
  | { readonly kind: 'not_modified'; readonly request: FetchRequest; readonly fetchedAt: Date }
  | { readonly kind: 'failed'; readonly request: FetchRequest; readonly outcome: Exclude<Outcome, 'ok'>; readonly detail: string; readonly crashed?: true }
  | { readonly kind: 'later'; readonly request: FetchRequest; readonly until: Date; readonly reason: 'rate_limited' | 'host_busy' | 'daily_budget'; readonly detail: string };

/**
 * The one door to the network. Fetches the requests of one batch of one source politely (robots.txt, host budget shared by
 * all workers, address guard, caps) and hands each result to `handle` as it comes, at most `source.politeness.concurrency`
 * at a time. Every request is handed over exactly once, also on abort (the rest then come as `later`). Rejects only when
 * `handle` does, or when the shared budget (Redis) is away.
 */
export type FetchBatch = (
  requests: readonly FetchRequest[],
  source: Source,
  handle: (fetched: Fetched) => Promise<void>,
  signal: AbortSignal,
) => Promise<void>;
