import { FormData } from 'undici';
import { judge, noted } from '../answers.ts';
import type { SendContext, SendResult, SettingsOf } from '../channel.ts';
import { post } from '../post.ts';
import { secretsOfUrl } from '../redact.ts';
import { MEANINGS, readDiscord } from './answers.ts';
import { PICTURE, type DiscordPost } from './embed.ts';

/**
 * Executes a webhook and waits for the message that comes of it; its id is the handle by which the episode's first message is replaced when
 * the episode is over (a webhook cannot reply). Discord takes no idempotency key from webhooks.
 */
export async function sendDiscord(settings: SettingsOf<'discord'>, message: DiscordPost, context: SendContext): Promise<SendResult> {
  const secrets = secretsOfUrl(settings.webhook);
  const sent = judge(await post({ url: addressOf(settings), body: bodyOf(message) }, context), secrets, MEANINGS, readDiscord);
  if (sent.result !== 'sent' || !message.over || !/^\d{5,25}$/.test(context.thread ?? '')) return sent;
  const url = addressOf(settings, `/messages/${context.thread}`);
  const replaced = judge(await post({ url, method: 'PATCH', body: bodyOf(message, []) }, context), secrets, MEANINGS, readDiscord);
  // Whether the first message could be replaced changes nothing: what had to be told is told.
  return replaced.result === 'sent' ? sent : noted(sent, `the first message stays as it was: ${replaced.answer}`);
}

function addressOf({ webhook, thread }: SettingsOf<'discord'>, below = ''): string {
  const url = new URL(webhook);
  url.pathname = `${url.pathname.replace(/\/+$/, '')}${below}`;
  url.searchParams.set('wait', 'true');
  if (thread !== undefined) url.searchParams.set('thread_id', thread);
  return url.href;
}

/** With a picture the body is a form: the message as JSON, the picture as a file. `kept`: files of the message that is replaced; all when left out. */
function bodyOf({ payload, png }: DiscordPost, kept?: readonly []): string | FormData {
  if (!png) return JSON.stringify({ ...payload, ...(kept ? { attachments: kept } : {}) });
  const form = new FormData();
  form.set('payload_json', JSON.stringify({ ...payload, attachments: [{ id: 0, filename: PICTURE }] }));
  form.set('files[0]', new Blob([Buffer.from(png)], { type: 'image/png' }), PICTURE);
  return form;
}
