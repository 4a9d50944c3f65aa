import { judge, noted } from '../answers.ts';
import type { SendContext, SendResult, SettingsOf } from '../channel.ts';
import { post, reasonOf } from '../post.ts';
import { secretsOfUrl } from '../redact.ts';
import { isForm, isThread, MEANINGS, readWebhook } from './answers.ts';
import { call, placeOf, type Answered, type Bot, type Place } from './api.ts';
import type { SlackPost } from './blocks.ts';
import { sendPictures } from './picture.ts';

/**
 * Posts to an incoming webhook, or as a bot. When Slack refuses the form of the message, its plain text is posted once instead. A bot posts
 * below the episode's first message, to be seen in the channel as well, and replaces that message when the episode is over.
 * Slack knows no idempotency key: an attempt whose answer was lost may be seen twice.
 */
export async function sendSlack(settings: SettingsOf<'slack'>, message: SlackPost, context: SendContext): Promise<SendResult> {
  const { webhook, token, channel, api = 'https://slack.com/api/' } = settings;
  if (token !== undefined && channel !== undefined) return sendAsBot({ token, channel, api }, message, context);
  if (webhook === undefined) return { result: 'permanent_failure', answer: 'the channel has neither a webhook nor a token' };
  const secrets = secretsOfUrl(webhook);
  const posted = await post({ url: webhook, body: JSON.stringify(message.payload) }, context);
  const first = judge(posted, secrets, MEANINGS, readWebhook);
  if (first.result !== 'permanent_failure' || posted.kind === 'failed' || !isForm(readWebhook(posted.text))) return first;
  const second = judge(await post({ url: webhook, body: JSON.stringify(message.plain) }, context), secrets, MEANINGS, readWebhook);
  return second.result === 'sent' ? noted(second, `as plain text, after ${first.answer}`) : second;
}

async function sendAsBot(bot: Bot, message: SlackPost, context: SendContext): Promise<SendResult> {
  const parent = placeOf(context.thread);
  const first = await say(bot, { ...message.payload, ...under(parent) }, context);
  if (isForm(first.said)) {
    const { result } = await say(bot, { ...message.plain, ...under(parent) }, context);
    return result.result === 'sent' ? noted(result, `as plain text, after ${first.result.answer}`) : result;
  }
  if (parent && isThread(first.said)) return (await say(bot, message.payload, context)).result;
  return first.result.result === 'sent' ? followed(bot, message, first.result, parent, context) : first.result;
}

function say(bot: Bot, body: object, context: SendContext): Promise<Answered> {
  return call(bot, 'chat.postMessage', { channel: bot.channel, unfurl_links: false, unfurl_media: false, ...body }, context);
}

function under(parent: Place | undefined): object {
  return parent ? { thread_ts: parent.ts, reply_broadcast: true } : {};
}

/** The pictures below the message, and the end shown in the first one. Whether that works changes nothing: what had to be told is told. */
async function followed(bot: Bot, message: SlackPost, sent: SendResult, parent: Place | undefined, context: SendContext): Promise<SendResult> {
  const place = parent ?? placeOf(sent.handle);
  const pictures = message.pictures && place ? await sendPictures(bot, message.pictures, place, context).catch(asFailure) : undefined;
  const update = message.over && parent ? (await call(bot, 'chat.update', { channel: parent.channel, ts: parent.ts, ...message.payload }, context)).result : undefined;
  const withPictures = pictures && pictures.result !== 'sent' ? noted(sent, `without its picture: ${pictures.answer}`) : sent;
  return update && update.result !== 'sent' ? noted(withPictures, `the first message stays as it was: ${update.answer}`) : withPictures;
}

function asFailure(error: unknown): SendResult {
  return { result: 'passing_failure', answer: reasonOf(error) };
}
