import type { ChannelKind } from '../channel.ts';
import { renderDigest } from './digest.ts';
import { renderDingTalk, type DingTalkText } from './render.ts';
import { sendDingTalk } from './send.ts';

/** 钉钉 by a custom robot: 20 messages a minute (https://open.dingtalk.com/document/robots/custom-robot-access), less a few that were sent in one minute and arrive in the next: it is deaf for ten after one too many. */
export const dingtalk: ChannelKind<'dingtalk', DingTalkText> = { type: 'dingtalk', render: renderDingTalk, digest: renderDigest, send: sendDingTalk, pace: { minIntervalMs: 1_000, perMinute: 18 } };
