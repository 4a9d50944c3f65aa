import type { Logger } from 'pino';
import type { Queues } from '../queues.ts';

const TICK = 'tick';
/** The next tick may lie so many intervals ahead of now, and so long behind it (a tick takes two minutes at most), before it counts as lost. */
const MOST_INTERVALS = 3;
const LATE_MS = 180_000;

/** Plans the schedule's tick in Redis: one for all processes. */
export async function planTick(queues: Pick<Queues, 'schedule'>, every: number): Promise<void> {
  await queues.schedule.upsertJobScheduler(TICK, { every }, { name: 'schedule', data: { at: TICK } });
}

/**
 * Plans the tick again when Redis has lost it (a Redis that came back empty) or holds it for a time that does not come: the clock was set
 * back. Without it a program that runs would never tick again. `clock` is the machine's, in epoch milliseconds, by which Redis goes. True when it had to.
 */
export async function keepTick(queues: Pick<Queues, 'schedule'>, every: number, clock: () => number, log: Logger): Promise<boolean> {
  const planned = await queues.schedule.getJobScheduler(TICK);
  // Asked after the answer, which may have waited for a Redis that was away.
  const now = clock();
  if (planned?.next !== undefined && planned.next <= now + MOST_INTERVALS * every && planned.next >= now - LATE_MS - every) return false;
  if (planned) await queues.schedule.removeJobScheduler(TICK);
  await planTick(queues, every);
  log.warn(planned?.next === undefined ? {} : { plannedFor: new Date(planned.next) }, 'the tick of the schedule was lost in Redis and is planned again');
  return true;
}
