import { z } from 'zod';
import { cut } from '../messages/cut.ts';
import type { SendResult } from './channel.ts';
import { resultOf, type Posted } from './post.ts';
import { redact } from './redact.ts';

/** What one of a vendor's codes means for a delivery. */
export interface Meaning {
  readonly result: 'passing_failure' | 'permanent_failure';
  /** What the operator may do; part of the answer that is stored. */
  readonly todo: string;
  /** How long to leave the channel alone, where the vendor says so in its documentation only. */
  readonly waitMs?: number;
  /** The channel is fine, it is the message that it will never take. */
  readonly concerns?: 'message';
}

/** A vendor's codes, one table in each channel's folder. */
export type Meanings = Readonly<Record<string, Meaning>>;

export const passing = (todo: string, waitMs?: number): Meaning => ({ result: 'passing_failure', todo, ...(waitMs === undefined ? {} : { waitMs }) });
export const permanent = (todo: string): Meaning => ({ result: 'permanent_failure', todo });
/** The form of this message, not the channel: others may be taken. */
export const malformed = (todo: string): Meaning => ({ result: 'permanent_failure', todo, concerns: 'message' });

/** What a vendor's answer says, whatever its form. */
export interface Said {
  readonly ok: boolean;
  readonly code: string;
  readonly words: string;
  readonly waitMs?: number;
  readonly handle?: string;
}

/**
 * What an answer means where a vendor has codes of its own, often behind a status of 200. A code that is in no table, and an answer that
 * is not understood, may pass: giving up would lose an alert. Without an answer in the vendor's form, the HTTP status decides.
 */
export function judge(posted: Posted, secrets: readonly string[], meanings: Meanings, read: (text: string) => Said | undefined): SendResult {
  if (posted.kind === 'failed') return resultOf(posted, secrets);
  const said = read(posted.text);
  const fine = posted.status >= 200 && posted.status < 300;
  if (!said) return fine ? { result: 'passing_failure', answer: redact(`${posted.status} with an answer that is not understood: ${posted.text}`, secrets) } : resultOf(posted, secrets);
  const words = redact(cut([posted.status, said.code, said.words].filter((part) => part !== '').join(' '), 250), secrets);
  if (said.ok && fine) return { result: 'sent', answer: words, ...(said.handle === undefined ? {} : { handle: said.handle }) };
  const meaning = meaningOf(meanings, said.code) ?? (fine ? undefined : meaningOf(meanings, String(posted.status)));
  const waitMs = posted.retryAfterMs ?? said.waitMs ?? meaning?.waitMs;
  const wait = waitMs === undefined ? {} : { retryAfterMs: waitMs };
  if (meaning && posted.status < 500) {
    const { result, todo, concerns } = meaning;
    return { result, answer: `${words}: ${todo}`, ...(result === 'passing_failure' ? wait : {}), ...(concerns === undefined ? {} : { concerns }) };
  }
  const { result, concerns } = resultOf(posted, secrets);
  return result === 'permanent_failure' ? { result, answer: words, ...(concerns === undefined ? {} : { concerns }) } : { result: 'passing_failure', answer: words, ...wait };
}

/** A result with what else there is to know about it; still at most 500 characters. */
export function noted(result: SendResult, note: string): SendResult {
  return { ...result, answer: cut(`${result.answer} (${note})`, 500) };
}

function meaningOf(meanings: Meanings, code: string): Meaning | undefined {
  return Object.hasOwn(meanings, code) ? meanings[code] : undefined;
}

/** Reads an answer that is JSON of a known form; undefined when it is not. */
export function readJson<T>(schema: z.ZodType<T>, say: (answer: T) => Said): (text: string) => Said | undefined {
  return (text) => {
    const checked = schema.safeParse(parsed(text));
    return checked.success ? say(checked.data) : undefined;
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `{"errcode":0,"errmsg":"ok"}`, as DingTalk and WeCom answer, always with status 200. */
export const readErrcode = readJson(z.object({ errcode: z.coerce.number(), errmsg: z.string().default('') }), ({ errcode, errmsg }) => ({ ok: errcode === 0, code: String(errcode), words: errmsg }));
