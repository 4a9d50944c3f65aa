import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { findChromium, ServiceError, startServices, type ChromiumService } from '../../services/index.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A MongoDB and a Redis for each worker that runs at the same time. */
    readonly servers: readonly { readonly mongoUri: string; readonly redisUrl: string }[];
    /** How to start a Chromium, or in words why there is none: only tests that need it fail then. */
    readonly chromium: ChromiumService | string;
  }
}

/**
 * Finds or starts MongoDB and Redis for the integration tests, and says which: MONGODB_URI and REDIS_URL first, else servers with throw-away
 * data, a pair for each worker: a server that does one thing at a time is not shared. They are stopped with the run.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const options = { folder: dirname(dirname(dirname(fileURLToPath(import.meta.url)))), throwAway: true, say: (line: string) => void process.stderr.write(`test: ${line}\n`) };
  const first = await startServices({}, options);
  const others = await Promise.all(Array.from({ length: project.config.maxWorkers - 1 }, () => startServices({}, { ...options, say: () => undefined })));
  project.provide('servers', [first, ...others].map(({ mongodb, redis }) => ({ mongoUri: mongodb.uri, redisUrl: redis.url })));
  project.provide('chromium', await findChromium(undefined, options).catch((error: unknown) => {
    if (error instanceof ServiceError) return error.message;
    throw error;
  }));
  return async () => {
    await Promise.all([first, ...others].map((services) => services.stop()));
  };
}
