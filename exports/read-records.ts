import type { Position, RecordsQuery } from '../storage/records.ts';
import { recordsSince } from '../storage/records.ts';
import type { Store } from '../storage/store.ts';
import type { ExportKind } from './kinds.ts';
import { TO_RECORDS } from './records/index.ts';

const PAGE = 200;

export interface Selection {
  /** Recorded at this time or later. */
  readonly since?: Date;
  /** Recorded before this time. */
  readonly until: Date;
  readonly after?: Position;
  readonly limit: number;
}

/** A page of records and the place of its last one. */
export interface RecordPage {
  readonly records: readonly object[];
  readonly last: Position;
}

/** The records of a kind in the order they were recorded, a page at a time, so that memory stays flat. */
export async function* readRecords<K extends ExportKind>(store: Store, kind: K, selection: Selection): AsyncGenerator<RecordPage> {
  let { after } = selection;
  let left = selection.limit;
  while (left > 0) {
    const query: RecordsQuery = { until: selection.until, limit: Math.min(PAGE, left), ...(selection.since === undefined ? {} : { since: selection.since }), ...(after === undefined ? {} : { after }) };
    const documents = await recordsSince(store, kind, query);
    const last = documents.at(-1);
    if (!last?.recordedAt) return;
    after = { at: last.recordedAt, id: last._id };
    left -= documents.length;
    yield { records: await TO_RECORDS[kind](store, documents), last: after };
    if (documents.length < query.limit) return;
  }
}
