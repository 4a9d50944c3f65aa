import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { migrate } from '../../storage/migrate.ts';
import { openStore } from '../../storage/store.ts';
import { headOf, shell } from '../cli/support.ts';
import { sourceOf, test, until } from '../workers/support.ts';
import { ownServers, type OwnServers } from './servers.ts';

let servers: OwnServers;
beforeAll(async () => { servers = await ownServers(); });
afterAll(() => servers.stop());

describe.runIf(process.platform === 'linux')('rivalwatch run', () => {
  test('refuses a Redis that would throw jobs away, with what to do', async ({ mongoUri }) => {
    const redis = new Redis(servers.redis.url);
    await redis.config('SET', 'maxmemory-policy', 'allkeys-lru');
    try {
      const { run } = await shell({ 'rivalwatch.yaml': `version: 1\ncontact: a@b.example\nstorage: { mongodb: "${mongoUri}", redis: "${servers.redis.url}" }\nsources:\n  s: { url: "https://shop.example", currency: USD }\ntargets:\n  t: { kind: page, url: "https://shop.example/p" }\n` });
      expect(await run('run')).toMatchObject({ code: 3, err: expect.stringMatching(/maxmemory-policy is allkeys-lru[^]*noeviction/) });
    } finally {
      await redis.config('SET', 'maxmemory-policy', 'noeviction');
      redis.disconnect();
    }
  });

  test('starts a new target when the file changes, keeps the old ones when it is wrong, and ends with the signal', async ({ shop, space }) => {
    const store = await openStore({ uri: space.mongoUri, database: space.prefix });
    await migrate(store, { holder: 'test', clock: () => new Date() });
    await store.close();
    const yaml = (ids: readonly string[]): string => `${headOf(space)}health: { port: 0 }\npoliteness: { delay: 1ms }\n${sourceOf(shop)}targets:\n${ids.map((id) => `  ${id}: { kind: product, url: "${shop.origin}/p/${id}" }\n`).join('')}`;
    const end = new AbortController();
    let err = '';
    const { folder, run } = await shell({ 'rivalwatch.yaml': yaml(['lamp']) }, { signal: end.signal, onErr: (text) => { err += text; } });
    const ran = run('run');
    await until(() => shop.asked).toEqual(['/p/lamp']);
    const file = join(folder, 'rivalwatch.yaml');
    await writeFile(file, yaml(['lamp', 'chair']));
    await until(() => shop.asked).toEqual(['/p/lamp', '/p/chair']);
    await writeFile(file, `${yaml(['lamp', 'chair', 'rug'])}targest: {}\n`);
    await until(() => err).toContain('the old one stays in force');
    await writeFile(file, yaml(['lamp', 'chair', 'vase']).replace('test@', 'other@'));
    await until(() => shop.asked).toEqual(['/p/lamp', '/p/chair', '/p/vase']);
    expect(err).toContain('contact in the configuration changed and will hold from the next start');
    end.abort();
    expect((await ran).code).toBe(0);
    expect(err).toContain('stopping');
  });
});
