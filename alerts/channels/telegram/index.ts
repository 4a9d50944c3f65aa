import type { ChannelKind } from '../channel.ts';
import { renderDigest } from './digest.ts';
import type { TelegramText } from './html.ts';
import { renderTelegram } from './render.ts';
import { sendTelegram } from './send.ts';

/** Telegram by a bot: a message a second in a chat, 20 a minute in a group (https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this). */
export const telegram: ChannelKind<'telegram', TelegramText> = { type: 'telegram', render: renderTelegram, digest: renderDigest, send: sendTelegram, pace: { minIntervalMs: 1_000, perMinute: 20 }, pictures: () => true };
