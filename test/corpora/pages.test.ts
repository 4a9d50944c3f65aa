import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { decimalOf } from '../../model/money.ts';
import { valueOf } from '../../model/reading.ts';
import { readAnswer } from '../../crawlers/read/index.ts';
import { FIELD_NAMES, type ListingRead } from '../../model/listing.ts';
import { ABLATIONS, type Ablation } from './ablation.ts';

/** Outside material is never part of the project: the folder that holds it is named here, else the suite is skipped. */
const FOLDER = process.env['RIVALWATCH_CORPORA'] ?? '';
const LIST = path.join(FOLDER, 'product-pages.jsonl');
const present = FOLDER !== '' && existsSync(LIST);
if (!present) console.log('test/corpora/pages: skipped, set RIVALWATCH_CORPORA to a folder with product-pages.jsonl');

const texts = z.array(z.string()).nullish();
const Row = z.object({
  id: z.string(), file: z.string(), url: z.string(),
  gold: z.object({ price: texts, currency_iso_accept: texts, availability: z.string().nullish(), brand: texts, sku: texts, gtin: texts }),
  silver: z.object({ name_accept: texts, rating_value: z.string().nullish(), review_count_accept: z.array(z.number()).nullish() }),
  read: z.object({ list_price: z.string().nullish() }).nullish(),
});
type Row = z.infer<typeof Row>;

/** right: as the truth. wrong: another value. missing: the page has one, none was read. invented: the page has none. */
interface Score { right: number; wrong: number; missing: number; invented: number; none: number }

