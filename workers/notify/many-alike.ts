import { LEAST_ALIKE, likenessOf, samenessOf } from '../../alerts/messages/alike.ts';
import { isUrgent } from '../../alerts/receivers/when.ts';
import type { Channel } from '../../config/types.ts';
import type { Alert } from '../../model/alert.ts';
import type { Delivery } from '../../model/delivery.ts';
import { alertsByIds } from '../../storage/alerts.ts';
import { someOfCrawl } from '../../storage/changes.ts';
import { countDue, dueInState } from '../../storage/outbox.ts';
import type { Store } from '../../storage/store.ts';
import type { Context } from '../context.ts';

/** Looked through for what is the same. */
const LOOKED_THROUGH = 50;
/** The alerts of one crawl are decided one after the other: so long the first of those that tell the same wait for the last. */
const GATHERED_FOR_MS = 30_000;

/**
 * When an alert is told together with others that tell the same of other listings, as when a campaign is over or a category sold out; undefined when there are too few. Known
 * by the changes of its crawl, before the others are decided, and by what is due. Where some wait already, the next one joins them. Programs, whose channels have no
 * limit, get each by itself.
 */
export async function togetherWithAlike({ store }: Context, { id, receiver }: Channel, alert: Alert, now: Date): Promise<Date | undefined> {
  const likeness = likenessOf(alert);
  if (likeness === undefined || receiver.limit === undefined || isUrgent(alert.severity, receiver)) return undefined;
  const until = new Date(now.getTime() + GATHERED_FOR_MS);
  const waiting = (await dueInState(store, id, 'held', until, LOOKED_THROUGH)).filter(({ heldFor }) => heldFor === 'alike');
  const [first] = await tellingTheSame(store, waiting, likeness);
  if (first) return first.nextAttemptAt;
  return await isOneOfMany(store, alert) || await areManyDue(store, { id, likeness }, now) ? until : undefined;
}

async function isOneOfMany(store: Store, { change: { crawlId, detail } }: Alert): Promise<boolean> {
  const sameness = samenessOf(detail);
  return (await someOfCrawl(store, crawlId, detail.kind, LOOKED_THROUGH)).filter((change) => samenessOf(change.detail) === sameness).length >= LEAST_ALIKE;
}

async function areManyDue(store: Store, { id, likeness }: { readonly id: Channel['id']; readonly likeness: string }, now: Date): Promise<boolean> {
  if (await countDue(store, id, 'pending', now, LEAST_ALIKE) < LEAST_ALIKE) return false;
  return (await tellingTheSame(store, await dueInState(store, id, 'pending', now, LOOKED_THROUGH), likeness)).length >= LEAST_ALIKE;
}

async function tellingTheSame(store: Store, deliveries: readonly Delivery[], likeness: string): Promise<readonly Delivery[]> {
  const alerts = await alertsByIds(store, deliveries.flatMap(({ alertId }) => alertId ?? []));
  const alike = new Set(alerts.filter((one) => likenessOf(one) === likeness).map((one) => one.id));
  return deliveries.filter(({ alertId }) => alertId !== undefined && alike.has(alertId));
}
