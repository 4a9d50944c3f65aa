import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../../../crawlers/read/index.ts';
import type { ReadHints } from '../../../../crawlers/read/port.ts';
import { clockOf, makeReview } from '../../../../crawlers/read/reviews/make.ts';
import type { Review } from '../../../../model/listing.ts';
import { hints, listing, page, product } from '../pages.ts';

function answered(json: unknown, more: Partial<ReadHints> = {}): readonly Review[] {
  const answer = readAnswer(Buffer.from(typeof json === 'string' ? json : JSON.stringify(json)), hints({ role: 'reviews', contentType: 'application/json', ...more }));
  if (answer.outcome !== 'ok') throw new Error(`${answer.outcome}: ${answer.detail}`);
  return answer.reviews;
}

const review = (body: string, more: Record<string, unknown> = {}): unknown => ({ '@type': 'Review', reviewBody: body, author: { '@type': 'Person', name: 'Jane Q. Public', image: 'https://x.example/jane.jpg' }, ...more });
const onPage = (...reviews: unknown[]): readonly Review[] => listing(page(product({}, { review: reviews }))).reviews;

describe('reviews of JSON-LD', () => {
  it('have text, stars, date and nothing of who wrote them', () => {
    const reviews = onPage(review('Strong and light', { datePublished: '2024-05-01', reviewRating: { ratingValue: '4', bestRating: '5' } }), review('Battery died', { dateCreated: '2024-05-02T10:00:00+02:00', reviewRating: { ratingValue: 1 } }));
    expect(reviews).toMatchObject([
      { text: 'Strong and light', rating: { value: 4, scale: 5 }, createdAt: new Date('2024-05-01T00:00:00Z') }, { text: 'Battery died', rating: { value: 1, scale: 5 }, createdAt: new Date('2024-05-02T08:00:00Z') },
    ]);
    expect(JSON.stringify(reviews)).not.toMatch(/Jane|jane/);
  });

  it('may have only a title, or a description', () => {
    expect(onPage(review('', { reviewBody: undefined, name: 'Fine' })).map(({ text }) => text)).toEqual(['Fine']);
    expect(onPage({ '@type': 'Review', description: 'So so' }).map(({ text }) => text)).toEqual(['So so']);
    expect(onPage({ '@type': 'Review', reviewRating: { ratingValue: 5 } })).toEqual([]);
  });

  it('are on the scale of the highest score where they do not say it', () => {
    expect(onPage(review('a', { reviewRating: { ratingValue: 3 } }), review('b', { reviewRating: { ratingValue: 9 } })).map(({ rating }) => rating)).toEqual([{ value: 3, scale: 10 }, { value: 9, scale: 10 }]);
    expect(onPage(review('a', { reviewRating: { ratingValue: 3 } }), review('b', { reviewRating: { ratingValue: 80, bestRating: 100 } })).map(({ rating }) => rating)).toEqual([{ value: 3, scale: 5 }, { value: 80, scale: 100 }]);
    expect(onPage(review('a', { reviewRating: { ratingValue: 7, bestRating: 5 } }))[0]?.rating).toBeUndefined();
    expect(onPage(review('a', { reviewRating: { ratingValue: 0 } }))[0]?.rating).toBeUndefined();
  });

  it('are taken once, however often the page marks them up', () => {
    const one = review('Strong and light', { datePublished: '2024-05-01' });
    expect(onPage(one, one)).toHaveLength(1);
    const html = page(product({}, { review: [one] }), '<h1>Cordless drill 18V</h1><div itemprop="review" itemscope itemtype="https://schema.org/Review"><p itemprop="reviewBody">Strong and light</p></div><p class="price">€119.00</p>');
    expect(listing(html).reviews).toHaveLength(1);
  });
});

