import { expect, vi } from 'vitest';
import type { Document, Filter } from 'mongodb';
import { brand, factId, type AlertId, type BlobHash, type ChannelId, type EpisodeId, type ListingId, type Sku, type SubjectId, type VersionId } from '../../model/ids.ts';
import * as archive from '../../storage/archive.ts';
import * as batches from '../../storage/batches.ts';
import * as changes from '../../storage/changes.ts';
import * as crawls from '../../storage/crawls.ts';
import * as channelStates from '../../storage/channel-states.ts';
import * as deliveries from '../../storage/deliveries.ts';
import * as episodes from '../../storage/episodes.ts';
import * as listings from '../../storage/listings.ts';
import * as matches from '../../storage/matches.ts';
import * as outbox from '../../storage/outbox.ts';
import * as pages from '../../storage/pages.ts';
import * as recommendations from '../../storage/recommendations.ts';
import { recordsSince } from '../../storage/records.ts';
import { EXPORT_KINDS } from '../../exports/kinds.ts';
import { applyRetention } from '../../storage/retention.ts';
import * as reviews from '../../storage/reviews.ts';
import * as targets from '../../storage/targets.ts';
import * as settling from '../../storage/settling.ts';
import * as versions from '../../storage/versions.ts';
import type { Store } from '../../storage/store.ts';
import type { FindOptions, Table } from '../../storage/table.ts';
import { crawlOf, observe, SOURCE, TARGET, test, time } from './support.ts';

interface Query {
  readonly collection: string;
  readonly filter: object;
  readonly options: FindOptions;
  readonly explain: () => Promise<Document>;
}

/** Notes the filter of every read and write that goes through a table. */
function listen<T extends { readonly _id: string }>(table: Table<T>, queries: Query[]): void {
  const note = (filter: Filter<T>, options: FindOptions = {}): void => {
    queries.push({ collection: table.name, filter, options, explain: () => table.explain(filter, options) });
  };
  const find = table.find.bind(table);
  vi.spyOn(table, 'find').mockImplementation((filter, options) => { note(filter, options); return find(filter, options); });
  const pages = table.pages.bind(table);
  vi.spyOn(table, 'pages').mockImplementation((filter, size, options) => { note(filter, options); return pages(filter, size, options); });
  const [update, updateMany, replace, remove, count] = [table.update.bind(table), table.updateMany.bind(table), table.replace.bind(table), table.remove.bind(table), table.count.bind(table)];
  vi.spyOn(table, 'update').mockImplementation((filter, change) => { note(filter); return update(filter, change); });
  vi.spyOn(table, 'updateMany').mockImplementation((filter, change) => { note(filter); return updateMany(filter, change); });
  vi.spyOn(table, 'replace').mockImplementation((filter, document) => { note(filter); return replace(filter, document); });
  vi.spyOn(table, 'remove').mockImplementation((filter) => { note(filter); return remove(filter); });
  vi.spyOn(table, 'count').mockImplementation((filter, limit) => { note(filter); return count(filter, limit); });
  const bulk = table.bulk.bind(table);
  vi.spyOn(table, 'bulk').mockImplementation(async (operations) => {
    for (const operation of operations) {
      if ('updateOne' in operation) note(operation.updateOne.filter);
      if ('replaceOne' in operation) note(operation.replaceOne.filter);
    }
    return bulk(operations);
  });
}

function listenToAll(store: Store, queries: Query[]): void {
  listen(store.targets, queries);
  listen(store.crawls, queries);
  listen(store.batches, queries);
  listen(store.heads, queries);
  listen(store.versions, queries);
  listen(store.listings, queries);
  listen(store.reviews, queries);
  listen(store.changes, queries);
  listen(store.episodes, queries);
  listen(store.alerts, queries);
  listen(store.deliveries, queries);
  listen(store.channelStates, queries);
  listen(store.pages, queries);
  listen(store.archive, queries);
  listen(store.matches, queries);
  listen(store.recommendations, queries);
}

