import { matchListings, type ListingIdentity } from '../recommendations/matching/match.ts';
import type { CrawlDocument, ListingDocument } from '../storage/documents.ts';
import { listingsOfTarget } from '../storage/listings.ts';
import { matchesOf, saveMatches } from '../storage/matches.ts';
import type { Context } from './context.ts';

/** Finds which of the operator's products the listings of a crawl's target are. Runs before alert, because rules compare with own prices. */
export async function matchProducts(context: Context, crawl: CrawlDocument): Promise<void> {
  const config = context.config();
  const products = [...config.products.values()];
  const target = config.targets.get(crawl.targetId);
  if (products.length === 0 || !target) return;
  const identityOf = ({ _id, url, identity }: ListingDocument): ListingIdentity => ({
    listingId: _id, url, ...identity, ...(target.kind === 'product' ? { alsoAt: [target.url], ...(target.sku ? { sku: target.sku } : {}) } : {}),
  });
  for await (const listings of listingsOfTarget(context.store, crawl.targetId)) {
    const existing = await matchesOf(context.store, listings.map((listing) => listing._id));
    await saveMatches(context.store, matchListings(products, listings.map(identityOf), existing));
  }
}
