import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPipeline } from '../support/pipeline.ts';
import { openShop } from '../support/shop.ts';
import { quiet } from '../workers/delivery-support.ts';
import { clockAt, sourceOf, until } from '../workers/support.ts';
import { ownServers, type OwnServers } from './servers.ts';

let servers: OwnServers;
beforeAll(async () => { servers = await ownServers(); });
afterAll(() => servers.stop());

describe.runIf(process.platform === 'linux')('while Redis is dead', () => {
  test('trouble is told nevertheless, and the schedule ticks again when Redis comes back empty', async () => {
    const shop = await openShop([{ id: 'lamp', title: 'Desk lamp', price: '100.00', stock: 'InStock' }]);
    const clock = clockAt(new Date());
    const yaml = `${sourceOf(shop)}targets:\n  lamp: { kind: product, url: "${shop.origin}/p/lamp", freshness: 1ms, every: 10m }\nrules:\n  ops: { preset: operations }\n`;
    const pipeline = await openPipeline({
      mongoUri: servers.mongodb.url, redisUrl: servers.redis.url, prefix: 'rw_watch', yaml,
      start: { only: ['schedule', 'crawl', 'diff', 'alert', 'notify', 'recommend'], watch: true, tickEvery: 100, lock: 1_000, clock: clock.read },
    });
    const aMinute = async (): Promise<void> => {
      await quiet(pipeline, clock);
      clock.move(60_000);
      await until(() => pipeline.store.pulses.count({ beatAt: clock.now })).toBe(1);
    };
    const said = (): readonly string[] => pipeline.slack.messages.map(({ text }) => text);
    try {
      await until(() => pipeline.store.crawls.count({ stage: 'done' })).toBe(1);
      await servers.redis.kill();
      // Minute by minute: a leap would be a machine that slept.
      for (let minute = 0; minute < 25 && said().length === 0; minute += 1) await aMinute();
      await until(said).toEqual(['The schedule has stopped: schedule']);
      await servers.redis.restart({ empty: true });
      await until(async () => (await pipeline.store.crawls.count({ stage: 'done' })) > 1).toBe(true);
      for (let minute = 0; minute < 5 && said().length === 1; minute += 1) await aMinute();
      await until(said).toEqual(['The schedule has stopped: schedule', 'The schedule runs again: schedule']);
    } finally {
      await pipeline.close();
      await shop.close();
    }
    expect(said()).toHaveLength(2);
  });
});
