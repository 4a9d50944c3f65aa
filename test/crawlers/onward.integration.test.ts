import { expect } from 'vitest';
import { BATCH_SIZE, Onward } from '../../crawlers/onward.ts';
import type { CrawlRequest } from '../../model/crawl.ts';
import type { BatchId } from '../../model/ids.ts';
import { addBatches, batchesOf } from '../../storage/batches.ts';
import { crawlOf, TARGET, test, time } from '../storage/support.ts';

const page = (no: number): CrawlRequest => ({ url: `https://shop.example/all?page=${no}`, role: 'catalogue', page: no });
const goods = (count: number): CrawlRequest[] => Array.from({ length: count }, (_, no) => ({ url: `https://shop.example/p/${no}`, role: 'listing' }));

test('pages lead to the next one in the same batch while there is room, and to listings in batches of their own, each once, up to the last page that may be asked for', async ({ store }) => {
  const crawl = { _id: crawlOf(1), targetId: TARGET };
  const told: BatchId[] = [];
  const deps = { store, clock: () => time(0), enqueue: async (id: BatchId) => void told.push(id) };
  const stored = async (): Promise<string[]> => (await batchesOf(store, crawl._id)).map(({ no, requests }) => `${no}: ${requests.length}`);
  const [first] = await addBatches(store, crawl, [{ no: 1, requests: [page(1)] }], time(0));
  if (!first) throw new Error('no batch');

  const onward = new Onward(deps, first, 3);
  expect(await onward.follow(page(1), { next: page(2), listings: goods(BATCH_SIZE + 50) })).toEqual({ appended: [{ index: 1, request: page(2) }], cutOff: false });
  expect([onward.takeAppended(), onward.takeAppended()]).toEqual([[[1, page(2)]], []]);
  expect([await stored(), told.length]).toEqual([['1: 1', `1001: ${BATCH_SIZE}`, '1002: 50'], 2]);

  // A list that leads back to where it was, and shows the same again, leads nowhere.
  expect(await onward.follow(page(2), { next: page(1), listings: goods(10) })).toEqual({ appended: [], cutOff: false });
  expect(await onward.follow(page(3), { next: page(4), listings: [] })).toEqual({ appended: [], cutOff: true });
  expect([onward.takeAppended(), told.length]).toEqual([[], 2]);

  const full = new Onward(deps, { ...first, requests: Array.from({ length: BATCH_SIZE }, (_, no) => page(no + 1)) }, 1_000);
  expect(await full.follow(page(BATCH_SIZE), { next: page(BATCH_SIZE + 1), listings: [] })).toEqual({ appended: [], cutOff: false });
  expect((await stored()).at(-1)).toBe(`${BATCH_SIZE * 1_000}: 1`);
});
