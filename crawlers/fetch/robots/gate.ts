import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Source } from '../../../config/types.ts';
import { answered } from '../budget/away.ts';
import type { Leave } from '../budget/budget.ts';
import { AGENT_TOKEN } from '../identity.ts';
import { untilStop, type Stop } from '../stop.ts';
import type { FetchRobots, RobotsAnswer } from './fetch.ts';
import { parseRobots, type Robots } from './parse.ts';
import { crawlDelay, isAllowed } from './rules.ts';

/** What robots.txt says of one URL. `later`: it could not be asked for yet, because the host's budget has no room. */
export type RobotsDecision =
  | { readonly kind: 'allowed'; readonly crawlDelay: number }
  | { readonly kind: 'robots_refused'; readonly detail: string }
  | { readonly kind: 'robots_unreachable'; readonly detail: string }
  | { readonly kind: 'later'; readonly leave: Exclude<Leave, { kind: 'go' }> };

/** Asks robots.txt before a page is asked for. Rejects with AddressRefused, BudgetAway or Aborted. */
export type RobotsGate = (url: URL, source: Source, stop: Stop) => Promise<RobotsDecision>;

/** RFC 9309 2.4: not used for more than 24 hours. */
const KEEP = 24 * 3_600_000;
/** An unreachable robots.txt is asked for again after this. */
const KEEP_UNREACHABLE = 5 * 60_000;
/** Hosts remembered in this process; the rest is found in Redis. */
const REMEMBERED = 1_000;

interface Known {
  /** Milliseconds since the epoch. */
  readonly until: number;
  readonly robots?: Robots;
  readonly unreachable?: string;
  /** Milliseconds, before the source's bound. */
  readonly delay: number;
}

/** robots.txt of each origin: remembered here, shared in Redis below `prefix`, fetched when neither knows. */
export function createRobotsGate(deps: { redis: Redis; prefix: string; log: Logger; clock: () => Date; fetchRobots: FetchRobots }): RobotsGate {
  const shared = sharedRobots(deps.redis, deps.prefix, deps.log);
  const remembered = new Map<string, Known>();
  const loading = new Map<string, Promise<Known | Exclude<Leave, { kind: 'go' }>>>();

  async function load(origin: string, source: Source): Promise<Known | Exclude<Leave, { kind: 'go' }>> {
    const now = deps.clock().getTime();
    const stored = await shared.read(origin, now);
    const answer = stored ?? { ...(await deps.fetchRobots(origin, source)), at: now };
    if (answer.kind === 'wait') return answer.leave;
    if (!stored) await shared.write(origin, answer, answer.kind === 'unreachable' ? KEEP_UNREACHABLE : KEEP);
    const known = knownFrom(answer, answer.at);
    remembered.delete(origin);
    remembered.set(origin, known);
    const oldest = remembered.keys().next();
    if (remembered.size > REMEMBERED && !oldest.done) remembered.delete(oldest.value);
    return known;
  }

  /** One fetch at a time per origin in this process; it belongs to all who wait for it, so the stop of one batch does not end it. */
  async function find(origin: string, source: Source, stop: Stop): Promise<Known | Exclude<Leave, { kind: 'go' }>> {
    const key = `${origin} ${source.allowPrivateAddresses}`;
    let work = loading.get(key);
    if (!work) {
      work = load(origin, source).finally(() => loading.delete(key));
      loading.set(key, work);
    }
    return await untilStop(work, stop);
  }

  return async (url, source, stop) => {
    const kept = remembered.get(url.origin);
    const found = kept && kept.until > deps.clock().getTime() ? kept : await find(url.origin, source, stop);
    return 'kind' in found ? { kind: 'later', leave: found } : decide(found, url, source);
  };
}

function decide(known: Known, url: URL, source: Source): RobotsDecision {
  const { robots } = known;
  if (!robots) return { kind: 'robots_unreachable', detail: `${url.origin}/robots.txt: ${known.unreachable ?? 'no answer'}; nothing is fetched there until it answers` };
  if (!isAllowed(robots, AGENT_TOKEN, url.href)) return { kind: 'robots_refused', detail: `${url.origin}/robots.txt forbids ${url.pathname}${url.search} to ${AGENT_TOKEN}` };
  return { kind: 'allowed', crawlDelay: Math.min(known.delay, source.politeness.maxCrawlDelay) };
}

function knownFrom(answer: Exclude<RobotsAnswer, { kind: 'wait' }>, at: number): Known {
  if (answer.kind === 'unreachable') return { until: at + KEEP_UNREACHABLE, unreachable: answer.detail, delay: 0 };
  const robots = parseRobots(answer.text);
  return { until: at + KEEP, robots, delay: (crawlDelay(robots, AGENT_TOKEN) ?? 0) * 1_000 };
}

const storedSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('rules'), text: z.string(), at: z.number() }),
  z.object({ kind: z.literal('unreachable'), detail: z.string(), at: z.number() }),
]);
type Stored = z.infer<typeof storedSchema>;

interface SharedRobots {
  readonly read: (origin: string, now: number) => Promise<Stored | undefined>;
  readonly write: (origin: string, answer: Stored, keep: number) => Promise<void>;
}

/** What other workers found out. Rejects with BudgetAway. */
function sharedRobots(redis: Redis, prefix: string, log: Logger): SharedRobots {
  const keyOf = (origin: string): string => `${prefix}:robots:${origin}`;
  return {
    read: async (origin, now) => {
      const text = await answered(redis.get(keyOf(origin)));
      if (text === null) return undefined;
      try {
        const stored = storedSchema.parse(JSON.parse(text));
        return now - stored.at < (stored.kind === 'rules' ? KEEP : KEEP_UNREACHABLE) ? stored : undefined;
      } catch (error) {
        log.warn({ err: error, origin }, 'the robots.txt kept in Redis is damaged; it is fetched anew');
        return undefined;
      }
    },
    write: async (origin, answer, keep) => {
      await answered(redis.set(keyOf(origin), JSON.stringify(answer), 'PX', keep));
    },
  };
}
