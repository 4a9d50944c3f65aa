import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../../crawlers/read/index.ts';
import { hints, page, product, read } from './pages.ts';

const card = (n: number): string => `<li class="card"><a href="/p/item-${n}"><img src="/i/${n}.jpg" alt="">Steel bottle ${n}</a><span class="price">£${n}.99</span></li>`;
const list = (cards: string): string => page(undefined, `<h1>Bottles</h1><ul>${cards}</ul><a rel="next" href="/bottles?page=2">Next</a>`).replaceAll('Cordless drill 18V', 'Bottles');

describe('roles', () => {
  it('search and catalogue: items of a list page and the next one', () => {
    for (const role of ['search', 'catalogue'] as const) {
      const answer = read(list([1, 2, 3, 4, 5].map(card).join('')), { role, url: 'https://shop.example/bottles' });
      if (answer.outcome !== 'ok') throw new Error(answer.detail);
      expect(answer.items.map(({ title, position }) => [position, title])).toEqual([1, 2, 3, 4, 5].map((n) => [n, `Steel bottle ${n}`]));
      expect(answer.next).toBe('https://shop.example/bottles?page=2');
    }
  });

  it('a list page that is none is parse_drift, not an empty shop', () => {
    expect(read(page(undefined, '<p>Welcome</p>'), { role: 'catalogue' }).outcome).toBe('parse_drift');
  });

  it('reviews: those of a product page', () => {
    const answer = read(page(product({}, { review: [{ '@type': 'Review', reviewBody: 'Good', datePublished: '2026-01-02', reviewRating: { ratingValue: 5 } }] })), { role: 'reviews' });
    expect(answer).toMatchObject({ outcome: 'ok', listings: [], reviews: [{ text: 'Good', rating: { value: 5, scale: 5 } }] });
  });

  it('reviews: JSON of an unknown shape, the same id each time', () => {
    const body = JSON.stringify({ data: { list: [{ user: { name: 'Jane Roe' }, body: 'Bad hinge', created_at: '2026-02-03T04:05:06Z', stars: 2 }] } });
    const [one, two] = [0, 1].map(() => readAnswer(Buffer.from(body), hints({ role: 'reviews', contentType: 'application/json' })));
    expect(one).toEqual(two);
    expect(one).toMatchObject({ outcome: 'ok', reviews: [{ text: 'Bad hinge', rating: { value: 2, scale: 5 }, createdAt: new Date('2026-02-03T04:05:06Z') }] });
    expect(JSON.stringify(one)).not.toContain('Roe');
  });

  it('page: the readable text, of a part when one is chosen', () => {
    const html = page(undefined, '<h1>Rules</h1><section id="rules"><p>Ship within 2 days.</p></section>');
    const answer = read(html, { role: 'page', select: '#rules' });
    expect(answer).toMatchObject({ outcome: 'ok', text: 'Ship within 2 days.' });
    expect(read(html, { role: 'page', select: '#gone' }).outcome).toBe('parse_drift');
  });

  it.each([[404, 'not_found'], [410, 'gone'], [429, 'rate_limited'], [503, 'server_error'], [403, 'blocked']])('status %i is %s and carries no data', (status, outcome) => {
    const answer = read(page(product()), { status });
    expect(answer.outcome).toBe(outcome);
    expect(answer).not.toHaveProperty('listings');
  });

  it('reads pages in the encoding they are in', () => {
    const html = Buffer.concat([Buffer.from('<html><head><meta charset="gbk"><title>'), Buffer.from([0xc9, 0xcc, 0xc6, 0xb7]), Buffer.from('</title></head><body><h1>'), Buffer.from([0xc9, 0xcc, 0xc6, 0xb7]), Buffer.from(`</h1><p class="price">CNY 12.50</p>${'<p>filler text of a page</p>'.repeat(80)}</body></html>`)]);
    const answer = readAnswer(html, hints({ contentType: 'text/html' }));
    if (answer.outcome !== 'ok') throw new Error(answer.detail);
    expect(answer.listings[0]?.fields.title).toMatchObject({ value: '商品' });
  });
});
