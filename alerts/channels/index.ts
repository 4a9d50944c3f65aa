import type { ChannelSettings } from '../../config/schema.ts';
import type { Digest } from '../messages/digest.ts';
import type { Message } from '../messages/message.ts';
import { TIMEOUTS, type ChannelKind, type ChannelType, type Pace, type SendContext, type SendResult, type SettingsOf } from './channel.ts';
import { reasonOf } from './post.ts';
import { redact } from './redact.ts';
import { dingtalk } from './dingtalk/index.ts';
import { discord } from './discord/index.ts';
import { email } from './email/index.ts';
import { feishu } from './feishu/index.ts';
import { slack } from './slack/index.ts';
import { teams } from './teams/index.ts';
import { telegram } from './telegram/index.ts';
import { webhook } from './webhook/index.ts';
import { wecom } from './wecom/index.ts';

/** Every type of channel. One that the configuration knows and that is missing here does not compile. */
const CHANNELS: Readonly<Record<ChannelType, Channel>> = {
  slack: channel(slack),
  email: channel(email),
  webhook: channel(webhook),
  feishu: channel(feishu),
  dingtalk: channel(dingtalk),
  wecom: channel(wecom),
  telegram: channel(telegram),
  teams: channel(teams),
  discord: channel(discord),
};

/** Renders a message for a channel and sends it: one attempt. Never rejects: a failure is a result, a message that cannot be made a permanent one. */
export function deliver(settings: ChannelSettings, message: Message, context: SendContext): Promise<SendResult> {
  return attempt(context, (bounded) => CHANNELS[settings.type].deliver(settings, message, bounded));
}

/** The same for a digest. */
export function deliverDigest(settings: ChannelSettings, digest: Digest, context: SendContext): Promise<SendResult> {
  return attempt(context, (bounded) => CHANNELS[settings.type].deliverDigest(settings, digest, bounded));
}

/** How often a channel of this type takes a message. */
export function paceOf(type: ChannelType): Pace {
  return CHANNELS[type].pace;
}

/** Whether a channel shows pictures of prices. */
export function showsPictures(settings: ChannelSettings): boolean {
  return CHANNELS[settings.type].showsPictures(settings);
}

/** A channel whose rendered form is its own affair. */
interface Channel {
  readonly deliver: (settings: ChannelSettings, message: Message, context: SendContext) => Promise<SendResult>;
  readonly deliverDigest: (settings: ChannelSettings, digest: Digest, context: SendContext) => Promise<SendResult>;
  readonly pace: Pace;
  readonly showsPictures: (settings: ChannelSettings) => boolean;
}

function channel<T extends ChannelType, Rendered>(kind: ChannelKind<T, Rendered>): Channel {
  return {
    deliver: async (settings, message, context) => kind.send(its(settings, kind.type), kind.render(message), context),
    deliverDigest: async (settings, digest, context) => kind.send(its(settings, kind.type), kind.digest(digest), context),
    pace: kind.pace, showsPictures: (settings) => kind.pictures?.(its(settings, kind.type)) === true,
  };
}

function its<T extends ChannelType>(settings: ChannelSettings, type: T): SettingsOf<T> {
  if (!isOf(settings, type)) throw new TypeError(`a channel of type ${settings.type} was given to ${type}`);
  return settings;
}

function isOf<T extends ChannelType>(settings: ChannelSettings, type: T): settings is SettingsOf<T> {
  return settings.type === type;
}

async function attempt(context: SendContext, send: (context: SendContext) => Promise<SendResult>): Promise<SendResult> {
  try {
    return await send({ ...context, signal: AbortSignal.any([context.signal, AbortSignal.timeout(TIMEOUTS.attemptMs)]) });
  } catch (error) {
    return { result: 'permanent_failure', concerns: 'message', answer: redact(`the message could not be made: ${reasonOf(error)}`, []) };
  }
}
