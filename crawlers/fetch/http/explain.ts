import type { Outcome } from '../../../model/outcome.ts';
import { AddressRefused } from '../guard/resolve.ts';
import { TimedOut, TooLarge } from './errors.ts';

/** What an operator reads for the network's own error codes. */
const WORDS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'the host name is not known; check the URL',
  EAI_AGAIN: 'the host name could not be resolved just now; check the DNS or try again',
  ECONNREFUSED: 'the host refused the connection',
  ECONNRESET: 'the host broke the connection',
  EPIPE: 'the host broke the connection',
  UND_ERR_SOCKET: 'the host broke the connection',
  EHOSTUNREACH: 'the host cannot be reached from here',
  ENETUNREACH: 'its network cannot be reached from here',
  UND_ERR_CONNECT_TIMEOUT: 'no connection in time',
  ETIMEDOUT: 'no connection in time',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is self-signed',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another host',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate cannot be verified',
};
const TIMEOUTS = new Set(['UND_ERR_CONNECT_TIMEOUT', 'ETIMEDOUT']);
/** The connection ended before the first byte of an answer: a kept-alive connection the host has just given up looks like this. */
const GIVEN_UP = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']);

/** The outcome of a request that got no answer, with the reason in words. */
export function explain(error: unknown): { readonly outcome: Exclude<Outcome, 'ok'>; readonly detail: string } {
  const detail = error instanceof Error ? error.message : String(error);
  if (error instanceof AddressRefused) return { outcome: 'address_refused', detail };
  if (error instanceof TimedOut) return { outcome: 'timeout', detail };
  if (error instanceof TooLarge) return { outcome: 'too_large', detail };
  const code = codeOf(error);
  if (code === 'UND_ERR_HEADERS_OVERFLOW') return { outcome: 'too_large', detail: 'its headers are larger than 64 kB' };
  const garbled = code.startsWith('HPE_') || (error instanceof Error && error.name === 'HTTPParserError');
  const words = WORDS[code] ?? (garbled ? `its answer is no valid HTTP (${detail})` : detail);
  return { outcome: TIMEOUTS.has(code) ? 'timeout' : 'network_error', detail: code === '' ? words : `${words} (${code})` };
}

/** Whether one more try on a fresh connection is worth it. */
export function wasGivenUp(error: unknown): boolean {
  return error instanceof Error && error.name !== 'Broken' && GIVEN_UP.has(codeOf(error));
}

/** The first error code along the causes. */
function codeOf(error: unknown): string {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    if ('code' in at && typeof at.code === 'string') return at.code;
    if (at instanceof AggregateError && at.errors.length > 0) return codeOf(at.errors[0]);
  }
  return '';
}
