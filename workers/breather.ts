import type { Worker } from 'bullmq';
import { tooOften } from './quiet.ts';

/** Errors in a second, and the pause after them. */
const MOST_ERRORS = 3;
const BREATH_MS = 5_000;

/** Told of each error of a queue; pauses it when there are too many. */
export interface Breather {
  readonly failed: () => void;
  /** Resumes nothing any more: the worker ends. */
  readonly stop: () => void;
}

/**
 * BullMQ waits when Redis is away, but asks again at once when Redis answers with an error (no room on its disk, no memory left, read-only):
 * some thousand times a second. The queue pauses for some seconds then.
 */
export function breatherOf(worker: Pick<Worker, 'pause' | 'resume'>): Breather {
  const often = tooOften(MOST_ERRORS);
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  return {
    failed: () => {
      if (!often() || timer || stopped) return;
      timer = setTimeout(() => {
        timer = undefined;
        if (!stopped) void worker.resume();
      }, BREATH_MS);
      void worker.pause(true);
    },
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
