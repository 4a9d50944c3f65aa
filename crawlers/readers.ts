import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { BlobHash } from '../model/ids.ts';
import { hashOf } from '../storage/packing.ts';
import { readAnswer } from './read/index.ts';
import type { PageRead, ReadHints } from './read/port.ts';
import type { Packed, ReadDone, ReadTask } from './read-thread.ts';

/** Reads pages beside the event loop, so that fetching, locks and timers go on while a heavy page is read. */
export interface Readers {
  /** Never rejects: a page that cannot be read in time, or that ends its thread, is `parse_drift`. */
  readonly read: (body: Uint8Array, hints: ReadHints) => Promise<PageRead>;
  /** Packs it for the archive on the way, unless it is the one known to be there. What a page that could not be read lacks is left to the archive. */
  readonly readAndPack: (body: Uint8Array, hints: ReadHints, known?: BlobHash) => Promise<{ readonly read: PageRead; readonly packed: Packed }>;
  readonly close: () => Promise<void>;
}

/** A page takes milliseconds; one that takes this long was made to. */
const TIME_LIMIT_MS = 30_000;
/** Memory of one thread, in MB: many times what the largest page needs. */
const MEMORY_MB = 1_024;
const MOST_THREADS = 4;
const COMPILED = new URL('read-thread.js', import.meta.url);

export interface ReadersOptions {
  /** Threads; one for each core but one, at most four, when left out. 0: pages are read in place. */
  readonly count?: number;
  /** Longest time one page may take, in milliseconds. */
  readonly timeLimit?: number;
  /** The thread's compiled code. */
  readonly file?: URL;
}

/** Threads that read. They start with their first page. From sources, where there is no compiled thread, pages are read in place. */
export function createReaders(options: ReadersOptions = {}): Readers {
  const { count = Math.min(MOST_THREADS, Math.max(1, availableParallelism() - 1)), timeLimit = TIME_LIMIT_MS, file = COMPILED } = options;
  if (count === 0 || (file.protocol === 'file:' && !existsSync(file))) return IN_PLACE;
  const threads = Array.from({ length: count }, () => new ReadThread(file, timeLimit));
  const idlest = (): ReadThread => threads.reduce((least, thread) => (thread.waiting < least.waiting ? thread : least));
  return {
    read: async (body, hints) => (await idlest().read({ body, hints })).read,
    readAndPack: async (body, hints, known) => {
      const { read, packed } = await idlest().read({ body, hints, pack: known === undefined ? {} : { known } });
      return { read, packed: packed ?? { hash: hashOf(body) } };
    },
    close: async () => {
      await Promise.all(threads.map((thread) => thread.close()));
    },
  };
}

const IN_PLACE: Readers = {
  read: (body, hints) => Promise.resolve(readAnswer(body, hints)),
  readAndPack: (body, hints) => Promise.resolve({ read: readAnswer(body, hints), packed: { hash: hashOf(body) } }),
  close: () => Promise.resolve(),
};

interface Task extends ReadTask {
  readonly done: (answer: Omit<ReadDone, 'no'>) => void;
}

/** Pages a thread is sent before it answered the first: it need not wait for the event loop between two. */
const AHEAD = 2;

/** One thread with its queue. It reads in order, so that a page that ends it is known. Started with its first page. */
class ReadThread {
  readonly #file: URL;
  readonly #timeLimit: number;
  #worker: Worker | undefined;
  #queue: Task[] = [];
  /** What the thread has, the one it reads first. */
  #sent: Task[] = [];
  #limit: NodeJS.Timeout | undefined;
  #no = 0;
  #closed = false;

  constructor(file: URL, timeLimit: number) {
    this.#file = file;
    this.#timeLimit = timeLimit;
  }

  get waiting(): number {
    return this.#queue.length + this.#sent.length;
  }

  read(page: Omit<ReadTask, 'no'>): Promise<Omit<ReadDone, 'no'>> {
    return new Promise((done) => {
      this.#no += 1;
      this.#queue.push({ ...page, no: this.#no, done });
      this.#next();
    });
  }

  /** Pages that wait are never answered: that they cannot be read would not be true, and whoever asked ends with the program. */
  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    this.#closed = true;
    clearTimeout(this.#limit);
    await worker?.terminate();
  }

  #next(): void {
    if (this.#closed) return;
    while (this.#sent.length < AHEAD) {
      const task = this.#queue.shift();
      if (!task) break;
      this.#sent.push(task);
      const { done: _, ...page } = task;
      this.#started().postMessage(page satisfies ReadTask);
    }
    if (this.#sent.length > 0) this.#limit ??= setTimeout(() => this.#giveUp(`reading the page took longer than ${this.#timeLimit / 1_000} s`), this.#timeLimit);
  }

  #started(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(this.#file, { resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB } });
    worker.unref();
    worker.on('message', ({ no, ...answer }: ReadDone) => {
      if (no === this.#sent[0]?.no) this.#settle(answer);
    });
    worker.on('error', (error) => {
      if (worker === this.#worker) this.#giveUp(`the reader failed on this page: ${error instanceof Error ? error.message : String(error)}`);
    });
    this.#worker = worker;
    return worker;
  }

  /** The thread is ended with its page; the next pages get a new one. */
  #giveUp(detail: string): void {
    const worker = this.#worker;
    this.#worker = undefined;
    void worker?.terminate();
    this.#queue.unshift(...this.#sent.splice(1));
    this.#settle({ read: { outcome: 'parse_drift', detail } });
  }

  #settle(answer: Omit<ReadDone, 'no'>): void {
    clearTimeout(this.#limit);
    this.#limit = undefined;
    const task = this.#sent.shift();
    task?.done(answer);
    this.#next();
  }
}
