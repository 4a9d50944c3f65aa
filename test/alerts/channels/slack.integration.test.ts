import { describe, expect, it } from 'vitest';
import { deliver } from '../../../alerts/channels/index.ts';
import { renderSlack, type SlackPayload } from '../../../alerts/channels/slack/render.ts';
import { messageOf } from '../../../alerts/messages/message.ts';
import { CHANGE_KINDS } from '../../../model/change.ts';
import { brand } from '../../../model/ids.ts';
import { alertOf, PRICE_ALERT } from '../messages/samples.ts';
import { change } from '../rules/support.ts';
import { closedPort, context, webServer } from './servers.ts';

const english = { language: 'en', timezone: 'UTC' } as const;
const message = messageOf(PRICE_ALERT, english);
const SECRET = 'T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX';
const settingsFor = (url: string) => ({ type: 'slack', webhook: `${url}/services/${SECRET}` }) as const;

function texts(payload: SlackPayload): readonly string[] {
  return [...payload.blocks, ...payload.attachments.flatMap((attachment) => attachment.blocks)]
    .flatMap((block) => (block.type === 'context' ? block.elements : 'fields' in block ? block.fields : [block.text])).map((text) => text.text);
}

describe('the Slack message', () => {
  it('has headline, from, to, lines, link, context, colour and fallback text', () => {
    expect(renderSlack(message).payload).toEqual({
      text: 'Price down 20%: Desk lamp',
      blocks: [{ type: 'header', text: { type: 'plain_text', text: 'Price down 20%: Desk lamp' } }],
      attachments: [{
        color: '#dd8a00',
        blocks: [
          { type: 'section', fields: [{ type: 'mrkdwn', text: '*From:* $100.00' }, { type: 'mrkdwn', text: '*To:* $80.00' }] },
          { type: 'section', text: { type: 'mrkdwn', text: 'Your LAMP-1 (Our lamp): $95.00\n<https://shop.example/p1|Open page>' } },
          { type: 'context', elements: [
            { type: 'mrkdwn', text: '*Where:* acme · acme-shop' }, { type: 'mrkdwn', text: '*When:* Jan 5, 2026, 10:00 UTC' },
            { type: 'mrkdwn', text: '*Why:* Rule price-drop: −20% against the last value, from 5% on, stands for 2 earlier' },
            { type: 'mrkdwn', text: '*Evidence:* JSON-LD offers[0].price: “19.99”, archive abababababab' },
          ] },
        ],
      }],
    });
  });

  it('escapes what Slack would read as its own', () => {
    const all = CHANGE_KINDS.flatMap((kind) => texts(renderSlack(messageOf(alertOf(kind), english)).payload)).join('\n');
    expect(all).toContain('Desk lamp &lt;b&gt;Pro&lt;/b&gt; &amp; more');
    expect(all).toContain('+The fee is &lt;6%&gt;.');
    const evil = { ...change(2, { kind: 'title', from: '<!channel>', to: '```' }), url: 'https://shop.example/?a=1&b=<x>|y' } as const;
    const written = texts(renderSlack(messageOf(alertOf('title', { change: evil }), english)).payload).join('\n');
    expect(written).not.toContain('<!channel>');
    expect(written).toContain('<https://shop.example/?a=1&amp;b=%3Cx%3E%7Cy|Open page>');
  });

  it('keeps to Slack\'s limits when everything is too long', () => {
    const reviews = Array.from({ length: 40 }, (_, index) => ({ id: brand<never>(`r${index}`), text: '<&>'.repeat(2_000) }));
    const long = { ...change(2, { kind: 'negative_reviews', reviews }), title: '&'.repeat(5_000), url: `https://shop.example/${'p'.repeat(5_000)}` } as const;
    for (const one of [long, { ...long, detail: { kind: 'page_text', diff: '<😀>'.repeat(5_000), added: 1, removed: 1 } as const }, { ...long, detail: { kind: 'title', from: '<'.repeat(9_000), to: '😀'.repeat(9_000) } as const }]) {
      const { payload, plain } = renderSlack(messageOf(alertOf('title', { change: one, product: { sku: brand('s'.repeat(900)), title: '&'.repeat(900), price: { minor: 1, currency: brand<never>('USD'), exponent: 2 } } }), english));
      const [header = '', ...rest] = texts(payload);
      expect(header.length).toBeLessThanOrEqual(150);
      for (const text of rest) {
        expect(text.length).toBeLessThanOrEqual(3_000);
        expect(Buffer.from(text).toString()).toBe(text);
        expect(text.replaceAll(/&(amp|lt|gt);/g, '')).not.toContain('&');
      }
      expect(JSON.stringify(payload).length).toBeLessThan(13_000);
      expect(plain.text.length).toBeLessThanOrEqual(4_000);
    }
  });
});

