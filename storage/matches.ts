import { createHash } from 'node:crypto';
import type { Match } from '../model/advice.ts';
import type { ListingId, Sku } from '../model/ids.ts';
import type { MatchDocument } from './documents.ts';
import type { Store } from './store.ts';

/** The `_id` of a match. */
export function matchId(sku: Sku, listingId: ListingId): string {
  return `mat_${createHash('sha256').update(`${listingId}\u001f${sku}`).digest('hex').slice(0, 24)}`;
}

/**
 * Writes matches. A proposal never replaces what is there: an operator's yes or no, and the pack ratio that came with it, stand
 * until an operator says otherwise.
 */
export async function saveMatches(store: Store, matches: readonly Match[]): Promise<void> {
  await store.matches.insertAll(matches.filter((match) => match.state === 'proposed').map(documentOf));
  await store.matches.bulk(matches.filter((match) => match.state !== 'proposed').map((match) => ({
    replaceOne: { filter: { _id: matchId(match.sku, match.listingId) }, replacement: documentOf(match), upsert: true },
  })));
}

/** Removes matches. */
export async function removeMatches(store: Store, matches: readonly Match[]): Promise<void> {
  await store.matches.bulk(matches.map(({ sku, listingId }) => ({ deleteOne: { filter: { _id: matchId(sku, listingId) } } })));
}

/** Matches of these listings, in every state. */
export async function matchesOf(store: Store, listings: readonly ListingId[]): Promise<Match[]> {
  return (await store.matches.findIn('listingId', listings)).map(matchOf);
}

/** Matches of these products, in every state. */
export async function matchesOfSkus(store: Store, skus: readonly Sku[]): Promise<Match[]> {
  return (await store.matches.findIn('sku', skus)).map(matchOf);
}

function documentOf(match: Match): MatchDocument {
  return { ...match, _id: matchId(match.sku, match.listingId) };
}

function matchOf({ _id, ...match }: MatchDocument): Match {
  return match;
}
