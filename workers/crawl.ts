import { crawlBatch, type Progress } from '../crawlers/crawl.ts';
import { judge } from '../crawlers/verdict.ts';
import { batch as getBatch, closeBatch, putOffBatch } from '../storage/batches.ts';
import { finishCrawlIfComplete } from '../storage/crawls.ts';
import type { BatchDocument } from '../storage/documents.ts';
import { target as getTarget } from '../storage/targets.ts';
import { PutOff, type Context, type Processor } from './context.ts';

/** Works off one batch; the worker that closes the last one gives the whole crawl its verdict and hands it to diff. */
export const crawl: Processor<'crawl'> = async (context, { batchId }, job) => {
  const batch = await getBatch(context.store, batchId);
  if (!batch) return;
  if (batch.state === 'open') await workOff(context, batch, job.signal);
  await finish(context, batch);
};

async function workOff(context: Context, batch: BatchDocument, signal: AbortSignal): Promise<void> {
  const config = context.config();
  const target = config.targets.get(batch.targetId);
  const source = target && config.sources.get(target.sourceId);
  if (!target || !source) {
    context.log.warn({ targetId: batch.targetId }, 'the target is no longer configured; its crawl ends here');
    await closeBatch(context.store, batch._id, context.clock());
    return;
  }
  const deps = { store: context.store, fetchBatch: context.fetchBatch, clock: context.clock, onProgress: (progress: Progress) => told(context, progress) };
  const result = await crawlBatch(deps, batch, target, source, signal);
  if (result.state === 'later') {
    await putOffBatch(context.store, batch._id, result.until, context.clock(), result.putOff);
    throw new PutOff(result.until, result.why);
  }
  for (const next of result.batches) await context.enqueue('crawl', next, { crawlId: batch.crawlId, batchId: next });
  await closeBatch(context.store, batch._id, context.clock());
}

function told(context: Context, progress: Progress): void {
  if (progress.outcome !== 'later') context.metrics.page(progress.sourceId, progress.outcome, progress.bytes);
  context.onProgress?.(progress);
}

async function finish(context: Context, { crawlId, targetId }: BatchDocument): Promise<void> {
  const { store, log } = context;
  const finished = await finishCrawlIfComplete(store, crawlId, async (tally) => {
    const state = await getTarget(store, targetId);
    const lastGood = state?.lastGoodListings === undefined ? undefined : { listings: state.lastGoodListings, coverage: state.lastGoodCoverage ?? {} };
    const judgement = judge(tally, context.config().targets.get(targetId)?.kind ?? 'product', lastGood);
    log.info({ crawlId, targetId, ...judgement, listings: tally.listings, outcomes: tally.outcomes }, 'crawl finished');
    return judgement.verdict;
  }, context.clock());
  if (finished) await context.enqueue('diff', crawlId, { crawlId });
}
