import type { Config } from '../config/types.ts';
import { matchListings, withoutEvidence, type ListingIdentity } from '../recommendations/matching/match.ts';
import type { CrawlDocument, ListingDocument } from '../storage/documents.ts';
import { listingsByIds, listingsOfTarget } from '../storage/listings.ts';
import { matchesOf, matchesOfSkus, removeMatches, saveMatches } from '../storage/matches.ts';
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
  const listings = await listingsByIds(store, [...new Set(matches.map((match) => match.listingId))]);
  const over = withoutEvidence([...config.products.values()], listings.map((listing) => identityOf(config, listing)), matches);
  await removeMatches(store, over);
  for (const { sku, listingId } of over) log.info({ sku, listingId }, 'no longer matched: neither an address nor a number says that they are the same article');
}

function identityOf(config: Config, { _id, url, identity, targetIds }: ListingDocument): ListingIdentity {
  const own = targetIds.flatMap((id) => config.targets.get(id) ?? []).filter(({ kind }) => kind === 'product');
  return { listingId: _id, url, ...identity, alsoAt: own.map((target) => target.url), skus: own.flatMap(({ sku }) => sku ?? []) };
}
