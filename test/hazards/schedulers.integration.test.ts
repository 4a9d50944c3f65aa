import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { startSlackSink } from '../../demo/sinks/slack.ts';
import { brand, type TargetId } from '../../model/ids.ts';
import { migrate } from '../../storage/migrate.ts';
import { openStore } from '../../storage/store.ts';
import { test } from '../support/fixtures.ts';
import { POLITENESS } from '../support/pipeline.ts';
import { openShop } from '../support/shop.ts';
import { until } from '../workers/support.ts';
import { build, type Built } from '../support/built.ts';

let built: Built;
beforeAll(async () => { built = await build(); });
afterAll(() => built.remove());

/** Runs of a target lie further apart than clocks do: a sighting older than the newest one changes nothing. */
const PROCESSES = 3;
const ROUNDS = 5;

test('several processes that tick at once, one of them with a clock that is ahead, crawl once and tell once', async ({ space: { mongoUri, redisUrl, prefix } }) => {
  const shop = await openShop([{ id: 'lamp', title: 'Desk lamp', price: '100.00', stock: 'InStock' }]);
  const slack = await startSlackSink();
  const folder = await mkdtemp(join(tmpdir(), 'rivalwatch-schedulers-'));
  const store = await openStore({ uri: mongoUri, database: prefix });
  const children: ChildProcess[] = [];
  try {
    await migrate(store, { holder: 'test', clock: () => new Date() });
    const config = join(folder, 'rivalwatch.yaml');
    await writeFile(config, `version: 1\ncontact: test@rivalwatch.example\nstorage: { database: ${prefix}, prefix: ${prefix} }\nchannels:\n  team: { type: slack, webhook: "${slack.webhook}" }\n${POLITENESS}
sources:\n  shop: { url: "${shop.origin}", currency: USD, allowPrivateAddresses: true }
targets:\n  lamp: { kind: product, url: "${shop.origin}/p/lamp", freshness: 1ms, every: 90d }\nrules:\n  cheaper: { preset: price-drop }\n`);
    for (let no = 0; no < PROCESSES; no += 1) children.push(fork(built.program, [JSON.stringify({ config, mongoUri, redisUrl, database: prefix, ahead: no * 50 })], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], execArgv: [] }));
    await Promise.all(children.map((child) => once(child, 'message')));
    await until(() => store.crawls.count({ stage: 'done' })).toBe(1);
    for (let round = 1; round <= ROUNDS; round += 1) {
      shop.set('lamp', { price: `${100 - 5 * round}.00` });
      // In the past of all of them, so that every tick of each finds it due.
      await store.targets.update({ _id: brand<TargetId>('lamp') }, { $set: { nextDueAt: new Date(Date.now() - 1_000) } });
      await until(() => store.crawls.count({ stage: 'done' })).toBe(1 + round);
      await until(() => slack.messages.length).toBe(round);
    }
    // A message arrives before the sender has noted that it did.
    await until(() => store.deliveries.count({ state: 'sent' })).toBe(ROUNDS);
    expect(shop.asked).toHaveLength(1 + ROUNDS);
    expect([await store.crawls.count({}), await store.changes.count({}), await store.alerts.count({}), slack.messages.length]).toEqual([1 + ROUNDS, ROUNDS, ROUNDS, ROUNDS]);
  } finally {
    for (const child of children) child.kill('SIGKILL');
    await store.close();
    await Promise.all([shop.close(), slack.close(), rm(folder, { recursive: true, force: true })]);
  }
});