describe('reviews of microdata', () => {
  it('have text, stars and date', () => {
    const one = '<div itemprop="review" itemscope itemtype="https://schema.org/Review"><span itemprop="author">Jane</span><time itemprop="datePublished" datetime="2024-05-01">1 May</time><div itemprop="reviewRating" itemscope itemtype="https://schema.org/Rating"><meta itemprop="ratingValue" content="2"><meta itemprop="bestRating" content="5"></div><p itemprop="reviewBody">Too loud</p></div>';
    const { reviews } = listing(page(undefined, `<div itemscope itemtype="https://schema.org/Product"><h1 itemprop="name">Cordless drill 18V</h1><p class="price">€119.00</p>${one}</div>`));
    expect(reviews).toEqual([{ id: expect.any(String) as unknown, text: 'Too loud', rating: { value: 2, scale: 5 }, createdAt: new Date('2024-05-01T00:00:00Z') }]);
  });
});

describe('reviews of Chinese platforms', () => {
  const taobao = { rateDetail: { rateList: [{ id: 101, rateContent: '质量很好', rateDate: '2024-05-01 00:30:00', auctionSku: '颜色:红', displayUserNick: '小***明', headPicUrl: '//x/h.jpg' }, { id: 102, rateContent: '一般', rateDate: '2024-05-02 12:00:00' }] } };
  const jd = { comments: [{ id: 7, content: '不错', creationTime: '2024-05-01 23:30:00', score: 5, productColor: '黑色', nickname: 'j***n' }] };
  it('are dated by the clock of China', () => {
    expect(answered(taobao, { platform: 'taobao' })).toMatchObject([{ text: '质量很好', skuText: '颜色:红', createdAt: new Date('2024-04-30T16:30:00Z') }, { text: '一般', createdAt: new Date('2024-05-02T04:00:00Z') }]);
    expect(answered(`fetchJSON_comment98(${JSON.stringify(jd)});`, { platform: 'jd', contentType: 'application/javascript' })).toMatchObject([{ text: '不错', rating: { value: 5, scale: 5 }, createdAt: new Date('2024-05-01T15:30:00Z') }]);
    expect(answered(taobao, { url: 'https://rate.tmall.com/list_detail_rate.htm' })).toMatchObject([{ createdAt: new Date('2024-04-30T16:30:00Z') }, {}]);
  });
  it('carry no name and no picture', () => {
    for (const json of [taobao, jd]) expect(JSON.stringify(answered(json))).not.toMatch(/小\*|j\*|\.jpg/);
  });
  it('are opened where they are wrapped', () => expect(answered({ data: { list: [{ commentInfo: { commentId: 9, commentData: '好评', commentDate: '2024-05-01 10:00:00' } }] } })).toMatchObject([{ text: '好评' }]));
});

describe('reviews of other interfaces', () => {
  it('read stars as numbers, words and signs, on one scale', () => {
    expect(answered([{ id: 1, body: 'a', rating: 3 }, { id: 2, body: 'b', rating: 10 }]).map(({ rating }) => rating)).toEqual([{ value: 3, scale: 10 }, { value: 10, scale: 10 }]);
    expect(answered([{ id: 1, body: 'a', rating: '4 out of 5' }, { id: 2, body: 'b', rating: { value: 4, max: 10 } }]).map(({ rating }) => rating)).toEqual([{ value: 4, scale: 5 }, { value: 4, scale: 10 }]);
  });
  it('take the longest list of reviews', () => {
    const list = (n: number): unknown[] => Array.from({ length: n }, (_, i) => ({ id: i, body: `text ${i}`, created_at: '2024-05-01T10:00:00Z' }));
    expect(answered({ pinned: list(1), all: { reviews: list(3) } })).toHaveLength(3);
  });
  it('are none where the answer says so', () => expect(answered({ reviews: [] })).toEqual([]));
  it('are no links and no bare texts', () => {
    expect(() => answered({ links: [{ id: 1, text: 'https://x.example', date: '2024-05-01' }, { id: 2, text: 'menu' }] })).toThrow('parse_drift');
  });
});

