import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openPipeline } from '../support/pipeline.ts';
import { openShop } from '../support/shop.ts';
import { passUntil } from '../workers/delivery-support.ts';
import { runningClock, sourceOf, until } from '../workers/support.ts';
import { ownServers, type OwnServers } from './servers.ts';
import { canMount, smallDisk } from './small-disk.ts';

/** Slack takes one message a second. */
const COUNT = 6;
const items = (price: string): Parameters<typeof openShop>[0] => Array.from({ length: COUNT }, (_, no) => ({ id: `item-${no}`, title: `Article number ${no}`, price, stock: 'InStock' }));

let servers: OwnServers;
beforeEach(async () => { servers = await ownServers(); });
afterEach(() => servers.stop());

describe.runIf(canMount())('a disk that is full amid the work', () => {
  test('under Redis: nothing is lost, and everything is told once when there is room again', async () => {
    const server = servers.redis;
    await server.kill();
    const disk = await smallDisk(server.data, 16);
    disk.start(server.command.file, server.command.args, { cwd: server.data, env: server.command.env });
    const shop = await openShop(items('100.00'));
    const clock = runningClock();
    const lines: string[] = [];
    const log = pino({ level: 'warn' }, new Writable({ write: (line, _encoding, done) => { lines.push(String(line)); done(); } }));
    const yaml = `${sourceOf(shop, ', politeness: { delay: 100ms }')}targets:\n  all: { kind: catalogue, url: "${shop.origin}/", follow: true, freshness: 1ms, every: 90d }\nrules:\n  cheaper: { preset: price-drop }\n  gone: { preset: listing-removed }\n`;
    const pipeline = await openPipeline({
      mongoUri: servers.mongodb.url, redisUrl: servers.redis.url, prefix: 'rw_full_redis', yaml,
      start: { only: ['schedule', 'crawl', 'diff', 'alert', 'notify', 'recommend'], tickEvery: 200, lock: 1_000, log, clock: clock.read },
    });
    try {
      await until(() => pipeline.store.crawls.count({ stage: 'done' })).toBe(1);
      shop.items = [...items('80.00')];
      clock.move(1_000);
      const before = shop.asked.length;
      const settled = pipeline.crawl('all').catch((error: unknown) => error);
      await until(() => shop.asked.length - before).toBeGreaterThan(COUNT / 3);
      await disk.fill();
      await until(() => lines.some((line) => /MISCONF|No space left|Redis is away/i.test(line))).toBe(true);
      expect(lines.length).toBeLessThan(500);
      await disk.free();
      await settled;
      // A job that failed too often is put back when nobody has touched its work for minutes.
      const { store, slack } = pipeline;
      await passUntil(pipeline, clock, async () => await store.crawls.count({ open: true }) === 0 && await store.deliveries.count({ state: 'sent' }) === COUNT);
      expect([slack.messages.length, new Set(slack.messages.map(({ words }) => words)).size]).toEqual([COUNT, COUNT]);
    } finally {
      await pipeline.close();
      await shop.close();
      disk.close();
    }
  });
});
