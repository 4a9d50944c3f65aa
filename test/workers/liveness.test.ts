import { createServer, type Socket } from 'node:net';
import { Redis } from 'ioredis';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { readiness, STUCK_AFTER_MS, type WorkState } from '../../workers/liveness.ts';
import { createMetrics } from '../../workers/metrics.ts';
import { openQueues } from '../../workers/queues.ts';
import { vitalsOf } from '../../workers/vitals.ts';

const NOW = 1_800_000_000_000;
const idle: WorkState = { now: NOW, startedAt: NOW - 3_600_000, lastTickAt: NOW - 5_000, lastDoneAt: NOW - 5_000, runsSchedule: true, tickEveryMs: 15_000, waiting: 0, active: 0 };

describe('readiness', () => {
  test('nothing to do is ready', () => {
    expect(readiness(idle)).toEqual({ ready: true });
  });

  test('a schedule that stopped ticking is not, although every connection may be fine', () => {
    expect(readiness({ ...idle, lastTickAt: NOW - 120_000 })).toMatchObject({ ready: false, why: expect.stringContaining('120 s') });
  });

  test('a process without the schedule does not answer for its ticks, but for its signs of life', () => {
    const { lastTickAt: _, ...rest } = idle;
    expect(readiness({ ...rest, runsSchedule: false, lastBeatAt: NOW - 15_000 })).toEqual({ ready: true });
    expect(readiness({ ...rest, runsSchedule: false, lastBeatAt: NOW - 90_000 })).toMatchObject({ ready: false, why: expect.stringContaining('MongoDB for 90 s') });
  });

  test('work that waits while nothing ends is stuck', () => {
    const stuck = { ...idle, waiting: 3, lastDoneAt: NOW - STUCK_AFTER_MS - 1 };
    expect(readiness(stuck)).toMatchObject({ ready: false, why: expect.stringContaining('3 jobs wait') });
    expect(readiness({ ...stuck, lastDoneAt: NOW - STUCK_AFTER_MS + 1_000 })).toEqual({ ready: true });
  });

  test('a process that has just started is given time', () => {
    const { lastTickAt: _a, lastDoneAt: _b, ...fresh } = idle;
    expect(readiness({ ...fresh, startedAt: NOW - 1_000, waiting: 9 })).toEqual({ ready: true });
    expect(readiness({ ...fresh, startedAt: NOW - 600_000 })).toMatchObject({ ready: false });
  });
});

test('a Redis that hangs is said, and keeps nobody from the other figures', async () => {
  const held: Socket[] = [];
  const silent = createServer((socket) => void held.push(socket));
  const port = await new Promise<number>((resolve) => {
    silent.listen(0, '127.0.0.1', () => { const address = silent.address(); resolve(typeof address === 'object' && address ? address.port : 0); });
  });
  const redis = new Redis(port, { maxRetriesPerRequest: null });
  const metrics = createMetrics();
  metrics.jobDone('crawl', 'done', 10, 0);
  metrics.queueDepths([['crawl', { waiting: 7 }]]);
  const vitals = vitalsOf({ queues: openQueues(redis, 'silent', () => undefined), names: ['crawl'], running: [], heart: { last: () => undefined }, metrics, tickEvery: 15_000 });
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => {
    vi.useRealTimers();
    redis.disconnect();
    for (const socket of held) socket.destroy();
    silent.close();
  });
  const asked = Promise.all([vitals.ready(), vitals.metrics.text()]);
  await vi.advanceTimersByTimeAsync(3_000);
  const [ready, text] = await asked;
  expect(ready).toEqual({ ready: false, why: 'Redis does not answer' });
  expect(text).toContain('rivalwatch_jobs_total{queue="crawl",result="done"} 1');
  expect(text).not.toContain('rivalwatch_queue_jobs{');
});
