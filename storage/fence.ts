import { AsyncLocalStorage } from 'node:async_hooks';
import type { MongoClient } from 'mongodb';
import { StorageUnavailableError } from './errors.ts';

/**
 * A server that dies forgets what it acknowledged in its last tenth of a second, unless a write waited for the disk; a program that outlives it
 * would go on as if nothing was lost, and mark as done what no longer is. Work that runs in {@link Fence.amid} is kept from that: once
 * a connection broke since it began, its marks are refused with StorageUnavailableError, so that it begins again.
 */
export class Fence {
  readonly #server: string;
  readonly #work = new AsyncLocalStorage<number>();
  #breaks = 0;

  constructor(client: MongoClient, server: string) {
    this.#server = server;
    client.on('connectionPoolCleared', () => { this.#breaks += 1; });
    client.on('connectionClosed', ({ reason }) => { if (reason === 'error') this.#breaks += 1; });
  }

  /** Does a piece of work that can be begun again. */
  amid<T>(work: () => Promise<T>): Promise<T> {
    return this.#work.run(this.#breaks, work);
  }

  /** Does one write of a mark. That the connection broke is found out at the next use of it, so that it is looked at before and after. */
  async mark<T>(write: () => Promise<T>): Promise<T> {
    this.#check();
    const written = await write();
    this.#check();
    return written;
  }

  #check(): void {
    const begun = this.#work.getStore();
    if (begun === undefined || begun === this.#breaks) return;
    throw new StorageUnavailableError(`MongoDB at ${this.#server} went away for a moment, and what was written last may be lost; the work is tried again from its beginning.`);
  }
}
