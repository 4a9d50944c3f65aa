import type { Redis } from 'ioredis';
import { answered } from './budget/away.ts';

/** Pages that somebody is fetching now, so that two crawls that want the same page do not fetch it both. */
export interface Claims {
  /** Claims keys for `leaseMs`; returns those that are this holder's now. The same holder may claim again. */
  readonly take: (keys: readonly string[], holder: string, leaseMs: number) => Promise<ReadonlySet<string>>;
  /** Gives keys free that this holder has. */
  readonly release: (keys: readonly string[], holder: string) => Promise<void>;
}

/** Takes what is free or the holder's own already, and renews it. One round trip for all keys. */
const TAKE = `local mine = {}
for i, key in ipairs(KEYS) do
  local holder = redis.call('GET', key)
  if not holder or holder == ARGV[1] then
    redis.call('SET', key, ARGV[1], 'PX', ARGV[2])
    mine[#mine + 1] = i
  end
end
return mine`;
const RELEASE = `for _, key in ipairs(KEYS) do
  if redis.call('GET', key) == ARGV[1] then redis.call('DEL', key) end
end
return 0`;

/** Claims in Redis, below `prefix`; a worker that dies loses them when the lease is over. Rejects with BudgetAway when Redis does not answer. */
export function createClaims(redis: Redis, prefix: string): Claims {
  const names = (keys: readonly string[]): string[] => keys.map((key) => `${prefix}:page:{claims}:${key}`);
  return {
    async take(keys, holder, leaseMs) {
      if (keys.length === 0) return new Set();
      const mine = await answered(redis.eval(TAKE, keys.length, ...names(keys), holder, leaseMs));
      return new Set(Array.isArray(mine) ? mine.flatMap((place) => keys[Number(place) - 1] ?? []) : []);
    },
    async release(keys, holder) {
      if (keys.length > 0) await answered(redis.eval(RELEASE, keys.length, ...names(keys), holder));
    },
  };
}
