import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { startSlackSink } from '../../demo/sinks/slack.ts';
import { migrate } from '../../storage/migrate.ts';
import { openStore, type Store } from '../../storage/store.ts';
import { test } from '../support/fixtures.ts';
import { POLITENESS } from '../support/pipeline.ts';
import { openShop } from '../support/shop.ts';
import { until } from '../workers/support.ts';
import { build, type Built } from '../support/built.ts';
import type { Death } from './program.ts';

/*
 * A real process is killed by kill -9 right after (before) a write to MongoDB, at each stage of the way of the data. The one
 * started in its place must bring everything to the end that an undisturbed run comes to.
 */
const RECOMMENDED = 'recommend: over';
const DEATHS: readonly (readonly [when: string, death: Death])[] = [
  ['crawl: begun, nothing fetched', { table: 'batches', method: 'update' }],
  ['crawl: answer archived, not read into versions', { table: 'archive', method: 'bulk' }],
  ['crawl: version written, listing not', { table: 'versions', method: 'bulk' }],
  ['crawl: request recorded, batch open', { table: 'batches', method: 'update', no: 2 }],
  ['crawl: finished, diff not in its queue', { table: 'crawls', method: 'update' }],
  ['diff: change written, version not settled', { table: 'changes', method: 'bulk' }],
  ['diff: over, alert not in its queue', { table: 'crawls', method: 'update', no: 2 }],
  ['alert: decided, alert not written', { table: 'episodes', method: 'replace' }],
  ['alert: alert written, delivery not', { table: 'alerts', method: 'bulk' }],
  ['alert: delivery written, not in its queue', { table: 'deliveries', method: 'bulk' }],
  ['notify: claimed, not sent', { table: 'deliveries', method: 'update' }],
  [RECOMMENDED, { table: 'crawls', method: 'update', no: 4 }],
];
/** The one moment at which a message may come twice, because nobody can know whether it was sent (ADR 0005). */
const SENT_NOT_RECORDED: Death = { table: 'deliveries', method: 'update', no: 2, before: true };
/** What the clock of each new process is ahead of the one before: all leases are over and what stood still counts as lost. */
const LATER_MS = 600_000;

let built: Built;
beforeAll(async () => { built = await build(); });
afterAll(() => built.remove());

/** Starts the program with its clock so far ahead; resolves when it works. */
async function startProgram(settings: object, ahead: number): Promise<ChildProcess> {
  const child = fork(built.program, [JSON.stringify({ ...settings, ahead })], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], execArgv: [] });
  await Promise.race([once(child, 'message'), once(child, 'exit').then(() => Promise.reject(new Error('the program did not start')))]);
  return child;
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  expect(child.signalCode).toBe('SIGKILL');
}

/** Everything that must be the same as without a death. */
async function state(store: Store): Promise<object> {
  const [changes, alerts, deliveries, open, episodes] = await Promise.all([
    store.changes.find({}), store.alerts.find({}), store.deliveries.find({}), store.crawls.count({ open: true }), store.episodes.find({}),
  ]);
  return {
    open, prices: changes.map(({ detail }) => (detail.kind === 'price' ? detail.to.money.minor : Number.NaN)).toSorted((a, b) => b - a),
    alerts: alerts.length, sent: deliveries.filter((delivery) => delivery.state === 'sent').length, deliveries: deliveries.length, outboxes: episodes.filter((episode) => episode.outbox).length,
  };
}

/** Attempts of which nobody knows how they ended: one after the death of `notify: claimed, not sent`. */
async function unheard(store: Store): Promise<number> {
  return (await store.deliveries.find({})).flatMap((delivery) => delivery.attempts).filter((attempt) => attempt.result === undefined).length;
}

test('a process killed at any stage is carried on by the next: the same changes, each told once', { timeout: 600_000 }, async ({ space: { mongoUri, redisUrl, prefix, redis } }) => {
  const shop = await openShop([{ id: 'lamp', title: 'Desk lamp', price: '100.00', stock: 'InStock' }]);
  const slack = await startSlackSink();
  const folder = await mkdtemp(join(tmpdir(), 'rivalwatch-killed-'));
  const store = await openStore({ uri: mongoUri, database: prefix });
  await migrate(store, { holder: 'test', clock: () => new Date() });
  const config = join(folder, 'rivalwatch.yaml');
  await writeFile(config, `version: 1\ncontact: test@rivalwatch.example\nstorage: { database: ${prefix}, prefix: ${prefix} }\nchannels:\n  team: { type: slack, webhook: "${slack.webhook}" }\n${POLITENESS}
sources:\n  shop: { url: "${shop.origin}", currency: USD, allowPrivateAddresses: true }
targets:\n  lamp: { kind: product, url: "${shop.origin}/p/lamp", freshness: 1ms, every: 90d }\nrules:\n  cheaper: { preset: price-drop }\n`);
  const settings = { config, mongoUri, redisUrl, database: prefix };
  let ahead = 0;
  let program = await startProgram(settings, ahead);
  const prices: number[] = [];
  let twice = 0;
  try {
    await until(() => store.crawls.count({ stage: 'done' })).toBe(1);
    for (const [when, death] of [['alive', undefined] as const, ...DEATHS, ['notify: sent, not recorded', SENT_NOT_RECORDED] as const]) {
      const price = 9_900 - prices.length * 500;
      prices.push(price);
      shop.set('lamp', { price: (price / 100).toFixed(2) });
      if (death) program.send({ die: death });
      program.send({ crawl: 'lamp' });
      if (death) {
        await killed(program);
        program = await startProgram(settings, (ahead += LATER_MS));
        // Claims of pages run out by the clock of Redis, which is not ahead.
        await redis.del('no such key', ...await redis.keys(`${prefix}:page:*`));
      }
      const n = prices.length;
      await until(async () => ({ when, ...await state(store) })).toEqual({ when, open: 0, prices, alerts: n, deliveries: n, sent: n, outboxes: 0 });
      // The message of a price is sent while recommend works: a death there may fall between sending and recording as well.
      if (death === SENT_NOT_RECORDED || (when === RECOMMENDED && await unheard(store) > 1)) twice += slack.messages.length - n - twice;
      expect([when, slack.messages.length]).toEqual([when, n + twice]);
      if (death === SENT_NOT_RECORDED) expect(twice).toBeGreaterThan(0);
      expect(twice).toBeLessThanOrEqual(death === SENT_NOT_RECORDED ? 2 : 1);
    }
    const versions = await store.versions.find({});
    expect(versions.filter((version) => version.open)).toHaveLength(1);
    expect(versions.map((version) => version.seq).toSorted((a, b) => a - b)).toEqual(versions.map((_, index) => index + 1));
    expect(versions).toHaveLength(prices.length + 1);
  } finally {
    program.kill('SIGKILL');
    await store.close();
    await Promise.all([shop.close(), slack.close(), rm(folder, { recursive: true, force: true })]);
  }
});
