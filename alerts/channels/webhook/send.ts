import { refusalOfHost } from '../../../model/ip-address.ts';
import type { SendContext, SendResult, SettingsOf } from '../channel.ts';
import { post, resultOf } from '../post.ts';
import { redact, secretsOfUrl } from '../redact.ts';
import { PrivateAddress, publicLookup } from './address.ts';
import type { WebhookBody } from './body.ts';
import { signedHeaders } from './sign.ts';

/**
 * Posts the body as JSON, signed when the channel has a secret. The receiver has no codes of its own: its HTTP status decides. Hosts that
 * resolve to private or loopback addresses are refused unless the channel allows them; what is checked is what is connected to.
 */
export async function sendWebhook(settings: SettingsOf<'webhook'>, body: WebhookBody, context: SendContext): Promise<SendResult> {
  const secrets = secretsOfUrl(settings.url, settings.secret);
  const text = JSON.stringify(body);
  const what = { url: settings.url, body: text, headers: signedHeaders(context.deliveryId, text, context.now, settings.secret) };
  if (settings.allowPrivateAddresses) return resultOf(await post(what, context), secrets);
  if (refusalOfHost(new URL(settings.url).hostname) !== undefined) return refused(settings.url, secrets);
  const posted = await post({ ...what, lookup: publicLookup }, context);
  if (posted.kind === 'failed' && posted.error instanceof PrivateAddress) return refused(settings.url, secrets);
  return resultOf(posted, secrets);
}

function refused(url: string, secrets: readonly string[]): SendResult {
  const answer = `${new URL(url).hostname} is a private or loopback address; set allowPrivateAddresses on the channel if it is yours`;
  return { result: 'permanent_failure', answer: redact(answer, secrets) };
}
