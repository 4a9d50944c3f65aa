import { createHash } from 'node:crypto';
import { Cron } from 'croner';
import type { Schedule } from './types.ts';

/**
 * The first run of the schedule after `after`, always later than it. Pure: the same arguments give the same time.
 *
 * An interval's runs stand on a grid that begins at a point taken from the seed (the target's id), so that targets spread over the interval
 * by themselves and a late run does not push the ones after it. Cron runs follow the clock of the time zone: a time that does not exist on the
 * day the clock goes forward runs right after the gap, one that exists twice runs once. Jitter is taken from seed and slot and is always less
 * than the gap to the next slot. A run outside the active hours moves to the first slot within them, or to their beginning when no slot lies there.
 *
 * `now`, when given, is what the clock says: runs missed while nothing worked are not made up for, and an `after` that lies more than one run
 * in the future (the clock was wrong and has been set back) is ignored.
 */
export function nextRun(schedule: Schedule, after: Date, seed: string, now: Date = after): Date {
  const plan = planOf(schedule, seed);
  const soonest = plan.next(now.getTime());
  const ahead = after.getTime() > now.getTime() && after.getTime() < plan.next(soonest);
  return new Date(plan.next(ahead ? after.getTime() : now.getTime()));
}

/** The next `count` runs after `from`. */
export function previewRuns(schedule: Schedule, from: Date, count: number, seed: string): Date[] {
  const runs: Date[] = [];
  for (let at = from; runs.length < count; at = runs.at(-1) ?? from) runs.push(nextRun(schedule, at, seed));
  return runs;
}

/** Sixteen hex digits that change with the schedule, so that a changed one is planned anew. */
export function scheduleHash(schedule: Schedule): string {
  const { every, cron, timezone, jitter, activeHours } = schedule;
  return createHash('sha256').update(JSON.stringify([every, cron, timezone, jitter, activeHours?.from, activeHours?.to])).digest('hex').slice(0, 16);
}

/** True when no slot of the cron expression lies within the active hours of 400 days: every run would be moved. */
export function neverActive(schedule: Schedule): boolean {
  if (schedule.cron === undefined || !schedule.activeHours) return false;
  const slots = cronSlots(cronOf(schedule.cron, schedule.timezone));
  const openings = clockSlots(schedule.activeHours.from, schedule.timezone);
  let slot = slots.following(Date.UTC(2026, 0, 1));
  for (let day = 0; day < 400; day += 1) {
    if (isActive(schedule, slot)) return false;
    slot = slots.following(openings.following(slot) - 1);
  }
  return true;
}

/** Milliseconds since the epoch in and out. */
interface Plan { next(after: number): number }

function planOf(schedule: Schedule, seed: string): Plan {
  const slots = schedule.cron === undefined ? intervalSlots(schedule.every ?? 0, seed) : cronSlots(cronOf(schedule.cron, schedule.timezone));
  const jittered = (slot: number): number => slot + Math.floor(fraction(seed, slot) * Math.min(schedule.jitter, slots.following(slot) - slot));
  const first = (after: number): number => {
    // The slot before may still be due: its jitter can reach past `after`.
    const before = slots.lastUpTo(after);
    if (before !== undefined && jittered(before) > after) return jittered(before);
    return jittered(slots.following(after));
  };
  const { activeHours } = schedule;
  return activeHours ? withinHours(first, activeHours, schedule, seed) : { next: first };
}

/**
 * Keeps runs within the active hours. Slots of a closed time are made up for by one run at the following opening, unless the open time has a slot
 * of its own. Which runs there are does not depend on `after`.
 */
function withinHours(first: (after: number) => number, hours: NonNullable<Schedule['activeHours']>, schedule: Schedule, seed: string): Plan {
  const openings = clockSlots(hours.from, schedule.timezone);
  const closings = clockSlots(hours.to, schedule.timezone);
  const moved = (opening: number): number => {
    const closing = closings.following(opening);
    const closedSince = closings.lastUpTo(opening - 1) ?? opening;
    const madeUp = first(closedSince - 1) < opening && first(opening - 1) >= closing;
    return madeUp ? opening + Math.floor(fraction(seed, opening) * Math.min(schedule.jitter, closing - opening)) : Number.MAX_SAFE_INTEGER;
  };
  return {
    next(after) {
      const slot = first(after);
      const next = openings.following(after);
      const afterSlot = openings.following(slot - 1);
      const inside = isActive(schedule, slot) ? slot : Math.min(moved(afterSlot), first(afterSlot - 1));
      const waiting = [openings.lastUpTo(after) ?? next, next].map(moved).filter((run) => run > after);
      return Math.min(inside, ...waiting);
    },
  };
}

/** The unjittered times of a schedule. */
interface Slots {
  /** The first slot after the time. */
  following(time: number): number;
  /** The last slot at or before the time. */
  lastUpTo(time: number): number | undefined;
}

function intervalSlots(every: number, seed: string): Slots {
  if (!(every > 0)) throw new RangeError('a schedule needs every or cron');
  const phase = Math.floor(fraction(seed, 0) * every);
  const lastUpTo = (time: number): number => Math.floor((time - phase) / every) * every + phase;
  return { lastUpTo, following: (time) => lastUpTo(time) + every };
}

function cronSlots(cron: Cron): Slots {
  return {
    following: (time) => cron.nextRun(new Date(time))?.getTime() ?? Number.MAX_SAFE_INTEGER,
    // croner looks back from whole seconds, exclusively.
    lastUpTo: (time) => cron.previousRuns(1, new Date(time + 1_000)).map((run) => run.getTime()).find((run) => run <= time) ?? cron.previousRuns(1, new Date(time))[0]?.getTime(),
  };
}

function cronOf(pattern: string, timezone: string): Cron {
  return new Cron(pattern, { timezone, paused: true });
}

function isActive(schedule: Schedule, time: number): boolean {
  if (!schedule.activeHours) return true;
  const { from, to } = schedule.activeHours;
  const minute = minuteOfDay(time, schedule.timezone);
  return from <= to ? minute >= from && minute < to : minute >= from || minute < to;
}

/** The times at which the clock of the zone shows this minute of the day. */
function clockSlots(minute: number, timezone: string): Slots {
  return cronSlots(cronOf(`${minute % 60} ${Math.floor(minute / 60)} * * *`, timezone));
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function minuteOfDay(time: number, timezone: string): number {
  const clock = clocks.get(timezone) ?? new Intl.DateTimeFormat('en-GB', { timeZone: timezone, hour: 'numeric', minute: 'numeric', hourCycle: 'h23' });
  clocks.set(timezone, clock);
  const parts = clock.formatToParts(time);
  const part = (type: string): number => Number(parts.find((one) => one.type === type)?.value);
  return part('hour') * 60 + part('minute');
}

/** A number from 0 up to, not including, 1 that the seed and the slot decide. */
function fraction(seed: string, slot: number): number {
  return createHash('sha256').update(`${seed}|${slot}`).digest().readUIntBE(0, 6) / 2 ** 48;
}
