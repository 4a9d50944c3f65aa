import { describe, expect } from 'vitest';
import { brand, factId, type AlertId, type ChannelId, type SourceId, type TargetId } from '../../model/ids.ts';
import type { CrawlRequest } from '../../model/crawl.ts';
import { addBatches, batch, closeBatch, putOffBatch, recordRequests, type RequestUpdate } from '../../storage/batches.ts';
import { crawl, finishCrawlIfComplete, moveStage, openCrawl, overdue } from '../../storage/crawls.ts';
import { claimDelivery, delivery, deliveryId, failDelivery, finishAttempt, insertDeliveries } from '../../storage/deliveries.ts';
import type { Delivery } from '../../model/delivery.ts';
import { firstDue, gatherMembers, insertDelivery, membersOf, putOffDelivery, settleMembers } from '../../storage/outbox.ts';
import { claimDue, dueTargets, finishTarget, syncTargets, target } from '../../storage/targets.ts';
import type { BatchDocument } from '../../storage/documents.ts';
import type { Store } from '../../storage/store.ts';
import { crawlOf, SOURCE, TARGET, test, time } from './support.ts';

const planned = { targetId: TARGET, sourceId: SOURCE, plannedAt: time(0) };
const requests = (n: number): CrawlRequest[] => Array.from({ length: n }, (_, index) => ({ url: `https://acme.example/${index}`, role: 'listing' }));
const done = (index: number): RequestUpdate => ({ index, outcome: index % 2 === 0 ? 'ok' : 'gone', tally: { outcomes: { [index % 2 === 0 ? 'ok' : 'gone']: 1 }, listings: 1, bytes: 3_000_000_000, coverage: { price: 1 }, examples: index % 2 === 0 ? {} : { gone: [`u${index}`] } } });

describe('targets', () => {
  const wanted = (id: string, scheduleHash = 'h', firstDueAt = time(5)) => ({ id: brand<TargetId>(id), sourceId: brand<SourceId>('acme'), scheduleHash, firstDueAt });

  test('follow the configuration and keep their time while their schedule stays', async ({ store }) => {
    expect(await syncTargets(store, [wanted('a'), wanted('b')], time(0))).toEqual({ added: 2, planned: 0, disabled: 0 });
    expect(await syncTargets(store, [wanted('a', 'h', time(9)), wanted('b', 'other', time(9))], time(0))).toEqual({ added: 0, planned: 1, disabled: 0 });
    expect((await dueTargets(store, time(9), 10)).map((item) => [item._id, item.nextDueAt])).toEqual([['a', time(5)], ['b', time(9)]]);
    expect(await syncTargets(store, [wanted('b', 'other')], time(0))).toEqual({ added: 0, planned: 0, disabled: 1 });
    expect((await dueTargets(store, time(9), 10)).map((item) => item._id)).toEqual(['b']);
    // Back after its time has passed: planned anew, no run of long ago is made up for.
    await syncTargets(store, [wanted('a', 'h', time(60)), wanted('b', 'other')], time(30));
    expect((await target(store, brand<TargetId>('a')))?.nextDueAt).toEqual(time(60));
  });

  test('exactly one of many claims a run, and a crawl that ends late moves nothing', async ({ store }) => {
    await syncTargets(store, [wanted('a')], time(0));
    const claims = await Promise.all(Array.from({ length: 12 }, () => claimDue(store, brand<TargetId>('a'), time(5), time(65))));
    expect(claims.filter(Boolean)).toHaveLength(1);
    const finish = (minute: number) => finishTarget(store, brand<TargetId>('a'), { crawlId: crawlOf(minute), finishedAt: time(minute), verdict: 'good', lastGoodListings: minute });
    expect([await finish(10), await finish(8)]).toEqual([true, false]);
    expect(await target(store, brand<TargetId>('a'))).toMatchObject({ lastGoodListings: 10, lastCrawlId: crawlOf(10) });
  });
});

