import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect } from 'vitest';
import { z } from 'zod';
import { exportToFolder } from '../../exports/export-folder.ts';
import { recordJsonSchema } from '../../exports/json-schemas.ts';
import { EXPORT_KINDS, type ExportKind } from '../../exports/kinds.ts';
import type { Change } from '../../model/change.ts';
import { brand, type TargetId } from '../../model/ids.ts';
import { decimalOf } from '../../model/money.ts';
import { valueOf } from '../../model/reading.ts';
import { changesOfCrawl } from '../../storage/changes.ts';
import type { CrawlDocument, ListingDocument } from '../../storage/documents.ts';
import { listingsOfTarget } from '../../storage/listings.ts';
import { pendingVersions } from '../../storage/settling.ts';
import { versionsByIds } from '../../storage/versions.ts';
import { test as base } from '../support/fixtures.ts';
import { openPipeline, type Pipeline } from '../support/pipeline.ts';
import { CORPORA, present } from './score.ts';

/*
 * Real product pages through the whole program: served by one local server under their own host names (the resolver leads all of
 * them to it), crawled, crawled again unchanged, crawled with other prices, exported.
 */
const FILE = 'product-pages.jsonl';
const Row = z.object({ id: z.string(), file: z.string(), url: z.string() });
type Row = z.infer<typeof Row>;

interface Site {
  readonly port: number;
  /** Bytes by host and path. */
  readonly pages: Map<string, Buffer>;
  /** Answers without a body. */
  notModified: number;
  close(): Promise<void>;
}

/** Serves what is in `pages`; an ETag of the bytes for every second page, none for the others. */
async function openSite(): Promise<Site> {
  const pages = new Map<string, Buffer>();
  const site = { pages, notModified: 0 };
  const answer = (request: IncomingMessage): { readonly status: number; readonly headers: Record<string, string>; readonly body?: Buffer | string } => {
    const path = request.url ?? '';
    if (path === '/robots.txt') return { status: 200, headers: { 'content-type': 'text/plain' }, body: 'User-agent: *\nAllow: /\n' };
    const body = pages.get(`${(request.headers.host ?? '').replace(/:\d+$/, '')}${path}`);
    if (!body) return { status: 404, headers: {} };
    const etag = isTagged(path) ? { etag: `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"` } : undefined;
    if (etag === undefined || request.headers['if-none-match'] !== etag.etag) return { status: 200, headers: { 'content-type': 'text/html', ...etag }, body };
    site.notModified += 1;
    return { status: 304, headers: etag };
  };
  const server = createServer((request, response) => {
    const { status, headers, body } = answer(request);
    response.writeHead(status, headers).end(body);
  });
  await new Promise<void>((listening) => { server.listen(0, '127.0.0.1', listening); });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the site has no port');
  return Object.assign(site, { port: address.port, close: () => new Promise<void>((closed) => { server.close(() => closed()); server.closeAllConnections(); }) });
}

/** About every second page has an ETag. */
function isTagged(path: string): boolean {
  return path.length % 2 === 0;
}

const test = base.extend<{ site: Site }>({
  site: async ({}, use) => {
    const site = await openSite();
    await use(site);
    await site.close();
  },
});

/** The page's own address, over http and on the port of the local server. */
function localUrl(row: Row, port: number): URL {
  const url = new URL(row.url);
  url.protocol = 'http:';
  url.port = String(port);
  return url;
}

function pathOf(row: Row): string {
  const { pathname, search } = new URL(row.url);
  return `${pathname}${search}`;
}

function keyOf(row: Row): string {
  return `${new URL(row.url).hostname}${pathOf(row)}`;
}

function bodyOf(row: Row): Buffer {
  return gunzipSync(readFileSync(path.join(CORPORA ?? '', row.file)));
}

function configOf(rows: readonly Row[], port: number): string {
  const hosts = [...new Set(rows.map((row) => new URL(row.url).hostname))];
  const sources = hosts.map((host) => `  ${host}: { url: "http://${host}:${port}", allowPrivateAddresses: true }\n`).join('');
  const targets = rows.map((row) => `  ${row.id}: { kind: product, url: ${JSON.stringify(localUrl(row, port).href)}, freshness: 1ms }\n`).join('');
  return `sources:\n${sources}targets:\n${targets}rules:\n  any: { on: [price, list_price, stock, promotion_started, promotion_ended, title, images, description, rating, review_count] }\n`;
}

/** Every way the price is written, changed everywhere in the bytes: its last digit before the decimals goes one up, 9 goes to 8. */
function withOtherPrice(body: Buffer, price: string): Buffer {
  const [whole = '', cents = ''] = price.split('.');
  const other = whole.slice(0, -1) + (whole.endsWith('9') ? '8' : String(Number(whole.slice(-1)) + 1));
  const grouped = (digits: string, mark: string): string => digits.replace(/(\d)(?=(\d{3})+$)/g, `$1${mark}`);
  let text = body.toString('latin1');
  for (const mark of ['', ',', '.', ' ']) {
    const [from, to] = [grouped(whole, mark), grouped(other, mark)];
    const end = cents === '' || Number(cents) === 0 ? '(?=\\D|00\\D)' : `(?=(?:<[^<>]{1,80}>|&#?\\w{1,6};|[.,\\s]){0,4}${cents.replace(/0+$/, '')})`;
    text = text.replace(new RegExp(`(?<![\\d.,])${from.replaceAll('.', '\\.')}${end}`, 'g'), to);
  }
  return Buffer.from(text, 'latin1');
}

