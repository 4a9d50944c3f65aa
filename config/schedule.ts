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
  const open = openTimes(schedule.activeHours, schedule.timezone);
  let slot = slots.following(Date.UTC(2026, 0, 1));
  for (let day = 0; day < 400; day += 1) {
    if (slot < open.end(open.beginning(slot))) return false;
    slot = slots.following(open.following(slot) - 1);
  }
  return true;
}

/** The end of a day of the time zone (`2026-12-31`), or the time itself where one is written out. */
export function endOf(text: string, timezone: string): Date {
  if (text.length > 10) return new Date(text);
  const next = new Date(Date.parse(text) + 86_400_000).toISOString().slice(0, 10);
  return byClock(`${next}T00:00:00`, timezone);
}

/** The time at which the clock of the zone shows this: `2026-12-31T08:00:00`, of a gap its end, of what is shown twice the first. */
export function byClock(local: string, timezone: string): Date {
  return new Cron(local, { timezone, paused: true }).nextRun(new Date(0)) ?? new Date(local);
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
  const open = openTimes(hours, schedule.timezone);
  const madeUp = (from: number, to: number): number | undefined => {
    const missed = first(open.closedSince(from) - 1) < from;
    return missed ? from + Math.floor(fraction(seed, from) * Math.min(schedule.jitter, to - from)) : undefined;
  };
  /** The first run of the open time that begins at `from`, if it has one after `after`. */
  const within = (from: number, after: number): number | undefined => {
    const to = open.end(from);
    const own = first(from - 1);
    if (own >= to) return madeUp(from, to);
    return own > after ? own : first(after);
  };
  return {
    next(after) {
      let from = open.beginning(after);
      for (;;) {
        const run = within(from, after);
        const inside = run !== undefined && run > after && (run < open.end(from) || run === from);
        if (inside) return run;
        // An open time with no slot in it, nor in the closed time before it, has no run.
        from = Math.max(open.beginning(first(from)), open.following(from));
      }
    },
  };
}

/** The stretches of time in which runs may start: each lasts from an opening up to, not including, the closing after it. */
interface OpenTimes {
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
function openTimes(hours: NonNullable<Schedule['activeHours']>, timezone: string): OpenTimes {
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

/** The times at which the clock of the zone shows this minute of the day. */
function clockSlots(minute: number, timezone: string): Slots {
  return cronSlots(cronOf(`${minute % 60} ${Math.floor(minute / 60)} * * *`, timezone));
}

/** A number from 0 up to, not including, 1 that the seed and the slot decide. */
function fraction(seed: string, slot: number): number {
  return createHash('sha256').update(`${seed}|${slot}`).digest().readUIntBE(0, 6) / 2 ** 48;
}
