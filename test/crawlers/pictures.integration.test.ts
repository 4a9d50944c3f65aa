import sharp from 'sharp';
import { expect } from 'vitest';
import { lookAtPictures, pictureUrls } from '../../crawlers/pictures.ts';
import type { ListingRead } from '../../model/listing.ts';
import { isSamePicture } from '../../model/picture.ts';
import { migrate } from '../../storage/migrate.ts';
import { picturesAt } from '../../storage/pictures.ts';
import { openStore, type Store } from '../../storage/store.ts';
import { fields, is } from '../alerts/changes/support.ts';
import { sourceOf, status, test as base, type Routes } from './fetch/support.ts';

const test = base.extend<{ store: Store }>({
  store: async ({ db, mongoUri }, use) => {
    const store = await openStore({ uri: mongoUri, database: db.databaseName, patience: 5_000 });
    await migrate(store, { holder: 'test', clock: () => new Date() });
    await use(store);
    await store.close();
  },
});

const clock = (): Date => new Date(Date.UTC(2026, 0, 5));
const signal = new AbortController().signal;

function drawn(colour: string): Promise<Buffer> {
  return sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"><rect width="100%" height="100%" fill="#fff"/><rect x="100" y="80" width="180" height="260" fill="${colour}"/></svg>`)).png().toBuffer();
}

function picture(body: Buffer, type = 'image/png'): Routes[string] {
  return (_asked, answer) => void answer.writeHead(200, { 'content-type': type }).end(body);
}

function listing(...urls: readonly string[]): ListingRead {
  return { productId: 'p', url: 'https://shop.example/p', fields: fields({ images: is(urls) }), reviews: [] };
}

test('each address is fetched once, politely, and what it shows is kept', async ({ shop, fetcher, store }) => {
  const red = await drawn('#c0392b');
  const server = await shop({ '/a.png': picture(red), '/b.webp': picture(await sharp(red).resize(200).webp().toBuffer(), 'image/webp'), '/c': picture(await drawn('#2980b9'), 'application/octet-stream') });
  const urls = ['/a.png?v=1', '/a.png?v=2', '/b.webp', '/c'].map((path) => `${server.url}${path}`);
  const deps = { store, fetchBatch: fetcher().fetchBatch, clock };
  await lookAtPictures(deps, sourceOf(server), urls, signal);
  const known = await picturesAt(store, urls);
  const [a, again, b, c] = urls.map((url) => known.get(url) ?? '');
  expect([a, again, b].map((hash) => isSamePicture(hash ?? '', a ?? ''))).toEqual([true, true, true]);
  expect(isSamePicture(a ?? '', c ?? '')).toBe(false);
  expect(server.asked.find(({ path }) => path === '/c')?.headers.accept).toMatch(/^image\/webp/);
  expect(server.asked.some(({ path }) => path === '/robots.txt')).toBe(true);
  await lookAtPictures(deps, sourceOf(server), urls, signal);
  expect(server.pages()).toHaveLength(4);
});

test('what is no picture, forbidden, gone or too large is not asked for again; what may come is', async ({ shop, fetcher, store }) => {
  const server = await shop({
    '/robots.txt': (_asked, answer) => void answer.writeHead(200, { 'content-type': 'text/plain' }).end('User-agent: *\nDisallow: /private/'),
    '/words.png': picture(Buffer.from('no picture at all')), '/page': picture(Buffer.from('<html></html>'), 'text/html'), '/drawing.svg': picture(Buffer.from('<svg/>'), 'image/svg+xml'),
    '/gone.png': status(404), '/later.png': status(503), '/large.png': picture(Buffer.alloc(2_000)),
  });
  const urls = ['/words.png', '/page', '/drawing.svg', '/gone.png', '/private/a.png', '/large.png', '/later.png'].map((path) => `${server.url}${path}`);
  const source = sourceOf(server, { politeness: { maxBytes: 1_000 } });
  const deps = { store, fetchBatch: fetcher().fetchBatch, clock };
  await lookAtPictures(deps, source, urls, signal);
  expect([...await picturesAt(store, urls)]).toEqual(expect.arrayContaining(urls.slice(0, 6).map((url) => [url, null])));
  await lookAtPictures(deps, source, urls, signal);
  expect(server.pages().filter((path) => path === '/later.png')).toHaveLength(2);
  expect(server.pages().filter((path) => path !== '/later.png')).toHaveLength(5);
});

test('a page cannot send us to private addresses by its pictures', async ({ shop, fetcher, store }) => {
  const [own, inner] = [await shop({}), await shop({ '/secret.png': picture(await drawn('#111')) })];
  const url = `${inner.url}/secret.png`;
  await lookAtPictures({ store, fetchBatch: fetcher().fetchBatch, clock }, sourceOf(own), [url, 'data:image/png;base64,AAAA', 'javascript:alert(1)'], signal);
  expect(inner.asked).toEqual([]);
  expect((await picturesAt(store, [url])).get(url)).toBeNull();
});

test('the main pictures come first, four of a listing at most, each once', () => {
  const urls = pictureUrls([listing('a1', 'a2', 'a3', 'a4', 'a5'), listing('b1', 'a2'), { ...listing(), fields: fields({}) }]);
  expect(urls).toEqual(['a1', 'b1', 'a2', 'a3', 'a4']);
});
