import type { Receiver } from '../../config/types.ts';
import { localOf, momentsOf } from './local-time.ts';

/** When a receiver takes messages that are not urgent. */
export type Hours = Pick<Receiver, 'timezone' | 'quietHours' | 'workingDays'>;

/** Two weeks: a working day comes sooner. */
const LOOK_AHEAD_DAYS = 14;

/** True on a working day outside quiet hours, by what the receiver's clock shows: where a night shows an hour twice, both count. */
export function isOpen(time: Date, { timezone, quietHours, workingDays }: Hours): boolean {
  const { minute, weekday } = localOf(time, timezone);
  if (!workingDays.includes(weekday)) return false;
  if (!quietHours) return true;
  const { from, to } = quietHours;
  return from < to ? minute < from || minute >= to : minute < from && minute >= to;
}

/** The first moment at or after `time` at which the receiver takes messages. */
export function nextOpen(time: Date, hours: Hours): Date {
  if (isOpen(time, hours)) return time;
  const { timezone, quietHours } = hours;
  const { day } = localOf(time, timezone);
  for (let ahead = -1; ahead <= LOOK_AHEAD_DAYS; ahead += 1) {
    // It can only begin to be open at midnight, when quiet hours end, or when the clock jumps past either.
    const minutes = quietHours ? [0, quietHours.to] : [0];
    const found = minutes.flatMap((minute) => momentsOf(day + ahead, minute, timezone)).toSorted((a, b) => a.getTime() - b.getTime()).find((moment) => moment >= time && isOpen(moment, hours));
    if (found) return found;
  }
  return time;
}
