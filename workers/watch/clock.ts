import type { Context } from '../context.ts';
import { pullBack } from '../plan.ts';
import { rightStoredTimes } from '../../storage/right-clock.ts';

/** A step back of the clock by less than this is none: clocks are set right by seconds every day. */
const LEAST_MS = 60_000;

/**
 * Notices that the clock was set back while the program runs, by comparing it with one that nobody sets. What was planned by the clock as
 * it was before would otherwise rest for as long as it was ahead: runs, waits of batches, the time since when work counts as lost.
 */
export function clockWatch(context: Context, steady: () => number = () => performance.now()): () => Promise<void> {
  let offset = context.clock().getTime() - steady();
  return async () => {
    const now = context.clock();
    const next = now.getTime() - steady();
    const back = offset - next;
    if (back < LEAST_MS) {
      offset = next;
      return;
    }
    context.log.warn({ seconds: Math.round(back / 1_000) }, 'the clock was set back; what was planned by the old one is pulled back');
    await pullBack(context);
    await rightStoredTimes(context.store, now);
    offset = next;
  };
}
