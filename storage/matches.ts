import type { Match } from '../model/advice.ts';
import type { ListingId, MatchId, Sku } from '../model/ids.ts';
import type { PackRatio } from '../model/pack.ts';
import { fromDocument } from './document-ids.ts';
import type { Store } from './store.ts';

/** Writes matches as the evidence has them. A proposal replaces nothing, and what the operator decided in the meantime, with its pack ratio, stands. */
export async function saveMatches(store: Store, matches: readonly Match[]): Promise<void> {
  await store.matches.bulk(matches.map(({ id, state, why, ...rest }) => ({ updateOne: {
    filter: { _id: id, decidedAt: { $exists: false } }, upsert: true,
    update: state === 'proposed' ? { $setOnInsert: { ...rest, state, why } } : { $set: { state, why }, $setOnInsert: rest },
  } })));
}

/** What the operator says of a match. Without a pack ratio the one that is there stays. */
export interface Decision {
  readonly state: 'confirmed' | 'rejected';
  readonly packRatio?: PackRatio;
}

/** Writes what the operator says of a match. Undefined when there is no such match any more. */
export async function decideMatch(store: Store, id: MatchId, { state, packRatio }: Decision, now: Date): Promise<Match | undefined> {
  const decided = await store.matches.updateAndGet(id, {}, { $set: { state, decidedAt: now, ...(packRatio ? { packRatio } : {}) } });
  return decided && fromDocument(decided);
}

/** Removes matches that the operator did not decide about. */
export async function removeMatches(store: Store, matches: readonly Match[]): Promise<void> {
  await store.matches.bulk(matches.map(({ id }) => ({ deleteOne: { filter: { _id: id, decidedAt: { $exists: false } } } })));
}

/** Matches of these listings, in every state. */
export async function matchesOf(store: Store, listings: readonly ListingId[]): Promise<Match[]> {
  return (await store.matches.findIn('listingId', listings)).map(fromDocument);
}

/** Matches of these products, in every state. */
export async function matchesOfSkus(store: Store, skus: readonly Sku[]): Promise<Match[]> {
  return (await store.matches.findIn('sku', skus)).map(fromDocument);
}
