import type { ServerResponse } from 'node:http';
import { gzipSync, brotliCompressSync, deflateRawSync, deflateSync } from 'node:zlib';
import { expect } from 'vitest';
import { onceMore } from '../../../crawlers/fetch/once-more.ts';
import type { Fetched, FetchRequest } from '../../../crawlers/fetch/port.ts';
import { bodyOf, fetchAll, html, redirect, sourceOf, status, test, wordOf, type Routes } from './support.ts';

const PAGE = '<html><body>Teapot 19.99 EUR</body></html>';
const zeros = Buffer.alloc(20_000_000);

// Ordinary answers.
test('a page, with who we are and what we speak', async ({ shop, fetcher }) => {
  const site = await shop({ '/p': html(PAGE, { etag: '"v1"', 'set-cookie': 'session=1' }) });
  const [page] = await fetchAll(fetcher().fetchBatch, sourceOf(site, { language: 'zh-CN' }), ['/p']);
  expect(page).toMatchObject({ kind: 'answer', page: { url: `${site.url}/p`, status: 200, via: 'http', headers: { etag: '"v1"' } } });
  expect(bodyOf(page)).toBe(PAGE);
  expect(page?.kind === 'answer' && page.page.headers['set-cookie']).toBeUndefined();
  for (const { headers } of site.asked) {
    expect(headers['user-agent']).toBe('rivalwatch/0.1.0 (+ops@example.test)');
    expect(headers.cookie).toBeUndefined();
  }
  expect(site.asked.at(-1)?.headers['accept-language']).toBe('zh-CN,zh;q=0.9');
});

test('every coding we ask for, the bare deflate some servers send, and what is printed behind the end', async ({ shop, fetcher }) => {
  const coded = (coding: string, body: Buffer) => (_: unknown, answer: ServerResponse) => void answer.writeHead(200, { 'content-type': 'text/html', 'content-encoding': coding }).end(body);
  const packed = gzipSync(PAGE);
  const named = Buffer.concat([packed.subarray(0, 3), Buffer.from([0x1c]), packed.subarray(4, 10), Buffer.from('\u0003\0abcname\0comment\0'), packed.subarray(10), Buffer.from('\r\n')]);
  const site = await shop({
    '/behind': coded('gzip', Buffer.concat([packed, Buffer.from('\r\n<!-- 0.2 s -->')])), '/named': coded('gzip', named), '/gzip': coded('gzip', gzipSync(PAGE)), '/br': coded('br', brotliCompressSync(PAGE)), '/zlib': coded('deflate', deflateSync(PAGE)), '/raw': coded('deflate', deflateRawSync(PAGE)),
    '/twice': coded('gzip, br', brotliCompressSync(gzipSync(PAGE))), '/none': coded('utf-8', Buffer.from(PAGE)), '/zstd': coded('zstd', Buffer.from(PAGE)), '/torn': coded('gzip', gzipSync(PAGE).subarray(0, 30)),
  });
  const results = await fetchAll(fetcher().fetchBatch, sourceOf(site), ['/behind', '/named', '/gzip', '/br', '/zlib', '/raw', '/twice', '/none', '/zstd', '/torn']);
  expect(results.slice(0, 8).map(bodyOf)).toEqual(Array.from({ length: 8 }, () => PAGE));
  expect(results.slice(8).map(wordOf)).toEqual(['not_supported', 'network_error']);
});

test('a page asked for twice is handed over twice', async ({ shop, fetcher }) => {
  const site = await shop({ '/p': html(PAGE) });
  const results: string[] = [];
  const requests = [{ url: `${site.url}/p` }, { url: `${site.url}/p#same` }, { url: `${site.url}/p` }];
  await fetcher().fetchBatch(requests, sourceOf(site), async (fetched) => void results.push(wordOf(fetched)), new AbortController().signal);
  expect(results).toEqual(['answer 200', 'answer 200', 'answer 200']);
});

