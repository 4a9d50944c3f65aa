import { z } from 'zod';
import { believed } from '../../storage/believed.ts';
import type { ListingDocument, VersionDocument } from '../../storage/documents.ts';
import { SCHEMA_VERSION } from '../kinds.ts';
import { fields, fieldsRecord } from './fields.ts';
import { plain } from './plain.ts';
import { archive, head, time } from './shapes.ts';

/** A listing as it is now. */
export const listingSchema = z.strictObject({
  ...head('listing'),
  sourceId: z.string(), targetIds: z.array(z.string()), productId: z.string(), url: z.string(), title: z.string(),
  presence: z.enum(['present', 'missing', 'gone']), presenceSince: time, missed: z.int(), firstSeenAt: time, lastSeenAt: time,
  current: z.strictObject({ versionId: z.string(), seenAt: time, archive, fields }).nullable().describe('What was read last; null when that version is not there.'),
});
export type ListingRecord = z.output<typeof listingSchema>;

/** The record of a listing with its current version. */
export function listingRecord(listing: ListingDocument, version: VersionDocument | undefined): ListingRecord {
  const { _id, sourceId, targetIds, productId, url, title, presence, presenceSince, missed, firstSeenAt, lastSeenAt } = listing;
  return {
    schemaVersion: SCHEMA_VERSION, kind: 'listing', id: _id, recordedAt: plain(listing.recordedAt ?? lastSeenAt),
    ...plain({ sourceId, targetIds, productId, url, title, presence, presenceSince, missed, firstSeenAt, lastSeenAt }),
    current: version?.content.kind === 'listing' ? { versionId: version._id, seenAt: plain(version.lastSeenAt), archive: version.archive ?? null, fields: fieldsRecord(believed(version, version.content.fields)) } : null,
  };
}
