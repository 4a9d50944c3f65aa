import fc from 'fast-check';
import { Redis } from 'ioredis';
import { expect, vi } from 'vitest';
import type { Fetched } from '../../../crawlers/fetch/port.ts';
import { fetchAll, html, isPaced, redirect, sourceOf, status, test, wordOf } from './support.ts';

const paths = (count: number): string[] => Array.from({ length: count }, (_, index) => `/${index}`);

// One budget per host across all workers.
test('two workers together keep the pace, robots.txt and redirects included', async ({ shop, fetcher }) => {
  const site = await shop({ '/0': redirect('/moved'), '*': html('x') });
  const source = sourceOf(site, { politeness: { delay: 120 } });
  const began = performance.now();
  const results = (await Promise.all([fetcher(), fetcher()].map(({ fetchBatch }) => fetchAll(fetchBatch, source, paths(4))))).flat();
  expect(results.map(wordOf)).toEqual(results.map(() => 'answer 200'));
  expect(site.asked.length).toBeGreaterThanOrEqual(11);
  expect(isPaced(site.asked.map(({ at }) => at), began, 120)).toBe(true);
});

test('two workers together keep the concurrency', async ({ shop, fetcher }) => {
  let open = 0;
  let most = 0;
  const site = await shop({
    '*': (_asked, answer) => {
      most = Math.max(most, open += 1);
      setTimeout(() => {
        open -= 1;
        answer.writeHead(200, { 'content-type': 'text/html' }).end('x');
      }, 30);
    },
  });
  const source = sourceOf(site, { politeness: { concurrency: 2 } });
  const results = (await Promise.all([fetcher(), fetcher(), fetcher()].map(({ fetchBatch }) => fetchAll(fetchBatch, source, paths(6))))).flat();
  expect(results.map(wordOf)).toEqual(results.map(() => 'answer 200'));
  expect(most).toBe(2);
});

test('many batches of one worker ask Redis once for each request, not again and again for a place', async ({ shop, fetcher, redis }) => {
  const site = await shop({ '*': (_asked, answer) => void setTimeout(() => answer.writeHead(200, { 'content-type': 'text/html' }).end('x'), 5) });
  const source = sourceOf(site, { politeness: { concurrency: 2 } });
  const asked = vi.spyOn(redis, 'evalsha');
  const { fetchBatch } = fetcher({ redis });
  const results = (await Promise.all(Array.from({ length: 6 }, () => fetchAll(fetchBatch, source, paths(10))))).flat();
  expect(results.map(wordOf)).toEqual(results.map(() => 'answer 200'));
  // robots.txt is a request, too.
  expect(asked.mock.calls.length).toBeLessThan(61 + 5);
});

test('the slot of a worker that died comes free again', async ({ shop, fetcher, redis, prefix }) => {
  const site = await shop({ '*': html('x') });
  const [seconds] = await redis.time();
  await redis.zadd(`${prefix}:host:{${site.host}}:leases`, Number(seconds) * 1000 + 1_500, 'a worker that died');
  const results = await fetchAll(fetcher().fetchBatch, sourceOf(site, { politeness: { concurrency: 1 } }), ['/1']);
  expect(results.map(wordOf)).toEqual(['answer 200']);
  expect(await redis.zcard(`${prefix}:host:{${site.host}}:leases`)).toBe(0);
});

test('a slot that does not come free puts the rest off', async ({ shop, fetcher, redis, prefix }) => {
  const site = await shop({ '*': html('x') });
  const [seconds] = await redis.time();
  await redis.zadd(`${prefix}:host:{${site.host}}:leases`, Number(seconds) * 1000 + 600_000, 'a long batch');
  const now = new Date();
  const results = await fetchAll(fetcher().fetchBatch, sourceOf(site, { politeness: { concurrency: 1 } }), ['/1', '/2']);
  expect(results.map(wordOf)).toEqual(['later host_busy', 'later host_busy']);
  for (const fetched of results) expect(fetched.kind === 'later' && fetched.until.getTime()).toBeGreaterThan(now.getTime());
  expect(site.asked).toEqual([]);
});

