import { describe, expect, it } from 'vitest';
import { decodeBody } from '../../../../crawlers/read/bytes/decode.ts';
import { readAnswer } from '../../../../crawlers/read/index.ts';
import { decimalOf } from '../../../../model/money.ts';
import { valueOf } from '../../../../model/reading.ts';
import { hints } from '../pages.ts';
import { encoded, utf16 } from './support.ts';

/** A small product page whose title and price need the right encoding. */
const page = (title: string, price: string, head = '', lang = 'en'): string => `<!doctype html><html lang="${lang}"><head>${head}<title>${title}</title></head><body><h1>${title}</h1><p class="price">${price}</p><button>Add to cart</button><p>${`${title} `.repeat(30)}</p></body></html>`;

function read(body: Uint8Array, contentType: string): { title: string | undefined; price: string } {
  const answer = readAnswer(body, hints({ contentType }));
  if (answer.outcome !== 'ok') return { title: answer.detail, price: '' };
  const fields = answer.listings[0]?.fields;
  const price = fields && valueOf(fields.price);
  return { title: fields && valueOf(fields.title), price: price ? `${decimalOf(price.money)} ${price.money.currency}` : '' };
}

/** [encoding, language, title, price as written, price as read]. */
const PAGES = [
  ['gbk', 'zh', '无线电钻 优惠商品', '￥119.00元', '119.00 CNY'], ['gb18030', 'zh', '无线电钻 优惠商品', '￥119.00元', '119.00 CNY'], ['gb2312', 'zh', '无线电钻 优惠商品', '119.00元', '119.00 CNY'], ['big5', 'zh-TW', '無線電鑽 優惠商品', 'NT$ 1,190', '1190.00 TWD'],
  ['shift_jis', 'ja', 'コードレスドリル 新商品', '1,980円', '1980 JPY'], ['euc-jp', 'ja', 'コードレスドリル 新商品', '1,980円', '1980 JPY'], ['euc-kr', 'ko', '무선 드릴 신상품', '119,000원', '119000 KRW'],
  ['windows-1250', 'cs', 'Aku vrtačka žlutá', '1 190,00 Kč', '1190.00 CZK'], ['iso-8859-2', 'pl', 'Wiertarka żółta', '119,00 zł', '119.00 PLN'], ['windows-1251', 'ru', 'Дрель аккумуляторная', '1 190 руб.', '1190.00 RUB'], ['koi8-r', 'ru', 'Дрель аккумуляторная', '1 190 руб.', '1190.00 RUB'],
  ['windows-1252', 'de', 'Akkubohrer für Wände', '119,00 €', '119.00 EUR'], ['iso-8859-15', 'fr', 'Perceuse à piles', '119,00 €', '119.00 EUR'], ['windows-1253', 'el', 'Δράπανο μπαταρίας', '119,00 €', '119.00 EUR'], ['windows-1254', 'tr', 'Şarjlı matkap', '119,00 TL', '119.00 TRY'], ['windows-1257', 'lt', 'Akumuliatorinis gręžtuvas', '119,00 €', '119.00 EUR'],
] as const;

describe.each(PAGES)('a page in %s', (encoding, lang, title, written, price) => {
  const said = { title, price };
  it('by its header', () => expect(read(encoded(page(title, written, '', lang), encoding), `text/html; charset=${encoding.toUpperCase()}`)).toEqual(said));
  it('by its meta charset', () => expect(read(encoded(page(title, written, `<meta charset="${encoding}">`, lang), encoding), 'text/html')).toEqual(said));
  it('by its meta content type', () => expect(read(encoded(page(title, written, `<meta content='text/html;charset=${encoding}' http-equiv='Content-Type'>`, lang), encoding), 'text/html')).toEqual(said));
  it('labelled so while it is UTF-8', () => {
    expect(read(Buffer.from(page(title, written, `<meta charset="${encoding}">`, lang)), 'text/html')).toEqual(said);
    expect(read(Buffer.from(page(title, written, '', lang)), `text/html; charset=${encoding}`)).toEqual(said);
  });
  it('with the mark of UTF-8 and a wrong label', () => expect(read(Buffer.from(`\uFEFF${page(title, written, `<meta charset="${encoding}">`, lang)}`), `text/html; charset=${encoding}`)).toEqual(said));
});

