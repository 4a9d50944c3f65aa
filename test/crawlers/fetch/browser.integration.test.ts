import type { ServerResponse } from 'node:http';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject, onTestFinished } from 'vitest';
import { honestChromium, launchOptions } from '../../../crawlers/fetch/browser/launcher.ts';
import { bodyOf, fetchAll, html, redirect, sourceOf, status, test, wordOf, type Routes } from './support.ts';

const found = inject('chromium');
if (typeof found === 'string') console.log(`browser: skipped, ${found}`);

const APP = `<html><head><script src="/app.js"></script><link rel="icon" href="/icon.png"></head><body><img src="/photo.png"><div id="price">…</div></body></html>`;
const SCRIPT = `addEventListener('DOMContentLoaded', async () => { const r = await fetch('/api/price'); document.getElementById('price').textContent = (await r.json()).price + ' ' + navigator.userAgent + ' webdriver=' + navigator.webdriver; });`;
const json = (body: unknown) => (_: unknown, answer: ServerResponse): void => void answer.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
const js = (text: string) => (_: unknown, answer: ServerResponse): void => void answer.writeHead(200, { 'content-type': 'text/javascript' }).end(text);
const app: Routes = { '/p': html(APP, { etag: '"shell"' }), '/app.js': js(SCRIPT), '/api/price': json({ price: '19.99 EUR' }), '/photo.png': status(200, { 'content-type': 'image/png' }), '/icon.png': status(200, { 'content-type': 'image/png' }) };

// Pages whose prices exist only after scripts ran.
const browser = typeof found === 'string' ? {} : { chromium: async () => found };

test.skipIf(typeof found === 'string')('are handed over as rendered, under our own name everywhere', async ({ shop, fetcher }) => {
  const site = await shop(app);
  const [page] = await fetchAll(fetcher(browser).fetchBatch, sourceOf(site, { mode: 'browser', language: 'de-DE' }), ['/p']);
  expect(wordOf(page)).toBe('answer 200');
  expect(bodyOf(page)).toContain('19.99 EUR rivalwatch/0.1.0 (+ops@example.test) webdriver=true');
  expect(page?.kind === 'answer' && { via: page.page.via, type: page.page.headers['content-type'], etag: page.page.headers['etag'] }).toEqual({ via: 'browser', type: 'text/html; charset=utf-8', etag: undefined });
  expect(site.asked.map(({ path }) => path)).toEqual(['/robots.txt', '/p', '/app.js', '/api/price']);
  for (const { headers } of site.asked) expect(headers['user-agent']).toBe('rivalwatch/0.1.0 (+ops@example.test)');
  expect(site.asked.at(-1)?.headers['accept-language']).toContain('de-DE');
});

test.skipIf(typeof found === 'string')('leave signals to the program: a browser that is open does not end it on the spot', async ({ shop, fetcher }) => {
  const listeners = (): readonly number[] => (['SIGTERM', 'SIGHUP', 'SIGINT'] as const).map((name) => process.listenerCount(name));
  const during: (readonly number[])[] = [];
  const site = await shop({ '/p': (_asked, answer) => {
    during.push(listeners());
    answer.writeHead(200, { 'content-type': 'text/html' }).end('<body>a page</body>');
  } });
  const [term, hangUp, interrupt] = listeners();
  await fetchAll(fetcher(browser).fetchBatch, sourceOf(site, { mode: 'browser' }), ['/p']);
  // One at Ctrl-C is Crawlee's, which only begins no further request.
  expect(during).toEqual([[term, hangUp, (interrupt ?? 0) + 1]]);
});

test.skipIf(typeof found === 'string')('robots.txt holds for what scripts load from the source', async ({ shop, fetcher }) => {
  const site = await shop({ ...app, '/robots.txt': status(200, {}, 'User-agent: *\nDisallow: /api/\nDisallow: /private') });
  const results = await fetchAll(fetcher(browser).fetchBatch, sourceOf(site, { mode: 'browser' }), ['/p', '/private']);
  expect(results.map(wordOf)).toEqual(['answer 200', 'robots_refused']);
  expect(site.pages()).not.toContain('/api/price');
  expect(site.pages()).not.toContain('/private');
});

