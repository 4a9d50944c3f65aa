import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { readAnswer } from './read/index.ts';
import type { PageRead, ReadHints } from './read/port.ts';
import type { ReadTask } from './read-thread.ts';

/** Reads pages beside the event loop, so that fetching, locks and timers go on while a heavy page is read. */
export interface Readers {
  /** Never rejects: a page that cannot be read in time, or that ends its thread, is `parse_drift`. */
  readonly read: (body: Uint8Array, hints: ReadHints) => Promise<PageRead>;
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
  if (count === 0 || (file.protocol === 'file:' && !existsSync(file))) return { read: (body, hints) => Promise.resolve(readAnswer(body, hints)), close: () => Promise.resolve() };
  const threads = Array.from({ length: count }, () => new ReadThread(file, timeLimit));
  return {
    read: (body, hints) => threads.reduce((least, thread) => (thread.waiting < least.waiting ? thread : least)).read(body, hints),
    close: async () => {
      await Promise.all(threads.map((thread) => thread.close()));
    },
  };
}

interface Task {
  readonly no: number;
  readonly body: Uint8Array;
  readonly hints: ReadHints;
  readonly done: (read: PageRead) => void;
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

  constructor(file: URL, timeLimit: number) {
    this.#file = file;
    this.#timeLimit = timeLimit;
  }

  get waiting(): number {
    return this.#queue.length + this.#sent.length;
  }

  read(body: Uint8Array, hints: ReadHints): Promise<PageRead> {
    return new Promise((done) => {
      this.#no += 1;
      this.#queue.push({ no: this.#no, body, hints, done });
      this.#next();
    });
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }

  #next(): void {
    while (this.#sent.length < AHEAD) {
      const task = this.#queue.shift();
      if (!task) break;
      this.#sent.push(task);
      const { no, body, hints } = task;
      this.#started().postMessage({ no, body, hints } satisfies ReadTask);
    }
    if (this.#sent.length > 0) this.#limit ??= setTimeout(() => this.#giveUp(`reading the page took longer than ${this.#timeLimit / 1_000} s`), this.#timeLimit);
  }

  #started(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(this.#file, { resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB } });
    worker.unref();
    worker.on('message', ({ no, read }: { readonly no: number; readonly read: PageRead }) => {
      if (no === this.#sent[0]?.no) this.#settle(read);
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
    this.#settle({ outcome: 'parse_drift', detail });
  }

  #settle(read: PageRead): void {
    clearTimeout(this.#limit);
    this.#limit = undefined;
    const task = this.#sent.shift();
    task?.done(read);
    this.#next();
  }
}
