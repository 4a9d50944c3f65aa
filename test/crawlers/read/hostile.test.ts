import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RequestRole } from '../../../model/crawl.ts';
import { OUTCOMES } from '../../../model/outcome.ts';
import { readAnswer } from '../../../crawlers/read/index.ts';
import { parseJson } from '../../../crawlers/read/json/parse.ts';
import { cutBalanced } from '../../../crawlers/read/json/cut.ts';
import { cpuClock } from '../../support/cpu.ts';
import { hints, page, product, read } from './pages.ts';

const ROLES = ['listing', 'catalogue', 'reviews', 'search'] as const;
/** Milliseconds of processor time one hostile page may cost. */
const MOST = 8_000;

function timed(html: string, role: RequestRole = 'listing', contentType = 'text/html; charset=utf-8'): number {
  const spent = cpuClock();
  expect(OUTCOMES).toContain(read(html, { role, contentType }).outcome);
  return spent();
}

describe('hostile pages', () => {
  it.each([
    ['endless nesting', '<div>'.repeat(300_000)],
    ['endless nesting with other closings', `${'<a>'.repeat(100_000)}${'</b>'.repeat(100_000)}`],
    ['a tag with a million attributes', `<div ${'a=1 '.repeat(500_000)}>`],
    ['a quote that never closes', `<script type="${'x'.repeat(2_000_000)}`],
    ['many scripts that never close', '<script>'.repeat(200_000)],
    ['many meta tags', '<meta name="a" content="b">'.repeat(100_000)],
    ['nested JSON-LD', `<script type="application/ld+json">${'{"a":['.repeat(200_000)}</script>`],
    ['brackets in scripts', `<script>window.x = ${'{'.repeat(500_000)}</script>`],
    ['many assignments', `<script>${'a={"price":1,"b":"cccccccccccccccccccccccccccccccccccccccccccccccc"};'.repeat(20_000)}</script>`],
    ['many prices', '<p class="price">$1</p>'.repeat(100_000)],
    ['digits', '1'.repeat(3_000_000)],
    ['blanks before an equals sign', `<script>a${' '.repeat(1_000_000)}b</script>`],
    ['class names', `<p class="${'old-price '.repeat(100_000)}">$1</p>`],
  ])('costs bounded time: %s', (_, food) => {
    expect(timed(page(undefined, `<h1>Cordless drill 18V</h1>${food}`))).toBeLessThan(MOST);
  });

  const LD = (text: string): string => `<script type="application/ld+json">${text}</script>`;
  it.each([
    ['JSON with a million brackets', () => LD('['.repeat(1_000_000))], ['JSON with a million objects in one another', () => LD('{"a":'.repeat(1_000_000))], ['JSON with a million keys', () => LD(`{"@type":"Product","name":"x"${Array.from({ length: 400_000 }, (_, i) => `,"k${i}":1`).join('')}}`)],
    ['a list of a million products', () => LD(`[${'{"@type":"Product","name":"Cordless drill 18V","offers":{"price":1}},'.repeat(80_000)}1]`)], ['a million reviews', () => LD(`{"@type":"Product","name":"x","review":[${'{"@type":"Review","reviewBody":"good"},'.repeat(100_000)}1]}`)],
    ['a million entities', () => '&amp;'.repeat(1_000_000)], ['entities in a heading', () => `<h1>${'&#x41;'.repeat(500_000)}</h1>`], ['entities in JSON', () => LD(`{"@type":"Product","name":"${'&quot;'.repeat(500_000)}"}`)], ['a number of a million digits', () => LD(`{"@type":"Product","name":"x","offers":{"price":${'9'.repeat(1_000_000)}}}`)], ['an escape for each letter', () => LD(`{"@type":"Product","name":"${'\\u0041'.repeat(500_000)}"}`)],
    ['a million siblings', () => '<i></i>'.repeat(1_000_000)], ['a million cards', () => '<li><a href="/p/1">x</a><img src=a><span class="price">€1</span></li>'.repeat(60_000)], ['cents set small', () => '12<sup>99</sup>'.repeat(300_000)], ['signs beside numbers', () => '<span>€</span><span>1</span>'.repeat(150_000)],
    ['comments that never close', () => '<!--'.repeat(1_000_000)], ['CDATA that never closes', () => '<![CDATA['.repeat(500_000)], ['an attribute that never closes', () => `<p class='${'x'.repeat(4_000_000)}`], ['zero bytes', () => '\0'.repeat(4_000_000)], ['opening brackets', () => '<'.repeat(4_000_000)], ['titles', () => '<title>'.repeat(500_000)], ['headings that never close', () => '<h1>'.repeat(500_000)], ['breadcrumbs in breadcrumbs', () => '<ol class=breadcrumb><li>x'.repeat(150_000)],
    ['microdata in microdata', () => '<div itemscope itemprop=a>'.repeat(150_000)], ['microdata of many articles', () => '<div itemscope itemtype="https://schema.org/Product"><span itemprop=name>x</span></div>'.repeat(40_000)], ['words of a hundred promotions', () => '<p>Buy 2 get 1 free, 满100减10, was $12 now $11 per 100 g</p>'.repeat(60_000)], ['names of known state', () => '<script>__NEXT_DATA__ runParams = { window.rawData = {</script>'.repeat(60_000)],
  ] as const)('costs bounded time in every role: %s', (_, food) => {
    const html = page(undefined, `<h1>Cordless drill 18V</h1>${food()}`);
    for (const role of ['listing', 'search', 'page'] as const) expect(timed(html, role)).toBeLessThan(MOST);
  });

  it.each(['products', 'keys', 'brackets'])('costs bounded time as an answer of an interface: %s', (kind) => {
    const json = { products: `{"products":[${'{"id":1,"title":"x","variants":[{"id":1,"price":"1.00"}]},'.repeat(80_000)}{}]}`, keys: `{${Array.from({ length: 400_000 }, (_, i) => `"k${i}":{}`).join(',')}}`, brackets: '[{"a":'.repeat(500_000) }[kind] ?? '';
    for (const role of ROLES) expect(timed(json, role, 'application/json')).toBeLessThan(MOST);
  });

  it('does not read JSON-LD of 50 MB, and says so by its outcome', () => {
    const block = JSON.stringify({ ...product(), description: 'x'.repeat(50_000_000) });
    const before = process.memoryUsage().heapUsed;
    expect(timed(page(block))).toBeLessThan(MOST);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(600_000_000);
  });

  it('keeps what a page calls __proto__ to the page', () => {
    const evil = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"@type":"Product","name":"Cordless drill 18V","offers":{"__proto__":{"polluted":1},"price":"119.00","priceCurrency":"EUR"}}';
    for (const text of [evil, evil.replaceAll('"', "'"), `${evil},`]) {
      expect(read(page(text)).outcome).toBe('ok');
      expect(read(page(undefined, `<h1>Cordless drill 18V</h1><p class="price">€1</p><script>window.x=${text}</script><div itemscope itemtype="https://schema.org/Product"><i itemprop="__proto__">x</i></div>`)).outcome).toBe('ok');
      read(text, { role: 'reviews', contentType: 'application/json' });
    }
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('never throws and always gives an outcome', () => {
    const part = fc.oneof(
      fc.string(), fc.constantFrom('<script type="application/ld+json">', '</script>', '{"@type":"Product"', '"offers":', '[', '{', '}', ']', '<!--', '<del>', '<h1>', '$1', '€', '\ud800', '\u0000', '&#x;', '&quot;', '<meta property="og:title" content="', 'itemscope itemprop=price'),
    );
    fc.assert(fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
      expect(OUTCOMES).toContain(readAnswer(Buffer.from(parts.join('')), hints()).outcome);
    }), { numRuns: 300 });
  });

  it('never throws on JSON of any shape, for any platform and role', () => {
    const platforms = ['generic', 'shopify', 'woocommerce', 'magento', 'taobao', 'jd', 'pinduoduo', 'amazon', 'ebay'] as const;
    fc.assert(fc.property(fc.json(), fc.constantFrom(...platforms), fc.constantFrom(...ROLES), (text, platform, role) => {
      expect(OUTCOMES).toContain(readAnswer(Buffer.from(text), hints({ platform, role, contentType: 'application/json' })).outcome);
    }), { numRuns: 300 });
  });

  it('gives well-formed text where the page has lone surrogates', () => {
    const answer = read(page('{"@type":"Product","name":"Cordless drill 18V \\ud83d","offers":{"price":1,"priceCurrency":"EUR"}}'));
    expect(JSON.stringify(answer)).not.toMatch(/\\ud83d/i);
  });
});

describe('tolerant JSON', () => {
  it('reads whatever JSON.stringify writes', () => {
    fc.assert(fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      const text = JSON.stringify(value);
      if (/\d{16}/.test(text) || text.includes('__proto__')) return;
      expect(parseJson(text)).toEqual(JSON.parse(text));
    }));
  });

  it('cuts an object at its own end, whatever its strings hold', () => {
    fc.assert(fc.property(fc.dictionary(fc.string(), fc.string()), fc.string(), (value, rest) => {
      const text = JSON.stringify(value);
      expect(cutBalanced(`${text}${rest}`, 0)).toBe(text);
    }));
  });

  it.each([
    ["{a: 1, 'b': 'x', c: undefined, d: function () { return {}; }, e: !0}", { a: 1, b: 'x', c: null, d: null, e: null }],
    ['{"a": "\\x3cb\\x3e", "n": .5e1}', { a: '<b>', n: null }],
    ['[1,,2,]', [1, 2]],
  ])('reads %s', (text, value) => {
    expect(parseJson(text)).toEqual(value);
  });
});
