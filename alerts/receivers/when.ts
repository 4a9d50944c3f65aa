import type { Receiver } from '../../config/types.ts';
import { SEVERITIES, type Alert, type Severity } from '../../model/alert.ts';
import { localOf, momentsOf } from './local-time.ts';
import { isOpen, nextOpen } from './open.ts';

/** Why an alert is not told by itself at once. */
export type HeldFor = 'digest' | 'quiet_hours' | 'day_off' | 'limit' | 'alike';

/** When an alert is told: by itself now, or together with others at a time. */
export type When = { readonly kind: 'now' } | { readonly kind: 'together'; readonly at: Date; readonly heldFor: HeldFor };

/** What of an alert decides when it is told. */
export type Urgency = Pick<Alert, 'severity' | 'how'>;

const NOW: When = { kind: 'now' };
const HOUR_MS = 3_600_000;
/** For alerts of a rule that asks for the digest, where the receiver has none. */
const USUAL_DIGEST = { kind: 'daily', minute: 8 * 60 } as const;
const MOST_DIGEST_DAYS = 15;

/**
 * When a receiver is told of an alert. Pure. `told` are the times of the messages it got lately: those of the last hour count, those that lie ahead (a
 * clock that was set back) do not. Urgent alerts are told now. What waits is told at the receiver's digest, at the end of quiet hours, on the next
 * working day, or when an hour has passed since the oldest message that fills the limit: never outside the receiver's hours.
 */
export function whenToTell(alert: Urgency, receiver: Receiver, now: Date, told: readonly Date[] = []): When {
  if (isUrgent(alert.severity, receiver)) return NOW;
  if (receiver.digest.kind !== 'now' || alert.how === 'digest') return { kind: 'together', at: nextDigest(receiver, now), heldFor: 'digest' };
  if (!isOpen(now, receiver)) return { kind: 'together', at: nextOpen(now, receiver), heldFor: receiver.workingDays.includes(localOf(now, receiver.timezone).weekday) ? 'quiet_hours' : 'day_off' };
  const free = freeAgain(receiver, now, told);
  return free === undefined ? NOW : { kind: 'together', at: nextOpen(free, receiver), heldFor: 'limit' };
}

/** True when quiet hours, working days, digest and limit do not hold it back. */
export function isUrgent(severity: Severity, { urgent }: Pick<Receiver, 'urgent'>): boolean {
  return urgent !== 'never' && SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(urgent);
}

/** When the next message is within the limit; undefined when one is now. */
function freeAgain({ limit }: Receiver, now: Date, told: readonly Date[]): Date | undefined {
  if (limit === undefined) return undefined;
  const lately = told.filter((time) => time <= now && now.getTime() - time.getTime() < HOUR_MS).toSorted((a, b) => a.getTime() - b.getTime());
  const oldest = lately.at(-limit);
  return oldest && new Date(oldest.getTime() + HOUR_MS);
}

/**
 * The next time after `now` at which the receiver's digest is told: the first within its hours; when all fall into quiet hours, at the end of those. Where
 * the clock shows the time twice, the first; where it leaves it out, the moment it jumps.
 */
export function nextDigest(receiver: Receiver, now: Date): Date {
  const { timezone, digest } = receiver;
  const time = digest.kind === 'now' ? USUAL_DIGEST : digest;
  const { day } = localOf(now, timezone);
  let first: Date | undefined;
  for (let ahead = -1; ahead <= MOST_DIGEST_DAYS; ahead += 1) {
    const [moment] = momentsOf(day + ahead, time.minute, timezone);
    if (!moment || moment <= now || (time.kind === 'weekly' && localOf(moment, timezone).weekday !== time.day)) continue;
    if (isOpen(moment, receiver)) return moment;
    first ??= moment;
  }
  return nextOpen(first ?? now, receiver);
}
