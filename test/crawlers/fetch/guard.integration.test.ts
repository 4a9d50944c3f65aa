import { ProxyAgent, request } from 'undici';
import { expect } from 'vitest';
import { startGuardProxy } from '../../../crawlers/fetch/guard/proxy.ts';
import { fetchAll, html, redirect, sourceOf, status, test, wordOf } from './support.ts';

const LOCAL = { address: '127.0.0.1', family: 4 };
const PUBLIC = { address: '93.184.216.34', family: 4 };

// Addresses that are not public.
test('are refused by number, by name, and when only one of several is private', async ({ shop, fetcher }) => {
  const site = await shop({ '*': html('inside') });
  const port = site.host.split(':')[1] ?? '';
  const { fetchBatch } = fetcher({ resolve: async (name) => (name === 'mixed.test' ? [PUBLIC, LOCAL] : [LOCAL]) });
  const hosts = [`127.0.0.1:${port}`, `inner.test:${port}`, `mixed.test:${port}`, `[::ffff:127.0.0.1]:${port}`, '169.254.169.254', `0.0.0.0:${port}`, `2130706433:${port}`, 'localhost:1'];
  const words: string[] = [];
  for (const host of hosts) {
    const url = new URL(`http://${host}/`);
    const source = sourceOf({ host: url.host, url: url.origin }, { allowPrivateAddresses: false });
    words.push(...(await fetchAll(fetchBatch, source, ['/'])).map(wordOf));
  }
  expect(words).toEqual(hosts.map(() => 'address_refused'));
  expect(site.asked).toEqual([]);
});

test('are not reached by redirect either, and a connection made with permission is not lent to a source without', async ({ shop, fetcher }) => {
  const secret = await shop({ '*': html('secret') });
  const site = await shop({ '/to-number': redirect(`${secret.url}/x`), '/to-metadata': redirect('http://169.254.169.254/latest/meta-data') });
  const { fetchBatch } = fetcher();
  const open = sourceOf(site);
  expect((await fetchAll(fetchBatch, open, ['/to-number', '/to-metadata'])).map(wordOf)).toEqual(['wrong_item', 'wrong_item']);
  expect((await fetchAll(fetchBatch, { ...open, allowPrivateAddresses: false }, ['/to-number'])).map(wordOf)).toEqual(['address_refused']);
  expect(secret.asked).toEqual([]);
});

// The way out of the browser.
test('checks every host, plain and tunnelled, and passes on what is allowed', async ({ shop }) => {
  const site = await shop({ '/x': html('inside'), '/away': redirect('http://127.0.0.1:1/'), '/big': status(200, {}, 'x'.repeat(50_000)) });
  const resolve = async (): Promise<{ address: string; family: number }[]> => [LOCAL];
  const options = { resolve, maxBytes: 20_000, idle: 2_000 };
  const [closed, open] = await Promise.all([startGuardProxy({ ...options, allowPrivateAddresses: false }), startGuardProxy({ ...options, allowPrivateAddresses: true })]);
  const port = site.host.split(':')[1] ?? '';
  const statusOver = async (proxy: string, url: string, proxyTunnel: boolean): Promise<string> => {
    const dispatcher = new ProxyAgent({ uri: proxy, proxyTunnel });
    try {
      const answer = await request(url, { dispatcher });
      return `${answer.statusCode} ${(await answer.body.text()).slice(0, 6)}`.trim();
    } catch {
      return 'closed';
    } finally {
      await dispatcher.destroy();
    }
  };
  try {
    for (const url of [`${site.url}/x`, `http://inner.test:${port}/x`]) {
      expect(await statusOver(closed.url, url, false)).toBe('502');
      expect(await statusOver(closed.url, url, true)).toBe('closed');
    }
    expect(site.asked).toEqual([]);
    expect(await statusOver(open.url, `http://inner.test:${port}/x`, false)).toBe('200 inside');
    expect(await statusOver(open.url, `http://inner.test:${port}/x`, true)).toBe('200 inside');
    expect(await statusOver(open.url, `${site.url}/away`, false)).toBe('302');
    expect(await statusOver(open.url, `${site.url}/big`, false)).toBe('closed');
  } finally {
    await Promise.all([closed.close(), open.close()]);
  }
});
