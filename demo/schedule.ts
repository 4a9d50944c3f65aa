import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import type { Store } from '../storage/store.ts';
import { dueTargets } from '../storage/targets.ts';
import { troubles } from '../storage/troubles.ts';
import { startWorkers } from '../workers/main.ts';
import { settled } from '../workers/now.ts';
import { sweep } from '../workers/sweep.ts';
import type { Stage } from './stage.ts';

const LOOK_MS = 25;
const MINUTE_MS = 60_000;
/** In so many minutes of the demo's clock whoever watches must have noticed. */
const MOST_MINUTES = 15;

/**
 * Another process of the program, which works no schedule, lives beside those of the stage, which give no signs of life: to it the schedule has stopped as soon as
 * something is due. With `goes on` the schedule starts what is due before. Time passes by the minute until it has told what it sees.
 */
export async function watchSchedule(stage: Stage, how: 'stops' | 'goes on', signal: AbortSignal): Promise<void> {
  const { store, clock, workers: { context } } = stage;
  if (how === 'goes on') await startDue(stage, signal);
  const other = await startWorkers({
    config: context.config, store, redisUrl: context.config().storage.redis ?? '', log: pino({ level: 'silent' }), clock: clock.now, only: ['export'], health: false, watch: true, tickEvery: 4 * LOOK_MS,
    chromium: () => Promise.reject(new Error('this process fetches nothing')),
  });
  try {
    for (let minute = 0; minute < MOST_MINUTES && !await isSeen(store, how); minute += 1) {
      clock.pass(MINUTE_MS);
      const now = clock.now();
      while (await store.pulses.count({ beatAt: { $gte: now } }) === 0) await pause(LOOK_MS, undefined, { signal });
    }
    // To tell it takes its time.
    while ((await troubles(store)).some(({ times }) => times > 0) !== (how === 'stops')) await pause(LOOK_MS, undefined, { signal });
  } finally {
    await other.stop();
  }
  // What it could not send itself, because the channel was in use, the next tick does.
  await sweep(context);
  await settled(context, [], signal);
}

/** Whether the other process has noticed. */
async function isSeen(store: Store, how: 'stops' | 'goes on'): Promise<boolean> {
  return how === 'stops' ? (await troubles(store)).length > 0 : await store.changes.count({ 'detail.kind': 'trouble_over', 'detail.trouble': 'schedule_stopped' }) > 0;
}

/** The schedule's tick comes: what is due is crawled. */
async function startDue({ store, clock, workers: { context } }: Stage, signal: AbortSignal): Promise<void> {
  await context.enqueue('schedule', `goes-on-${clock.now().getTime()}`, { at: 'goes on' });
  while ((await dueTargets(store, clock.now(), 1)).length > 0) await pause(LOOK_MS, undefined, { signal });
  await settled(context, (await store.crawls.find({ open: true })).map(({ _id }) => _id), signal);
}
