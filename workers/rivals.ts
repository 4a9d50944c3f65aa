import type { Config } from '../config/types.ts';
import type { Match } from '../model/advice.ts';
import type { ListingId, Sku, VersionId } from '../model/ids.ts';
import type { ListingFields } from '../model/listing.ts';
import { unknown, valueOf } from '../model/reading.ts';
import type { RivalListing } from '../recommendations/listing/recommend.ts';
import type { RivalOffer } from '../recommendations/pricing/rival.ts';
import type { ListingDocument, VersionDocument } from '../storage/documents.ts';
import { listingsByIds } from '../storage/listings.ts';
import { matchesOfSkus } from '../storage/matches.ts';
import type { Store } from '../storage/store.ts';
import { versionsByIds } from '../storage/versions.ts';
import type { Context } from './context.ts';

/** A match that may be acted upon, with its listing. */
export interface Watched {
  readonly match: Match;
  readonly listing: ListingDocument;
}

/** A rival's listing with the newest version of the view that knows most about it. */
export interface Rival extends Watched {
  readonly version: VersionDocument;
  readonly fields: ListingFields;
}

/** The matches of these products. A listing that no target watches any more says nothing about today, not even that it is cheaper. */
export async function watchedMatches({ store }: Pick<Context, 'store'>, config: Config, skus: readonly Sku[]): Promise<readonly Watched[]> {
  const matches = (await matchesOfSkus(store, skus)).filter((match) => match.state !== 'rejected');
  const listings = new Map((await listingsByIds(store, matches.map((match) => match.listingId))).map((listing) => [listing._id, listing]));
  return matches.flatMap((match) => {
    const listing = listings.get(match.listingId);
    return listing?.targetIds.some((id) => config.targets.has(id)) ? [{ match, listing }] : [];
  });
}

/** The rivals of each of these products whose listing was read. */
export async function rivalsBySku({ store }: Pick<Context, 'store'>, skus: ReadonlySet<Sku>, watched: readonly Watched[]): Promise<ReadonlyMap<Sku, readonly Rival[]>> {
  const wanted = watched.filter(({ match }) => skus.has(match.sku));
  const versions = await newestVersions(store, wanted.map(({ listing }) => listing));
  const rivals = new Map<Sku, Rival[]>([...skus].map((sku) => [sku, []]));
  for (const { match, listing } of wanted) {
    const version = versions.get(listing._id);
    if (version?.content.kind === 'listing') rivals.get(match.sku)?.push({ match, listing, version, fields: version.content.fields });
  }
  return rivals;
}

/** Of each listing the version seen last, of a view that carries a price at all where there is one. */
async function newestVersions(store: Store, listings: readonly ListingDocument[]): Promise<ReadonlyMap<ListingId, VersionDocument>> {
  const ids = listings.flatMap((listing) => Object.values(listing.views).map((view): VersionId => view.versionId));
  const best = new Map<ListingId, VersionDocument>();
  for (const version of await versionsByIds(store, ids)) {
    const known = version.listingId && best.get(version.listingId);
    if (version.listingId && (!known || rank(version) > rank(known))) best.set(version.listingId, version);
  }
  return best;
}

function rank(version: VersionDocument): number {
  const price = version.content.kind === 'listing' ? version.content.fields.price : undefined;
  const carriesPrice = price !== undefined && !(price.state === 'unknown' && price.reason === 'not_read');
  return version.lastSeenAt.getTime() + (carriesPrice ? 1e15 : 0);
}

/** What the rival asks, for price advice. */
export function offerOf({ match, listing, version, fields }: Rival): RivalOffer {
  const seller = valueOf(fields.seller)?.name;
  const condition = valueOf(fields.condition);
  return {
    listingId: listing._id, versionId: version._id, url: listing.url, presence: listing.presence, match: match.state, packRatio: match.packRatio,
    // A value that waits for a second look is not acted upon.
    price: version.diff === 'held' ? unknown('held_back') : fields.price, availability: version.diff === 'held' ? unknown('held_back') : fields.availability,
    lastSeenAt: version.lastSeenAt, ...(seller === undefined ? {} : { seller }), ...(condition === undefined ? {} : { condition }),
  };
}

/** What the rival's listing says, for listing advice; nothing when that is not known. */
export function listingOf({ listing, version, fields }: Rival): readonly RivalListing[] {
  const title = valueOf(fields.title);
  if (title === undefined || version.diff === 'held') return [];
  const brand = valueOf(fields.brand);
  const seller = valueOf(fields.seller)?.name;
  const images = valueOf(fields.images)?.length;
  const attributes = valueOf(fields.attributes);
  return [{
    listingId: listing._id, versionId: version._id, sourceId: listing.sourceId, url: listing.url, title,
    ...(brand === undefined ? {} : { brand }), ...(seller === undefined ? {} : { seller }), ...(images === undefined ? {} : { images }), ...(attributes ? { attributes } : {}),
  }];
}
