import type { Config } from '../../config/types.ts';
import type { Episode } from '../../model/alert.ts';
import type { Change, ChangeKind } from '../../model/change.ts';
import type { Verdict } from '../../model/crawl.ts';
import type { EpisodeId, ListingId } from '../../model/ids.ts';
import { changesByIds } from '../../storage/changes.ts';
import type { CrawlDocument, ListingDocument } from '../../storage/documents.ts';
import { waitingEpisodes } from '../../storage/episodes.ts';
import { listingsByIds } from '../../storage/listings.ts';
import type { Context } from '../context.ts';
import { apply, letGo } from './apply.ts';
import { knownOf, productsOf } from './known.ts';

const PAGE = 500;

/** Looks again at the changes of the crawl's target that wait for confirmation or for the end of a cooldown, and lets go of those that wait in vain. */
export async function lookAgain(context: Context, config: Config, crawl: CrawlDocument, signal: AbortSignal): Promise<void> {
  let after: EpisodeId | undefined;
  for (;;) {
    signal.throwIfAborted();
    const episodes: readonly Episode[] = await waitingEpisodes(context.store, crawl.targetId, after, PAGE);
    await lookAt(context, config, crawl, episodes);
    after = episodes.at(-1)?.id;
    if (episodes.length < PAGE) return;
  }
}

async function lookAt(context: Context, config: Config, crawl: CrawlDocument, episodes: readonly Episode[]): Promise<void> {
  const { store } = context;
  const rules = new Map(config.rules.map((rule) => [rule.id, rule]));
  const changes = new Map((await changesByIds(store, episodes.flatMap(({ waiting }) => waiting?.changeId ?? []))).map((change) => [change.id, change]));
  const listings = new Map((await listingsByIds(store, [...changes.values()].flatMap((change) => change.listingId ?? []))).map((listing) => [listing._id, listing]));
  const products = await productsOf(context, config, [...changes.values()]);
  for (const episode of episodes) {
    const rule = rules.get(episode.ruleId);
    const change = episode.waiting && changes.get(episode.waiting.changeId);
    if (!rule || !change) await letGo(context, episode);
    else if (change.crawlId !== crawl._id && confirms(crawl, change, listings)) await apply(context, { rule, change, known: knownOf(config, change, products), confirming: crawl });
  }
}

/** Under these verdicts alone a crawl can say that such a change still stands; all other kinds need one that read pages. */
const NEEDS: Partial<Record<ChangeKind, readonly Verdict[]>> = {
  source_blocked: ['blocked'], source_recovered: ['good', 'partial', 'broken'], reading_broken: ['broken'], listing_disappeared: ['good'],
};
const READ_PAGES: readonly Verdict[] = ['good', 'partial'];

/** Whether the crawl looked at what the change is about. What would undo the change would have come as a change of its own. */
function confirms(crawl: CrawlDocument, change: Change, listings: ReadonlyMap<ListingId, ListingDocument>): boolean {
  if (crawl.verdict === undefined || !(NEEDS[change.detail.kind] ?? READ_PAGES).includes(crawl.verdict)) return false;
  const listing = change.listingId && listings.get(change.listingId);
  if (!listing?.targetIds.includes(crawl.targetId) || change.detail.kind === 'listing_disappeared') return true;
  return listing.lastSeenCrawlId === crawl._id || listing.lastSeenAt >= crawl.startedAt;
}
