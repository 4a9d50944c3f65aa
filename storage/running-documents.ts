import type { Trouble } from '../model/change.ts';

/** Collection `leases`: who may do a thing that only one may do. */
export interface LeaseDocument {
  readonly _id: string;
  readonly holder: string;
  readonly expiresAt: Date;
}

/** Collection `pulses`: the signs of life of a process, under its host, number and start. Gone when it stopped in order. */
export interface PulseDocument {
  readonly _id: string;
  readonly host: string;
  readonly startedAt: Date;
  readonly beatAt: Date;
  /** Since when its signs of life have come without a break: none come while MongoDB is away. Not written by older versions. */
  readonly steadySince?: Date;
  /** The queues that it works. Not written by older versions. */
  readonly queues?: readonly string[];
  /** Set when it works the schedule: when a tick last ended well there. */
  readonly lastTickAt?: Date;
  /** Jobs that have run for longer than they may, by the clock of the process. */
  readonly overtime: readonly { readonly queue: string; readonly since: Date }[];
  /** Jobs that wait in each queue, whoever works it, looked at every few minutes; the newest last. */
  readonly depths: readonly { readonly at: Date; readonly waiting: Readonly<Record<string, number>> }[];
}

/** Collection `troubles`: what is wrong with rivalwatch itself at the moment, and how often it was told. */
export interface TroubleDocument {
  readonly _id: string;
  readonly trouble: Trouble;
  readonly about: string;
  readonly since: Date;
  readonly times: number;
  readonly nextAt: Date;
}

/** Collection `schemaMigrations`: the steps that were run. */
export interface MigrationDocument {
  readonly _id: string;
  readonly appliedAt: Date;
}
