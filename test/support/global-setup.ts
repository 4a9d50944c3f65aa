import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    readonly mongoUri: string;
    readonly redisUrl: string;
  }
}

/** Finds or starts MongoDB and Redis once for all integration tests. */
export default function setup(project: TestProject): void {
  project.provide('mongoUri', process.env['MONGODB_URI'] ?? '');
  project.provide('redisUrl', process.env['REDIS_URL'] ?? '');
}
