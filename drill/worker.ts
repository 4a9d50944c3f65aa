import { pino } from 'pino';
import { z } from 'zod';
import { loadConfig } from '../config/load.ts';
import { openStore } from '../storage/store.ts';
import { startWorkers } from '../workers/main.ts';

/*
 * A process with all workers, for the drill to kill. Its clock is ahead of the machine's by what its parent last told it: a drill cannot
 * wait until a lease of two minutes is over. Ends when its parent is gone.
 */
const settingsSchema = z.object({ config: z.string(), mongoUri: z.string(), redisUrl: z.string(), database: z.string(), ahead: z.number() });
const messageSchema = z.union([z.object({ ahead: z.number() }), z.object({ stop: z.literal(true) })]);
export type Settings = z.infer<typeof settingsSchema>;
export type Order = z.infer<typeof messageSchema>;

const TICK_MS = 250;
/** A job of a killed process runs again after about this long. */
const LOCK_MS = 1_000;
const STOP_MS = 5_000;
/** The drill does not wait for two minutes. */
const SECOND_LOOK_MS = 500;

async function main(): Promise<void> {
  const settings = settingsSchema.parse(JSON.parse(process.argv[2] ?? ''));
  const loaded = await loadConfig(settings.config, {});
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.mistakes));
  let { ahead } = settings;
  const store = await openStore({ uri: settings.mongoUri, database: settings.database });
  const log = pino({ level: 'info' }, pino.destination({ dest: 2, sync: true }));
  const workers = await startWorkers({
    config: () => loaded.config, store, redisUrl: settings.redisUrl, log, clock: () => new Date(Date.now() + ahead), health: false, tickEvery: TICK_MS, lock: LOCK_MS, secondLookAfter: SECOND_LOOK_MS,
    chromium: () => Promise.reject(new Error('no browser in the drill')),
  });
  const stop = async (): Promise<void> => {
    await workers.stop(STOP_MS);
    await store.close();
    process.exit(0);
  };
  process.on('message', (message) => {
    const order = messageSchema.parse(message);
    if ('ahead' in order) ahead = order.ahead;
    else void stop();
  });
  process.on('disconnect', () => process.exit(1));
  // Ctrl-C at a terminal reaches the whole group: the parent ends its workers in order.
  for (const name of ['SIGINT', 'SIGHUP'] as const) process.on(name, () => undefined);
  process.send?.('ready');
}

await main();
