/** What is known of a process's work when it is asked whether it is ready. Times in epoch milliseconds. */
export interface WorkState {
  readonly now: number;
  readonly startedAt: number;
  /** When a job of any queue last ended well here; absent = none yet. */
  readonly lastDoneAt?: number;
  /** When a tick of the schedule last ended well in any process; absent = none known of. */
  readonly lastTickAt?: number;
  /** When this process last wrote a sign of life; absent when it gives none. */
  readonly lastBeatAt?: number;
  readonly runsSchedule: boolean;
  readonly tickEveryMs: number;
  /** Jobs that could be worked on now in the queues of this process; absent when Redis does not say. */
  readonly waiting?: number;
  /** Jobs this process is working on. */
  readonly active: number;
}

/** Ready, or why not, in a sentence for an operator. */
export type Readiness = { readonly ready: true } | { readonly ready: false; readonly why: string };

/** Work may be waiting this long without any job ending well before the process counts as stuck. */
export const STUCK_AFTER_MS = 300_000;

/**
 * "Work is happening", not "ping answers": workers can wedge while every connection is fine, and jobs that fail one after the other are no work.
 * Not ready when Redis does not answer, when for five intervals of the schedule no tick of it ended well anywhere or no sign of life could be written, or when jobs wait and none has ended well for five minutes.
 */
export function readiness(state: WorkState): Readiness {
  const since = (at: number | undefined): number => state.now - (at ?? state.startedAt);
  const seconds = (at: number | undefined): string => `${Math.round(since(at) / 1_000)} s`;
  const no = (why: string): Readiness => ({ ready: false, why });
  const limit = Math.max(state.tickEveryMs * 5, 30_000);
  if (state.waiting === undefined) return no('Redis does not answer');
  if (state.lastBeatAt !== undefined && since(state.lastBeatAt) > limit) return no(`no sign of life could be written to MongoDB for ${seconds(state.lastBeatAt)}`);
  if (state.runsSchedule && since(state.lastTickAt) > limit) return no(`no tick of the schedule has ended well for ${seconds(state.lastTickAt)}`);
  if (state.waiting + state.active > 0 && since(state.lastDoneAt) > STUCK_AFTER_MS) return no(`${state.waiting} jobs wait and none has ended well for ${seconds(state.lastDoneAt)}`);
  return { ready: true };
}
