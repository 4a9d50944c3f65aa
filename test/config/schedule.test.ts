import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isActive, neverActive, nextRun, previewRuns, scheduleHash } from '../../config/schedule.ts';
import type { Schedule } from '../../config/types.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const ZONES = ['Europe/Berlin', 'America/New_York', 'Asia/Shanghai', 'Australia/Lord_Howe', 'UTC'];
const daily = (cron: string, timezone: string, more: Partial<Schedule> = {}): Schedule => ({ cron, timezone, jitter: 0, ...more });

const activeHours = fc.tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 0, max: 1439 })).filter(([from, to]) => from !== to).map(([from, to]) => ({ from, to }));
const schedules: fc.Arbitrary<Schedule> = fc.record({
  every: fc.integer({ min: 1_000, max: 3 * DAY }),
  cron: fc.constantFrom('*/5 * * * *', '30 2 * * *', '0 3 * * *', '15 1 * * 0', '0 8-20/2 * * 1-5', '59 23 1 * *'),
  interval: fc.boolean(), timezone: fc.constantFrom(...ZONES), jitter: fc.constantFrom(0, 30_000, 10 * MINUTE, 5 * HOUR), hours: fc.option(activeHours, { nil: undefined }),
}).map(({ every, cron, interval, timezone, jitter, hours }) => ({ timezone, jitter, ...(interval ? { every } : { cron }), ...(hours && { activeHours: hours }) }));
// Around the days on which the clocks of the zones change, and anywhere else.
const times = fc.oneof(fc.constantFrom('2026-03-08', '2026-03-29', '2026-04-05', '2026-10-04', '2026-10-25', '2026-11-01').chain((day) => fc.integer({ min: -DAY, max: 2 * DAY }).map((ms) => new Date(Date.parse(`${day}T00:00:00Z`) + ms))), fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }));

const CLOCKS = new Map(ZONES.map((timeZone) => [timeZone, new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })]));
function minuteOfDay(at: Date, timeZone: string): number {
  const [hour = 0, minute = 0] = CLOCKS.get(timeZone)?.format(at).split(':').map(Number) ?? [];
  return hour * 60 + minute;
}

function clockWentBack(at: Date, timeZone: string): boolean {
  const earlier = minuteOfDay(new Date(at.getTime() - 3 * HOUR), timeZone);
  return (minuteOfDay(at, timeZone) - earlier + 1440) % 1440 < 180;
}

describe('any schedule', () => {
  test('the next run is later, the same for the same arguments, and never skips one that preview shows', () => {
    fc.assert(fc.property(schedules, times, fc.string({ maxLength: 8 }), fc.double({ min: 0, max: 1, noNaN: true }), (schedule, from, seed, share) => {
      const runs = previewRuns(schedule, from, 4, seed).map((run) => run.getTime());
      expect(runs).toEqual(runs.toSorted((a, b) => a - b));
      expect(new Set([from.getTime(), ...runs]).size).toBe(5);
      expect(nextRun(schedule, from, seed).getTime()).toBe(runs[0]);
      const [, second = 0, third = 0] = runs;
      expect(nextRun(schedule, new Date(third - 1), seed).getTime()).toBe(third);
      expect(nextRun(schedule, new Date(second + Math.floor(share * (third - second - 1))), seed).getTime()).toBe(third);
    }), { numRuns: 400 });
  });

  test('runs start within the active hours, over midnight as well', () => {
    fc.assert(fc.property(schedules, times, activeHours, (schedule, from, hours) => {
      for (const run of previewRuns({ ...schedule, activeHours: hours }, from, 3, 'seed')) {
        const minute = minuteOfDay(run, schedule.timezone);
        const inside = hours.from < hours.to ? minute >= hours.from && minute < hours.to : minute >= hours.from || minute < hours.to;
        // The opening may lie in the gap of a clock going forward; then it is the end of the gap.
        const endOfGap = Math.abs(minute - minuteOfDay(new Date(run.getTime() - MINUTE), schedule.timezone)) > 1;
        // What opened in the hour that the clock then shows again stays open.
        expect(inside || endOfGap || clockWentBack(run, schedule.timezone)).toBe(true);
      }
    }), { numRuns: 400 });
  });

  test('an hour that the clock gains or loses neither skips nor doubles a daily run', () => {
    fc.assert(fc.property(fc.constantFrom(...ZONES), fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), (timezone, hour, minute) => {
      const runs = previewRuns(daily(`${minute} ${hour} * * *`, timezone), new Date('2026-01-01T00:00:00Z'), 365, 'x');
      const calendar = new Intl.DateTimeFormat('en-CA', { timeZone: timezone });
      const days = runs.map((run) => calendar.format(run));
      expect(new Set(days).size).toBe(365);
      for (const [index, run] of runs.entries()) {
        const gap = run.getTime() - (runs[index - 1]?.getTime() ?? run.getTime() - DAY);
        expect(gap).toBeGreaterThanOrEqual(22 * HOUR);
        expect(gap).toBeLessThanOrEqual(26 * HOUR);
      }
    }), { numRuns: 25 });
  });
});

