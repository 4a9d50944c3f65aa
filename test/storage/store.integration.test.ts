import { expect } from 'vitest';
import { brand, factId, listingId, type BlobHash, type ListingId, type Sku } from '../../model/ids.ts';
import { archivePages, archiveSize, pruneArchive, readArchive, type RawAnswer } from '../../storage/archive.ts';
import { hashOf, packNow } from '../../storage/packing.ts';
import { ArchiveDamagedError, MigrationNeededError, StorageContentionError, StorageUnavailableError } from '../../storage/errors.ts';
import { once, withLease } from '../../storage/leases.ts';
import type { LeaseDocument, ListingDocument } from '../../storage/documents.ts';
import { foldObservations, listing, listingsOfTarget, setPresence } from '../../storage/listings.ts';
import { decideMatch, matchesOf, matchesOfSkus, removeMatches, saveMatches } from '../../storage/matches.ts';
import { migrate, pendingMigrations, requireMigrated } from '../../storage/migrate.ts';
import { cachedPages, savePages } from '../../storage/pages.ts';
import { applyRetention } from '../../storage/retention.ts';
import { insertNewReviews, newReviewsOf } from '../../storage/reviews.ts';
import { openStore } from '../../storage/store.ts';
import { episode, saveEpisode } from '../../storage/episodes.ts';
import { decidableRecommendations, decideRecommendations, openRecommendations, recommendationsOf, standRecommendations } from '../../storage/recommendations.ts';
import { openCrawl } from '../../storage/crawls.ts';
import type { Match } from '../../model/advice.ts';
import type { Episode } from '../../model/episode.ts';
import { ONE_TO_ONE } from '../../model/pack.ts';
import { test as bare } from '../support/fixtures.ts';
import { gate } from '../workers/support.ts';
import { crawlOf, observe, SOURCE, TARGET, test, time, usd } from './support.ts';

const answer = (text: string, minute: number): RawAnswer => ({ body: Buffer.from(text), url: 'https://acme.example/', contentType: 'text/html', at: time(minute) });

test('an answer is archived once, byte for byte, and verified when it is shown', async ({ store }) => {
  const [first, again] = await archivePages(store, [answer('<p>价格</p>', 0), answer('<p>价格</p>', 5)]);
  expect(first).toBe(again);
  expect(first).toBe(hashOf(Buffer.from('<p>价格</p>')));
  if (!first) throw new Error('not archived');
  await archivePages(store, [answer('<p>价格</p>', 9)]);
  await archivePages(store, [{ ...answer('<p>价格</p>', 300), seenBefore: time(9) }]);
  expect(await readArchive(store, first)).toMatchObject({ body: Buffer.from('<p>价格</p>'), lastAt: time(9), url: 'https://acme.example/' });
  await archivePages(store, [{ ...answer('<p>价格</p>', 400), seenBefore: time(300) }, { ...answer('gone meanwhile', 500), packed: packNow(Buffer.from('gone meanwhile')), seenBefore: time(300) }]);
  expect((await readArchive(store, first))?.lastAt).toEqual(time(400));
  expect(await store.archive.count({})).toBe(2);
  expect((await readArchive(store, hashOf(Buffer.from('gone meanwhile'))))?.body).toEqual(Buffer.from('gone meanwhile'));
  await store.archive.remove({ _id: hashOf(Buffer.from('gone meanwhile')) });
  expect(await store.archive.count({})).toBe(1);
  expect(await readArchive(store, brand<BlobHash>('0'.repeat(64)))).toBeUndefined();
  await store.archive.update({ _id: first }, { $set: { bytes: Buffer.from('not brotli') } });
  await expect(readArchive(store, first)).rejects.toThrow(ArchiveDamagedError);
});

test('the archive is kept by days and by bytes, the longest unseen go first', async ({ store }) => {
  const texts = Array.from({ length: 6 }, (_, index) => Array.from({ length: 400 }, (__, k) => Math.sin(index * 1_000 + k)).join());
  const hashes = await archivePages(store, texts.map((text, index) => answer(text, index * 1_440)));
  const { storedBytes, answers } = await archiveSize(store);
  const newest = (await store.archive.getAll(hashes.slice(4).flatMap((hash) => hash ?? []))).reduce((sum, item) => sum + item.storedSize, 0);
  expect(answers).toBe(6);
  expect(await pruneArchive(store, { days: 4, bytes: storedBytes }, time(6 * 1_440))).toBe(2);
  expect(await pruneArchive(store, { days: 4, bytes: newest }, time(6 * 1_440))).toBe(2);
  expect((await store.archive.find({}, { sort: { lastAt: 1 } })).map((item) => item._id)).toEqual(hashes.slice(4));
});

