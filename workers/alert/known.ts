import type { RuleContext } from '../../alerts/rules/filter.ts';
import type { Config } from '../../config/types.ts';
import type { Change } from '../../model/change.ts';
import type { ListingId } from '../../model/ids.ts';
import { matchesOf } from '../../storage/matches.ts';
import type { Context } from '../context.ts';

export type Products = ReadonlyMap<ListingId, NonNullable<RuleContext['product']>>;

/** The operator's own product of each change's listing, where a match is confirmed. */
export async function productsOf(context: Context, config: Config, changes: readonly Change[]): Promise<Products> {
  const found = new Map<ListingId, NonNullable<RuleContext['product']>>();
  const listings = changes.flatMap((change) => change.listingId ?? []);
  if (config.products.size === 0 || listings.length === 0) return found;
  for (const match of await matchesOf(context.store, listings)) {
    const product = config.products.get(match.sku);
    if (match.state === 'confirmed' && product) found.set(match.listingId, { sku: product.sku, title: product.title, price: product.price });
  }
  return found;
}

/** What a rule needs to know beside the change. */
export function knownOf(config: Config, change: Change, products: Products): RuleContext {
  const product = change.listingId && products.get(change.listingId);
  return { tags: config.targets.get(change.targetId)?.tags ?? [], ...(product ? { product } : {}) };
}
