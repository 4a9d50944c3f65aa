import { createHmac } from 'node:crypto';

/**
 * The headers of Standard Webhooks 1.0 (https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md):
 * `webhook-id` is the same for every attempt, `webhook-timestamp` is Unix seconds of this one, `webhook-signature` is `v1,` and the base64
 * of the HMAC-SHA256 of `id.timestamp.body`, the key being what stands in base64 behind `whsec_`.
 */
export function signedHeaders(id: string, body: string, now: Date, secret: string | undefined): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(now.getTime() / 1_000));
  const headers = { 'webhook-id': id, 'webhook-timestamp': timestamp };
  if (secret === undefined) return headers;
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  return { ...headers, 'webhook-signature': `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}` };
}
