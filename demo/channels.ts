/** The channels of the demo: each of the nine kinds, Slack in both its ways. */
export const CHANNEL_NAMES = ['slack', 'bot', 'email', 'hook', 'feishu', 'dingtalk', 'wecom', 'telegram', 'teams', 'discord'] as const;
export type ChannelName = (typeof CHANNEL_NAMES)[number];

/** A name of a channel as people write it. */
export const CHANNEL_TITLES: Readonly<Record<ChannelName, string>> = {
  slack: 'Slack', bot: 'Slack bot', email: 'e-mail', hook: 'webhook', feishu: '飞书', dingtalk: '钉钉', wecom: '企业微信', telegram: 'Telegram', teams: 'Teams', discord: 'Discord',
};

/** How those who read them want to be told; the file's language and at once, where nothing is said. */
export const RECEIVERS: Readonly<Record<ChannelName, Readonly<Record<string, unknown>>>> = {
  slack: {}, bot: { limit: 1, workingDays: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat'] }, email: { language: 'zh-CN' }, hook: {},
  feishu: { language: 'zh-CN', quietHours: { from: '22:00', to: '08:00' } }, dingtalk: { language: 'zh-CN', digest: 'daily 09:00' }, wecom: { language: 'zh-CN' },
  telegram: {}, teams: { fallback: 'discord' }, discord: {},
};

/** So many messages on each channel. */
export type Counts = Readonly<Partial<Record<ChannelName, number>>>;
/** The words of messages by channel, oldest first. */
export type Messages = ReadonlyMap<ChannelName, readonly string[]>;

/** Those of `after` that were not there before. */
export function newMessages(before: Messages, after: Messages): Messages {
  return new Map(CHANNEL_NAMES.map((name) => [name, (after.get(name) ?? []).slice(before.get(name)?.length ?? 0)]));
}
