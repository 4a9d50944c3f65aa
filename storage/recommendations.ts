import type { Recommendation } from '../model/advice.ts';
import type { RecommendationId, Sku } from '../model/ids.ts';
import { fromDocument, toDocument } from './document-ids.ts';
import type { RecommendationDocument } from './documents.ts';
import type { Store } from './store.ts';

/** The newest recommendations of a product, whatever became of them, and all that the operator dismissed; the newest first. */
export async function recommendationsOf(store: Store, sku: Sku, limit: number): Promise<Recommendation[]> {
  const newest = await store.recommendations.find({ sku }, { sort: { createdAt: -1 }, limit });
  const oldest = newest.length < limit ? undefined : newest.at(-1);
  const dismissed = oldest ? await store.recommendations.find({ sku, state: 'dismissed', createdAt: { $lt: oldest.createdAt } }, { sort: { createdAt: -1 } }) : [];
  return [...newest, ...dismissed].map(fromDocument);
}

/** What the operator says of a recommendation; `open` takes back what was said. */
export type AdviceDecision = (typeof DECIDABLE)[number];
const DECIDABLE = ['open', 'accepted', 'dismissed'] as const satisfies readonly Recommendation['state'][];

/** Recommendations of these products of which the operator may say something: those that others have not superseded and that are not expired unsaid. */
export async function decidableRecommendations(store: Store, skus: readonly Sku[]): Promise<Recommendation[]> {
  return (await Promise.all(DECIDABLE.map((state) => store.recommendations.findIn('sku', skus, { state })))).flat().map(fromDocument);
}

/** Writes what the operator says of recommendations; those that are superseded or expired meanwhile stay so. */
export async function decideRecommendations(store: Store, ids: readonly RecommendationId[], state: AdviceDecision, now: Date): Promise<void> {
  await store.recommendations.bulk(ids.map((_id) => ({ updateOne: { filter: { _id, state: { $in: [...DECIDABLE] } }, update: { $set: { state, recordedAt: now } } } })));
}

/** These recommendations as they stand, those that are known. */
export async function recommendationsByIds(store: Store, ids: readonly RecommendationId[]): Promise<Recommendation[]> {
  return (await store.recommendations.findIn('_id', ids)).map(fromDocument);
}

/**
 * Makes `standing` the open recommendations of a product: new ones are written, those that stand get the reason and inputs of now, those that were superseded
 * in between stand again, other open ones are superseded. Returns those that were not open before. Doing it again changes nothing.
 */
export async function standRecommendations(store: Store, sku: Sku, standing: readonly Recommendation[], now: Date): Promise<Recommendation[]> {
  const before = new Map((await store.recommendations.find({ sku, state: 'open' })).map((item) => [item._id, item]));
  const renewed = standing.filter(({ id, reason, inputs }) => {
    const stands = before.get(id);
    return stands && (stands.reason !== reason || JSON.stringify(stands.inputs) !== JSON.stringify(inputs));
  });
  await store.recommendations.bulk(renewed.map(({ id, reason, inputs }) => ({ updateOne: { filter: { _id: id, state: 'open' as const }, update: { $set: { reason, inputs, recordedAt: now } } } })));
  const fresh = standing.filter((item) => !before.has(item.id));
  await store.recommendations.insertAll(fresh.map((item) => ({ ...toDocument(item), recordedAt: now })));
  await store.recommendations.bulk(fresh.map(({ id }) => ({ updateOne: { filter: { _id: id, state: 'superseded' as const }, update: { $set: { state: 'open' as const, recordedAt: now } } } })));
  const kept = new Set(standing.map((item) => item.id));
  const over = (await store.recommendations.find({ sku, state: 'open' })).filter((item) => !kept.has(item._id));
  await closeAll(store, over, 'superseded', now);
  return fresh;
}

async function closeAll(store: Store, documents: readonly RecommendationDocument[], state: Recommendation['state'], now: Date): Promise<number> {
  const { matched } = await store.recommendations.bulk(documents.map(({ _id }) => ({ updateOne: { filter: { _id, state: 'open' as const }, update: { $set: { state, recordedAt: now } } } })));
  return matched;
}

/** Marks open recommendations whose time is over as `expired`. Returns how many. */
export async function expireRecommendations(store: Store, now: Date): Promise<number> {
  return closeAll(store, await store.recommendations.find({ state: 'open', expiresAt: { $lte: now } }), 'expired', now);
}

/** Recommendations that hold now, of some products or of all. */
export async function openRecommendations(store: Store, now: Date, skus?: readonly Sku[]): Promise<Recommendation[]> {
  const open = skus === undefined ? await store.recommendations.find({ state: 'open', expiresAt: { $gt: now } }) : await store.recommendations.findIn('sku', skus, { state: 'open' });
  return open.filter((item) => item.expiresAt > now).map(fromDocument);
}
