import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Position } from '../storage/records.ts';
import type { Store } from '../storage/store.ts';
import { BYTE_ORDER_MARK, csvHead, listingLine } from './csv.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { ExportError } from './errors.ts';
import { SCHEMA_VERSION, type ExportFormat, type ExportKind } from './kinds.ts';
import { readRecords, type RecordPage, type Selection } from './read-records.ts';
import { listingSchema } from './records/listings.ts';

/**
 * What is written in the last moments may still be joined by a slower writer's record with an earlier time. Whoever goes on from a cursor
 * must not miss it, so the newest records wait this long (milliseconds). Needs clocks that agree within it.
 */
const SETTLE_MS = 2_000;

export interface ExportOptions {
  readonly format: ExportFormat;
  readonly now: Date;
  /** Recorded at this time or later. */
  readonly since?: Date;
  /** Recorded before this time. */
  readonly until?: Date;
  /** Where the last export ended; goes on after it. */
  readonly cursor?: string;
  /** Most records; all when left out. */
  readonly limit?: number;
  /** 0 for an export that nobody goes on from. */
  readonly settleMs?: number;
}

export interface ExportResult {
  readonly records: number;
  /** Go on from here, also when nothing was new. Missing when there never was anything. */
  readonly cursor?: string;
}

/**
 * Writes the records of a kind to a stream, which stays open. Memory stays flat; a slow reader slows it down. Throws ExportError for
 * a wrong cursor or format, errors of storage, and those of the stream.
 */
export async function exportKind(store: Store, kind: ExportKind, options: ExportOptions, out: Writable): Promise<ExportResult> {
  if (options.format === 'csv' && kind !== 'listings') throw new ExportError(`CSV is there for listings only; export ${kind} as json or ndjson.`, { retryable: false });
  const progress: Progress = { records: 0, last: options.cursor === undefined ? undefined : decodeCursor(kind, options.cursor) };
  const pages = counted(readRecords(store, kind, selectionOf(options, progress.last)), progress);
  await pipeline(Readable.from(FORMATS[options.format](pages, kind, options, progress)), out, { end: false });
  return { records: progress.records, ...cursorOf(kind, progress) };
}

interface Progress {
  records: number;
  last: Position | undefined;
}

function selectionOf(options: ExportOptions, after: Position | undefined): Selection {
  const settled = new Date(options.now.getTime() - (options.settleMs ?? SETTLE_MS) + 1);
  const until = options.until !== undefined && options.until < settled ? options.until : settled;
  return { until, limit: options.limit ?? Number.MAX_SAFE_INTEGER, ...(options.since === undefined ? {} : { since: options.since }), ...(after === undefined ? {} : { after }) };
}

function cursorOf(kind: ExportKind, { last }: Progress): { readonly cursor?: string } {
  return last === undefined ? {} : { cursor: encodeCursor(kind, last) };
}

async function* counted(pages: AsyncIterable<RecordPage>, progress: Progress): AsyncGenerator<readonly object[]> {
  for await (const page of pages) {
    yield page.records;
    progress.records += page.records.length;
    progress.last = page.last;
  }
}

type Writer = (pages: AsyncIterable<readonly object[]>, kind: ExportKind, options: ExportOptions, progress: Progress) => AsyncGenerator<string>;

const FORMATS: Readonly<Record<ExportFormat, Writer>> = { json: jsonText, ndjson: ndjsonText, csv: csvText };

async function* jsonText(pages: AsyncIterable<readonly object[]>, kind: ExportKind, options: ExportOptions, progress: Progress): AsyncGenerator<string> {
  yield `{"schemaVersion":${SCHEMA_VERSION},"kind":${JSON.stringify(kind)},"exportedAt":${JSON.stringify(options.now)},"records":[`;
  let separator = '\n';
  for await (const records of pages) {
    yield records.map((record) => {
      const text = separator + JSON.stringify(record);
      separator = ',\n';
      return text;
    }).join('');
  }
  yield `\n],"cursor":${JSON.stringify(cursorOf(kind, progress).cursor ?? null)}}\n`;
}

async function* ndjsonText(pages: AsyncIterable<readonly object[]>): AsyncGenerator<string> {
  for await (const records of pages) yield records.map((record) => `${JSON.stringify(record)}\n`).join('');
}

async function* csvText(pages: AsyncIterable<readonly object[]>): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvHead();
  for await (const records of pages) yield records.map((record) => listingLine(listingSchema.parse(record))).join('');
}
