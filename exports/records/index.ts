import type { z } from 'zod';
import type { VersionDocument } from '../../storage/documents.ts';
import { listingsWithLastSeen, withLastSeen } from '../../storage/heads.ts';
import type { Exported } from '../../storage/records.ts';
import type { Store } from '../../storage/store.ts';
import { versionsByIds } from '../../storage/versions.ts';
import type { ExportKind } from '../kinds.ts';
import { alertRecord, alertSchema } from './alerts.ts';
import { changeRecord, changeSchema } from './changes.ts';
import { crawlRecord, crawlSchema } from './crawls.ts';
import { listingRecord, listingSchema } from './listings.ts';
import { recommendationRecord, recommendationSchema } from './recommendations.ts';
import { versionRecord, versionSchema } from './versions.ts';

/** The shape of each kind's records. */
export const RECORD_SCHEMAS: Readonly<Record<ExportKind, z.ZodType>> = {
  listings: listingSchema, versions: versionSchema, changes: changeSchema, alerts: alertSchema, recommendations: recommendationSchema, crawls: crawlSchema,
};

/** What becomes of a page of documents of each kind. */
type ToRecords = { readonly [K in ExportKind]: (store: Store, documents: readonly Exported[K][]) => Promise<readonly object[]> };

export const TO_RECORDS: ToRecords = {
  listings: async (store, listings) => {
    const current = await versionsByIds(store, listings.map((listing) => listing.currentVersionId));
    const byId = new Map<string, VersionDocument>(current.map((version) => [version._id, version]));
    return (await listingsWithLastSeen(store, listings)).map((listing) => listingRecord(listing, byId.get(listing.currentVersionId)));
  },
  versions: async (store, versions) => (await withLastSeen(store, versions)).map(versionRecord),
  changes: async (_store, changes) => changes.map(changeRecord),
  alerts: async (_store, alerts) => alerts.map(alertRecord),
  recommendations: async (_store, recommendations) => recommendations.map(recommendationRecord),
  crawls: async (_store, crawls) => crawls.map(crawlRecord),
};
