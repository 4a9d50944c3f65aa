import { judge, type Said } from '../answers.ts';
import type { SendContext, SendResult, SettingsOf } from '../channel.ts';
import { post, type Posted } from '../post.ts';
import { secretsOfUrl } from '../redact.ts';
import { isForm, isThread, MEANINGS, readWeb, readWebhook } from './answers.ts';
import type { SlackPost } from './blocks.ts';

/**
 * Posts to an incoming webhook, or as a bot. When Slack refuses the form of the message, its plain text is posted once instead. A bot posts
 * below the episode's first message, to be seen in the channel as well, and replaces that message when the episode is over.
 * Slack knows no idempotency key: an attempt whose answer was lost may be seen twice.
 */
export async function sendSlack(settings: SettingsOf<'slack'>, message: SlackPost, context: SendContext): Promise<SendResult> {
  const { webhook, token, channel } = settings;
  if (token !== undefined && channel !== undefined) return sendAsBot({ token, channel, api: settings.api ?? 'https://slack.com/api/' }, message, context);
  if (webhook === undefined) return { result: 'permanent_failure', answer: 'the channel has neither a webhook nor a token' };
  const posted = await post({ url: webhook, body: JSON.stringify(message.payload) }, context);
  const secrets = secretsOfUrl(webhook);
  const first = judge(posted, secrets, MEANINGS, readWebhook);
  if (first.result !== 'permanent_failure' || !isForm(said(posted, readWebhook))) return first;
  const second = judge(await post({ url: webhook, body: JSON.stringify(message.plain) }, context), secrets, MEANINGS, readWebhook);
  return second.result === 'sent' ? asPlain(second, first) : second;
}

interface Bot {
  readonly token: string;
  readonly channel: string;
  readonly api: string;
}

async function sendAsBot(bot: Bot, message: SlackPost, context: SendContext): Promise<SendResult> {
  const parent = parentOf(context.thread);
  const below = parent ? { thread_ts: parent.ts, reply_broadcast: true } : {};
  const first = await say(bot, { ...message.payload, ...below }, context);
  if (isForm(first.said)) {
    const second = await say(bot, { ...message.plain, ...below }, context);
    return second.result.result === 'sent' ? asPlain(second.result, first.result) : second.result;
  }
  if (parent && isThread(first.said)) return (await say(bot, message.payload, context)).result;
  if (first.result.result === 'sent' && parent && message.over) return replaced(bot, parent, message, first.result, context);
  return first.result;
}

interface Answered {
  readonly result: SendResult;
  readonly said: Said | undefined;
}

async function say(bot: Bot, body: object, context: SendContext): Promise<Answered> {
  return call(bot, 'chat.postMessage', { channel: bot.channel, unfurl_links: false, unfurl_media: false, ...body }, context);
}

/** Whether the first message could be replaced changes nothing: what had to be told is told. */
async function replaced(bot: Bot, parent: Parent, message: SlackPost, sent: SendResult, context: SendContext): Promise<SendResult> {
  const { result } = await call(bot, 'chat.update', { channel: parent.channel, ts: parent.ts, ...message.payload }, context);
  return result.result === 'sent' ? sent : { ...sent, answer: `${sent.answer} (the first message stays as it was: ${result.answer})`.slice(0, 500) };
}

async function call({ api, token }: Bot, method: string, body: object, context: SendContext): Promise<Answered> {
  const posted = await post({ url: new URL(method, api.endsWith('/') ? api : `${api}/`).href, body: JSON.stringify(body), headers: { authorization: `Bearer ${token}` } }, context);
  return { result: judge(posted, [token], MEANINGS, readWeb), said: said(posted, readWeb) };
}

function said(posted: Posted, read: (text: string) => Said | undefined): Said | undefined {
  return posted.kind === 'answer' && posted.status < 500 ? read(posted.text) : undefined;
}

function asPlain(second: SendResult, first: SendResult): SendResult {
  return { ...second, answer: `${second.answer} (as plain text, after ${first.answer})`.slice(0, 500) };
}

interface Parent {
  readonly channel: string;
  readonly ts: string;
}

function parentOf(handle: string | undefined): Parent | undefined {
  const parts = /^([A-Z0-9]{1,30}):(\d{1,20}\.\d{1,10})$/.exec(handle ?? '');
  return parts?.[1] === undefined || parts[2] === undefined ? undefined : { channel: parts[1], ts: parts[2] };
}
