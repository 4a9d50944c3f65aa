const HOUR = 3_600_000;
const DISTANCES = [HOUR, 4 * HOUR, 24 * HOUR, 72 * HOUR] as const;
const LONGEST = 168 * HOUR;

/** When a trouble that lasts is told again; `times` is how often it was told before this time. */
export function againAt(now: Date, times: number): Date {
  return new Date(now.getTime() + (DISTANCES[times] ?? LONGEST));
}
