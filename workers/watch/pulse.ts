import type { Logger } from 'pino';
import { quietly } from '../quiet.ts';

/** What is done at every beat of a process, in order. One that fails does not keep the others from being done. */
export type Beat = readonly [what: string, work: () => Promise<unknown>];

/**
 * Does the work every `every` milliseconds, by a timer of the process alone: it needs no queue, so that it goes on when the queues do not.
 * A beat that is not over when the next one comes is not begun twice. Returns what stops it.
 */
export function startPulse(every: number, beats: readonly Beat[], log: Logger): () => void {
  const failed = quietly((error, repeated) => log.warn({ err: error, ...repeated }, 'a part of the watch over the program itself failed; tried again'));
  const under = new Set<string>();
  const beat = async ([what, work]: Beat): Promise<void> => {
    if (under.has(what)) return;
    under.add(what);
    try {
      await work();
    } catch (error) {
      failed(error instanceof Error ? error : new Error(String(error)));
    } finally {
      under.delete(what);
    }
  };
  const timer = setInterval(() => void Promise.all(beats.map(beat)), every);
  timer.unref();
  return () => clearInterval(timer);
}
