import { hostname } from 'node:os';
import { relative, resolve } from 'node:path';
import { loadConfig, type Loaded } from '../config/load.ts';
import type { Config, Source } from '../config/types.ts';
import type { Fetcher } from '../crawlers/fetch/index.ts';
import { findChromium, startMongodb, startRedis, startServices, type ChromiumService, type Services, type Wanted } from '../services/index.ts';
import { migrate, requireMigrated } from '../storage/migrate.ts';
import { openStore, type Store } from '../storage/store.ts';
import { configError } from './errors.ts';
import type { GlobalOptions, Io } from './io.ts';
import { logFor } from './log.ts';
import { paint } from './output.ts';

/** Path of the configuration file. */
export function configPath(io: Io, options: GlobalOptions): string {
  return resolve(io.cwd, options.config);
}

/** The configuration file's name as the operator would write it. */
export function configName(io: Io, options: GlobalOptions): string {
  return relative(io.cwd, configPath(io, options)) || options.config;
}

/** The configuration with its warnings; all its mistakes as one CliError. */
export async function openConfig(io: Io, options: GlobalOptions): Promise<Extract<Loaded, { ok: true }>> {
  const loaded = await loadConfig(configPath(io, options), io.env);
  if (!loaded.ok) throw configError(loaded.mistakes);
  return loaded;
}

/** How services are looked for: `.rivalwatch` lies beside the configuration. */
export function servicesOptions(io: Io, config: Pick<Config, 'folder'>): { readonly folder: string; readonly say: (line: string) => void; readonly signal: AbortSignal; readonly env: NodeJS.ProcessEnv; readonly keep: true } {
  return { folder: config.folder, keep: true, say: (line) => io.stderr(`${paint(io, 'dim', line)}\n`), signal: io.signal, env: io.env };
}

/*
 * What a verb opens is what it needs, so that who has Redis away can still look at everything:
 *   withStore     MongoDB: all that shows, decides, imports or exports     withMongodb        the server alone: migrate
 *   withFetcher   Redis, where the budgets of hosts are: read, add         withStoreAndRedis  both: run, crawl, and watch, which looks whether both are there
 */

/** Opens the database for the time of the work. One that was started here is made ready by itself; the operator's own only by `rivalwatch migrate`. */
export async function withStore<T>(io: Io, config: Config, work: (store: Store) => Promise<T>): Promise<T> {
  return withMongodb(io, config, (mongodb) => onStore(io, config, mongodb, work));
}

/** Finds or starts MongoDB for the time of the work; what is said about it goes to stderr. */
export async function withMongodb<T>(io: Io, config: Config, work: (mongodb: Services['mongodb']) => Promise<T>): Promise<T> {
  const services = await startMongodb(wanted(config), servicesOptions(io, config));
  return stopping(services, () => work(services.mongodb));
}

/** As {@link withStore}, with a Redis. */
export async function withStoreAndRedis<T>(io: Io, config: Config, work: (store: Store, redisUrl: string) => Promise<T>): Promise<T> {
  const services = await startServices(wanted(config), servicesOptions(io, config));
  return stopping(services, () => onStore(io, config, services.mongodb, (store) => work(store, services.redis.url)));
}

function wanted({ storage }: Config): Wanted {
  return { mongodb: { uri: storage.mongodb }, redis: { url: storage.redis } };
}

async function stopping<T>(services: Pick<Services, 'stop'>, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } finally {
    await services.stop();
  }
}

async function onStore<T>(io: Io, config: Config, mongodb: Services['mongodb'], work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore({ uri: mongodb.uri, database: config.storage.database });
  try {
    if (mongodb.kind === 'given') await requireMigrated(store);
    else await migrate(store, { holder: holderName(), clock: io.clock });
    return await work(store);
  } finally {
    await store.close();
  }
}

/** Who holds a lease, for messages. */
export function holderName(): string {
  return `${hostname()}-${process.pid}`;
}

/**
 * How the fetcher comes by a Chromium: looked for at once when one of these sources is read with a browser, so that its lack is said as what it is and not
 * as a shop that does not answer; else when the first page needs one. Rejects with a ServiceError.
 */
export async function chromiumOf(io: Io, config: Config, sources: readonly Source[]): Promise<() => Promise<ChromiumService>> {
  const options = servicesOptions(io, config);
  let found = sources.some(({ mode }) => mode === 'browser') ? await findChromium(config.storage.chromium, options) : undefined;
  return async () => (found ??= await findChromium(config.storage.chromium, { ...options, say: () => undefined }));
}

/** A fetcher for a few pages of the source, on the budgets that the workers share. */
export async function withFetcher<T>(io: Io, config: Config, source: Source, work: (fetcher: Fetcher) => Promise<T>): Promise<T> {
  const { connectFetcher } = await import('../crawlers/fetch/connect.ts');
  const services = await startRedis(wanted(config), servicesOptions(io, config));
  return stopping(services, async () => {
    const fetcher = await connectFetcher(services.redis.url, { prefix: config.storage.prefix, contact: config.contact, log: logFor(io, 'warn'), chromium: await chromiumOf(io, config, [source]), clock: io.clock });
    try {
      return await work(fetcher);
    } finally {
      await fetcher.close();
    }
  });
}
