import type { FetchBatch, FetchRequest, Fetched } from './port.ts';
import { stopOf, type Stop } from './stop.ts';
import { stoppedEarly } from './visit.ts';

/** One crawler over the places of one batch. */
export interface BatchCrawler<Tool> {
  /**
   * Calls `work` for each place, or `lost` where it cannot, and comes back when everything was called or it was torn down. Rejects
   * when it cannot work at all.
   */
  readonly run: (work: (place: number, tool: Tool) => Promise<void>, lost: (place: number, error: Error) => Promise<void>) => Promise<void>;
  readonly teardown: () => Promise<void>;
}

interface BatchParts<Tool> {
  readonly fetch: (request: FetchRequest, tool: Tool, stop: Stop) => Promise<Fetched>;
  readonly crawler: BatchCrawler<Tool>;
  readonly clock: () => Date;
}

/**
 * The contract of FetchBatch around any crawler: each request is handed over exactly once; on abort those not done come as `later`,
 * and as failed when the crawler cannot work; the first error of `handle` or of the budget ends the batch and is what it rejects with.
 */
export async function runBatch<Tool>(requests: readonly FetchRequest[], parts: BatchParts<Tool>, handle: Parameters<FetchBatch>[2], signal: AbortSignal): Promise<void> {
  const { stop, trigger, release } = stopOf(signal);
  const todo = new Set(requests.keys());
  const busy = new Set<Promise<void>>();
  const failures: unknown[] = [];
  /** Hands over what became of a place; never rejects. */
  const settle = async (place: number, outcome: (request: FetchRequest) => Fetched | Promise<Fetched>): Promise<void> => {
    const request = requests[place];
    if (!request || failures.length > 0 || !todo.has(place)) return;
    try {
      const fetched = await outcome(request);
      if (failures.length === 0 && todo.delete(place)) await handle(fetched);
    } catch (error) {
      failures.push(error);
      trigger();
    }
  };
  const work = (place: number, tool: Tool): Promise<void> => {
    const done = settle(place, (request) => parts.fetch(request, tool, stop)).finally(() => busy.delete(done));
    busy.add(done);
    return done;
  };
  const lost = async (place: number, error: unknown, crashed?: true): Promise<void> => {
    if (!stop.stopped) await settle(place, (request) => ({ ...lostTo(request, error), ...(crashed ? { crashed } : {}) }));
  };
  stop.onStop(() => void parts.crawler.teardown().catch((error: unknown) => failures.push(error)));
  try {
    if (!stop.stopped) await parts.crawler.run(work, (place, error) => lost(place, error, true)).catch((error: unknown) => Promise.all([...todo].map((place) => lost(place, error))));
    await Promise.all(busy);
    for (const place of todo) await settle(place, (request) => (stop.stopped ? stoppedEarly(request, parts.clock()) : lostTo(request, 'the crawler did not come to it')));
  } finally {
    release();
  }
  if (failures.length > 0) throw failures[0];
}

/** The tool failed, not the host: its first line says how, the rest is a log. */
function lostTo(request: FetchRequest, error: unknown): Extract<Fetched, { readonly kind: 'failed' }> {
  const text = error instanceof Error ? rootOf(error).message : String(error);
  return { kind: 'failed', request, outcome: 'network_error', detail: text.split('\n')[0] ?? '' };
}

function rootOf(error: Error): Error {
  return error.cause instanceof Error ? rootOf(error.cause) : error;
}
