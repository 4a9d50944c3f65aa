import { pino } from 'pino';
import { z } from 'zod';
import { loadConfig } from '../../config/load.ts';
import { brand, type TargetId } from '../../model/ids.ts';
import { openStore, type Store } from '../../storage/store.ts';
import { startWorkers } from '../../workers/main.ts';
import { openAndEnqueue } from '../../workers/plan.ts';

/*
 * The program in a process of its own, for tests that kill it. Obeys messages of its parent:
 *   { crawl: TARGET }                             opens a crawl of the target
 *   { die: { table, method, no, before } }        kill -9 of itself right after (before) the no-th such write to MongoDB
 */
const settingsSchema = z.object({ config: z.string(), mongoUri: z.string(), redisUrl: z.string(), database: z.string(), ahead: z.number() });
const deathSchema = z.object({
  table: z.enum(['archive', 'versions', 'batches', 'crawls', 'changes', 'episodes', 'alerts', 'deliveries']), method: z.enum(['bulk', 'update', 'replace']),
  no: z.number().default(1), before: z.boolean().default(false),
});
const messageSchema = z.object({ crawl: z.string().optional(), die: deathSchema.optional() });
export type Death = z.input<typeof deathSchema>;

/** Never comes back from the deadly call. */
function dieAt(store: Store, { table, method, no, before }: z.output<typeof deathSchema>): void {
  let left = no;
  const die = (): void => void process.kill(process.pid, 'SIGKILL');
  const write: unknown = Reflect.get(store[table], method);
  if (typeof write !== 'function') throw new Error(`${table} has no ${method}`);
  const deadly = async (...args: unknown[]): Promise<unknown> => {
    left -= 1;
    if (left === 0 && before) die();
    const result: unknown = await Reflect.apply(write, store[table], args);
    if (left === 0) die();
    return result;
  };
  Object.defineProperty(store[table], method, { value: deadly });
}

async function main(): Promise<void> {
  const settings = settingsSchema.parse(JSON.parse(process.argv[2] ?? ''));
  const loaded = await loadConfig(settings.config, {});
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.mistakes));
  const store = await openStore({ uri: settings.mongoUri, database: settings.database });
  const clock = (): Date => new Date(Date.now() + settings.ahead);
  const log = pino({ level: process.env['RIVALWATCH_TEST_LOG'] ?? 'silent' }, pino.destination(2));
  const workers = await startWorkers({
    config: () => loaded.config, store, redisUrl: settings.redisUrl, log, clock, health: false, tickEvery: 200, lock: 500,
    chromium: () => Promise.reject(new Error('no browser in this test')),
  });
  process.on('message', (message) => {
    const { crawl, die } = messageSchema.parse(message);
    if (die) dieAt(store, die);
    const target = crawl === undefined ? undefined : loaded.config.targets.get(brand<TargetId>(crawl));
    if (target) void openAndEnqueue(workers.context, target, clock());
  });
  process.send?.('ready');
}

await main();