test('a conditional request and its 304', async ({ shop, fetcher }) => {
  const site = await shop({ '/p': (asked, answer) => void answer.writeHead(asked.headers['if-none-match'] === '"v1"' && asked.headers['if-modified-since'] === 'Mon, 02 Nov 2026 10:00:00 GMT' ? 304 : 200, { 'content-type': 'text/html' }).end() });
  const url = `${site.url}/p`;
  const results = await fetchAll(fetcher().fetchBatch, sourceOf(site), [{ url, etag: '"v1"', lastModified: 'Mon, 02 Nov 2026 10:00:00 GMT' }, { url, etag: '"old"' }]);
  expect(results.map(wordOf)).toEqual(['not_modified', 'answer 200']);
});

test('error pages are handed over as they are, whatever they are made of', async ({ shop, fetcher }) => {
  const site = await shop({
    '/404': status(404, { 'content-type': 'text/html' }, 'gone fishing'), '/403': status(403, { 'content-type': 'image/png' }, 'png'), '/500': status(500), '/503': status(503, {}, 'later'),
    '/long404': (_asked, answer) => void answer.writeHead(404, { 'content-type': 'text/html', 'content-encoding': 'gzip' }).end(bomb),
  });
  const results = await fetchAll(fetcher().fetchBatch, sourceOf(site), ['/404', '/403', '/500', '/503', '/long404']);
  expect(results.map(wordOf)).toEqual(['answer 404', 'answer 403', 'answer 500', 'answer 503', 'answer 404']);
  expect(results.slice(0, 4).map(bodyOf)).toEqual(['gone fishing', 'png', '', 'later']);
  expect(bodyOf(results[4])).toHaveLength(1_000_000);
});

test('types that reading understands, and those it does not, which are not downloaded', async ({ shop, fetcher }) => {
  const types = ['application/json', 'application/ld+json', 'application/xhtml+xml', 'text/csv', 'application/rss+xml; charset=utf-8', 'image/png', 'application/pdf', 'application/octet-stream', 'video/mp4'];
  let sent = 0;
  const routes: Routes = Object.fromEntries(types.map((type, index) => [`/${index}`, (_asked, answer) => {
    answer.writeHead(200, { 'content-type': type });
    answer.on('close', () => { sent += answer.socket?.bytesWritten ?? 0; });
    if (index < 5) answer.end('{}');
    else answer.write('x');
  }]));
  const site = await shop(routes);
  const results = await fetchAll(fetcher().fetchBatch, sourceOf(site), types.map((_, index) => `/${index}`));
  expect(results.map(wordOf)).toEqual([...Array.from({ length: 5 }, () => 'answer 200'), ...Array.from({ length: 4 }, () => 'not_supported')]);
  expect(sent).toBeLessThan(10_000);
});

// Hostile answers.
const small = { politeness: { timeout: 60_000, maxBytes: 100_000 } };
const [bomb, double] = [gzipSync(zeros), gzipSync(gzipSync(zeros))];

test('bodies without end, bombs, and lies about length are cut off by size', async ({ shop, fetcher }) => {
  const site = await shop({
    '/endless': (_asked, answer) => {
      answer.writeHead(200, { 'content-type': 'text/html' });
      const more = (): void => { while (answer.write('x'.repeat(10_000)) && !answer.destroyed); };
      answer.on('drain', more);
      more();
    },
    '/bomb': (_asked, answer) => void answer.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }).end(bomb),
    '/double': (_asked, answer) => void answer.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip, gzip' }).end(double),
    '/announced': (_asked, answer) => void answer.writeHead(200, { 'content-type': 'text/html', 'content-length': '99999999' }).write('x'),
    '/headers': (_asked, answer) => void answer.writeHead(200, { 'content-type': 'text/html', 'x-long': 'y'.repeat(100_000) }).end(),
  });
  const results = await fetchAll(fetcher().fetchBatch, sourceOf(site, small), ['/endless', '/bomb', '/double', '/announced', '/headers']);
  expect(results.map(wordOf)).toEqual(['too_large', 'too_large', 'too_large', 'too_large', 'too_large']);
});

