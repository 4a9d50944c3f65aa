import type { CompiledRule } from '../../alerts/rules/compiled.ts';
import type { Config } from '../../config/types.ts';
import type { CrawlDocument, ListingDocument } from '../../storage/documents.ts';
import { listingsByIds, listingsOfTarget } from '../../storage/listings.ts';
import { matchesOfSkus } from '../../storage/matches.ts';
import type { Store } from '../../storage/store.ts';

const PAGE = 200;

type Place = Pick<CrawlDocument, 'sourceId' | 'targetId'>;

/** The listings of a target that rules about states can be about, by pages. */
export function listingsToLookAt(store: Store, config: Config, looking: readonly CompiledRule[], { targetId }: Place): AsyncGenerator<readonly ListingDocument[]> {
  return looking.every(needsOwn) ? ownListings(store, config, targetId) : listingsOfTarget(store, targetId, { baselines: true });
}

/** What the rule says of targets is asked once, not of each listing. */
export function isAbout({ rule: { where } }: CompiledRule, { sourceId, targetId }: Place, tags: readonly string[]): boolean {
  const among = (wanted: readonly string[] | undefined, given: readonly string[]): boolean => !wanted || wanted.length === 0 || given.some((one) => wanted.includes(one));
  return among(where.sources, [sourceId]) && among(where.targets, [targetId]) && among(where.tags, tags);
}

/** Such a rule says nothing of a listing that is not matched with an own product. */
export function needsOwn({ rule: { where }, clauses, stands }: CompiledRule): boolean {
  const ofOwn = ({ levels }: CompiledRule['clauses'][number]): boolean => levels.some(({ of: { kind } }) => kind === 'own_price' || kind === 'map' || kind === 'floor');
  return where.own === true || (where.skus?.length ?? 0) > 0 || (stands && clauses.every(ofOwn));
}

/** Of a catalogue of thousands only those that compete with an own product. */
async function* ownListings(store: Store, config: Config, targetId: Place['targetId']): AsyncGenerator<readonly ListingDocument[]> {
  const matches = config.products.size === 0 ? [] : await matchesOfSkus(store, [...config.products.keys()]);
  const ids = [...new Set(matches.flatMap(({ state, listingId }) => (state === 'confirmed' ? [listingId] : [])))];
  for (let start = 0; start < ids.length; start += PAGE) yield (await listingsByIds(store, ids.slice(start, start + PAGE))).filter(({ targetIds }) => targetIds.includes(targetId));
}
