import type { Source, Target } from '../config/types.ts';
import { firstRequest } from '../crawlers/requests.ts';
import type { CrawlRequest } from '../model/crawl.ts';
import type { ListingId } from '../model/ids.ts';
import { openCrawl } from '../storage/crawls.ts';
import type { CrawlDocument } from '../storage/documents.ts';
import { listingsByIds } from '../storage/listings.ts';
import type { Context } from './context.ts';
import type { ToLookAt } from './diff/versions.ts';

/** A misreading of the moment is over by then; whoever waits for the news waits no longer than this. */
const LOOK_AFTER_MS = 120_000;
/** Pages fetched again for one crawl. */
const MOST_PAGES = 20;
/** When more prices than that jumped, and more than this share of them all, the shop changed or the reading did: the next crawl as a whole decides. */
const MOST_SHARE = 0.2;

/**
 * Fetches the pages of listings whose price is suspicious once more within minutes, by a small crawl of the same target: it confirms the price or drops it,
 * and says nothing about any other listing. Of what is not shown any more as many as there is room for: a campaign that is over is known within minutes by some of its
 * listings, of the others by the next crawl. The same crawl opens the same second look, however often this is called; none leads to another.
 */
export async function planSecondLook(context: Context, crawl: CrawlDocument, target: Target, { jumped, silent }: ToLookAt): Promise<void> {
  const source = context.config().sources.get(target.sourceId);
  if (!source || crawl.lookOf !== undefined) return;
  const many = jumped.length > MOST_PAGES && jumped.length > MOST_SHARE * crawl.tally.listings;
  if (many) context.log.warn({ crawlId: crawl._id, targetId: target.id, suspicious: jumped.length, listings: crawl.tally.listings }, 'so many prices jumped at once that they are not looked at one by one; the next crawl decides');
  const held = many ? [] : [...jumped, ...silent].slice(0, MOST_PAGES);
  if (held.length === 0) return;
  const requests = await requestsFor(context, target, source, held);
  if (requests.length === 0) return;
  const after = context.secondLookAfter ?? LOOK_AFTER_MS;
  const now = context.clock();
  const plannedAt = new Date(now.getTime() + after);
  const { crawl: look, batch } = await openCrawl(context.store, { targetId: target.id, sourceId: target.sourceId, plannedAt, lookOf: crawl._id }, requests, now);
  await context.enqueue('crawl', batch._id, { crawlId: look._id, batchId: batch._id }, after);
}

/** Product targets ask for their own address; from lists, each listing's own page on the source's hosts. */
async function requestsFor({ store }: Context, target: Target, source: Source, held: readonly ListingId[]): Promise<readonly CrawlRequest[]> {
  if (target.kind === 'product') return [firstRequest(target)];
  const listings = await listingsByIds(store, held);
  return listings.filter(({ url }) => URL.canParse(url) && source.hosts.includes(new URL(url).host)).map(({ url, productId }) => ({ url, productId, role: 'listing' as const }));
}
