import { WEEKDAYS, type Weekday } from '../../model/weekday.ts';

/** What the clocks of a time zone show at a moment. */
export interface Local {
  /** Days since 1970-01-01 of the date shown. */
  readonly day: number;
  /** Minutes after midnight. */
  readonly minute: number;
  readonly weekday: Weekday;
}

const MINUTE = 60_000;
const DAY_MS = 86_400_000;
/** No zone is farther from UTC, and none jumps farther. */
const FARTHEST_MS = 27 * 3_600_000;

const zones = new Map<string, Intl.DateTimeFormat>();

/** Making one takes longer than using it a hundred times. */
function formatOf(timezone: string): Intl.DateTimeFormat {
  const format = zones.get(timezone) ?? new Intl.DateTimeFormat('en-US', { timeZone: timezone, calendar: 'gregory', numberingSystem: 'latn', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', hourCycle: 'h23' });
  zones.set(timezone, format);
  return format;
}

/** What the clock of the zone shows, as if it were UTC: milliseconds, whole minutes. */
function shown(time: number, timezone: string): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of formatOf(timezone).formatToParts(time)) parts[type] = Number(value);
  return Date.UTC(parts['year'] ?? 0, (parts['month'] ?? 1) - 1, parts['day'] ?? 1, parts['hour'] ?? 0, parts['minute'] ?? 0);
}

/** The day, minute and weekday that clocks of the zone show. Throws a RangeError for an unknown zone; the configuration lets none through. */
export function localOf(time: Date, timezone: string): Local {
  const local = shown(time.getTime(), timezone);
  const day = Math.floor(local / DAY_MS);
  return { day, minute: Math.floor((local - day * DAY_MS) / MINUTE), weekday: weekdayOf(day) };
}

/** 1970-01-01 was a Thursday. */
function weekdayOf(day: number): Weekday {
  return WEEKDAYS[(((day + 3) % 7) + 7) % 7] ?? 'mon';
}

/**
 * The moments at which the clocks of the zone get to this minute of this day: one as a rule; two when they are set back over it; when they are set
 * forward over it, the moment of that.
 */
export function momentsOf(day: number, minute: number, timezone: string): readonly Date[] {
  const wanted = day * DAY_MS + minute * MINUTE;
  const offsets = new Set([wanted - FARTHEST_MS, wanted - DAY_MS, wanted, wanted + FARTHEST_MS].map((time) => shown(time, timezone) - Math.floor(time / MINUTE) * MINUTE));
  const exact = [...offsets].map((offset) => wanted - offset).filter((time) => shown(time, timezone) === wanted).toSorted((a, b) => a - b);
  if (exact.length > 0) return exact.map((time) => new Date(time));
  // The clock jumps over it: somewhere between the two guesses it shows less before and more after.
  const guesses = [...offsets].map((offset) => wanted - offset);
  let before = Math.min(...guesses);
  let after = Math.max(...guesses);
  while (after - before > MINUTE) {
    const middle = before + Math.floor((after - before) / 2 / MINUTE) * MINUTE;
    if (shown(middle, timezone) < wanted) before = middle;
    else after = middle;
  }
  return [new Date(after)];
}
