import type { ChannelType } from '../../../alerts/channels/channel.ts';
import { webhookBody } from '../../../alerts/channels/webhook/body.ts';
import type { ChannelSettings } from '../../../config/schema.ts';
import { startDingTalkSink } from '../../../demo/sinks/dingtalk.ts';
import { startDiscordSink } from '../../../demo/sinks/discord.ts';
import { startFeishuSink } from '../../../demo/sinks/feishu.ts';
import { startSink } from '../../../demo/sinks/sink.ts';
import { startSlackBotSink } from '../../../demo/sinks/slack-bot.ts';
import { startSlackSink } from '../../../demo/sinks/slack.ts';
import { startTeamsSink } from '../../../demo/sinks/teams.ts';
import { startTelegramSink } from '../../../demo/sinks/telegram.ts';
import { startWeComSink } from '../../../demo/sinks/wecom.ts';
import { mailServer } from './servers.ts';

/** A service that is set up as the strictest operator would, and the channel for it. */
export interface Fake extends AsyncDisposable {
  readonly settings: ChannelSettings;
  /** How many messages it took. */
  readonly taken: () => number;
  readonly refused: () => readonly string[];
}

type Clock = () => number;

/** One for every type of channel, and one more for Slack's bot. */
export const FAKES: Readonly<Record<ChannelType | 'slack bot', (now: Clock) => Promise<Fake>>> = {
  slack: async () => {
    const sink = await startSlackSink();
    return { settings: { type: 'slack', webhook: sink.webhook }, taken: () => sink.messages.length, refused: () => sink.refused, [Symbol.asyncDispose]: sink.close };
  },
  'slack bot': async (now) => {
    const sink = await startSlackBotSink({ now });
    const said = { ...sink, get taken() { return sink.taken.filter((one) => one.method === 'chat.postMessage'); } };
    return of(said, { type: 'slack', token: sink.token, channel: sink.channel, api: sink.api });
  },
  email: async () => {
    const server = await mailServer();
    const settings = { type: 'email', smtp: `smtp://${server.address}`, from: 'rivalwatch <watch@shop.example>', to: ['a@shop.example'] } as const;
    return { settings: { ...settings, to: [...settings.to] }, taken: () => server.mails.length, refused: () => [], [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
  },
  webhook: async () => {
    const sink = await startSink<unknown>(({ json }) => (webhookBody.safeParse(json).success ? { status: 204, body: '', taken: json } : { status: 400, body: 'not version 1' }));
    return of(sink, { type: 'webhook', url: `${sink.origin}/hook`, allowPrivateAddresses: true });
  },
  feishu: async (now) => {
    const [secret, keyword] = ['xGKbjTqbzRGfMBJZK2kLmc', '竞品监控'];
    const sink = await startFeishuSink({ secret, keyword, now });
    return of(sink, { type: 'feishu', webhook: sink.webhook, secret, keyword });
  },
  dingtalk: async (now) => {
    const [secret, keyword] = ['SEC7f0d2a4be5', '竞品监控'];
    const sink = await startDingTalkSink({ secret, keyword, now });
    return of(sink, { type: 'dingtalk', webhook: sink.webhook, secret, keyword });
  },
  wecom: async (now) => {
    const sink = await startWeComSink({ now });
    return of(sink, { type: 'wecom', webhook: sink.webhook });
  },
  telegram: async (now) => {
    const sink = await startTelegramSink({ now });
    return of(sink, { type: 'telegram', token: sink.token, chat: sink.chat, api: sink.api });
  },
  teams: async (now) => {
    const sink = await startTeamsSink({ now });
    return of(sink, { type: 'teams', webhook: sink.webhook });
  },
  discord: async (now) => {
    const sink = await startDiscordSink({ now });
    return of(sink, { type: 'discord', webhook: sink.webhook });
  },
};

function of(sink: { readonly taken: readonly unknown[]; readonly refused: readonly string[]; readonly close: () => Promise<void> }, settings: ChannelSettings): Fake {
  return { settings, taken: () => sink.taken.length, refused: () => sink.refused, [Symbol.asyncDispose]: sink.close };
}
