import { judge, readErrcode } from '../answers.ts';
import type { SendContext, SendResult, SettingsOf } from '../channel.ts';
import { post } from '../post.ts';
import { secretsOfUrl } from '../redact.ts';
import { MEANINGS } from './answers.ts';

/** Posts Markdown to a group robot. The key in its address is all the proof there is. WeCom knows no idempotency key. */
export async function sendWeCom({ webhook }: SettingsOf<'wecom'>, content: string, context: SendContext): Promise<SendResult> {
  const posted = await post({ url: webhook, body: JSON.stringify({ msgtype: 'markdown', markdown: { content } }) }, context);
  return judge(posted, secretsOfUrl(webhook), MEANINGS, readErrcode);
}
