import fc from 'fast-check';
import { expect, vi } from 'vitest';
import { brand, listingId, targetSubject, viewSubject, type SubjectId, type TargetId } from '../../model/ids.ts';
import { unknown } from '../../model/reading.ts';
import { foldObservations, listing } from '../../storage/listings.ts';
import { pendingVersions, settledBefore, settleVersions } from '../../storage/settling.ts';
import { foldPageText, foldRanking, history, historyOfListing, versionAt } from '../../storage/versions.ts';
import type { VersionDocument } from '../../storage/documents.ts';
import type { Store } from '../../storage/store.ts';
import type { Table } from '../../storage/table.ts';
import { crawlOf, fieldsOf, observe, SOURCE, TARGET, test, time } from './support.ts';

const now = time(10_000);
const lamp = listingId(SOURCE, 'lamp');
const subject = viewSubject(lamp, TARGET);

async function steps(store: Store, of: SubjectId): Promise<{ seq: number; from: Date; to: Date; open: boolean }[]> {
  const versions = await history(store, of, time(-1), time(100_000));
  return versions.map((version) => ({ seq: version.seq, from: version.firstSeenAt, to: version.lastSeenAt, open: version.open === true }));
}

test('an unchanged listing costs no version, a changed one exactly one', async ({ store }) => {
  const results = [];
  for (const [minute, minor] of [[0, 100], [1, 100], [2, 200], [3, 200], [4, 100]] as const) {
    const [folded] = await foldObservations(store, [observe('lamp', minute, minor)], now);
    results.push(folded?.result);
  }
  expect(results).toEqual(['new', 'unchanged', 'changed', 'unchanged', 'changed']);
  expect(await steps(store, subject)).toEqual([
    { seq: 1, from: time(0), to: time(1), open: false },
    { seq: 2, from: time(2), to: time(3), open: false },
    { seq: 3, from: time(4), to: time(4), open: true },
  ]);
  expect(await listing(store, lamp)).toMatchObject({ views: { [subject]: { seq: 3 } }, lastSeenAt: time(4), firstSeenAt: time(0), title: 'A lamp', presence: 'present', targetIds: [TARGET], lastSeenCrawlId: crawlOf(4) });
  expect((await listing(store, 'https://acme.example/p/lamp'))?._id).toBe(lamp);
  expect((await versionAt(store, subject, time(2.5)))?.seq).toBe(2);
  expect(await versionAt(store, subject, time(-5))).toBeUndefined();
});

test('folding everything twice changes nothing, nor does an older observation', async ({ store }) => {
  const all = [observe('lamp', 0, 100), observe('lamp', 5, 200), observe('desk', 5, 300), observe('sofa', 5, 300)];
  await foldObservations(store, all, now);
  const before = [await store.versions.find({}, { sort: { _id: 1 } }), await store.listings.find({}, { sort: { _id: 1 } })];
  const beside = (await store.versions.find({})).flatMap(({ content }) => (content.kind === 'listing' ? [[content.productId, content.beside ?? null]] : []));
  expect(Object.fromEntries(beside)).toEqual({ lamp: null, desk: 1, sofa: 1 });
  await foldObservations(store, all, time(20_000));
  const [late] = await foldObservations(store, [observe('lamp', 3, 999)], time(20_000));
  expect(late).toMatchObject({ result: 'stale', late: 120_000 });
  expect((await foldObservations(store, [observe('lamp', 3, 200)], time(20_000)))[0]).not.toHaveProperty('late');
  expect([await store.versions.find({}, { sort: { _id: 1 } }), await store.listings.find({}, { sort: { _id: 1 } })]).toEqual(before);
});

test('content that comes, goes and comes back within one crawl is three versions', async ({ store }) => {
  const crawlId = crawlOf(1);
  await foldObservations(store, [observe('lamp', 1, 100, { crawlId }), observe('lamp', 2, 200, { crawlId }), observe('lamp', 3, 100, { crawlId })], now);
  expect(await steps(store, subject)).toHaveLength(3);
});