test.skipIf(typeof found === 'string')('names are resolved by us alone, whatever a script asks for', async ({ shop, fetcher }) => {
  const cdn = await shop({ '/data': (_asked, answer) => void answer.writeHead(200, { 'access-control-allow-origin': '*' }).end('from the cdn') });
  const port = cdn.host.split(':')[1] ?? '';
  const site = await shop({
    '/p': html(`<body><script>Promise.allSettled(['http://cdn.test:${port}/data', 'http://refused.test:${port}/data'].map(u => fetch(u).then(r => r.text()))).then(r => document.body.append('got ' + r.map(x => x.value ?? 'nothing')))</script></body>`),
  });
  const asked: string[] = [];
  const resolve = async (name: string): Promise<{ address: string; family: number }[]> => {
    asked.push(name);
    if (name === 'refused.test') throw new Error('refused');
    return [{ address: '127.0.0.1', family: 4 }];
  };
  const [page] = await fetchAll(fetcher({ ...browser, resolve }).fetchBatch, sourceOf(site, { mode: 'browser' }), ['/p']);
  expect(bodyOf(page)).toContain('got from the cdn,');
  expect(new Set(asked)).toEqual(new Set(['cdn.test', 'refused.test']));
  expect(cdn.pages()).toEqual(['/data']);
});

test.skipIf(typeof found === 'string')('walls, errors and other types come as they are, without a browser\'s help', async ({ shop, fetcher }) => {
  const site = await shop({
    '/gone': status(410, { 'content-type': 'text/html' }, 'gone'), '/json': json({ a: 1 }), '/away': redirect('https://login.shop.test/x'), '/busy': status(429, { 'retry-after': '120' }, 'slow down'),
  });
  const results = await fetchAll(fetcher(browser).fetchBatch, sourceOf(site, { mode: 'browser' }), ['/gone', '/json', '/away', '/busy']);
  expect(results.map(wordOf)).toEqual(['answer 410', 'answer 200', 'login_wall', 'later rate_limited']);
});

test.skipIf(typeof found === 'string')('scripts that lead elsewhere are followed like redirects', async ({ shop, fetcher }) => {
  const site = await shop({
    '/go': html('<script>location.href = "/there"</script>'), '/there': html('<body>there</body>'), '/wall': html('<script>location.href = "https://passport.shop.test/login"</script>'),
    '/round': html('<script>location.href = "/round?" + Math.random()</script>'),
  });
  const results = await fetchAll(fetcher(browser).fetchBatch, sourceOf(site, { mode: 'browser', politeness: { maxRedirects: 2 } }), ['/go', '/wall', '/round']);
  expect(results.map(wordOf)).toEqual(['answer 200', 'login_wall', 'too_many_redirects']);
  expect(results[0]?.kind === 'answer' && results[0].page.url).toBe(`${site.url}/there`);
  expect(bodyOf(results[0])).toContain('there');
});

test.skipIf(typeof found === 'string')('a script without end and a page without measure are cut off', async ({ shop, fetcher }) => {
  const site = await shop({ '/spin': html('<body><script>for (;;) {}</script></body>'), '/grow': html('<body><script>document.body.append("x".repeat(3e6))</script></body>'), '/fine': html('<body>fine</body>') });
  const results = await fetchAll(fetcher(browser).fetchBatch, sourceOf(site, { mode: 'browser', politeness: { timeout: 7_000 } }), ['/spin', '/grow', '/fine']);
  expect(results.map(wordOf)).toEqual(['timeout', 'too_large', 'answer 200']);
});

test.skipIf(typeof found === 'string')('a host stays taken while its page is rendered, for other workers too', async ({ shop, fetcher }) => {
  let open = 0;
  const overlaps: string[] = [];
  const site = await shop({
    '/api': (_asked, answer) => {
      open += 1;
      setTimeout(() => {
        open -= 1;
        answer.end('{}');
      }, 300);
    },
    '*': (asked, answer) => {
      if (open > 0) overlaps.push(asked.url ?? '');
      html('<body><script>fetch("/api")</script></body>')(asked, answer);
    },
  });
  const source = sourceOf(site, { mode: 'browser', politeness: { concurrency: 1 } });
  const results = (await Promise.all(['/1', '/2'].map((path) => fetchAll(fetcher(browser).fetchBatch, source, [path, `${path}/again`])))).flat();
  // On a slow machine the one may wait so long for the other that it is put off.
  expect(results.map(wordOf).every((word) => word === 'answer 200' || word === 'later host_busy')).toBe(true);
  expect(results.map(wordOf)).toContain('answer 200');
  expect(overlaps).toEqual([]);
});

