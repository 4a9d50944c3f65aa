import { randomInt, randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { z } from 'zod';
import { sleep, type Stop } from '../stop.ts';
import { answered, BudgetAway } from './away.ts';
import { Line } from './line.ts';
import { PAUSE, runScript, TAKE, type Script } from './script.ts';

/** What one host is asked at most, across all workers. Durations in milliseconds; a delay of 0 means no pacing. */
export interface HostLimits {
  readonly delay: number;
  readonly concurrency: number;
  readonly dailyBudget: number;
  /** A lease lives this long when nobody gives it back. */
  readonly lease: number;
}

/** Leave for one request, or how long there is none. */
export type Leave =
  | { readonly kind: 'go'; readonly release: () => void }
  | { readonly kind: 'wait'; readonly reason: 'rate_limited' | 'host_busy' | 'daily_budget'; readonly milliseconds: number };

export interface Budget {
  /** Leave to send one request to the host; waits a few seconds for it when that is enough. Rejects with BudgetAway when Redis does not answer, with Aborted at the stop. */
  readonly take: (host: string, limits: HostLimits, stop: Stop) => Promise<Leave>;
  /** Stops all workers from asking the host for so many milliseconds. */
  readonly pause: (host: string, milliseconds: number) => Promise<void>;
}

/** Longest wait for leave inside a batch; who would wait longer is put off. */
const MAX_WAIT = 5_000;
/** How often a full host is asked again. */
const BUSY_STEP = { first: 5, most: 250 };
/** Put-off after a host was full or its turn went to others. */
const BUSY_AGAIN = 3_000;

type Refusal = 'paused' | 'daily' | 'pace' | 'busy';
const REASONS = { paused: 'rate_limited', daily: 'daily_budget', pace: 'host_busy', busy: 'host_busy' } as const satisfies Record<Refusal, string>;

/** The budget of every host in Redis, below `prefix`. */
export function createBudget(redis: Redis, prefix: string, log: Logger): Budget {
  const keys = (host: string): readonly [string, string] => [`${prefix}:host:{${host}}`, `${prefix}:host:{${host}}:leases`];
  const run = (script: Script, on: readonly string[], args: readonly (string | number)[]): Promise<unknown> =>
    answered(runScript(redis, script, on, args));

  const lines = new Map<string, Line>();
  const lineAt = (host: string, places: number): Line => {
    const name = `${host} ${places}`;
    const line = lines.get(name) ?? new Line(places);
    lines.set(name, line);
    return line;
  };

  async function take(host: string, limits: HostLimits, stop: Stop): Promise<Leave> {
    const line = lineAt(host, limits.concurrency);
    if (!await line.enter(MAX_WAIT, stop)) return { kind: 'wait', reason: REASONS.busy, milliseconds: BUSY_AGAIN + randomInt(1 + BUSY_AGAIN) };
    let leave: Leave | undefined;
    try {
      leave = await ask(host, limits, stop);
    } finally {
      if (leave?.kind !== 'go') line.leave();
    }
    if (leave.kind !== 'go') return leave;
    const { release } = leave;
    return { kind: 'go', release: once(() => { release(); line.leave(); }) };
  }

  /** Asks for leave until it is given, or would be later than is waited for. */
  async function ask(host: string, limits: HostLimits, stop: Stop): Promise<Leave> {
    const [state, leases] = keys(host);
    const token = randomUUID();
    const args = [limits.delay, limits.concurrency, limits.dailyBudget, limits.lease, token];
    let waited = 0;
    for (let step = BUSY_STEP.first; ; step = Math.min(step * 2, BUSY_STEP.most)) {
      const { word, milliseconds } = answerOf(await run(TAKE, [state, leases], args));
      if (word === 'go') return { kind: 'go', release: () => giveBack(leases, token) };
      const next = word === 'busy' ? Math.min(milliseconds, step) : milliseconds;
      const nap = next + randomInt(1 + Math.ceil(Math.min(limits.delay / 10, next)));
      if (word === 'daily' || waited + nap > MAX_WAIT) {
        const more = word === 'busy' ? BUSY_AGAIN : milliseconds;
        return { kind: 'wait', reason: REASONS[word], milliseconds: more + randomInt(1 + BUSY_AGAIN) };
      }
      waited += nap;
      await sleep(nap, stop);
    }
  }

  /** Not waited for: should it fail, the lease runs out by itself. */
  function giveBack(leases: string, token: string): void {
    redis.zrem(leases, token).catch((error: unknown) => log.debug({ err: error }, 'a host lease could not be given back; it runs out by itself'));
  }

  return {
    take,
    pause: async (host, milliseconds) => {
      await run(PAUSE, [keys(host)[0]], [Math.ceil(milliseconds)]);
    },
  };
}

const answerSchema = z.tuple([z.enum(['go', 'paused', 'daily', 'pace', 'busy']), z.number()]);

function answerOf(answer: unknown): { word: Refusal | 'go'; milliseconds: number } {
  const read = answerSchema.safeParse(answer);
  if (!read.success) throw new BudgetAway(`Redis gave an answer that the budget does not know: ${JSON.stringify(answer)}`);
  const [word, milliseconds] = read.data;
  return { word, milliseconds };
}

/** A browser's visit may give its leave back from two places. */
function once(act: () => void): () => void {
  let done = false;
  return () => {
    if (!done) act();
    done = true;
  };
}
