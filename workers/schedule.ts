import { nextRun } from '../config/schedule.ts';
import { claimDue, dueTargets } from '../storage/targets.ts';
import { sweep } from './sweep.ts';
import { openAndEnqueue } from './plan.ts';
import type { Context, Processor } from './context.ts';

/** Targets that become crawls in one tick; the rest come with the next. */
const PER_TICK = 200;

/** One tick: due targets become crawls, what was lost is put back, housekeeping is done when it is time for it. */
export const schedule: Processor<'schedule'> = async (context) => {
  await startDue(context);
  await sweep(context);
};

/**
 * Opens the crawl of each due target, then moves the target to its next run by a conditional update: a crash in between opens
 * the same crawl again. The next run is counted from now, so that a machine that slept starts one run and not all it missed.
 */
async function startDue(context: Context): Promise<void> {
  const now = context.clock();
  const config = context.config();
  for (const due of await dueTargets(context.store, now, PER_TICK)) {
    const target = config.targets.get(due._id);
    if (!target) continue;
    await openAndEnqueue(context, target, due.nextDueAt);
    await claimDue(context.store, due._id, due.nextDueAt, nextRun(target.schedule, now, target.id));
  }
}
