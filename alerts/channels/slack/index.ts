import type { ChannelKind } from '../channel.ts';
import type { SlackPost } from './blocks.ts';
import { renderDigest } from './digest.ts';
import { renderSlack } from './render.ts';
import { sendSlack } from './send.ts';

/** Slack by incoming webhook or as a bot. One message a second in a channel, short bursts allowed (https://docs.slack.dev/apis/web-api/rate-limits#posting). */
export const slack: ChannelKind<'slack', SlackPost> = { type: 'slack', render: renderSlack, digest: renderDigest, send: sendSlack, pace: { minIntervalMs: 1_000, perMinute: 60, burst: 10 }, pictures: ({ token }) => token !== undefined };
