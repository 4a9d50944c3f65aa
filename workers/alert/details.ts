import type { Config } from '../../config/types.ts';
import type { Alert } from '../../model/alert.ts';
import type { ChangeDetail, ChangeKind } from '../../model/change.ts';
import type { CrawlDocument, VersionDocument } from '../../storage/documents.ts';
import type { FieldName, ListingFields } from '../../model/listing.ts';
import { valueOf } from '../../model/reading.ts';
import { listingsByIds } from '../../storage/listings.ts';
import { openRecommendations } from '../../storage/recommendations.ts';
import { versionsByIds } from '../../storage/versions.ts';
import type { Context } from '../context.ts';
import { adviseOn } from '../recommend.ts';

/** The field whose reading a change stands on, where it is one. */
const FIELD: Readonly<Partial<Record<ChangeKind, FieldName>>> = {
  price: 'price', list_price: 'listPrice', unit_price: 'unitPrice', stock: 'availability', title: 'title', brand: 'brand', condition: 'condition', seller: 'seller',
  rating: 'rating', review_count: 'reviewCount', star_mix: 'starMix', description: 'description', images: 'images', shipping: 'shippingCost', quantity: 'quantity', attributes: 'attributes',
  promotion_started: 'promotions', promotion_changed: 'promotions', promotion_extended: 'promotions', promotion_ended: 'promotions', to_pay: 'promotions', variant_added: 'offers', variant_removed: 'offers',
};

/** How sure the reading is that a change stands on, 0 to 1; of a variant, that of the variants. Undefined where it is none, or was not read. */
export function sureOf(detail: ChangeDetail, fields: Partial<ListingFields>): number | undefined {
  const field = 'offerSku' in detail && detail.offerSku !== undefined ? 'offers' : FIELD[detail.kind];
  const reading = field && fields[field];
  return reading?.state === 'known' ? reading.confidence : undefined;
}

/**
 * The advice is brought up to date before alerts are decided, so that an alert says what to do about what it tells. Advice that cannot be worked out
 * holds up no alert.
 */
export async function adviseFirst(context: Context, crawl: CrawlDocument, signal: AbortSignal): Promise<void> {
  try {
    await adviseOn(context, crawl, signal);
  } catch (error) {
    signal.throwIfAborted();
    context.log.warn({ err: error, crawlId: crawl._id }, 'the advice could not be brought up to date before the alerts');
  }
}

/**
 * The alert with what its message needs beside the change: whose offer it is, how sure the reading is, the answer it was read from, what is advised. Written into
 * the record, because a message is made of nothing else. Of one that is told again, all of it is as it is now.
 */
export async function withDetails(context: Pick<Context, 'store' | 'config' | 'clock'>, { offer: _offer, advice: _advice, ...alert }: Alert): Promise<Alert> {
  const { listingId, toVersion } = alert.change;
  const [version] = listingId && toVersion ? await versionsByIds(context.store, [toVersion]) : [];
  const [offer, advice] = await Promise.all([offerOf(context, alert, version), adviceOf(context, context.config(), alert)]);
  // A state that was so already was brought by no change that could name the answer.
  const change = alert.change.archive === undefined && version?.archive !== undefined ? { ...alert.change, archive: version.archive } : alert.change;
  return { ...alert, change, ...(offer ? { offer } : {}), ...(advice ? { advice } : {}) };
}

async function offerOf({ store }: Pick<Context, 'store'>, { change }: Alert, version: VersionDocument | undefined): Promise<Alert['offer']> {
  const { detail, listingId } = change;
  if (!listingId) return undefined;
  const [listing] = await listingsByIds(store, [listingId]);
  const fields: Partial<ListingFields> = version?.content.kind === 'listing' ? version.content.fields : {};
  const accepted = Object.values(listing?.baselines ?? {}).flatMap((baseline) => (baseline.fields.seller ? valueOf(baseline.fields.seller) ?? [] : []));
  const seller = (fields.seller && valueOf(fields.seller)) ?? accepted[0];
  const confidence = sureOf(detail, fields);
  const sku = ('offerSku' in detail ? detail.offerSku : undefined) ?? listing?.productId;
  return { ...(seller ? { seller: seller.name } : {}), ...(sku === undefined ? {} : { sku }), ...(confidence === undefined ? {} : { confidence }) };
}

/** The newest open price advice for the own product. */
async function adviceOf({ store, clock }: Pick<Context, 'store' | 'clock'>, { language }: Pick<Config, 'language'>, { product, moment }: Alert): Promise<Alert['advice']> {
  if (!product || moment !== 'fired') return undefined;
  const open = (await openRecommendations(store, clock(), [product.sku])).filter(({ advice }) => advice.kind === 'lower_price' || advice.kind === 'raise_price' || advice.kind === 'hold_price');
  const [newest] = open.toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
  return newest && { advice: newest.advice, reason: newest.reason, language };
}
