import { byClock } from '../config/schedule.ts';
import { duration } from '../config/units.ts';
import { CliError, EXIT } from './errors.ts';

/** A time in the past as people write it, as {@link timeOf}. One that lies ahead is refused: nothing is known of it, and "no changes" would be no answer. */
export function pastTime(text: string, now: Date, option: string, timezone: string): Date {
  const at = timeOf(text, now, option, timezone);
  if (at > now) throw new CliError(EXIT.usage, `${option} "${text}" lies in the future.`);
  return at;
}

/** A time as people write it: `24h` or `7d` ago, `2026-03-29` or `2026-03-29T08:00:00Z`; without an offset by the clock of the zone, as times are shown. */
export function timeOf(text: string, now: Date, option: string, timezone: string): Date {
  const span = duration.safeParse(text);
  if (span.success) return new Date(now.getTime() - span.data);
  const [, date = '', time = 'T00:00', seconds = ':00', offset] = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2})?(:\d{2})?(?:\.\d+)?(Z|[+-]\d{2}:\d{2})?$/.exec(text) ?? [];
  const at = Date.parse(`${date}${time}${seconds}${offset ?? 'Z'}`);
  if (Number.isNaN(at)) throw new CliError(EXIT.usage, `${option} "${text}" is no time; write e.g. 24h, 7d, 2026-03-29 or 2026-03-29T08:00:00Z.`);
  return offset === undefined ? byClock(`${date}${time}${seconds}`, timezone) : new Date(at);
}

/** A whole number from 1 to `most`. */
export function limitOf(text: string, most = 10_000): number {
  const limit = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (limit < 1 || limit > most) throw new CliError(EXIT.usage, `--limit "${text}" is no whole number from 1 to ${most}.`);
  return limit;
}
