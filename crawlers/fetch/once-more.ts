import type { Fetched, FetchBatch } from './port.ts';

/** Of so large a share of a batch that did not get through nothing is tried again: the host is in trouble, and to ask more is no help. */
const MOST_TROUBLED = 0.2;
const FAULTS: ReadonlySet<number> = new Set([500, 502, 503, 504]);

/**
 * Asks once more for what did not get through by a fault that may have passed (no connection, no answer in time, 500, 502, 503, 504), when everything
 * else of the batch is done: one hiccup of a host shall not cost a target its day. Politeness holds for it as for the first time. Pages that were open in a browser
 * when it died say nothing of the host: they are asked for again however many they are.
 */
export function onceMore(fetchBatch: FetchBatch): FetchBatch {
  return async (requests, source, handle, signal) => {
    const failed: Fetched[] = [];
    await fetchBatch(requests, source, async (fetched) => {
      if (mayHavePassed(fetched)) failed.push(fetched);
      else await handle(fetched);
    }, signal);
    if (failed.length === 0) return;
    const troubled = failed.filter((fetched) => !hasCrashed(fetched));
    const tooMany = troubled.length > Math.max(1, requests.length * MOST_TROUBLED);
    if (tooMany) for (const fetched of troubled) await handle(fetched);
    const again = tooMany ? failed.filter(hasCrashed) : failed;
    if (again.length > 0) await fetchBatch(again.map(({ request }) => request), source, handle, signal);
  };
}

function hasCrashed(fetched: Fetched): boolean {
  return fetched.kind === 'failed' && fetched.crashed === true;
}

/** A picture can wait for the next crawl. */
function mayHavePassed(fetched: Fetched): boolean {
  if (fetched.request.want === 'picture') return false;
  if (fetched.kind === 'answer') return FAULTS.has(fetched.page.status);
  return fetched.kind === 'failed' && (fetched.outcome === 'network_error' || fetched.outcome === 'timeout');
}
