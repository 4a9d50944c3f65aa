import { Aborted } from './http/errors.ts';

/** The abort of one batch, as everything inside it sees it: cheaper than a listener on the signal per request. */
export interface Stop {
  readonly stopped: boolean;
  /** Calls `act` at the stop; returns how to take it back. Not called when already stopped: check first. */
  readonly onStop: (act: () => void) => () => void;
}

/** A stop tied to a signal. `release` when the batch is over; `stop` to stop it from inside. */
export function stopOf(signal: AbortSignal): { readonly stop: Stop; readonly trigger: () => void; readonly release: () => void } {
  const acts = new Set<() => void>();
  let stopped = signal.aborted;
  const trigger = (): void => {
    stopped = true;
    for (const act of acts) act();
    acts.clear();
  };
  signal.addEventListener('abort', trigger, { once: true });
  return {
    stop: {
      get stopped() { return stopped; },
      onStop: (act) => {
        acts.add(act);
        return () => void acts.delete(act);
      },
    },
    trigger,
    release: () => signal.removeEventListener('abort', trigger),
  };
}

/** Waits; rejects with Aborted at once when the batch is stopped. */
export function sleep(milliseconds: number, stop: Stop): Promise<void> {
  return untilStop(new Promise((resolve) => { setTimeout(resolve, milliseconds).unref(); }), stop);
}

/** The promise, or a rejection with Aborted when the batch is stopped first. The work behind it goes on: for what is shared with others. */
export function untilStop<T>(work: Promise<T>, stop: Stop): Promise<T> {
  return new Promise((resolve, reject) => {
    if (stop.stopped) return reject(new Aborted('stopped'));
    const forget = stop.onStop(() => reject(new Aborted('stopped')));
    work.then(resolve, reject).finally(forget);
  });
}

/** For work that no single batch may stop. */
export const neverStopped: Stop = { stopped: false, onStop: () => () => undefined };
