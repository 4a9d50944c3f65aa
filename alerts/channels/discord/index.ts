import type { ChannelKind } from '../channel.ts';
import { renderDigest } from './digest.ts';
import type { DiscordPost } from './embed.ts';
import { renderDiscord } from './render.ts';
import { sendDiscord } from './send.ts';

/** Discord by a webhook: 5 messages in 2 seconds, 30 a minute (https://discord.com/developers/docs/topics/rate-limits; the numbers stand in its answers' headers). */
export const discord: ChannelKind<'discord', DiscordPost> = { type: 'discord', render: renderDiscord, digest: renderDigest, send: sendDiscord, pace: { minIntervalMs: 500, perMinute: 30 }, pictures: () => true };
