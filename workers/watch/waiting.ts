import { overdue } from '../../storage/crawls.ts';
import { longestDueSince } from '../../storage/outbox.ts';
import type { Store } from '../../storage/store.ts';
import type { QueueName } from '../queues.ts';
import type { Waiting } from './facts.ts';

/** Open crawls and batches that are looked at. */
const MOST = 500;

/** What waits for a worker, and since when the oldest of each queue does. From MongoDB alone: what a queue has lost waits nevertheless. */
export async function waitingWork(store: Store, now: Date): Promise<readonly Waiting[]> {
  const [{ crawls, batches }, dueSince] = await Promise.all([overdue(store, now, MOST), longestDueSince(store, now)]);
  const waiting = new Map<QueueName, number>();
  const note = (queue: QueueName, since: Date): void => void waiting.set(queue, Math.min(since.getTime(), waiting.get(queue) ?? Infinity));
  for (const { notBefore, updatedAt } of batches) note('crawl', notBefore && notBefore > updatedAt ? notBefore : updatedAt);
  // Not `stageSince`: it moves whenever the crawl is put back.
  for (const { stage, recordedAt, stageSince } of crawls) if (stage !== 'crawl' && stage !== 'done') note(stage, recordedAt ?? stageSince);
  if (dueSince) note('notify', dueSince);
  return [...waiting].map(([queue, since]) => ({ queue, since: new Date(since), paced: queue === 'crawl' || queue === 'notify' }));
}
