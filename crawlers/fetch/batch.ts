import type { FetchBatch, FetchRequest, Fetched } from './port.ts';
import { stopOf, type Stop } from './stop.ts';
import { stoppedEarly } from './visit.ts';

/** Runs one crawler over so many places of a batch: calls `work` for each, and comes back when all are done or it was torn down. */
export interface BatchCrawler<Tool> {
  readonly run: (work: (place: number, tool: Tool) => Promise<void>) => Promise<void>;
  readonly teardown: () => Promise<void>;
}

/**
 * The contract of FetchBatch around any crawler: each request is handed over exactly once; on abort, or when the crawler itself
 * gives up, those not done come as `later`; the first error of `handle` or of the budget ends the batch and is what it rejects with.
 */
export async function runBatch<Tool>(
  requests: readonly FetchRequest[],
  parts: { fetch: (request: FetchRequest, tool: Tool, stop: Stop) => Promise<Fetched>; crawler: BatchCrawler<Tool>; clock: () => Date },
  handle: Parameters<FetchBatch>[2],
  signal: AbortSignal,
): Promise<void> {
  const { stop, trigger, release } = stopOf(signal);
  const todo = new Set(requests.keys());
  const busy = new Set<Promise<void>>();
  const failures: unknown[] = [];
  const handOver = async (place: number, fetched: Fetched): Promise<void> => {
    if (todo.delete(place)) await handle(fetched);
  };
  const work = (place: number, tool: Tool): Promise<void> => {
    const request = requests[place];
    if (!request || failures.length > 0 || !todo.has(place)) return Promise.resolve();
    const done = parts.fetch(request, tool, stop).then((fetched) => (failures.length > 0 ? undefined : handOver(place, fetched)))
      .catch((error: unknown) => {
        failures.push(error);
        trigger();
      }).finally(() => busy.delete(done));
    busy.add(done);
    return done;
  };
  stop.onStop(() => void parts.crawler.teardown().catch((error: unknown) => failures.push(error)));
  try {
    if (!stop.stopped) await parts.crawler.run(work);
    await Promise.all(busy);
    for (const [place, request] of requests.entries()) {
      if (failures.length === 0) await handOver(place, stoppedEarly(request, parts.clock()));
    }
  } finally {
    release();
  }
  if (failures.length > 0) throw failures[0];
}
