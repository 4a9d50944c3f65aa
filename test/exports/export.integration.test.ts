import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { expect, onTestFinished } from 'vitest';
import { z } from 'zod';
import { exportKind, type ExportOptions, type ExportResult } from '../../exports/export-kind.ts';
import { exportToFolder } from '../../exports/export-folder.ts';
import { ExportError } from '../../exports/errors.ts';
import { EXPORT_KINDS, type ExportKind } from '../../exports/kinds.ts';
import { RECORD_SCHEMAS } from '../../exports/records/index.ts';
import { recordJsonSchema } from '../../exports/json-schemas.ts';
import { CHANGE_KINDS } from '../../model/change.ts';
import { absent, known } from '../../model/reading.ts';
import { factId, listingId, targetSubject } from '../../model/ids.ts';
import { insertAlert } from '../../storage/alerts.ts';
import { insertChanges } from '../../storage/changes.ts';
import { closeBatch } from '../../storage/batches.ts';
import { finishCrawlIfComplete, openCrawl } from '../../storage/crawls.ts';
import { foldObservations } from '../../storage/listings.ts';
import { standRecommendations } from '../../storage/recommendations.ts';
import { pendingVersions, settleVersions } from '../../storage/settling.ts';
import { foldPageText, foldRanking } from '../../storage/versions.ts';
import type { VersionDocument } from '../../storage/documents.ts';
import type { Store } from '../../storage/store.ts';
import { crawlOf, EVIDENCE, fieldsOf, observe, SOURCE, TARGET, test, time, usd } from '../storage/support.ts';
import { sampleAlert, sampleChanges, sampleRecommendations } from './samples.ts';

/** The store of a test holds one change of every kind. */
const KINDS = CHANGE_KINDS.length;

const recordSchema = z.looseObject({ id: z.string(), recordedAt: z.string() });
const now = time(1_000);

async function fill(store: Store): Promise<void> {
  const fields = { ...fieldsOf(11_901, '=cmd|calc'), brand: absent<string>(EVIDENCE), images: known<readonly string[]>(['https://a.example/1.jpg'], EVIDENCE, 0.9, [{ value: [], confidence: 0.1, evidence: EVIDENCE }]) };
  await foldObservations(store, [observe('lamp', 1, 0, { fields }), observe('desk', 1, 200)], time(1));
  await foldObservations(store, [observe('desk', 2, 300)], time(2));
  const seen = { sourceId: SOURCE, crawlId: crawlOf(3), at: time(3) };
  await foldPageText(store, { ...seen, targetId: TARGET }, 'Terms', time(3));
  await foldRanking(store, { ...seen, targetId: TARGET, at: time(4) }, [{ productId: 'lamp', title: 'Lamp', url: 'https://a.example', sponsored: false, position: 1, organicPosition: 1, price: { kind: 'page', money: usd(1_200) } }], false, time(4));
  expect(await store.versions.count({ subjectId: targetSubject(TARGET) })).toBe(2);
  const changes = sampleChanges();
  await insertChanges(store, changes, time(5));
  for (const change of changes) await insertAlert(store, sampleAlert(change), time(6));
  for (const one of sampleRecommendations()) await standRecommendations(store, one.sku, [one], time(7));
  const { crawl, batch } = await openCrawl(store, { targetId: TARGET, sourceId: SOURCE, plannedAt: time(8) }, [{ url: 'https://a.example', role: 'page' }], time(8));
  await closeBatch(store, batch._id, time(9));
  await finishCrawlIfComplete(store, crawl._id, () => ({ verdict: 'good' }), time(9));
}

async function run(store: Store, kind: ExportKind, options: Partial<ExportOptions> = {}): Promise<ExportResult & { readonly text: string; readonly lines: z.output<typeof recordSchema>[] }> {
  const parts: string[] = [];
  const out = new Writable({ write: (chunk: Buffer, _encoding, done) => { parts.push(chunk.toString()); done(); } });
  const result = await exportKind(store, kind, { format: 'ndjson', now, ...options }, out);
  const text = parts.join('');
  return { ...result, text, lines: (options.format ?? 'ndjson') === 'ndjson' ? text.trim().split('\n').filter(Boolean).map((line) => recordSchema.parse(JSON.parse(line))) : [] };
}

