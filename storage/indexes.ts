import type { IndexDescription } from 'mongodb';
import type { CollectionName } from './store.ts';

type Keys = Readonly<Record<string, 1 | -1>>;

/** The name says what the index is for; MongoDB tells indexes apart by it. */
function index(name: string, key: Keys, options: Omit<IndexDescription, 'key' | 'name'> = {}): IndexDescription {
  return { name, key, ...options };
}

/** Exports go through a collection in this order (records.ts). */
const recorded = index('recorded', { recordedAt: 1, _id: 1 });

/**
 * An index for every query of this folder. Only ordinary kinds (no text, hashed, wildcard): every server has those. Each holds all
 * fields its query names, equalities first, because simple servers use an index only then. Markers of work are
 * partial: the index is as small as the work that is left.
 */
export const INDEXES: Readonly<Record<CollectionName, readonly IndexDescription[]>> = {
  targets: [index('due', { enabled: 1, nextDueAt: 1 })],
  crawls: [
    index('overdue', { open: 1, stageSince: 1 }, { partialFilterExpression: { open: true } }),
    index('ofTarget', { targetId: 1, plannedAt: -1 }),
    index('newest', { plannedAt: -1 }),
    index('finished', { finishedAt: 1 }),
    recorded,
  ],
  batches: [index('ofCrawl', { crawlId: 1, state: 1, no: 1 }), index('overdue', { state: 1, notBefore: 1 }, { partialFilterExpression: { state: 'open' } })],
  heads: [],
  versions: [
    index('place', { subjectId: 1, seq: 1 }, { unique: true }),
    index('unsettledOfCrawl', { unsettled: 1, lastCrawlId: 1, subjectId: 1 }, { partialFilterExpression: { unsettled: true } }),
    index('unsettledOfSubject', { unsettled: 1, subjectId: 1 }, { partialFilterExpression: { unsettled: true } }),
    index('atTime', { subjectId: 1, firstSeenAt: 1 }),
    recorded,
  ],
  listings: [index('ofTarget', { targetIds: 1, _id: 1 }), index('url', { url: 1 }), recorded],
  reviews: [index('ofCrawl', { firstCrawlId: 1 })],
  reviewedListings: [],
  changes: [
    index('ofCrawlByKind', { crawlId: 1, 'detail.kind': 1 }), index('ofSubject', { subjectId: 1, at: -1 }),
    index('newest', { at: -1 }), index('newestOfKind', { 'detail.kind': 1, at: -1 }), recorded,
  ],
  episodes: [index('waitingOfTarget', { 'waiting.targetId': 1, _id: 1 }), index('untold', { 'outbox.at': 1 }), index('inState', { state: 1, _id: 1 }), index('newestInState', { state: 1, updatedAt: -1 }), index('due', { dueAt: 1 })],
  alerts: [recorded],
  deliveries: [
    index('due', { state: 1, nextAttemptAt: 1 }), index('old', { state: 1, createdAt: 1 }),
    index('dueOnChannel', { channelId: 1, state: 1, nextAttemptAt: 1 }), index('toldOnChannel', { channelId: 1, sentAt: 1 }),
    index('ofEpisode', { episodeId: 1, channelId: 1, createdAt: 1 }), index('ofDigest', { digestId: 1 }),
  ],
  channelStates: [],
  pages: [index('age', { fetchedAt: 1 })],
  pictures: [index('age', { at: 1 })],
  archive: [index('age', { lastAt: 1 })],
  matches: [index('ofListing', { listingId: 1 }), index('ofSku', { sku: 1 })],
  recommendations: [
    index('ofSku', { state: 1, sku: 1 }), index('ofSkuByAge', { sku: 1, createdAt: -1 }),
    index('expiry', { state: 1, expiresAt: 1 }), recorded,
  ],
  leases: [index('lapsed', { expiresAt: 1 }, { expireAfterSeconds: 86_400 })],
  pulses: [],
  troubles: [],
  schemaMigrations: [],
};
