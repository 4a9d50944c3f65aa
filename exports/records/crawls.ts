import { z } from 'zod';
import type { CrawlDocument } from '../../storage/documents.ts';
import { SCHEMA_VERSION } from '../kinds.ts';
import { plain } from './plain.ts';
import { head, time } from './shapes.ts';

const counts = z.record(z.string(), z.int());

/** A finished run over one target. Comes again with each later stage. */
export const crawlSchema = z.strictObject({
  ...head('crawl'),
  targetId: z.string(), sourceId: z.string(), plannedAt: time, startedAt: time, finishedAt: time.nullable(), stage: z.string().describe('What it waits for: diff, alert, recommend; done at the end.'),
  verdict: z.enum(['good', 'partial', 'broken', 'blocked']).nullable().describe('good: may add, change and remove. partial: may add and change. broken, blocked: nothing was taken over.'),
  tally: z.strictObject({
    outcomes: counts.describe('Pages by outcome.'), listings: z.int(), coverage: counts.describe('In how many listings each field was read.'), bytes: z.int(), notModified: z.int(), reused: z.int(), listFailures: z.int(),
    listed: z.int().describe('How many listings the list itself spoke of, where it did.').optional(),
    examples: z.record(z.string(), z.array(z.string())).describe('URLs of outcomes other than ok.'),
  }),
  changes: z.int().nullable(),
});
export type CrawlRecord = z.output<typeof crawlSchema>;

/** The record of a crawl. */
export function crawlRecord(crawl: CrawlDocument): CrawlRecord {
  const { _id, targetId, sourceId, plannedAt, startedAt, stage, tally } = crawl;
  const { outcomes, listings, coverage, bytes, notModified, reused, listFailures, listed, examples } = tally;
  return {
    schemaVersion: SCHEMA_VERSION, kind: 'crawl', id: _id, recordedAt: plain(crawl.recordedAt ?? startedAt), ...plain({ targetId, sourceId, plannedAt, startedAt, stage }),
    finishedAt: crawl.finishedAt === undefined ? null : plain(crawl.finishedAt), verdict: crawl.verdict ?? null, changes: crawl.changes ?? null,
    tally: { outcomes: defined(outcomes), coverage: defined(coverage), listings, bytes, notModified, reused, listFailures: listFailures ?? 0, ...(listed === undefined ? {} : { listed }), examples: examplesOf(examples) },
  };
}

function defined(of: Readonly<Record<string, number | undefined>>): Record<string, number> {
  return Object.fromEntries(Object.entries(of).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
}

function examplesOf(of: Readonly<Record<string, readonly string[] | undefined>>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(of).flatMap(([key, value]) => (value === undefined ? [] : [[key, [...value]]])));
}
