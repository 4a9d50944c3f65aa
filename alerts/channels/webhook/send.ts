import { createHmac } from 'node:crypto';
import type { SendContext, SendResult, SettingsOf } from '../channel.ts';
import { postJson, resultOf } from '../post.ts';
import { redact, secretsOfUrl } from '../redact.ts';
import { isPrivateLiteral, PrivateAddress, publicLookup } from './address.ts';
import type { WebhookBody } from './body.ts';

/**
 * Posts the body as JSON. With a secret, `X-Rivalwatch-Signature: sha256=<hex>` is the HMAC-SHA256 of `<timestamp>.<body>`, the timestamp
 * (seconds) being in `X-Rivalwatch-Timestamp`. `Idempotency-Key` is the delivery's id, the same for every attempt. Hosts that resolve to
 * private or loopback addresses are refused unless the channel allows them; what is checked is what is connected to.
 */
export async function sendWebhook(settings: SettingsOf<'webhook'>, body: WebhookBody, context: SendContext): Promise<SendResult> {
  const secrets = [...secretsOfUrl(settings.url), ...(settings.secret === undefined ? [] : [settings.secret])];
  const text = JSON.stringify(body);
  const headers = { 'idempotency-key': context.deliveryId, ...signature(settings.secret, text, context.now) };
  if (settings.allowPrivateAddresses) return resultOf(await postJson({ url: settings.url, body: text, headers }, context), secrets);
  if (isPrivateLiteral(new URL(settings.url).hostname)) return refused(settings.url, secrets);
  const posted = await postJson({ url: settings.url, body: text, headers, lookup: publicLookup }, context);
  if (posted.kind === 'failed' && posted.error instanceof PrivateAddress) return refused(settings.url, secrets);
  return resultOf(posted, secrets);
}

function refused(url: string, secrets: readonly string[]): SendResult {
  const answer = `${new URL(url).hostname} is a private or loopback address; set allowPrivateAddresses on the channel if it is yours`;
  return { result: 'permanent_failure', answer: redact(answer, secrets) };
}

function signature(secret: string | undefined, body: string, now: Date): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(now.getTime() / 1_000));
  if (secret === undefined) return { 'x-rivalwatch-timestamp': timestamp };
  const hmac = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
  return { 'x-rivalwatch-timestamp': timestamp, 'x-rivalwatch-signature': `sha256=${hmac}` };
}