async function changesOf(pipeline: Pipeline, crawls: readonly CrawlDocument[]): Promise<Change[]> {
  return (await Promise.all(crawls.map((crawl) => changesOfCrawl(pipeline.store, crawl._id)))).flat();
}

/** The price as it was read, plain decimal. */
async function priceOf(pipeline: Pipeline, row: Row): Promise<string> {
  const shown: ListingDocument[] = [];
  for await (const page of listingsOfTarget(pipeline.store, brand<TargetId>(row.id))) shown.push(...page);
  const [listing] = shown;
  const content = listing && (await versionsByIds(pipeline.store, [listing.currentVersionId]))[0]?.content;
  const price = content?.kind === 'listing' ? valueOf(content.fields.price) : undefined;
  if (!price) throw new Error(`no price was read from ${row.url}`);
  return decimalOf(price.money);
}

/** What may change where the digits of the price are changed everywhere: they may stand in the price for a measure, and in a number of pieces. */
const FOLLOWS: ReadonlySet<Change['detail']['kind']> = new Set(['price', 'unit_price', 'attributes']);

const said = (change: Change): string => `${change.targetId} ${JSON.stringify(change.detail).slice(0, 400)}`;

test.skipIf(!present(FILE))('real product pages, from target to export', async ({ space, site }) => {
  const rows = readFileSync(path.join(CORPORA ?? '', FILE), 'utf8').trim().split('\n').map((line) => Row.parse(JSON.parse(line)));
  for (const row of rows) site.pages.set(keyOf(row), bodyOf(row));
  const resolve = async (): Promise<{ address: string; family: number }[]> => [{ address: '127.0.0.1', family: 4 }];
  const pipeline = await openPipeline({ ...space, yaml: configOf(rows, site.port), start: { resolve }, patience: 120_000 });
  const folder = await mkdtemp(path.join(tmpdir(), 'rivalwatch-pages-'));
  try {
    const ids = rows.map((row) => row.id);
    const first = await pipeline.crawl(...ids);
    expect(first.filter((crawl) => crawl.tally.outcomes.ok !== 1).map((crawl) => [crawl.targetId, crawl.tally.outcomes])).toEqual([]);
    expect((await changesOf(pipeline, first)).map(said)).toEqual([]);
    const versions = await pipeline.store.versions.count({});
    expect(versions).toBe(rows.length);

    const second = await pipeline.crawl(...ids);
    expect((await changesOf(pipeline, second)).map(said)).toEqual([]);
    expect(await pipeline.store.versions.count({})).toBe(versions);
    expect(site.notModified).toBe(rows.filter((row) => isTagged(pathOf(row))).length);

    for (const row of rows) site.pages.set(keyOf(row), withOtherPrice(bodyOf(row), await priceOf(pipeline, row)));
    const third = await pipeline.crawl(...ids);
    const changes = await changesOf(pipeline, third);
    const byTarget = ids.map((id) => changes.filter((change) => change.targetId === id));
    const held = new Set((await Promise.all(third.map((crawl) => pendingVersions(pipeline.store, crawl._id, undefined, 1)))).flatMap(({ versions: waiting }) => waiting.map(({ targetId }) => targetId)));
    // A price beside one for a measure that stands still is seen twice before it is believed.
    const isRight = (list: readonly Change[], id: string): boolean => (list.length === 0 ? held.has(brand<TargetId>(id)) : list.every(({ detail }) => FOLLOWS.has(detail.kind)) && list.filter(({ detail }) => detail.kind === 'price').length === 1);
    const odd = byTarget.flatMap((list, place) => (isRight(list, ids[place] ?? '') ? [] : [`${ids[place]}: ${list.map(said).join(' ; ') || 'no change'}`]));
    console.log(`real pages through the pipeline: ${rows.length} read, ${site.notModified} not modified, ${rows.length - odd.length} price changes alone${odd.length > 0 ? `\n${odd.join('\n')}` : ''}`);
    expect(odd).toEqual([]);

    const files = await exportToFolder(pipeline.store, { folder, kinds: EXPORT_KINDS, format: 'ndjson', now: new Date() });
    for (const file of files) await followsSchema(file.kind, file.path, file.records);
    expect(Object.fromEntries(files.map((file) => [file.kind, file.records]))).toMatchObject({ listings: rows.length, crawls: 3 * rows.length });
    if (process.env['RIVALWATCH_KEEP']) await exportToFolder(pipeline.store, { folder: process.env['RIVALWATCH_KEEP'], kinds: EXPORT_KINDS, format: 'ndjson', now: new Date() });
  } finally {
    await pipeline.close();
    await rm(folder, { recursive: true, force: true });
  }
}, 300_000);

async function followsSchema(kind: ExportKind, file: string, records: number): Promise<void> {
  expect(existsSync(file)).toBe(true);
  const lines = (await readFile(file, 'utf8')).split('\n').filter(Boolean);
  expect([kind, lines.length]).toEqual([kind, records]);
  const schema = z.fromJSONSchema(recordJsonSchema(kind));
  for (const line of lines) schema.parse(JSON.parse(line));
}
