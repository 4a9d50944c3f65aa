import type { Source, Target } from '../config/types.ts';
import type { Progress } from '../crawlers/batch-run.ts';
import type { LateSightings } from '../crawlers/batch-sink.ts';
import { crawlBatch } from '../crawlers/crawl.ts';
import { setupOf } from '../crawlers/learned.ts';
import { companionsOf, isDoubtful, type Companion } from '../crawlers/moved-fields.ts';
import { tallyOf } from '../crawlers/tally.ts';
import { judge, type Judgement, type LastGood } from '../crawlers/verdict.ts';
import type { CrawlTally, Learned } from '../model/crawl.ts';
import type { BatchId } from '../model/ids.ts';
import { batch as getBatch, beginBatch, closeBatch, putOffBatch, recordRequests } from '../storage/batches.ts';
import { crawl as getCrawl, finishCrawlIfComplete } from '../storage/crawls.ts';
import type { BatchDocument, CrawlDocument, TargetDocument } from '../storage/documents.ts';
import { target as getTarget } from '../storage/targets.ts';
import { PutOff, type Context, type Processor } from './context.ts';
import { neighboursOf } from './neighbours.ts';
import { selectorTroubles } from './selectors.ts';
import { waitForItsProcess } from './unconfigured.ts';

/** A batch that was begun this often without getting on is given up: three times four attempts. */
const MOST_TRIES = 12;

/** Works off one batch; the worker that closes the last one gives the whole crawl its verdict and hands it to diff. */
export const crawl: Processor<'crawl'> = async (context, { batchId }, job) => {
  const batch = await getBatch(context.store, batchId);
  if (!batch) return;
  if (batch.state === 'open') await workOff(context, batch, job.signal);
  await finish(context, batch);
};

async function workOff(context: Context, batch: BatchDocument, signal: AbortSignal): Promise<void> {
  const { store, clock, log } = context;
  const config = context.config();
  const target = config.targets.get(batch.targetId);
  const source = target && config.sources.get(target.sourceId);
  if (!target || !source) {
    await waitForItsProcess(context, batch.targetId, (await getCrawl(store, batch.crawlId))?.startedAt ?? batch.updatedAt);
    log.warn({ targetId: batch.targetId }, 'the target is no longer configured; its crawl ends here');
    await closeBatch(store, batch._id, clock());
    return;
  }
  const tries = await beginBatch(store, batch._id, clock());
  if (tries === undefined) return;
  if (tries > MOST_TRIES) await giveUp(context, batch, tries);
  else await crawlOnce(context, batch, (await getCrawl(store, batch.crawlId))?.lookOf === undefined ? target : { ...target, freshness: 0 }, source, signal);
}

async function crawlOnce(context: Context, batch: BatchDocument, target: Target, source: Source, signal: AbortSignal): Promise<void> {
  const { store, clock } = context;
  const enqueue = (next: BatchId): Promise<void> => context.enqueue('crawl', next, { crawlId: batch.crawlId, batchId: next });
  const isWatched = (): boolean => context.config().targets.has(target.id);
  const deps = { store, fetchBatch: context.fetchBatch, claims: context.claims, readers: context.readers, clock, enqueue, isWatched, onProgress: (progress: Progress) => told(context, progress) };
  const result = await crawlBatch(deps, batch, target, source, signal);
  if (result.late) lateSightings(context, batch, source, result.late);
  if (result.state === 'later') {
    await putOffBatch(store, batch._id, result.until, clock(), result.putOff);
    throw new PutOff(result.until, result.why);
  }
  await closeBatch(store, batch._id, clock());
}

function lateSightings({ log, metrics }: Context, { targetId, crawlId }: BatchDocument, { id: sourceId }: Source, { sightings, by }: LateSightings): void {
  metrics.late(sourceId, sightings);
  log.warn({ sourceId, targetId, crawlId, sightings, lateSeconds: by / 1_000 }, 'what was seen here is older than what another crawl saw already, and does not count. When this comes again and again the clock of this machine lags: set it by NTP');
}

/** Ends a batch whose every attempt failed or killed its worker. What was not fetched counts as failed, so that nothing is taken for gone. */
async function giveUp({ store, clock, log }: Context, batch: BatchDocument, tries: number): Promise<void> {
  const left = [...batch.requests.entries()].filter(([, request]) => request.outcome === undefined);
  await recordRequests(store, batch, left.map(([index, request]) => ({ index, outcome: 'network_error', tally: tallyOf(request, 'network_error', [], 0, 'fetched') })), clock());
  await closeBatch(store, batch._id, clock());
  log.error({ targetId: batch.targetId, crawlId: batch.crawlId, batchId: batch._id, tries: tries - 1, requests: left.length }, 'a part of a crawl failed every time and is given up; the next run starts afresh. The log above says why it failed');
}

function told(context: Context, progress: Progress): void {
  if (progress.outcome !== 'later') context.metrics.page(progress.sourceId, progress.outcome, progress.bytes);
  context.onProgress?.(progress);
}

async function finish(context: Context, { crawlId }: BatchDocument): Promise<void> {
  const finished = await finishCrawlIfComplete(context.store, crawlId, (tally, crawl) => judged(context, tally, crawl), context.clock());
  if (finished) await context.enqueue('diff', crawlId, { crawlId });
}

async function judged(context: Context, tally: CrawlTally, crawl: CrawlDocument): Promise<Pick<Judgement, 'verdict' | 'fault' | 'accepted' | 'short'>> {
  const { targetId } = crawl;
  const config = context.config();
  const target = config.targets.get(targetId);
  const source = target && config.sources.get(target.sourceId);
  if (!target || !source) return { verdict: 'blocked' };
  const setup = setupOf(source);
  const state = await getTarget(context.store, targetId);
  const lastGood = state && lastGoodOf(state, setup);
  if (crawl.lookOf !== undefined) return lookJudged(tally);
  const judgement = judge(tally, target.kind, lastGood, await companions(context, tally, crawl, lastGood?.learned));
  context.log[judgement.verdict === 'good' ? 'info' : 'warn']({ crawlId: crawl._id, targetId, ...judgement, listings: tally.listings, outcomes: tally.outcomes }, 'crawl finished');
  const troubles = selectorTroubles(tally);
  if (troubles.length > 0) context.log.warn({ crawlId: crawl._id, targetId, sourceId: source.id, troubles }, 'selectors of the configuration were not used on some pages; "rivalwatch read --source" shows why');
  return judgement;
}

/** A second look may add, never remove: it has not looked at the rest. */
function lookJudged(tally: CrawlTally): Pick<Judgement, 'verdict'> {
  const { verdict } = judge(tally, 'product', undefined);
  return { verdict: verdict === 'good' ? 'partial' : verdict };
}

/** What the target is compared with; what was learned under another set-up of the source is not. */
function lastGoodOf({ lastGoodListings, lastGoodCoverage, learned, otherWay, usual }: TargetDocument, setup: string): LastGood | undefined {
  if (lastGoodListings === undefined) return undefined;
  const known = learned?.setup === setup ? { learned, otherWay: otherWay ?? 0 } : {};
  return { listings: lastGoodListings, coverage: lastGoodCoverage ?? {}, ...(usual && usual.good.length > 0 ? { usual } : {}), ...known };
}

/** The targets of this round that a small crawl is judged together with. */
async function companions({ store }: Context, tally: CrawlTally, crawl: CrawlDocument, learned: Learned | undefined): Promise<readonly Companion[]> {
  return learned && isDoubtful(tally, learned) ? companionsOf(await neighboursOf(store, crawl), learned) : [];
}
