import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { brand, type SourceId, type TargetId } from '../../model/ids.ts';
import { openCrawl } from '../../storage/crawls.ts';
import { migrate } from '../../storage/migrate.ts';
import { openStore } from '../../storage/store.ts';
import { until } from '../workers/support.ts';
import { ownServers, type OwnServers } from './servers.ts';

let servers: OwnServers;
beforeAll(async () => { servers = await ownServers(); });
afterAll(() => servers.stop());

describe.runIf(process.platform === 'linux')('a MongoDB that dies amid a piece of work and is back before the next write', () => {
  test('has the work begun again: what it acknowledged last may be gone, and a mark would say that it was done', async () => {
    const store = await openStore({ uri: servers.mongodb.url, database: 'rw_forgetful' });
    try {
      await migrate(store, { holder: 'test', clock: () => new Date() });
      const planned = (no: number): Parameters<typeof openCrawl>[1] => ({ targetId: brand<TargetId>(`t${no}`), sourceId: brand<SourceId>('s'), plannedAt: new Date(0) });
      const work = store.amid(async () => {
        await openCrawl(store, planned(1), [], new Date(0));
        await servers.mongodb.kill();
        await servers.mongodb.restart();
        // Reading goes on as soon as it answers; writing a mark does not.
        await until(() => store.ping().then(() => true, () => false)).toBe(true);
        await openCrawl(store, planned(2), [], new Date(0));
      });
      await expect(work).rejects.toMatchObject({ name: 'StorageUnavailableError', retryable: true });
      await store.amid(() => openCrawl(store, planned(3), [], new Date(0)));
      expect(await store.crawls.count({ targetId: brand<TargetId>('t3') })).toBe(1);
    } finally {
      await store.close();
    }
  });
});
