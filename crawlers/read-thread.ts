import { parentPort } from 'node:worker_threads';
import type { BlobHash } from '../model/ids.ts';
import { hashOf, packNow } from '../storage/packing.ts';
import { readAnswer } from './read/index.ts';
import type { PageRead, ReadHints } from './read/port.ts';

/** A page to be read in this thread. */
export interface ReadTask {
  readonly no: number;
  readonly body: Uint8Array;
  readonly hints: ReadHints;
  /** Packs it for the archive, too, unless it is the one that is there. */
  readonly pack?: { readonly known?: BlobHash };
}

/** A body with its hash, and as the archive keeps it where it may have to be put there. */
export interface Packed {
  readonly hash: BlobHash;
  readonly bytes?: Uint8Array;
}

/** What came of it. */
export interface ReadDone {
  readonly no: number;
  readonly read: PageRead;
  readonly packed?: Packed;
}

/** Reads what it is sent, one page after another. Holds nothing between two pages. */
parentPort?.on('message', ({ no, body, hints, pack }: ReadTask) => {
  const read = readAnswer(body, hints);
  const hash = pack && hashOf(body);
  const packed = hash && { hash, ...(hash === pack.known ? {} : { bytes: packNow(body) }) };
  parentPort?.postMessage({ no, read, ...(packed ? { packed } : {}) } satisfies ReadDone);
});
