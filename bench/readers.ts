import { CheerioCrawler } from '@crawlee/cheerio';
import { Configuration, log, LogLevel, RequestList } from '@crawlee/core';
import { load } from 'cheerio';
import { Pool } from 'undici';
import { z } from 'zod';
import { readAnswer } from '../crawlers/read/index.ts';
import type { PageRead, ReadHints } from '../crawlers/read/port.ts';
import { decimalOf } from '../model/money.ts';
import { valueOf } from '../model/reading.ts';
import { truthOf } from './pages.ts';
import { inParallel } from './run.ts';

/** Requests at the same time, the same for every reader. */
export const WIDTH = 16;

/** Fields every reader must get right: title, SKU, price, currency. */
interface Fields {
  readonly title: string | undefined;
  readonly sku: string | undefined;
  readonly price: string | undefined;
  readonly currency: string | undefined;
}

function isRight(no: number, fields: Fields): boolean {
  const truth = truthOf(no);
  return fields.title === truth.title && fields.sku === truth.sku && fields.price === truth.price && fields.currency === truth.currency;
}

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

/** What a script in an afternoon does: global fetch, cheerio, JSON-LD by selector. */
export async function fetchAndCheerio(origin: string, pages: number): Promise<number> {
  return inParallel(pages, WIDTH, async (no) => isRight(no, inJsonLd(load(await (await fetch(`${origin}/products/${no}`)).text())(JSON_LD).first().text())));
}

/** The same by cheerio alone, from bytes: whether all fields are right. */
export function cheerioReads(no: number, body: Buffer): boolean {
  return isRight(no, inJsonLd(load(body.toString())(JSON_LD).first().text()));
}

const JSON_LD = 'script[type="application/ld+json"]';

const productData = z.object({ name: z.string(), sku: z.string(), offers: z.object({ price: z.string(), priceCurrency: z.string() }) });

function inJsonLd(text: string): Fields {
  const product = productData.parse(JSON.parse(text));
  return { title: product.name, sku: product.sku, price: product.offers.price, currency: product.offers.priceCurrency };
}

/** Crawlee's own crawler with its own client and parser. */
export async function cheerioCrawler(origin: string, pages: number): Promise<number> {
  log.setLevel(LogLevel.OFF);
  let right = 0;
  const crawler = new CheerioCrawler({
    requestList: await RequestList.open(null, Array.from({ length: pages }, (_, no) => `${origin}/products/${no}`)),
    minConcurrency: WIDTH, maxConcurrency: WIDTH, useSessionPool: false, maxRequestRetries: 0,
    requestHandler: ({ $, request }) => {
      if (isRight(Number(request.url.split('/').pop()), inJsonLd($(JSON_LD).first().text()))) right += 1;
    },
  }, new Configuration({ persistStorage: false, purgeOnStart: false }));
  await crawler.run();
  return right;
}

export function hintsFor(origin: string, path: string): ReadHints {
  const url = `${origin}${path}`;
  return { url, requestUrl: url, status: 200, contentType: 'text/html; charset=utf-8', role: 'listing', platform: 'generic' };
}

/** Ours, reading alone: bytes to every field with evidence. */
export function readFields(no: number, body: Uint8Array, hints: ReadHints): boolean {
  return fieldsAreRight(no, readAnswer(body, hints));
}

/** True when title, SKU, price and currency are what the page says. */
export function fieldsAreRight(no: number, page: PageRead): boolean {
  const fields = page.outcome === 'ok' ? page.listings[0]?.fields : undefined;
  const price = fields && valueOf(fields.price);
  return isRight(no, {
    title: fields && valueOf(fields.title), sku: fields && valueOf(fields.sku),
    price: price && decimalOf(price.money), currency: price?.money.currency,
  });
}
