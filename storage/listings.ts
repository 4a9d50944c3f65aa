import type { AnyBulkWriteOperation } from 'mongodb';
import { besides } from '../model/beside.ts';
import { brand, viewSubject, type CrawlId, type ListingId, type TargetId } from '../model/ids.ts';
import type { ListingFields, Observation } from '../model/listing.ts';
import { valueOf } from '../model/reading.ts';
import { listingHashes } from './content-hash.ts';
import { foldSightings } from './fold.ts';
import type { Folded, Sighting } from './fold-plan.ts';
import { listingsWithLastSeen } from './heads.ts';
import type { ListingDocument } from './documents.ts';
import type { Store } from './store.ts';

/**
 * Folds observations into versions and keeps `listings` pointing at the newest. The result stands at the place of its observation. Repeats
 * and older observations change nothing; a crash at any point is mended by folding the same observations again.
 */
export async function foldObservations(store: Store, observations: readonly Observation[], now: Date): Promise<Folded[]> {
  const beside = besides(observations.map(({ listingId: id, read }) => ({ id, price: valueOf(read.fields.price)?.money })));
  const sightings = observations.map(({ listingId, sourceId, targetId, crawlId, at, archive, read }, index): Sighting => ({
    subjectId: viewSubject(listingId, targetId), listingId, sourceId, targetId, crawlId, at, ...(archive === undefined ? {} : { archive }),
    content: { kind: 'listing', productId: read.productId, url: read.url, fields: read.fields, ...(beside[index] === undefined ? {} : { beside: beside[index] }) }, ...listingHashes(read.fields, read.url),
  }));
  return foldSightings(store, sightings, now, async (plans) => {
    const pairs = plans.flatMap(({ index, folded }) => { const observation = observations[index]; return observation ? [{ observation, folded }] : []; });
    const there = await insertNew(store, pairs, now);
    await bringForward(store, [...there.filter(isAhead), ...await behind(store, there.filter((pair) => !isAhead(pair)))], now);
  });
}

interface Pair {
  readonly observation: Observation;
  readonly folded: Folded;
}

/** The listing cannot point at this version yet. */
function isAhead({ folded }: Pair): boolean {
  return folded.result === 'new' || folded.result === 'changed';
}

/** Of listings that should point at their version already those that do not: a crash came in between. */
async function behind(store: Store, pairs: readonly Pair[]): Promise<readonly Pair[]> {
  if (pairs.length === 0) return [];
  const stored = new Map((await store.listings.getAll(pairs.map((pair) => pair.observation.listingId), { without: ['baselines'] })).map((listing) => [listing._id, listing.views]));
  return pairs.filter(({ observation: { listingId, targetId }, folded }) => (stored.get(listingId)?.[viewSubject(listingId, targetId)]?.seq ?? 0) < folded.seq);
}

/** Inserts listings that a first version makes, which is far cheaper than an upsert. Returns the pairs that are left: of listings that are there. */
async function insertNew(store: Store, pairs: readonly Pair[], now: Date): Promise<readonly Pair[]> {
  const firsts = [...new Map(pairs.filter((pair) => pair.folded.result === 'new').toReversed().map((pair) => [pair.observation.listingId, pair])).values()];
  const refused = await store.listings.insertAll(firsts.map((pair) => documentOf(pair, now)));
  const inserted = new Set(firsts.filter((_, index) => !refused.has(index)));
  return pairs.filter((pair) => !inserted.has(pair));
}

function documentOf({ observation, folded }: Pair, now: Date): ListingDocument {
  const { listingId, sourceId, targetId, crawlId, at, read } = observation;
  const identity = identityOf(read.fields);
  return {
    _id: listingId, sourceId, productId: read.productId, url: read.url, title: valueOf(read.fields.title) ?? read.productId, presence: 'present', presenceSince: at, missed: 0,
    firstSeenAt: at, lastSeenAt: at, lastSeenCrawlId: crawlId, targetIds: [targetId], currentVersionId: folded.versionId,
    views: { [viewSubject(listingId, targetId)]: { versionId: folded.versionId, seq: folded.seq } }, recordedAt: now, ...(Object.keys(identity).length > 0 ? { identity } : {}),
  };
}

