import type { Logger } from 'pino';

/** Longest time for one step. */
const LONGEST_MS = 40_000;

/** One step of an end: what is stopped, for the log, and how. */
export type Step = readonly [what: string, stop: () => Promise<unknown>];

/** Each step is tried even when an earlier one failed; a step that hangs is left behind after its time. */
export async function stopInOrder(steps: readonly Step[], log: Logger): Promise<void> {
  for (const [what, stop] of steps) {
    try {
      await Promise.race([stop(), new Promise((_, reject) => { setTimeout(() => reject(new Error('took too long')), LONGEST_MS).unref(); })]);
      log.debug({ what }, 'stopped');
    } catch (error) {
      log.warn({ what, err: error }, 'did not stop cleanly');
    }
  }
}
