import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBody } from '../../../../crawlers/read/bytes/decode.ts';

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'utf8') : Buffer.from(part))));
/** 价格 in GBK, 価格 in Shift_JIS, Цена in windows-1251. */
const PRICE_GBK = [0xbc, 0xdb, 0xb8, 0xf1];
const PRICE_SJIS = [0x89, 0xbf, 0x8a, 0x69];
const PRICE_1251 = [0xd6, 0xe5, 0xed, 0xe0];

describe('decodeBody', () => {
  it.each([
    ['a byte order mark beats the header', bytes([0xef, 0xbb, 0xbf], '€'), 'text/html; charset=gbk', '€', 'utf-8'],
    ['UTF-16 by its mark', bytes([0xff, 0xfe, 0xac, 0x20]), undefined, '€', 'utf-16le'],
    ['the header', bytes(PRICE_GBK), 'text/html; charset=GB2312', '价格', 'gbk'],
    ['a quoted header', bytes(PRICE_SJIS), 'text/html; charset="Shift_JIS"', '価格', 'shift_jis'],
    ['a meta charset', bytes('<meta charset=gb18030>', PRICE_GBK), undefined, '<meta charset=gb18030>价格', 'gb18030'],
    ['a meta http-equiv', bytes('<META http-equiv="Content-Type" content="text/html; charset=windows-1251">', PRICE_1251), 'text/html',
      '<META http-equiv="Content-Type" content="text/html; charset=windows-1251">Цена', 'windows-1251'],
    ['an XML declaration', bytes('<?xml version="1.0" encoding="windows-1251"?>', PRICE_1251), undefined, '<?xml version="1.0" encoding="windows-1251"?>Цена', 'windows-1251'],
    ['UTF-8 that says nothing', bytes('preço 10 €'), undefined, 'preço 10 €', 'utf-8'],
    ['a wrong header gives way to a meta that fits', bytes('<meta charset=gbk>', PRICE_GBK), 'text/html; charset=utf-8', '<meta charset=gbk>价格', 'gbk'],
    ['a wrong meta gives way to bytes that are UTF-8', bytes('<meta charset=euc-jp>价格€'), undefined, '<meta charset=euc-jp>价格€', 'utf-8'],
    ['latin1 means windows-1252', bytes([0x80, 0x31]), 'text/html; charset=iso-8859-1', '€1', 'windows-1252'],
    ['an unknown label is ignored', bytes('é'), 'text/html; charset=klingon', 'é', 'utf-8'],
    ['the default of the web', bytes('caf', [0xe9], ' au lait'), undefined, 'café au lait', 'windows-1252'],
    ['Cyrillic bytes', bytes(PRICE_1251, ' ', PRICE_1251), undefined, 'Цена Цена', 'windows-1251'],
    ['the language decides', bytes('<html lang="cs">', [0x9a]), undefined, '<html lang="cs">š', 'windows-1250'],
  ])('%s', (_, body, contentType, text, encoding) => {
    expect(decodeBody(body, contentType)).toEqual({ text, encoding });
  });

  it('guesses Chinese, Japanese and Korean text that says nothing', () => {
    const gbk = bytes([0xb5, 0xc4, 0xc9, 0xcc, 0xc6, 0xb7, 0xbc, 0xdb, 0xb8, 0xf1, 0xd3, 0xc5, 0xbb, 0xdd]); // 的商品价格优惠
    const sjis = bytes([0x82, 0xb1, 0x82, 0xcc, 0x8f, 0xa4, 0x95, 0x69, 0x82, 0xcd]); // この商品は
    const euckr = bytes([0xb0, 0xa1, 0xb0, 0xdd, 0xc0, 0xcc, 0xb4, 0xd9]); // 가격이다
    expect([gbk, sjis, euckr].map((body) => decodeBody(body).encoding)).toEqual(['gb18030', 'shift_jis', 'euc-kr']);
  });

  it('keeps UTF-8 with a damaged byte, and a sequence cut off at the end', () => {
    expect(decodeBody(bytes('€ä€', [0xff], '€ö'), 'text/html; charset=utf-8')).toEqual({ text: '€ä€\uFFFD€ö', encoding: 'utf-8' });
    expect(decodeBody(bytes('abc', [0xe2, 0x82])).encoding).toBe('utf-8');
  });

  it('never throws and gives well-formed text', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), fc.option(fc.string(), { nil: undefined }), (body, type) => {
      expect(decodeBody(body, type).text).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
    }));
  });
});
