import { z } from 'zod';
import { malformed, passing, permanent, readJson, type Meanings } from '../answers.ts';

const GONE = permanent('the webhook was deleted or its address is wrong: make a new one under "Integrations" of the channel');
const FORM = malformed('Discord does not take the form of the message: please report it');
const RIGHTS = permanent('the webhook may not write there');
const UNFIT = malformed('Discord\'s moderation blocks words of the message; see it with "rivalwatch changes"');
const SLOW = passing('too many messages');

/** https://discord.com/developers/docs/topics/opcodes-and-status-codes#json and https://discord.com/developers/docs/topics/rate-limits. */
export const MEANINGS: Meanings = {
  10015: GONE, 50027: GONE, 10003: GONE, 10004: GONE, 401: GONE, 404: GONE,
  10008: permanent('the message is not there any more'),
  50001: RIGHTS, 50013: RIGHTS, 403: RIGHTS,
  220001: permanent('the channel is a forum: write the id of one of its posts into "thread"'), 220003: malformed('only forums take a thread\'s name: please report it'),
  160005: permanent('the thread is locked'), 50083: permanent('the thread is archived'),
  50006: FORM, 50035: FORM, 50109: FORM, 40005: FORM, 413: FORM,
  20009: UNFIT, 200000: UNFIT, 200001: UNFIT,
  20016: SLOW, 20028: SLOW, 20029: SLOW, 40062: SLOW, 130000: passing('Discord is overloaded', 60_000), 429: SLOW,
};

const answer = z.object({ code: z.number().optional(), message: z.string().optional(), retry_after: z.number().optional(), id: z.string().optional() })
  .refine(({ code, message, retry_after: wait, id }) => [code, message, wait, id].some((part) => part !== undefined));

/** With `?wait=true` a message that was taken comes back, and its id is the handle. A refusal has a code of its own; one for too many messages may have none, but a time to wait in seconds. */
export const readDiscord = readJson(answer, ({ code, message = '', retry_after: wait, id }) => ({
  ok: id !== undefined, code: id !== undefined ? '' : String(wait !== undefined && !code ? 429 : (code ?? '')), words: id === undefined ? message : 'ok',
  ...(wait === undefined ? {} : { waitMs: Math.ceil(wait * 1_000) }), ...(id === undefined ? {} : { handle: id }),
}));
