import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OUTCOMES } from '../../../model/outcome.ts';
import { readAnswer } from '../../../crawlers/read/index.ts';
import { parseJson } from '../../../crawlers/read/json/parse.ts';
import { cutBalanced } from '../../../crawlers/read/json/cut.ts';
import { hints, page, product, read } from './pages.ts';

const ROLES = ['listing', 'catalogue', 'reviews', 'search'] as const;
/** Milliseconds one hostile page may cost, on a machine that others use as well. */
const MOST = 8_000;

function timed(html: string): number {
  const start = performance.now();
  expect(OUTCOMES).toContain(read(html).outcome);
  return performance.now() - start;
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
  }, 60_000);

  it('does not read JSON-LD of 50 MB, and says so by its outcome', () => {
    const block = JSON.stringify({ ...product(), description: 'x'.repeat(50_000_000) });
    expect(timed(page(block))).toBeLessThan(MOST);
  }, 60_000);

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
