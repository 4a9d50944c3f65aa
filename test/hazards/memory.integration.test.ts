import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect } from 'vitest';
import { fetchAll, html, sourceOf, test } from '../crawlers/fetch/support.ts';

setFlagsFromString('--expose-gc');
const collect: unknown = runInNewContext('gc');

/** Bytes in use after a garbage collection. */
function heap(): number {
  if (typeof collect !== 'function') throw new Error('no garbage collection to be had');
  Reflect.apply(collect, undefined, []);
  return process.memoryUsage().heapUsed;
}

test('a crawler for each batch leaves nothing behind: memory does not grow with the number of batches', async ({ shop, fetcher }) => {
  const page = html('<!doctype html><title>Page</title>'.padEnd(2_000, 'x'));
  const site = await shop({ '*': page });
  const { fetchBatch } = fetcher();
  const source = sourceOf(site, { politeness: { delay: 0, concurrency: 8, dailyBudget: 1_000_000 } });
  const batches = async (count: number): Promise<number> => {
    for (let no = 0; no < count; no += 1) expect(await fetchAll(fetchBatch, source, Array.from({ length: 10 }, (_, index) => `/${index}`))).toHaveLength(10);
    return heap();
  };
  const warm = await batches(20);
  site.asked.length = 0;
  const later = await batches(80);
  site.asked.length = 0;
  // One crawler kept over its runs, or a request queue for each, would hold 16 MB a batch: more than a gigabyte by now.
  expect(later - warm).toBeLessThan(30_000_000);
});
