import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { keepServer } from './keep.ts';
import { isAlive, withLock } from './lock.ts';
import { end, isOurServer } from './process.ts';
import { readRecord, writeRecord } from './server-record.ts';
import type { RunningServer, ServerSpec } from './server-spec.ts';
import { startOnFreePort, watch } from './server-start.ts';
import { ServiceError } from './types.ts';

let serial = 0;

/** Joins the running server of the folder, else starts it. Throws a {@link ServiceError} with the end of its log when it does not come up. */
export async function holdServer(spec: ServerSpec, say: (line: string) => void, signal?: AbortSignal): Promise<RunningServer> {
  if (process.platform === 'win32') throw new ServiceError(`${spec.name}: servers of its own are started on Linux and macOS alone. On Windows use WSL, or give the URLs of running servers (MONGODB_URI, REDIS_URL).`);
  await mkdir(join(spec.folder, 'users'), { recursive: true });
  await mkdir(join(spec.folder, 'data'), { recursive: true });
  const user = join(spec.folder, 'users', `${process.pid}-${(serial += 1)}`);
  const alone = <T>(work: () => Promise<T>): Promise<T> => withLock(join(spec.folder, 'lock'), say, work, { signal });
  const joined = async (): Promise<Omit<RunningServer, 'stop'>> => await joinRunning(spec) ?? await startOnFreePort(spec, say, signal);
  return alone(async () => {
    await writeFile(user, '');
    try {
      const running = await joined();
      const stopKeeping = spec.keep ? keepServer({ name: spec.name, port: running.port, say, signal, isDead: () => isDead(spec), revive: async () => (await alone(joined)).port }) : undefined;
      const release = async (): Promise<void> => {
        await stopKeeping?.();
        await withLock(join(spec.folder, 'lock'), say, () => leave(spec, user));
      };
      return { ...running, stop: once(release) };
    } catch (error) {
      await leave(spec, user);
      throw error;
    }
  });
}

async function isDead(spec: ServerSpec): Promise<boolean> {
  const record = await readRecord(spec.folder);
  return record !== undefined && !isAlive(record.pid);
}

/** All callers share one call, so that stopping twice is stopping once. */
function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => (done ??= work());
}

/** The server that runs on this folder already, when its process is alive and answers. */
async function joinRunning(spec: ServerSpec): Promise<Omit<RunningServer, 'stop'> | undefined> {
  const record = await readRecord(spec.folder);
  if (!record || !(await isOurServer(record.pid, spec.folder, record.port))) return undefined;
  const ending = join(spec.folder, 'ending');
  while (isAlive(record.pid) && (await exists(ending))) await pause(50);
  const version = isAlive(record.pid) ? await spec.ping(record.port).catch(() => undefined) : undefined;
  if (version === undefined) {
    await end(record.pid, record.port);
    return undefined;
  }
  if (!isAlive(record.watchdog)) await writeRecord(spec.folder, { ...record, watchdog: watch(spec, record.pid) });
  return { port: record.port, version, shared: true };
}

/** Under the lock: takes the user off the list and ends the server when it was the last. */
async function leave(spec: ServerSpec, user: string): Promise<void> {
  await rm(user, { force: true });
  const users = await readdir(join(spec.folder, 'users')).catch(() => []);
  if (users.some((name) => isAlive(Number.parseInt(name, 10)))) return;
  const record = await readRecord(spec.folder);
  if (record && (await isOurServer(record.pid, spec.folder, record.port))) await end(record.pid, record.port);
  await rm(join(spec.folder, 'server.json'), { force: true });
  if (spec.throwAway) await rm(spec.folder, { recursive: true, force: true });
}

async function exists(path: string): Promise<boolean> {
  return readFile(path).then(() => true, () => false);
}
