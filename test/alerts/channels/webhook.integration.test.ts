import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { webhookBody, webhookBodySchema } from '../../../alerts/channels/webhook/body.ts';
import { renderWebhook } from '../../../alerts/channels/webhook/render.ts';
import { deliver } from '../../../alerts/channels/index.ts';
import { messageOf } from '../../../alerts/messages/message.ts';
import { CHANGE_KINDS } from '../../../model/change.ts';
import { alertOf, PRICE_ALERT, SAMPLES } from '../messages/samples.ts';
import { context, webServer } from './servers.ts';

const english = { language: 'en', timezone: 'UTC' } as const;
const message = messageOf(PRICE_ALERT, english);
const SECRET = `whsec_${Buffer.from('a key of twenty-four bytes, at least').toString('base64')}`;
const settingsFor = (url: string) => ({ type: 'webhook', url: `${url}/hook/abcdefghijkl?token=supersecrettoken`, allowPrivateAddresses: true, secret: SECRET }) as const;

describe('the body', () => {
  it('is the contract that is committed', async () => {
    await expect(`${JSON.stringify(webhookBodySchema(), null, 2)}\n`).toMatchFileSnapshot('../../../alerts/channels/webhook/body.schema.json');
  });

  it('carries the whole alert, times in UTC and money as exact text', () => {
    expect(renderWebhook(message)).toMatchObject({
      version: 1, type: 'alert', message: { language: 'en', headline: 'Price down 20%: Desk lamp' },
      alert: {
        id: 'alr_1', at: '2026-01-05T10:00:00.000Z', reason: { from: { amount: '100.00', currency: 'USD', minor: 10_000, exponent: 2 }, percent: -20, threshold: '5%', replaced: 2 },
        product: { sku: 'LAMP-1', price: { amount: '95.00' } },
        change: { detail: { kind: 'price', to: { kind: 'page', money: { amount: '80.00' } } }, evidence: { method: 'json-ld' }, archive: 'ab'.repeat(32) },
      },
    });
  });

  it.each(CHANGE_KINDS)('of %s loses no field', (kind) => {
    const body = renderWebhook(messageOf(alertOf(kind), english));
    expect(Object.keys(body.alert.change.detail).toSorted()).toEqual(Object.keys(SAMPLES[kind]).toSorted());
    expect(webhookBody.parse(JSON.parse(JSON.stringify(body)))).toEqual(body);
  });
});

describe('sending', () => {
  it('of an alert that breaks the contract fails for good instead of for ever', async () => {
    const broken = messageOf({ ...PRICE_ALERT, at: new Date(Number.NaN) }, english);
    expect(await deliver(settingsFor('http://127.0.0.1:1'), broken, context())).toMatchObject({ result: 'permanent_failure', answer: expect.stringContaining('could not be made') });
  });

  it('signs the body and names the delivery, as Standard Webhooks has it', async () => {
    await using server = await webServer({ status: 204 });
    expect((await deliver(settingsFor(server.url), message, context())).result).toBe('sent');
    const [request] = server.received;
    const timestamp = String(context().now.getTime() / 1_000);
    const hmac = createHmac('sha256', 'a key of twenty-four bytes, at least').update(`dlv_0123456789abcdef01234567.${timestamp}.${request?.body}`).digest('base64');
    expect(request?.headers).toMatchObject({ 'webhook-id': 'dlv_0123456789abcdef01234567', 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${hmac}` });
    expect(webhookBody.parse(JSON.parse(request?.body ?? ''))).toEqual(renderWebhook(message));
  });

  it.each([[400, 'permanent_failure'], [401, 'permanent_failure'], [410, 'permanent_failure'], [307, 'permanent_failure'], [425, 'passing_failure'], [502, 'passing_failure']] as const)('%i is a %s', async (status, result) => {
    await using server = await webServer({ status, headers: { location: 'http://127.0.0.1:1/' } });
    expect((await deliver(settingsFor(server.url), message, context())).result).toBe(result);
    expect(server.received).toHaveLength(1);
  });

  it('never tells the secrets of the address', async () => {
    await using server = await webServer({ status: 500, body: `${SECRET} /hook/abcdefghijkl?token=supersecrettoken abcdefghijkl supersecrettoken` });
    expect((await deliver(settingsFor(server.url), message, context())).answer).toBe('500 *** *** *** ***');
  });

  it('reads no more than the beginning of an endless answer', async () => {
    await using server = await webServer({ status: 200, endless: true });
    const { result, answer } = await deliver(settingsFor(server.url), message, context());
    expect(result).toBe('sent');
    expect(answer).toHaveLength(500);
  });

  it.each(['127.0.0.1', 'localhost', '[::1]', '169.254.169.254', '10.0.0.1', '[::ffff:10.0.0.1]', '2130706433', '0x7f.1'])('does not go to %s without permission', async (host) => {
    await using server = await webServer({ status: 200 });
    const sent = await deliver({ ...settingsFor(`http://${host}:${new URL(server.url).port}`), allowPrivateAddresses: false }, message, context());
    expect(sent).toMatchObject({ result: 'permanent_failure', answer: expect.stringContaining('allowPrivateAddresses') });
    expect(server.received).toEqual([]);
  });
});
