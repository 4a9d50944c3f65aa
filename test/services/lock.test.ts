import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isAlive, withLock } from '../../services/lock.ts';

let folder: string;
let file: string;
beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'rw-lock-')); file = join(folder, 'lock'); });
afterEach(() => rm(folder, { recursive: true, force: true }));
const quiet = (): void => undefined;
/** The id of a process that has ended. */
const deadPid = (): number => spawnSync('true').pid;

describe('a lock', () => {
  test('lets one in at a time', async () => {
    let inside = 0;
    let most = 0;
    await Promise.all(Array.from({ length: 8 }, () => withLock(file, quiet, async () => {
      most = Math.max(most, inside += 1);
      await new Promise((resolve) => { setImmediate(resolve); });
      inside -= 1;
    })));
    expect(most).toBe(1);
  });

  test('of a process that was killed is taken over, also by several at once', async () => {
    await writeFile(file, `${deadPid()}-1`);
    let inside = 0;
    let most = 0;
    await Promise.all(Array.from({ length: 4 }, () => withLock(file, quiet, () => {
      most = Math.max(most, inside += 1);
      inside -= 1;
      return Promise.resolve();
    })));
    expect(most).toBe(1);
  });

  test('of a living process is waited for, said once, and given up with advice', async () => {
    await writeFile(file, `${process.pid}-x`);
    const lines: string[] = [];
    await expect(withLock(file, (line) => void lines.push(line), () => Promise.resolve(), { patience: 250 })).rejects.toThrow(/has held .*lock for too long/);
    expect(lines).toEqual([`waiting for another start in the same folder (process ${process.pid})`]);
  });

  test('is free again after a failure', async () => {
    await expect(withLock(file, quiet, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await withLock(file, quiet, () => Promise.resolve('in'))).toBe('in');
  });

  test('a process that ended is not alive, this one is', () => {
    expect([isAlive(deadPid()), isAlive(process.pid)]).toEqual([false, true]);
  });
});
