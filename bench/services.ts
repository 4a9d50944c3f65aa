import { Redis } from 'ioredis';
import { pino } from 'pino';
import { createFetcher, type Fetcher } from '../crawlers/fetch/index.ts';
import { createReaders, type Readers } from '../crawlers/readers.ts';
import { startServices } from '../services/index.ts';

/** Throw-away services and a fetcher for the time of the bench. */
export interface BenchServices {
  readonly mongoUri: string;
  readonly redisUrl: string;
  readonly fetcher: Fetcher;
  readonly readers: Readers;
  stop(): Promise<void>;
}

export const silent = pino({ level: 'silent' });

export async function startBench(say: (line: string) => void = (line) => console.log(line)): Promise<BenchServices> {
  const services = await startServices({}, { folder: process.cwd(), throwAway: true, say });
  const redis = new Redis(services.redis.url, { maxRetriesPerRequest: null, enableAutoPipelining: true });
  const fetcher = createFetcher({ redis, prefix: `bench-${process.pid}`, contact: 'bench@rivalwatch.example', log: silent });
  const readers = createReaders();
  return {
    mongoUri: services.mongodb.uri, redisUrl: services.redis.url, fetcher, readers,
    stop: async () => {
      await fetcher.close();
      await readers.close();
      await redis.quit();
      await services.stop();
    },
  };
}
