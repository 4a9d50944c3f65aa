import { expect } from 'vitest';
import { createReaders } from '../../../crawlers/readers.ts';
import { brand, factId } from '../../../model/ids.ts';
import { unknown } from '../../../model/reading.ts';
import { listingHashAt } from '../../../storage/content-hash.ts';
import type { VersionDocument } from '../../../storage/documents.ts';
import type { Store } from '../../../storage/store.ts';
import { replay } from '../../../workers/replay/replay.ts';
import type { ReplayReport } from '../../../workers/replay/report.ts';
import type { Pipeline } from '../../support/pipeline.ts';
import type { Shop } from '../../support/shop.ts';
import { productTargets, test } from '../support.ts';

const RULES = 'rules:\n  cheaper: { preset: price-drop }\n';
const LONG_AGO = new Date('2020-01-01');

async function run(pipeline: Pipeline, apply: boolean, more: { readonly from?: Date; readonly to?: Date } = {}): Promise<ReplayReport> {
  const now = new Date();
  return replay({ store: pipeline.store, config: pipeline.workers.context.config(), readers: createReaders({ count: 0 }), now, signal: AbortSignal.timeout(30_000), onProgress: () => undefined }, { from: LONG_AGO, to: now, apply, ...more });
}

/** Everything that a replay may touch, without the notes of when it did. */
async function state(store: Store): Promise<object> {
  const [versions, changes, heads, listings, alerts] = await Promise.all([store.versions.find({}, { sort: { _id: 1 } }), store.changes.find({}, { sort: { _id: 1 } }), store.heads.find({}), store.listings.find({}), store.alerts.count({})]);
  return {
    alerts, heads: heads.map(({ contentHash }) => contentHash), listings: listings.map(({ title, baselines }) => ({ title, baselines })),
    versions: versions.map(({ content, contentHash, diff }) => ({ content, contentHash, diff })), changes: changes.map((change) => ({ ...change, recordedAt: undefined })),
  };
}

/** As if the reader of those days had not understood the field, or had misread it. */
async function weaken(store: Store, seq: number, change: (version: VersionDocument) => VersionDocument['content']): Promise<void> {
  const version = await store.versions.findOne({ seq });
  if (version?.content.kind !== 'listing') throw new Error('no such version');
  const content = change(version);
  if (content.kind !== 'listing') throw new Error('not of a listing');
  const contentHash = listingHashAt(content.fields, content.url);
  await store.versions.update({ _id: version._id }, { $set: { content, contentHash } });
  await store.heads.update({ versionId: version._id }, { $set: { contentHash } });
}

test('heals what a weaker reader left: values, hashes, changes and what is compared with; twice is once, and nobody is told', async ({ shop, open }) => {
  const pipeline = await open(`${productTargets(shop, ['lamp'])}${RULES}`);
  const { store, slack } = pipeline;
  await pipeline.crawl('lamp');
  for (const price of ['90.00', '80.00']) {
    shop.set('lamp', { price });
    await pipeline.crawl('lamp');
  }
  const whole = await state(store);
  expect(await run(pipeline, true)).toMatchObject({ versions: { looked: 3, same: 3, differ: 0 }, fields: {}, changes: { appear: [], vanish: [], altered: [] } });
  expect(await state(store)).toEqual(whole);

  // The second version's price was not understood, so that the fall to 80 was told as one from 100, and the brand of none was read.
  await weaken(store, 2, ({ content }) => (content.kind === 'listing' ? { ...content, fields: { ...content.fields, price: unknown('not_found') } } : content));
  const [first, second, third] = await store.versions.find({}, { sort: { seq: 1 } });
  const told = (await store.changes.find({ 'detail.kind': 'price' })).toSorted((a, b) => a.at.getTime() - b.at.getTime());
  await store.changes.remove({ _id: { $in: told.map(({ _id }) => _id) } });
  const [early, late] = told;
  if (!first || !second || !third || !early || !late || late.detail.kind !== 'price' || early.detail.kind !== 'price') throw new Error('the history is another one');
  await store.changes.insert({ ...late, _id: factId('change', 'price', third.subjectId, first._id, third._id, ''), fromVersion: first._id, detail: { ...late.detail, from: early.detail.from, percent: -20 } });
  const weak = await state(store);
  const messages = slack.messages.length;

  const report = await run(pipeline, false);
  expect(report).toMatchObject({ applied: false, versions: { looked: 3, same: 2, differ: 1, unreadable: 0, notArchived: 0 }, fields: { price: { versions: 1, examples: [{ before: 'unknown (not_found)', url: `${shop.origin}/p/lamp` }] } } });
  expect([report.changes.appear.length, report.changes.vanish.length]).toEqual([2, 1]);
  expect(await state(store)).toEqual(weak);

  await run(pipeline, true);
  expect(await state(store)).toEqual(whole);
  expect((await store.versions.findOne({ seq: 2 }))?.replayedAt).toBeInstanceOf(Date);
  expect(await run(pipeline, true)).toMatchObject({ versions: { differ: 0 }, changes: { appear: [], vanish: [] } });
  expect(await state(store)).toEqual(whole);

  // The next crawl compares with what was corrected, and has nothing to tell.
  await pipeline.crawl('lamp');
  expect(slack.messages).toHaveLength(messages);
  expect(await store.changes.count({ 'detail.kind': 'price' })).toBe(2);
});

