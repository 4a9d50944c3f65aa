import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodePage } from '../../../../crawlers/read/bytes/decode.ts';

/** Long enough to be taken apart. */
const LONG = 'Plain words of a page. '.repeat(4_000);
const pageOf = (text: string): ReturnType<typeof decodePage>['page'] => decodePage(Buffer.from(text), 'text/html; charset=utf-8').page;

describe('the text of a page', () => {
  it('is the same in parts as in the whole, with letters of any length in it', () => {
    const letters = fc.array(fc.tuple(fc.string({ unit: 'grapheme', maxLength: 6 }), fc.nat(LONG.length)), { maxLength: 12 });
    fc.assert(fc.property(letters, fc.nat(), fc.nat(), (put, one, other) => {
      const text = Buffer.from(put.reduce((sum, [letter, at]) => sum.slice(0, at) + letter + sum.slice(at), LONG)).toString();
      const page = pageOf(text);
      const [from, to] = [one % text.length, other % text.length].toSorted((a, b) => a - b);
      expect(page.marks).toHaveLength(text.length);
      expect(page.cut(from ?? 0, to ?? 0)).toBe(text.slice(from, to));
      expect(page.whole).toBe(text);
    }), { numRuns: 60 });
  });

  it('ends well with a letter near its end, wherever its bytes lie', () => {
    for (let left = 0; left < 9; left += 1) {
      const text = `${LONG}€${'.'.repeat(left)}`;
      for (let offset = 0; offset < 4; offset += 1) expect(decodePage(Buffer.from(`${'x'.repeat(offset)}${text}`).subarray(offset), 'text/html; charset=utf-8').page.whole).toBe(text);
    }
  });

  it('keeps its marks where they are: words end, blanks and lines too, where they do in the whole', () => {
    const text = `<h1>naïve – café™</h1>\u2009price\u3000now\u2028end 1★ 😀<b>x</b>${LONG}`;
    const { marks } = pageOf(text);
    expect(marks).not.toMatch(/[\u0100-\uffff]/);
    for (const pattern of [/<\/?\w+>/g, /\bcaf/g, /\s+/g, /[^<>]+/g, /.+/g]) expect([...marks.matchAll(pattern)].map(({ index }) => index)).toEqual([...text.matchAll(pattern)].map(({ index }) => index));
  });

  it('is given in Latin-1 where nothing but dashes and quotation marks is lost, in a part as in the whole', () => {
    for (const rest of [LONG, '']) {
      const text = `Price – “café”${rest}商品 ₫ ž`;
      const page = pageOf(text);
      const end = text.indexOf('商');
      expect(page.latin(0, end)).toMatch(/^Price [^\u0100-\uffff] [^\u0100-\uffff]café[^\u0100-\uffff]/);
      expect(page.latin(0, end)).toHaveLength(end);
      for (const at of [end, text.length - 3, text.length - 1]) expect([page.latin(at, at + 1), page.latin(0, at + 1)]).toEqual([undefined, undefined]);
    }
  });

  it('is its own marks where it has many letters beyond Latin-1, or is short', () => {
    for (const text of ['商品'.repeat(40_000), 'a – b', LONG]) expect(pageOf(text).marks).toBe(text);
  });
});