test('what is written of every kind is what the schemas say, also as JSON', async ({ store }) => {
  await fill(store);
  const counts: Record<string, number> = {};
  const recorded: Record<string, readonly string[]> = {};
  for (const kind of EXPORT_KINDS) {
    const { lines, records } = await run(store, kind);
    for (const line of lines) RECORD_SCHEMAS[kind].parse(line);
    const schema = z.fromJSONSchema(recordJsonSchema(kind));
    for (const line of lines) schema.parse(line);
    expect(lines).toHaveLength(records);
    counts[kind] = records;
    recorded[kind] = [...new Set(lines.map((line) => line.recordedAt))];
    const json = z.object({ schemaVersion: z.literal(1), kind: z.string(), records: z.array(recordSchema), cursor: z.string() }).parse(JSON.parse((await run(store, kind, { format: 'json' })).text));
    expect(json.records).toEqual(lines);
  }
  expect(counts).toEqual({ listings: 2, versions: 5, changes: KINDS, alerts: KINDS, recommendations: 6, crawls: 1 });
  // When it was written here, which cursors go by, not when it happened.
  expect(recorded).toMatchObject({ changes: [time(5).toISOString()], alerts: [time(6).toISOString()], recommendations: [time(7).toISOString()] });
});

test('money is exact text, and a listing shows where each number stands', async ({ store }) => {
  await fill(store);
  const { lines } = await run(store, 'listings');
  expect(lines.find((line) => line['productId'] === 'lamp')).toMatchObject({
    current: { archive: null, fields: { price: { state: 'known', value: { kind: 'page', money: { amount: '119.01', currency: 'USD', minor: 11_901 } }, evidence: EVIDENCE }, brand: { state: 'absent' }, sku: { state: 'unknown', reason: 'not_found' } } },
  });
  expect((await run(store, 'alerts')).lines[0]).toMatchObject({ product: { sku: 'L-1', price: { amount: '21.00' } }, offer: { seller: 'Acme', sku: 'L-100', confidence: 0.9 } });
  expect((await run(store, 'recommendations')).text).toContain('"amount":"50000000.00","currency":"USD","minor":5000000000');
});

test('what a listing costs is unknown to others until it is believed, and comes again then', async ({ store }) => {
  await foldObservations(store, [observe('lamp', 1, 100), observe('desk', 1, 200)], time(1));
  await foldObservations(store, [observe('lamp', 2, 10), observe('desk', 2, 210)], time(2));
  const { versions: pending } = await pendingVersions(store, crawlOf(2), undefined, 10);
  const [lamp, desk] = ['lamp', 'desk'].map((id) => pending.find((version) => version.listingId === listingId(SOURCE, id)));
  if (!lamp || !desk?.listingId) throw new Error('no versions');
  const prices = (lines: readonly z.output<typeof recordSchema>[]): readonly unknown[] => lines.map((line) => [line['productId'], z.object({ current: z.object({ fields: z.object({ price: z.unknown() }) }) }).parse(line).current.fields.price]);
  const first = await run(store, 'listings');
  expect(prices(first.lines)).toEqual(expect.arrayContaining(['desk', 'lamp'].map((id) => [id, expect.objectContaining({ state: 'unknown', reason: 'held_back' })])));
  const accepted = ({ _id, subjectId, seq }: VersionDocument) => ({ versionId: _id, subjectId, diff: 'done' as const, baseline: { seq, versionId: _id, fields: {}, fieldVersions: {} } });
  await settleVersions(store, [{ versionId: lamp._id, subjectId: lamp.subjectId, diff: 'held' }, { ...accepted(desk), listingId: desk.listingId }], time(3));
  const second = await run(store, 'listings', { cursor: first.cursor ?? '' });
  expect(prices(second.lines)).toMatchObject([['desk', { state: 'known', value: { money: { minor: 210 } } }]]);
  await settleVersions(store, [{ versionId: lamp._id, subjectId: lamp.subjectId, diff: 'done', dropped: true }], time(4));
  const dropped = (await run(store, 'versions')).lines.find((line) => line.id === lamp._id);
  expect(dropped).toMatchObject({ recordedAt: time(4).toISOString(), content: { fields: { title: { state: 'known' }, price: { state: 'unknown', reason: 'held_back', detail: 'a later crawl saw otherwise' } } } });
});

