import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redact, secretsOfUrl } from '../../../alerts/channels/redact.ts';
import { retryDelay } from '../../../alerts/channels/retry.ts';

describe('retrying', () => {
  it('waits longer each time, up to an hour, and gives up after about a day', () => {
    expect([1, 2, 3, 4, 10].map((attempt) => retryDelay(attempt, 0))).toEqual([10_000, 30_000, 90_000, 270_000, 3_600_000]);
    expect(retryDelay(1, 1)).toBe(12_000);
    expect(retryDelay(30, 0)).toBeUndefined();
    const all = Array.from({ length: 29 }, (_, index) => retryDelay(index + 1, 0) ?? 0).reduce((sum, wait) => sum + wait, 0);
    expect(all / 3_600_000).toBeGreaterThan(23);
    expect(all / 3_600_000).toBeLessThan(26);
  });

  it('never asks sooner than the receiver wants, within six hours', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 29 }), fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(1e9), (attempt, random, asked) => {
      expect(retryDelay(attempt, random, asked)).toBeGreaterThanOrEqual(Math.min(asked, 6 * 3_600_000));
    }));
  });
});

describe('what is stored of an answer', () => {
  it('has no secret in any form, no line breaks, at most 500 characters', () => {
    const url = 'smtp://user:p%40ss-word-long@mail.example:25';
    const base64 = Buffer.from('\0user\0p@ss-word-long').toString('base64');
    const clean = redact(`535 ${url}\r\np%40ss-word-long p@ss-word-long ${base64}\u0000${'x'.repeat(600)}`, secretsOfUrl(url));
    expect(clean).toMatch(/^535 \*\*\* \*\*\* \*\*\* \*\*\* x+…$/);
    expect(clean).toHaveLength(500);
  });
});