test('slow headers and dripping bodies are cut off by time', async ({ shop, fetcher }) => {
  const site = await shop({
    '/silent': () => undefined,
    '/drip': (_asked, answer) => {
      answer.writeHead(200, { 'content-type': 'text/html' });
      const timer = setInterval(() => void answer.write('.'), 50);
      answer.on('close', () => clearInterval(timer));
    },
    '/drip-error': (_asked, answer) => {
      answer.writeHead(500, { 'content-type': 'text/html' });
      answer.write('oops');
    },
  });
  const results = await fetchAll(fetcher().fetchBatch, sourceOf(site, { politeness: { timeout: 2_000 } }), ['/silent', '/drip', '/drip-error']);
  expect(results.map(wordOf)).toEqual(['timeout', 'timeout', 'answer 500']);
  expect(bodyOf(results[2])).toBe('oops');
});

test('connections that break are no answer, and say so', async ({ shop, fetcher }) => {
  const site = await shop({
    '/reset': (asked) => void asked.socket.destroy(),
    '/mid': (asked, answer) => {
      answer.writeHead(200, { 'content-type': 'text/html', 'content-length': '1000' });
      answer.write('half', () => asked.socket.destroy());
    },
    '/garbage': (asked) => void asked.socket.end('SSH-2.0-OpenSSH\r\n\r\n'),
    '/short': (asked) => void asked.socket.end('HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 500\r\n\r\nshort'),
  });
  const results = await fetchAll(fetcher().fetchBatch, sourceOf(site, small), ['/reset', '/mid', '/garbage', '/short', 'http://127.0.0.1:1/']);
  expect(results.slice(0, 4).map(wordOf)).toEqual(['network_error', 'network_error', 'network_error', 'network_error']);
  expect(results.map((fetched) => (fetched.kind === 'failed' ? fetched.detail : ''))).toEqual([
    'the host broke the connection (UND_ERR_SOCKET)', expect.stringContaining('broke within the answer'), expect.stringContaining('no valid HTTP'), expect.stringContaining('broke within the answer'),
    expect.stringContaining('no host of the source'),
  ]);
  expect(site.pages().filter((path) => path === '/reset')).toHaveLength(2);
});

