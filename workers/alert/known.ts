import type { RuleContext } from '../../alerts/rules/context.ts';
import { viewOf } from '../../alerts/rules/listing-view.ts';
import type { Standing } from '../../alerts/rules/standing.ts';
import type { Config } from '../../config/types.ts';
import type { Product } from '../../model/advice.ts';
import type { Change } from '../../model/change.ts';
import { viewSubject, type ListingId, type TargetId } from '../../model/ids.ts';
import { forOneOfTheirs, type PackRatio } from '../../model/pack.ts';
import { asOf, type PriceHistory } from '../../model/price-history.ts';
import type { Baseline, ListingDocument } from '../../storage/documents.ts';
import { listingsByIds } from '../../storage/listings.ts';
import { matchesOf } from '../../storage/matches.ts';
import type { Store } from '../../storage/store.ts';

/** An own product as rules see it. */
type Own = Pick<RuleContext, 'product' | 'limits'>;

/** What is known around some listings: the own product where a match is confirmed, and what was accepted of each. */
export interface Surroundings {
  readonly own: ReadonlyMap<ListingId, Own>;
  readonly listings: ReadonlyMap<ListingId, ListingDocument>;
}

/** What is known around the listings of these changes. */
export async function surroundingsOf(store: Store, config: Config, changes: readonly Change[]): Promise<Surroundings> {
  const ids = [...new Set(changes.flatMap((change) => change.listingId ?? []))];
  const listings = ids.length === 0 ? [] : await listingsByIds(store, ids);
  return around(store, config, listings);
}

/** What is known around these listings; their documents are at hand already. */
export async function around(store: Store, config: Config, listings: readonly ListingDocument[]): Promise<Surroundings> {
  const ids = listings.map((listing) => listing._id);
  const matches = config.products.size === 0 || ids.length === 0 ? [] : (await matchesOf(store, ids)).filter(({ state }) => state === 'confirmed');
  // Of several own products that one listing is, a rule speaks of one: always the same.
  const own = new Map(matches.toSorted((a, b) => (a.sku < b.sku ? 1 : -1)).flatMap((match): [ListingId, Own][] => {
    const product = config.products.get(match.sku);
    return product ? [[match.listingId, ownOf(product, match.packRatio)]] : [];
  }));
  return { own, listings: new Map(listings.map((listing) => [listing._id, listing])) };
}

function ownOf({ sku, title, price, map, floor }: Product, packRatio: PackRatio): Own {
  const [lowest, ownFloor] = [map, floor].map((amount) => amount && forOneOfTheirs(amount, packRatio));
  const isPack = packRatio.ours !== packRatio.theirs;
  return { product: { sku, title, price, ...(isPack ? { packRatio } : {}) }, limits: { ...(lowest ? { map: lowest } : {}), ...(ownFloor ? { floor: ownFloor } : {}) } };
}

/** What a rule needs to know beside the change, as of the change. */
export function knownOf(config: Config, change: Change, { own, listings }: Surroundings): RuleContext {
  const listing = change.listingId && listings.get(change.listingId);
  const baseline = listing && baselineOf(listing, change.targetId);
  const history = baseline && historyOf(change, baseline);
  return {
    tags: config.targets.get(change.targetId)?.tags ?? [], ...(change.listingId ? own.get(change.listingId) : {}),
    ...(baseline ? { listing: viewOf(baseline.fields) } : {}), ...(history ? { history } : {}),
  };
}

/** What was accepted of the listing as the target shows it; where it has not, as another one does. */
function baselineOf({ _id, baselines }: ListingDocument, targetId: TargetId): Baseline | undefined {
  return baselines?.[viewSubject(_id, targetId)] ?? Object.values(baselines ?? {})[0];
}

/** Prices of the kind that the change is about; of a variant that the page does not show, none are kept. */
function historyOf({ detail, at }: Change, { history }: Baseline): PriceHistory | undefined {
  const price = detail.kind === 'price' && detail.offerSku === undefined ? detail.to : detail.kind === 'listing_appeared' || detail.kind === 'listing_returned' ? detail.price : undefined;
  const found = price && history?.[price.kind];
  return found && asOf(found, at);
}

/** What a rule about states needs to know beside a listing as it stands. */
export function knownAbout(config: Config, { facts, listing }: Standing, history: PriceHistory | undefined, { own }: Pick<Surroundings, 'own'>): RuleContext {
  return {
    tags: config.targets.get(facts.targetId)?.tags ?? [], ...(facts.listingId ? own.get(facts.listingId) : {}), listing, ...(history ? { history: asOf(history, facts.at) } : {}),
  };
}