test('a list page that carries fewer fields is no change, one that shows another price is', async ({ store }) => {
  const full = fieldsOf(100);
  const short = (minor: number): typeof full => ({ ...fieldsOf(minor), description: unknown('not_read'), brand: unknown('not_read'), title: unknown('not_read') });
  await foldObservations(store, [observe('lamp', 0, 100, { fields: full })], now);
  expect((await foldObservations(store, [observe('lamp', 1, 0, { fields: short(100) })], now))[0]?.result).toBe('unchanged');
  expect((await foldObservations(store, [observe('lamp', 2, 0, { fields: short(120) })], now))[0]?.result).toBe('changed');
  expect((await listing(store, lamp))?.title).toBe('A lamp');
});

/** Fails once, before the write of this number to one of the three collections that make up history. */
function killBefore(store: Store, write: number): void {
  let writes = 0;
  const count = (): void => {
    writes += 1;
    if (writes === write) throw new Error('killed');
  };
  dying(store.heads, count);
  dying(store.versions, count);
  dying(store.listings, count);
}

function dying<T extends { readonly _id: string }>(table: Table<T>, before: () => void): void {
  const [bulk, updateMany] = [table.bulk.bind(table), table.updateMany.bind(table)];
  vi.spyOn(table, 'bulk').mockImplementation(async (operations) => {
    if (operations.length > 0) before();
    return bulk(operations);
  });
  vi.spyOn(table, 'updateMany').mockImplementation(async (filter, update) => {
    before();
    return updateMany(filter, update);
  });
}

/** One more than the history below needs: the last run is not disturbed. */
const WRITES = 23;

test.for(Array.from({ length: WRITES }, (_, no) => no + 1))('a crash before write %i is mended by folding the same again', async (write, { store }) => {
  killBefore(store, write);
  let crashes = 0;
  for (const [minute, minor] of [[0, 100], [1, 100], [2, 200], [3, 200], [4, 200], [5, 300], [6, 100]] as const) {
    const fold = () => foldObservations(store, [observe('lamp', minute, minor)], now);
    await fold().catch(async () => {
      crashes += 1;
      await fold();
    });
  }
  expect(crashes).toBe(write < WRITES ? 1 : 0);
  expect(await steps(store, subject)).toEqual([
    { seq: 1, from: time(0), to: time(1), open: false }, { seq: 2, from: time(2), to: time(4), open: false },
    { seq: 3, from: time(5), to: time(5), open: false }, { seq: 4, from: time(6), to: time(6), open: true },
  ]);
  const newest = (await versionAt(store, subject, time(9)))?._id;
  expect(await listing(store, lamp)).toMatchObject({ currentVersionId: newest, views: { [subject]: { seq: 4, versionId: newest } }, lastSeenAt: time(6), lastSeenCrawlId: crawlOf(6) });
});

test('what is seen next after a crash takes the place of what was never written', async ({ store }) => {
  await foldObservations(store, [observe('lamp', 0, 100)], now);
  // The head moved on, then everything stopped.
  const insert = vi.spyOn(store.versions, 'insertAll').mockRejectedValueOnce(new Error('killed'));
  await expect(foldObservations(store, [observe('lamp', 1, 200)], now)).rejects.toThrow('killed');
  insert.mockRestore();
  expect((await foldObservations(store, [observe('lamp', 2, 300)], now))[0]).toMatchObject({ result: 'changed', seq: 2 });
  expect(await steps(store, subject)).toEqual([{ seq: 1, from: time(0), to: time(0), open: false }, { seq: 2, from: time(2), to: time(2), open: true }]);
});

