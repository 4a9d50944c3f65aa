import { describe, expect, it } from 'vitest';
import { deliver } from '../../../alerts/channels/index.ts';
import type { SlackPayload } from '../../../alerts/channels/slack/blocks.ts';
import { renderSlack } from '../../../alerts/channels/slack/render.ts';
import { messageOf } from '../../../alerts/messages/message.ts';
import { blockKitMistake } from '../../../demo/sinks/block-kit.ts';
import { brand } from '../../../model/ids.ts';
import { alertOf, PRICE_ALERT } from '../messages/samples.ts';
import { change } from '../rules/support.ts';
import { closedPort, context, webServer } from './servers.ts';

const english = { language: 'en', timezone: 'UTC' } as const;
const message = messageOf(PRICE_ALERT, english);
const SECRET = 'T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX';
const settingsFor = (url: string) => ({ type: 'slack', webhook: `${url}/services/${SECRET}` }) as const;

const plain = (text: string) => ({ type: 'plain_text', text, emoji: false });

/** Every text of the payload with its type, in order. */
function texts(payload: SlackPayload): readonly { readonly type: string; readonly text: string }[] {
  return [...payload.blocks, ...payload.attachments.flatMap((attachment) => attachment.blocks)]
    .flatMap((block) => (block.type === 'actions' ? block.elements.map((button) => button.text) : block.type === 'context' ? block.elements : 'fields' in block ? block.fields : [block.text]));
}

describe('the Slack message', () => {
  it('has headline, from, to, lines, link, buttons, context, colour and fallback text', () => {
    const actions = [{ label: 'Acknowledge', url: 'https://watch.example/ack?s=1' }, { label: 'Snooze for a day', url: 'https://watch.example/snooze?s=2' }];
    expect(renderSlack({ ...message, actions }).payload).toEqual({
      text: 'Price down 20%: Desk lamp',
      blocks: [{ type: 'header', text: plain('Price down 20%: Desk lamp') }],
      attachments: [{
        color: '#dd8a00',
        blocks: [
          { type: 'section', fields: [{ type: 'mrkdwn', text: '*Before*' }, plain('$100.00'), { type: 'mrkdwn', text: '*Now*' }, plain('$80.00')] },
          { type: 'section', text: plain('By −$20.00 (−20%)\nYour LAMP-1 (Our lamp): $95.00') },
          { type: 'section', text: { type: 'mrkdwn', text: '<https://shop.example/p1|Open page>' } },
          { type: 'actions', elements: actions.map(({ label, url }, index) => ({ type: 'button', action_id: `open-${index}`, text: plain(label), url })) },
          { type: 'context', elements: expect.arrayContaining([{ type: 'mrkdwn', text: '*Where:*' }, plain('acme · acme-shop'), { type: 'mrkdwn', text: '*Evidence:*' }, plain('JSON-LD offers[0].price: “19.99”, archive abababababab')]) },
        ],
      }],
    });
  });

  it('keeps to Slack\'s limits when everything is too long', () => {
    const reviews = Array.from({ length: 40 }, (_, index) => ({ id: brand<never>(`r${index}`), text: '<&>'.repeat(2_000) }));
    const long = { ...change(2, { kind: 'negative_reviews', reviews }), title: '&'.repeat(5_000), url: `https://shop.example/${'p'.repeat(5_000)}` } as const;
    for (const one of [long, { ...long, detail: { kind: 'page_text', diff: '<😀>'.repeat(5_000), added: 1, removed: 1 } as const }, { ...long, detail: { kind: 'title', from: '<'.repeat(9_000), to: '😀'.repeat(9_000) } as const }]) {
      const { payload, plain: fallback } = renderSlack(messageOf(alertOf('title', { change: one, product: { sku: brand('s'.repeat(900)), title: '&'.repeat(900), price: { minor: 1, currency: brand<never>('USD'), exponent: 2 } } }), english));
      expect(blockKitMistake({ ...payload, blocks: [...payload.blocks, ...payload.attachments.flatMap((attachment) => attachment.blocks)] })).toBeUndefined();
      for (const { type, text } of texts(payload)) {
        expect(Buffer.from(text).toString()).toBe(text);
        if (type === 'mrkdwn') expect(text.replaceAll(/&(amp|lt|gt);/g, '')).not.toContain('&');
      }
      expect(JSON.stringify(payload).length).toBeLessThan(13_000);
      expect(fallback.text.length).toBeLessThanOrEqual(4_000);
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
    expect(await deliver(settingsFor(server.url), message, context())).toMatchObject({ result: 'sent', answer: expect.stringMatching(new RegExp(`^200 ok \\(as plain text, after 400 ${body}: .*\\)$`)) });
    expect(server.received.map((one): unknown => JSON.parse(one.body))).toEqual([renderSlack(message).payload, renderSlack(message).plain]);
    await using stubborn = await webServer({ status: 400, body });
    expect(await deliver(settingsFor(stubborn.url), message, context())).toMatchObject({ result: 'permanent_failure', answer: expect.stringContaining(`400 ${body}`) });
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
    const { now } = context();
    await using date = await webServer({ status: 429, headers: { date: now.toUTCString(), 'retry-after': new Date(now.getTime() + 60_000).toUTCString() } });
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
