import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { findChromium, ServiceError, startServices, type ChromiumService } from '../../services/index.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly mongoUri: string;
    readonly redisUrl: string;
    /** How to start a Chromium, or in words why there is none: only tests that need it fail then. */
    readonly chromium: ChromiumService | string;
  }
}

/**
 * Finds or starts MongoDB and Redis once for all integration tests, and says which: MONGODB_URI and REDIS_URL first, else
 * servers with throw-away data. They are stopped with the run.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const options = { folder: dirname(dirname(dirname(fileURLToPath(import.meta.url)))), throwAway: true, say: (line: string) => void process.stderr.write(`test: ${line}\n`) };
  const services = await startServices({}, options);
  project.provide('mongoUri', services.mongodb.uri);
  project.provide('redisUrl', services.redis.url);
  project.provide('chromium', await findChromium(undefined, options).catch((error: unknown) => {
    if (error instanceof ServiceError) return error.message;
    throw error;
  }));
  return () => services.stop();
}
