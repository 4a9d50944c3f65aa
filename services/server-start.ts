import { spawn, type ChildProcess } from 'node:child_process';
import { open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { lastLines } from './find.ts';
import { end, freePort, isListening } from './process.ts';
import { readRecord, writeRecord } from './server-record.ts';
import type { RunningServer, ServerSpec } from './server-spec.ts';
import { ServiceError } from './types.ts';
import { WATCHDOG } from './watchdog.ts';

/** Starts the server of a folder and waits until it answers. Throws a {@link ServiceError} with the end of its log when it does not. */
export async function startOnFreePort(spec: ServerSpec, say: (line: string) => void, signal?: AbortSignal): Promise<Omit<RunningServer, 'stop'>> {
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
  try {
    await writeRecord(spec.folder, { pid: child.pid, port, watchdog: watch(spec, child.pid) });
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

/** Starts the watchdog: it outlives this process and ends the server when all users are gone, however they went. Throws a {@link ServiceError} when the machine starts no more processes. */
export function watch(spec: ServerSpec, pid: number, shell = '/bin/sh'): number {
  const dog = spawn(shell, ['-c', WATCHDOG, 'rivalwatch-watchdog', spec.folder, String(pid), spec.throwAway ? spec.folder : ''], { cwd: '/', detached: true, stdio: 'ignore' });
  // Told twice: by the pid that is missing, at once, and by this event; unheard, the event would end the program.
  dog.once('error', () => undefined);
  dog.unref();
  if (dog.pid === undefined) throw new ServiceError(`${spec.name}: ${shell} cannot be started, so its end could not be looked after.`);
  return dog.pid;
}
