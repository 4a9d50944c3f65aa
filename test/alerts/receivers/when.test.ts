import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localOf, momentsOf } from '../../../alerts/receivers/local-time.ts';
import { isOpen, nextOpen } from '../../../alerts/receivers/open.ts';
import { isUrgent, nextDigest, whenToTell } from '../../../alerts/receivers/when.ts';
import type { Receiver } from '../../../config/types.ts';
import { WEEKDAYS } from '../../../model/weekday.ts';
import { SEVERITIES } from '../../../model/alert.ts';

const MINUTE = 60_000;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const PLAIN: Receiver = { timezone: 'UTC', workingDays: WEEKDAYS, urgent: 'critical', digest: { kind: 'now' }, switchOffAfter: 6 * HOUR };
const at = (text: string): Date => new Date(text);
const clock = (hours: number, minutes = 0): number => hours * 60 + minutes;
const info = { severity: 'info' } as const;

/** Nights on which clocks are set, at midnight, by half an hour, over the date line. */
const ZONES = ['UTC', 'Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Cairo', 'Asia/Beirut', 'America/Sao_Paulo', 'America/Santiago', 'Asia/Kathmandu', 'Pacific/Apia'];
const minuteOfDay = fc.integer({ min: 0, max: 1439 });
const hours = fc.record({
  timezone: fc.constantFrom(...ZONES), workingDays: fc.uniqueArray(fc.constantFrom(...WEEKDAYS), { minLength: 1, maxLength: 7 }),
  quietHours: fc.option(fc.record({ from: minuteOfDay, to: minuteOfDay }).filter(({ from, to }) => from !== to), { nil: undefined }),
}).map(({ quietHours, ...rest }) => ({ ...rest, ...(quietHours ? { quietHours } : {}) }));
const digest = fc.oneof(
  fc.constant({ kind: 'now' } as const), fc.record({ kind: fc.constant('daily' as const), minute: minuteOfDay }),
  fc.record({ kind: fc.constant('weekly' as const), day: fc.constantFrom(...WEEKDAYS), minute: minuteOfDay }),
);
const receiver = fc.record({ hours, digest, limit: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }), urgent: fc.constantFrom(...SEVERITIES, 'never' as const) })
  .map(({ hours, limit, ...rest }): Receiver => ({ ...PLAIN, ...hours, ...rest, ...(limit === undefined ? {} : { limit }) }));
/** Two years with every clock change of the zones above, and the two of 2011 when Apia left out a day. */
const moment = fc.oneof(fc.date({ min: at('2024-01-01T00:00:00Z'), max: at('2026-12-31T00:00:00Z'), noInvalidDate: true }), fc.date({ min: at('2011-12-20T00:00:00Z'), max: at('2012-01-10T00:00:00Z'), noInvalidDate: true }));

