import type { ChannelKind } from '../channel.ts';
import type { WebhookBody } from './body.ts';
import { renderWebhook } from './render.ts';
import { sendWebhook } from './send.ts';

/** JSON to an address of the operator's own. */
export const webhook: ChannelKind<'webhook', WebhookBody> = { render: renderWebhook, send: sendWebhook };