test('a reader that goes on from its cursor gets every record once, whatever the size of its bites', async ({ store }) => {
  await fill(store);
  const all = (await run(store, 'changes')).lines.map((line) => line.id);
  const seen: string[] = [];
  let cursor: string | undefined;
  for (;;) {
    const part = await run(store, 'changes', { limit: 4, ...(cursor === undefined ? {} : { cursor }) });
    cursor = part.cursor;
    seen.push(...part.lines.map((line) => line.id));
    if (part.records === 0) break;
  }
  expect(seen).toEqual(all);
  // What comes later is given, once; what altered comes again.
  const [first] = sampleChanges();
  if (!first || cursor === undefined) throw new Error('no change');
  await insertChanges(store, [{ ...first, id: factId('change', 'late') }], time(5.5));
  const late = await run(store, 'changes', { cursor });
  expect(late.lines.map((line) => line.id)).toEqual([factId('change', 'late')]);
  expect((await run(store, 'changes', { cursor: late.cursor ?? '' })).records).toBe(0);
});

test('the newest records wait until slower writers have finished', async ({ store }) => {
  await insertChanges(store, sampleChanges(), now);
  expect((await run(store, 'changes')).records).toBe(0);
  expect((await run(store, 'changes', { settleMs: 0 })).records).toBe(KINDS);
  expect((await run(store, 'changes', { now: new Date(now.getTime() + 2_000) })).records).toBe(KINDS);
});

test('since and until choose by the time of recording', async ({ store }) => {
  await fill(store);
  expect((await run(store, 'versions', { since: time(2) })).records).toBe(4);
  expect((await run(store, 'versions', { until: time(3) })).records).toBe(3);
  expect((await run(store, 'versions', { since: time(5_000) })).records).toBe(0);
});

test('a wrong cursor and a wrong format are refused with what to do', async ({ store }) => {
  await insertChanges(store, sampleChanges(), time(1));
  const { cursor } = await run(store, 'changes');
  await expect(run(store, 'changes', { cursor: 'nonsense' })).rejects.toThrow(/no cursor of rivalwatch/);
  await expect(run(store, 'alerts', { cursor: cursor ?? '' })).rejects.toThrow(/one of changes, not of alerts/);
  await expect(run(store, 'changes', { format: 'csv' })).rejects.toThrow(ExportError);
});

test('CSV carries no formula', async ({ store }) => {
  await fill(store);
  const { text } = await run(store, 'listings', { format: 'csv' });
  expect(text.startsWith('\uFEFFid,source,')).toBe(true);
  expect(text).toContain(",'=cmd|calc,");
  expect(text).toContain(',119.01,page,');
});

async function folderOf(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'rw-export-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

test('a folder gets whole files in one step, and keeps the old ones when the new cannot be written', async ({ store }) => {
  await fill(store);
  const folder = await folderOf();
  const options = { folder: join(folder, 'out'), kinds: ['changes', 'listings'] as const, format: 'ndjson' as const, now };
  const files = await exportToFolder(store, options);
  expect(files.map((file) => [file.kind, file.records])).toEqual([['changes', KINDS], ['listings', 2]]);
  const before = await readFile(join(folder, 'out', 'changes.ndjson'), 'utf8');
  expect(before.trim().split('\n')).toHaveLength(KINDS);
  expect(await readdir(join(folder, 'out'))).toEqual(['changes.ndjson', 'listings.ndjson']);
  await store.close();
  await expect(exportToFolder(store, options)).rejects.toThrow(/connect|closed|answer/i);
  expect(await readFile(join(folder, 'out', 'changes.ndjson'), 'utf8')).toBe(before);
  expect(await readdir(join(folder, 'out'))).toEqual(['changes.ndjson', 'listings.ndjson']);
});

test('a folder that is none is refused with what to do', async ({ store }) => {
  const folder = await folderOf();
  await writeFile(join(folder, 'file'), '');
  await expect(exportToFolder(store, { folder: join(folder, 'file'), kinds: ['changes'], format: 'json', now })).rejects.toThrow(/something else is in its place/);
});

test.runIf(existsSync('/dev/full'))('a full disk says so, and what was exported before is still there', async ({ store }) => {
  await fill(store);
  const folder = await folderOf();
  const options = { folder, kinds: ['changes'] as const, format: 'json' as const, now };
  await exportToFolder(store, options);
  const before = await readFile(join(folder, 'changes.json'), 'utf8');
  // Linux answers every write here as a full disk does.
  await symlink('/dev/full', join(folder, `changes.json.${process.pid}.unfinished`));
  await expect(exportToFolder(store, options)).rejects.toThrow(/No room left to write .*changes\.json.*unchanged/);
  expect(await readdir(folder)).toEqual(['changes.json']);
  expect(await readFile(join(folder, 'changes.json'), 'utf8')).toBe(before);
});
