import { createTransport } from 'nodemailer';
import { expect, test } from 'vitest';
import { deliver } from '../../alerts/channels/index.ts';
import type { ChannelSettings } from '../../config/schema.ts';
import { startMailSink } from '../../demo/sinks/mail.ts';
import { startWebhookSink } from '../../demo/sinks/webhook.ts';
import { startSlackSink } from '../../demo/sinks/slack.ts';
import { fullMessage } from '../alerts/channels/samples.ts';
import { context } from '../alerts/channels/servers.ts';

const post = async (url: string, body: string): Promise<Response> => fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/json' } });

test('the Slack sink takes a message as Slack does and keeps its words', async () => {
  const sink = await startSlackSink();
  try {
    const answer = await post(sink.webhook, JSON.stringify({ text: 'Price down', blocks: [{ type: 'section', text: { type: 'mrkdwn', text: '*Bottle* is now $19.00' } }] }));
    expect([answer.status, await answer.text()]).toEqual([200, 'ok']);
    expect(sink.messages).toEqual([{ text: 'Price down', words: 'Price down\n*Bottle* is now $19.00', links: [] }]);
  } finally {
    await sink.close();
  }
});

test.each([
  ['no JSON', 'hello', 'invalid_payload'],
  ['nothing to show', '{}', 'no_text'],
  ['51 blocks', JSON.stringify({ text: 'x', blocks: Array.from({ length: 51 }, () => ({ type: 'divider' })) }), 'at most 50 blocks'],
  ['a long header', JSON.stringify({ text: 'x', blocks: [{ type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } }] }), 'blocks.0.text.text'],
  ['a long section', JSON.stringify({ text: 'x', blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(3_001) } }] }), 'blocks.0'],
  ['too much in all', JSON.stringify({ text: 'x', blocks: Array.from({ length: 6 }, () => ({ type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(2_900) } })) }), 'msg_blocks_too_long'],
  ['a block of no known type', JSON.stringify({ text: 'x', blocks: [{ type: 'table' }] }), 'blocks.0.type'],
])('the Slack sink refuses %s', async (_, body, reason) => {
  const sink = await startSlackSink();
  try {
    const answer = await post(sink.webhook, body);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(reason);
    expect([sink.messages.length, sink.refused.length]).toEqual([0, 1]);
  } finally {
    await sink.close();
  }
});

test('the Slack sink knows one webhook only', async () => {
  const sink = await startSlackSink();
  try {
    expect((await post(new URL('/services/other', sink.webhook).href, '{"text":"x"}')).status).toBe(404);
  } finally {
    await sink.close();
  }
});

test('the webhook takes what is signed with its secret, new, and of the first version', async () => {
  const sink = await startWebhookSink();
  try {
    const channel = { type: 'webhook', url: sink.url, secret: sink.secret, allowPrivateAddresses: true } as const;
    const send = async (settings: ChannelSettings, now = new Date()): Promise<string> => (await deliver(settings, fullMessage('en'), { ...context(), now })).result;
    expect(await send(channel)).toBe('sent');
    expect(await send({ ...channel, secret: `whsec_${Buffer.alloc(24).toString('base64')}` })).toBe('permanent_failure');
    expect(await send(channel, new Date(Date.now() - 600_000))).toBe('permanent_failure');
    expect([sink.taken.length, sink.refused.length]).toEqual([1, 2]);
  } finally {
    await sink.close();
  }
});

test('the mail sink speaks SMTP and decodes what arrives', async () => {
  const sink = await startMailSink();
  const transport = createTransport(sink.url);
  try {
    await transport.sendMail({ from: 'rivalwatch <watch@shop.example>', to: 'owner@shop.example', subject: '降价：保温杯', text: '现价 ￥119.00', html: '<p>现价 <b>￥119.00</b></p>' });
    expect(sink.inbox).toHaveLength(1);
    expect(sink.inbox[0]).toMatchObject({ subject: '降价：保温杯', to: ['owner@shop.example'] });
    expect([sink.inbox[0]?.text, sink.inbox[0]?.html].every((body) => body?.includes('￥119.00'))).toBe(true);
  } finally {
    transport.close();
    await sink.close();
  }
});
