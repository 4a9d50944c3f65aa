import type { Filter } from 'mongodb';
import type { Change, ChangeKind } from '../model/change.ts';
import type { ChangeId, CrawlId, SubjectId } from '../model/ids.ts';
import { fromDocument, toDocument } from './document-ids.ts';
import type { ChangeDocument } from './documents.ts';
import type { Store } from './store.ts';

/** Writes changes that are not there yet; their ids come from the facts. Returns how many were new. */
export async function insertChanges(store: Store, changes: readonly Change[], now: Date): Promise<number> {
  const there = await store.changes.insertAll(changes.map((change) => ({ ...toDocument(change), recordedAt: now })));
  return changes.length - there.size;
}

/** All changes a crawl brought, in order of time. */
export async function changesOfCrawl(store: Store, crawlId: CrawlId): Promise<Change[]> {
  return (await store.changes.find({ crawlId })).map(fromDocument).toSorted((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1));
}

/** Some changes of a kind that a crawl brought, at most `limit`. */
export async function someOfCrawl(store: Store, crawlId: CrawlId, kind: ChangeKind, limit: number): Promise<Change[]> {
  return (await store.changes.find({ crawlId, 'detail.kind': kind }, { limit })).map(fromDocument);
}

/** The changes of these ids that exist. */
export async function changesByIds(store: Store, ids: readonly ChangeId[]): Promise<Change[]> {
  return (await store.changes.getAll(ids)).map(fromDocument);
}

/** Changes of one subject, the newest first. */
export async function changesOfSubject(store: Store, subjectId: SubjectId, limit: number): Promise<Change[]> {
  return (await store.changes.find({ subjectId }, { sort: { at: -1 }, limit })).map(fromDocument);
}

/** Changes of these subjects after a time, the newest first, at most `limit`. */
export async function changesOfSubjectsAfter(store: Store, subjectIds: readonly SubjectId[], after: Date, limit: number): Promise<Change[]> {
  const found: Change[] = [];
  for (const subjectId of new Set(subjectIds)) found.push(...(await store.changes.find({ subjectId, at: { $gt: after } }, { sort: { at: -1 }, limit })).map(fromDocument));
  return found.toSorted((a, b) => b.at.getTime() - a.at.getTime()).slice(0, limit);
}

export interface ChangesQuery {
  readonly since: Date;
  readonly until?: Date;
  readonly kinds?: readonly ChangeKind[];
  readonly limit: number;
}

/** Changes observed at `since` or later, the newest first: what an operator asks for. Exports page by records.ts instead. */
export async function changesSince(store: Store, query: ChangesQuery): Promise<Change[]> {
  const at = { $gte: query.since, ...(query.until === undefined ? {} : { $lte: query.until }) };
  const filters: readonly Filter<ChangeDocument>[] = query.kinds === undefined ? [{ at }] : [...new Set(query.kinds)].map((kind) => ({ 'detail.kind': kind, at }));
  const found = await Promise.all(filters.map((filter) => store.changes.find(filter, { sort: { at: -1 }, limit: query.limit })));
  return found.flat().toSorted((a, b) => b.at.getTime() - a.at.getTime() || (a._id < b._id ? -1 : 1)).slice(0, query.limit).map(fromDocument);
}