describe('crawls', () => {
  test('opening one twice opens one; adding batches twice adds them once', async ({ store }) => {
    const first = await openCrawl(store, planned, requests(3), time(0));
    const second = await openCrawl(store, planned, requests(9), time(1));
    expect([first.opened, second.opened]).toEqual([true, false]);
    expect(second.batch.requests).toHaveLength(3);
    await addBatches(store, first.crawl, [{ no: 2, requests: requests(1) }], time(1));
    const again = await addBatches(store, first.crawl, [{ no: 2, requests: requests(5) }, { no: 3, requests: requests(2) }], time(2));
    expect(again.map((item) => item.requests.length)).toEqual([1, 2]);
    expect(await store.batches.count({})).toBe(3);
  });

  test('pages that led from one to the next are recorded together, each with its outcome', async ({ store }) => {
    const { batch: opened } = await openCrawl(store, planned, requests(1), time(0));
    const pageUrl = (no: number): string => requests(no + 1)[no]?.url ?? '';
    const leads = (index: number): RequestUpdate => ({ ...done(index), appended: [{ index: index + 1, request: { url: pageUrl(index + 1), role: 'catalogue', page: index + 2 } }] });
    const pages = [done(3), leads(1), leads(0), leads(2)];
    expect(await recordRequests(store, opened, pages, time(1))).toMatchObject({ fresh: 4, known: { requests: [0, 1, 2, 3].map((no) => ({ url: pageUrl(no), outcome: done(no).outcome })) } });
    expect((await batch(store, opened._id))?.requests.map(({ url, outcome }) => [url, outcome])).toEqual([0, 1, 2, 3].map((no) => [pageUrl(no), done(no).outcome]));
    expect(await recordRequests(store, opened, pages, time(2))).toMatchObject({ fresh: 0 });
    // Nothing that led to it is recorded here: it has no place.
    expect(await recordRequests(store, opened, [done(9)], time(3))).toMatchObject({ fresh: 0 });
  });

  test('a request is counted once, however often and by whomever it is recorded', async ({ store }) => {
    const { batch: opened } = await openCrawl(store, planned, requests(6), time(0));
    expect(await recordRequests(store, opened, [done(0), done(1)], time(1))).toMatchObject({ fresh: 2, known: { rev: 1, requests: [{ outcome: 'ok' }, { outcome: 'gone' }, {}, {}, {}, {}] } });
    // Each knows the batch as it was opened.
    const rounds = await Promise.all(Array.from({ length: 6 }, (_, worker) => recordRequests(store, opened, [0, 1, 2, 3, 4, 5].slice(0, worker + 1).map(done), time(2))));
    expect(rounds.reduce((sum, { fresh }) => sum + fresh, 0)).toBe(4);
    expect(await recordRequests(store, opened, [done(99)], time(3))).toMatchObject({ fresh: 0 });
    const stored = await batch(store, opened._id);
    expect(stored?.requests.map((request) => request.outcome)).toEqual(['ok', 'gone', 'ok', 'gone', 'ok', 'gone']);
    expect(stored?.tally).toEqual({ outcomes: { ok: 3, gone: 3 }, listings: 6, bytes: 18_000_000_000, coverage: { price: 6 }, examples: { gone: expect.arrayContaining(['u1', 'u3', 'u5']) }, notModified: 0, reused: 0, listFailures: 0 });
    expect(await store.batches.count({ 'tally.bytes': { $type: 'long' } })).toBe(1);
  });

  test('exactly one worker finishes a crawl, with the sum of its batches', async ({ store }) => {
    const { crawl: opened, batch: first } = await openCrawl(store, planned, requests(2), time(0));
    const [second] = await addBatches(store, opened, [{ no: 2, requests: requests(2) }], time(0));
    if (!second) throw new Error('no batch');
    for (const open of [first, second]) await recordRequests(store, open, [done(0), done(1)], time(1));
    await closeBatch(store, first._id, time(2));
    expect(await finishCrawlIfComplete(store, opened._id, () => ({ verdict: 'good' }), time(2))).toBeUndefined();
    expect([await closeBatch(store, second._id, time(2)), await closeBatch(store, second._id, time(2))]).toEqual([true, false]);
    const winners = (await Promise.all(Array.from({ length: 8 }, () => finishCrawlIfComplete(store, opened._id, (tally) => ({ verdict: tally.listings === 4 ? 'good' : 'partial' }), time(3))))).filter((item) => item !== undefined);
    expect(winners).toHaveLength(1);
    expect(await crawl(store, opened._id)).toMatchObject({ stage: 'diff', verdict: 'good', open: true, tally: { outcomes: { ok: 2, gone: 2 }, bytes: 12_000_000_000 } });
    expect([await moveStage(store, opened._id, 'diff', 'alert', time(4), { changes: 2 }), await moveStage(store, opened._id, 'diff', 'alert', time(4))]).toEqual([true, false]);
    expect((await overdue(store, time(5), 10)).crawls.map((item) => item._id)).toEqual([opened._id]);
    await moveStage(store, opened._id, 'alert', 'done', time(4));
    expect((await overdue(store, time(5), 10)).crawls).toEqual([]);
    expect((await crawl(store, opened._id))?.open).toBeUndefined();
  });

  test('the sweep sees batches that stand still, not those put off or worked on', async ({ store }) => {
    const opened: BatchDocument[] = [];
    for (const minute of [0, 1, 2]) opened.push((await openCrawl(store, { ...planned, plannedAt: time(minute) }, requests(2), time(minute))).batch);
    const [still, later, busy] = opened;
    if (!still || !later || !busy) throw new Error('no batch');
    await putOffBatch(store, later._id, time(100), time(3), [0]);
    await recordRequests(store, busy, [done(0)], time(50));
    expect((await overdue(store, time(30), 10)).batches.map((item) => item._id)).toEqual([still._id]);
    expect((await overdue(store, time(101), 10)).batches).toHaveLength(3);
    expect((await batch(store, later._id))?.requests[0]?.putOff).toBe(1);
  });
});

