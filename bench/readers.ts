import { isDeepStrictEqual } from 'node:util';
import { CheerioCrawler } from '@crawlee/cheerio';
import { Configuration, log, LogLevel, RequestList } from '@crawlee/core';
import { load } from 'cheerio';
import { Pool } from 'undici';
import type { PageRead, ReadHints } from '../crawlers/read/port.ts';
import { decimalOf } from '../model/money.ts';
import { valueOf } from '../model/reading.ts';
import { truthOf, type Fields } from './pages.ts';
import { inParallel } from './run.ts';
import { fieldsOf } from './script.ts';

/** Requests at the same time, the same for every reader. */
export const WIDTH = 16;

/** The floor: the page is fetched, nothing is read. */
export async function bareClient(origin: string, pages: number): Promise<number> {
  const pool = new Pool(origin, { connections: WIDTH });
  const right = await inParallel(pages, WIDTH, async (no) => {
    const { body } = await pool.request({ path: `/products/${no}`, method: 'GET' });
    return (await body.arrayBuffer()).byteLength > 50_000;
  });
  await pool.close();
  return right;
}

/** What a script in an afternoon does: global fetch and cheerio. */
export async function fetchAndCheerio(origin: string, pages: number): Promise<number> {
  return inParallel(pages, WIDTH, async (no) => isDeepStrictEqual(fieldsOf(load(await (await fetch(`${origin}/products/${no}`)).text()), origin), truthOf(no, origin)));
}

/** Crawlee's own crawler with its own client and parser. */
export async function cheerioCrawler(origin: string, pages: number): Promise<number> {
  log.setLevel(LogLevel.OFF);
  let right = 0;
  const crawler = new CheerioCrawler({
    requestList: await RequestList.open(null, Array.from({ length: pages }, (_, no) => `${origin}/products/${no}`)),
    minConcurrency: WIDTH, maxConcurrency: WIDTH, useSessionPool: false, maxRequestRetries: 0,
    requestHandler: ({ $, request }) => {
      if (isDeepStrictEqual(fieldsOf($, origin), truthOf(Number(request.url.split('/').pop()), origin))) right += 1;
    },
  }, new Configuration({ persistStorage: false, purgeOnStart: false }));
  await crawler.run();
  return right;
}

export function hintsFor(origin: string, path: string): ReadHints {
  const url = `${origin}${path}`;
  return { url, requestUrl: url, status: 200, contentType: 'text/html; charset=utf-8', role: 'listing', platform: 'generic' };
}

/** What of our reading is compared; undefined when the page was not read. */
export function fieldsRead(page: PageRead): Fields | undefined {
  const listing = page.outcome === 'ok' ? page.listings[0] : undefined;
  if (!listing) return undefined;
  const { fields } = listing;
  const [price, listPrice] = [valueOf(fields.price), valueOf(fields.listPrice)];
  return {
    url: listing.url, title: valueOf(fields.title) ?? '', brand: valueOf(fields.brand) ?? '', sku: valueOf(fields.sku) ?? '', gtin: valueOf(fields.gtin) ?? '',
    price: price ? decimalOf(price.money) : '', listPrice: listPrice ? decimalOf(listPrice.money) : '', currency: price?.money.currency ?? '', available: valueOf(fields.availability) === 'in_stock',
    rating: valueOf(fields.rating)?.value ?? 0, reviewCount: valueOf(fields.reviewCount)?.value ?? 0, images: valueOf(fields.images) ?? [], breadcrumbs: valueOf(fields.breadcrumbs) ?? [],
    description: valueOf(fields.description) ?? '', promotions: valueOf(fields.promotions)?.length ?? 0,
  };
}

/** True when every field is what the page says. */
export function fieldsAreRight(no: number, origin: string, page: PageRead): boolean {
  return isDeepStrictEqual(fieldsRead(page), truthOf(no, origin));
}
