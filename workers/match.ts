import type { Config } from '../config/types.ts';
import type { ListingId, VersionId } from '../model/ids.ts';
import { matchListings, withoutEvidence, type ListingIdentity } from '../recommendations/matching/match.ts';
import type { CrawlDocument, ListingDocument } from '../storage/documents.ts';
import { listingsByIds, listingsOfTarget } from '../storage/listings.ts';
import { matchesOf, matchesOfSkus, removeMatches, saveMatches } from '../storage/matches.ts';
import type { Store } from '../storage/store.ts';
import { versionsByIds } from '../storage/versions.ts';
import type { Context } from './context.ts';

/** Finds which of the operator's products the listings of a crawl's target are. Runs before alert, because rules compare with own prices. */
export async function matchProducts(context: Context, crawl: CrawlDocument): Promise<void> {
  const config = context.config();
  const products = [...config.products.values()];
  if (products.length === 0 || !config.targets.has(crawl.targetId)) return;
  for await (const listings of listingsOfTarget(context.store, crawl.targetId)) {
    const existing = await matchesOf(context.store, listings.map((listing) => listing._id));
    const kept = new Set(existing);
    await saveMatches(context.store, matchListings(products, listings.map((listing) => identityOf(config, listing)), existing).filter((match) => !kept.has(match)));
  }
}

/** Takes back the matches that the configuration no longer speaks for: what was a rival by a slip must not be followed or told of any more. */
export async function takeBackMatches({ store, config: read, log }: Pick<Context, 'store' | 'config' | 'log'>): Promise<void> {
  const config = read();
  const matches = await matchesOfSkus(store, [...config.products.keys()]);
  const listings = await listingsByIds(store, [...new Set(matches.flatMap(({ decidedAt, listingId }) => (decidedAt ? [] : [listingId])))]);
  const shown = await addressesOf(store, listings);
  const over = withoutEvidence([...config.products.values()], listings.map((listing) => identityOf(config, listing, shown.get(listing._id))), matches);
  await removeMatches(store, over);
  for (const { sku, listingId } of over) log.info({ sku, listingId }, 'no longer matched: neither an address nor a number says that they are the same article');
}

/** The address of each listing as each of its targets shows it: they take turns in the listing itself. */
async function addressesOf(store: Store, listings: readonly ListingDocument[]): Promise<ReadonlyMap<ListingId, readonly string[]>> {
  const found = new Map<ListingId, string[]>();
  for (const { listingId, content } of await versionsByIds(store, listings.flatMap(({ views }) => Object.values(views).map(({ versionId }): VersionId => versionId)))) {
    if (listingId && content.kind === 'listing') found.set(listingId, [...(found.get(listingId) ?? []), content.url]);
  }
  return found;
}

function identityOf(config: Config, { _id, url, identity, targetIds }: ListingDocument, shown: readonly string[] = []): ListingIdentity {
  const own = targetIds.flatMap((id) => config.targets.get(id) ?? []).filter(({ kind }) => kind === 'product');
  return { listingId: _id, url, ...identity, alsoAt: [...own.map((target) => target.url), ...shown], skus: own.flatMap(({ sku }) => sku ?? []) };
}
