import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openPipeline } from '../support/pipeline.ts';
import { openShop } from '../support/shop.ts';
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
  test('under Redis: nothing is lost, and everything is told once when there is room again', { timeout: 120_000 }, async () => {
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
      await until(() => pipeline.store.crawls.count({ stage: 'done' }), 40_000).toBe(1);
      shop.items = [...items('80.00')];
      clock.move(1_000);
      const before = shop.asked.length;
      const settled = pipeline.crawl('all').catch((error: unknown) => error);
      await until(() => shop.asked.length - before).toBeGreaterThan(COUNT / 3);
      await disk.fill();
      await until(() => lines.some((line) => /MISCONF|No space left|Redis is away/i.test(line)), 40_000).toBe(true);
      expect(lines.length).toBeLessThan(500);
      await disk.free();
      await settled;
      // A job that failed too often is put back once nobody has touched its work for a while.
      await until(async () => {
        clock.move(300_000);
        return await pipeline.store.crawls.count({ open: true }).catch(() => -1);
      }, 60_000).toBe(0);
      clock.move(600_000);
      await until(() => pipeline.slack.messages.length, 40_000).toBe(COUNT);
      expect(new Set(pipeline.slack.messages.map(({ words }) => words)).size).toBe(COUNT);
      // A message arrives before the sender has noted that it did.
      await until(() => pipeline.store.deliveries.count({ state: 'sent' }), 40_000).toBe(COUNT);
    } finally {
      await pipeline.close();
      await shop.close();
      disk.close();
    }
  });
});