test('the day\'s budget ends the day at this host, not at others', async ({ shop, fetcher }) => {
  const [one, two] = await Promise.all([shop({ '*': html('x') }), shop({ '*': html('x') })]);
  const changes = { politeness: { dailyBudget: 3, concurrency: 1 }, hosts: [one.host, two.host] };
  const results = await fetchAll(fetcher().fetchBatch, sourceOf(one, changes), ['/1', '/2', '/3', `${two.url}/1`]);
  expect(results.map(wordOf)).toEqual(['answer 200', 'answer 200', 'later daily_budget', 'answer 200']);
  const put = results[2];
  expect(put?.kind === 'later' && put.until.getTime() - Date.now()).toBeLessThanOrEqual(86_400_000 + 10_000);
  expect(one.asked).toHaveLength(3);
});

test('a Redis that is away lets nothing through, whether its client gives up or tries for ever', async ({ shop, fetcher }) => {
  const site = await shop({ '*': html('x') });
  const patient = new Redis('redis://127.0.0.1:1', { maxRetriesPerRequest: null, lazyConnect: true });
  const hasty = new Redis('redis://127.0.0.1:1', { maxRetriesPerRequest: 0, retryStrategy: () => null, lazyConnect: true });
  await Promise.all([patient, hasty].map(async (redis) => {
    redis.on('error', () => undefined);
    await expect(fetchAll(fetcher({ redis }).fetchBatch, sourceOf(site), ['/1', '/2'])).rejects.toThrow(/Redis, which keeps the budget of every host, is away/);
    redis.disconnect();
  }));
  expect(site.asked).toEqual([]);
});

// A host that asks for a pause.
test('gets it from all workers, whatever the answer is made of', async ({ shop, fetcher }) => {
  const site = await shop({ '/1': status(429, { 'retry-after': '90', 'content-type': 'text/html' }, '<h1>Too many</h1>'), '/image': status(429, { 'content-type': 'image/png' }), '*': html('x') });
  const source = sourceOf(site, { politeness: { concurrency: 1 } });
  const now = new Date('2026-11-23T10:00:00Z');
  const clock = (): Date => now;
  const first = await fetchAll(fetcher({ clock }).fetchBatch, source, ['/1', '/2']);
  const second = await fetchAll(fetcher({ clock }).fetchBatch, source, ['/3']);
  expect([...first, ...second].map(wordOf)).toEqual(['later rate_limited', 'later rate_limited', 'later rate_limited']);
  expect(first[0]).toMatchObject({ until: new Date('2026-11-23T10:01:30Z'), detail: expect.stringContaining('asks to wait 90 s') });
  expect(untilOf(second[0]) - now.getTime()).toBeGreaterThan(80_000);
  expect(site.pages()).toEqual(['/1']);
});

const PAUSES = [
  ['503 with a date, measured by its own clock', 503, { 'retry-after': 'Mon, 23 Nov 2020 10:00:40 GMT', date: 'Mon, 23 Nov 2020 10:00:00 GMT' }, 'later rate_limited', 40_000],
  ['429 without a word', 429, {}, 'later rate_limited', 60_000],
  ['429 with nonsense', 429, { 'retry-after': 'soon' }, 'later rate_limited', 60_000],
  ['429 with nothing to wait', 429, { 'retry-after': '0' }, 'later rate_limited', 1_000],
  ['longer than we want to wait', 429, { 'retry-after': '86400' }, 'rate_limited', 0],
  ['for ever', 429, { 'retry-after': '999999999999' }, 'rate_limited', 0],
] as const;
for (const [what, code, headers, word, wait] of PAUSES) test(`a host that asks for a pause: ${what}`, async ({ shop, fetcher }) => {
  const site = await shop({ '/1': status(code, headers) });
  const now = new Date('2026-11-23T10:00:00Z');
  const [fetched] = await fetchAll(fetcher({ clock: () => now }).fetchBatch, sourceOf(site), ['/1']);
  expect(wordOf(fetched)).toBe(word);
  if (wait > 0) expect(untilOf(fetched) - now.getTime()).toBe(wait);
});

test('a short pause is waited for, and the rest goes on', async ({ shop, fetcher }) => {
  let asked = 0;
  const site = await shop({ '/1': (_asked, answer) => void ((asked += 1) === 1 ? answer.writeHead(429, { 'retry-after': '1' }).end() : answer.writeHead(200).end()) });
  const { fetchBatch } = fetcher();
  expect((await fetchAll(fetchBatch, sourceOf(site), ['/1'])).map(wordOf)).toEqual(['later rate_limited']);
  expect((await fetchAll(fetchBatch, sourceOf(site), ['/1'])).map(wordOf)).toEqual(['answer 200']);
  const [, first, second] = site.asked;
  expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThan(900);
});

