import { createHmac } from 'node:crypto';
import { judge, readErrcode } from '../answers.ts';
import type { SendContext, SendResult, SettingsOf } from '../channel.ts';
import { post } from '../post.ts';
import { secretsOfUrl } from '../redact.ts';
import { MEANINGS } from './answers.ts';
import type { DingTalkText } from './render.ts';

/** Posts Markdown to a custom robot, signed when the channel has a secret, with the keyword that the robot wants when it has one. DingTalk knows no idempotency key. */
export async function sendDingTalk(settings: SettingsOf<'dingtalk'>, { title, text }: DingTalkText, context: SendContext): Promise<SendResult> {
  const { webhook, secret, keyword } = settings;
  const wanted = keyword === undefined || text.includes(keyword) ? text : `${text}\n\n${keyword}`;
  const body = { msgtype: 'markdown', markdown: { title, text: wanted }, at: { isAtAll: false } };
  const url = signed(webhook, secret, context.now);
  const posted = await post({ url, body: JSON.stringify(body) }, context);
  return judge(posted, [...secretsOfUrl(url, secret), ...secretsOfUrl(webhook)], MEANINGS, readErrcode);
}

/** base64 of the HMAC-SHA256 of `timestamp` (milliseconds), a line break and the secret, with the secret as the key; both in the address. */
function signed(webhook: string, secret: string | undefined, now: Date): string {
  if (secret === undefined) return webhook;
  const url = new URL(webhook);
  const timestamp = String(now.getTime());
  url.searchParams.set('timestamp', timestamp);
  url.searchParams.set('sign', createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64'));
  return url.href;
}
