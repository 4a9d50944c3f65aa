import type { Db } from 'mongodb';

/** One step of the database's way to what this program needs. May be run again after a crash at any point: it must not matter. */
export interface Migration {
  /** Number and name; a step never changes once it was released. */
  readonly id: string;
  /** What it does, for the operator. */
  readonly what: string;
  run(db: Db): Promise<void>;
}
