import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadConfig } from '../../config/load.ts';
import { brand, type Sku, type TargetId } from '../../model/ids.ts';
import { DEMO_TARGETS, writeConfiguration } from '../../demo/configuration.ts';
import { DEMO_RULES } from '../../demo/rules.ts';
import { startSinks, type Sinks } from '../../demo/sinks/index.ts';
import { CHANNEL_TYPES } from '../../config/channels.ts';

let folder: string;
let sinks: Sinks;
beforeAll(async () => {
  sinks = await startSinks(Date.now);
  folder = await mkdtemp(join(tmpdir(), 'rivalwatch-demo-test-'));
});
afterAll(async () => {
  await sinks.close();
  await rm(folder, { recursive: true, force: true });
});

const places = {
  shops: { northwind: 'http://127.0.0.1:4001', hongyun: 'http://127.0.0.1:4002', kumo: 'http://127.0.0.1:4003', bazaar: 'http://127.0.0.1:4004' },
  database: 'rivalwatch_demo', healthPort: 4005,
};

test('the demo writes the files an operator writes, and they load without a mistake', async () => {
  const loaded = await loadConfig(await writeConfiguration(folder, { ...places, channels: sinks.settings }), {});
  expect(loaded).toMatchObject({ ok: true });
  if (!loaded.ok) return;
  const { config } = loaded;
  expect([...config.targets.keys()]).toEqual(expect.arrayContaining(Object.keys(DEMO_TARGETS)));
  expect(config.targets.size).toBe(Object.keys(DEMO_TARGETS).length + 2);
  expect(config.rules.map((rule) => rule.id)).toEqual(Object.keys(DEMO_RULES));
  expect(new Set([...config.channels.values()].map((channel) => channel.settings.type))).toEqual(new Set(CHANNEL_TYPES));
  expect(config.products.get(brand<Sku>('AP-FILTER'))?.rivalUrls).toHaveLength(2);
  expect(config.targets.get(brand<TargetId>('northwind-all'))?.freshness).toBe(1);
  expect([...config.sources.values()].every((source) => source.allowPrivateAddresses)).toBe(true);
});
