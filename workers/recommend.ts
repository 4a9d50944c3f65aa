import type { Config } from '../config/types.ts';
import type { Product } from '../model/advice.ts';
import type { Sku } from '../model/ids.ts';
import { recommendListing } from '../recommendations/listing/recommend.ts';
import { recommendPrice } from '../recommendations/pricing/recommend.ts';
import { crawl as getCrawl, moveStage } from '../storage/crawls.ts';
import type { CrawlDocument } from '../storage/documents.ts';
import { openRecommendations, recommendationsOf, standRecommendations } from '../storage/recommendations.ts';
import type { Context, Processor } from './context.ts';
import { listingOf, offerOf, rivalsBySku, watchedMatches, type Rival, type Watched } from './rivals.ts';

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

async function advise(context: Advising, config: Config, product: Product, rivals: readonly Rival[]): Promise<void> {
  const now = context.clock();
  const previous = await recommendationsOf(context.store, product.sku, MOST_PREVIOUS);
  const common = { product, previous, now, language: config.language };
  const price = recommendPrice({ ...common, settings: config.advice.pricing, rivals: rivals.map(offerOf) });
  const confirmed = rivals.filter(({ match, listing }) => match.state === 'confirmed' && listing.presence === 'present');
  const listing = recommendListing({ ...common, settings: config.advice.listing, ownSellers: config.advice.pricing.ownSellers, rivals: confirmed.flatMap(listingOf) });
  const fresh = await standRecommendations(context.store, product.sku, [...(price ? [price] : []), ...listing], now);
  for (const { advice, reason } of fresh) context.log.info({ sku: product.sku, kind: advice.kind, reason }, 'recommendation');
}
