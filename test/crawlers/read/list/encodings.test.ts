import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../../../crawlers/read/index.ts';
import { decimalOf } from '../../../../model/money.ts';
import { SYSTEMS } from './pages/systems.ts';

/** The bytes of a text in an encoding of two bytes a sign, by asking the decoder what each pair stands for. */
function encoded(text: string, encoding: string): Uint8Array {
  const bytes = new Map<string, readonly number[]>();
  const decoder = new TextDecoder(encoding);
  for (let first = 0x81; first < 0xff; first += 1) {
    for (let second = 0x40; second < 0xff; second += 1) {
      const sign = decoder.decode(Uint8Array.of(first, second));
      if (sign.length === 1 && sign !== '\ufffd' && !bytes.has(sign)) bytes.set(sign, [first, second]);
    }
  }
  return Uint8Array.from(Array.from(text, (sign) => { const code = sign.charCodeAt(0); return code < 0x80 ? [code] : bytes.get(sign) ?? [0x3f]; }).flat());
}

describe.each([['ECShop', 'gbk', 'gb2312'], ['ECShop', 'gb18030', 'gb18030'], ['Color Me Shop', 'euc-jp', 'euc-jp'], ['Color Me Shop', 'shift_jis', 'Shift_JIS']])('a list of %s in %s', (name, encoding, label) => {
  const page = SYSTEMS.find((one) => one.name === name);
  const html = (page?.html ?? '').replace('charset="utf-8"', `charset="${label}"`).replaceAll('￥', '&yen;');

  it('is read as its own words', () => {
    const url = page?.url ?? '';
    const read = readAnswer(encoded(html, encoding), { url, requestUrl: url, status: 200, contentType: 'text/html', role: 'search', platform: 'generic' });
    expect(read.outcome).toBe('ok');
    expect(read.outcome === 'ok' && read.items.map((item) => [item.title, item.price && decimalOf(item.price.money)])).toEqual(page?.items.map((ware) => [ware.title, ware.price]));
    expect(read).toMatchObject({ total: page?.total, next: page?.next });
  });
});