/** Points listings at a newer version. An upsert that meets a newer one is refused by its `_id`; tried twice, because so is one that lost a race against an older. */
async function bringForward(store: Store, pairs: readonly Pair[], now: Date): Promise<void> {
  const operations = pairs.toSorted((a, b) => a.folded.seq - b.folded.seq).map((pair) => forward(pair, now));
  let left: readonly AnyBulkWriteOperation<ListingDocument>[] = operations;
  for (let round = 0; round < 2 && left.length > 0; round += 1) {
    const tried = left;
    const { duplicates } = await store.listings.bulk(tried);
    left = duplicates.flatMap((index) => tried[index] ?? []);
  }
}

function forward({ observation, folded }: Pair, now: Date): AnyBulkWriteOperation<ListingDocument> {
  const { listingId, sourceId, targetId, crawlId, at, read } = observation;
  const title = valueOf(read.fields.title);
  const view = `views.${viewSubject(listingId, targetId)}`;
  return { updateOne: {
    filter: { _id: listingId, [`${view}.seq`]: { $not: { $gte: folded.seq } } },
    update: {
      $set: {
        currentVersionId: folded.versionId, [view]: { versionId: folded.versionId, seq: folded.seq }, url: read.url, lastSeenCrawlId: crawlId, recordedAt: now,
        ...dotted('identity', identityOf(read.fields)), ...(title === undefined ? {} : { title }),
      },
      $max: { lastSeenAt: at },
      $setOnInsert: { sourceId, productId: read.productId, presence: 'present', presenceSince: at, missed: 0, firstSeenAt: at, ...(title === undefined ? { title: read.productId } : {}) },
      $addToSet: { targetIds: targetId },
    },
    upsert: true,
  } };
}

/** Only what was read is written: a list page that carries no GTIN takes none away. */
function identityOf(fields: ListingFields): NonNullable<ListingDocument['identity']> {
  const [gtin, brand, mpn] = [valueOf(fields.gtin), valueOf(fields.brand), valueOf(fields.mpn)];
  return { ...(gtin === undefined ? {} : { gtin }), ...(brand === undefined ? {} : { brand }), ...(mpn === undefined ? {} : { mpn }) };
}

function dotted(path: string, values: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`${path}.${name}`, value]));
}

/** One listing, by its id or its canonical URL. */
export async function listing(store: Store, idOrUrl: string): Promise<ListingDocument | undefined> {
  const found = await store.listings.findOne({ _id: brand<ListingId>(idOrUrl) }) ?? await store.listings.findOne({ url: idOrUrl });
  return found && (await listingsWithLastSeen(store, [found]))[0];
}

/** The listings of these ids that exist, in any order. */
export async function listingsByIds(store: Store, ids: readonly ListingId[]): Promise<ListingDocument[]> {
  return listingsWithLastSeen(store, await store.listings.getAll(ids));
}

/** Listings looked at at once. */
const PAGE = 500;

/** What is wanted of them, beyond what they are. */
export interface ListingsWanted {
  readonly baselines?: boolean;
  /** Whoever was seen since then need not be known to have been seen later. */
  readonly seenSince?: Date;
}

/** The listings a target has ever shown, in order of id, page by page: whoever stops the loop stops the query. */
export async function* listingsOfTarget(store: Store, targetId: TargetId, { baselines = false, seenSince }: ListingsWanted = {}): AsyncGenerator<readonly ListingDocument[]> {
  for await (const page of store.listings.pages({ targetIds: targetId }, PAGE, { sort: { _id: 1 }, ...(baselines ? {} : { without: ['baselines'] }) })) yield await listingsWithLastSeen(store, page, seenSince);
}

/** A judgement about whether a listing is still there. */
export interface PresenceUpdate {
  readonly listingId: ListingId;
  /** The crawl that judges; the same crawl never counts twice. */
  readonly crawlId: CrawlId;
  readonly presence: ListingDocument['presence'];
  /** Good crawls in a row without it. */
  readonly missed: number;
  /** When the presence changed; stays as it is when this is left out. */
  readonly since?: Date;
  readonly longestGap?: number;
}

/** Writes judgements about presence; each crawl judges a listing once. Returns how many were new. Write the changes before. */
export async function setPresence(store: Store, updates: readonly PresenceUpdate[], now: Date): Promise<number> {
  const { matched } = await store.listings.bulk(updates.map(({ listingId, crawlId, presence, missed, since, longestGap }) => ({
    updateOne: {
      filter: { _id: listingId, presenceCrawlId: { $ne: crawlId } },
      update: { $set: { presence, missed, presenceCrawlId: crawlId, ...(longestGap === undefined ? {} : { longestGap }), ...(since === undefined ? {} : { presenceSince: since, recordedAt: now }) } },
    },
  })));
  return matched;
}
