import type { Config } from '../config/types.ts';
import type { Match, Product } from '../model/advice.ts';
import type { ListingId, Sku, VersionId } from '../model/ids.ts';
import { unknown, valueOf } from '../model/reading.ts';
import type { ListingFields } from '../model/listing.ts';
import { isOwn } from '../recommendations/own.ts';
import { recommendListing, type RivalListing } from '../recommendations/listing/recommend.ts';
import { recommendPrice } from '../recommendations/pricing/recommend.ts';
import type { RivalOffer } from '../recommendations/pricing/rival.ts';
import { crawl as getCrawl, moveStage } from '../storage/crawls.ts';
import type { CrawlDocument, ListingDocument, VersionDocument } from '../storage/documents.ts';
import { listingsByIds } from '../storage/listings.ts';
import { matchesOfSkus } from '../storage/matches.ts';
import { openRecommendations, recommendationsOf, standRecommendations } from '../storage/recommendations.ts';
import { versionsByIds } from '../storage/versions.ts';
import type { Context, Processor } from './context.ts';

/** Computes the advice for every product that a listing of the crawl's target is matched with. */
export const recommend: Processor<'recommend'> = async (context, { crawlId }, job) => {
  const crawl = await getCrawl(context.store, crawlId);
  if (crawl?.stage !== 'recommend') return;
  await adviseOn(context, crawl, job.signal);
  await moveStage(context.store, crawlId, 'recommend', 'done', context.clock());
};

/**
 * Brings the advice for every product that the crawl touched up to date. Doing it again changes nothing. A product with a rival whose newest version is not compared
 * yet is left as it is: the crawl that saw it advises once it is judged.
 */
export async function adviseOn(context: Context, crawl: CrawlDocument, signal: AbortSignal): Promise<void> {
  const config = context.config();
  if (config.products.size === 0) return;
  const watched = await watchedMatches(context, config, [...config.products.keys()]);
  const touched = new Set(watched.filter(({ listing }) => listing.targetIds.includes(crawl.targetId)).map(({ match }) => match.sku));
  await adviseSkus(context, config, touched, watched, signal);
}

/**
 * Brings the advice that stands in line with a configuration that may have changed: given for another price, floor or limit, or after a rival that is
 * no longer one, it would break what the operator says now. What is not advised yet comes with the next crawl.
 */
export async function adviseAgain(context: Advising): Promise<void> {
  await adviseOnSkus(context, (await openRecommendations(context.store, context.clock())).map(({ sku }) => sku));
}

/** Brings the advice for these products up to date, e.g. after the operator said which listings are the same article. */
export async function adviseOnSkus(context: Advising, skus: readonly Sku[]): Promise<void> {
  const config = context.config();
  await adviseSkus(context, config, new Set(skus), await watchedMatches(context, config, skus), new AbortController().signal);
}

/** What advising needs: the command does it without workers. */
type Advising = Pick<Context, 'config' | 'store' | 'clock' | 'log'>;

async function adviseSkus(context: Advising, config: Config, skus: ReadonlySet<Sku>, watched: readonly Watched[], signal: AbortSignal): Promise<void> {
  for (const [sku, rivals] of await rivalsBySku(context, skus, watched)) {
    signal.throwIfAborted();
    const product = config.products.get(sku);
    const isJudged = rivals.every(({ version }) => version.diff !== 'pending');
    if (!product) await standRecommendations(context.store, sku, [], context.clock());
    else if (isJudged) await advise(context, config, product, rivals);
  }
}

/** What went into older advice is looked up this far back. */
const MOST_PREVIOUS = 60;

/** A rival's listing with the newest version of the view that knows most about it. */
interface Rival extends Watched {
  readonly version: VersionDocument;
  readonly fields: ListingFields;
}

async function advise(context: Advising, config: Config, product: Product, rivals: readonly Rival[]): Promise<void> {
  const now = context.clock();
  const previous = await recommendationsOf(context.store, product.sku, MOST_PREVIOUS);
  const common = { product, previous, now, language: config.language };
  const price = recommendPrice({ ...common, settings: config.advice.pricing, rivals: rivals.map(offerOf) });
  const confirmed = rivals.filter(({ match, listing }) => match.state === 'confirmed' && listing.presence === 'present');
  const listing = recommendListing({ ...common, settings: config.advice.listing, rivals: confirmed.flatMap(listingOf).filter((rival) => !isOwn(rival, config.advice.pricing.ownSellers)) });
  const fresh = await standRecommendations(context.store, product.sku, [...(price ? [price] : []), ...listing], now);
  for (const { advice, reason } of fresh) context.log.info({ sku: product.sku, kind: advice.kind, reason }, 'recommendation');
}

function offerOf({ match, listing, version, fields }: Rival): RivalOffer {
  const seller = valueOf(fields.seller)?.name;
  const condition = valueOf(fields.condition);
  return {
    listingId: listing._id, versionId: version._id, url: listing.url, presence: listing.presence, match: match.state, packRatio: match.packRatio,
    // A value that waits for a second look is not acted upon.
    price: version.diff === 'held' ? unknown('held_back') : fields.price, availability: version.diff === 'held' ? unknown('held_back') : fields.availability,
    lastSeenAt: version.lastSeenAt, ...(seller === undefined ? {} : { seller }), ...(condition === undefined ? {} : { condition }),
  };
}

function listingOf({ listing, version, fields }: Rival): readonly RivalListing[] {
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

/** A match that may be acted upon, with its listing. */
interface Watched {
  readonly match: Match;
  readonly listing: ListingDocument;
}

/** The matches of these products. A listing that no target watches any more says nothing about today, not even that it is cheaper. */
async function watchedMatches({ store }: Advising, config: Config, skus: readonly Sku[]): Promise<readonly Watched[]> {
  const matches = (await matchesOfSkus(store, skus)).filter((match) => match.state !== 'rejected');
  const listings = new Map((await listingsByIds(store, matches.map((match) => match.listingId))).map((listing) => [listing._id, listing]));
  return matches.flatMap((match) => {
    const listing = listings.get(match.listingId);
    return listing?.targetIds.some((id) => config.targets.has(id)) ? [{ match, listing }] : [];
  });
}

async function rivalsBySku(context: Advising, skus: ReadonlySet<Sku>, watched: readonly Watched[]): Promise<ReadonlyMap<Sku, readonly Rival[]>> {
  const wanted = watched.filter(({ match }) => skus.has(match.sku));
  const versions = await newestVersions(context, wanted.map(({ listing }) => listing));
  const rivals = new Map<Sku, Rival[]>([...skus].map((sku) => [sku, []]));
  for (const { match, listing } of wanted) {
    const version = versions.get(listing._id);
    if (version?.content.kind === 'listing') rivals.get(match.sku)?.push({ match, listing, version, fields: version.content.fields });
  }
  return rivals;
}

/** Of each listing the version seen last, of a view that carries a price at all where there is one. */
async function newestVersions(context: Advising, listings: readonly ListingDocument[]): Promise<ReadonlyMap<ListingId, VersionDocument>> {
  const ids = listings.flatMap((listing) => Object.values(listing.views).map((view): VersionId => view.versionId));
  const best = new Map<ListingId, VersionDocument>();
  for (const version of await versionsByIds(context.store, ids)) {
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
