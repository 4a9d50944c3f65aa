import { Writable } from 'node:stream';
import { Redis } from 'ioredis';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPipeline, type Pipeline } from '../support/pipeline.ts';
import { openShop, type Shop } from '../support/shop.ts';
import { passUntil } from '../workers/delivery-support.ts';
import { runningClock, sourceOf, until, type Movable } from '../workers/support.ts';
import { ownServers, type Killable, type OwnServers } from './servers.ts';

/** Slack takes one message a second. */
const COUNT = 9;
const items = (price: string): Parameters<typeof openShop>[0] => Array.from({ length: COUNT }, (_, no) => ({ id: `item-${no}`, title: `Article number ${no}`, price, stock: 'InStock' }));

let servers: OwnServers;
beforeAll(async () => { servers = await ownServers(); });
afterAll(() => servers.stop());

/** A log whose lines a test can wait for. */
function logged(): { readonly lines: string[]; readonly log: pino.Logger } {
  const lines: string[] = [];
  const stream = new Writable({ write: (line, _encoding, done) => { lines.push(String(line)); done(); } });
  return { lines, log: pino({ level: 'warn' }, stream) };
}

interface Scene {
  readonly pipeline: Pipeline;
  readonly shop: Shop;
  readonly clock: Movable;
  readonly lines: readonly string[];
}

async function scene(name: string, work: (scene: Scene) => Promise<void>): Promise<void> {
  const shop = await openShop(items('100.00'));
  const clock = runningClock();
  const { lines, log } = logged();
  const yaml = `${sourceOf(shop, ', politeness: { delay: 100ms }')}targets:\n  all: { kind: catalogue, url: "${shop.origin}/", follow: true, freshness: 1ms, every: 90d }\nrules:\n  cheaper: { preset: price-drop }\n  gone: { preset: listing-removed }\n  blocked: { preset: source-blocked }\n`;
  const pipeline = await openPipeline({
    mongoUri: servers.mongodb.url, redisUrl: servers.redis.url, prefix: `rw_outage_${name}`, yaml,
    start: { only: ['schedule', 'crawl', 'diff', 'alert', 'notify', 'recommend'], tickEvery: 200, lock: 1_000, log, clock: clock.read },
  });
  try {
    await until(() => pipeline.store.crawls.count({ stage: 'done' })).toBe(1);
    await work({ pipeline, shop, clock, lines });
  } finally {
    await pipeline.close();
    await shop.close();
  }
}

/** Kills the server amid a crawl in which every price fell, starts it again once that was felt, and waits for all messages. */
async function killAmidCrawl({ pipeline, shop, clock, lines }: Scene, server: Killable, felt: (lines: readonly string[], asked: number) => boolean): Promise<void> {
  shop.items = [...items('80.00')];
  clock.move(1_000);
  const before = shop.asked.length;
  const settled = pipeline.crawl('all').catch((error: unknown) => error);
  await until(() => shop.asked.length - before).toBeGreaterThan(COUNT / 3);
  await server.kill();
  await until(() => felt(lines, shop.asked.length - before)).toBe(true);
  await server.restart();
  await allTold(pipeline, clock);
  await settled;
  const { store } = pipeline;
  const changes = await store.changes.find({});
  expect(new Set(changes.map((change) => change.detail.kind))).toEqual(new Set(['price']));
  expect([changes.length, await store.alerts.count({})]).toEqual([COUNT, COUNT]);
  expect([pipeline.slack.messages.length, new Set(pipeline.slack.messages.map((message) => message.words)).size]).toEqual([COUNT, COUNT]);
}

/** A job that failed too often is put back when nobody has touched its work for minutes. */
async function allTold(pipeline: Pipeline, clock: Movable): Promise<void> {
  const { store } = pipeline;
  await passUntil(pipeline, clock, async () => await store.crawls.count({ open: true }) === 0 && await store.deliveries.count({ state: 'sent' }) === COUNT);
}

describe.runIf(process.platform === 'linux')('a server that dies amid a crawl and comes back', () => {
  test('Redis: everything is finished, no message is lost and none comes twice', () => scene('redis', (opened) => killAmidCrawl(opened, servers.redis, (lines) => lines.some((line) => line.includes('Redis is away')))));
  test('Redis that has no room: the log stays short, and the work goes on when it has room again', () => scene('full', async ({ pipeline, shop, clock, lines }) => {
    const redis = new Redis(servers.redis.url);
    try {
      await redis.config('SET', 'maxmemory', '1');
      const before = lines.length;
      shop.items = [...items('80.00')];
      clock.move(1_000);
      const settled = pipeline.crawl('all').catch((error: unknown) => error);
      // A queue that takes no breath is refused some thousand times within this time, and says so each time.
      const asked = async (): Promise<number> => Number(/cmdstat_evalsha:calls=(\d+)/.exec(await redis.info('commandstats'))?.[1] ?? 0);
      const first = await asked();
      await until(asked).toBeGreaterThan(first + 30);
      expect(lines.slice(before).filter((line) => line.includes('OOM')).length).toBeLessThan(20);
      await redis.config('SET', 'maxmemory', '0');
      await settled;
      await allTold(pipeline, clock);
      expect(pipeline.slack.messages).toHaveLength(COUNT);
    } finally {
      await redis.config('SET', 'maxmemory', '0');
      redis.disconnect();
    }
  }));
  test('MongoDB: everything is finished, no message is lost and none comes twice', () => scene('mongodb', (opened) => killAmidCrawl(opened, servers.mongodb, (_, asked) => asked > COUNT)));
});
