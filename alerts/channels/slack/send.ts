import type { SendContext, SendResult, SettingsOf } from '../channel.ts';
import { postJson, resultOf } from '../post.ts';
import { secretsOfUrl } from '../redact.ts';
import type { SlackPost } from './render.ts';

/** Answers to 400 that mean the form of the message, not its address (https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks#handling_errors). */
const FORM_REFUSED = /\b(invalid_blocks|invalid_blocks_format|msg_blocks_too_long|invalid_attachments|too_many_attachments|invalid_payload|msg_too_long)\b/;

/**
 * Posts to an incoming webhook. When Slack refuses the form (400 invalid_blocks and its kin), the plain text is posted once instead.
 * 403 (invalid_token, action_prohibited), 404 (no_service, channel_not_found) and 410 (channel_is_archived) are permanent; 429 says how long to wait.
 * Slack knows no idempotency key: an attempt whose answer was lost may be seen twice.
 */
export async function sendSlack(settings: SettingsOf<'slack'>, post: SlackPost, context: SendContext): Promise<SendResult> {
  const secrets = secretsOfUrl(settings.webhook);
  const posted = await postJson({ url: settings.webhook, body: JSON.stringify(post.payload) }, context);
  if (posted.kind !== 'answer' || posted.status !== 400 || !FORM_REFUSED.test(posted.text)) return resultOf(posted, secrets);
  const plain = resultOf(await postJson({ url: settings.webhook, body: JSON.stringify(post.plain) }, context), secrets);
  return plain.result === 'sent' ? { ...plain, answer: `${plain.answer} (as plain text, after ${resultOf(posted, secrets).answer})`.slice(0, 500) } : plain;
}
