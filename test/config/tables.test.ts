import { readFile } from 'node:fs/promises';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadConfig } from '../../config/load.ts';
import { watchTargetId } from '../../config/watchlist.ts';
import { brand, type Sku } from '../../model/ids.ts';
import { configIn, load, mistakesIn } from './support.ts';

const BASE = 'version: 1\ncontact: me@example.com\nsources:\n  shop:\n    url: https://shop.example/\n';
const withList = (list: string | Uint8Array): Record<string, string | Uint8Array> => ({ 'rivalwatch.yaml': `${BASE}include: [list.csv]\n`, 'list.csv': list });
const withProducts = (list: string | Uint8Array): Record<string, string | Uint8Array> => ({ 'rivalwatch.yaml': `${BASE}products: own.csv\n`, 'own.csv': list });
const utf16 = (text: string): Uint8Array => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
/** 网址,频率,标签,货号 and a row, as a Chinese Excel saves them (GBK). */
const GBK = Buffer.concat([Buffer.from('cdf8d6b72cc6b5c2ca2cb1eac7a92cbbf5bac50d0a', 'hex'), Buffer.from('https://shop.example/p/1,6h,'), Buffer.from('d0ac', 'hex'), Buffer.from(',A-1\r\n')]);

describe('watch lists', () => {
  test.each<[string, string | Uint8Array]>([
    ['commas', 'url,every,tags,sku\nhttps://shop.example/p/1,6h,鞋,A-1\n'],
    ['semicolons, byte order mark, CRLF', '\uFEFFURL;Every;Tags;SKU\r\nhttps://shop.example/p/1;6h;鞋;A-1\r\n'],
    ['tabs in UTF-16', utf16('url\tevery\ttags\tsku\r\nhttps://shop.example/p/1\t6h\t鞋\tA-1\r\n')],
    ['Chinese headings', '网址,频率,标签,货号\nhttps://shop.example/p/1,6h,鞋,A-1\n'],
    ['GBK', GBK],
    ['old Macintosh line ends, quotes, empty rows and cells', 'url,every,tags,sku,\r"https://shop.example/p/1","6h","鞋",A-1,\r,,,\r\r'],
  ])('%s', async (_name, list) => {
    const config = configIn(await load(withList(list)));
    expect([...config.targets.values()]).toMatchObject([{ id: watchTargetId('https://shop.example/p/1'), sourceId: 'shop', kind: 'product', url: 'https://shop.example/p/1', schedule: { every: 21_600_000 }, tags: ['鞋'], sku: 'A-1', definedAt: 'list.csv:2' }]);
  });

  test('the separator named above the headings counts as a line', async () => {
    expect(mistakesIn(await load(withList('\uFEFFsep=|\r\nurl|every|tags|sku\r\n\r\nhttps://shop.example/p/1|6x|a,b;c|A-1\r\n')))).toEqual([expect.stringMatching(/^list\.csv:4 every: "6x" is no duration/)]);
  });

  test('every wrong row is named by its line, also behind a quoted line break', async () => {
    expect(mistakesIn(await load(withList('url,every,tags,sku\nhttps://shop.example/1,6x,,\n"https://shop.example/2",,"a\nb",\n\nshop.example/3,,,\nhttps://else.example/,,,\nhttps://shop.example/2,,,\n,1h,,\n')))).toEqual([
      expect.stringMatching(/^list\.csv:2 every: "6x" is no duration/), expect.stringMatching(/^list\.csv:6 url: not an http/), expect.stringMatching(/^list\.csv:7 url: no source has the host else\.example/),
      expect.stringMatching(/^list\.csv:8 url: this address is already watched by list\.csv:3/), expect.stringMatching(/^list\.csv:9 url: missing/),
    ]);
  });

  test('an address that the configuration already watches is named', async () => {
    const files = withList('url\nhttps://shop.example/p#top\n');
    expect(mistakesIn(await load({ ...files, 'rivalwatch.yaml': `${String(files['rivalwatch.yaml'])}targets:\n  p: {kind: product, url: "https://shop.example/p"}\n` }))).toEqual(['list.csv:2 url: this address is already watched by rivalwatch.yaml:8.']);
  });

  test.each<[string, string | Uint8Array, RegExp]>([
    ['empty', '', /is empty; the first line must name the columns/], ['an unknown column', 'url,evry\nhttps://shop.example/,1h\n', /list\.csv:1: there is no column "evry"\. Did you mean "every"/],
    ['no heading', 'https://shop.example/,1h\n', /column "url" .* is missing/], ['a column twice', 'url,url\n', /there twice/], ['too many cells', 'url,tags\nhttps://shop.example/a,b,c\n', /list\.csv:2: has 3 cells/],
    ['no text', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0xff, 0x80]), /no CSV text/], ['an open quote', 'url\n"https://shop.example/', /list\.csv:2: a quotation mark that is opened here is never closed/],
  ])('%s', async (_name, list, expected) => {
    expect(mistakesIn(await load(withList(list))).join('\n')).toMatch(expected);
  });

  test('a missing file', async () => {
    expect(mistakesIn(await load({ 'rivalwatch.yaml': `${BASE}include: [gone.csv]\nproducts: gone-too.csv\n` }))).toEqual([
      expect.stringMatching(/^rivalwatch\.yaml:6:11 include\.0: there is no such file: "gone\.csv"/), expect.stringMatching(/^rivalwatch\.yaml:7:11 products: there is no such file: "gone-too\.csv"/),
    ]);
    expect(mistakesIn(await load({ 'rivalwatch.yaml': `${BASE}include: [watchlst.csv]\nproducts: .\n`, 'watchlist.csv': 'url\n' }))).toEqual([
      expect.stringMatching(/include\.0: .* Did you mean "watchlist\.csv"\?$/), expect.stringMatching(/products: "\." is no file\.$/),
    ]);
  });

  test('no bytes whatever make it throw', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
      await load(withList(bytes));
      await load(withProducts(bytes));
    }), { numRuns: 60 });
  });
});