test('workers that fold the same listings at once leave one history without overlaps', async ({ store }) => {
  const jobs = Array.from({ length: 6 }, (_, worker) => Array.from({ length: 8 }, (__, k) => observe(`p${k % 4}`, worker + k, (worker + k) % 3)));
  await Promise.all(jobs.map((observations) => foldObservations(store, observations, now)));
  for (let k = 0; k < 4; k += 1) {
    await expectStepFunction(store, viewSubject(listingId(SOURCE, `p${k}`), TARGET));
    const [newest] = (await steps(store, viewSubject(listingId(SOURCE, `p${k}`), TARGET))).slice(-1);
    const id = listingId(SOURCE, `p${k}`);
    expect(await listing(store, id)).toMatchObject({ views: { [viewSubject(id, TARGET)]: { seq: newest?.seq } }, lastSeenAt: newest?.to });
  }
});

test.for([
  ['changed, overtaken by unchanged', 5, 200, 10, 100], ['unchanged, overtaken by changed', 5, 100, 10, 200], ['changed, overtaken by another change', 5, 200, 10, 300],
] as const)('a worker that is overtaken between reading and writing rewrites no past: %s', async ([, minute, minor, overtakes, overtaking], { store }) => {
  await foldObservations(store, [observe('lamp', 0, 100)], now);
  const { bulk, updateMany } = { bulk: store.heads.bulk.bind(store.heads), updateMany: store.heads.updateMany.bind(store.heads) };
  let overtaken = false;
  const overtake = async (): Promise<void> => {
    if (overtaken) return;
    overtaken = true;
    await foldObservations(store, [observe('lamp', overtakes, overtaking)], now);
  };
  vi.spyOn(store.heads, 'bulk').mockImplementation(async (operations) => {
    await overtake();
    return bulk(operations);
  });
  vi.spyOn(store.heads, 'updateMany').mockImplementation(async (filter, update) => {
    await overtake();
    return updateMany(filter, update);
  });
  expect((await foldObservations(store, [observe('lamp', minute, minor)], now))[0]?.result).toBe('stale');
  await expectStepFunction(store, subject);
  expect((await steps(store, subject)).at(-1)?.to).toEqual(time(overtakes));
});

async function expectStepFunction(store: Store, of: SubjectId): Promise<void> {
  const found = await steps(store, of);
  expect(found.map((step) => step.seq)).toEqual(found.map((_, index) => index + 1));
  for (const [index, step] of found.entries()) {
    expect(step.to.getTime()).toBeGreaterThanOrEqual(step.from.getTime());
    const previous = found[index - 1];
    if (previous) expect(step.from.getTime()).toBeGreaterThan(previous.to.getTime());
    expect(step.open).toBe(index === found.length - 1);
  }
}

test('any sequence of observations, in any order and with repeats, gives a step function', async ({ store }) => {
  let run = 0;
  const sighting = fc.record({ minute: fc.integer({ min: 0, max: 12 }), minor: fc.integer({ min: 1, max: 3 }) });
  await fc.assert(fc.asyncProperty(fc.array(sighting, { minLength: 1, maxLength: 14 }), fc.integer({ min: 1, max: 4 }), async (sightings, split) => {
    run += 1;
    const all = sightings.map(({ minute, minor }) => observe(`x${run}`, minute, minor));
    for (let start = 0; start < all.length; start += split) await foldObservations(store, all.slice(start, start + split), now);
    const of = viewSubject(listingId(SOURCE, `x${run}`), TARGET);
    await expectStepFunction(store, of);
    const found = await steps(store, of);
    expect(found.at(-1)?.to).toEqual(new Date(Math.max(...all.map((item) => item.at.getTime()))));
  }), { numRuns: 40 });
});

