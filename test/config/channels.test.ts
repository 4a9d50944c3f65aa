import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { CHANNEL_TYPES } from '../../config/channels.ts';
import { configIn, load, mistakesIn } from './support.ts';

const HEAD = 'version: 1\ncontact: me@example.com\nsources:\n  shop:\n    url: https://shop.example/\nchannels:\n  it:\n';
const file = (entry: string): Record<string, string> => ({ 'rivalwatch.yaml': `${HEAD}    {${entry}}\n` });
const SECRET = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;

/** One right entry for every type. A type that is missing here fails the test below. */
const RIGHT: readonly (readonly [type: string, entry: string])[] = [
  ['slack', 'type: slack, webhook: "${V}"'], ['slack', 'type: slack, token: xoxb-123456789-abcdef, channel: C0123456789'], ['slack', 'type: slack, token: xoxb-123456789-abcdef, channel: "#prices", api: "https://slack-gov.com/api/"'],
  ['email', 'type: email, smtp: "smtps://a:b@mail.example:465", from: a@b.example, to: [c@d.example], unsubscribe: "mailto:leave@b.example"'],
  ['email', 'type: email, smtp: "smtp://mail.example", from: a@b.example, to: [c@d.example], unsubscribe: "https://b.example/leave", unsubscribeOneClick: true'],
  ['webhook', `type: webhook, url: "https://x.example/hook", secret: ${SECRET}`], ['feishu', 'type: feishu, webhook: "https://open.feishu.cn/open-apis/bot/v2/hook/0f3c-2a51", secret: abc, keyword: 竞品'],
  ['feishu', 'type: feishu, webhook: "https://open.larksuite.com/open-apis/bot/v2/hook/0f3c-2a51"'], ['dingtalk', 'type: dingtalk, webhook: "https://oapi.dingtalk.com/robot/send?access_token=0f3c", secret: SEC0123456789, keyword: rival'],
  ['wecom', 'type: wecom, webhook: "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6"'], ['telegram', 'type: telegram, token: "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw", chat: -1001234567890, topic: 7'],
  ['telegram', 'type: telegram, token: "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw", chat: "@prices"'], ['teams', 'type: teams, webhook: "https://prod-1.westeurope.logic.azure.com/workflows/1/triggers/manual/paths/invoke?sig=x"'],
  ['discord', 'type: discord, webhook: "https://discord.com/api/webhooks/2237/ab-cd_e", thread: 1234567890123456789'], ['discord', 'type: discord, webhook: "https://discord.com/api/v10/webhooks/2237/abcd"'],
];

describe('a channel', () => {
  test.each(RIGHT)('of type %s: %s', async (type, entry) => {
    const channels = configIn(await load(file(entry), { V: 'https://hooks.slack.com/services/T0/B0/x' })).channels;
    expect([...channels.values()].map((one) => one.settings.type)).toEqual([type]);
  });

  test('of every type is here', () => {
    expect([...new Set(RIGHT.map(([type]) => type))].toSorted()).toEqual([...CHANNEL_TYPES].toSorted());
  });

  test('keeps the digits of an id that looks like a number', async () => {
    const settings = async (entry: string): Promise<unknown> => [...configIn(await load(file(entry))).channels.values()][0]?.settings;
    expect(await settings('type: telegram, token: "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw", chat: -1001234567890')).toMatchObject({ chat: '-1001234567890' });
    expect(await settings('type: discord, webhook: "https://discord.com/api/webhooks/2237/abcd", thread: 1234567890123456789')).toMatchObject({ thread: '1234567890123456789' });
  });
});