test('an answer too large for a document is not archived, the others are', async ({ store }) => {
  const noise = Buffer.alloc(13_000_000);
  for (let index = 0, x = 1; index < noise.length; index += 4) { x = (Math.imul(x, 1_664_525) + 1_013_904_223) >>> 0; noise.writeUInt32LE(x, index); }
  expect(await archivePages(store, [{ ...answer('', 0), body: noise }, answer('small', 0)])).toEqual([undefined, hashOf(Buffer.from('small'))]);
});

test('the newest answer of a page stays', async ({ store }) => {
  const page = (minute: number, etag: string) => ({ _id: 'pag_1', url: 'u', finalUrl: 'u', status: 200, etag, archive: brand<BlobHash>('a'), fetchedAt: time(minute) });
  await savePages(store, [{ page: page(5, 'new') }]);
  await savePages(store, [{ page: page(3, 'old') }]);
  // Another worker has it newer than this one thought.
  await savePages(store, [{ page: page(4, 'older'), before: page(2, 'older') }]);
  expect((await cachedPages(store, ['pag_1', 'pag_2'])).get('pag_1')?.etag).toBe('new');
  await savePages(store, [{ page: page(8, 'new'), before: page(5, 'new') }]);
  expect(await store.pages.find({})).toEqual([page(8, 'new')]);
  await savePages(store, [{ page: page(9, 'newest'), before: page(8, 'new') }]);
  expect(await store.pages.find({})).toEqual([page(9, 'newest')]);
});

test('the first crawl of reviews is no news, later new ones are, also when it runs twice', async ({ store }) => {
  const id = listingId(SOURCE, 'lamp');
  const review = (no: number) => ({ id: factId('review', no), text: `review ${no}` });
  const read = (crawl: number, ...nos: number[]) => insertNewReviews(store, { listingId: id, targetId: TARGET, crawlId: crawlOf(crawl), at: time(crawl), reviews: nos.map(review) });
  expect(await read(1)).toMatchObject({ hadBefore: false, reviews: [] });
  expect(await read(2, 1, 2)).toMatchObject({ hadBefore: true, reviews: [{ text: 'review 1' }, { text: 'review 2' }] });
  expect((await read(2, 1, 2)).reviews).toHaveLength(2);
  expect((await read(3, 1, 2, 3)).reviews.map((item) => item.text)).toEqual(['review 3']);
  expect(await newReviewsOf(store, crawlOf(2))).toMatchObject([{ hadBefore: true, reviews: [{}, {}] }]);
});

test('a crawl judges the presence of a listing once', async ({ store }) => {
  await foldObservations(store, [observe('lamp', 1, 100), observe('desk', 1, 100), observe('desk', 50, 100)], time(1));
  const shown: ListingDocument[] = [];
  for await (const page of listingsOfTarget(store, TARGET)) shown.push(...page);
  expect(new Map(shown.map((item) => [item.productId, [item.lastSeenAt, item.lastSeenCrawlId]]))).toEqual(new Map([['desk', [time(50), crawlOf(50)]], ['lamp', [time(1), crawlOf(1)]]]));
  const lamp: ListingId = listingId(SOURCE, 'lamp');
  const update = { listingId: lamp, crawlId: crawlOf(50), presence: 'missing' as const, missed: 1, since: time(50) };
  expect([await setPresence(store, [update], time(51)), await setPresence(store, [{ ...update, missed: 2 }], time(51))]).toEqual([1, 0]);
  expect(await listing(store, lamp)).toMatchObject({ presence: 'missing', missed: 1, presenceSince: time(50), recordedAt: time(51) });
});

test('of two writers of an episode one wins, the other hears it', async ({ store }) => {
  const first: Episode = { id: factId('episode', 1), ruleId: brand('r'), subjectId: brand('s'), aspect: '', state: 'firing', rev: 1, seen: 1, openedAt: time(0), updatedAt: time(0), lastAlerted: usd(5_000_000_000), applied: [] };
  expect([await saveEpisode(store, first, null), await saveEpisode(store, first, null)]).toEqual([true, false]);
  const results = await Promise.all(Array.from({ length: 6 }, () => saveEpisode(store, { ...first, rev: 2 }, 1)));
  expect(results.filter(Boolean)).toHaveLength(1);
  expect((await episode(store, first.id))?.lastAlerted).toEqual(usd(5_000_000_000));
});

