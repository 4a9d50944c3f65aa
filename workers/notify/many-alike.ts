import { LEAST_ALIKE, likenessOf } from '../../alerts/messages/alike.ts';
import { isUrgent } from '../../alerts/receivers/when.ts';
import type { Channel } from '../../config/types.ts';
import type { Alert } from '../../model/alert.ts';
import { alertsByIds } from '../../storage/alerts.ts';
import { countDue, dueInState, heldBecause } from '../../storage/outbox.ts';
import type { Context } from '../context.ts';

/** Looked through for alerts that tell the same. */
const LOOKED_THROUGH = 100;
/** The alerts of one crawl are decided one after the other: so long the first of those that tell the same wait for the last. */
const GATHERED_FOR_MS = 30_000;

/**
 * When an alert is told together with others that tell the same of other listings, as when a campaign is over or a category sold out; undefined when too few are due. Where
 * some wait already, the next one joins them. Programs, whose channels have no limit, get each by itself.
 */
export async function togetherWithAlike({ store }: Context, { id, receiver }: Channel, alert: Alert, now: Date): Promise<Date | undefined> {
  const likeness = likenessOf(alert);
  if (likeness === undefined || receiver.limit === undefined || isUrgent(alert.severity, receiver)) return undefined;
  const until = new Date(now.getTime() + GATHERED_FOR_MS);
  const waiting = await heldBecause(store, id, { heldFor: 'alike', until }, LOOKED_THROUGH);
  const enough = waiting.length > 0 || await countDue(store, id, 'pending', now, LEAST_ALIKE) >= LEAST_ALIKE;
  if (!enough) return undefined;
  const due = await dueInState(store, id, 'pending', now, LOOKED_THROUGH);
  const alike = new Set((await alertsByIds(store, [...waiting, ...due].flatMap(({ alertId }) => alertId ?? []))).filter((one) => likenessOf(one) === likeness).map((one) => one.id));
  const [first] = waiting.filter(({ alertId }) => alertId && alike.has(alertId));
  if (first) return first.nextAttemptAt;
  return alike.size >= LEAST_ALIKE ? until : undefined;
}
