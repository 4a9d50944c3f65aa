import { isActive, nextRun } from '../config/schedule.ts';
import type { Schedule, Target } from '../config/types.ts';
import { openBatches } from '../storage/batches.ts';
import { crawlId, latestCrawls } from '../storage/crawls.ts';
import type { CrawlDocument, TargetDocument } from '../storage/documents.ts';
import { StorageUnavailableError } from '../storage/errors.ts';
import { claimDue, dueTargets } from '../storage/targets.ts';
import { sweep } from './sweep.ts';
import { openAndEnqueue } from './plan.ts';
import type { Context, Processor } from './context.ts';

/** Targets that become crawls in one tick; the rest come with the next. */
const PER_TICK = 200;
/** The newest crawls of a target among which one that still runs is looked for. */
const LOOKED_AT = 10;
/** A crawl holds back the next one of its target this long after its last sign of life: a day's budget of a host may be used up. */
const HOLDS_BACK_MS = 26 * 3_600_000;

/** A run of the active hours' last minutes may be started so long after them: the tick that starts it comes later than it. */
const LATE_MS = 5 * 60_000;

/** One tick: due targets become crawls, what was lost is put back, housekeeping is done when it is time for it. */
export const schedule: Processor<'schedule'> = async (context) => {
  await startDue(context);
  await sweep(context);
};

/**
 * Opens the crawl of each due target, then moves the target to its next run by a conditional update: a crash in between opens
 * the same crawl again. The next run is counted from now, so that a machine that slept starts one run and not all it missed.
 * A run that is due while an earlier one of the target is not over is left out: two would ask the shop for the same pages.
 */
async function startDue(context: Context): Promise<void> {
  const now = context.clock();
  const config = context.config();
  for (const due of await dueTargets(context.store, now, PER_TICK)) {
    const target = config.targets.get(due._id);
    if (!target) continue;
    await startRun(context, target, due, now).catch((error: unknown) => {
      if (error instanceof StorageUnavailableError) throw error;
      context.log.error({ targetId: due._id, err: error }, 'a run could not be started; the other targets are');
    });
  }
}

async function startRun(context: Context, target: Target, due: TargetDocument, now: Date): Promise<void> {
  const next = nextRun(target.schedule, now, target.id);
  const running = await stillRunning(context, due, now);
  if (!mayStart(target.schedule, due.nextDueAt, now)) context.log.info({ targetId: due._id, next }, 'outside of its active hours: not started, it waits for its next run');
  else if (running) context.log.warn({ targetId: due._id, runningSince: running.startedAt }, 'left out a run: the one before is not over');
  else await openAndEnqueue(context, target, due.nextDueAt);
  await claimDue(context.store, due._id, due.nextDueAt, next);
}

/** Not outside of the active hours: there a target is due that is new, or whose time passed while nothing worked. */
function mayStart(schedule: Schedule, due: Date, now: Date): boolean {
  return isActive(schedule, now) || (isActive(schedule, due) && now.getTime() - due.getTime() <= LATE_MS);
}

/** An earlier crawl of the target that is not over and not given up for dead. */
async function stillRunning({ store }: Context, { _id, nextDueAt }: TargetDocument, now: Date): Promise<CrawlDocument | undefined> {
  const own = crawlId(_id, nextDueAt);
  const since = new Date(now.getTime() - HOLDS_BACK_MS);
  for (const crawl of await latestCrawls(store, { targetId: _id, limit: LOOKED_AT })) {
    if (crawl.open !== true || crawl._id === own || crawl.lookOf !== undefined) continue;
    const alive = crawl.startedAt > since || (await openBatches(store, crawl._id)).some((batch) => batch.updatedAt > since);
    if (alive) return crawl;
  }
  return undefined;
}