describe('clocks that lie', () => {
  test('missed runs are not made up for', () => {
    fc.assert(fc.property(schedules, times, fc.integer({ min: DAY, max: 3_000 * DAY }), (schedule, now, ago) => {
      const run = nextRun(schedule, new Date(now.getTime() - ago), 'seed', now);
      expect(run).toEqual(nextRun(schedule, now, 'seed'));
    }), { numRuns: 200 });
  });

  test('a last run in the far future does not stop the target', () => {
    const now = new Date('2026-05-05T00:00:00Z');
    const run = nextRun({ every: HOUR, timezone: 'UTC', jitter: 0 }, new Date('2031-01-01T00:00:00Z'), 'seed', now);
    expect(run.getTime() - now.getTime()).toBeLessThanOrEqual(HOUR);
  });

  test('a run that was a little early is not repeated', () => {
    const schedule: Schedule = { every: HOUR, timezone: 'UTC', jitter: 0 };
    const planned = nextRun(schedule, new Date('2026-05-05T00:00:00Z'), 'seed');
    expect(nextRun(schedule, planned, 'seed', new Date(planned.getTime() - 500)).getTime()).toBe(planned.getTime() + HOUR);
  });
});

describe('times', () => {
  test('cron follows the clock on the wall', () => {
    const berlin = (from: string): string[] => previewRuns(daily('30 2 * * *', 'Europe/Berlin'), new Date(from), 2, 'x').map((run) => run.toISOString());
    expect(berlin('2026-03-28T12:00:00Z')).toEqual(['2026-03-29T01:00:00.000Z', '2026-03-30T00:30:00.000Z']);
    expect(berlin('2026-10-24T12:00:00Z')).toEqual(['2026-10-25T00:30:00.000Z', '2026-10-26T01:30:00.000Z']);
    expect(previewRuns(daily('0 9 * * *', 'Asia/Shanghai'), new Date('2026-03-29T00:00:00Z'), 1, 'x')[0]?.toISOString()).toBe('2026-03-29T01:00:00.000Z');
  });

  test('targets with one interval spread over it', () => {
    const minutes = new Set(Array.from({ length: 60 }, (_, i) => nextRun({ every: HOUR, timezone: 'UTC', jitter: 0 }, new Date(0), `target-${i}`).getUTCMinutes()));
    expect(minutes.size).toBeGreaterThan(30);
  });

  test('jitter stays below the gap to the next slot and differs from run to run', () => {
    const runs = previewRuns(daily('0 * * * *', 'UTC', { jitter: 20 * MINUTE }), new Date(0), 50, 'seed');
    expect(runs.every((run) => run.getUTCMinutes() < 20)).toBe(true);
    expect(new Set(runs.map((run) => run.getTime() % HOUR)).size).toBeGreaterThan(40);
  });

  test('a cron that lies outside the active hours moves to their beginning, and is found out', () => {
    const never = daily('0 3 * * *', 'Asia/Shanghai', { activeHours: { from: 480, to: 1200 } });
    expect(neverActive(never)).toBe(true);
    expect(neverActive(daily('0 3 * * *', 'Asia/Shanghai', { activeHours: { from: 1320, to: 240 } }))).toBe(false);
    expect(neverActive(daily('* * * * *', 'Asia/Shanghai', { activeHours: { from: 1320, to: 1321 } }))).toBe(false);
    expect(nextRun(never, new Date('2026-05-05T00:00:00Z'), 'x').toISOString()).toBe('2026-05-06T00:00:00.000Z');
  });

  test('runs may be started within the active hours alone, over midnight too', () => {
    const times = ['07:59', '08:00', '19:59', '20:00', '23:30'].map((time) => new Date(`2026-05-05T${time}:00+08:00`));
    const active = (hours: Schedule['activeHours']): readonly boolean[] => times.map((at) => isActive(daily('0 * * * *', 'Asia/Shanghai', hours ? { activeHours: hours } : {}), at));
    expect(active({ from: 480, to: 1200 })).toEqual([false, true, true, false, false]);
    expect(active({ from: 1200, to: 480 })).toEqual([true, false, false, true, true]);
    expect(active(undefined)).toEqual([true, true, true, true, true]);
  });

  test('every run of a schedule lies within its active hours', () => {
    fc.assert(fc.property(schedules, times, activeHours, (schedule, from, hours) => {
      for (const run of previewRuns({ ...schedule, activeHours: hours }, from, 3, 'seed')) expect(isActive({ ...schedule, activeHours: hours }, run)).toBe(true);
    }));
  });

  test('the hash changes with every part of the schedule', () => {
    const base: Schedule = { every: HOUR, timezone: 'UTC', jitter: 0 };
    const hashes = [base, { ...base, every: 1 }, { ...base, jitter: 1 }, { ...base, timezone: 'Asia/Shanghai' }, { ...base, activeHours: { from: 0, to: 5 } }, daily('0 0 * * *', 'UTC')].map(scheduleHash);
    expect(new Set(hashes).size).toBe(6);
    expect(scheduleHash({ jitter: 0, timezone: 'UTC', every: HOUR })).toBe(scheduleHash(base));
  });

  test('a schedule with nothing in it is refused', () => {
    expect(() => nextRun({ timezone: 'UTC', jitter: 0 }, new Date(0), 'x')).toThrow(RangeError);
  });
});
