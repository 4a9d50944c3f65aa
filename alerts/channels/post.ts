import type { LookupFunction } from 'node:net';
import { Agent, request, type Dispatcher, type FormData } from 'undici';
import { retryAfter } from '../../model/retry-after.ts';
import { TIMEOUTS, type SendContext, type SendResult } from './channel.ts';
import { redact } from './redact.ts';

/** Some repeat the whole message in their answer. */
const LONGEST_ANSWER = 65_536;

export interface Post {
  readonly url: string;
  /** JSON, or a form with files. */
  readonly body: string | FormData;
  /** POST when left out. */
  readonly method?: 'POST' | 'PATCH';
  readonly headers?: Readonly<Record<string, string>>;
  /** Chooses the addresses that may be connected to; the system's when left out. */
  readonly lookup?: LookupFunction;
}

/** An answer, or why there was none. */
export type Posted =
  | { readonly kind: 'answer'; readonly status: number; readonly text: string; readonly retryAfterMs?: number }
  | { readonly kind: 'failed'; readonly error: unknown };

/** Posts JSON or a form, once. Redirects are not followed: they could lead a body elsewhere. Reads at most 64 kB of the answer. */
export async function post(what: Post, { signal, now }: SendContext): Promise<Posted> {
  const connect = { timeout: TIMEOUTS.connectMs, ...(what.lookup ? { lookup: what.lookup } : {}) };
  const agent = new Agent({ connect, headersTimeout: TIMEOUTS.answerMs, bodyTimeout: TIMEOUTS.answerMs });
  try {
    const response = await request(what.url, {
      method: what.method ?? 'POST', body: what.body, dispatcher: agent, signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUTS.wholeMs)]),
      headers: { ...(typeof what.body === 'string' ? { 'content-type': 'application/json; charset=utf-8' } : {}), 'user-agent': 'rivalwatch', ...what.headers },
    });
    const { 'retry-after': asked, date } = response.headers;
    const wait = retryAfter(firstOf(asked), now, firstOf(date));
    return { kind: 'answer', status: response.statusCode, text: await beginningOf(response.body), ...(wait === undefined ? {} : { retryAfterMs: wait }) };
  } catch (error) {
    return { kind: 'failed', error };
  } finally {
    await agent.destroy();
  }
}

function firstOf(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}

/** An answer cut off or broken is no failure: its status has said what became of the request. */
async function beginningOf(body: Dispatcher.ResponseData['body']): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of body) {
      if (!Buffer.isBuffer(chunk)) continue;
      chunks.push(chunk);
      length += chunk.length;
      if (length >= LONGEST_ANSWER) break;
    }
  } catch {
    // What came is enough.
  }
  return Buffer.concat(chunks).subarray(0, LONGEST_ANSWER).toString('utf8');
}

/**
 * What an HTTP status means for a delivery: 2xx sent; 408, 425, 429 and 5xx may pass; a redirect and every other 4xx will not, until
 * the channel's address or rights are changed, but for 413 (RFC 9110 15.5.14), which is the message's fault. No answer at all may pass.
 */
export function resultOf(posted: Posted, secrets: readonly string[]): SendResult {
  if (posted.kind === 'failed') return { result: 'passing_failure', answer: redact(reasonOf(posted.error), secrets) };
  const { status, text } = posted;
  const answer = redact(`${status} ${text}`, secrets);
  if (status >= 200 && status < 300) return { result: 'sent', answer };
  const passing = status >= 500 || status === 408 || status === 425 || status === 429;
  if (!passing) return { result: 'permanent_failure', answer, ...(status === 413 ? { concerns: 'message' as const } : {}) };
  return { result: 'passing_failure', answer, ...(posted.retryAfterMs === undefined ? {} : { retryAfterMs: posted.retryAfterMs }) };
}

/** What undici calls by a code of its own. */
const IN_WORDS: Readonly<Record<string, string>> = {
  UND_ERR_CONNECT_TIMEOUT: 'no connection in time', UND_ERR_HEADERS_TIMEOUT: 'no answer in time', UND_ERR_BODY_TIMEOUT: 'no answer in time',
  UND_ERR_SOCKET: 'the connection was closed without an answer',
};

/** The words of an error, with those of its causes: undici says "fetch failed" and means ECONNREFUSED. */
export function reasonOf(error: unknown): string {
  const words: string[] = [];
  for (let cause = error; cause instanceof Error && words.length < 4; cause = cause.cause) {
    const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
    words.push(IN_WORDS[code] ?? ([code, cause.message].filter(Boolean).join(' ') || cause.name));
  }
  return words.join(': ') || String(error);
}