describe('UTF-16', () => {
  const [title, written] = ['Perceuse à piles 电钻', '119,00 €'];
  const said = { title, price: '119.00 EUR' };
  it.each(['le', 'be'] as const)('%s by mark, header and shape', (order) => {
    expect(read(utf16(`\uFEFF${page(title, written)}`, order), 'text/html; charset=utf-8')).toEqual(said);
    expect(read(utf16(page(title, written), order), `text/html; charset=utf-16${order}`)).toEqual(said);
    expect(read(utf16(page(title, written), order), 'text/html')).toEqual(said);
  });
  it('in a meta element means UTF-8, since it could not be read otherwise', () => expect(read(Buffer.from(page(title, written, '<meta charset="utf-16">')), 'text/html')).toEqual(said));
});

describe('labels', () => {
  it.each([
    ['latin1', 'windows-1252'], ['ISO_8859-1', 'windows-1252'], ['us-ascii', 'windows-1252'], ['x-user-defined', 'windows-1252'], ['gb2312', 'gbk'], ['GB_2312-80', 'gbk'], ['x-sjis', 'shift_jis'], ['windows-31j', 'shift_jis'], ['ks_c_5601-1987', 'euc-kr'], ['big5-hkscs', 'big5'], ['cp1251', 'windows-1251'], ['iso-8859-9', 'windows-1254'], ['tis-620', 'windows-874'],
  ])('%s is %s', (label, encoding) => expect(decodeBody(encoded('é', 'windows-1252'), `text/html; charset=${label}`).encoding).toBe(encoding.startsWith('windows') ? encoding : decodeBody(encoded('é', 'windows-1252'), `text/html; charset=${encoding}`).encoding));

  it.each([
    ['one in a comment', '<!-- <meta charset="big5"> --><meta charset="gbk">'], ['a description that speaks of one', '<meta name="description" content="charset=big5"><meta charset="gbk">'], ['a refresh', '<meta http-equiv="refresh" content="0; charset=big5"><meta charset="gbk">'], ['odd blanks and quotes', '<META\n CHARSET = \'gbk\' />'], ['behind a long comment', `<!--${'x'.repeat(2_000)}--><meta charset=gbk>`],
  ])('of metas: %s', (_, head) => expect(read(encoded(page('无线电钻', '119元', head), 'gbk'), 'text/html')).toEqual({ title: '无线电钻', price: '119.00 CNY' }));

  it('knows the euro of GBK in both its places', () => {
    expect(decodeBody(Buffer.from([0xa2, 0xe3, 0x31]), 'text/html; charset=gbk').text).toBe('€1');
    expect(decodeBody(Buffer.from([0x80, 0x31]), 'text/html; charset=gbk').text).toBe('€1');
  });

  it('keeps the header before the meta when both fit', () => expect(decodeBody(encoded('<meta charset=windows-1251>é', 'windows-1252'), 'text/html; charset=windows-1252').text).toContain('é'));
});

describe('bytes that are no text', () => {
  const gzip = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, ...Array.from({ length: 300 }, (_, i) => (i * 37) % 256)]);
  it.each([
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13])], ['a JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16])], ['a GIF', Buffer.from('GIF89a\u0001')], ['a WebP', Buffer.from('RIFF\u0001\u0001\u0001\u0001WEBPVP8 ')], ['a PDF', Buffer.from('%PDF-1.7\n%âãÏÓ')], ['an archive', Buffer.from('PK\u0003\u0004\u0014\u0000')], ['gzip that nobody unpacked', gzip], ['a programme', Buffer.from('\u007fELF\u0002\u0001')],
    ['noise', Buffer.from(Array.from({ length: 4_000 }, (_, i) => (i * i * 31 + i * 7) % 256))],
  ])('%s is not supported, whatever its type says', (_, body) => {
    for (const contentType of ['text/html', 'application/json', '']) expect(readAnswer(body, hints({ contentType })).outcome).toBe('not_supported');
  });
});
