import { expect, test } from 'vitest';
import { resultOf, type Answered } from '../../crawlers/page-result.ts';
import { createReaders } from '../../crawlers/readers.ts';
import { brand, type BlobHash } from '../../model/ids.ts';
import { configIn, load } from '../config/support.ts';
import { page, product } from './read/pages.ts';

const ASKED = 'https://shop.example/p/drill-18';

/** What comes of the address that was the drill's last time, when the page says that it stands elsewhere. */
async function seenAt(canonical: string, title: string, knownAs = '/p/drill-18'): Promise<readonly string[]> {
  const config = configIn(await load({ 'rivalwatch.yaml': `version: 1\ncontact: a@b.example\nsources:\n  shop: { url: "https://shop.example/" }\ntargets:\n  drill: { kind: product, url: "${ASKED}" }\n` }));
  const [target, source] = [config.targets.values().next().value, config.sources.values().next().value];
  if (!target || !source) throw new Error('no target');
  const html = page(product(), `<h1>${title}</h1>`, `<link rel="canonical" href="${canonical}">`).replaceAll('Cordless drill 18V', title);
  const answer: Answered['answer'] = { kind: 'page', how: 'fetched', page: { url: ASKED, status: 200, headers: { 'content-type': 'text/html' }, body: Buffer.from(html), fetchedAt: new Date(), via: 'http' } };
  const before = { _id: 'page', url: ASKED, finalUrl: ASKED, status: 200, archive: brand<BlobHash>('a'), fetchedAt: new Date(), productId: knownAs };
  const { result, detail } = await resultOf({ index: 0, request: { url: ASKED, role: 'listing' }, answer, target, source, before }, createReaders({ count: 0 }));
  return [result.outcome, ...result.listings.map(({ productId }) => productId), ...(detail ? [detail] : [])];
}

test('another article under a known address is the wrong item; a new address or a new title alone is not', async () => {
  expect(await seenAt('https://shop.example/p/garden-chair', 'Garden chair with arms')).toEqual(['wrong_item', 'this was /p/drill-18; the page now says that it is /p/garden-chair, "Garden chair with arms"']);
  expect(await seenAt('https://shop.example/tools/4711', 'Cordless drill 18V')).toEqual(['ok', '/p/drill-18']);
  expect(await seenAt(ASKED, 'Akkuschrauber 18V')).toEqual(['ok', '/p/drill-18']);
  expect(await seenAt('https://shop.example/p/garden-chair', 'Garden chair with arms', '4711')).toMatchObject(['ok', '4711']);
});
