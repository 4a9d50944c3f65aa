import { createServer } from 'node:http';
import { describe, expect } from 'vitest';
import { brand, type ChannelId } from '../../model/ids.ts';
import { channelState } from '../../storage/channel-states.ts';
import { failedDeliveries } from '../../storage/outbox.ts';
import { notify } from '../../workers/notify.ts';
import { pass } from './delivery-support.ts';
import { clockAt, gate, kindsOf, productTargets, runningClock, test, until, withWebhook } from './support.ts';

const RULES = 'rules:\n  cheaper: { preset: price-drop }\n  gone: { preset: listing-removed }\n';
const HOUR = 3_600_000;

/** A channel that answers what the test wants, and counts the posts it took with 200. */
const channel = test.extend<{ webhook: { url: string; answers: number[]; taken: number; asked: number; hold?: Promise<void> } }>({
  webhook: async ({}, use) => {
    const state: { url: string; answers: number[]; taken: number; asked: number; hold?: Promise<void> } = { url: '', answers: [], taken: 0, asked: 0 };
    const server = createServer((request, response) => {
      request.resume().once('end', () => void (async () => {
        state.asked += 1;
        await state.hold;
        const status = state.answers.shift() ?? 200;
        if (status === 200) state.taken += 1;
        response.writeHead(status).end(status === 404 ? 'no_service' : 'ok');
      })());
    });
    await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    const address = server.address();
    state.url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/services/T/B/secret`;
    await use(state);
    server.closeAllConnections();
    server.close();
  },
});

describe('a batch that fails every time', () => {
  test('is counted, given up, takes nothing for gone, and the next run starts afresh', async ({ shop, open }) => {
    const pipeline = await open(`targets:\n  all: { kind: catalogue, url: "${shop.origin}/", follow: true, freshness: 1ms }\n${RULES}`);
    const { store } = pipeline;
    await pipeline.crawl('all');
    shop.set('lamp', { price: '50.00' });
    await store.db.command({ collMod: 'versions', validator: { $jsonSchema: { bsonType: 'object', required: ['neverThere'] } } });
    const crawling = pipeline.crawl('all');
    const failing = { state: 'open', no: { $gt: 1 }, tries: { $gt: 0 } } as const;
    await until(() => store.batches.count(failing)).toBe(1);
    await store.batches.updateMany(failing, { $set: { tries: 12 } });
    const [given] = await crawling;
    expect(given).toMatchObject({ stage: 'done', verdict: 'partial', tally: { outcomes: { ok: 1, network_error: 4 } } });
    expect(await store.listings.count({ presence: 'present', missed: 0 })).toBe(4);
    expect(pipeline.slack.messages).toEqual([]);
    await store.db.command({ collMod: 'versions', validator: {} });
    expect(await kindsOf(pipeline, 'all')).toEqual(['price']);
    expect(pipeline.slack.messages).toHaveLength(1);
  });

  test('that gets on is not given up', async ({ shop, open }) => {
    const pipeline = await open(productTargets(shop, ['lamp']));
    await pipeline.crawl('lamp');
    expect((await pipeline.store.batches.find({})).map((batch) => [batch.state, batch.tries])).toEqual([['done', 0]]);
  });
});

describe('a channel', () => {
  const start = { only: ['schedule', 'crawl', 'diff', 'alert', 'notify', 'recommend'], tickEvery: 50 } as const;

  channel('that answers 500 is asked again later and delivers once', async ({ shop, open, webhook }) => {
    const clock = clockAt(new Date());
    const pipeline = await open(`${productTargets(shop, ['lamp'], 'freshness: 1ms, every: 30d')}${RULES}`, { start: { ...start, clock: clock.read } });
    pipeline.configure(withWebhook(webhook.url));
    await pipeline.crawl('lamp');
    webhook.answers = [500, 500];
    shop.set('lamp', { price: '50.00' });
    clock.move(1_000);
    const settled = pipeline.crawl('lamp');
    for (const asked of [1, 2]) {
      await until(() => webhook.asked).toBe(asked);
      await pass(pipeline, clock, HOUR);
    }
    await settled;
    expect(webhook).toMatchObject({ asked: 3, taken: 1 });
    expect((await pipeline.store.deliveries.find({})).map((one) => [one.state, one.attempts.map((attempt) => attempt.result)])).toEqual([['sent', ['passing_failure', 'passing_failure', 'sent']]]);
  });

  channel('that is not configured is waited for, as another process may know it, then given up with all that waits there; status shows it', async ({ shop, open, webhook }) => {
    const clock = runningClock();
    const pipeline = await open(`${productTargets(shop, ['lamp'])}${RULES}`, { start: { clock: clock.read } });
    pipeline.configure(withWebhook(webhook.url));
    await pipeline.crawl('lamp');
    webhook.answers = [404];
    shop.set('lamp', { price: '50.00' });
    await pipeline.crawl('lamp');
    expect(await channelState(pipeline.store, brand('team'))).toMatchObject({ off: { why: 'permanent', answer: expect.stringMatching(/^404 no_service/) } });
    const { channels } = pipeline.workers.context.config();
    pipeline.configure(withWebhook(undefined));
    shop.set('lamp', { price: '40.00' });
    await pipeline.crawl('lamp');
    const [newest] = await pipeline.store.deliveries.find({}, { sort: { createdAt: -1 } });
    const again = async (): Promise<void> => notify(pipeline.workers.context, { deliveryId: brand(newest?._id ?? '') }, { id: 'again', signal: new AbortController().signal, ending: new AbortController().signal });
    await expect(again()).rejects.toThrow(/put off until .*: the channel team is not configured in this process/);
    clock.move(HOUR);
    await again();
    expect((await failedDeliveries(pipeline.store, new Date(0), 10)).map((one) => one.attempts.at(-1)?.answer)).toEqual(Array.from({ length: 2 }, () => 'the channel team is no longer configured'));
    expect(webhook.asked).toBe(1);
    // Another name for it: what waits on the old one is told by those that the rule names now.
    shop.set('lamp', { price: '30.00' });
    await pipeline.crawl('lamp');
    const [late] = await pipeline.store.deliveries.find({}, { sort: { createdAt: -1 } });
    const buyers = brand<ChannelId>('buyers');
    pipeline.configure((config) => ({ ...config, channels: new Map([...channels.values()].map((one) => [buyers, { ...one, id: buyers }])), rules: config.rules.map((rule) => ({ ...rule, channels: [buyers] })) }));
    clock.move(HOUR);
    await notify(pipeline.workers.context, { deliveryId: brand(late?._id ?? '') }, { id: 'late', signal: new AbortController().signal, ending: new AbortController().signal });
    await until(() => webhook.taken).toBe(1);
    expect(await pipeline.store.deliveries.get(brand(late?._id ?? ''))).toMatchObject({ state: 'handed_over', handedTo: 'buyers' });
  });

  channel('that does not answer does not hold up the end of the program, and gets its message after the restart', async ({ shop, open, webhook }) => {
    const held = gate();
    webhook.hold = held.opened;
    const yaml = `${productTargets(shop, ['lamp'], 'freshness: 1ms, every: 30d')}${RULES}`;
    const pipeline = await open(yaml);
    pipeline.configure(withWebhook(webhook.url));
    await pipeline.crawl('lamp');
    shop.set('lamp', { price: '50.00' });
    const settled = pipeline.crawl('lamp').catch((error: unknown) => error);
    await until(() => webhook.asked).toBe(1);
    await pipeline.workers.stop(100);
    expect((await pipeline.store.deliveries.find({})).map((one) => [one.state, one.attempts.at(-1)?.result])).toEqual([['pending', 'passing_failure']]);
    held.open();
    const clock = clockAt(new Date(Date.now() + HOUR));
    const again = await open(yaml, { start: { ...start, clock: clock.read } });
    again.configure(withWebhook(webhook.url));
    await until(async () => (await again.store.deliveries.find({}))[0]?.state).toBe('sent');
    await settled;
  });
});
