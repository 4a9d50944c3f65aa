import type { Document } from 'mongodb';
import type { CollectionName } from './store.ts';

type Kind = 'string' | 'date' | 'whole' | 'object' | 'array' | 'bool' | 'bytes';
const BSON: Readonly<Record<Kind, string | readonly string[]>> = {
  string: 'string', date: 'date', object: 'object', array: 'array', bool: 'bool', bytes: 'binData',
  whole: ['int', 'long'],
};

function required(fields: Readonly<Record<string, Kind>>): Document {
  const properties = Object.fromEntries(Object.entries({ _id: 'string' as const, ...fields }).map(([name, kind]) => [name, { bsonType: BSON[kind] }]));
  return { $jsonSchema: { bsonType: 'object', required: Object.keys(properties), properties } };
}

/**
 * A backstop only: the types of the code say much more. It stops a foreign or outdated writer from leaving documents that
 * nothing could read, and whole numbers from becoming doubles.
 */
export const VALIDATORS: Readonly<Partial<Record<CollectionName, Document>>> = {
  targets: required({ sourceId: 'string', nextDueAt: 'date', scheduleHash: 'string', enabled: 'bool' }),
  crawls: required({ targetId: 'string', sourceId: 'string', plannedAt: 'date', startedAt: 'date', stage: 'string', stageSince: 'date', tally: 'object' }),
  batches: required({ crawlId: 'string', targetId: 'string', no: 'whole', state: 'string', requests: 'array', tally: 'object', notBefore: 'date', updatedAt: 'date' }),
  heads: required({ versionId: 'string', seq: 'whole', contentHash: 'string', lastSeenAt: 'date', lastCrawlId: 'string' }),
  versions: required({ subjectId: 'string', sourceId: 'string', targetId: 'string', seq: 'whole', contentHash: 'string', content: 'object', firstSeenAt: 'date', lastSeenAt: 'date', firstCrawlId: 'string', lastCrawlId: 'string', diff: 'string' }),
  listings: required({ sourceId: 'string', productId: 'string', url: 'string', title: 'string', presence: 'string', presenceSince: 'date', missed: 'whole', firstSeenAt: 'date', lastSeenAt: 'date', currentVersionId: 'string' }),
  reviews: required({ listingId: 'string', targetId: 'string', text: 'string', firstSeenAt: 'date', firstCrawlId: 'string' }),
  changes: required({ sourceId: 'string', targetId: 'string', subjectId: 'string', crawlId: 'string', at: 'date', detail: 'object' }),
  episodes: required({ ruleId: 'string', subjectId: 'string', state: 'string', rev: 'whole' }),
  alerts: required({ episodeId: 'string', ruleId: 'string', moment: 'string', change: 'object', at: 'date' }),
  deliveries: required({ channelId: 'string', state: 'string', attempts: 'array', nextAttemptAt: 'date', createdAt: 'date' }),
  archive: required({ bytes: 'bytes', size: 'whole', storedSize: 'whole', firstAt: 'date', lastAt: 'date' }),
  recommendations: required({ sku: 'string', advice: 'object', reason: 'string', createdAt: 'date', expiresAt: 'date', state: 'string' }),
};
