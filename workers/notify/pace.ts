import type { Pace } from '../../alerts/channels/channel.ts';

const MINUTE_MS = 60_000;

/** When the next message may go out, given when the newest ones did: now, or later. All times are the machine's: a channel counts real seconds. */
export function nextSlot(paced: readonly Date[], { minIntervalMs, perMinute, burst = 1 }: Pace, now: Date): Date {
  // A clock that was set back has left times that lie ahead: they say nothing.
  const past = paced.filter((time) => time <= now);
  const behind = (count: number, milliseconds: number): number => {
    const time = past.at(-count);
    return time ? time.getTime() + milliseconds : 0;
  };
  return new Date(Math.max(now.getTime(), behind(burst, minIntervalMs * burst), behind(perMinute, MINUTE_MS)));
}

/** The times to remember once a message goes out at `time`: as many as the pace looks at. */
export function withSlot(paced: readonly Date[], { perMinute, burst = 1 }: Pace, time: Date): readonly Date[] {
  return [...paced.filter((earlier) => earlier <= time), time].slice(-Math.max(perMinute, burst));
}
