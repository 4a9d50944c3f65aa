import { Fold, type FoldedCrawl } from '../alerts/backtest/fold.ts';
import { tallyOf } from '../alerts/backtest/judge-crawl.ts';
import { crawlIdOf } from '../alerts/backtest/listing-state.ts';
import type { RecordedCrawl, Recording } from '../alerts/backtest/recording.ts';
import type { Naming } from '../alerts/backtest/target-state.ts';
import { listingId } from '../model/ids.ts';
import type { Observation } from '../model/listing.ts';
import { insertChanges } from '../storage/changes.ts';
import { insertDone } from '../storage/crawls.ts';
import type { CrawlDocument } from '../storage/documents.ts';
import { foldObservations, setPresence, type PresenceUpdate } from '../storage/listings.ts';
import type { Store } from '../storage/store.ts';
import { settleVersions } from '../storage/settling.ts';
import { judgeRecorded } from './judge-recorded.ts';

/** What an import wrote; all of it zero when everything was there already. */
export interface Imported {
  readonly crawls: number;
  readonly observations: number;
  readonly changes: number;
  readonly newVersions: number;
}

/** Listings of which the presence is written at once. */
const PAGE = 500;

/**
 * Writes recorded crawls as history: the crawls, the versions of their listings and the changes between them, judged as a backtest judges them. The crawls
 * are done from the start, so that no rule sees them and nobody is told. Twice is once; a crash on the way is mended by doing it again.
 */
export async function importRecorded(store: Store, recording: Recording, naming: Naming, now: Date, signal: AbortSignal): Promise<Imported> {
  const fold = new Fold(judgeRecorded, naming);
  const sum = { crawls: 0, observations: 0, changes: 0, newVersions: 0 };
  for (const crawl of recording.crawls()) {
    signal.throwIfAborted();
    const folded = fold.take(crawl);
    const observations = observationsOf(crawl, naming);
    sum.newVersions += (await foldObservations(store, observations, now)).filter(({ result }) => result === 'new' || result === 'changed').length;
    sum.changes += await insertChanges(store, folded.changes, now);
    await settleVersions(store, settlementsOf(folded), now);
    sum.crawls += await insertDone(store, documentOf(folded, naming, now)) ? 1 : 0;
    sum.observations += observations.length;
  }
  await writePresence(store, fold, now);
  return sum;
}

function observationsOf(crawl: RecordedCrawl, naming: Naming): readonly Observation[] {
  const { sourceId, targetId } = naming(crawl);
  return [...crawl.observed.values()].map(({ productId, url, at, fields }) => ({
    listingId: listingId(sourceId, productId), sourceId, targetId, crawlId: crawlIdOf(targetId, crawl), at, read: { productId, url, fields, reviews: [] },
  }));
}

/** One of a version decides last: a listing seen twice, by two targets, has a baseline for each view. */
function settlementsOf({ settled }: FoldedCrawl): Parameters<typeof settleVersions>[1] {
  return settled.flatMap(({ listingId: id, settlements }) => settlements.map(({ version, baseline, ...decided }) => ({
    ...decided, versionId: version._id, subjectId: version.subjectId, ...(baseline ? { baseline, listingId: id } : {}),
  })));
}

function documentOf({ crawl, targetId, judgement, changes }: FoldedCrawl, naming: Naming, now: Date): CrawlDocument {
  const finishedAt = crawl.finishedAt ?? crawl.startedAt;
  return {
    _id: crawlIdOf(targetId, crawl), targetId, sourceId: naming(crawl).sourceId, plannedAt: crawl.startedAt, startedAt: crawl.startedAt, finishedAt, stage: 'done', stageSince: finishedAt,
    verdict: judgement.verdict, tally: tallyOf(crawl), changes: changes.length, recordedAt: now,
  };
}

/** Listings are present when they are first written; those that are not any more, or were missed, are said to be so. */
async function writePresence(store: Store, fold: Fold, now: Date): Promise<void> {
  let page: PresenceUpdate[] = [];
  for (const { id, presence } of fold.listings()) {
    if (!presence?.missedIn || presence.missed === 0) continue;
    page.push({ listingId: id, crawlId: presence.missedIn, presence: presence.presence, missed: presence.missed, since: presence.presenceSince, ...(presence.longestGap === undefined ? {} : { longestGap: presence.longestGap }) });
    if (page.length < PAGE) continue;
    await setPresence(store, page, now);
    page = [];
  }
  await setPresence(store, page, now);
}
