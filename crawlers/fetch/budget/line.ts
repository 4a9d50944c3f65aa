import { Aborted } from '../http/errors.ts';
import type { Stop } from '../stop.ts';

/**
 * The requests of this process to one host, first come first served. Only as many of them ask Redis for leave as the host takes at once: more
 * would ask again and again, and a place that becomes free would wait until one of them wakes.
 */
export class Line {
  #free: number;
  /** Who waits, the first in line first. */
  readonly #waiting = new Set<() => void>();

  constructor(places: number) {
    this.#free = places;
  }

  /** Waits for a place; `leave` it afterwards. False when there was none for so many milliseconds. Rejects with Aborted at the stop. */
  enter(patience: number, stop: Stop): Promise<boolean> {
    if (stop.stopped) return Promise.reject(new Aborted('stopped'));
    if (this.#free > 0) {
      this.#free -= 1;
      return Promise.resolve(true);
    }
    return new Promise((resolve, reject) => {
      const end = (): void => {
        clearTimeout(tired);
        forget();
        this.#waiting.delete(come);
      };
      const come = (): void => {
        end();
        resolve(true);
      };
      const tired = setTimeout(() => {
        end();
        resolve(false);
      }, patience).unref();
      const forget = stop.onStop(() => {
        end();
        reject(new Aborted('stopped'));
      });
      this.#waiting.add(come);
    });
  }

  /** Hands the place to the next in line. */
  leave(): void {
    const [next] = this.#waiting;
    if (next) next();
    else this.#free += 1;
  }
}
