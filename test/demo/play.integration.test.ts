import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { expect } from 'vitest';
import { play } from '../../demo/play.ts';
import { SCENES } from '../../demo/scenes/index.ts';
import type { Scene } from '../../demo/scenes/scene.ts';
import { openStage } from '../../demo/stage.ts';
import { test } from '../support/fixtures.ts';

/** The first scene, a change that is told, and one that must not be. */
const SHORT: readonly Scene[] = SCENES.filter((scene) => ['first-look', 'price-down', 'captcha'].includes(scene.name));

test('a short play on real services: what must come of it does, and nothing is left behind', async ({ mongoUri, redisUrl, redis }) => {
  const root = await mkdtemp(join(tmpdir(), 'rivalwatch-play-'));
  const stop = new AbortController();
  const lines: string[] = [];
  const stage = await openStage({ root, say: (line) => void lines.push(line), onProgress: () => undefined, signal: stop.signal, given: { mongodb: mongoUri, redis: redisUrl } });
  const { database } = stage.store;
  try {
    const checked = await play(stage, SHORT, { say: (line) => void lines.push(line), progress: () => undefined, columns: 120, paint: (_, text) => text }, stop.signal);
    expect(checked.filter((one) => !one.held)).toEqual([]);
    expect(lines.join('\n')).toContain('Fjord Canister Stove');
    expect(stage.sinks.refused()).toEqual([]);
    expect(await readFile(stage.configFile, 'utf8')).toContain('contact: demo@rivalwatch.example');
  } finally {
    await stage.close();
    await rm(root, { recursive: true, force: true });
  }
  expect(await redis.keys(`${database}*`)).toEqual([]);
  await using client = new MongoClient(mongoUri);
  expect((await client.db().admin().listDatabases({ nameOnly: true })).databases.map((one) => one.name)).not.toContain(database);
});
