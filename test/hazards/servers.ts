import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readdir, readFile, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { startServices } from '../../services/index.ts';

/** A server that a test may kill. */
export interface Killable {
  readonly url: string;
  /** kill -9; resolves when it is gone. */
  kill(): Promise<void>;
  /** Starts it again on its port and data; `empty`: without them. */
  restart(how?: { readonly empty: boolean }): Promise<void>;
  /** The folder of its data. */
  readonly data: string;
  /** How it is started. */
  readonly command: { readonly file: string; readonly args: readonly string[]; readonly env: NodeJS.ProcessEnv };
}

export interface OwnServers {
  readonly mongodb: Killable;
  readonly redis: Killable;
  stop(): Promise<void>;
}

/** MongoDB and Redis of this test alone, on data that survive a kill. */
export async function ownServers(): Promise<OwnServers> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'rivalwatch-outage-'));
  const { MONGODB_URI: _mongodb, REDIS_URL: _redis, ...env } = process.env;
  const services = await startServices({}, { folder: process.cwd(), dataFolder, env, say: () => undefined });
  const again: ChildProcess[] = [];
  const killable = async (name: string, url: string, folder: string | undefined, args: (port: number, command: readonly string[]) => readonly string[]): Promise<Killable> => {
    if (folder === undefined) throw new Error(`${name} is not the test's own`);
    const record: unknown = JSON.parse(await readFile(join(folder, 'server.json'), 'utf8'));
    if (typeof record !== 'object' || record === null || !('pid' in record) || !('port' in record)) throw new Error('no record of the server');
    const [pid, port] = [Number(record.pid), Number(record.port)];
    const file = await readlink(`/proc/${pid}/exe`);
    const command = (await readFile(`/proc/${pid}/cmdline`, 'utf8')).split('\0').filter(Boolean);
    const environment = Object.fromEntries((await readFile(`/proc/${pid}/environ`, 'utf8')).split('\0').filter(Boolean).map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
    let current = pid;
    const start = { file: basename(file).startsWith('python') ? (command[0] ?? file) : file, args: args(port, command), env: environment };
    return {
      url, data: join(folder, 'data'), command: start,
      kill: async () => {
        process.kill(current, 'SIGKILL');
        await gone(current);
      },
      restart: async (how) => {
        if (how?.empty) for (const entry of await readdir(join(folder, 'data'))) await rm(join(folder, 'data', entry), { recursive: true, force: true });
        const child = spawn(start.file, start.args, { cwd: join(folder, 'data'), env: environment, stdio: 'ignore' });
        if (child.pid === undefined) throw new Error(`${name} did not start again`);
        current = child.pid;
        again.push(child);
      },
    };
  };
  return {
    mongodb: await killable('MongoDB', services.mongodb.uri, services.mongodb.dataFolder, (_, command) => command.slice(1)),
    redis: await killable('Redis', services.redis.url, services.redis.dataFolder, (port) => ['--port', String(port), '--bind', '127.0.0.1', '--dir', '.', '--appendonly', 'yes', '--appendfsync', 'everysec', '--save', '', '--maxmemory-policy', 'noeviction']),
    stop: async () => {
      for (const child of again) child.kill('SIGKILL');
      await services.stop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

/** Resolves when no process has this number, or only its remains. */
async function gone(pid: number): Promise<void> {
  for (;;) {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
    if (stat === '' || stat.includes(') Z ')) return;
    await new Promise((resolve) => { setTimeout(resolve, 10); });
  }
}