/** The outbox of a channel. */
async function askOutbox(store: Store): Promise<void> {
  const id = deliveries.deliveryId(alertId, team);
  const one = await deliveries.delivery(store, id);
  if (!one) throw new Error('no delivery');
  const digest = { ...one, id: factId('delivery', 'digest'), members: [id] };
  await outbox.firstDue(store, team, time(1));
  await outbox.dueInState(store, team, 'held', time(1), 5);
  await outbox.countDue(store, team, 'pending', time(1), 5);
  await outbox.countInState(store, team, 'pending');
  await outbox.anyDue(store, [team], time(1), ['pending', 'sending']);
  await outbox.longestDueSince(store, time(1));
  await outbox.toldSince(store, team, time(0), 5);
  await outbox.deliveriesOfEpisode(store, factId('episode', 1), team);
  await outbox.putOffDelivery(store, one, time(2), 'limit');
  await outbox.insertDelivery(store, digest);
  await outbox.gatherMembers(store, digest, time(3));
  await outbox.membersOf(store, digest.id);
  await outbox.postponeMember(store, { ...one, nextAttemptAt: time(3) }, time(4));
  await outbox.settleMembers(store, digest, 'sent');
  await outbox.releaseMember(store, one, time(2));
  await outbox.closeDelivery(store, digest, { state: 'superseded' });
  await outbox.retryFailed(store, team, time(0), time(1));
  await outbox.wakeDeliveries(store, team, time(1));
  await outbox.rightClock(store, time(1), { attempt: 1, held: 1 });
  await outbox.failedDeliveries(store, time(1), 5);
  await outbox.waitingDeliveries(store, time(1), 5);
  await episodes.untoldEpisodes(store, time(1), 5);
  await channelStates.channelStates(store);
  await channelStates.notePaced(store, team, [time(1)]);
  await channelStates.noteRefused(store, team, { failures: 1, failingSince: time(1), lastAnswer: 'a', pausedUntil: time(2) });
  await channelStates.noteOthersTold(store, team, time(1));
  await channelStates.noteTaken(store, team, time(1));
  await channelStates.resumeChannel(store, team);
}

const crawlId = crawlOf(1);
const lamp = brand<ListingId>('lst_1');
const subject = brand<SubjectId>('sub_1');
const alertId: AlertId = factId('alert', 1);
const team = brand<ChannelId>('team');
const sku = brand<Sku>('L-1');

/** Every verb that asks something, with arguments of the right kind. */
async function askEverything(store: Store): Promise<void> {
  await targets.syncTargets(store, [{ id: TARGET, sourceId: SOURCE, scheduleHash: 'h', firstDueAt: time(0) }], time(0));
  await targets.dueTargets(store, time(1), 5);
  await targets.claimDue(store, TARGET, time(0), time(1));
  await targets.finishTarget(store, TARGET, { crawlId, finishedAt: time(1), verdict: 'good' });
  const { crawl, batch } = await crawls.openCrawl(store, { targetId: TARGET, sourceId: SOURCE, plannedAt: time(0) }, [{ url: 'https://a.example', role: 'page' }], time(0));
  await batches.recordRequests(store, batch, [{ index: 0, outcome: 'ok', tally: {} }], time(1));
  await batches.openBatches(store, crawl._id);
  await batches.batchesOf(store, crawl._id);
  await batches.putOffBatch(store, batch._id, time(1), time(1));
  await batches.closeBatch(store, batch._id, time(1));
  await crawls.finishCrawlIfComplete(store, crawl._id, () => ({ verdict: 'good' }), time(1));
  await crawls.moveStage(store, crawl._id, 'diff', 'alert', time(2));
  await crawls.overdue(store, time(9), 5);
  await crawls.latestCrawls(store, { limit: 5 });
  await crawls.latestCrawls(store, { targetId: TARGET, limit: 5 });
  await listings.foldObservations(store, [observe('lamp', 1, 100)], time(1));
  await listings.foldObservations(store, [observe('lamp', 2, 100)], time(1));
  await listings.foldObservations(store, [observe('lamp', 3, 200)], time(1));
  await listings.listing(store, 'https://a.example');
  for await (const page of listings.listingsOfTarget(store, TARGET)) expect(page).not.toHaveLength(0);
  await listings.setPresence(store, [{ listingId: lamp, crawlId, presence: 'missing', missed: 1 }], time(1));
  await versions.versionAt(store, subject, time(1));
  await versions.history(store, subject, time(0), time(9));
  await settling.settledBefore(store, subject, 3);
  await settling.pendingVersions(store, crawlOf(3), undefined, 1);
  await settling.pendingVersions(store, crawlOf(3), subject, 1);
  await settling.settleVersions(store, [{ versionId: brand<VersionId>('ver_1'), subjectId: subject, diff: 'done', listingId: lamp, baseline: { seq: 1, versionId: brand<VersionId>('ver_1'), fields: {}, fieldVersions: {} } }], time(9));
  await reviews.insertNewReviews(store, { listingId: lamp, targetId: TARGET, crawlId, at: time(1), reviews: [{ id: factId('review', 1), text: 't' }] });
  await reviews.newReviewsOf(store, crawlId);
  await changes.changesOfCrawl(store, crawlId);
  await changes.someOfCrawl(store, crawlId, 'stock', 5);
  await changes.changesOfSubject(store, subject, 5);
  await changes.changesOfSubjectsAfter(store, [subject], time(0), 5);
  await settling.settledFirst(store, [subject]);
  await settling.holdFirstVersions(store, crawlId, [{ subjectId: subject, listingId: lamp }], time(9));
  await changes.changesSince(store, { since: time(0), limit: 5 });
  await changes.changesSince(store, { since: time(0), until: time(5), kinds: ['price', 'stock'], limit: 5 });
  await episodes.episodesByIds(store, [brand<EpisodeId>('epi_1')]);
  await episodes.waitingEpisodes(store, TARGET, undefined, 5);
  await episodes.waitingEpisodes(store, TARGET, brand<EpisodeId>('epi_1'), 5);
  await episodes.episodesInState(store, 'firing', undefined, 5);
  await episodes.newestEpisodes(store, 'firing', 5);
  await episodes.episodesLike(store, 'epi_1', 2);
  await episodes.dueEpisodes(store, time(1), 5);
  await deliveries.insertDeliveries(store, { id: alertId, episodeId: factId('episode', 1), moment: 'fired' }, [team], time(0));
  await askOutbox(store);
  await deliveries.finishAttempt(store, deliveries.deliveryId(alertId, team), { no: 1, finishedAt: time(1), result: 'sent' });
  await pages.cachedPages(store, ['pag_1']);
  const page = { _id: 'pag_1', url: 'u', finalUrl: 'u', status: 200, archive: brand<BlobHash>('a'), fetchedAt: time(0) };
  await pages.savePages(store, [{ page }]);
  await pages.savePages(store, [{ page: { ...page, fetchedAt: time(1) }, before: page }]);
  await pages.savePages(store, [{ page: { ...page, fetchedAt: time(2), etag: 'e' }, before: page }]);
  await archive.archivePages(store, [{ body: Buffer.from('a'), url: 'u', contentType: 'text/html', at: time(0) }]);
  await archive.hashesBeginning(store, '0efea94c97e1', 2);
  await crawls.finishedCrawls(store, time(0), time(1), 5);
  await archive.pruneArchive(store, { days: 1, bytes: 1 }, time(1)).catch(() => 0);
  await matches.matchesOf(store, [lamp]);
  await matches.matchesOfSkus(store, [sku]);
  await matches.decideMatch(store, factId('match', lamp, sku), { state: 'rejected' }, time(1));
  await recommendations.openRecommendations(store, time(1));
  await recommendations.openRecommendations(store, time(1), [sku]);
  await recommendations.standRecommendations(store, sku, [], time(1));
  await recommendations.recommendationsOf(store, sku, 5);
  await recommendations.decidableRecommendations(store, [sku]);
  await recommendations.decideRecommendations(store, [factId('recommendation', 1)], 'dismissed', time(1));
  await recommendations.expireRecommendations(store, time(1));
  for (const kind of EXPORT_KINDS) {
    await recordsSince(store, kind, { until: time(9), limit: 5 });
    await recordsSince(store, kind, { since: time(0), until: time(9), after: { at: time(1), id: 'x' }, limit: 5 });
  }
  await applyRetention(store, { archiveDays: 1, archiveBytes: 1e9, crawlDays: 1, deliveryDays: 1 }, time(99_999));
}

