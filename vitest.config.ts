import { defineConfig } from 'vitest/config';

/** Machines that run CI are shared: a test that fails is given a second chance there, and only there. */
const retry = process.env['CI'] ? 1 : 0;

/** unit: pure, in parallel. integration: real MongoDB, Redis, Chromium or SMTP; one file at a time, because two cores are all there may be. */
export default defineConfig({
  test: {
    reporters: ['default', './test/support/summary-reporter.ts'],
    projects: [
      { test: { name: 'unit', retry, include: ['test/**/*.test.ts'], exclude: ['test/**/*.integration.test.ts', 'node_modules/**', 'dist/**'], testTimeout: 60_000 } },
      {
        test: {
          name: 'integration', retry, include: ['test/**/*.integration.test.ts'], globalSetup: ['test/support/global-setup.ts'],
          fileParallelism: false, testTimeout: 60_000, hookTimeout: 120_000,
        },
      },
    ],
  },
});
