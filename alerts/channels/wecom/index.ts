import type { ChannelKind } from '../channel.ts';
import { renderDigest } from './digest.ts';
import { renderWeCom } from './render.ts';
import { sendWeCom } from './send.ts';

/** 企业微信 by a group robot: 20 messages a minute (https://developer.work.weixin.qq.com/document/path/91770), less a few that were sent in one minute and arrive in the next. */
export const wecom: ChannelKind<'wecom', string> = { type: 'wecom', render: renderWeCom, digest: renderDigest, send: sendWeCom, pace: { minIntervalMs: 1_000, perMinute: 18 } };