describe('local time', () => {
  test.each([
    ['Europe/Berlin', '2026-03-29', clock(2, 30), ['2026-03-29T01:00:00.000Z']], // left out: the moment of the jump
    ['Europe/Berlin', '2026-10-25', clock(2, 30), ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z']], // shown twice
    ['Australia/Lord_Howe', '2026-04-05', clock(1, 45), ['2026-04-04T14:45:00.000Z', '2026-04-04T15:15:00.000Z']],
    ['Africa/Cairo', '2026-04-24', 0, ['2026-04-23T22:00:00.000Z']], // midnight is left out
    ['Asia/Shanghai', '2026-11-11', clock(8), ['2026-11-11T00:00:00.000Z']],
  ])('%s on %s at minute %i', (zone, date, minute, expected) => {
    expect(momentsOf(Date.parse(date) / DAY, minute, zone).map((one) => one.toISOString())).toEqual(expected);
  });

  test('what a clock shows leads back to the moment', () => {
    fc.assert(fc.property(moment, fc.constantFrom(...ZONES), (time, zone) => {
      const { day, minute } = localOf(time, zone);
      expect(momentsOf(day, minute, zone).map(Number)).toContain(Math.floor(time.getTime() / MINUTE) * MINUTE);
    }), { seed: 1, numRuns: 400 });
  });
});

describe('quiet hours and working days', () => {
  const night = { ...PLAIN, timezone: 'Europe/Berlin', quietHours: { from: clock(22), to: clock(7) } };

  test.each([
    ['an evening', '2026-11-02T20:59:00Z', 'now'], ['the night', '2026-11-02T21:00:00Z', '2026-11-03T06:00:00.000Z'],
    ['the night the clock goes forward', '2026-03-28T22:00:00Z', '2026-03-29T05:00:00.000Z'], ['the night it goes back', '2026-10-24T21:00:00Z', '2026-10-25T06:00:00.000Z'],
  ])('%s', (_what, now, expected) => {
    const when = whenToTell(info, night, at(now));
    expect(when.kind === 'now' ? 'now' : when.at.toISOString()).toBe(expected);
  });

  test('a weekend waits for Monday, after the quiet hours', () => {
    const when = whenToTell(info, { ...night, workingDays: ['mon', 'tue', 'wed', 'thu', 'fri'] }, at('2026-11-07T12:00:00Z'));
    expect(when).toEqual({ kind: 'together', at: at('2026-11-09T06:00:00Z'), heldFor: 'day_off' });
  });

  test('what is urgent comes through, unless nothing is', () => {
    const time = at('2026-11-02T23:00:00Z');
    expect(whenToTell({ severity: 'critical' }, night, time).kind).toBe('now');
    expect(whenToTell({ severity: 'warning' }, { ...night, urgent: 'warning' }, time).kind).toBe('now');
    expect(whenToTell({ severity: 'critical' }, { ...night, urgent: 'never' }, time).kind).toBe('together');
  });

  test('the next open moment is open, and none between was', () => {
    fc.assert(fc.property(moment, hours, (time, wanted) => {
      const open = nextOpen(time, wanted);
      expect(open >= time && isOpen(open, wanted)).toBe(true);
      const step = Math.max(MINUTE, Math.ceil((open.getTime() - time.getTime()) / 300 / MINUTE) * MINUTE);
      for (let between = time.getTime(); between < open.getTime(); between += step) expect(isOpen(new Date(between), wanted)).toBe(false);
      if (open > time) expect(isOpen(new Date(open.getTime() - 1), wanted)).toBe(false);
    }), { seed: 2, numRuns: 600 });
  });
});

describe('digests', () => {
  test.each([
    ['daily', { kind: 'daily', minute: clock(8, 30) }, '2026-11-02T08:30:00Z', '2026-11-03T08:30:00.000Z'],
    ['weekly', { kind: 'weekly', day: 'mon', minute: clock(8, 30) }, '2026-11-02T08:29:00Z', '2026-11-02T08:30:00.000Z'],
    ['weekly, just told', { kind: 'weekly', day: 'mon', minute: clock(8, 30) }, '2026-11-02T08:30:00Z', '2026-11-09T08:30:00.000Z'],
  ] as const)('%s', (_what, wanted, now, expected) => {
    expect(nextDigest({ ...PLAIN, digest: wanted }, at(now)).toISOString()).toBe(expected);
  });

  test('a daily digest on a day off comes on the next working day at its time', () => {
    expect(nextDigest({ ...PLAIN, digest: { kind: 'daily', minute: clock(8) }, workingDays: ['mon', 'fri'] }, at('2026-11-06T09:00:00Z'))).toEqual(at('2026-11-09T08:00:00Z'));
  });

  test('of a rule that asks for one, where the receiver has none: at eight', () => {
    expect(whenToTell({ severity: 'info', how: 'digest' }, PLAIN, at('2026-11-02T09:00:00Z'))).toEqual({ kind: 'together', at: at('2026-11-03T08:00:00Z'), heldFor: 'digest' });
  });

  test('come once a day: asking all day gives the same time, and the next one is another day', () => {
    fc.assert(fc.property(moment, fc.constantFrom(...ZONES), minuteOfDay, (time, timezone, minute) => {
      const wanted: Receiver = { ...PLAIN, timezone, digest: { kind: 'daily', minute } };
      const first = nextDigest(wanted, time);
      const second = nextDigest(wanted, first);
      expect(first > time).toBe(true);
      expect(nextDigest(wanted, new Date(Math.floor((time.getTime() + first.getTime()) / 2)))).toEqual(first);
      expect(localOf(second, timezone).day - localOf(first, timezone).day).toBeGreaterThanOrEqual(1);
      expect(second.getTime() - first.getTime()).toBeLessThanOrEqual(50 * HOUR);
    }), { seed: 3, numRuns: 600 });
  });
});

describe('the limit', () => {
  const two = { ...PLAIN, limit: 2 };
  const now = at('2026-11-02T12:00:00Z');
  const ago = (minutes: number): Date => new Date(now.getTime() - minutes * MINUTE);

  test('lets so many through in an hour; the next waits until the hour of the oldest of them is over', () => {
    expect(whenToTell(info, two, now, [ago(10)]).kind).toBe('now');
    expect(whenToTell(info, two, now, [ago(10), ago(50)])).toEqual({ kind: 'together', at: ago(-10), heldFor: 'limit' });
    expect(whenToTell(info, two, now, [ago(10), ago(20), ago(30), ago(59)])).toEqual({ kind: 'together', at: ago(-40), heldFor: 'limit' });
    expect(whenToTell(info, two, now, [ago(10), ago(60)]).kind).toBe('now');
    expect(whenToTell({ severity: 'critical' }, two, now, [ago(10), ago(50)]).kind).toBe('now');
  });

  test('does not count what a clock that was ahead wrote down', () => {
    expect(whenToTell(info, two, now, [ago(-600), ago(-601), ago(-602)]).kind).toBe('now');
  });
});

describe('whatever is asked', () => {
  test('urgent is told now, all else is told within its hours, later than now, within a fortnight and a day', () => {
    fc.assert(fc.property(receiver, moment, fc.constantFrom(...SEVERITIES), fc.array(fc.integer({ min: -120, max: 120 }), { maxLength: 10 }), (who, now, severity, minutes) => {
      const told = minutes.map((ahead) => new Date(now.getTime() + ahead * MINUTE));
      const when = whenToTell({ severity }, who, now, told);
      if (isUrgent(severity, who)) expect(when.kind).toBe('now');
      else if (when.kind === 'now') expect(isOpen(now, who) && who.digest.kind === 'now').toBe(true);
      else {
        expect(isOpen(when.at, who)).toBe(true);
        expect(when.at > now && when.at.getTime() - now.getTime() <= 15.2 * DAY).toBe(true);
      }
    }), { seed: 4, numRuns: 1_500 });
  });
});
