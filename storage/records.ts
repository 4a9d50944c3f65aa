import type { AlertDocument, ChangeDocument, CrawlDocument, ListingDocument, RecommendationDocument, VersionDocument } from './documents.ts';
import type { Store } from './store.ts';
import type { Table } from './table.ts';

/** The collections that exports hand on. */
export interface Exported {
  readonly listings: ListingDocument;
  readonly versions: VersionDocument;
  readonly changes: ChangeDocument;
  readonly alerts: AlertDocument;
  readonly recommendations: RecommendationDocument;
  readonly crawls: CrawlDocument;
}
export type ExportedKind = keyof Exported;

/** A place in the order in which documents were recorded. */
export interface Position {
  readonly at: Date;
  readonly id: string;
}

export interface RecordsQuery {
  /** Recorded at this time or later. */
  readonly since?: Date;
  /** Recorded before this time. */
  readonly until: Date;
  /** Go on after this place. */
  readonly after?: Position;
  readonly limit: number;
}

type RecordedDocument = { readonly _id: string; readonly recordedAt?: Date };

/**
 * Documents in the order in which they were recorded (new, or altered in a way that matters), by time and id. A document that alters
 * later comes again, at its new time. At most `limit`; give the place of the last one to go on.
 */
export async function recordsSince<K extends ExportedKind>(store: Store, kind: K, query: RecordsQuery): Promise<Exported[K][]> {
  const table: Table<Exported[K]> = tablesOfRecords(store)[kind];
  const { after, since, until, limit } = query;
  const from = after === undefined || (since !== undefined && since > after.at) ? since : after.at;
  if (from !== undefined && from >= until) return [];
  const tied = after !== undefined && from === after.at ? await page(table, { recordedAt: after.at, _id: { $gt: after.id } }, { _id: 1 }, limit) : [];
  if (tied.length === limit) return tied;
  const range = from === undefined ? { $lt: until } : tied.length > 0 || (after !== undefined && from === after.at) ? { $gt: from, $lt: until } : { $gte: from, $lt: until };
  return [...tied, ...await page(table, { recordedAt: range }, { recordedAt: 1, _id: 1 }, limit - tied.length)];
}

/** The driver's filter type cannot see `recordedAt` through a type parameter; every exported document has it. */
async function page<T extends RecordedDocument>(table: Table<T>, filter: object, sort: Record<string, 1>, limit: number): Promise<T[]> {
  return table.find(filter, { sort, limit });
}

function tablesOfRecords(store: Store): { readonly [K in ExportedKind]: Table<Exported[K]> } {
  return { listings: store.listings, versions: store.versions, changes: store.changes, alerts: store.alerts, recommendations: store.recommendations, crawls: store.crawls };
}
