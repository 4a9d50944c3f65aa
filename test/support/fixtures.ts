import { createHash } from 'node:crypto';
import { Redis } from 'ioredis';
import { MongoClient, type Db } from 'mongodb';
import { inject, test as base } from 'vitest';
import type { ChromiumService } from '../../services/index.ts';

/** A name of its own for each test, from its file and title, so that tests never share data and a failed one leaves its behind. */
function namespaceOf(file: string, title: string): string {
  return `rw_test_${createHash('sha256').update(`${file}|${title}`).digest('hex').slice(0, 16)}`;
}

/** Where a test works. */
export interface Space {
  readonly mongoUri: string;
  readonly redisUrl: string;
  /** Key prefix and database name of this test. */
  readonly prefix: string;
  /** Database of this test alone, empty at its start; dropped when it passed. */
  readonly db: Db;
  /** Redis client; use only keys below `prefix`, of which there are none at the start. */
  readonly redis: Redis;
}

/** Each part is made only for the tests that take it. */
export interface Services extends Space {
  /** All of the above: for programs that open database and Redis by themselves, and need both empty. */
  readonly space: Space;
  /** How to start a Chromium; the test fails with the reason when there is none. */
  readonly chromium: ChromiumService;
}

/** Those of this worker; vitest numbers the workers that run at the same time from 1. */
function ownServers(): Pick<Services, 'mongoUri' | 'redisUrl'> {
  const servers = inject('servers');
  const own = servers[(Number(process.env['VITEST_POOL_ID'] ?? 1) - 1) % servers.length];
  if (!own) throw new Error('the integration tests were started without their servers');
  return own;
}

/** `test` with a MongoDB database and a Redis prefix of its own. */
export const test = base.extend<Services>({
  mongoUri: async ({}, use) => use(ownServers().mongoUri),
  redisUrl: async ({}, use) => use(ownServers().redisUrl),
  prefix: async ({ task }, use) => use(namespaceOf(task.file.filepath, task.fullTestName ?? task.name)),
  chromium: async ({}, use) => {
    const found = inject('chromium');
    if (typeof found === 'string') throw new Error(found);
    await use(found);
  },
  db: async ({ mongoUri, prefix, task }, use) => {
    await using client = new MongoClient(mongoUri, { ignoreUndefined: true, serverSelectionTimeoutMS: 60_000, appName: 'rivalwatch-test' });
    const db = client.db(prefix);
    await db.dropDatabase();
    await use(db);
    if (task.result?.state !== 'fail') await db.dropDatabase();
  },
  redis: async ({ redisUrl, prefix }, use) => {
    const redis = new Redis(redisUrl, { maxRetriesPerRequest: null });
    const clear = async (): Promise<void> => {
      const keys = await redis.keys(`${prefix}*`);
      if (keys.length > 0) await redis.del(keys);
    };
    await clear();
    await use(redis);
    await clear();
    await redis.quit();
  },
  space: async ({ mongoUri, redisUrl, prefix, db, redis }, use) => use({ mongoUri, redisUrl, prefix, db, redis }),
});