/** A search of two pages, four articles each. */
function showSearch(shop: Shop): void {
  const list = (page: number): string => `<!doctype html><html lang="en-US"><head><title>Lamps</title></head><body><main><h1>Lamps</h1><ul class="products">${[1, 2, 3, 4].map((n) => `<li class="product"><a href="/p/lamp-${page}${n}"><img src="/img/${page}${n}.jpg" alt=""><h3>Lamp number ${page}${n}</h3></a><span class="price">$${page}${n}.00</span></li>`).join('')}</ul>${page === 1 ? '<a rel="next" href="/find?page=2">Next</a>' : ''}<p>${'Hand made in small numbers, sent within two days. '.repeat(20)}</p></main></body></html>`;
  for (const page of [1, 2]) shop.overrides.set(page === 1 ? '/find' : '/find?page=2', (_, response) => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(list(page)));
}

test('reads the places of a search again over all its pages', async ({ shop, open }) => {
  showSearch(shop);
  const pipeline = await open(`targets:\n  find: { kind: search, url: "${shop.origin}/find", maxPages: 3, freshness: 1ms }\n`);
  const { store } = pipeline;
  await pipeline.crawl('find');
  const version = await store.versions.findOne({ 'content.kind': 'ranking' });
  if (version?.content.kind !== 'ranking') throw new Error('no ranking');
  expect([version.content.items.length, version.archives?.length, version.archives?.[0]]).toEqual([8, 2, version.archive]);
  // The reader of those days took the last of each page for nothing.
  const items = version.content.items.filter(({ productId }) => !productId.endsWith('4'));
  await store.versions.update({ _id: version._id }, { $set: { 'content.items': items } });
  const report = await run(pipeline, true);
  expect(report).toMatchObject({ unreadable: {}, fields: { places: { versions: 1, examples: [{ after: version.content.items.map(({ productId }) => productId).join(' ') }] } } });
  expect((await store.versions.get(version._id))?.content).toEqual(version.content);
  await store.archive.remove({ _id: version.archives?.[1] ?? brand('none') });
  expect((await run(pipeline, false)).versions).toMatchObject({ notArchived: 1 });
});

test('corrects the figures of a change whose value was misread, looks only where it was asked to, and says what it cannot read', async ({ shop, open }) => {
  const pipeline = await open(`${productTargets(shop, ['lamp', 'rug'])}${RULES}`);
  const { store } = pipeline;
  await pipeline.crawl('lamp', 'rug');
  shop.set('lamp', { price: '90.00' });
  await pipeline.crawl('lamp');
  const right = await state(store);
  await weaken(store, 2, ({ content }) => {
    if (content.kind !== 'listing' || content.fields.price.state !== 'known') return content;
    const { value } = content.fields.price;
    return { ...content, fields: { ...content.fields, price: { ...content.fields.price, value: { ...value, money: { ...value.money, minor: 900 } } } } };
  });
  const change = await store.changes.findOne({ 'detail.kind': 'price' });
  if (change?.detail.kind !== 'price') throw new Error('no change of the price');
  await store.changes.update({ _id: change._id }, { $set: { 'detail.to.money.minor': 900, 'detail.percent': -91 } });
  const rug = await store.versions.findOne({ listingId: (await store.listings.findOne({ url: `${shop.origin}/p/rug` }))?._id ?? brand('none') });
  if (!rug?.archive) throw new Error('the rug has no archived page');
  await store.archive.remove({ _id: rug.archive });

  expect(await run(pipeline, false, { to: new Date('2020-02-01') })).toMatchObject({ versions: { looked: 0 } });
  const report = await run(pipeline, true);
  expect(report).toMatchObject({ versions: { looked: 3, same: 1, differ: 1, notArchived: 1 }, changes: { appear: [], vanish: [] } });
  expect(report.changes.altered.map(({ id }) => id)).toEqual([change._id]);
  expect(await state(store)).toEqual(right);
});
