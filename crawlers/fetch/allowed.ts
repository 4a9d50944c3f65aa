import type { Source } from '../../config/types.ts';
import { literalOf, refusalOf } from '../../model/ip-address.ts';
import type { Outcome } from '../../model/outcome.ts';
import { isHostOf, outcomeOfLeaving } from './http/redirect.ts';

/** How a visit ended without a page. */
export interface Failure {
  readonly outcome: Exclude<Outcome, 'ok'>;
  readonly detail: string;
}

/** Why the visit does not begin; undefined when it may. */
export function refusedStart(text: string, source: Source): Failure | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !isWeb(url)) return { outcome: 'network_error', detail: `"${text.slice(0, 200)}" is no http(s) URL` };
  if (!isHostOf(source, url)) return { outcome: 'address_refused', detail: `${url.host} is no host of the source ${source.id}; add it to allowedHosts` };
  return undefined;
}

/** Why a redirect is not followed; undefined when it may be. `hops`: how many were, `seen`: all addresses so far. */
export function refusedHop(next: URL, hops: number, seen: ReadonlySet<string>, source: Source): Failure | undefined {
  if (!isWeb(next)) return { outcome: 'address_refused', detail: `redirected to a ${next.protocol} address` };
  if (seen.has(next.href)) return { outcome: 'too_many_redirects', detail: `redirected in a circle at ${next.href}` };
  if (hops >= source.politeness.maxRedirects) return { outcome: 'too_many_redirects', detail: `more than ${source.politeness.maxRedirects} redirects, the last to ${next.href}` };
  return leaving(next, source);
}

/** What it means to be sent away from the source's hosts; undefined when it is not so. */
export function leaving(next: URL, source: Source): Failure | undefined {
  if (isHostOf(source, next)) return undefined;
  const literal = literalOf(next.hostname);
  const refusal = literal === undefined || source.allowPrivateAddresses ? undefined : refusalOf(literal);
  if (refusal !== undefined) return { outcome: 'address_refused', detail: `redirected to ${next.host}: ${refusal}` };
  return { outcome: outcomeOfLeaving(next), detail: `redirected to ${next.origin}${next.pathname}, which is no host of the source ${source.id}; add it to allowedHosts if it belongs there` };
}

function isWeb(url: URL): boolean {
  return url.protocol === 'http:' || url.protocol === 'https:';
}
