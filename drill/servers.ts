import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { isAlive } from '../services/lock.ts';
import { startServices, type Services } from '../services/index.ts';

export type ServerName = 'mongodb' | 'redis';

/** The drill's own MongoDB and Redis, on data that survive a kill. */
export interface Servers {
  readonly mongoUri: string;
  readonly redisUrl: string;
  /** kill -9; resolves when it is gone. */
  kill(name: ServerName): Promise<void>;
  /** Starts what is dead again, on its port and data, in the way every program here starts its services. */
  restart(): Promise<void>;
  /** Takes the data of a dead Redis away: it comes back empty. */
  emptyRedis(): Promise<void>;
  stop(): Promise<void>;
}

const recordSchema = z.object({ pid: z.int().positive() });

/** Starts both in a data folder of this run. `root` is the project: what was installed for the services is in its `.rivalwatch`. */
export async function startServers(root: string, say: (line: string) => void, signal: AbortSignal): Promise<Servers> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'rivalwatch-drill-'));
  const { MONGODB_URI: _mongodb, REDIS_URL: _redis, ...env } = process.env;
  const held: Services[] = [];
  const start = async (tell: (line: string) => void): Promise<Services> => {
    const services = await startServices({}, { folder: root, dataFolder, env, say: tell, signal });
    held.push(services);
    return services;
  };
  const stop = async (): Promise<void> => {
    for (const services of held.splice(0)) await services.stop();
    await rm(dataFolder, { recursive: true, force: true });
  };
  try {
    const { mongodb, redis } = await start(say);
    const folders: Readonly<Record<ServerName, string>> = { mongodb: own('MongoDB', mongodb.dataFolder), redis: own('Redis', redis.dataFolder) };
    return {
      mongoUri: mongodb.uri, redisUrl: redis.url, stop,
      kill: async (name) => {
        const { pid } = recordSchema.parse(JSON.parse(await readFile(join(folders[name], 'server.json'), 'utf8')));
        process.kill(pid, 'SIGKILL');
        while (isAlive(pid)) await pause(5);
      },
      restart: async () => {
        const again = await start(() => undefined);
        if (again.mongodb.uri !== mongodb.uri || again.redis.url !== redis.url) throw new Error('a server came back on another port: its own was taken meanwhile');
      },
      emptyRedis: async () => {
        const data = join(folders.redis, 'data');
        for (const name of await readdir(data)) await rm(join(data, name), { recursive: true, force: true });
        await mkdir(data, { recursive: true });
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function own(name: string, folder: string | undefined): string {
  if (folder === undefined) throw new Error(`${name} is not the drill's own`);
  return folder;
}
