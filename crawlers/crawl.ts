import type { Source, Target } from '../config/types.ts';
import type { BatchDocument } from '../storage/documents.ts';
import type { LateSightings } from './batch-sink.ts';
import { BatchRun, type CrawlDeps, type Later } from './batch-run.ts';
import type { Indexed } from './onward.ts';

/*
 * One batch of a target: requests in, outcomes out.
 *   batch-run.ts    wave by wave: look up, fetch, read, follow
 *   requests.ts     what a target begins with, what a page leads to
 *   onward.ts       where pages lead: further requests of the batch, or batches of their own
 *   page-cache.ts   pages that another target fetched a moment ago, conditional requests
 *   fetch/          the only door to the network
 *   readers.ts      pages are read beside the event loop, by read/ (pure)
 *   page-result.ts  what is read to what must be kept of it
 *   batch-sink.ts   results into storage, many at a time
 *   tally.ts, verdict.ts  figures of a batch, judgement of the whole crawl
 */

/** The batch is done, or what is left of it must wait. */
export type BatchResult = { readonly late: LateSightings | undefined } & (
  | { readonly state: 'done' }
  | (Later & { readonly state: 'later'; readonly putOff: readonly number[] }));

/**
 * Works off one batch, as long as its target is watched. Whatever was recorded before a crash is not fetched again. Rejects when storage or the host
 * budget is away.
 */
export async function crawlBatch(deps: CrawlDeps & { readonly isWatched: () => boolean }, batch: BatchDocument, target: Target, source: Source, signal: AbortSignal): Promise<BatchResult> {
  const run = new BatchRun(deps, batch, target, source);
  // A ranking is written whole: the pages of a search that were done before are taken from the archive again.
  const left: Indexed[] = [...batch.requests.entries()].filter(([, request]) => target.kind === 'search' || request.outcome === undefined);
  let later: Later | undefined;
  try {
    while (left.length > 0 && !later) {
      // Whether the target is gone for good is asked where the job begins.
      later = deps.isWatched() ? await run.wave(left.splice(0, mostAtOnce(source)), signal) : { until: deps.clock(), why: 'its target is no longer configured' };
      left.push(...run.takeAppended());
    }
    await (later ? run.keep() : run.finish());
  } finally {
    await run.release();
  }
  return later ? { state: 'later', ...later, putOff: run.rateLimited, late: run.late } : { state: 'done', late: run.late };
}

/** Pages that are claimed together are fetched within about this. Milliseconds. */
const WAVE_MS = 30_000;

/** At a slow host another target that wants one of the pages need not wait for all of them, and what it fetched meanwhile is used here. */
function mostAtOnce({ politeness: { delay } }: Source): number {
  return Math.max(1, Math.floor(WAVE_MS / Math.max(1, delay)));
}
