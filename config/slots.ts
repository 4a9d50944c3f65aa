import { createHash } from 'node:crypto';
import { Cron } from 'croner';
import type { Schedule } from './types.ts';

/*
 * The times that a schedule is made of, in milliseconds since the epoch: those of its interval or cron expression, and those at which its active hours open and close.
 */

/** The stretches of time in which runs may start: each lasts from an opening up to, not including, the closing after it. */
export interface OpenTimes {
  /** The last opening at or before the time. */
  beginning(time: number): number;
  /** The first opening after the time. */
  following(time: number): number;
  /** The closing of the open time that begins then. */
  end(opening: number): number;
  /** The closing before the opening. */
  closedSince(opening: number): number;
}

/**
 * A time of the day that the clock shows twice opens or closes the first time only; one that it leaves out, at the end of the gap. So an open time that
 * lies wholly in a gap is empty: its end is its beginning.
 */
export function openTimes(hours: NonNullable<Schedule['activeHours']>, timezone: string): OpenTimes {
  const openings = clockSlots(hours.from, timezone);
  const closings = clockSlots(hours.to, timezone);
  const overMidnight = hours.from > hours.to;
  return {
    beginning: (time) => openings.lastUpTo(time) ?? time,
    following: (time) => openings.following(time),
    end: (opening) => closings.following(overMidnight ? opening : opening - 1),
    closedSince: (opening) => closings.lastUpTo(overMidnight ? opening : opening - 1) ?? opening,
  };
}

/** The unjittered times of a schedule. */
interface Slots {
  /** The first slot after the time. */
  following(time: number): number;
  /** The last slot at or before the time. */
  lastUpTo(time: number): number | undefined;
}

/** A grid that begins at a point taken from the seed. Throws a RangeError without an interval. */
export function intervalSlots(every: number, seed: string): Slots {
  if (!(every > 0)) throw new RangeError('a schedule needs every or cron');
  const phase = Math.floor(fraction(seed, 0) * every);
  const lastUpTo = (time: number): number => Math.floor((time - phase) / every) * every + phase;
  return { lastUpTo, following: (time) => lastUpTo(time) + every };
}

/** The times of a cron expression by the clock of the zone. */
export function cronSlots(pattern: string, timezone: string): Slots {
  const cron = new Cron(pattern, { timezone, paused: true });
  return {
    following: (time) => cron.nextRun(new Date(time))?.getTime() ?? Number.MAX_SAFE_INTEGER,
    // croner looks back from whole seconds, exclusively.
    lastUpTo: (time) => cron.previousRuns(1, new Date(time + 1_000)).map((run) => run.getTime()).find((run) => run <= time) ?? cron.previousRuns(1, new Date(time))[0]?.getTime(),
  };
}

/** The times at which the clock of the zone shows this minute of the day. */
function clockSlots(minute: number, timezone: string): Slots {
  return cronSlots(`${minute % 60} ${Math.floor(minute / 60)} * * *`, timezone);
}

/** A number from 0 up to, not including, 1 that the seed and the slot decide. */
export function fraction(seed: string, slot: number): number {
  return createHash('sha256').update(`${seed}|${slot}`).digest().readUIntBE(0, 6) / 2 ** 48;
}
