import { CHANNEL_NAMES, type ChannelName, type Messages } from '../channels.ts';
import { startDingTalkSink } from './dingtalk.ts';
import { startDiscordSink } from './discord.ts';
import { startFeishuSink } from './feishu.ts';
import { startMailSink } from './mail.ts';
import { startSlackBotSink, type SlackBotMessage } from './slack-bot.ts';
import { startSlackSink } from './slack.ts';
import { startTeamsSink } from './teams.ts';
import { startTelegramSink } from './telegram.ts';
import { startWebhookSink } from './webhook.ts';
import { startWeComSink } from './wecom.ts';
import { wordsIn } from './words.ts';

/** A service for each channel, all on loopback, each as strict as the vendor's own. */
export interface Sinks {
  /** What the configuration says of each, but for its receiver. */
  readonly settings: Readonly<Record<ChannelName, Readonly<Record<string, unknown>>>>;
  readonly messages: () => Messages;
  /** What was refused: nothing, as long as Teams is switched on. */
  readonly refused: () => readonly string[];
  /** Addresses in what arrived on Slack, oldest first: of its buttons. */
  readonly links: () => readonly string[];
  /** Switches the workflow of Teams on or off: switched off, it refuses what comes. */
  readonly switchTeams: (on: boolean) => void;
  readonly close: () => Promise<void>;
}

/** Starts them all. They count time by the given clock, as the channels do that sign by it. */
export async function startSinks(now: () => number): Promise<Sinks> {
  let teamsOn = true;
  const [slack, bot, email, hook] = await Promise.all([startSlackSink(), startSlackBotSink({ now }), startMailSink(), startWebhookSink({ now })]);
  const [secret, keyword] = ['SEC7f0d2a4be5c14d8c9', '竞品'];
  const [feishu, dingtalk, wecom] = await Promise.all([startFeishuSink({ secret, now }), startDingTalkSink({ secret, keyword, now }), startWeComSink({ now })]);
  const [telegram, teams, discord] = await Promise.all([startTelegramSink({ now }), startTeamsSink({ on: () => teamsOn, now }), startDiscordSink({ now })]);
  const all = { slack, bot, email, hook, feishu, dingtalk, wecom, telegram, teams, discord };
  return {
    settings: {
      slack: { type: 'slack', webhook: slack.webhook }, bot: { type: 'slack', token: bot.token, channel: bot.channel, api: bot.api },
      email: { type: 'email', smtp: email.url, from: 'rivalwatch <watch@alder-pine.example>', to: ['owner@alder-pine.example'] },
      hook: { type: 'webhook', url: hook.url, secret: hook.secret, allowPrivateAddresses: true },
      feishu: { type: 'feishu', webhook: feishu.webhook, secret }, dingtalk: { type: 'dingtalk', webhook: dingtalk.webhook, secret, keyword }, wecom: { type: 'wecom', webhook: wecom.webhook },
      telegram: { type: 'telegram', token: telegram.token, chat: telegram.chat, api: telegram.api }, teams: { type: 'teams', webhook: teams.webhook }, discord: { type: 'discord', webhook: discord.webhook },
    },
    messages: () => new Map<ChannelName, readonly string[]>([
      ['slack', slack.messages.map(({ words }) => words)], ['bot', bot.taken.filter(({ method }) => method !== 'files.completeUploadExternal').map(botWords)], ['email', email.inbox.map(({ subject, text }) => `${subject}\n${text}`)],
      ['hook', hook.taken.map(({ message }) => message.text)], ['feishu', feishu.taken.map((card) => wordsIn(card, ['content']).join('\n'))], ['dingtalk', dingtalk.taken.map(({ markdown }) => markdown.text)],
      ['wecom', [...wecom.taken]], ['telegram', telegram.taken.map(({ method, text, replyTo }) => marked(text, { replaces: method.startsWith('edit'), below: replyTo !== undefined }))], ['teams', teams.taken.map((card) => wordsIn(card, ['text']).join('\n'))],
      ['discord', discord.taken.map(({ method, payload }) => marked(wordsIn(payload, ['title', 'description', 'name', 'value', 'text']).join('\n'), { replaces: method === 'PATCH', below: false }))],
    ]),
    refused: () => [slack, bot, hook, feishu, dingtalk, wecom, telegram, teams, discord].flatMap(({ refused }) => refused),
    links: () => slack.messages.flatMap(({ links }) => links),
    switchTeams: (on) => { teamsOn = on; },
    close: async () => { await Promise.all(CHANNEL_NAMES.map((name) => all[name].close())); },
  };
}

function botWords({ method, threadTs, payload, text }: SlackBotMessage): string {
  return marked(wordsIn(payload, ['text']).join('\n') || text, { replaces: method === 'chat.update', below: threadTs !== undefined });
}

/** Says of a message that it stands in the place of an earlier one, or below it. */
function marked(words: string, { replaces, below }: { readonly replaces: boolean; readonly below: boolean }): string {
  return replaces ? `(in place of the first message)\n${words}` : below ? `(below the first message)\n${words}` : words;
}
