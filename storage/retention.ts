import type { BatchId, CrawlId, DeliveryId } from '../model/ids.ts';
import { pruneArchive } from './archive.ts';
import { expireRecommendations } from './recommendations.ts';
import { AT_ONCE, chunks } from './parts.ts';
import type { Store } from './store.ts';

/** As in the configuration's `retention`. */
export interface RetentionSettings {
  readonly archiveDays: number;
  readonly archiveBytes: number;
  readonly crawlDays: number;
  readonly deliveryDays: number;
}

/** How many of each were removed (recommendations: marked as expired). */
export interface Removed {
  readonly archive: number;
  readonly pages: number;
  readonly pictures: number;
  readonly crawls: number;
  readonly batches: number;
  readonly deliveries: number;
  readonly recommendations: number;
  readonly leases: number;
}

const PAGE = 200;
/** What a picture looks like is asked again after so long: most that are so old stand on no page any more. */
const PICTURE_DAYS = 400;
/** As the index on leases says, for servers that do not sweep by it. */
const LEASE_DAYS = 1;

/**
 * Removes what is no longer to be kept. Listings, versions, changes, alerts and reviews stay. Crawls that still have work to be done and deliveries
 * that may still be sent stay, however old. May stop anywhere and be run again.
 */
export async function applyRetention(store: Store, settings: RetentionSettings, now: Date): Promise<Removed> {
  const ago = (days: number): Date => new Date(now.getTime() - days * 86_400_000);
  const archive = await pruneArchive(store, { days: settings.archiveDays, bytes: settings.archiveBytes }, now);
  const pages = await store.pages.remove({ fetchedAt: { $lt: ago(settings.archiveDays) } });
  const pictures = await store.pictures.remove({ at: { $lt: ago(PICTURE_DAYS) } });
  const { crawls, batches } = await removeCrawls(store, ago(settings.crawlDays));
  const deliveries = await removeDeliveries(store, ago(settings.deliveryDays));
  const leases = await store.leases.remove({ expiresAt: { $lt: ago(LEASE_DAYS) } });
  return { archive, pages, pictures, crawls, batches, deliveries, leases, recommendations: await expireRecommendations(store, now) };
}

/** Batches first: a crawl that is left without them is found again. */
async function removeCrawls(store: Store, before: Date): Promise<{ crawls: number; batches: number }> {
  const removed = { crawls: 0, batches: 0 };
  const old = await store.crawls.find({ finishedAt: { $lt: before } }, { without: ['tally'] });
  const done: readonly CrawlId[] = old.filter((crawl) => crawl.open !== true).map((crawl) => crawl._id);
  for (let start = 0; start < done.length; start += PAGE) {
    const part = done.slice(start, start + PAGE);
    const batches: BatchId[] = (await store.batches.findIn('crawlId', part, {}, { without: ['requests', 'done', 'tally'] })).map((batch) => batch._id);
    removed.batches += await removeByIds(batches, (ids) => store.batches.remove({ _id: { $in: [...ids] } }));
    removed.crawls += await removeByIds(part, (ids) => store.crawls.remove({ _id: { $in: [...ids] } }));
  }
  return removed;
}

async function removeDeliveries(store: Store, before: Date): Promise<number> {
  const found = await Promise.all((['sent', 'failed', 'superseded', 'handed_over'] as const).map((state) => store.deliveries.find({ state, createdAt: { $lt: before } }, { without: ['attempts'] })));
  const ids: DeliveryId[] = found.flat().map((item) => item._id);
  return removeByIds(ids, (part) => store.deliveries.remove({ _id: { $in: [...part] } }));
}

async function removeByIds<I>(ids: readonly I[], remove: (part: readonly I[]) => Promise<number>): Promise<number> {
  let removed = 0;
  for (const part of chunks(ids, AT_ONCE)) removed += await remove(part);
  return removed;
}
