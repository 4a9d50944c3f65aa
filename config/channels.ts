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
  return z.string().refine((text) => text.startsWith(start), `not ${what}: those begin with ${start}`)
    .refine((text) => !text.startsWith(start) || text.length > start.length + 8, `too short for ${what}: copy the whole of it`);
}

/** A web address that has to look like one of its service. */
function urlLike(fits: (address: URL) => boolean, otherwise: string): z.ZodType<string, string> {
  return url.refine((text) => !URL.canParse(text) || fits(new URL(text)), otherwise);
}

const slack = z.strictObject({
  type: z.literal('slack').describe('Slack: an incoming webhook, or a bot, which also keeps the messages of one episode in a thread.'),
  webhook: url.describe('Incoming webhook URL; keep it in ${ENV}. Either this, or token and channel.').optional(),
  token: starting('xoxb-', 'a bot token of Slack').describe('Bot token (xoxb-…) with the scope chat:write, and files:write for pictures; keep it in ${ENV}.').optional(),
  channel: z.string().refine((text) => /^([CGD][A-Z0-9]{6,}|#[^\s#]{1,80})$/.test(text), 'not a channel\'s id such as C0123456789, nor a name such as #prices').describe('With token: the channel\'s id, e.g. C0123456789 (at the end of "About" in Slack).').optional(),
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

const keyword = z.string().refine((text) => /^\S(.{0,48}\S)?$/.test(text), 'not one line of at most 50 characters').optional();
const feishu = z.strictObject({
  type: z.literal('feishu').describe('飞书 Feishu or Lark: a custom bot of a group.'),
  webhook: urlLike(({ pathname }) => /\/open-apis\/bot\/v2\/hook\/[\w-]+$/.test(pathname), 'not the webhook of a Feishu bot: https://open.feishu.cn/open-apis/bot/v2/hook/…').describe('The bot\'s webhook URL; keep it in ${ENV}.'),
  secret: z.string().min(1).describe('签名校验: the secret of the bot\'s signature check, when it is on; keep it in ${ENV}.').optional(),
  keyword: keyword.describe('自定义关键词: one of the bot\'s keywords, when it has some; it is put below every message.'),
  ...receiver,
});
const dingtalk = z.strictObject({
  type: z.literal('dingtalk').describe('钉钉 DingTalk: a custom robot of a group.'),
  webhook: urlLike(({ searchParams }) => searchParams.has('access_token'), 'not the webhook of a DingTalk robot: https://oapi.dingtalk.com/robot/send?access_token=…').describe('The robot\'s webhook URL; keep it in ${ENV}.'),
  secret: starting('SEC', 'the secret of a DingTalk robot').describe('加签: the secret (SEC…) of the robot\'s signature, when it is on; keep it in ${ENV}.').optional(),
  keyword: keyword.describe('自定义关键词: one of the robot\'s keywords, when it has some; it is put below every message.'),
  ...receiver,
});
const wecom = z.strictObject({
  type: z.literal('wecom').describe('企业微信 WeCom: a robot of a group.'),
  webhook: urlLike(({ searchParams }) => searchParams.has('key'), 'not the webhook of a WeCom robot: https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=…').describe('The robot\'s webhook URL; keep it in ${ENV}.'),
  ...receiver,
});
const telegram = z.strictObject({
  type: z.literal('telegram').describe('Telegram: a bot.'),
  token: z.string().refine((text) => /^\d{5,}:[\w-]{30,}$/.test(text), 'not a bot token of Telegram: a number, a colon and 35 characters').describe('The bot\'s token from @BotFather; keep it in ${ENV}.'),
  chat: z.string().refine((text) => /^(-?\d{1,16}|@\w{4,32})$/.test(text), 'not the id of a chat such as -1001234567890, nor a public name such as @prices').describe('The chat\'s id, e.g. -1001234567890 for a group, or the @name of a public one in quotation marks.'),
  topic: z.int().min(1).describe('The number of a topic, in a group that has topics.').optional(),
  api: url.describe('Where the Bot API is, when it is not https://api.telegram.org: a server of your own.').optional(),
  ...receiver,
});
const teams = z.strictObject({
  type: z.literal('teams').describe('Microsoft Teams: a workflow that posts to a channel or chat.'), webhook: url.describe('The workflow\'s address; keep it in ${ENV}.'),
  ...receiver,
});
const discord = z.strictObject({
  type: z.literal('discord').describe('Discord: a webhook of a channel.'),
  webhook: urlLike(({ pathname }) => /\/api\/(v\d+\/)?webhooks\/\d+\/[\w-]+$/.test(pathname), 'not the webhook of a Discord channel: https://discord.com/api/webhooks/…/…').describe('The webhook\'s URL; keep it in ${ENV}.'),
  thread: z.string().refine((text) => /^\d{5,25}$/.test(text), 'not the id of a thread').describe('The id of a thread, or of a post in a forum.').optional(),
  ...receiver,
});

/** One entry of the section `channels`. A new type of channel is one more member here and one more line in alerts/channels/index.ts. */
export const channel = z.discriminatedUnion('type', [slack, email, webhook, feishu, dingtalk, wecom, telegram, teams, discord]);

export const CHANNEL_TYPES = channel.options.map((option) => option.shape.type.value);
