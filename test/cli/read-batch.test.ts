import { gzipSync } from 'node:zlib';
import { Readable, Writable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { linesOf, type Line } from '../../cli/batch/lines.ts';
import { runBatch, type BatchKind } from '../../cli/batch/run.ts';
import { FIELD_NAMES } from '../../model/listing.ts';
import { ioWith, shell } from './support.ts';

const LAMP = `<!doctype html><html lang="en"><head><title>Brass lamp</title><link rel="canonical" href="https://shop.example/products/lamp"><script type="application/ld+json">${JSON.stringify({
  '@type': 'Product', name: 'Brass lamp', sku: 'L-1', brand: 'Lumo', offers: { '@type': 'Offer', price: '39.90', priceCurrency: 'EUR', availability: 'https://schema.org/InStock' }, aggregateRating: { ratingValue: '4.5', reviewCount: '12' },
})}</script></head><body><h1>Brass lamp</h1><p class="price">€39.90</p></body></html>`;
const card = (no: number): string => `<li class="card"><a href="/products/lamp-${no}"><img src="/i/${no}.jpg" alt=""><h3>Brass lamp no ${no}</h3></a><span class="price">€${no}9.90</span></li>`;
const LIST = `<!doctype html><html lang="en"><head><title>Lamps</title></head><body><main><h1>Lamps</h1><ul>${[1, 2, 3, 4, 5].map(card).join('')}</ul><a rel="next" href="?page=2">Next</a></main></body></html>`;

const Answer = z.looseObject({ id: z.union([z.string(), z.number(), z.null()]) });

/** Pipes these lines through the command and gives what came out, line by line. */
async function batch(kind: string, lines: readonly (string | object)[], files: Readonly<Record<string, string | Uint8Array>> = {}): Promise<z.infer<typeof Answer>[]> {
  const stdin = lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`);
  const { code, out, err } = await (await shell(files, { stdin })).run('read', kind, '--batch');
  expect([code, err]).toEqual([0, '']);
  return out.trimEnd().split('\n').map((line) => Answer.parse(JSON.parse(line)));
}

describe('read --batch', () => {
  test('page: every field with its state, offers as variants, packed or not', async () => {
    const [plain, packed, nulls] = await batch('page', [{ id: 'a', file: 'lamp.html' }, { id: 7, file: 'lamp.html.gz', url: 'https://shop.example/products/lamp', contentType: 'text/html' }, { id: 8, file: 'lamp.html', url: null, contentType: null }], { 'lamp.html': LAMP, 'lamp.html.gz': gzipSync(LAMP) });
    expect(plain).toMatchObject({
      id: 'a', outcome: 'ok', url: 'https://shop.example/products/lamp',
      fields: {
        title: { state: 'known', value: 'Brass lamp' }, availability: { state: 'known', value: 'in_stock' }, rating: { value: { value: 4.5, scale: 5 } }, reviewCount: { value: { value: 12, lowerBound: false } },
        price: { state: 'known', value: { amount: '39.90', currency: 'EUR', minor: 3990, kind: 'page' }, confidence: expect.any(Number), evidence: { method: 'json-ld', place: expect.any(String), raw: '39.90' } },
        gtin: { state: 'unknown', reason: expect.any(String) },
      },
    });
    expect(Object.keys(z.record(z.string(), z.unknown()).parse(plain?.['fields']))).toEqual(FIELD_NAMES.map((name) => (name === 'offers' ? 'variants' : name)));
    expect(packed).toEqual({ ...plain, id: 7 });
    expect(nulls).toEqual({ ...plain, id: 8 });
  });

  test('page: one that says it is gone is delisted, and nothing else is known of it', async () => {
    const [gone] = await batch('page', [{ id: 'g', file: 'gone.html', url: 'https://shop.example/products/lamp' }], { 'gone.html': '<html><title>Lamp</title><h1>Lamp</h1><p>This listing was ended by the seller because the item is no longer available.</p></html>' });
    expect(gone).toMatchObject({ id: 'g', outcome: 'gone', fields: { availability: { state: 'known', value: 'delisted' } } });
  });

  test('page: a wall has its outcome and no fields, a file that is not there an error', async () => {
    const [wall, none] = await batch('page', [{ id: 1, file: 'wall.html', url: 'https://shop.example/p' }, { id: 2, file: 'none.html' }], { 'wall.html': '<html><head><title>Robot or human?</title></head><body><p>Activate and hold the button to confirm that you’re human.</p></body></html>' });
    expect(wall).toMatchObject({ id: 1, outcome: expect.not.stringMatching(/^ok$/), detail: expect.any(String) });
    expect(wall?.['fields']).toEqual({});
    expect(none).toMatchObject({ id: 2, error: expect.stringMatching(/no such file/) });
  });

  test('list: items in order, next page, every member there', async () => {
    const [read] = await batch('list', [{ id: 'l', file: 'list.html', url: 'https://shop.example/lamps' }], { 'list.html': LIST });
    expect(read).toMatchObject({ id: 'l', outcome: 'ok', next: 'https://shop.example/lamps?page=2', total: null, empty: false });
    expect(z.array(z.unknown()).parse(read?.['items'])).toHaveLength(5);
    expect(read?.['items']).toMatchObject([{ position: 1, title: 'Brass lamp no 1', url: 'https://shop.example/products/lamp-1', sponsored: false, price: { amount: '19.90', currency: 'EUR', minor: 1990, kind: 'page' }, listPrice: null, rating: null, reviewCount: null }, { position: 2 }, { position: 3 }, { position: 4 }, { position: 5 }]);
  });

  test('a page whose address nobody knows is read, without addresses', async () => {
    const nameless = LAMP.replace(/<link[^>]*>/, '');
    const [list] = await batch('list', [{ id: 'l', file: 'list.html' }], { 'list.html': LIST });
    expect(list).toMatchObject({ outcome: 'ok', items: [{ id: 'lamp-1', url: null, price: { amount: '19.90' } }, {}, {}, {}, {}], next: null });
    const [page, none] = await batch('page', [{ id: 'p', file: 'lamp.html' }, { id: 'n', file: 'none.html' }], { 'lamp.html': nameless });
    expect(page).toMatchObject({ outcome: 'ok', productId: null, url: null, fields: { price: { value: { amount: '39.90' } } } });
    expect(none?.['error']).toBe('line 2: none.html is no file that can be read: there is no such file.');
  });

  test('list: a JSON answer of a platform gives items as well', async () => {
    const products = { products: [{ id: 11, title: 'Lamp', handle: 'lamp', vendor: 'Lumo', variants: [{ id: 1, title: 'Default Title', price: '39.90', sku: 'L-1', available: true }], images: [], options: [] }] };
    const [read] = await batch('list', [{ id: 'j', file: 'products.json', url: 'https://shop.example/products.json', contentType: 'application/json' }], { 'products.json': JSON.stringify(products) });
    expect(read).toMatchObject({ id: 'j', outcome: 'ok', items: [{ id: expect.any(String), title: 'Lamp', position: 1 }] });
  });

  test('price: amount, currency, range, what is undecided and what is none', async () => {
    expect(await batch('price', [
      { id: 1, text: '1.299,00 €' }, { id: 2, text: '$12', locale: 'en-CA' }, { id: 3, text: '$12' }, { id: 4, text: '£10 - £20' }, { id: 5, text: '12.50', currencyHint: 'GBP' }, { id: 6, text: 'Call us' }, { id: 7, text: '5 € 6 €' },
      { id: 8, text: '99p' }, { id: 9, text: '£5.00 (£2.00 per 100g)' }, { id: 10, text: '￥1,299', url: 'https://shop.example.co.jp/p/1' }, { id: 11, text: '12.50', currencyHint: '$' },
    ])).toMatchObject([
      { id: 1, state: 'known', amount: '1299.00', currency: 'EUR' }, { id: 2, amount: '12', currency: 'CAD' }, { id: 3, currency: 'USD', currencyCandidates: expect.arrayContaining(['USD', 'CAD']) },
      { id: 4, amount: '10', min: '10', max: '20', currency: 'GBP' }, { id: 5, amount: '12.50', currency: 'GBP' }, { id: 6, state: 'absent', amount: null }, { id: 7, state: 'unknown', reason: 'ambiguous', amount: null, amounts: ['5', '6'] },
      { id: 8, amount: '0.99', currency: 'GBP' }, { id: 9, amount: '5.00', currency: 'GBP', unitPrice: { amount: '2.00', per: 100, unit: 'g', currency: 'GBP' } }, { id: 10, amount: '1299', currency: 'JPY' },
      { id: 11, amount: '12.50', currency: 'USD', currencyCandidates: expect.arrayContaining(['USD', 'CAD']) },
    ]);
  });

  test('promotion, availability and robots', async () => {
    expect(await batch('promotion', [{ id: 'p', text: '满300减50', language: 'zh', currency: 'CNY' }, { id: 'q', text: '30,000 sold' }])).toMatchObject([{ id: 'p', rules: [{ mechanic: 'full_reduction', params: { thresholdMinor: 30_000, offMinor: 5_000 } }] }, { id: 'q', rules: [] }]);
    expect(await batch('promotion', [{ id: 'd', text: '20% off, ends 30 Nov', fetchedAt: '2025-11-10T08:00:00Z' }, { id: 'e', text: '20% off, ends 30 Nov' }])).toMatchObject([{ id: 'd', rules: [{ mechanic: 'direct_reduction', endsAt: '2025-11-30T23:59:59.000Z' }] }, { id: 'e', rules: [{ params: { percentOff: 20 } }] }]);
    expect(await batch('availability', [{ id: 1, text: 'Ausverkauft' }, { id: 2, text: 'blue' }])).toEqual([{ id: 1, state: 'known', availability: 'out_of_stock' }, { id: 2, state: 'unknown', availability: null }]);
    const robots = 'User-agent: *\nDisallow: /cart\nCrawl-delay: 3';
    expect(await batch('robots', [{ id: 1, robots, agent: 'any', url: 'https://shop.example/cart/1' }, { id: 2, robots: '', agent: 'any', url: '/x' }])).toEqual([{ id: 1, allowed: false, crawlDelay: 3 }, { id: 2, allowed: true }]);
  });

  test('a bad line gives an error and the next one is read', async () => {
    const answers = await batch('availability', ['{"id":1,', { text: 'sold out' }, '', { id: 4 }, '[]', { id: 6, text: 'sold out' }]);
    expect(answers.map(({ id }) => id)).toEqual([null, null, null, 4, null, 6]);
    for (const answer of answers.slice(0, 5)) expect(answer).toMatchObject({ error: expect.stringMatching(/^line \d: /) });
    expect(answers[3]?.['error']).toMatch(/text: /);
    expect(answers[5]).toMatchObject({ availability: 'out_of_stock' });
  });

  test('an unknown kind is a usage mistake', async () => {
    expect(await (await shell({})).run('read', 'pages', '--batch')).toMatchObject({ code: 2, err: expect.stringMatching(/page, list, price/) });
  });
});

describe('streams', () => {
  async function all(pieces: Iterable<string | Uint8Array>): Promise<Line[]> {
    const lines: Line[] = [];
    for await (const line of linesOf(Readable.from(pieces))) lines.push(line);
    return lines;
  }

  test('lines survive any cutting of the bytes', async () => {
    const bytes = Buffer.from('\ufeff满减\r\nsecond\n\nlast');
    for (const size of [1, 2, 3, 5, 100]) {
      const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, no) => bytes.subarray(no * size, (no + 1) * size));
      expect(await all(pieces)).toEqual([{ text: '满减' }, { text: 'second' }, { text: '' }, { text: 'last' }]);
    }
    expect(await all([])).toEqual([]);
    expect(await all(['one\n'])).toEqual([{ text: 'one' }]);
  });

  test('a line without end is given up, not kept', async () => {
    const piece = 'x'.repeat(1_000_000);
    expect(await all([piece, piece, piece, piece, piece, '\nnext\n'])).toEqual([{ tooLong: true }, { text: 'next' }]);
  });

  test('a slow reader holds the reading back; ten thousand lines come out in order', async () => {
    const MOST_AHEAD = 3;
    let [read, written, ahead] = [0, 0, 0];
    const stdin = Readable.from((function* () {
      for (; read < 10_000; read += 1) yield `${JSON.stringify({ id: read, text: 'sold out' })}\n`;
    })(), { highWaterMark: 1 });
    const stream = new Writable({
      highWaterMark: 1,
      write: (piece: unknown, _encoding, done) => {
        expect(Answer.parse(JSON.parse(String(piece))).id).toBe(written);
        written += 1;
        ahead = Math.max(ahead, read - written);
        setImmediate(done);
      },
    });
    await runBatch('availability' satisfies BatchKind, ioWith({ stdin: () => stdin, stream }));
    expect(written).toBe(10_000);
    expect(ahead).toBeLessThanOrEqual(MOST_AHEAD);
  });
});
