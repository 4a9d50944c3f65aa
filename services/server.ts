import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, open, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { lastLines } from './find.ts';
import { keepServer } from './keep.ts';
import { isAlive, withLock } from './lock.ts';
import { end, freePort, isListening, isOurServer } from './process.ts';
import { ServiceError } from './types.ts';
import { WATCHDOG } from './watchdog.ts';

/**
 * A server of one data folder, shared by all programs that use the folder:
 *   server.json  which process serves on which port        users/  a file per start that uses it, named by process
 *   server.log   what it wrote since it was started         data/   its data
 *   lock         held while somebody starts or stops it     ending  the watchdog is about to stop it
 * It ends with its last user: by stop(), or by the watchdog when the last user died.
 */
export interface ServerSpec {
  /** For messages, e.g. `Redis`. */
  readonly name: string;
  /** Its folder; nobody else's. */
  readonly folder: string;
  /** Removes the folder when the server ends. */
  readonly throwAway: boolean;
  /** The command that serves `dataFolder` on a loopback port, in the foreground. */
  command(port: number, dataFolder: string): { readonly file: string; readonly args: readonly string[]; readonly env: NodeJS.ProcessEnv };
  /** Answers with the version once the server can be used; rejects before. */
  ping(port: number): Promise<string>;
  /** Starts the server again when it dies while it is held. */
  readonly keep?: boolean;
  /** Longest wait for the first answer in milliseconds; a minute when left out. */
  readonly patience?: number;
}

export interface RunningServer {
  readonly port: number;
  readonly version: string;
  /** It was running already, started by another program. */
  readonly shared: boolean;
  stop(): Promise<void>;
}

const recordSchema = z.object({ pid: z.int().positive(), port: z.int().positive(), watchdog: z.int().positive() });
type ServerRecord = z.infer<typeof recordSchema>;
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

async function startOnFreePort(spec: ServerSpec, say: (line: string) => void, signal?: AbortSignal): Promise<Omit<RunningServer, 'stop'>> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await start(spec, attempt === 1 ? await portOf(spec) : await freePort(), signal);
    } catch (error) {
      // Between asking for a free port and the server taking it, another program may have been faster.
      if (attempt === 3 || !(error instanceof ServiceError) || !/address (is )?already in use|EADDRINUSE/i.test(error.message)) throw error;
      say(`${spec.name}: the port was taken meanwhile, trying another`);
    }
  }
}

/** Where its server died, on the port it had: programs that still use it find it again. */
async function portOf(spec: ServerSpec): Promise<number> {
  const before = await readRecord(spec.folder);
  return before && !(await isListening(before.port)) ? before.port : freePort();
}

async function start(spec: ServerSpec, port: number, signal?: AbortSignal): Promise<Omit<RunningServer, 'stop'>> {
  const { file, args, env } = spec.command(port, join(spec.folder, 'data'));
  await rm(join(spec.folder, 'ending'), { force: true });
  const log = await open(join(spec.folder, 'server.log'), 'w');
  const spawned = (): { readonly child: ChildProcess; readonly failed: Promise<string> } => {
    // A session of its own: Ctrl-C at a terminal reaches the program, which then stops its servers in order.
    const child = spawn(file, args, { cwd: join(spec.folder, 'data'), env, detached: true, stdio: ['ignore', log.fd, log.fd] });
    // Listened for at once: a server that ends right away must not end unheard.
    const failed = new Promise<string>((resolve) => {
      child.once('error', (error) => resolve(error.message));
      child.once('exit', (code, name) => resolve(`ended with ${name ?? `code ${code}`}`));
    });
    return { child, failed };
  };
  let running: ReturnType<typeof spawned>;
  try {
    running = spawned();
  } finally {
    await log.close();
  }
  const { child, failed } = running;
  child.unref();
  if (child.pid === undefined) throw new ServiceError(`${spec.name}: ${file} cannot be started: ${await failed}.`);
  await writeRecord(spec.folder, { pid: child.pid, port, watchdog: watch(spec, child.pid) });
  try {
    return { port, version: await firstAnswer(spec, port, failed, signal), shared: false };
  } catch (error) {
    await end(child.pid, port);
    throw error;
  }
}

/** Waits for the first answer; the end of the server, the time limit or the signal end the waiting at once. */
async function firstAnswer(spec: ServerSpec, port: number, failed: Promise<string>, signal?: AbortSignal): Promise<string> {
  let ended: string | undefined;
  void failed.then((how) => (ended = how));
  const patience = spec.patience ?? 60_000;
  const giveUpAt = Date.now() + patience;
  for (;;) {
    signal?.throwIfAborted();
    if (ended !== undefined) throw await startError(spec, ended);
    if (Date.now() > giveUpAt) throw await startError(spec, `gave no answer within ${patience / 1_000} s`);
    const version = (await isListening(port)) ? await spec.ping(port).catch(() => undefined) : undefined;
    if (version !== undefined && ended === undefined) return version;
    await pause(25);
  }
}

async function startError(spec: ServerSpec, how: string): Promise<ServiceError> {
  const log = await readFile(join(spec.folder, 'server.log'), 'utf8').catch(() => '');
  return new ServiceError(`${spec.name} did not start: ${how}. Its log (${join(spec.folder, 'server.log')}) ends: ${lastLines(log.slice(-8_000), 8) || '(nothing)'}`);
}

/** Starts the watchdog: it outlives this process and ends the server when all users are gone, however they went. */
function watch(spec: ServerSpec, pid: number): number {
  const dog = spawn('/bin/sh', ['-c', WATCHDOG, 'rivalwatch-watchdog', spec.folder, String(pid), spec.throwAway ? spec.folder : ''], { cwd: '/', detached: true, stdio: 'ignore' });
  dog.unref();
  if (dog.pid === undefined) throw new ServiceError(`${spec.name}: /bin/sh cannot be started, so its end could not be looked after.`);
  return dog.pid;
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

async function readRecord(folder: string): Promise<ServerRecord | undefined> {
  try {
    return recordSchema.parse(JSON.parse(await readFile(join(folder, 'server.json'), 'utf8')));
  } catch {
    return undefined;
  }
}

async function writeRecord(folder: string, record: ServerRecord): Promise<void> {
  await writeFile(join(folder, 'server.json'), JSON.stringify(record));
}

async function exists(path: string): Promise<boolean> {
  return readFile(path).then(() => true, () => false);
}
