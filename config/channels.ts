import { z } from 'zod';
import { url } from './units.ts';

/** Languages that messages exist in. */
export const LANGUAGES = ['en', 'zh-CN'] as const;

/** What every channel has, whatever its type: how its receiver wants to be told. */
const receiver = {
  language: z.enum(LANGUAGES).describe('Language of messages on this channel; the file\'s language when left out.').optional(),
};

const slack = z.strictObject({
  type: z.literal('slack').describe('A Slack incoming webhook.'), webhook: url.describe('Incoming webhook URL; keep it in ${ENV}.'),
  ...receiver,
});
const email = z.strictObject({
  type: z.literal('email').describe('E-mail by SMTP.'),
  smtp: z.string().refine((text) => /^smtps?:\/\//.test(text), 'not an smtp:// or smtps:// URL').describe('SMTP server, e.g. smtps://user:${SMTP_PASSWORD}@mail.example.com:465'),
  from: z.string().min(3).describe('Sender, e.g. rivalwatch <watch@example.com>.'), to: z.array(z.email('not an e-mail address')).min(1).describe('Recipients.'),
  ...receiver,
});
const webhook = z.strictObject({
  type: z.literal('webhook').describe('JSON to an address of your own.'), url: url.describe('Where the body is posted.'),
  secret: z.string().describe('Signs the body: HMAC-SHA256 in X-Rivalwatch-Signature.').optional(),
  allowPrivateAddresses: z.boolean().default(false).describe('Allow an address on a private network or this machine.'),
  ...receiver,
});

/** One entry of the section `channels`. A new type of channel is one more member here and one more line in alerts/channels/index.ts. */
export const channel = z.discriminatedUnion('type', [slack, email, webhook]);