function fold(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** For each field: the accepted values (null = none on the page, undefined = truth not known), and the value that was read. */
function compared(row: Row, read: ListingRead | undefined): Record<string, readonly [readonly string[] | null | undefined, string | undefined]> {
  const fields = read?.fields;
  const price = fields && valueOf(fields.price);
  const list = fields && valueOf(fields.listPrice);
  const availability = fields && valueOf(fields.availability);
  const rating = fields && valueOf(fields.rating);
  const number = (text: string): string => String(Number(text));
  const text = (value: string | undefined): string | undefined => value === undefined ? undefined : fold(value);
  return {
    price: [row.gold.price?.map(number) ?? null, price && number(decimalOf(price.money))],
    currency: [row.gold.currency_iso_accept, fields && valueOf(fields.currency)],
    availability: [row.gold.availability ? [row.gold.availability] : undefined, availability && (availability === 'out_of_stock' || availability === 'delisted' ? 'OutOfStock' : 'InStock')],
    name: [row.silver.name_accept?.map(fold), text(fields && valueOf(fields.title))],
    brand: [row.gold.brand?.map(fold) ?? null, text(fields && valueOf(fields.brand))],
    sku: [row.gold.sku?.map(fold) ?? null, text(fields && valueOf(fields.sku))],
    rating: [row.silver.rating_value ? [number(row.silver.rating_value)] : undefined, rating && String(rating.value)],
    'list price': [row.read ? (row.read.list_price ? [number(row.read.list_price)] : null) : undefined, list && number(decimalOf(list.money))],
  };
}

function scoreOf(rows: readonly Row[], ablation: Ablation): { readonly table: Record<string, Score>; readonly sure: { right: number; all: number } } {
  const table: Record<string, Score> = {};
  const sure = { right: 0, all: 0 };
  for (const row of rows) {
    const answer = readAnswer(ABLATIONS[ablation](gunzipSync(readFileSync(path.join(FOLDER, row.file)))), { url: row.url, requestUrl: row.url, status: 200, contentType: 'text/html', role: 'listing', platform: 'generic' });
    const read = answer.outcome === 'ok' ? answer.listings[0] : undefined;
    for (const [field, [truth, value]] of Object.entries(compared(row, read))) {
      const score = table[field] ??= { right: 0, wrong: 0, missing: 0, invented: 0, none: 0 };
      if (truth === undefined) continue;
      const result = truth === null ? (value === undefined ? 'none' : 'invented') : value === undefined ? 'missing' : truth.includes(value) ? 'right' : 'wrong';
      score[result] += 1;
      if (field === 'price' && read?.fields.price.state === 'known' && read.fields.price.confidence >= 0.9) {
        sure.all += 1;
        if (result === 'right') sure.right += 1;
      }
    }
  }
  return { table, sure };
}

/** Harmonic mean of precision and recall; what is invented counts against precision. */
function f1({ right, wrong, missing, invented }: Score): number {
  return right === 0 ? 0 : (2 * right) / (2 * right + 2 * wrong + missing + invented);
}

/** What a page gives as it is, and with an empty struck element behind its heading, which has all of the page looked at. */
function readTwice(row: Row): readonly (ListingRead | undefined)[] {
  const body = gunzipSync(readFileSync(path.join(FOLDER, row.file)));
  const marked = Buffer.from(body.toString('latin1').replace(/<\/h1\s*>/i, '$&<del></del>'), 'latin1');
  return [body, marked].map((bytes) => {
    const answer = readAnswer(bytes, { url: row.url, requestUrl: row.url, status: 200, contentType: 'text/html', role: 'listing', platform: 'generic' });
    return answer.outcome === 'ok' ? answer.listings[0] : undefined;
  });
}

function rowsOf(): Row[] {
  return readFileSync(LIST, 'utf8').trim().split('\n').map((line) => Row.parse(JSON.parse(line)));
}

/** Least F1 of each field. */
const FLOORS: Readonly<Record<Ablation, Readonly<Record<string, number>>>> = {
  'as they are': { price: 0.96, currency: 0.99, availability: 0.91, name: 0.95, brand: 0.93, sku: 0.97, rating: 0.98, 'list price': 0.97 },
  'without JSON-LD': { price: 0.92, currency: 0.97, availability: 0.94, name: 0.95, brand: 0.77, sku: 0.92, rating: 0.9, 'list price': 0.97 },
  'without any data': { price: 0.87, currency: 0.94, availability: 0.92, name: 0.93, brand: 0.78, sku: 0.9, rating: 0.74, 'list price': 0.97 },
};

function ablationOf(name: string): Ablation {
  const found = (['as they are', 'without JSON-LD', 'without any data'] as const).find((one) => one === name);
  if (found === undefined) throw new Error(`no such ablation: ${name}`);
  return found;
}

describe.skipIf(!present)('real product pages', () => {
  it('say the same whether their data were enough or all of the page was looked at', () => {
    const differences = rowsOf().flatMap((row) => {
      const [quick, whole] = readTwice(row);
      return FIELD_NAMES.flatMap((name) => {
        const [a, b] = [quick?.fields[name], whole?.fields[name]];
        const same = a?.state !== 'known' || b?.state !== 'known' || JSON.stringify(a.value) === JSON.stringify(b.value);
        return same ? [] : [`${row.url} ${name}: ${JSON.stringify(a.value)} or ${JSON.stringify(b.value)}`];
      });
    });
    expect(differences).toEqual([]);
  }, 120_000);

  it.each(Object.entries(FLOORS))('%s: hold their scores', (name, floors) => {
    const ablation = ablationOf(name);
    const { table, sure } = scoreOf(rowsOf(), ablation);
    console.log(`pages ${ablation}`);
    console.table(Object.fromEntries(Object.entries(table).map(([field, score]) => [field, { ...score, f1: f1(score).toFixed(3) }])));
    console.log(`prices given with a confidence of 0.9 or more: ${sure.right} of ${sure.all} right`);
    const below = Object.entries(floors).filter(([field, floor]) => f1(table[field] ?? { right: 0, wrong: 0, missing: 0, invented: 0, none: 0 }) < floor);
    expect(below).toEqual([]);
    expect(sure.right).toBeGreaterThanOrEqual(sure.all * 0.97);
  }, 120_000);
});
