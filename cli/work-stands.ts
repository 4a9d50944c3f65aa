import type { Config } from '../config/types.ts';
import { lookAtRedis } from '../services/index.ts';
import { pulses } from '../storage/pulses.ts';
import type { Store } from '../storage/store.ts';
import { living } from '../workers/watch/signs.ts';
import type { Io } from './io.ts';
import { paint } from './output.ts';

/** Whether anything is worked on at all. */
export interface WorkStands {
  /** Processes that give signs of life. */
  readonly processes: number;
  /** Whether one of them works the schedule: without it nothing is planned. */
  readonly schedule: boolean;
  /** Why the configured Redis cannot be used; absent when it can, or when none is configured: a local one runs while it is needed. */
  readonly redis?: string;
}

/** Looks at the signs of life that processes leave in MongoDB, and whether the configured Redis answers. */
export async function workStands(store: Store, { storage }: Pick<Config, 'storage'>, now: Date): Promise<WorkStands> {
  const [all, redis] = await Promise.all([pulses(store), storage.redis === undefined ? undefined : lookAtRedis(storage.redis)]);
  const alive = living({ now, pulses: all });
  return { processes: alive.length, schedule: alive.some(({ lastTickAt }) => lastTickAt !== undefined), ...(redis?.usable === 'no' ? { redis: redis.detail } : {}) };
}

/** What keeps everything from being worked on, with what to do; nothing when all is well. */
export function workLines(io: Io, { processes, schedule, redis }: WorkStands): readonly string[] {
  const idle = processes === 0 ? 'No process runs: nothing is planned, crawled or told. "rivalwatch run" starts one.'
    : schedule ? undefined : 'No process works "schedule": nothing is planned. Start "rivalwatch run", or one with --only schedule.';
  return [...(redis === undefined ? [] : [paint(io, 'red', `Redis cannot be used, and nothing is fetched without it: ${redis}.`)]), ...(idle === undefined ? [] : [paint(io, 'yellow', idle)])];
}
