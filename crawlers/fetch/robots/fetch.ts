import type { Source } from '../../../config/types.ts';
import { retryAfter } from '../../../model/retry-after.ts';
import type { Budget, Leave } from '../budget/budget.ts';
import { AddressRefused } from '../guard/resolve.ts';
import type { HttpAnswer, HttpClient } from '../http/client.ts';
import { explain } from '../http/explain.ts';
import { hostLimits } from '../limits.ts';
import { locationOf } from '../http/redirect.ts';
import { BudgetAway } from '../budget/away.ts';
import { neverStopped } from '../stop.ts';

/** What a host answered when asked for robots.txt. `rules` with an empty text: it has none, everything is allowed. */
export type RobotsAnswer =
  | { readonly kind: 'rules'; readonly text: string }
  | { readonly kind: 'unreachable'; readonly detail: string }
  | { readonly kind: 'wait'; readonly leave: Exclude<Leave, { kind: 'go' }> };

/** Fetches robots.txt of an origin. Rejects with AddressRefused for the origin itself and with BudgetAway. */
export type FetchRobots = (origin: string, source: Source) => Promise<RobotsAnswer>;

/** RFC 9309 2.5: at least 500 KiB must be read; the rest is cut. */
const MAX_BYTES = 512 * 1024;
/** RFC 9309 2.3.1.2: at least five redirects in a row are followed. */
const MAX_REDIRECTS = 5;
const MAX_TIMEOUT = 15_000;

/**
 * robots.txt by RFC 9309 2.3.1: 2xx is read; 4xx means no restrictions; 5xx, 429, no answer, or more redirects than five mean that
 * nothing may be fetched. Each request is paid from the host's budget and names us as every other one does.
 */
export function createFetchRobots(deps: { client: HttpClient; budget: Budget; headers: Readonly<Record<string, string>>; clock: () => Date }): FetchRobots {
  async function ask(url: URL, source: Source): Promise<HttpAnswer | Exclude<Leave, { kind: 'go' }>> {
    const leave = await deps.budget.take(url.host, hostLimits(source, 0), neverStopped);
    if (leave.kind === 'wait') return leave;
    const timeout = Math.min(source.politeness.timeout, MAX_TIMEOUT);
    try {
      return await deps.client.get({
        url, headers: deps.headers, allowPrivateAddresses: source.allowPrivateAddresses,
        limits: { maxBytes: MAX_BYTES, timeout, bodyUse: (status) => (status >= 200 && status < 300 ? 'cut' : 'drop') },
      }, neverStopped);
    } finally {
      leave.release();
    }
  }

  return async (origin, source) => {
    let url = new URL('/robots.txt', origin);
    for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
      let answer: HttpAnswer | Exclude<Leave, { kind: 'go' }>;
      try {
        answer = await ask(url, source);
      } catch (error) {
        if (error instanceof BudgetAway || (hop === 0 && error instanceof AddressRefused)) throw error;
        return { kind: 'unreachable', detail: explain(error).detail };
      }
      if ('kind' in answer) return { kind: 'wait', leave: answer };
      const next = locationOf(answer, url);
      if (!next) return await verdictOn(answer, url, deps);
      url = next;
    }
    return { kind: 'unreachable', detail: `more than ${MAX_REDIRECTS} redirects` };
  };
}

async function verdictOn(answer: HttpAnswer, url: URL, deps: { budget: Budget; clock: () => Date }): Promise<RobotsAnswer> {
  const { status, headers } = answer;
  if (status >= 200 && status < 300) {
    return answer.unknownCoding === undefined
      ? { kind: 'rules', text: answer.body.toString('utf8') }
      : { kind: 'unreachable', detail: `it is coded as ${answer.unknownCoding}, which was not asked for` };
  }
  if (status === 429) await deps.budget.pause(url.host, Math.min(retryAfter(headers['retry-after'], deps.clock(), headers['date']) ?? 60_000, 86_400_000));
  return status >= 400 && status < 500 && status !== 429 ? { kind: 'rules', text: '' } : { kind: 'unreachable', detail: `it answered ${status}` };
}
