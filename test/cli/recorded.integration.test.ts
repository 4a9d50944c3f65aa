import { gzipSync } from 'node:zlib';
import { expect } from 'vitest';
import { z } from 'zod';
import { reportSchema } from '../../alerts/backtest/report-schema.ts';
import { Recording } from '../../alerts/backtest/recording.ts';
import { backtest } from '../../alerts/backtest/run.ts';
import { judgeRecorded } from '../../cli/judge-recorded.ts';
import { openStore, type Store } from '../../storage/store.ts';
import { historyOf, WEEKLY } from '../alerts/backtest/histories.ts';
import { test, type Space } from '../support/fixtures.ts';
import { headOf, shell, type Shell } from './support.ts';

const HISTORY = historyOf({ ...WEEKLY, listings: 40, crawls: 30, goes: 0.01, seed: 4 });
const FILE = `${HISTORY.lines.join('\n')}\n`;
/** From the twentieth crawl on all prices are with tax. */
const TAXED = HISTORY.lines.map((line) => (HISTORY.order.indexOf(/"crawl":"([^"]+)"/.exec(line)?.[1] ?? '') < 20 ? line : line.replaceAll(/"amount":([\d.]+)/g, (_, amount: string) => `"amount":${(Number(amount) * 1.19).toFixed(2)}`)));
const RULES = 'rules:\n  cheaper: { preset: price-drop, threshold: 5%, channels: [team], where: { sources: [mart] } }\n';

test('backtest reads a file or standard input and prints rows as documented', async () => {
  const cli = await shell({ 'shop.jsonl': FILE, 'shop.jsonl.gz': gzipSync(FILE), 'rules.yaml': RULES }, { stdin: [FILE] });
  const ran = await cli.run('backtest', '--observations', 'shop.jsonl', '--rules', 'rules.yaml', '--json');
  expect([ran.code, ran.err]).toEqual([0, '']);
  const report = reportSchema.parse(ran.json());
  expect([report.crawls, report.alerts.length > 0, report.alerts.every(({ rule }) => rule === 'cheaper')]).toEqual([30, true, true]);
  const piped = await cli.run('backtest', '--observations', '-', '--rules', 'rules.yaml', '--json');
  expect(piped.out).toBe(ran.out);
  expect((await cli.run('backtest', '--observations', 'shop.jsonl.gz', '--rules', 'rules.yaml', '--json')).out).toBe(ran.out);
  const text = await cli.run('backtest', '--observations', 'shop.jsonl');
  expect(text.out).toMatch(/^30 crawls, \d+ observations: \d+ changes, 0 alerts\.\n/);
});

test('backtest names bad lines, mistakes in rules, and files that are not there', async () => {
  const cli = await shell({ 'shop.jsonl': `{"crawl":1\n${FILE}`, 'rules.yaml': 'rules:\n  cheaper: { preset: price-dorp }\n', 'none.yaml': 'targets: {}\n', 'empty.jsonl': '\n', 'plain.jsonl.gz': FILE, 'cut.jsonl.gz': gzipSync(FILE).subarray(0, 2_000) });
  const ran = await cli.run('backtest', '--observations', 'shop.jsonl', '--json');
  expect([ran.code, ran.err]).toEqual([0, expect.stringMatching(/^shop\.jsonl:1: not JSON/)]);
  expect(ran.json()).toMatchObject({ errors: [{ line: 1 }] });
  expect(await cli.run('backtest', '--observations', 'shop.jsonl', '--rules', 'rules.yaml')).toMatchObject({ code: 2, err: expect.stringMatching(/rules\.yaml:2:\d+ rules\.cheaper\.preset: .*Did you mean "price-drop"/) });
  expect(await cli.run('backtest', '--observations', 'shop.jsonl', '--rules', 'none.yaml')).toMatchObject({ code: 2, err: expect.stringContaining('there is no "rules" section') });
  expect(await cli.run('backtest', '--observations', 'empty.jsonl')).toMatchObject({ code: 2, err: expect.stringContaining('no line that can be used') });
  expect(await cli.run('backtest', '--observations', 'nowhere.jsonl')).toMatchObject({ code: 2, err: expect.stringContaining('nowhere.jsonl cannot be read') });
  for (const name of ['plain.jsonl.gz', 'cut.jsonl.gz', 'nowhere.jsonl.gz']) expect(await cli.run('backtest', '--observations', name)).toMatchObject({ code: 2, err: expect.stringContaining(`${name} cannot be read`) });
});

/** What needs the crawls of the time: figures of many days, a state from the first crawl on, how long it lasts, and confirmation. */
const STATES = '  below: { preset: price-drop, baseline: median 30d, threshold: 5% }\n  long: { state: in_stock, for: 20d }\n  sure: { preset: price-drop, confirm: 2 }\n  dear: { on: [price], when: [{ above: 4.00 USD }], for: 10d }\n';

const triedSchema = z.object({ alerts: z.array(z.object({ at: z.string(), ruleId: z.string(), moment: z.string(), change: z.object({ title: z.string() }) })) });

async function stored(store: Store): Promise<Record<string, unknown>> {
  const [versions, changes, listings, crawls] = await Promise.all([store.versions.find({}), store.changes.find({}), store.listings.find({}), store.crawls.find({})]);
  const by = <T extends { readonly _id: string }>(all: readonly T[]): readonly T[] => all.toSorted((a, b) => (a._id < b._id ? -1 : 1));
  return { versions: by(versions), changes: by(changes), listings: by(listings), crawls: by(crawls) };
}

async function ready(space: Space): Promise<Shell> {
  const cli = await shell({
    'rivalwatch.yaml': `${headOf(space)}sources: { shop: { url: "https://mart.example/" } }\ntargets: { shelf: { kind: catalogue, url: "https://mart.example/" } }\nchannels: { team: { type: webhook, url: "https://hooks.example/x" } }\n${RULES.replace(', where: { sources: [mart] }', '')}${STATES}`,
    'future.jsonl': `${FILE}{"crawl":"x","source":"mart","startedAt":"2999-01-01T00:00:00Z"}\n`, 'shop.jsonl': FILE, 'taxed.jsonl': `${TAXED.join('\n')}\n`, 'two.jsonl': `${FILE}{"crawl":"x","source":"other","startedAt":"2026-01-01T00:00:00Z"}\n`,
  });
  expect((await cli.run('migrate')).code).toBe(0);
  return cli;
}

test('import writes what a backtest finds, once, and tells nobody', async ({ space }) => {
  const cli = await ready(space);
  const recording = new Recording();
  for (const line of HISTORY.lines) recording.add(line);
  const report = backtest(recording, [], judgeRecorded);

  const first = await cli.run('import', 'observations', 'shop.jsonl', '--json');
  expect([first.code, first.json()]).toMatchObject([0, { crawls: 30, observations: report.observations, errors: [] }]);
  const store = await openStore({ uri: space.mongoUri, database: space.prefix });
  try {
    const once = await stored(store);
    const prices = (await store.changes.find({ 'detail.kind': 'price' })).map(({ detail }) => (detail.kind === 'price' ? `${detail.from.money.minor} → ${detail.to.money.minor}` : ''));
    const found = report.changes.flatMap(({ detail }) => (detail.kind === 'price' && 'money' in detail.from ? [`${detail.from.money.minor} → ${detail.to.money.minor}`] : []));
    expect(prices.toSorted()).toEqual(found.toSorted());
    expect((await store.versions.find({ diff: 'pending' })).length).toBe(0);
    const gone = report.changes.filter(({ kind }) => kind === 'listing_disappeared').length - report.changes.filter(({ kind }) => kind === 'listing_returned').length;
    expect([gone > 0, await store.listings.count({ presence: 'missing' }, 100)]).toEqual([true, gone]);

    expect((await cli.run('import', 'observations', 'shop.jsonl', '--json')).json()).toMatchObject({ crawls: 0, changes: 0, newVersions: 0 });
    expect(await stored(store)).toEqual(once);
    expect([await store.alerts.count({}, 10), await store.deliveries.count({}, 10), await store.episodes.count({}, 10)]).toEqual([0, 0, 0]);
  } finally {
    await store.close();
  }
});

test('import under a target of the configuration joins its history, in which rules would have told what a backtest tells, also of prices that were held', async ({ space }) => {
  const cli = await ready(space);
  expect((await cli.run('import', 'observations', 'taxed.jsonl', '--target', 'shelf')).out).toMatch(/^30 crawls, \d+ versions and \d+ changes were written/);
  expect(await cli.run('import', 'observations', 'future.jsonl', '--target', 'shelf')).toMatchObject({ code: 2, err: expect.stringContaining('Crawl "x" of "mart" lies in the future (2999-01-01T00:00:00.000Z): nothing was imported.') });
  expect(await cli.run('import', 'observations', 'two.jsonl', '--target', 'shelf')).toMatchObject({ code: 2, err: expect.stringContaining('2 sources') });
  expect(await cli.run('import', 'observations', 'shop.jsonl', '--target', 'shelv')).toMatchObject({ code: 2, err: expect.stringContaining('Did you mean "shelf"') });
  const store = await openStore({ uri: space.mongoUri, database: space.prefix });
  try {
    expect(new Set((await store.versions.find({})).map(({ targetId, sourceId }) => `${sourceId}/${targetId}`))).toEqual(new Set(['shop/shelf']));
    const tried = triedSchema.parse((await cli.run('rules', 'test', '--since', '2020-01-01', '--json')).json());
    const ran = reportSchema.parse((await cli.run('backtest', '--observations', 'taxed.jsonl', '--rules', 'rivalwatch.yaml', '--json')).json());
    expect(new Set(ran.alerts.map(({ rule }) => rule))).toEqual(new Set(['cheaper', 'below', 'long', 'sure', 'dear']));
    const told = (at: string, ...words: readonly string[]): string => [at.slice(0, 10), ...words].join(' ');
    expect(tried.alerts.map(({ at, ruleId, moment, change }) => told(at, ruleId, moment, change.title)).toSorted()).toEqual(ran.alerts.map(({ at, rule, moment, title }) => told(at, rule, moment, title)).toSorted());
  } finally {
    await store.close();
  }
});