/** Collections that are as small as the configuration, or as the program's own history. */
const SMALL = new Set(['targets {}', 'channelStates {}', 'schemaMigrations {}']);

function stagesOf(plan: unknown): string[] {
  if (typeof plan !== 'object' || plan === null) return [];
  const own = 'stage' in plan && typeof plan.stage === 'string' ? [plan.stage] : [];
  return [...own, ...Object.values(plan).flatMap(stagesOf)];
}

function isOfKeys(condition: unknown): boolean {
  return typeof condition === 'object' && condition !== null && ('$in' in condition || '$gte' in condition);
}

test('every query is answered by an index', async ({ store }) => {
  const queries: Query[] = [];
  listenToAll(store, queries);
  await askEverything(store);
  const seen = new Map(queries.map((query) => [`${query.collection} ${JSON.stringify(Object.entries(query.filter).map(([key, value]: [string, unknown]) => [key, typeof value === 'object' && value !== null && !(value instanceof Date) ? Object.keys(value) : '='])).replace('[]', '{}')}`, query]));
  expect(seen.size).toBeGreaterThan(50);
  const scanning: string[] = [];
  for (const [shape, query] of seen) {
    // Documents by their keys or a range of them, whatever else is asked: MongoDB has an index of those always, and not every server's plan says how it finds them.
    if ('_id' in query.filter && (typeof query.filter._id === 'string' || isOfKeys(query.filter._id))) continue;
    if (SMALL.has(shape) || (query.collection === 'crawls' && Object.keys(query.filter).length === 0 && query.options.sort)) continue;
    const stages = stagesOf((await query.explain())['queryPlanner']);
    if (stages.includes('COLLSCAN') || !stages.some((stage) => stage === 'IXSCAN' || stage.startsWith('IDHACK') || stage === 'EXPRESS_IXSCAN' || stage === 'EOF')) scanning.push(`${shape}: ${stages.join(' < ')}`);
  }
  expect(scanning).toEqual([]);
});