// The end of a batch.
test('an abort stops what is on its way and hands over the rest, each once', async ({ shop, fetcher }) => {
  const abort = new AbortController();
  const site = await shop({ '/0': html('x'), '*': () => abort.abort() });
  const started = performance.now();
  const results = await fetchAll(fetcher().fetchBatch, sourceOf(site, { politeness: { concurrency: 1, timeout: 200_000 } }), paths(50), abort.signal);
  expect(results.map(wordOf)).toEqual(['answer 200', ...Array.from({ length: 49 }, () => 'later host_busy')]);
  expect(performance.now() - started).toBeLessThan(100_000);
  expect(site.pages()).toEqual(['/0', '/1']);
});

test('Ctrl-C alone ends no batch: when to stop is for the program to say', async ({ shop, fetcher }) => {
  const before = new Set(process.rawListeners('SIGINT'));
  const site = await shop({ '*': html('x'), '/2': (_asked, answer) => {
    // As the signal would; other programs of this process shall not hear of it.
    for (const listener of process.rawListeners('SIGINT')) if (!before.has(listener)) listener.call(process, 'SIGINT', 2);
    answer.end('x');
  } });
  const results = await fetchAll(fetcher().fetchBatch, sourceOf(site, { politeness: { concurrency: 1 } }), paths(8));
  expect(results.map(wordOf)).toEqual(paths(8).map(() => 'answer 200'));
});

test('whenever the abort comes, each request is handed over exactly once', async ({ shop, fetcher }) => {
  const site = await shop({ '/3': status(500), '/5': redirect('/moved'), '*': html('x') });
  const { fetchBatch } = fetcher();
  await fc.assert(fc.asyncProperty(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 14 }), async (count, concurrency, after) => {
    const abort = new AbortController();
    const requests = paths(count).map((path) => ({ url: site.url + path }));
    const seen: unknown[] = [];
    await fetchBatch(requests, sourceOf(site, { politeness: { concurrency } }), async (fetched) => {
      if (seen.push(fetched.request) >= after) abort.abort();
    }, abort.signal);
    expect(seen).toHaveLength(count);
    expect(new Set(seen)).toEqual(new Set(requests));
  }), { numRuns: 15 });
});

test('an abort while waiting for the host\'s next moment, or before anything, does not wait', async ({ shop, fetcher }) => {
  const abort = new AbortController();
  const site = await shop({ '*': html('x') });
  const { fetchBatch } = fetcher();
  const seen: Fetched[] = [];
  await fetchBatch(paths(3).map((path) => ({ url: site.url + path })), sourceOf(site, { politeness: { delay: 4_000, concurrency: 2 } }), async (fetched) => void seen.push(fetched), AbortSignal.timeout(300));
  expect(seen.map(wordOf)).toEqual(['later host_busy', 'later host_busy', 'later host_busy']);
  abort.abort();
  expect((await fetchAll(fetchBatch, sourceOf(site), ['/1'], abort.signal)).map(wordOf)).toEqual(['later host_busy']);
  expect(site.pages()).toEqual([]);
});

test('a handler that fails ends the batch with its error, after which nothing is fetched', async ({ shop, fetcher }) => {
  const site = await shop({ '*': html('x') });
  const seen: string[] = [];
  await expect(fetcher().fetchBatch(paths(20).map((path) => ({ url: site.url + path })), sourceOf(site, { politeness: { concurrency: 1 } }), async (fetched) => {
    seen.push(wordOf(fetched));
    if (seen.length === 3) throw new Error('the database is away');
  }, new AbortController().signal)).rejects.toThrow('the database is away');
  expect(seen).toHaveLength(3);
  expect(site.pages()).toHaveLength(3);
});

test('two batches at once keep to their own requests', async ({ shop, fetcher }) => {
  const site = await shop({ '*': html('x') });
  const { fetchBatch } = fetcher();
  const batches = await Promise.all(['a', 'b', 'c'].map(async (name) => {
    const urls: string[] = [];
    await fetchBatch(paths(10).map((path) => ({ url: `${site.url}/${name}${path}` })), sourceOf(site), async (fetched) => void urls.push(fetched.request.url), new AbortController().signal);
    return urls.every((url) => url.includes(`/${name}/`)) ? urls.length : -1;
  }));
  expect(batches).toEqual([10, 10, 10]);
});

function untilOf(fetched: Fetched | undefined): number {
  return fetched?.kind === 'later' ? fetched.until.getTime() : Number.NaN;
}
