import { describe, expect, it } from 'vitest';
import { deliver } from '../../../alerts/channels/index.ts';
import { startDingTalkSink } from '../../../demo/sinks/dingtalk.ts';
import { startFeishuSink } from '../../../demo/sinks/feishu.ts';
import { startTeamsSink } from '../../../demo/sinks/teams.ts';
import { verifyWebhook } from '../../../docs/verify-webhook.mjs';
import { fullMessage } from './samples.ts';
import { context, webServer } from './servers.ts';

const SECRET = `whsec_${Buffer.from('a key of twenty-four bytes, at least').toString('base64')}`;
const message = fullMessage('zh-CN');
const now = context().now;
const clock = { now: () => now.getTime() };

describe('a webhook', () => {
  it('is verified as the documentation shows, for five minutes', async () => {
    await using server = await webServer({ status: 200 });
    const settings = { type: 'webhook', url: `${server.url}/`, secret: SECRET, allowPrivateAddresses: true } as const;
    await deliver(settings, message, context());
    const [received] = server.received;
    const headers = received?.headers ?? {};
    const rawBody = received?.body ?? '';
    const request = { headers, rawBody, secret: SECRET, now };
    expect(() => verifyWebhook(request)).not.toThrow();
    expect(() => verifyWebhook({ ...request, headers: { ...headers, 'webhook-signature': `v1,AAAA v2,xyz ${String(headers['webhook-signature'])}` } })).not.toThrow();
    expect(() => verifyWebhook({ ...request, rawBody: `${rawBody} ` })).toThrow('not signed');
    expect(() => verifyWebhook({ ...request, secret: `whsec_${Buffer.from('another key of as many bytes as it').toString('base64')}` })).toThrow('not signed');
    expect(() => verifyWebhook({ ...request, headers: { ...headers, 'webhook-id': 'dlv_other' } })).toThrow('not signed');
    expect(() => verifyWebhook({ ...request, headers: {} })).toThrow('too old');
    expect(() => verifyWebhook({ ...request, now: new Date(now.getTime() + 301_000) })).toThrow('too old');
  });

  it('matches the test vector of Standard Webhooks', async () => {
    // https://github.com/standard-webhooks/standard-webhooks: the example of the specification.
    expect(() => verifyWebhook({
      headers: { 'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek', 'webhook-timestamp': '1614265330', 'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=' },
      rawBody: '{"test": 2432232314}', secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', now: new Date(1_614_265_330_000),
    })).not.toThrow();
  });
});

describe('Feishu', () => {
  it.each([
    ['the right secret', { secret: 'right' }, { secret: 'right' }, 'sent', 'success'], ['a wrong secret', { secret: 'right' }, { secret: 'wrong' }, 'permanent_failure', '19021'],
    ['no secret', { secret: 'right' }, {}, 'permanent_failure', '19021'], ['the keyword', { keyword: '竞品' }, { keyword: '竞品' }, 'sent', 'success'], ['no keyword', { keyword: '竞品' }, {}, 'permanent_failure', '19024'],
    ['a keyword that only the form has', { keyword: 'content' }, { keyword: 'content' }, 'sent', 'success'], ['a keyword that every message has', { keyword: '降价' }, { keyword: '降价' }, 'sent', 'success'],
  ] as const)('with %s', async (_, bot, more, result, says) => {
    const sink = await startFeishuSink({ ...bot, ...clock });
    try {
      expect(await deliver({ type: 'feishu', webhook: sink.webhook, ...more }, message, context())).toMatchObject({ result, answer: expect.stringContaining(says) });
      if (_ === 'the keyword') expect(sink.taken[0]?.elements.at(-1)).toEqual({ tag: 'note', elements: [{ tag: 'plain_text', content: '竞品' }] });
      if (_ === 'a keyword that every message has') expect(JSON.stringify(sink.taken[0]).match(/降价/g)).toHaveLength(1);
    } finally {
      await sink.close();
    }
  });

  it('on a machine whose clock is wrong', async () => {
    const sink = await startFeishuSink({ secret: 'right', ...clock });
    try {
      expect(await deliver({ type: 'feishu', webhook: sink.webhook, secret: 'right' }, message, context({ now: new Date(now.getTime() - 2 * 3_600_000) }))).toMatchObject({ result: 'permanent_failure', answer: expect.stringContaining('clock') });
    } finally {
      await sink.close();
    }
  });

  it('is too fast for it: five messages a second', async () => {
    const sink = await startFeishuSink(clock);
    try {
      const results = [];
      for (let no = 0; no < 6; no += 1) results.push(await deliver({ type: 'feishu', webhook: sink.webhook }, message, context()));
      expect(results.map((one) => one.result)).toEqual([...Array.from({ length: 5 }, () => 'sent'), 'passing_failure']);
      expect(results[5]).toMatchObject({ answer: expect.stringContaining('11232'), retryAfterMs: 60_000 });
    } finally {
      await sink.close();
    }
  });
});

describe('DingTalk', () => {
  it.each([
    ['the right secret', { secret: 'SECright' }, { secret: 'SECright' }, 'sent', 'ok'], ['a wrong secret', { secret: 'SECright' }, { secret: 'SECwrong' }, 'permanent_failure', 'sign not match'],
    ['no secret', { secret: 'SECright' }, {}, 'permanent_failure', 'sign not match'], ['the keyword', { keyword: '竞品' }, { keyword: '竞品' }, 'sent', 'ok'], ['no keyword', { keyword: '竞品' }, {}, 'permanent_failure', 'keywords not in content'],
  ] as const)('with %s', async (_, robot, more, result, says) => {
    const sink = await startDingTalkSink({ ...robot, ...clock });
    try {
      expect(await deliver({ type: 'dingtalk', webhook: sink.webhook, ...more }, message, context())).toMatchObject({ result, answer: expect.stringContaining(says) });
      if (_ === 'the keyword') expect(sink.taken[0]?.markdown.text).toMatch(/\n\n竞品$/);
    } finally {
      await sink.close();
    }
  });

  it('is too fast for it: twenty messages a minute, then ten minutes of silence', async () => {
    const sink = await startDingTalkSink(clock);
    try {
      const results = [];
      for (let no = 0; no < 21; no += 1) results.push(await deliver({ type: 'dingtalk', webhook: sink.webhook }, message, context()));
      expect(results.filter((one) => one.result === 'sent')).toHaveLength(20);
      expect(results[20]).toMatchObject({ result: 'passing_failure', answer: expect.stringContaining('130101'), retryAfterMs: 600_000 });
    } finally {
      await sink.close();
    }
  });
});

describe('Teams', () => {
  it('says that its workflow is switched off', async () => {
    const sink = await startTeamsSink({ on: () => false, ...clock });
    try {
      expect(await deliver({ type: 'teams', webhook: sink.webhook }, message, context())).toMatchObject({ result: 'permanent_failure', answer: expect.stringContaining('switch it on') });
    } finally {
      await sink.close();
    }
  });
});
