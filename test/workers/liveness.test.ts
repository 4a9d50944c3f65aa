import { describe, expect, test } from 'vitest';
import { readiness, STUCK_AFTER_MS, type WorkState } from '../../workers/liveness.ts';

const NOW = 1_800_000_000_000;
const idle: WorkState = { now: NOW, startedAt: NOW - 3_600_000, lastTickAt: NOW - 5_000, lastActivityAt: NOW - 5_000, runsSchedule: true, tickEveryMs: 15_000, waiting: 0, active: 0 };

describe('readiness', () => {
  test('nothing to do is ready', () => {
    expect(readiness(idle)).toEqual({ ready: true });
  });

  test('a schedule that stopped ticking is not, although every connection may be fine', () => {
    expect(readiness({ ...idle, lastTickAt: NOW - 120_000 })).toMatchObject({ ready: false, why: expect.stringContaining('120 s') });
  });

  test('a process without the schedule does not answer for its ticks', () => {
    const { lastTickAt: _, ...rest } = idle;
    expect(readiness({ ...rest, runsSchedule: false })).toEqual({ ready: true });
  });

  test('work that waits while nothing ends is stuck', () => {
    const stuck = { ...idle, waiting: 3, lastActivityAt: NOW - STUCK_AFTER_MS - 1 };
    expect(readiness(stuck)).toMatchObject({ ready: false, why: expect.stringContaining('3 jobs wait') });
    expect(readiness({ ...stuck, lastActivityAt: NOW - STUCK_AFTER_MS + 1_000 })).toEqual({ ready: true });
  });

  test('a process that has just started is given time', () => {
    const { lastTickAt: _a, lastActivityAt: _b, ...fresh } = idle;
    expect(readiness({ ...fresh, startedAt: NOW - 1_000, waiting: 9 })).toEqual({ ready: true });
    expect(readiness({ ...fresh, startedAt: NOW - 600_000 })).toMatchObject({ ready: false });
  });
});
