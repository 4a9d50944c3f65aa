import type { ChannelKind } from '../channel.ts';
import { renderSlack, type SlackPost } from './render.ts';
import { sendSlack } from './send.ts';

/** Slack by incoming webhook. */
export const slack: ChannelKind<'slack', SlackPost> = { render: renderSlack, send: sendSlack };
