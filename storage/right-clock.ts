import type { Store } from './store.ts';

/**
 * Times that lie ahead of `now` although they say when something was done were written by a clock that has been set back since: they
 * become `now`. A batch that was put off by such a clock is due. Doing it again changes nothing.
 */
export async function rightStoredTimes(store: Store, now: Date): Promise<void> {
  await store.batches.updateMany({ state: 'open', updatedAt: { $gt: now }, notBefore: { $gt: now } }, { $set: { updatedAt: now, notBefore: now } });
  await store.batches.updateMany({ state: 'open', updatedAt: { $gt: now } }, { $set: { updatedAt: now } });
  await store.crawls.updateMany({ open: true, stageSince: { $gt: now } }, { $set: { stageSince: now } });
  // Else what the next crawl ends with would count as older than what is known.
  await store.targets.updateMany({ lastFinishedAt: { $gt: now } }, { $set: { lastFinishedAt: now } });
  // A lease says only when it ends: none ends later than within the hour, but for what is done once a day, which may be done twice.
  await store.leases.remove({ expiresAt: { $gt: new Date(now.getTime() + 3_600_000) } });
}
