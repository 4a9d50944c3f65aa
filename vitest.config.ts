import { defineConfig } from 'vitest/config';

/** How long something is waited for is never part of what a test says: these only end what hangs, on the slowest machine. */
const LIMITS = { testTimeout: 300_000, hookTimeout: 300_000, expect: { poll: { timeout: 90_000, interval: 25 } } };

/**
 * unit: pure, in parallel. integration: real MongoDB, Redis, Chromium or SMTP, which wait more than they work: two files at a time, each with servers of its own, after the
 * others. Where CI is set, the machine may be anybody's: an integration test that failed is tried once more there, and the report names it.
 */
export default defineConfig({
  test: {
    reporters: ['default', './test/support/summary-reporter.ts'],
    projects: [
      { test: { name: 'unit', include: ['test/**/*.test.ts'], exclude: ['test/**/*.integration.test.ts', 'node_modules/**', 'dist/**'], ...LIMITS } },
      {
        test: {
          name: 'integration', include: ['test/**/*.integration.test.ts'], globalSetup: ['test/support/global-setup.ts'],
          maxWorkers: 2, sequence: { groupOrder: 1 }, ...LIMITS, retry: process.env['CI'] ? 1 : 0,
        },
      },
    ],
  },
});
