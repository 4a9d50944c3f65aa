import { describe, expect } from 'vitest';
import { batchId } from '../../storage/batches.ts';
import type { Stage } from '../../storage/documents.ts';
import { openAndEnqueue } from '../../workers/plan.ts';
import { gate, productTargets, test, until } from '../workers/support.ts';

const RULES = 'rules:\n  cheaper: { preset: price-drop }\n';

describe('a job', () => {
  test('that runs twice at the same time, at every stage, does its work once', async ({ shop, open }) => {
    const yaml = `${productTargets(shop, ['lamp'])}${RULES}`;
    const all = await open(yaml);
    await all.crawl('lamp');
    await all.workers.stop();
    shop.set('lamp', { price: '60.00' });
    const held = gate();
    const answered = shop.asked.length;
    shop.overrides.set('/p/lamp', (_, response) => void held.opened.then(() => fetch(`${shop.origin}/p/lamp`)).then((answer) => answer.text()).then((page) => response.writeHead(200, { 'content-type': 'text/html' }).end(page)));
    const { context } = all.workers;
    const crawling = await open(yaml, { start: { only: ['crawl'] } });
    const target = [...context.config().targets.values()][0];
    if (!target) throw new Error('no target');
    const crawlId = await openAndEnqueue(crawling.workers.context, target, new Date());
    await crawling.workers.context.enqueue('crawl', 'a-twin', { crawlId, batchId: batchId(crawlId, 1) });
    await until(() => shop.asked.length - answered).toBe(2);
    shop.overrides.delete('/p/lamp');
    held.open();
    await reached('diff');
    await crawling.workers.context.enqueue('diff', 'a-twin', { crawlId });
    const diffing = await open(yaml, { start: { only: ['diff'] } });
    await reached('alert');
    await crawling.workers.context.enqueue('alert', 'a-twin', { crawlId });
    const telling = await open(yaml, { start: { only: ['alert', 'notify', 'recommend'] } });
    await reached('done');
    await until(() => all.store.deliveries.count({ state: 'sent' })).toBe(1);
    expect((await all.store.crawls.get(crawlId))?.tally).toMatchObject({ outcomes: { ok: 1 }, listings: 1 });
    expect([await all.store.versions.count({}), await all.store.changes.count({}), await all.store.alerts.count({})]).toEqual([2, 1, 1]);
    expect([all, crawling, diffing, telling].reduce((sum, { slack }) => sum + slack.messages.length, 0)).toBe(1);

    async function reached(wanted: Stage): Promise<void> {
      await until(async () => (await all.store.crawls.get(crawlId))?.stage).toBe(wanted);
    }
  });

  test('put in twice under its id waits once, and carries ids alone', async ({ shop, open, redis, prefix }) => {
    const pipeline = await open(productTargets(shop, ['lamp']), { start: { only: ['diff'] } });
    const target = [...pipeline.workers.context.config().targets.values()][0];
    if (!target) throw new Error('no target');
    const at = new Date();
    const crawlId = await openAndEnqueue(pipeline.workers.context, target, at);
    await openAndEnqueue(pipeline.workers.context, target, at);
    expect(await redis.llen(`${prefix}:crawl:wait`)).toBe(1);
    const [job] = await redis.lrange(`${prefix}:crawl:wait`, 0, -1);
    expect(JSON.parse(await redis.hget(`${prefix}:crawl:${job}`, 'data') ?? '')).toEqual({ crawlId, batchId: job });
  });

  test('that hangs does not keep the program from ending, and is done by the next', async ({ shop, open }) => {
    const held = gate();
    shop.overrides.set('/p/lamp', (_, response) => void held.opened.then(() => response.writeHead(404).end()));
    const yaml = productTargets(shop, ['lamp']);
    const pipeline = await open(yaml);
    const settled = pipeline.crawl('lamp').catch((error: unknown) => error);
    await until(() => shop.asked.length).toBe(1);
    const started = performance.now();
    await pipeline.workers.stop(100);
    expect(performance.now() - started).toBeLessThan(20_000);
    expect((await pipeline.store.batches.find({})).map((batch) => batch.state)).toEqual(['open']);
    shop.overrides.clear();
    held.open();
    await open(yaml);
    expect(await settled).toMatchObject([{ stage: 'done', verdict: 'good', tally: { outcomes: { ok: 1 } } }]);
  });
});
