import { mkdtemp, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { lookAtAll, takeFirst, type LinkReport } from './chain.ts';
import { CHROMIUM_WAYS_OUT, chromiumLinks } from './chromium.ts';
import { MONGODB_WAYS_OUT, mongodbLinks } from './mongodb.ts';
import { privatePython } from './python.ts';
import { REDIS_WAYS_OUT, redisLinks } from './redis.ts';
import type { RunningServer } from './server-spec.ts';
import { holdServer } from './server.ts';
import type { Surroundings } from './surroundings.ts';
import { ServiceError, type ChromiumService, type MongodbService, type RedisService, type Services, type ServicesOptions, type Wanted } from './types.ts';

/*
 * The three services of one machine, each found by a chain of links, else started:
 *   chain.ts    tries the links in order          mongodb.ts redis.ts chromium.ts   the links of each service
 *   server.ts   a server on a data folder         watchdog.ts  ends it when its users are gone
 *   python.ts   the private Python                mongod-download.ts  the mongod of mongodb-memory-server
 */
export { lookAtRedis } from './redis.ts';
export { ServiceError } from './types.ts';
export type { ChromiumService, Services, ServicesOptions, Wanted } from './types.ts';
export type { LinkReport } from './chain.ts';

/**
 * Finds or starts MongoDB, Redis and, when wanted, Chromium, and says in one line each what was chosen. Data survive
 * restarts unless thrown away. Programs that use the same data folder share its servers; the last one to stop ends them, and
 * a watchdog does when it died. Rejects with a {@link ServiceError} for operators; what had been started is stopped then.
 */
export function startServices(wanted: Wanted, options: ServicesOptions): Promise<Services> {
  return holding(options, async (s) => {
    const servers = { mongodb: await takeMongodb(wanted, s), redis: await takeRedis(wanted, s) };
    return wanted.chromium ? { ...servers, chromium: await findChromium(wanted.chromium.path, options) } : servers;
  });
}

/** As {@link startServices}, for who needs MongoDB alone. */
export function startMongodb(wanted: Pick<Wanted, 'mongodb'>, options: ServicesOptions): Promise<Pick<Services, 'mongodb' | 'stop'>> {
  return holding(options, async (s) => ({ mongodb: await takeMongodb(wanted, s) }));
}

/** As {@link startServices}, for who needs Redis alone. */
export function startRedis(wanted: Pick<Wanted, 'redis'>, options: ServicesOptions): Promise<Pick<Services, 'redis' | 'stop'>> {
  return holding(options, async (s) => ({ redis: await takeRedis(wanted, s) }));
}

/** Takes services with `take`; what was started for it is held until `stop`, or until the taking fails. */
async function holding<T extends object>(options: ServicesOptions, take: (s: Surroundings) => Promise<T>): Promise<T & Pick<Services, 'stop'>> {
  const { say, signal } = options;
  const dataFolder = options.throwAway ? await mkdtemp(join(tmpdir(), 'rivalwatch-')) : resolve(options.dataFolder ?? join(options.folder, '.rivalwatch', 'data'));
  const held: RunningServer[] = [];
  const s = surroundings(options, dataFolder, async (spec) => {
    const server = await holdServer({ ...spec, keep: options.keep ?? false }, say, signal);
    held.push(server);
    return server;
  });
  let stopped: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopped ??= stopAll(held, options.throwAway ? dataFolder : undefined));
  try {
    return { ...await take(s), stop };
  } catch (error) {
    await stop();
    throw forOperators(error);
  }
}

async function takeMongodb({ mongodb: wanted }: Wanted, s: Surroundings): Promise<MongodbService> {
  const mongodb = await takeFirst('MongoDB', mongodbLinks(wanted?.uri ?? given(s.env, 'MONGODB_URI'), s), MONGODB_WAYS_OUT, s.signal);
  s.say(`MongoDB ${mongodb.version}: ${mongodb.link}`);
  return mongodb;
}

async function takeRedis({ redis: wanted }: Wanted, s: Surroundings): Promise<RedisService> {
  const redis = await takeFirst('Redis', redisLinks(wanted?.url ?? given(s.env, 'REDIS_URL'), s), REDIS_WAYS_OUT, s.signal);
  s.say(`Redis ${redis.version}: ${redis.link}`);
  return redis;
}

/** Finds a Chromium, for a source that needs one, and says which. Rejects with a {@link ServiceError} when there is none. */
export async function findChromium(path: string | undefined, options: Pick<ServicesOptions, 'folder' | 'say' | 'signal' | 'env'>): Promise<ChromiumService> {
  const { say, signal, env = process.env } = options;
  const links = chromiumLinks(path, { home: resolve(options.folder, '.rivalwatch'), env, say, signal });
  const chromium = await takeFirst('Chromium', links, CHROMIUM_WAYS_OUT, signal);
  say(`${chromium.version}: ${chromium.link}`);
  return chromium;
}

/**
 * Looks at every link of every wanted service without starting, installing or fetching anything: what `rivalwatch doctor`
 * shows. A link that is given (URI, URL, path) is the only one of its service, as in a start.
 */
export async function describeServices(wanted: Wanted, options: Omit<ServicesOptions, 'throwAway'>): Promise<LinkReport[]> {
  const { env = process.env } = options;
  const s = surroundings(options, options.dataFolder ?? join(options.folder, '.rivalwatch', 'data'), () => Promise.reject(new Error('looking starts nothing')));
  return [
    ...(await lookAtAll('MongoDB', mongodbLinks(wanted.mongodb?.uri ?? given(env, 'MONGODB_URI'), s))),
    ...(await lookAtAll('Redis', redisLinks(wanted.redis?.url ?? given(env, 'REDIS_URL'), s))),
    ...(wanted.chromium ? await lookAtAll('Chromium', chromiumLinks(wanted.chromium.path, s)) : []),
  ];
}

/** A folder that cannot be written to is the operator's to mend, not a fault of the program. */
function forOperators(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (!(error instanceof Error) || !['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'ENOTDIR'].includes(String(code))) return error;
  return new ServiceError(`The services keep their files in .rivalwatch, which cannot be written: ${error.message}. Make room or give the right to write there, then start again.`, { cause: error });
}

function surroundings(options: ServicesOptions, dataFolder: string, hold: Surroundings['hold']): Surroundings {
  const { say, signal, env = process.env } = options;
  const home = resolve(options.folder, '.rivalwatch');
  return { home, dataFolder, throwAway: options.throwAway ?? false, env, say, signal, python: privatePython(join(home, 'python'), env, say, signal), hold };
}

/** A variable that is set to something; an empty one counts as unset. */
function given(env: NodeJS.ProcessEnv, name: string): string | undefined {
  return env[name]?.trim() || undefined;
}

/** The last started first. All are tried, also when one fails to stop. */
async function stopAll(held: RunningServer[], folder: string | undefined): Promise<void> {
  const results = await Promise.allSettled(held.toReversed().map((server) => server.stop()));
  if (folder !== undefined) await rmdir(folder).catch(() => undefined);
  for (const result of results) if (result.status === 'rejected') throw result.reason;
}
