import { describe, expect, it } from 'vitest';
import { deliver, deliverDigest } from '../../../alerts/channels/index.ts';
import { startDiscordSink } from '../../../demo/sinks/discord.ts';
import { startSlackBotSink } from '../../../demo/sinks/slack-bot.ts';
import { startTelegramSink } from '../../../demo/sinks/telegram.ts';
import { digestSample, fullMessage, overMessage } from './samples.ts';
import { context, mailServer } from './servers.ts';

/** A clock that leaves more time between two looks at it than any service wants between two messages. */
function slowClock(): () => number {
  let now = 0;
  return () => (now += 10_000);
}

const digest = digestSample('en');

/** The handle of the first message of an episode, as the deliveries keep it. */
const below = (handle: string | undefined) => context(handle === undefined ? {} : { thread: handle });

describe('the messages of one episode', () => {
  it('stand in one thread in Slack, which everybody sees, and its first is replaced when it is over', async () => {
    const sink = await startSlackBotSink({ now: slowClock() });
    try {
      const settings = { type: 'slack', token: sink.token, channel: sink.channel, api: sink.api } as const;
      const first = await deliver(settings, fullMessage('en'), context());
      expect(first).toEqual({ result: 'sent', answer: '200 ok', handle: `${sink.channel}:1700000000.000000` });
      const last = await deliver(settings, overMessage('en'), below(first.handle));
      expect(last).toMatchObject({ result: 'sent', answer: '200 ok' });
      expect(sink.taken.map(({ method, ts, threadTs, broadcast, text }) => [method, ts, threadTs, broadcast, text])).toEqual([
        ['chat.postMessage', '1700000000.000000', undefined, false, 'Price down 20%: Desk lamp'], ['files.completeUploadExternal', '', '1700000000.000000', false, 'Price over 30 days: from $100.00 to $80.00'],
        ['chat.postMessage', '1700000000.000001', '1700000000.000000', true, 'Back: in stock: Desk lamp'],
        ['chat.update', '1700000000.000000', undefined, false, 'Back: in stock: Desk lamp'],
      ]);
      expect(JSON.stringify(sink.taken[0]?.payload)).toContain('Snooze for a day');
      expect(JSON.stringify(sink.taken[3]?.payload)).not.toContain('"button"');
      const pictured = { ...digest, groups: digest.groups.map((group, no) => ({ ...group, chart: { png: new Uint8Array([no]), alt: `picture ${no}` } })) };
      expect(await deliverDigest(settings, pictured, context())).toMatchObject({ result: 'sent', answer: '200 ok' });
      expect(sink.taken.slice(4).map(({ method, threadTs, text }) => [method, threadTs, text])).toEqual([
        ['chat.postMessage', undefined, digest.headline], ['files.completeUploadExternal', '1700000000.000002', 'picture 0\npicture 1'],
      ]);
    } finally {
      await sink.close();
    }
  });

  it('are told in Slack without their picture when the bot may not send files', async () => {
    const sink = await startSlackBotSink({ now: slowClock(), files: false });
    try {
      const settings = { type: 'slack', token: sink.token, channel: sink.channel, api: sink.api } as const;
      expect(await deliver(settings, fullMessage('en'), context())).toMatchObject({ result: 'sent', answer: expect.stringMatching(/^200 ok \(without its picture: 200 missing_scope files:write/), handle: expect.stringContaining(sink.channel) });
      expect(sink.taken).toHaveLength(1);
    } finally {
      await sink.close();
    }
  });

  it('are told in Slack without a thread when the first message is gone, and a handle of another channel is no thread', async () => {
    const sink = await startSlackBotSink({ now: slowClock() });
    try {
      const settings = { type: 'slack', token: sink.token, channel: '#prices', api: sink.api } as const;
      expect(await deliver(settings, overMessage('en'), below(`${sink.channel}:1600000000.000001`))).toMatchObject({ result: 'sent' });
      expect(await deliver(settings, overMessage('en'), below('<dlv_1@shop.example>'))).toMatchObject({ result: 'sent' });
      expect(sink.taken.map(({ method, threadTs }) => [method, threadTs])).toEqual([['chat.postMessage', undefined], ['chat.postMessage', undefined]]);
      expect(sink.refused).toEqual(['{"ok":false,"error":"thread_not_found"}']);
    } finally {
      await sink.close();
    }
  });

  it('are replies in Telegram, and the first is replaced when it is over, whether it is a text or a picture', async () => {
    const sink = await startTelegramSink({ now: slowClock() });
    try {
      const settings = { type: 'telegram', token: sink.token, chat: sink.chat, api: sink.api } as const;
      const first = await deliver(settings, fullMessage('en'), context());
      expect(first).toMatchObject({ result: 'sent', handle: `${sink.chat}:101` });
      expect(await deliver(settings, overMessage('en'), below(first.handle))).toMatchObject({ result: 'sent', handle: `${sink.chat}:102` });
      const { chart, ...plain } = fullMessage('en');
      expect(chart).toBeDefined();
      const text = await deliver(settings, plain, context());
      await deliver(settings, overMessage('en'), below(text.handle));
      expect(sink.taken.map(({ method, id, replyTo, buttons }) => [method, id, replyTo, buttons.length])).toEqual([
        ['sendPhoto', 101, undefined, 2], ['sendMessage', 102, 101, 0], ['editMessageCaption', 101, undefined, 0], ['sendMessage', 103, undefined, 2], ['sendMessage', 104, 103, 0], ['editMessageText', 103, undefined, 0],
      ]);
      expect([sink.taken[2]?.text, sink.taken[5]?.text]).toEqual([expect.stringContaining('Back: in stock: Desk lamp'), expect.stringContaining('Back: in stock: Desk lamp')]);
      const long = { ...fullMessage('en'), lines: ['word '.repeat(300)] };
      expect(await deliver(settings, long, context())).toMatchObject({ result: 'sent', answer: '200 ok' });
      expect(sink.taken.at(-1)?.method).toBe('sendMessage');
      expect(await deliverDigest(settings, digest, context())).toMatchObject({ result: 'sent', answer: '200 ok' });
      expect(sink.taken.at(-1)?.method).toBe('sendPhoto');
    } finally {
      await sink.close();
    }
  });

  it('is told as plain text in Telegram when an address of a button is refused', async () => {
    const sink = await startTelegramSink({ now: slowClock() });
    try {
      const settings = { type: 'telegram', token: sink.token, chat: sink.chat, api: sink.api } as const;
      const message = { ...fullMessage('en'), actions: [{ label: 'Acknowledge', url: 'http://localhost:9464/ack' }] };
      expect(await deliver(settings, message, context())).toMatchObject({ result: 'sent', answer: expect.stringContaining('as plain text') });
      expect(sink.taken.map(({ text, buttons }) => [text.includes('Acknowledge: http://localhost:9464/ack'), buttons])).toEqual([[true, []]]);
    } finally {
      await sink.close();
    }
  });

  it('have their picture in Discord, and the first is replaced when it is over', async () => {
    const sink = await startDiscordSink({ now: slowClock() });
    try {
      const settings = { type: 'discord', webhook: sink.webhook } as const;
      const first = await deliver(settings, fullMessage('en'), context());
      expect(first).toMatchObject({ result: 'sent', answer: '200 ok', handle: '1000000000000000000' });
      expect(await deliver(settings, overMessage('en'), below(first.handle))).toMatchObject({ result: 'sent', answer: '200 ok' });
      expect(sink.taken.map(({ method, id, files, payload }) => [method, id, Object.keys(files), payload.embeds[0]?.image?.url])).toEqual([
        ['POST', '1000000000000000000', ['chart.png'], 'attachment://chart.png'], ['POST', '1000000000000000001', [], undefined], ['PATCH', '1000000000000000000', [], undefined],
      ]);
      expect(await deliver(settings, overMessage('en'), below('12345678'))).toMatchObject({ result: 'sent', answer: expect.stringContaining('the first message stays as it was') });
    } finally {
      await sink.close();
    }
  });

  it('are a thread in a mail program: each replies to the first', async () => {
    await using server = await mailServer();
    const settings = { type: 'email', smtp: `smtp://${server.address}`, from: 'rivalwatch <watch@shop.example>', to: ['a@shop.example'] } as const;
    const first = await deliver({ ...settings, to: [...settings.to] }, fullMessage('en'), context());
    await deliver({ ...settings, to: [...settings.to] }, overMessage('en'), below(first.handle));
    await deliver({ ...settings, to: [...settings.to] }, overMessage('en'), below('C0123456789:1700000000.000100'));
    expect(server.mails.map(({ messageId, inReplyTo, references }) => [messageId, inReplyTo, references])).toEqual([
      [first.handle, undefined, '<epi_1@shop.example>'], [first.handle, first.handle, ['<epi_1@shop.example>', first.handle]],
      [first.handle, undefined, '<epi_1@shop.example>'],
    ]);
  });
});