describe('deliveries', () => {
  const alertId: AlertId = factId('alert', 'a');
  const team = brand<ChannelId>('team');
  const id = deliveryId(alertId, team);
  const put = (store: Store) => insertDeliveries(store, { id: alertId, episodeId: factId('episode', 'a'), moment: 'fired' }, [team], time(0));

  test('are put in the outbox once and claimed by one', async ({ store }) => {
    expect([await put(store), await put(store)]).toEqual([1, 0]);
    const claims = await Promise.all(Array.from({ length: 10 }, () => claimDelivery(store, id, time(1), 60_000)));
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await delivery(store, id)).toMatchObject({ state: 'sending', attempts: [{ no: 1, startedAt: time(1) }] });
    expect(await firstDue(store, team, time(1.5))).toBeUndefined();
  });

  test('whose worker died are claimed again after the lease; the dead attempt stays to be seen', async ({ store }) => {
    await put(store);
    await claimDelivery(store, id, time(1), 60_000);
    expect((await firstDue(store, team, time(2)))?.id).toBe(id);
    expect((await claimDelivery(store, id, time(2), 60_000))?.attempts).toHaveLength(2);
    // The first was only slow: it failed, which does not undo the second's claim.
    await finishAttempt(store, id, { no: 1, finishedAt: time(3), result: 'permanent_failure', answer: 'x'.repeat(900) });
    expect(await delivery(store, id)).toMatchObject({ state: 'sending' });
    expect((await delivery(store, id))?.attempts[0]?.answer).toHaveLength(500);
    await finishAttempt(store, id, { no: 2, finishedAt: time(3), result: 'sent', answer: 'ok' });
    expect(await delivery(store, id)).toMatchObject({ state: 'sent', attempts: [{ result: 'permanent_failure' }, { result: 'sent' }] });
    expect(await claimDelivery(store, id, time(99), 60_000)).toBeUndefined();
    expect(await failDelivery(store, id, 'no channel', time(99))).toBe(false);
  });

  test('are tried again after a passing failure, given up after a permanent one', async ({ store }) => {
    await put(store);
    await claimDelivery(store, id, time(1), 60_000);
    await finishAttempt(store, id, { no: 1, finishedAt: time(1), result: 'passing_failure', retryAt: time(10) });
    expect(await claimDelivery(store, id, time(9), 60_000)).toBeUndefined();
    await claimDelivery(store, id, time(10), 60_000);
    await finishAttempt(store, id, { no: 2, finishedAt: time(10), result: 'permanent_failure' });
    expect(await delivery(store, id)).toMatchObject({ state: 'failed' });
    expect(await firstDue(store, team, time(999))).toBeUndefined();
  });

  test('become part of one digest alone, whoever wants them, and not at all once they were told', async ({ store }) => {
    await put(store);
    const one = await delivery(store, id);
    if (!one) throw new Error('no delivery');
    await putOffDelivery(store, one, time(5), 'limit');
    const digest = (no: number): Delivery => ({ id: factId('delivery', 'digest', no), channelId: team, state: 'pending', attempts: [], nextAttemptAt: time(5), createdAt: time(5), members: [id] });
    await Promise.all([1, 2, 3].map(async (no) => { await insertDelivery(store, digest(no)); await gatherMembers(store, digest(no), time(65)); }));
    const owners = await Promise.all([1, 2, 3].map(async (no) => (await membersOf(store, digest(no).id)).length));
    expect(owners.toSorted((a, b) => a - b)).toEqual([0, 0, 1]);
    const owner = digest(owners.indexOf(1) + 1);
    await settleMembers(store, owner, 'sent');
    await gatherMembers(store, digest(4), time(65));
    expect(await delivery(store, id)).toMatchObject({ state: 'sent', digestId: owner.id });
  });
});