test('rankings and pages have a history of their own', async ({ store }) => {
  const seen = (minute: number) => ({ sourceId: SOURCE, targetId: TARGET, crawlId: crawlOf(minute), at: time(minute) });
  const item = (productId: string, position: number, title = productId) => ({ productId, title, url: `https://acme.example/${productId}`, sponsored: false, position, organicPosition: position });
  expect((await foldRanking(store, seen(0), [item('a', 1), item('b', 2)], false, now)).result).toBe('new');
  expect((await foldRanking(store, seen(1), [item('b', 2), item('a', 1, 'reworded')], false, now)).result).toBe('unchanged');
  const moved = await foldRanking(store, seen(2), [item('b', 1), item('a', 2)], false, now);
  expect(moved).toMatchObject({ result: 'changed', seq: 2 });
  const target = targetSubject(TARGET);
  // A first version has nothing to be compared with: it is settled from the beginning.
  expect((await settledBefore(store, target, 2))?.seq).toBe(1);
  const other = { ...seen(0), targetId: brand<TargetId>('terms') };
  expect((await foldPageText(store, other, 'Terms\n  apply', now)).result).toBe('new');
  expect((await foldPageText(store, { ...other, at: time(1) }, ' Terms\napply ', now)).result).toBe('unchanged');
});

test('versions wait for diff by crawl, held ones come back with the crawl that sees them again', async ({ store }) => {
  await foldObservations(store, ['a', 'b', 'c'].map((id) => observe(id, 0, 50)), now);
  expect((await pendingVersions(store, crawlOf(0), undefined, 10)).versions).toEqual([]);
  await foldObservations(store, ['a', 'b', 'c'].map((id) => observe(id, 1, 100)), now);
  const first = await pendingVersions(store, crawlOf(1), undefined, 2);
  expect(first.versions).toHaveLength(2);
  const second = await pendingVersions(store, crawlOf(1), first.next, 2);
  expect(second.versions).toHaveLength(1);
  const versions = [...first.versions, ...second.versions];
  const [held] = versions;
  const baselineOf = (version: VersionDocument, seq = version.seq) => ({ versionId: version._id, subjectId: version.subjectId, ...(version.listingId === undefined ? {} : { listingId: version.listingId }), baseline: { seq, versionId: version._id, fields: {}, fieldVersions: {} } });
  await settleVersions(store, versions.map((version) => ({ ...baselineOf(version), diff: version === held ? 'held' as const : 'done' as const })), now);
  expect((await pendingVersions(store, crawlOf(1), undefined, 10)).versions.map((version) => version.diff)).toEqual(['held']);
  await foldObservations(store, ['a', 'b', 'c'].map((id) => observe(id, 2, 300)), now);
  const again = await pendingVersions(store, crawlOf(2), undefined, 10);
  expect(again.versions.map((version) => `${version.seq} ${version.diff}`).toSorted()).toEqual(['2 held', '3 pending', '3 pending', '3 pending']);
  // A baseline never goes back.
  const newer = held && again.versions.find((version) => version.subjectId === held.subjectId && version.seq === 3);
  if (!held?.listingId || !newer) throw new Error('no version');
  await settleVersions(store, [{ ...baselineOf(newer), diff: 'done' }], now);
  await settleVersions(store, [{ ...baselineOf(held), diff: 'done' }], now);
  expect((await listing(store, held.listingId))?.baselines?.[held.subjectId]?.seq).toBe(3);
  expect((await pendingVersions(store, crawlOf(2), undefined, 10)).versions).toHaveLength(2);
});

test('two targets that show one listing have a view each; the history of the listing is both', async ({ store }) => {
  const other = brand<TargetId>('acme-lamp');
  await foldObservations(store, [observe('lamp', 0, 100), observe('lamp', 1, 100, { targetId: other, fields: fieldsOf(100, 'A Lamp (bright)') })], now);
  await foldObservations(store, [observe('lamp', 2, 100), observe('lamp', 3, 90, { targetId: other, fields: fieldsOf(90, 'A Lamp (bright)') })], now);
  expect((await historyOfListing(store, lamp, time(0), time(10))).map((version) => [version.targetId, version.seq])).toEqual([[TARGET, 1], [other, 1], [other, 2]]);
  expect(await historyOfListing(store, lamp, time(2), time(10))).toHaveLength(3);
  expect((await listing(store, lamp))?.targetIds).toEqual([TARGET, other]);
});
