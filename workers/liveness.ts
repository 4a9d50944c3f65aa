/** What is known of a process's work when it is asked whether it is ready. Times in epoch milliseconds. */
export interface WorkState {
  readonly now: number;
  readonly startedAt: number;
  /** When a job of any queue last ended here, whatever came of it; absent = none yet. */
  readonly lastActivityAt?: number;
  /** When a schedule tick last ended here; absent when this process does not run the schedule or has not yet. */
  readonly lastTickAt?: number;
  readonly runsSchedule: boolean;
  readonly tickEveryMs: number;
  /** Jobs that could be worked on now in the queues of this process. */
  readonly waiting: number;
  /** Jobs this process is working on. */
  readonly active: number;
}

/** Ready, or why not, in a sentence for an operator. */
export type Readiness = { readonly ready: true } | { readonly ready: false; readonly why: string };

/** Work may be waiting this long without any job ending before the process counts as stuck. */
export const STUCK_AFTER_MS = 300_000;

/**
 * "Work is happening", not "ping answers": workers can wedge while every connection is fine. Not ready when the schedule
 * has not ticked for five of its intervals, or when jobs wait and none has ended for five minutes.
 */
export function readiness(state: WorkState): Readiness {
  const since = (at: number | undefined): number => state.now - (at ?? state.startedAt);
  const tickLimit = Math.max(state.tickEveryMs * 5, 30_000);
  if (state.runsSchedule && since(state.lastTickAt) > tickLimit) {
    return { ready: false, why: `the schedule has not ticked for ${Math.round(since(state.lastTickAt) / 1_000)} s` };
  }
  if (state.waiting + state.active > 0 && since(state.lastActivityAt) > STUCK_AFTER_MS) {
    return { ready: false, why: `${state.waiting} jobs wait and none has ended for ${Math.round(since(state.lastActivityAt) / 1_000)} s` };
  }
  return { ready: true };
}
