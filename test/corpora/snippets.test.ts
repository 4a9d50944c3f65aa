import { expect, it } from 'vitest';
import { z } from 'zod';
import { readAnswer } from '../../crawlers/read/index.ts';
import { pageText } from '../../crawlers/read/bytes/page.ts';
import { scanPage } from '../../crawlers/read/markup/scan.ts';
import { trailOf } from '../../crawlers/read/product/trail.ts';
import { valueOf } from '../../model/reading.ts';
import { isTuned, present, readLines, showWrong, Tally } from './score.ts';

/*
 * Pieces of real pages that hold a brand or a trail of breadcrumbs, read in a page of their own. A name that is nothing but
 * an icon is left out of a trail.
 */

const Brand = z.object({ html: z.string(), brand: z.string().nullable() });
const Trail = z.object({ html: z.string(), breadcrumbs: z.array(z.object({ name: z.string().nullish() })) });

const FILLER = '<p>A shop that has been selling many things to people for many years now, and goes on.</p>'.repeat(30);

function fold(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim().toLowerCase();
}

function brandOf(html: string): string | null {
  const page = `<!doctype html><html><head><title>Thing 4711</title></head><body><div itemscope itemtype="https://schema.org/Product"><h1 itemprop="name">Thing 4711</h1><div itemprop="brand">${html}</div></div>${FILLER}</body></html>`;
  const answer = readAnswer(Buffer.from(page), { url: 'https://shop.example/p/thing-4711', requestUrl: 'https://shop.example/p/thing-4711', status: 200, contentType: 'text/html; charset=utf-8', role: 'listing', platform: 'generic' });
  const brand = answer.outcome === 'ok' ? answer.listings[0]?.fields.brand : undefined;
  return (brand && valueOf(brand)) ?? null;
}

function halves(name: string, count: number, check: (index: number) => readonly [boolean, string]): readonly [Tally, Tally] {
  const both = [new Tally(), new Tally()] as const;
  for (let index = 0; index < count; index += 1) both[isTuned(index) ? 0 : 1].add(...check(index));
  console.log(`${name.padEnd(18)}tuned half ${both[0].shown()}, other half ${both[1].shown()}`);
  showWrong(both[0]);
  return both;
}

it.skipIf(!present('brand.jsonl'))('brands', () => {
  const rows = readLines('brand.jsonl').map((line) => Brand.parse(line));
  const both = halves('brands', rows.length, (index) => {
    const row = rows[index] ?? { html: '', brand: null };
    const got = brandOf(row.html);
    return [(got === null ? null : fold(got)) === (row.brand === null ? null : fold(row.brand)), `${row.html.slice(0, 300)}\n   wanted ${row.brand}, got ${got}`];
  });
  expect(both[1].share).toBeGreaterThanOrEqual(0.97);
}, 120_000);

it.skipIf(!present('breadcrumbs.jsonl'))('breadcrumbs', () => {
  const rows = readLines('breadcrumbs.jsonl').map((line) => Trail.parse(line));
  const both = halves('breadcrumbs', rows.length, (index) => {
    const row = rows[index] ?? { html: '', breadcrumbs: [] };
    const wanted = row.breadcrumbs.flatMap(({ name }) => (name ? fold(name) : []));
    const got = trailOf(scanPage(pageText(`<html><body><div><div><div class="breadcrumbs">${row.html}</div></div></div></body></html>`)).breadcrumbs).map(fold);
    return [JSON.stringify(got) === JSON.stringify(wanted), `${row.html.slice(0, 900)}\n   wanted ${JSON.stringify(wanted)}\n   got    ${JSON.stringify(got)}`];
  });
  expect(both[1].share).toBeGreaterThanOrEqual(0.8);
}, 120_000);
