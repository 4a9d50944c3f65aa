import { Agent } from 'undici';
import type { Stop } from '../stop.ts';
import { literalOf } from '../../../model/ip-address.ts';
import { checkedAddresses, freeLookup, guardedLookup, type Resolve } from '../guard/resolve.ts';
import { codingsOf, decode, decodeStart } from './decode.ts';
import { Aborted } from './errors.ts';
import { Exchange, type BodyUse, type ExchangeLimits, type RawAnswer } from './exchange.ts';

/** One GET. */
export interface HttpRequest {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** Connect to private and loopback addresses as well. */
  readonly allowPrivateAddresses: boolean;
  /** `maxBytes` holds for the bytes on the wire and again for those after decompression. */
  readonly limits: ExchangeLimits;
}

/** An answer with its codings undone; `use` says what the body is worth, `unknownCoding` that it could not be decoded. */
export interface HttpAnswer extends RawAnswer {
  readonly unknownCoding?: string;
}

export interface HttpClient {
  /** One request, one answer: no redirects, no retries. Rejects with the classes of errors.ts and guard/resolve.ts, or with the network's own errors. */
  readonly get: (request: HttpRequest, stop: Stop) => Promise<HttpAnswer>;
  readonly close: () => Promise<void>;
}

/** Milliseconds to a connection, TLS included. */
const CONNECT_TIMEOUT = 10_000;
/** Some marketplaces send more than the usual 16 kB of headers. */
const MAX_HEADER_BYTES = 64 * 1024;
/** More than the politeness of any host allows at once. */
const CONNECTIONS_PER_HOST = 16;

/**
 * A small HTTP client over undici's dispatcher: connections kept alive per host, addresses checked where they are resolved and
 * connected to exactly as checked. Guarded and unguarded requests never share a connection.
 */
export function createHttpClient(resolve: Resolve): HttpClient {
  const shared = { connections: CONNECTIONS_PER_HOST, pipelining: 1, maxHeaderSize: MAX_HEADER_BYTES };
  const free = new Agent({ ...shared, connect: { timeout: CONNECT_TIMEOUT, lookup: freeLookup(resolve) } });
  const guarded = new Agent({ ...shared, connect: { timeout: CONNECT_TIMEOUT, lookup: guardedLookup(resolve) } });
  return {
    get: async ({ url, headers, allowPrivateAddresses, limits }, stop) => {
      if (stop.stopped) throw new Aborted('stopped');
      // A literal address is connected to without a lookup, so it is checked here.
      if (!allowPrivateAddresses && literalOf(url.hostname) !== undefined) await checkedAddresses(url.hostname, resolve);
      const agent = allowPrivateAddresses ? free : guarded;
      const answer = await new Promise<RawAnswer>((answered, failed) => {
        const exchange = new Exchange(limits, (result) => {
          forget();
          if (result instanceof Error) failed(result);
          else answered(result);
        });
        const forget = stop.onStop(() => exchange.stop());
        agent.dispatch({ origin: url.origin, path: url.pathname + url.search, method: 'GET', headers, headersTimeout: 0, bodyTimeout: 0 }, exchange);
      });
      return await decoded(answer, limits.maxBytes);
    },
    close: async () => {
      await Promise.all([free.destroy(), guarded.destroy()]);
    },
  };
}

async function decoded(answer: RawAnswer, maxBytes: number): Promise<HttpAnswer> {
  const coding = answer.headers['content-encoding'];
  if (coding === undefined || answer.body.length === 0) return answer;
  const codings = codingsOf(coding);
  if (codings === undefined) return { ...answer, body: Buffer.alloc(0), unknownCoding: coding };
  return { ...answer, body: await BODY_DECODERS[answer.use](answer.body, codings, maxBytes) };
}

const none = async (): Promise<Buffer> => Buffer.alloc(0);
const BODY_DECODERS: Readonly<Record<BodyUse, typeof decode>> = { read: decode, cut: decodeStart, drop: none, refuse: none };
