import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../../../crawlers/read/index.ts';
import type { PageRead } from '../../../../crawlers/read/port.ts';
import { decimalOf } from '../../../../model/money.ts';

function answer(json: unknown, url = 'https://api.example.de/search?q=lampe', role: 'search' | 'catalogue' = 'search'): PageRead {
  return readAnswer(new TextEncoder().encode(JSON.stringify(json)), { url, requestUrl: url, status: 200, contentType: 'application/json', role, platform: 'generic' });
}

function shown(read: PageRead): unknown {
  if (read.outcome !== 'ok') return read.outcome;
  return read.empty === true ? 'empty' : read.items.map((item) => `${item.productId} ${item.title} ${item.price ? `${decimalOf(item.price.money)} ${item.price.money.currency}` : '?'}${item.listPrice ? ` was ${decimalOf(item.listPrice.money)}` : ''}`);
}

const lamps = [1, 2, 3].map((n) => ({ productId: `7000${n}`, name: `Lampe ${n}`, url: `/p/lampe-7000${n}`, price: { current: 10 * n, original: 15 * n, currency: 'EUR' } }));

describe('JSON answers of any shape', () => {
  it('are lists in the order they have, with the total', () => {
    const read = answer({ meta: { totalCount: 81 }, data: { products: lamps } });
    expect(shown(read)).toEqual(['70001 Lampe 1 10.00 EUR was 15.00', '70002 Lampe 2 20.00 EUR was 30.00', '70003 Lampe 3 30.00 EUR was 45.00']);
    expect(read).toMatchObject({ total: 81 });
    expect(read.outcome === 'ok' && read.items.map((item) => [item.position, item.organicPosition, item.url])).toEqual([1, 2, 3].map((n) => [n, n, `https://api.example.de/p/lampe-7000${n}`]));
  });

  it('put sections of one list together, and leave what is recommended', () => {
    expect(shown(answer({ sections: [{ title: 'A', products: lamps.slice(0, 2) }, { title: 'B', products: lamps.slice(2) }], recommendations: { products: lamps } }))).toHaveLength(3);
  });

  it('read the shape of a Chinese market without addresses', () => {
    const wareList = [1, 2, 3].map((n) => ({ wareId: `10007823${n}`, skuId: `10007823${n}`, wareName: `<font class="hl">露营</font>椅 ${n}`, jdPrice: `${n}45.00` }));
    expect(shown(answer({ code: 0, data: { wareList } }, 'https://api.m.jd.com/api?functionId=search'))).toEqual([1, 2, 3].map((n) => `10007823${n} 露营椅 ${n} ${n}45.00 CNY`));
  });

  it('say that there is nothing by an empty list of results', () => {
    expect(shown(answer({ total: 0, products: [] }))).toBe('empty');
    expect(shown(answer({ facets: [{ name: 'Colour' }], hits: [] }))).toBe('empty');
  });

  it.each([[{}], [[]], [{ error: 'no access' }], [{ user: { name: 'x' }, settings: [1, 2, 3] }], [{ pages: [{ title: 'About us', url: '/about' }, { title: 'Jobs', url: '/jobs' }, { title: 'Press', url: '/press' }] }], ['text']])('are no list without prices: %j', (json) => {
    expect(shown(answer(json))).toBe('parse_drift');
  });
});
