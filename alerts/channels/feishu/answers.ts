import { z } from 'zod';
import { malformed, passing, permanent, readJson, type Meanings } from '../answers.ts';

const FORM = malformed('Feishu does not take the form of the message, or it is larger than 20 kB: please report it');
const SLOW = passing('too many messages; Feishu is also slow at full and half hours', 60_000);

/** https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot and https://open.feishu.cn/document/server-docs/api-call-guide/generic-error-code; the status is 200 nearly always. */
export const MEANINGS: Meanings = {
  9499: FORM, 19002: FORM, 11246: FORM,
  19001: permanent('the bot is gone or its address is wrong: copy the webhook again from the group\'s bot'),
  19007: permanent('the bot is switched off, or the group is: see the group\'s bots'),
  19021: permanent('the signature is refused: check "secret", and that this machine\'s clock is right'),
  19022: permanent('this machine\'s address is not on the bot\'s list of IP addresses'),
  19024: permanent('the bot wants one of its keywords in every message: write it into "keyword" of the channel'),
  19036: permanent('the bot is gone: make a new one in the group'),
  11232: SLOW, 11233: SLOW, 11247: SLOW, 99991400: SLOW,
};

const answer = z.object({ code: z.number().optional(), msg: z.string().optional(), StatusCode: z.number().optional(), StatusMessage: z.string().optional() })
  .refine(({ code, StatusCode }) => code !== undefined || StatusCode !== undefined);

/** `{"code":0,"msg":"success"}`; older bots say `StatusCode` and `StatusMessage`. */
export const readFeishu = readJson(answer, ({ code, msg, StatusCode, StatusMessage }) => ({ ok: (code ?? StatusCode) === 0, code: String(code ?? StatusCode), words: msg ?? StatusMessage ?? '' }));
