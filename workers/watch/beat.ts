import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { beat, endPulse, pulses, type Beat } from '../../storage/pulses.ts';
import type { Store } from '../../storage/store.ts';
import { QUEUE_NAMES, type QueueName, type Queues } from '../queues.ts';
import type { RunningWorker } from '../registry.ts';
import { within } from '../within.ts';
import { DEAD_AFTER_MS } from './signs.ts';

export interface HeartParts {
  readonly store: Store;
  readonly queues: Queues;
  /** The queues that are worked here. */
  readonly names: readonly QueueName[];
  /** Filled as the workers start. */
  readonly running: readonly RunningWorker[];
  readonly clock: () => Date;
}

/** The signs of life of this process. */
export interface Heart {
  /** Gives one, and learns of those of the others. */
  beat(): Promise<void>;
  /** When the last one was given, and when a tick of the schedule last ended well in any process, as far as it told. Epoch milliseconds of the machine; undefined before the first. */
  last(): { readonly at: number; readonly tickAt?: number } | undefined;
  /** The process stops in order: nobody shall take it for dead. */
  end(): Promise<void>;
}

/** Looks at the queues lie so far apart: a burst that is worked off does not last that long. */
const DEPTH_EVERY_MS = 300_000;
/** A Redis that is away must not keep the process from giving a sign of life. */
const DEPTH_PATIENCE_MS = 3_000;

/** Longer without a sign of life it was interrupted: the process slept, or MongoDB was away. */
const BREAK_MS = 60_000;

/** A heart under a name of its own: the same number on the same host may be another process later. */
export function heartOf({ store, queues, names, running, clock }: HeartParts): Heart {
  const host = hostname();
  const id = `${host}-${process.pid}-${randomUUID().slice(0, 8)}`;
  const startedAt = clock();
  let lookedAt = -Infinity;
  /** When the last one that was written began. */
  let beatAt = startedAt;
  let steadySince = startedAt;
  let tick = { counted: 0, at: startedAt };
  let ended = false;
  let last: ReturnType<Heart['last']>;

  const depth = async (now: Date): Promise<Pick<Beat, 'depth'>> => {
    if (now.getTime() - lookedAt < DEPTH_EVERY_MS) return {};
    lookedAt = now.getTime();
    const counts = await within(Promise.all(QUEUE_NAMES.map(async (name) => [name, await queues[name].getWaitingCount()] as const)), DEPTH_PATIENCE_MS);
    return counts ? { depth: { at: now, waiting: Object.fromEntries(counts) } } : {};
  };
  // By the clock of the program, and as if it had just ticked when the process slept: it could not.
  const lastTick = (worker: RunningWorker, now: Date): Date => {
    const counted = worker.lastDoneAt();
    if (counted !== tick.counted || now.getTime() - beatAt.getTime() > DEAD_AFTER_MS) tick = { counted, at: now };
    return tick.at;
  };
  // Workers count in the machine's time; what is stored is in the program's.
  const stored = (now: Date, machine: number): Date => new Date(now.getTime() - (Date.now() - machine));
  const learn = async (now: Date): Promise<void> => {
    const ticks = (await pulses(store)).flatMap(({ lastTickAt }) => lastTickAt?.getTime() ?? []);
    const at = Date.now();
    last = { at, ...(ticks.length > 0 ? { tickAt: at - (now.getTime() - Math.max(...ticks)) } : {}) };
  };
  return {
    last: () => last,
    async beat() {
      const now = clock();
      const schedule = running.find(({ queue }) => queue === 'schedule');
      const overtime = running.flatMap((worker) => worker.overtimeSince().map((since) => ({ queue: worker.queue, since: stored(now, since) })));
      if (now.getTime() - beatAt.getTime() > BREAK_MS) steadySince = now;
      const said = { _id: id, host, startedAt, beatAt: now, queues: names, steadySince, overtime, ...(schedule ? { lastTickAt: lastTick(schedule, now) } : {}), ...await depth(now) };
      if (ended) return;
      await beat(store, said);
      beatAt = now;
      await learn(now);
    },
    async end() {
      ended = true;
      await endPulse(store, id);
    },
  };
}