test('an operator\'s word about a match outlives what the evidence says, also where it came in between', async ({ store }) => {
  const [listing, sku] = [listingId(SOURCE, 'lamp'), brand<Sku>('L-1')];
  const match: Match = { id: factId('match', listing, sku), sku, listingId: listing, packRatio: ONE_TO_ONE, state: 'proposed', why: 'brand_and_mpn' };
  expect(await decideMatch(store, match.id, { state: 'rejected' }, time(0))).toBeUndefined();
  await saveMatches(store, [match]);
  await saveMatches(store, [{ ...match, state: 'confirmed', why: 'gtin' }]);
  await saveMatches(store, [match]);
  expect(await matchesOf(store, [listing])).toEqual([{ ...match, state: 'confirmed', why: 'gtin' }]);
  const six = { ours: 6, theirs: 1 };
  expect(await decideMatch(store, match.id, { state: 'confirmed', packRatio: six }, time(1))).toMatchObject({ packRatio: six, decidedAt: time(1) });
  const rejected = await decideMatch(store, match.id, { state: 'rejected' }, time(2));
  expect(rejected).toEqual({ ...match, state: 'rejected', why: 'gtin', packRatio: six, decidedAt: time(2) });
  await saveMatches(store, [{ ...match, state: 'confirmed', why: 'rival_url' }]);
  await saveMatches(store, [match]);
  await removeMatches(store, [match]);
  expect(await matchesOfSkus(store, [sku])).toEqual([rejected]);
});

test('a new price recommendation supersedes the open one and expires in its time', async ({ store }) => {
  const sku = brand<Sku>('L-1');
  const make = (no: number, minute: number) => ({ id: factId('recommendation', no), sku, advice: { kind: 'lower_price' as const, from: usd(100), to: usd(100 - no) }, reason: 'r', inputs: [], createdAt: time(minute), expiresAt: time(minute + 60), state: 'open' as const });
  expect(await standRecommendations(store, sku, [make(1, 0)], time(0))).toHaveLength(1);
  expect(await standRecommendations(store, sku, [{ ...make(1, 0), reason: 'of now' }], time(1))).toHaveLength(0);
  expect(await openRecommendations(store, time(1), [sku])).toMatchObject([{ reason: 'of now', createdAt: time(0) }]);
  await standRecommendations(store, sku, [make(2, 5)], time(5));
  expect((await openRecommendations(store, time(6))).map((item) => item.id)).toEqual([factId('recommendation', 2)]);
  expect((await recommendationsOf(store, sku, 10)).map((item) => [item.id, item.state])).toEqual([[factId('recommendation', 2), 'open'], [factId('recommendation', 1), 'superseded']]);
  expect(await openRecommendations(store, time(66), [sku])).toEqual([]);

  // What the operator said stands, also against a worker that looked before, and is found however much came after it; of what is superseded nothing can be said.
  await decideRecommendations(store, [factId('recommendation', 1), factId('recommendation', 2)], 'dismissed', time(6));
  await standRecommendations(store, sku, [make(2, 5), make(3, 7)], time(7));
  expect((await recommendationsOf(store, sku, 1)).map((item) => [item.id, item.state])).toEqual([[factId('recommendation', 3), 'open'], [factId('recommendation', 2), 'dismissed']]);
  expect((await decidableRecommendations(store, [sku])).map((item) => item.id).toSorted((a, b) => (a < b ? -1 : 1))).toEqual([factId('recommendation', 2), factId('recommendation', 3)].toSorted((a, b) => (a < b ? -1 : 1)));
});

test('retention removes what is old and done, nothing else', async ({ store }) => {
  const { crawl } = await openCrawl(store, { targetId: TARGET, sourceId: SOURCE, plannedAt: time(0) }, [], time(0));
  await archivePages(store, [answer('old', 0), answer('new', 100 * 1_440)]);
  const settings = { archiveDays: 30, archiveBytes: 1e9, crawlDays: 90, deliveryDays: 365 };
  expect(await once(store, 'look', time(101 * 1_440 - 1_441)) && await once(store, 'look-again', time(101 * 1_440 - 1_439))).toBe(true);
  expect(await applyRetention(store, settings, time(101 * 1_440))).toMatchObject({ archive: 1, crawls: 0, leases: 1 });
  expect([await once(store, 'look', time(101 * 1_440)), await once(store, 'look-again', time(101 * 1_440))]).toEqual([true, false]);
  await store.crawls.update({ _id: crawl._id }, { $set: { finishedAt: time(1) }, $unset: { open: true } });
  expect(await applyRetention(store, settings, time(101 * 1_440))).toMatchObject({ archive: 0, crawls: 1, batches: 1 });
});

test('one process at a time holds a lease; one that died loses it', async ({ store }) => {
  const lease = (holder: string, minute: number) => withLease(store, { name: 'export', holder, ms: 60_000, clock: () => time(minute) }, async () => {
    const inner = await withLease(store, { name: 'export', holder: 'other', ms: 60_000, clock: () => time(minute) }, async () => 'both');
    return inner ?? 'alone';
  });
  expect(await lease('me', 0)).toBe('alone');
  await store.leases.insert({ _id: 'export', holder: 'dead', expiresAt: time(5) });
  expect(await lease('me', 4)).toBeUndefined();
  expect(await lease('me', 5)).toBe('alone');
});