test('a refused connection and an unknown name read like words', async ({ shop, fetcher }) => {
  const gone = { host: '127.0.0.1:1', url: 'http://127.0.0.1:1' };
  await shop({});
  const unknown = { host: 'no-such-host.invalid', url: 'http://no-such-host.invalid' };
  const { fetchBatch } = fetcher({ resolve: () => Promise.reject(Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' })) });
  const results = [await fetchAll(fetchBatch, sourceOf(gone), ['/']), await fetchAll(fetchBatch, sourceOf(unknown), ['/'])].flat();
  expect(results.map(wordOf)).toEqual(['robots_unreachable', 'robots_unreachable']);
  expect(results.map((fetched) => (fetched.kind === 'failed' ? fetched.detail : ''))).toEqual([expect.stringContaining('refused the connection'), expect.stringContaining('host name is not known')]);
});

test('a fault that may have passed is asked about once more, when the rest is done; not when much of the batch failed', async ({ shop, fetcher }) => {
  const broken = new Map([['/hiccup', 1], ['/x', 9], ['/y', 9]]);
  const site = await shop({ '*': (asked, answer) => {
    const left = broken.get(asked.url ?? '') ?? 0;
    broken.set(asked.url ?? '', left - 1);
    answer.writeHead(left > 0 ? 502 : 200, { 'content-type': 'text/html' }).end(PAGE);
  } });
  const source = sourceOf(site, { politeness: { concurrency: 1 } });
  const { fetchBatch } = fetcher();
  expect((await fetchAll(fetchBatch, source, ['/hiccup', '/a', '/b', '/x'])).map(wordOf)).toEqual(['answer 502', 'answer 200', 'answer 200', 'answer 502']);
  expect((await fetchAll(fetchBatch, source, ['/x', '/c', '/d', '/e', '/f'])).map(wordOf)).toEqual(['answer 502', 'answer 200', 'answer 200', 'answer 200', 'answer 200']);
  broken.set('/hiccup', 1);
  expect((await fetchAll(fetchBatch, source, ['/hiccup'])).map(wordOf)).toEqual(['answer 200']);
  expect(site.pages()).toEqual(['/hiccup', '/a', '/b', '/x', '/x', '/c', '/d', '/e', '/f', '/x', '/hiccup', '/hiccup']);
});

const OK = 'ok';
type Fate = typeof OK | 'host' | 'crash';

/** What comes of a batch whose pages have these fates at the first try, and are answered at the second. */
async function fatesOf(first: readonly Fate[]): Promise<{ readonly failed: number; readonly asked: number }> {
  let [asked, failed] = [0, 0];
  const once = onceMore(async (requests, _source, handle) => {
    const isFirst = asked === 0;
    asked += requests.length;
    for (const [place, request] of requests.entries()) await handle(fetched(request, isFirst ? first[place] ?? OK : OK));
  });
  await once(first.map((_, place) => ({ url: `https://shop.example/${place}` })), sourceOf({ host: '127.0.0.1:1', url: 'http://127.0.0.1:1' }), async ({ kind }) => { failed += kind === 'failed' ? 1 : 0; }, new AbortController().signal);
  return { failed, asked };
}

function fetched(request: FetchRequest, fate: Fate): Fetched {
  if (fate === OK) return { kind: 'not_modified', request, fetchedAt: new Date(0) };
  return { kind: 'failed', request, outcome: 'network_error', detail: fate, ...(fate === 'crash' ? { crashed: true } : {}) };
}

test('pages that were open when the browser died are asked for once more, however many they are, and whatever the host does', async () => {
  expect(await fatesOf(['crash', 'crash', OK])).toEqual({ failed: 0, asked: 5 });
  expect(await fatesOf(['crash', 'crash', 'host', 'host', OK])).toEqual({ failed: 2, asked: 7 });
});

// Redirects.
test('are followed within the source, up to the bound, and not in circles', async ({ shop, fetcher }) => {
  const other = await shop({ '/moved': html('there') });
  const site = await shop({
    '/1': redirect('/2', 301), '/2': redirect('/3', 307), '/3': html(PAGE), '/loop': redirect('/pool'), '/pool': redirect('/loop'), '/self': redirect('/self'),
    '/hop': (asked, answer) => void answer.writeHead(302, { location: `/hop?n=${Number(new URL(asked.url ?? '', 'http://x').searchParams.get('n') ?? 0) + 1}` }).end(),
    '/other': redirect(`${other.url}/moved`), '/nowhere': status(302), '/broken': redirect('http://['), '/scheme': redirect('ftp://example.test/x'),
  });
  const source = sourceOf(site, { hosts: [site.host, other.host] });
  const results = await fetchAll(fetcher().fetchBatch, source, ['/1', '/loop', '/self', '/hop', '/other', '/nowhere', '/broken', '/scheme']);
  expect(results.map(wordOf)).toEqual(['answer 200', 'too_many_redirects', 'too_many_redirects', 'too_many_redirects', 'answer 200', 'answer 302', 'answer 302', 'address_refused']);
  expect(results[0]?.kind === 'answer' && results[0].page.url).toBe(`${site.url}/3`);
  expect(bodyOf(results[4])).toBe('there');
  expect(site.pages().filter((path) => path.startsWith('/hop'))).toHaveLength(6);
});

test('to a host that is not the source\'s end there, with what that means', async ({ shop, fetcher }) => {
  const stranger = await shop({ '*': html('not yours') });
  const site = await shop({
    '/parked': redirect(`${stranger.url}/buy-this-domain`), '/login': redirect('https://passport.shop.test/new/login.aspx?ReturnUrl=x'), '/signin': redirect('https://www.shop.test/ap/signin?x=1'), '/punish': redirect('https://shop.test/_____tmd_____/punish?x=1'),
  });
  const results = await fetchAll(fetcher().fetchBatch, sourceOf(site), ['/parked', '/login', '/signin', '/punish']);
  expect(results.map(wordOf)).toEqual(['wrong_item', 'login_wall', 'login_wall', 'challenge']);
  expect(stranger.asked).toEqual([]);
});
