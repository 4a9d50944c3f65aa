import { judge, type Said } from '../answers.ts';
import type { SendContext, SendResult } from '../channel.ts';
import { post } from '../post.ts';
import { MEANINGS, readWeb } from './answers.ts';

/** A bot in one channel. */
export interface Bot {
  readonly token: string;
  readonly channel: string;
  readonly api: string;
}

/** A message as Slack names it: the channel's id and the time it was posted. */
export interface Place {
  readonly channel: string;
  readonly ts: string;
}

export interface Answered {
  readonly result: SendResult;
  /** What Slack said, where it was no fault of its own. */
  readonly said: Said | undefined;
  /** The answer as it came. */
  readonly text: string;
}

/** Calls a method of the Web API: with JSON, or with fields of a form where the method takes nothing else. */
export async function call({ api, token }: Bot, method: string, body: object, context: SendContext): Promise<Answered> {
  const url = new URL(method, api.endsWith('/') ? api : `${api}/`).href;
  const form = body instanceof URLSearchParams ? { 'content-type': 'application/x-www-form-urlencoded' } : {};
  const posted = await post({ url, body: body instanceof URLSearchParams ? body.toString() : JSON.stringify(body), headers: { authorization: `Bearer ${token}`, ...form } }, context);
  const text = posted.kind === 'answer' ? posted.text : '';
  return { result: judge(posted, [token], MEANINGS, readWeb), said: posted.kind === 'answer' && posted.status < 500 ? readWeb(text) : undefined, text };
}

/** The place in a handle; undefined for the handle of another kind of channel. */
export function placeOf(handle: string | undefined): Place | undefined {
  const parts = /^([A-Z0-9]{1,30}):(\d{1,20}\.\d{1,10})$/.exec(handle ?? '');
  return parts?.[1] === undefined || parts[2] === undefined ? undefined : { channel: parts[1], ts: parts[2] };
}