test.skipIf(typeof found === 'string')('an abort ends the batch at once and hands the rest over', async ({ shop, fetcher }) => {
  const site = await shop({ '*': html('<body>slow<script>setInterval(() => fetch("/api"), 100)</script></body>') });
  const abort = new AbortController();
  const results: string[] = [];
  await fetcher(browser).fetchBatch(['/1', '/2', '/3', '/4'].map((path) => ({ url: site.url + path })), sourceOf(site, { mode: 'browser', politeness: { concurrency: 1 } }), async (fetched) => {
    results.push(wordOf(fetched));
    abort.abort();
  }, abort.signal);
  expect(results).toEqual(['answer 200', 'later host_busy', 'later host_busy', 'later host_busy']);
});

test.skipIf(typeof found === 'string').each([
  'FATAL:zygote_host_impl_linux.cc: No usable sandbox! If you are running on Ubuntu', 'Failed to move to new namespace: PID namespaces supported, but failed: errno = Operation not permitted',
])('start without a sandbox where the machine gives none, and say so once: %s', async (words) => {
  if (typeof found === 'string') return;
  const folder = await mkdtemp(join(tmpdir(), 'rivalwatch-chromium-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, 'chromium');
  await writeFile(path, `#!/bin/sh\ncase "$*" in *--no-sandbox*) exec '${found.path}' "$@";; esac\necho '${words}' >&2\nexit 1\n`, { mode: 0o755 });
  const said: string[] = [];
  const launcher = honestChromium((words) => said.push(words));
  const launch = async (): Promise<void> => (await launcher.launch({ ...launchOptions({ ...found, path }, 'http://127.0.0.1:9'), chromiumSandbox: true })).close();
  await Promise.all([launch(), launch()]);
  await launch();
  expect(said).toEqual([expect.stringContaining('no sandbox')]);
  await expect(launcher.launch({ executablePath: join(folder, 'nothing'), chromiumSandbox: true })).rejects.toThrow(/nothing/);
});

test('without a Chromium every request fails with what to do', async ({ shop, fetcher }) => {
  const site = await shop(app);
  const source = sourceOf(site, { mode: 'browser' });
  const none = await fetchAll(fetcher().fetchBatch, source, ['/p']);
  const missing = await fetchAll(fetcher({ chromium: async () => ({ path: '/nowhere/chromium', args: [] }) }).fetchBatch, source, ['/p', '/p']);
  expect([...none, ...missing].map(wordOf)).toEqual(['network_error', 'network_error', 'network_error']);
  expect(none[0]).toMatchObject({ detail: expect.stringContaining('storage.chromium') });
});

test('no more than four are open at once: the next begins when one is closed', async ({ shop, fetcher }) => {
  const site = await shop(app);
  const gone = new Error('gone');
  const opened: ((error: Error) => void)[] = [];
  let over = false;
  const { fetchBatch } = fetcher({ chromium: () => (over ? Promise.reject(gone) : new Promise((_, reject) => opened.push(reject))) });
  const batches = Array.from({ length: 5 }, () => fetchAll(fetchBatch, sourceOf(site, { mode: 'browser' }), ['/p']));
  await expect.poll(() => opened.length).toBe(4);
  // As long as a batch without a browser takes: a fifth would have been opened by then.
  await fetchAll(fetchBatch, sourceOf(site), ['/p']);
  expect(opened).toHaveLength(4);
  opened[0]?.(gone);
  await expect.poll(() => opened.length).toBe(5);
  over = true;
  for (const close of opened) close(gone);
  expect((await Promise.all(batches)).flat().map(wordOf)).toEqual(Array.from({ length: 5 }, () => 'network_error'));
});
