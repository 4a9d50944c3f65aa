import { Redis } from 'ioredis';
import { createFetcher, type Fetcher, type FetcherDeps } from './index.ts';

/**
 * A fetcher with a Redis connection of its own, for a program that fetches a few pages and ends. Shares budgets and robots.txt with the workers that use
 * the same Redis and prefix. Rejects when Redis does not answer.
 */
export async function connectFetcher(redisUrl: string, deps: Omit<FetcherDeps, 'redis'>): Promise<Fetcher> {
  const redis = new Redis(redisUrl, { maxRetriesPerRequest: 3, lazyConnect: true });
  redis.on('error', (error) => deps.log.debug({ err: error }, 'Redis is away'));
  try {
    await redis.connect();
    const fetcher = createFetcher({ ...deps, redis });
    return {
      ...fetcher,
      close: async () => {
        await fetcher.close();
        redis.disconnect();
      },
    };
  } catch (error) {
    // Else it is tried for ever, and the program does not end.
    redis.disconnect();
    throw error;
  }
}