test('a lease that is renewed at the moment in which its work ends is given back all the same', async ({ store }) => {
  const [renewing, over] = [gate(), gate()];
  const insert = store.leases.insert.bind(store.leases);
  const asked: Promise<boolean>[] = [];
  Object.defineProperty(store.leases, 'insert', { value: (lease: LeaseDocument) => {
    if (asked.length > 0) renewing.open();
    asked.push((asked.length > 0 ? over.opened : Promise.resolve()).then(() => insert(lease)));
    return asked.at(-1);
  } });
  await withLease(store, { name: 'export', holder: 'me', ms: 50, clock: () => time(0) }, async () => {
    await renewing.opened;
    setImmediate(over.open);
  });
  await Promise.all(asked);
  expect(await store.leases.get('export')).toBeUndefined();
});

bare('a database is migrated by command only, once, by one', async ({ db, mongoUri }) => {
  const store = await openStore({ uri: mongoUri, database: db.databaseName });
  try {
    await expect(requireMigrated(store)).rejects.toThrow(MigrationNeededError);
    await expect(requireMigrated(store)).rejects.toThrow(/rivalwatch migrate/);
    await store.leases.insert({ _id: 'migrate', holder: 'another', expiresAt: time(1) });
    await expect(migrate(store, { holder: 'me', clock: () => time(0) })).rejects.toThrow(StorageContentionError);
    await expect(migrate(store, { holder: 'me', clock: () => time(0) })).rejects.toThrow(/\(another\).* if it was killed, its place is free in \d+ s/);
    expect(await migrate(store, { holder: 'me', clock: () => time(2) })).toEqual((await import('../../storage/migrations/index.ts')).MIGRATIONS.map((step) => step.id));
    expect(await migrate(store, { holder: 'me', clock: () => time(2) })).toEqual([]);
    // A crash after the step, before its record: running it again must not matter.
    await store.schemaMigrations.remove({});
    expect(await migrate(store, { holder: 'me', clock: () => time(2) })).not.toEqual([]);
    expect(await pendingMigrations(store)).toEqual([]);
    await requireMigrated(store);
  } finally {
    await store.close();
  }
});

test('versions from before unit prices and stars of ratings were read get the fields, as ones that were not read', async ({ store }) => {
  await foldObservations(store, [observe('lamp', 1, 100)], time(1));
  await store.db.collection('versions').updateMany({}, { $unset: { 'content.fields.unitPrice': '', 'content.fields.starMix': '' } });
  await store.schemaMigrations.remove({ _id: { $in: ['001-unit-price', '003-star-mix'] } });
  expect(await migrate(store, { holder: 'me', clock: () => time(2) })).toEqual(['001-unit-price', '003-star-mix']);
  expect(await store.versions.find({})).toMatchObject([{ content: { fields: { unitPrice: { state: 'unknown', reason: 'not_read' }, starMix: { state: 'unknown', reason: 'not_read' } } } }]);
  expect((await foldObservations(store, [observe('lamp', 2, 100)], time(2)))[0]?.result).toBe('unchanged');
});

test('a database from before heads gets them from its open versions', async ({ store }) => {
  await foldObservations(store, [observe('lamp', 1, 100)], time(1));
  const head = await store.heads.find({});
  await store.heads.remove({});
  await store.schemaMigrations.remove({ _id: '002-heads' });
  await store.db.collection('versions').createIndex({ subjectId: 1 }, { name: 'open', unique: true, partialFilterExpression: { open: true } });
  expect(await migrate(store, { holder: 'me', clock: () => time(2) })).toEqual(['002-heads']);
  expect(await store.heads.find({})).toEqual(head);
  expect((await store.db.collection('versions').indexes()).map((index) => index.name)).not.toContain('open');
  expect((await foldObservations(store, [observe('lamp', 2, 100)], time(2)))[0]?.result).toBe('unchanged');
});

bare('a database that is away says so, without the password', async () => {
  const opening = openStore({ uri: 'mongodb://user:secret@127.0.0.1:9/?directConnection=true&serverSelectionTimeoutMS=300', database: 'x', patience: 600_000 });
  await expect(opening).rejects.toThrow(StorageUnavailableError);
  await expect(opening).rejects.toMatchObject({ retryable: true, message: expect.not.stringContaining('secret') });
  await expect(openStore({ uri: 'nonsense', database: 'x' })).rejects.toThrow(/no MongoDB address/);
});

test('a document that lacks what every reader needs is refused', async ({ store }) => {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what a foreign writer would do
  await expect(store.targets.insert({ _id: 't' } as never)).rejects.toMatchObject({ name: 'StorageRefusedError', retryable: false });
});
