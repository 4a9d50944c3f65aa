import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { outcomeText } from '../../cli/outcome-words.ts';
import { widthOf, wrapped } from '../../cli/output.ts';
import { ownAddress } from '../../cli/saved-page.ts';
import { OUTCOMES } from '../../model/outcome.ts';
import { shell } from './support.ts';

const PAGE = `<!doctype html><html lang="en"><head><title>Desk lamp – Lamps &amp; more</title><link rel="canonical" href="https://shop.example/products/lamp?a=1&amp;b=2">
<script type="application/ld+json">{"@type":"Product","name":"Desk lamp","offers":{"@type":"Offer","price":"19.90","priceCurrency":"USD","availability":"https://schema.org/InStock"}}</script></head>
<body><h1>Desk lamp</h1><div class="price">$24.90</div><button>Add to cart</button></body></html>`;

test('a packed page is unpacked, gives its own address, and shows proof, losers and what it does not say', async () => {
  const { run } = await shell({ 'lamp.html.gz': gzipSync(PAGE) });
  const { code, out } = await run('read', 'lamp.html.gz');
  expect(code).toBe(0);
  expect(out).toMatch(/^Desk lamp\nproduct lamp {2}https:\/\/shop\.example\/products\/lamp/);
  expect(out).toMatch(/^price +19\.90 USD +0\.\d\d +json-ld +"19\.90" +json-ld\[0\]/m);
  expect(out).toMatch(/^ {2}lost +24\.90 USD +0\.\d\d +text/m);
  expect(out).toMatch(/^not said +.*\bgtin\b/m);
  for (const line of out.split('\n').slice(3)) expect(widthOf(line)).toBeLessThanOrEqual(120);
});

test('a file that only looks packed is named as such', async () => {
  const { run } = await shell({ 'x.gz': new Uint8Array([0x1f, 0x8b, 1, 2, 3]) });
  expect(await run('read', 'x.gz')).toMatchObject({ code: 2, err: expect.stringContaining('nor a file that can be read') });
});

test.each([
  ['<link href="https://a.example/1" rel="canonical">', 'https://a.example/1'], ['<meta property="og:url" content="https://a.example/2">', 'https://a.example/2'],
  ['<link rel=canonical href=/relative>', undefined], ['<link rel="canonical" href="javascript:alert(1)">', undefined], ['', undefined],
])('the address that %j gives as its own', (html, address) => expect(ownAddress(Buffer.from(html))).toBe(address));

test('every outcome is said in words with what to do', () => {
  for (const outcome of OUTCOMES.filter((one) => one !== 'ok')) expect(outcomeText('https://shop.example/', outcome, '')).toMatch(new RegExp(`^https://shop\\.example/\\n {2}.+ \\(${outcome}\\)\\n {2}seen: .+\\n {2}\\S.+$`));
});

test.each([['one two three', 7, ['one two', 'three']], ['降价促销活动进行中', 8, ['降价促销', '活动进行', '中']], ['', 5, ['']], ['aaaaaaaaaaaa', 4, ['aaaa', 'aaaa', 'aaaa']], ['aaaaaaaaaaaaa', 4, ['aaaa', 'aaaa', 'aaa…']], ['data[0].rating.ratingValue', 16, ['data[0].rating.', 'ratingValue']], ['.aaaaaaaaaa', 6, ['.aaaaa', 'aaaaa']]])('%j in lines of %i columns', (text, width, lines) => {
  expect(wrapped(text, width)).toEqual(lines);
});

test('a stop is no fault', async () => {
  const stop = new AbortController();
  stop.abort(new Error('stopped by SIGINT'));
  const { run } = await shell({ 'rivalwatch.yaml': 'version: 1\ncontact: ops@example.com\nsources: {}\n' }, { signal: stop.signal });
  const { code, err } = await run('status');
  expect(code).toBe(130);
  expect(err).not.toContain('fault of rivalwatch');
});
