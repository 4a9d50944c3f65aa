import { createHash } from 'node:crypto';
import { Cron } from 'croner';
import { cronSlots, fraction, intervalSlots, openTimes } from './slots.ts';
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
  return new Date(ahead ? plan.next(after.getTime()) : soonest);
}

/** The next `count` runs after `from`. */
export function previewRuns(schedule: Schedule, from: Date, count: number, seed: string): Date[] {
  const plan = planOf(schedule, seed);
  let at = from.getTime();
  return Array.from({ length: count }, () => new Date(at = plan.next(at)));
}

/** Sixteen hex digits that change with the schedule, so that a changed one is planned anew. */
export function scheduleHash(schedule: Schedule): string {
  const { every, cron, timezone, jitter, activeHours } = schedule;
  return createHash('sha256').update(JSON.stringify([every, cron, timezone, jitter, activeHours?.from, activeHours?.to])).digest('hex').slice(0, 16);
}

/** True when no slot of the cron expression lies within the active hours of 400 days: every run would be moved. */
export function neverActive(schedule: Schedule): boolean {
  if (schedule.cron === undefined || !schedule.activeHours) return false;
  const slots = cronSlots(schedule.cron, schedule.timezone);
  const open = openTimes(schedule.activeHours, schedule.timezone);
  let slot = slots.following(Date.UTC(2026, 0, 1));
  for (let day = 0; day < 400; day += 1) {
    if (slot < open.end(open.beginning(slot))) return false;
    slot = slots.following(open.following(slot) - 1);
  }
  return true;
}

/** Whether runs may be started at the time: false outside of the active hours. */
export function isActive({ activeHours, timezone }: Schedule, at: Date): boolean {
  if (!activeHours) return true;
  const open = openTimes(activeHours, timezone);
  return at.getTime() < open.end(open.beginning(at.getTime()));
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
  const slots = schedule.cron === undefined ? intervalSlots(schedule.every ?? 0, seed) : cronSlots(schedule.cron, schedule.timezone);
  const jittered = (slot: number): number => slot + Math.floor(fraction(seed, slot) * Math.min(schedule.jitter, slots.following(slot) - slot));
  const first = (after: number): number => {
    // The slot before may still be due: its jitter can reach past `after`.
    const before = schedule.jitter > 0 ? slots.lastUpTo(after) : undefined;
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