test('the examples of docs/channels.md and docs/receivers.md are right', async () => {
  const page = (await Promise.all(['channels', 'receivers'].map((name) => readFile(new URL(`../../docs/${name}.md`, import.meta.url), 'utf8')))).join('\n');
  const examples = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = '']) => (text.startsWith('channels:') ? text : `channels:\n${text}`));
  const env = {
    SLACK_WEBHOOK: 'https://hooks.slack.com/services/T0/B0/x', SLACK_TOKEN: 'xoxb-123456789-abcdef', SMTP: 'smtps://a:b@mail.example:465', SMTP_PASSWORD: 'x', WEBHOOK_SECRET: SECRET, FEISHU_WEBHOOK: 'https://open.feishu.cn/open-apis/bot/v2/hook/0f3c-2a51', FEISHU_SECRET: 'x',
    DINGTALK_WEBHOOK: 'https://oapi.dingtalk.com/robot/send?access_token=0f3c', DINGTALK_SECRET: 'SEC0123456789', WECOM_WEBHOOK: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6',
    TELEGRAM_TOKEN: '110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw', TEAMS_WEBHOOK: 'https://prod-1.westeurope.logic.azure.com/workflows/1', DISCORD_WEBHOOK: 'https://discord.com/api/webhooks/2237/abcd',
  };
  const types = [];
  for (const example of examples) {
    const { channels } = configIn(await load({ 'rivalwatch.yaml': `${HEAD.replace(/channels:[\s\S]*/, '')}${example}` }, env));
    types.push(...[...channels.values()].map((one) => one.settings.type));
  }
  expect([...new Set(types)].toSorted()).toEqual([...CHANNEL_TYPES].toSorted());
});

describe('a mistake is told with what is right', () => {
  test.each([
    ['type: slack', /give either webhook, or token and channel/], ['type: slack, webhook: "https://x.example/", token: xoxb-123456789-abcdef, channel: C0123456789', /give either webhook/], ['type: slack, token: xoxb-123456789-abcdef', /belong together/],
    ['type: slack, token: xoxp-123456789-abcdef, channel: C0123456789', /those begin with xoxb-/], ['type: slack, token: xoxb-12, channel: C0123456789', /too short for a bot token of Slack/], ['type: slack, token: xoxb-123456789-abcdef, channel: prices', /not a channel's id/],
    ['type: email, smtp: "smtp://m.example", from: a@b.example, to: [c@d.example], ca: /etc/ca.pem', /not a certificate in PEM/],
    ['type: email, smtp: "smtp://m.example", from: a@b.example, to: [c@d.example], unsubscribe: "http://b.example"', /mailto: or https:/],
    ['type: email, smtp: "smtp://m.example", from: a@b.example, to: [c@d.example, e@f.example], unsubscribe: "https://b.example", unsubscribeOneClick: true', /a single recipient/],
    ['type: webhook, url: "https://x.example/", secret: hunter2', /openssl rand -base64 32/], ['type: webhook, url: "https://x.example/", secret: whsec_c2hvcnQ=', /24 to 64 bytes/],
    ['type: feishu, webhook: "https://open.feishu.cn/open-apis/bot/hook/0f3c"', /not the webhook of a Feishu bot/], ['type: dingtalk, webhook: "https://oapi.dingtalk.com/robot/send"', /access_token=/], ['type: dingtalk, webhook: "https://oapi.dingtalk.com/robot/send?access_token=1", secret: abc', /begin with SEC/],
    ['type: wecom, webhook: "https://qyapi.weixin.qq.com/cgi-bin/webhook/send"', /key=/], ['type: telegram, token: abc, chat: 1', /a number, a colon/], ['type: telegram, token: "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw", chat: prices', /public name such as @prices/],
    ['type: teams, webhook: "outlook"', /not an http/], ['type: discord, webhook: "https://discord.com/channels/1/2"', /not the webhook of a Discord channel/], ['type: discord, webhook: "https://discord.com/api/webhooks/1/2", thread: abc', /not the id of a thread/],
    ['type: telegramm', /Did you mean "telegram"/],
  ])('%s', async (entry, expected) => {
    const mistakes = mistakesIn(await load(file(entry)));
    expect(mistakes.join('\n')).toMatch(expected);
    expect(mistakes.join('\n')).not.toMatch(/hunter2|AAHdqTcv/);
  });
});
