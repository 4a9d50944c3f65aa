import { readFileSync } from 'node:fs';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ServiceError } from './types.ts';

let serial = 0;

/** Whether a process of this id runs, ours or not. One that ended but was not reaped (a zombie) does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  try {
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    return true;
  }
}

/**
 * Does `work` while no other process does work under the same file. A lock whose process is gone (kill -9, power) is taken
 * over. Waits at most `patience` milliseconds, says once for whom, then throws a {@link ServiceError}.
 */
export async function withLock<T>(file: string, say: (line: string) => void, work: () => Promise<T>, options: { readonly patience?: number; readonly signal?: AbortSignal | undefined } = {}): Promise<T> {
  await mkdir(dirname(file), { recursive: true });
  const mine = `${process.pid}-${(serial += 1)}`;
  const giveUpAt = Date.now() + (options.patience ?? 300_000);
  let told = false;
  while (!(await tryLock(file, mine))) {
    const holder = await holderOf(file);
    if (holder !== undefined && !isAlive(Number.parseInt(holder, 10))) {
      await removeStale(file, holder);
      continue;
    }
    if (Date.now() > giveUpAt) throw new ServiceError(`Another start has held ${file} for too long (process ${holder ?? '?'}). If that process is no rivalwatch, remove the file and start again.`);
    if (!told && holder !== undefined) say(`waiting for another start in the same folder (process ${Number.parseInt(holder, 10)})`);
    told = true;
    await pause(100, undefined, { ...(options.signal && { signal: options.signal }) });
  }
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}

/** A hard link of a complete file is made whole or not at all, so that nobody ever reads half a lock. */
async function tryLock(file: string, mine: string): Promise<boolean> {
  const own = `${file}.${mine}`;
  await writeFile(own, mine);
  try {
    await link(own, file);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(own, { force: true });
  }
}

async function holderOf(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch(() => undefined);
}

/** Two may find the same stale lock; the slower one could move away the lock that the faster one just made, so it puts that back. */
async function removeStale(file: string, stale: string): Promise<void> {
  const aside = `${file}.stale-${process.pid}-${(serial += 1)}`;
  try {
    await rename(file, aside);
  } catch {
    return;
  }
  if ((await holderOf(aside)) !== stale) await link(aside, file).catch(() => undefined);
  await rm(aside, { force: true });
}
