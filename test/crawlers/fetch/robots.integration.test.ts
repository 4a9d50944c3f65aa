import { expect } from 'vitest';
import { fetchAll, html, isPaced, redirect, sourceOf, status, test, wordOf } from './support.ts';

const NO_P = 'User-agent: *\nDisallow: /p\n';

const ANSWERS = [
  ['rules', status(200, { 'content-type': 'text/plain' }, NO_P), 'robots_refused'],
  ['rules for us by name', status(200, {}, 'User-agent: *\nAllow: /\n\nUser-agent: RivalWatch\nDisallow: /'), 'robots_refused'],
  ['none (404)', status(404, {}, NO_P), 'answer 200'],
  ['none of our business (403)', status(403), 'answer 200'],
  ['an error whose body allows everything (500)', status(500, {}, 'User-agent: *\nAllow: /'), 'robots_unreachable'],
  ['an empty error (503)', status(503), 'robots_unreachable'],
  ['too many requests', status(429), 'robots_unreachable'],
  ['a page instead of rules', html('<html><body>Disallow: nothing here</body></html>'), 'answer 200'],
  ['in a coding nobody asked for', status(200, { 'content-encoding': 'zstd' }, 'x'), 'robots_unreachable'],
] as const;
for (const [what, robots, word] of ANSWERS) test(`robots.txt decides before every page: ${what}`, async ({ shop, fetcher }) => {
  const site = await shop({ '/robots.txt': robots, '/p': html('x') });
  expect((await fetchAll(fetcher().fetchBatch, sourceOf(site), ['/p'])).map(wordOf)).toEqual([word]);
  expect(site.pages()).toEqual(word === 'answer 200' ? ['/p'] : []);
  expect(site.asked[0]?.headers['user-agent']).toBe('rivalwatch/0.1.0 (+ops@example.test)');
});

test('no answer in time, and a broken connection, mean no', async ({ shop, fetcher }) => {
  const site = await shop({ '/robots.txt': () => undefined, '/p': html('x') });
  const broken = await shop({ '/robots.txt': (asked) => void asked.socket.destroy(), '/p': html('x') });
  const { fetchBatch } = fetcher();
  const words = [...(await fetchAll(fetchBatch, sourceOf(site, { politeness: { timeout: 300 } }), ['/p'])), ...(await fetchAll(fetchBatch, sourceOf(broken), ['/p']))].map(wordOf);
  expect(words).toEqual(['robots_unreachable', 'robots_unreachable']);
});

test('five redirects are followed, to other hosts as well; a circle is no answer', async ({ shop, fetcher }) => {
  const rules = await shop({ '/their-robots': status(200, {}, NO_P) });
  const site = await shop({ '/robots.txt': redirect('/1'), '/1': redirect('/2'), '/2': redirect('/3'), '/3': redirect('/4'), '/4': redirect(`${rules.url}/their-robots`), '/p': html('x') });
  const loop = await shop({ '/robots.txt': redirect('/robots.txt'), '/p': html('x') });
  const { fetchBatch } = fetcher();
  const words = [...(await fetchAll(fetchBatch, sourceOf(site), ['/p', '/q'])), ...(await fetchAll(fetchBatch, sourceOf(loop), ['/p']))].map(wordOf);
  expect(words).toEqual(['robots_refused', 'answer 404', 'robots_unreachable']);
});

test('the first 512 kB count, and what is redirected to is asked for as well', async ({ shop, fetcher }) => {
  const site = await shop({ '/robots.txt': status(200, {}, `${NO_P}${'# filler\n'.repeat(100_000)}Disallow: /late\n`), '/start': redirect('/p'), '/late': html('x') });
  expect((await fetchAll(fetcher().fetchBatch, sourceOf(site), ['/p', '/start', '/late'])).map(wordOf)).toEqual(['robots_refused', 'robots_refused', 'answer 200']);
});

test('is fetched once for many pages and workers, and again after a day; unreachable ones after minutes', async ({ shop, fetcher }) => {
  let answer = 500;
  const site = await shop({ '/robots.txt': (_asked, response) => void response.writeHead(answer).end(NO_P), '*': html('x') });
  let now = Date.parse('2026-11-23T10:00:00Z');
  const clock = (): Date => new Date(now);
  const [one, two] = [fetcher({ clock }), fetcher({ clock })];
  const words = async (worker: typeof one): Promise<string[]> => (await fetchAll(worker.fetchBatch, sourceOf(site), ['/p', '/q', '/r'])).map(wordOf);
  const fetches = (): number => site.asked.filter(({ path }) => path === '/robots.txt').length;
  expect(await words(one)).toEqual(['robots_unreachable', 'robots_unreachable', 'robots_unreachable']);
  expect(await words(two)).toEqual(['robots_unreachable', 'robots_unreachable', 'robots_unreachable']);
  expect(fetches()).toBe(1);
  answer = 200;
  now += 6 * 60_000;
  expect(await words(one)).toEqual(['robots_refused', 'answer 200', 'answer 200']);
  expect(await words(two)).toEqual(['robots_refused', 'answer 200', 'answer 200']);
  expect(fetches()).toBe(2);
  now += 24 * 3_600_000;
  await words(two);
  await words(one);
  expect(fetches()).toBe(3);
});

test('a Crawl-delay slows the host down, up to the bound', async ({ shop, fetcher }) => {
  const site = await shop({ '/robots.txt': status(200, {}, 'User-agent: *\nCrawl-delay: 600'), '*': html('x') });
  const results = await fetchAll(fetcher().fetchBatch, sourceOf(site, { politeness: { maxCrawlDelay: 400 } }), ['/1', '/2', '/3']);
  expect(results.map(wordOf)).toEqual(['answer 200', 'answer 200', 'answer 200']);
  const [robots, ...pages] = site.asked.map(({ at }) => at);
  expect([pages.length, isPaced(pages, robots ?? Infinity, 400)]).toEqual([3, true]);
});

test('a Crawl-delay longer than a batch waits puts the rest off', async ({ shop, fetcher }) => {
  const site = await shop({ '/robots.txt': status(200, {}, 'User-agent: *\nCrawl-delay: 30'), '*': html('x') });
  const now = new Date('2026-11-23T10:00:00Z');
  const results = await fetchAll(fetcher({ clock: () => now }).fetchBatch, sourceOf(site, { politeness: { concurrency: 1 } }), ['/1', '/2', '/3']);
  expect(results.map(wordOf)).toEqual(['answer 200', 'later host_busy', 'later host_busy']);
  expect(results[1]?.kind === 'later' && results[1].until.getTime() - now.getTime()).toBeGreaterThan(29_000);
  expect(site.pages()).toEqual(['/1']);
});
