import { crawlBatch } from '../crawlers/crawl.ts';
import { judge, type LastGood } from '../crawlers/verdict.ts';
import { closeBatch, finishCrawl, getBatch, moveStage, openBatchCount, putOffBatch, sumOfBatches } from '../storage/crawls.ts';
import type { BatchDocument, TargetDocument } from '../storage/documents.ts';
import { getTarget } from '../storage/targets.ts';
import { PutOff, type Context, type Processor } from './context.ts';

/** Works off one batch; the worker that closes the last one gives the whole crawl its verdict and hands it to diff. */
export const crawl: Processor<'crawl'> = async (context, { batchId }, job) => {
  const batch = await getBatch(context.store, batchId);
  if (!batch) return;
  if (batch.state === 'open') await workOff(context, batch, job.signal);
  await finishWhenComplete(context, batch);
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
  const deps = {
    store: context.store, fetchBatch: context.fetchBatch, clock: context.clock,
    onProgress: (progress: Parameters<NonNullable<Context['onProgress']>>[0]) => {
      if (progress.outcome !== 'later') context.metrics.page(progress.sourceId, progress.outcome, progress.bytes);
      context.onProgress?.(progress);
    },
  };
  const result = await crawlBatch(deps, batch, target, source, signal);
  if (result.state === 'later') {
    await putOffBatch(context.store, batch._id, result.until, context.clock());
    throw new PutOff(result.until, result.why);
  }
  for (const next of result.batches) await context.enqueue('crawl', next, { crawlId: batch.crawlId, batchId: next });
  await closeBatch(context.store, batch._id, context.clock());
}

async function finishWhenComplete(context: Context, batch: BatchDocument): Promise<void> {
  const { store } = context;
  if (await openBatchCount(store, batch.crawlId) > 0) return;
  const state = await getTarget(store, batch.targetId);
  const tally = await sumOfBatches(store, batch.crawlId);
  const kind = context.config().targets.get(batch.targetId)?.kind ?? 'product';
  const { verdict, why, lostFields } = judge(tally, kind, lastGoodOf(state));
  const now = context.clock();
  await finishCrawl(store, batch.crawlId, { verdict, why, lostFields, tally, finishedAt: now });
  await moveStage(store, batch.crawlId, 'crawl', 'diff', now);
  await context.enqueue('diff', batch.crawlId, { crawlId: batch.crawlId });
  context.log.info({ crawlId: batch.crawlId, targetId: batch.targetId, verdict, why, listings: tally.listings, outcomes: tally.outcomes }, 'crawl finished');
}

function lastGoodOf(state: TargetDocument | undefined): LastGood | undefined {
  return state?.lastGood;
}
