import type { ChannelKind } from '../channel.ts';
import type { Card } from './card.ts';
import { renderDigest } from './digest.ts';
import { renderFeishu } from './render.ts';
import { sendFeishu } from './send.ts';

/** 飞书 (and Lark) by a custom bot: 5 messages a second and 100 a minute (https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot). */
export const feishu: ChannelKind<'feishu', Card> = { type: 'feishu', render: renderFeishu, digest: renderDigest, send: sendFeishu, pace: { minIntervalMs: 250, perMinute: 100 } };
