import type { ChannelKind } from '../channel.ts';
import type { WebhookBody } from './body.ts';
import { renderDigest } from './digest.ts';
import { renderWebhook } from './render.ts';
import { sendWebhook } from './send.ts';

/** JSON to an address of the operator's own. */
export const webhook: ChannelKind<'webhook', WebhookBody> = { type: 'webhook', render: renderWebhook, digest: renderDigest, send: sendWebhook, pace: { minIntervalMs: 0, perMinute: 600 } };
