import { parentPort } from 'node:worker_threads';
import { readAnswer } from './read/index.ts';
import type { ReadHints } from './read/port.ts';

/** A page to be read in this thread. */
export interface ReadTask {
  readonly no: number;
  readonly body: Uint8Array;
  readonly hints: ReadHints;
}

/** Reads what it is sent, one page after another. Holds nothing between two pages. */
parentPort?.on('message', ({ no, body, hints }: ReadTask) => {
  parentPort?.postMessage({ no, read: readAnswer(body, hints) });
});
