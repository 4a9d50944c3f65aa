import { z } from 'zod';
import { believed } from '../../storage/believed.ts';
import type { VersionDocument } from '../../storage/documents.ts';
import { SCHEMA_VERSION } from '../kinds.ts';
import { fields, fieldsRecord } from './fields.ts';
import { plain } from './plain.ts';
import { archive, count, head, price, rating, time } from './shapes.ts';

const item = z.strictObject({
  productId: z.string(), title: z.string(), url: z.string(), sponsored: z.boolean(), position: z.int(), organicPosition: z.int().optional(),
  price: price.optional(), listPrice: price.optional(), rating: rating.optional(), reviewCount: count.optional(),
});
const content = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('listing'), productId: z.string(), url: z.string(), fields }),
  z.strictObject({ kind: z.literal('ranking'), items: z.array(item), empty: z.boolean() }),
  z.strictObject({ kind: z.literal('page'), text: z.string() }),
]);

/** A stretch of time in which a listing, a result list or a page did not change. Comes again when it ends. */
export const versionSchema = z.strictObject({
  ...head('version'),
  subjectId: z.string(), listingId: z.string().nullable(), sourceId: z.string(), targetId: z.string(), seq: z.int().describe('1, 2, 3 … of its subject.'),
  current: z.boolean().describe('False once it has a successor; firstSeenAt and lastSeenAt are final then.'),
  firstSeenAt: time, lastSeenAt: time, firstCrawlId: z.string(), lastCrawlId: z.string(), archive, content,
});
export type VersionRecord = z.output<typeof versionSchema>;

/** The record of a version. */
export function versionRecord(version: VersionDocument): VersionRecord {
  const { _id, subjectId, sourceId, targetId, seq, firstSeenAt, lastSeenAt, firstCrawlId, lastCrawlId } = version;
  return {
    schemaVersion: SCHEMA_VERSION, kind: 'version', id: _id, recordedAt: plain(version.recordedAt ?? firstSeenAt),
    ...plain({ subjectId, sourceId, targetId, seq, firstSeenAt, lastSeenAt, firstCrawlId, lastCrawlId }),
    listingId: version.listingId ?? null, current: version.open === true, archive: version.archive ?? null, content: contentRecord(version),
  };
}

function contentRecord(version: VersionDocument): VersionRecord['content'] {
  const { content: stored } = version;
  if (stored.kind !== 'listing') return plain(stored);
  return { kind: stored.kind, productId: stored.productId, url: stored.url, fields: fieldsRecord(believed(version, stored.fields)) };
}
