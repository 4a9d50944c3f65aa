const FIRST_MS = 10_000;
const LONGEST_MS = 3_600_000;
/** With the waits below, attempts go on for about a day. */
const MOST_ATTEMPTS = 30;
/** A receiver that asks for more is asked again all the same. */
export const LONGEST_RETRY_AFTER_MS = 6 * 3_600_000;

/**
 * How long to wait after attempt number `attempt` (1 = the first) failed in passing: 10 s, 30 s, 90 s … up to an hour, each up to
 * a fifth longer by `random` (0 to 1), and never less than the receiver asked for (up to 6 h). Undefined = give up.
 */
export function retryDelay(attempt: number, random: number, retryAfterMs = 0): number | undefined {
  if (attempt >= MOST_ATTEMPTS) return undefined;
  const wait = Math.min(LONGEST_MS, FIRST_MS * 3 ** (attempt - 1)) * (1 + random / 5);
  return Math.round(Math.max(wait, Math.min(retryAfterMs, LONGEST_RETRY_AFTER_MS)));
}