describe('sending to Slack', () => {
  it('posts once and is sent', async () => {
    await using server = await webServer({ status: 200, body: 'ok' });
    expect(await deliver(settingsFor(server.url), message, context())).toEqual({ result: 'sent', answer: '200 ok' });
    expect(server.received).toHaveLength(1);
    expect(server.received[0]).toMatchObject({ path: `/services/${SECRET}`, headers: { 'content-type': 'application/json; charset=utf-8' } });
    expect(JSON.parse(server.received[0]?.body ?? '')).toEqual(renderSlack(message).payload);
  });

  it.each(['invalid_blocks', 'msg_blocks_too_long'])('posts plain text once when the blocks are refused with %s', async (body) => {
    await using server = await webServer({ status: 400, body }, { status: 200, body: 'ok' });
    expect(await deliver(settingsFor(server.url), message, context())).toEqual({ result: 'sent', answer: `200 ok (as plain text, after 400 ${body})` });
    expect(server.received.map((one): unknown => JSON.parse(one.body))).toEqual([renderSlack(message).payload, renderSlack(message).plain]);
    await using stubborn = await webServer({ status: 400, body });
    expect(await deliver(settingsFor(stubborn.url), message, context())).toEqual({ result: 'permanent_failure', answer: `400 ${body}` });
    expect(stubborn.received).toHaveLength(2);
  });

  it.each([
    [404, 'no_service', 'permanent_failure'], [410, 'channel_is_archived', 'permanent_failure'], [403, 'invalid_token', 'permanent_failure'], [403, 'action_prohibited', 'permanent_failure'],
    [302, '', 'permanent_failure'], [500, 'rollup_error', 'passing_failure'], [500, 'invalid_blocks', 'passing_failure'], [503, '', 'passing_failure'], [408, '', 'passing_failure'],
  ] as const)('%i %s is a %s', async (status, body, result) => {
    await using server = await webServer({ status, body, headers: { location: 'https://example.com/' } });
    expect(await deliver(settingsFor(server.url), message, context())).toMatchObject({ result });
    expect(server.received).toHaveLength(1);
  });

  it('says how long Slack asked to wait', async () => {
    await using seconds = await webServer({ status: 429, headers: { 'retry-after': '30' } });
    expect(await deliver(settingsFor(seconds.url), message, context())).toMatchObject({ result: 'passing_failure', retryAfterMs: 30_000 });
    await using date = await webServer({ status: 429, headers: { 'retry-after': new Date(context().now.getTime() + 60_000).toUTCString() } });
    expect(await deliver(settingsFor(date.url), message, context())).toMatchObject({ retryAfterMs: 60_000 });
  });

  it('takes faults of the connection for passing, and never tells the secret', async () => {
    const closed = await deliver(settingsFor(`http://${await closedPort()}`), message, context());
    expect(closed).toMatchObject({ result: 'passing_failure', answer: expect.stringContaining('ECONNREFUSED') });
    await using dropping = await webServer({ status: 200, drop: true });
    expect((await deliver(settingsFor(dropping.url), message, context())).result).toBe('passing_failure');
    await using telling = await webServer({ status: 500, body: `no route to /services/${SECRET} ${'x'.repeat(9_000)}` });
    const told = await deliver(settingsFor(telling.url), message, context());
    expect(told.answer).not.toContain('XXXXXXXXXXXXXXXXXXXXXXXX');
    expect(told.answer.length).toBeLessThanOrEqual(500);
  });

  it('ends when the worker stops', async () => {
    await using server = await webServer({ status: 200, silent: true });
    const stop = new AbortController();
    const sending = deliver(settingsFor(server.url), message, context({ signal: stop.signal }));
    await server.arrived;
    stop.abort(new Error('the worker stops'));
    expect(await sending).toMatchObject({ result: 'passing_failure', answer: 'the worker stops' });
  });
});
