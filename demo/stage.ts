import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { pino } from 'pino';
import { loadConfig } from '../config/load.ts';
import { mistakeText } from '../config/mistakes.ts';
import type { Progress } from '../crawlers/batch-run.ts';
import { startServices } from '../services/index.ts';
import { freePort } from '../services/process.ts';
import { migrate } from '../storage/migrate.ts';
import { openStore, type Store } from '../storage/store.ts';
import { startWorkers, type Workers } from '../workers/main.ts';
import { virtualClock, type VirtualClock } from './clock.ts';
import { writeConfiguration } from './configuration.ts';
import { startWorld, type RunningWorld } from './shops/world.ts';
import { startSinks, type Sinks } from './sinks/index.ts';

/** What jobs have left when the demo ends. */
const STOP_MS = 5_000;
/** The demo does not wait for two minutes. */
const SECOND_LOOK_MS = 100;
/** The scenes decide when a day is over, and what is crawled then: after the first look no tick comes in between. */
const TICK_MS = 3_600_000;

/** Everything the play needs, running. */
export interface Stage {
  readonly world: RunningWorld;
  readonly sinks: Sinks;
  /** Of the program and of the sinks. It begins on the newest Wednesday at ten in Shanghai, so that nights are nights, and Sundays Sundays. */
  readonly clock: VirtualClock;
  readonly store: Store;
  readonly workers: Workers;
  /** Folder of the configuration and the exports. */
  readonly folder: string;
  readonly configFile: string;
  /** Ends all in order, the last started first, and removes the run's data. Idempotent. */
  readonly close: () => Promise<void>;
}

export interface StageOptions {
  /** The project's folder: `.rivalwatch` is in it. */
  readonly root: string;
  readonly say: (line: string) => void;
  readonly onProgress: (progress: Progress) => void;
  readonly signal: AbortSignal;
  /** Addresses of services that are there already; looked for when left out. */
  readonly given?: { readonly mongodb: string; readonly redis: string };
}

/** Starts shops and sinks, finds or starts the services, writes the configuration, and starts the same workers as in production. When a step fails, what was started is ended. */
export async function openStage({ root, say, onProgress, signal, given }: StageOptions): Promise<Stage> {
  const endings: (() => Promise<unknown>)[] = [];
  let closed: Promise<void> | undefined;
  const close = (): Promise<void> => (closed ??= endAll(endings));
  const started = <T>(running: T, end: (running: T) => Promise<unknown>): T => {
    endings.unshift(() => end(running));
    return running;
  };
  try {
    const world = started(await startWorld(), (running) => running.close());
    const clock = virtualClock(lastWednesday(Date.now()));
    const sinks = started(await startSinks(() => clock.now().getTime()), (running) => running.close());
    const services = started(await startServices({ mongodb: { uri: given?.mongodb }, redis: { url: given?.redis }, chromium: {} }, { folder: root, throwAway: true, say, signal }), (running) => running.stop());
    const database = `rivalwatch_demo_${process.pid}_${Date.now().toString(36)}`;
    const folder = join(root, '.rivalwatch', 'demo');
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    const { northwind, hongyun, kumo, bazaar } = world.shops;
    const configFile = await writeConfiguration(folder, {
      shops: { northwind: northwind.url, hongyun: hongyun.url, kumo: kumo.url, bazaar: bazaar.url }, channels: sinks.settings,
      mongodb: services.mongodb.uri, redis: services.redis.url, database, healthPort: await freePort(),
    });
    const loaded = await loadConfig(configFile, {});
    if (!loaded.ok) throw new Error(`the demo's configuration is wrong:\n${loaded.mistakes.map(mistakeText).join('\n')}`);
    const store = started(await openStore({ uri: services.mongodb.uri, database }), async (running) => {
      await running.db.dropDatabase();
      await running.close();
    });
    await migrate(store, { holder: database, clock: clock.now });
    endings.unshift(() => removeKeys(services.redis.url, database));
    const log = pino({ level: 'info' }, pino.destination({ dest: join(folder, 'demo.log'), sync: true }));
    const chromium = services.chromium;
    const workers = started(await startWorkers({
      config: () => loaded.config, store, redisUrl: services.redis.url, log, onProgress, clock: clock.now, watch: false, tickEvery: TICK_MS, secondLookAfter: SECOND_LOOK_MS,
      chromium: async () => {
        if (!chromium) throw new Error('no Chromium was found');
        return chromium;
      },
    }), (running) => running.stop(STOP_MS));
    return { world, sinks, clock, store, workers, folder, configFile, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The newest Wednesday, ten o'clock, of Shanghai, which is eight hours ahead of UTC all the year. The first day of 1970 was a Thursday. */
function lastWednesday(now: number): number {
  const ten = 6 * 86_400_000 + (10 - 8) * 3_600_000;
  return Math.floor((now - ten) / 604_800_000) * 604_800_000 + ten;
}

/** Tries every ending, also when an earlier one fails; the first failure is thrown at the end. */
async function endAll(endings: readonly (() => Promise<unknown>)[]): Promise<void> {
  const failures: unknown[] = [];
  for (const end of endings) {
    try {
      await end();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}

/** Removes the run's keys from Redis, which may be the operator's own. */
async function removeKeys(url: string, prefix: string): Promise<void> {
  const redis = new Redis(url, { maxRetriesPerRequest: 3 });
  try {
    for await (const keys of redis.scanStream({ match: `${prefix}*`, count: 500 })) {
      if (Array.isArray(keys) && keys.length > 0) await redis.unlink(keys.map(String));
    }
  } finally {
    redis.disconnect();
  }
}
