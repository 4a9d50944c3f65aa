import { z } from 'zod';
import { receiverSettings } from './receivers.ts';
import { url, webhookSecret } from './units.ts';

/** Languages that messages exist in. */
export const LANGUAGES = ['en', 'zh-CN'] as const;

/** What every channel has, whatever its type: how its receiver wants to be told. */
const receiver = {
  language: z.enum(LANGUAGES).describe('Language of messages on this channel; the file\'s language when left out.').optional(),
  ...receiverSettings,
};

/** A secret that is told by its beginning. */
function starting(start: string, what: string): z.ZodString {
  return z.string().refine((text) => text.startsWith(start) && text.length > start.length + 8, `not ${what}: those begin with ${start}`);
}

const slack = z.strictObject({
  type: z.literal('slack').describe('Slack: an incoming webhook, or a bot, which also keeps the messages of one episode in a thread.'),
  webhook: url.describe('Incoming webhook URL; keep it in ${ENV}. Either this, or token and channel.').optional(),
  token: starting('xoxb-', 'a bot token of Slack').describe('Bot token (xoxb-…) with the scope chat:write; keep it in ${ENV}.').optional(),
  channel: z.string().regex(/^([CGD][A-Z0-9]{6,}|#[^\s#]{1,80})$/, 'not a channel\'s id such as C0123456789, nor a name such as #prices').describe('With token: the channel\'s id, e.g. C0123456789 (at the end of "About" in Slack).').optional(),
  api: url.describe('With token: where the Web API is, when it is not https://slack.com/api/, e.g. https://slack-gov.com/api/ for GovSlack.').optional(),
  ...receiver,
}).refine((s) => (s.webhook === undefined) !== (s.token === undefined), 'give either webhook, or token and channel')
  .refine((s) => (s.token === undefined) === (s.channel === undefined), 'token and channel belong together');
const email = z.strictObject({
  type: z.literal('email').describe('E-mail by SMTP.'),
  smtp: z.string().refine((text) => /^smtps?:\/\//.test(text), 'not an smtp:// or smtps:// URL').describe('SMTP server, e.g. smtps://user:${SMTP_PASSWORD}@mail.example.com:465'),
  ca: z.string().refine((text) => text.includes('-----BEGIN CERTIFICATE-----'), 'not a certificate in PEM').describe('For a mail server of your own: the certificate (PEM) of the authority that signed its certificate.').optional(),
  from: z.string().min(3).describe('Sender, e.g. rivalwatch <watch@example.com>.'), to: z.array(z.email('not an e-mail address')).min(1).describe('Recipients.'),
  unsubscribe: z.string().refine((text) => URL.canParse(text) && /^(mailto|https):[^\s<>]+$/.test(text), 'not a mailto: or https:// address').describe('Where mail programs send those who want no more mails (List-Unsubscribe): mailto:… or https://…').optional(),
  unsubscribeOneClick: z.boolean().describe('true: the https:// address of unsubscribe takes a POST and unsubscribes without asking (RFC 8058).').optional(),
  ...receiver,
}).refine((m) => m.unsubscribeOneClick !== true || (m.unsubscribe?.startsWith('https:') === true && m.to.length === 1), 'unsubscribeOneClick needs an https:// address in unsubscribe, and a single recipient whom it stands for');
const webhook = z.strictObject({
  type: z.literal('webhook').describe('JSON to an address of your own.'), url: url.describe('Where the body is posted.'),
  secret: webhookSecret.describe('Signs the body (Standard Webhooks): whsec_ and the base64 of 24 to 64 bytes; keep it in ${ENV}.').optional(),
  allowPrivateAddresses: z.boolean().default(false).describe('Allow an address on a private network or this machine.'),
  ...receiver,
});

/** One entry of the section `channels`. A new type of channel is one more member here and one more line in alerts/channels/index.ts. */
export const channel = z.discriminatedUnion('type', [slack, email, webhook]);