describe('own products', () => {
  test.each([
    ['German', 'Größe;Kaffeemühle für 2', Buffer.from('Größe;Kaffeemühle für 2', 'latin1')], ['French', 'Théière à thé', Buffer.from('Théière à thé', 'latin1')], ['a euro sign', 'Cup €', Buffer.from('Cup \u0080', 'latin1')],
    ['Chinese', 'T恤 靓鞋', Buffer.from('54d0f420f6a6d0ac', 'hex')],
  ])('a title as an Excel saves it as plain CSV: %s', async (_name, title, bytes) => {
    const table = Buffer.concat([Buffer.from('sku;title;price\r\nA;"'), bytes, Buffer.from('";9.90 EUR\r\n')]);
    expect(configIn(await load(withProducts(table))).products.get(brand<Sku>('A'))?.title).toBe(title);
  });

  test('prices with their currency or from its column; lists in a cell', async () => {
    const config = configIn(await load(withProducts('sku;title;price;cost;floor;currency;stock;keywords;rival urls;images;attributes\nA-1;"Shoe; ""wool""";1299.00;10;;CNY;0;wool|runner；鞋;https://r.example/a;4;color=black|size=M\nB;B;JPY 1200;;1000;;;;"https://r.example/b;v=1;https://r.example/c\nhttps://r.example/d";;\n')));
    expect([...config.products.values()]).toEqual([
      { sku: 'A-1', title: 'Shoe; "wool"', price: { minor: 129_900, currency: 'CNY', exponent: 2 }, cost: { minor: 1_000, currency: 'CNY', exponent: 2 }, stock: 0, keywords: ['wool', 'runner', '鞋'], rivalUrls: ['https://r.example/a'], images: 4, attributes: { color: 'black', size: 'M' } },
      { sku: 'B', title: 'B', price: { minor: 1_200, currency: 'JPY', exponent: 0 }, floor: { minor: 1_000, currency: 'JPY', exponent: 0 }, keywords: [], rivalUrls: ['https://r.example/b;v=1', 'https://r.example/c', 'https://r.example/d'] },
    ]);
  });

  test('Chinese headings', async () => {
    const config = configIn(await load(withProducts('货号,标题,价格,成本,底价,库存,关键词,竞品链接\nA,鞋,19.90 CNY,5 CNY,9 CNY,7,羊毛|跑鞋,https://r.example/a\n')));
    expect(config.products.get(brand<Sku>('A'))).toMatchObject({ title: '鞋', price: { minor: 1_990 }, floor: { minor: 900 }, stock: 7, keywords: ['羊毛', '跑鞋'] });
  });

  test('every wrong cell is named', async () => {
    const rows = ['sku,title,price,cost,floor,stock,rival urls', 'A,A,"1,299.00 USD",,,,', 'B,B,12,,,,', 'C,C,10 USD,5 EUR,11 USD,1.5,nowhere', 'C,again,10 USD,,,,', ',none,10 USD,,,,', 'D,D,10 XYQ,,,,', 'E,,-3 USD,,,,', 'F,F,1.299 EUR,,,,'];
    expect(mistakesIn(await load(withProducts(rows.join('\n'))))).toEqual([
      expect.stringMatching(/:2 price: "1,299\.00 USD" is no amount/), expect.stringMatching(/:3 price: has no currency/), expect.stringMatching(/:4 stock: "1\.5" is no whole number/), expect.stringMatching(/:4 rival urls: /),
      expect.stringMatching(/:4 currency: price, cost and floor/), expect.stringMatching(/:4 floor: the floor is above/), expect.stringMatching(/:5 sku: the SKU "C" is already on line 4/), expect.stringMatching(/:6 sku: missing/),
      expect.stringMatching(/:7 price: "XYQ" is no ISO/), expect.stringMatching(/:8 title: missing/), expect.stringMatching(/:8 price: "-3 USD" is no amount/),
      expect.stringMatching(/:9 price: "1\.299 EUR" can be read two ways; write 1299 for thousands/),
    ]);
  });

  test('a target names a product that is there', async () => {
    const files = withProducts('sku,title,price\nRUN-1,Runner,9.00 USD\n');
    expect(mistakesIn(await load({ ...files, 'rivalwatch.yaml': `${String(files['rivalwatch.yaml'])}targets:\n  p: {kind: product, url: "https://shop.example/p", sku: RUN-2}\n` }))).toEqual([expect.stringMatching(/there is no product "RUN-2" in own\.csv\. Did you mean "RUN-1"/)]);
  });
});

test('the example configuration loads without a mistake or a warning', async () => {
  const loaded = await loadConfig('config/rivalwatch.example.yaml', {});
  const config = configIn(loaded);
  expect(config.targets.size).toBe(5);
  expect(config.products.size).toBe(2);
  // The commented channels load once they are taken in.
  const text = (await readFile('config/rivalwatch.example.yaml', 'utf8')).replace('channels: {}', 'channels:').replaceAll(/^# {2}/gm, '  ');
  const files = { 'rivalwatch.yaml': text, 'watchlist.example.csv': await readFile('config/watchlist.example.csv'), 'products.example.csv': await readFile('config/products.example.csv') };
  const full = await load(files, { SLACK_WEBHOOK: 'https://hooks.example/x', SMTP_PASSWORD: 'x' });
  expect([...configIn(full).channels.keys()]).toEqual(['team', 'buyer']);
  expect(full.ok && full.warnings).toEqual([]);
});
