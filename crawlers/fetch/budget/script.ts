import { createHash } from 'node:crypto';
import type { Redis } from 'ioredis';

/** A Lua script by its digest, so that its text travels once. */
export interface Script {
  readonly text: string;
  readonly digest: string;
}

function script(text: string): Script {
  return { text, digest: createHash('sha1').update(text).digest('hex') };
}

/** Runs a script; sends its text when Redis does not know it yet (first use, or a restart of Redis). */
export async function runScript(redis: Redis, { digest, text }: Script, keys: readonly string[], args: readonly (string | number)[]): Promise<unknown> {
  try {
    return await redis.evalsha(digest, keys.length, ...keys, ...args);
  } catch (error) {
    if (!(error instanceof Error) || !error.message.startsWith('NOSCRIPT')) throw error;
    return await redis.eval(text, keys.length, ...keys, ...args);
  }
}

/**
 * One request to one host asked for: KEYS host hash, leases; ARGV delay, concurrency, daily budget, lease (ms), token.
 * Answers {"go", 0}, or why not and for how many milliseconds at least: paused, daily, pace, busy. All times are those of the
 * Redis server, so that workers' clocks do not matter. A grant sets the next moment for the host, counts the day and takes a lease
 * that runs out by itself should the worker die.
 */
export const TAKE = script(`
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local delay, concurrency, daily, lease = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
local host = redis.call('HMGET', KEYS[1], 'pausedUntil', 'nextAt', 'day', 'count')
local pausedUntil, nextAt = tonumber(host[1] or 0), tonumber(host[2] or 0)
if pausedUntil > now then return {'paused', pausedUntil - now} end
local day = math.floor(now / 86400000)
local count = 0
if tonumber(host[3] or -1) == day then count = tonumber(host[4]) end
if count >= daily then return {'daily', (day + 1) * 86400000 - now} end
if nextAt > now then return {'pace', nextAt - now} end
redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', now)
if redis.call('ZCARD', KEYS[2]) >= concurrency then
  local first = redis.call('ZRANGE', KEYS[2], 0, 0, 'WITHSCORES')
  return {'busy', math.max(1, tonumber(first[2]) - now)}
end
redis.call('ZADD', KEYS[2], string.format('%d', now + lease), ARGV[5])
redis.call('PEXPIRE', KEYS[2], lease)
redis.call('HSET', KEYS[1], 'day', string.format('%d', day), 'count', count + 1, 'nextAt', string.format('%d', math.max(nextAt, now + delay)))
redis.call('PEXPIRE', KEYS[1], math.max(172800000, delay, pausedUntil - now))
return {'go', 0}
`);

/** Nobody asks the host before ARGV 1 milliseconds are over; a longer pause that stands already stays. KEYS host hash. */
export const PAUSE = script(`
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local untilAt = now + tonumber(ARGV[1])
if untilAt > tonumber(redis.call('HGET', KEYS[1], 'pausedUntil') or 0) then
  redis.call('HSET', KEYS[1], 'pausedUntil', string.format('%d', untilAt))
end
redis.call('PEXPIRE', KEYS[1], 172800000 + tonumber(ARGV[1]))
return 1
`);