describe('dates', () => {
  const date = (text: string, more: Partial<ReadHints> = {}): Date | undefined => makeReview({ text: 'x', date: text }, clockOf({ ...hints(more) })).createdAt;
  const now = new Date('2024-05-10T12:00:00Z');
  it.each([
    ['2024-05-01', '2024-05-01T00:00:00Z'], ['2024-05-01T10:00:00Z', '2024-05-01T10:00:00Z'], ['2024-05-01T10:00:00+0800', '2024-05-01T02:00:00Z'], ['2024-05-01T10:00:00.123-05:00', '2024-05-01T15:00:00Z'], ['2024-05-01 10:00:00', '2024-05-01T10:00:00Z'], ['2024/5/1', '2024-05-01T00:00:00Z'], ['2024年5月1日', '2024-05-01T00:00:00Z'],
    ['1714557600000', '2024-05-01T10:00:00Z'], ['1714557600', '2024-05-01T10:00:00Z'], ['May 1, 2024', '2024-05-01T00:00:00Z'], ['1. Mai 2024', '2024-05-01T00:00:00Z'], ['Reviewed in Germany on 1 May 2024', '2024-05-01T00:00:00Z'], ['Revisado en España el 1 de mayo de 2024', '2024-05-01T00:00:00Z'], ['1 maja 2024', '2024-05-01T00:00:00Z'],
  ])('%s', (text, moment) => expect(date(text)).toEqual(new Date(moment)));
  it.each([
    ['https://shop.example.cn/p', '2024-05-01 10:00', '2024-05-01T02:00:00Z'], ['https://www.jd.com/p', '2024-05-01 10:00', '2024-05-01T02:00:00Z'], ['https://shop.example.jp/p', '2024年5月1日 10:00', '2024-05-01T01:00:00Z'], ['https://shop.example.jp/p', '2024年5月1日', '2024-05-01T00:00:00Z'], ['https://shop.example.kr/p', '2024-05-01 10:00', '2024-05-01T01:00:00Z'], ['https://shop.example.de/p', '2024-05-01 10:00', '2024-05-01T10:00:00Z'], ['https://shop.example.cn/p', '2024-05-01T10:00:00Z', '2024-05-01T10:00:00Z'],
  ])('on %s: %s', (url, text, moment) => expect(date(text, { url })).toEqual(new Date(moment)));
  it('counts back from when the page was fetched, and not without that', () => {
    expect(date('3 days ago', { fetchedAt: now })).toEqual(new Date('2024-05-07T12:00:00Z'));
    expect(date('3天前', { fetchedAt: now })).toEqual(new Date('2024-05-07T12:00:00Z'));
    expect(date('3 days ago')).toBeUndefined();
  });
  it.each(['', 'soon', '2024-13-45', '99999', '0000-00-00', '2024-02-30'])('"%s" is none', (text) => expect(date(text)).toBeUndefined());
});

describe('ids', () => {
  it('are the platform’s own, else made of text and date, the same each time', () => {
    const id = (text: string, date?: string, own?: string): string => makeReview({ id: own, text, date }).id;
    expect(id('Good', '2024-05-01')).toBe(id('Good', '2024-05-01'));
    expect(id('Good', '2024-05-01')).not.toBe(id('Good', '2024-05-02'));
    expect(id('Good', '2024-05-01')).not.toBe(id('Bad', '2024-05-01'));
    expect(id('Good', '2024-05-01', '17')).toBe(id('Good, edited', '2024-05-03', '17'));
  });
  it('do not change as a review grows older', () => {
    const at = (day: string, said: string): string => makeReview({ text: 'Good', date: said }, { now: new Date(day) }).id;
    expect(at('2024-05-10T00:00:00Z', '3 days ago')).toBe(at('2024-05-11T00:00:00Z', '4 days ago'));
    expect(at('2024-05-10T00:00:00Z', '昨天')).toBe(at('2024-05-11T00:00:00Z', '前天'));
  });
  it('are equal for equal facts, whatever they are', () => {
    fc.assert(fc.property(fc.string(), fc.option(fc.string(), { nil: undefined }), (text, date) => { expect(makeReview({ text, date }).id).toBe(makeReview({ text, date }).id); }));
  });
});
