import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** A small disk of memory, seen at `folder` by what is started on it alone. */
export interface SmallDisk {
  /** Starts a program that sees it. */
  start(file: string, args: readonly string[], options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv }): ChildProcess;
  /** Leaves no byte free. */
  fill(): Promise<void>;
  /** Makes room again. */
  free(): Promise<void>;
  /** Ends whatever runs on it. */
  close(): void;
}

/** Whether this machine lets a test mount a disk of its own (user namespaces). */
export function canMount(): boolean {
  return process.platform === 'linux' && spawnSync('unshare', ['--map-root-user', '--mount', 'sh', '-c', 'mount -t tmpfs tmpfs /mnt && command -v nsenter'], { stdio: 'ignore' }).status === 0;
}

/** Mounts a disk of so many megabytes over the folder, in a namespace of its own; the folder's files are copied onto it. */
export async function smallDisk(folder: string, megabytes: number): Promise<SmallDisk> {
  const script = 'cp -a "$0/." "$0.copy" && mount -t tmpfs -o size="$1"m tmpfs "$0" && cp -a "$0.copy/." "$0" && echo ready && exec sleep 3600';
  const holder = spawn('unshare', ['--map-root-user', '--mount', 'sh', '-c', script, folder, String(megabytes)], { stdio: ['ignore', 'pipe', 'inherit'] });
  await Promise.race([once(holder.stdout, 'data'), once(holder, 'exit').then(() => Promise.reject(new Error('the disk could not be mounted')))]);
  const ballast = join(`/proc/${holder.pid}/root`, folder, 'ballast');
  const started: ChildProcess[] = [];
  return {
    start(file, args, options) {
      const child = spawn('nsenter', ['-t', String(holder.pid), '-U', '-m', '--preserve-credentials', 'sh', '-c', 'cd "$0" && exec "$@"', options.cwd, file, ...args], { env: options.env, stdio: 'ignore' });
      started.push(child);
      return child;
    },
    async fill() {
      const file = await open(ballast, 'w');
      try {
        for (let size = 1 << 20; size >= 1; size >>= 1) while (await wrote(file, size));
      } finally {
        await file.close();
      }
    },
    free: () => rm(ballast, { force: true }),
    close() {
      for (const child of started) child.kill('SIGKILL');
      holder.kill('SIGKILL');
    },
  };
}

async function wrote(file: Awaited<ReturnType<typeof open>>, bytes: number): Promise<boolean> {
  try {
    return (await file.write(Buffer.alloc(bytes))).bytesWritten === bytes;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') return false;
    throw error;
  }
}
