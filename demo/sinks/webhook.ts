import { createHmac } from 'node:crypto';
import { webhookBody, type WebhookBody } from '../../alerts/channels/webhook/body.ts';
import { startSink, type Sink, type SinkAnswer, type SinkRequest } from './sink.ts';

const SECRET = Buffer.from('a shop\'s own stock system').toString('base64');
const WINDOW_MS = 300_000;

/** A program of the operator's own on loopback: it takes what is signed (Standard Webhooks: id, time and body, HMAC-SHA256), new, and version 1 of the body. */
export async function startWebhookSink({ now = Date.now }: { readonly now?: () => number } = {}): Promise<Sink<WebhookBody> & { readonly url: string; readonly secret: string }> {
  const sink = await startSink((request): SinkAnswer<WebhookBody> => {
    if (!isSigned(request, now())) return { status: 401, body: 'the signature is wrong, or the message is old' };
    const checked = webhookBody.safeParse(request.json);
    return checked.success ? { status: 204, body: '', taken: checked.data } : { status: 400, body: 'not version 1 of the body' };
  });
  return { ...sink, url: `${sink.origin}/hook`, secret: `whsec_${SECRET}` };
}

function isSigned({ headers, body }: SinkRequest, now: number): boolean {
  const [id, time] = [String(headers['webhook-id']), String(headers['webhook-timestamp'])];
  const signature = createHmac('sha256', Buffer.from(SECRET, 'base64')).update(`${id}.${time}.`).update(body).digest('base64');
  return Math.abs(now - Number(time) * 1_000) <= WINDOW_MS && String(headers['webhook-signature']).split(' ').includes(`v1,${signature}`);
}
