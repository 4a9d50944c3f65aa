import { describe, expect, it } from 'vitest';
import { messageOf } from '../../../alerts/messages/message.ts';
import { plainText } from '../../../alerts/channels/text.ts';
import { CHANGE_KINDS, type ChangeDetail } from '../../../model/change.ts';
import type { Outcome } from '../../../model/outcome.ts';
import { money } from '../../../model/money.ts';
import { brand } from '../../../model/ids.ts';
import { currency, price } from '../changes/support.ts';
import { ADVISED_ALERT, alertOf, PRICE_ALERT, SAMPLES } from './samples.ts';
import { change, PRODUCT } from '../rules/support.ts';

const english = { language: 'en', timezone: 'Europe/Berlin' } as const;
const chinese = { language: 'zh-CN', timezone: 'Asia/Shanghai' } as const;

describe('a price alert', () => {
  it('says what, from, to, where, when, why, the own product and the evidence', () => {
    expect(plainText(messageOf(PRICE_ALERT, english))).toBe([
      'Price down 20%: Desk lamp', '', 'Before: $100.00', 'Now: $80.00', 'By −$20.00 (−20%)', 'Your LAMP-1 (Our lamp): $95.00', '',
      'Where: acme · acme-shop', 'When: Jan 5, 2026, 11:00 GMT+1',
      'Why: Rule price-drop: −20% against the last value, threshold 5%, 2 earlier changes counted in',
      'Evidence: JSON-LD offers[0].price: “19.99”, archive abababababab', 'Open page: https://shop.example/p1',
    ].join('\n'));
  });

  it('says the same in Chinese, in the time of the operator', () => {
    expect(plainText(messageOf(PRICE_ALERT, chinese))).toBe([
      '降价 20%：Desk lamp', '', '原：US$100.00', '现：US$80.00', '幅度 −US$20.00（−20%）', '我方 LAMP-1（Our lamp）：US$95.00', '',
      '来源：acme · acme-shop', '时间：2026年1月5日 18:00 GMT+8',
      '原因：规则 price-drop：与上一次相比 −20%，阈值 5%，合并了此前 2 次变动',
      '依据：JSON-LD offers[0].price：“19.99”，存档 abababababab', '打开页面：https://shop.example/p1',
    ].join('\n'));
  });

  it('shows no movement as none, however small', () => {
    const moved = (percent: number) => messageOf({ ...PRICE_ALERT, change: change(2, { kind: 'price', from: price(26_000), to: price(25_990), percent }), reason: { baseline: 'previous' } }, english).headline;
    expect([moved(-0.0385), moved(-0.05), moved(-20)]).toEqual([expect.stringContaining('down 0.04%'), expect.stringContaining('down 0.1%'), expect.stringContaining('down 20%')]);
  });

  it('writes money as the currency has it', () => {
    const yen = { kind: 'page', money: money(1_200, currency('JPY')) } as const;
    const dinar = { kind: 'page', money: money(1_500, currency('KWD')) } as const;
    const message = messageOf({ ...PRICE_ALERT, change: change(2, { kind: 'price', from: yen, to: dinar, percent: -1 }), reason: { baseline: 'previous' } }, english);
    expect([message.from?.text, message.to?.text]).toEqual(['¥1,200', 'KWD\u00a01.500']);
  });

  it('uses the figures of the baseline, when that is not the last value', () => {
    const message = messageOf({ ...PRICE_ALERT, reason: { baseline: 'last_alerted', from: price(16_000).money, to: price(8_000).money, percent: -50 } }, english);
    expect([message.headline, message.from?.text, message.to?.text]).toEqual(['Price down 50%: Desk lamp', '$160.00', '$80.00']);
  });

  it('against the own price names both prices', () => {
    const alert = { ...PRICE_ALERT, reason: { baseline: 'own_price', from: PRODUCT.price, to: price(8_000).money, percent: -15.8 } } as const;
    expect(messageOf(alert, english)).toMatchObject({ headline: 'Rival below your price by 15.8%: Desk lamp', from: { text: '$95.00 (yours)' }, to: { text: '$80.00 (rival)' } });
    expect(messageOf({ ...alert, moment: 'recovered', reason: { ...alert.reason, percent: 2 } }, chinese).headline).toBe('对手价格不再低于我方：Desk lamp');
  });
});

it('shows no value as nothing, nor a share of nothing', () => {
  const blank = alertOf('title', { change: { ...change(2, { kind: 'title', from: '\u200B', to: 'Lamp' }), title: ' \u2066' } });
  expect(messageOf(blank, english)).toMatchObject({ headline: 'Title changed', from: { text: '…' }, to: { text: 'Lamp' } });
  const free = alertOf('price', { reason: { baseline: 'previous' }, change: change(2, { kind: 'price', from: price(0), to: price(500), percent: 100 }) });
  expect(messageOf(free, english)).toMatchObject({ headline: 'Price up: Desk lamp', from: { text: '$0.00' }, lines: expect.arrayContaining(['By +$5.00']) });
  expect(messageOf(free, chinese).headline).toBe('涨价：Desk lamp');
});

describe('every kind of change', () => {
  it.each(CHANGE_KINDS)('%s has words in both languages', (kind) => {
    for (const language of [english, chinese]) {
      const message = messageOf(alertOf(kind), language);
      expect(message.what).not.toBe('');
      expect(message.headline).toMatch(/^\S.*(: |：)Desk lamp$/);
      expect(plainText(message)).not.toMatch(/undefined|\[object|NaN|Invalid/);
    }
    expect(messageOf(alertOf(kind), english).headline).not.toBe(messageOf(alertOf(kind), chinese).headline);
  });

  it.each([['robots_unreachable', 'Source cannot be reached', '来源无法访问'], ['network_error', 'Source cannot be reached', '来源无法访问'], ['challenge', 'Source blocks us', '来源拒绝访问'], ['robots_refused', 'Source blocks us', '来源拒绝访问'],
    ['address_refused', 'Source is not fetched', '来源未抓取'], ['too_large', 'Source is not fetched', '来源未抓取']] as const)('says of %s who is at fault', (outcome, inEnglish, inChinese) => {
    const alert = alertOf('source_blocked', { change: change(2, { kind: 'source_blocked', outcome, examples: [] }) });
    expect(messageOf(alert, english).headline).toContain(inEnglish);
    expect(messageOf(alert, chinese).headline).toContain(inChinese);
  });

  it('advises to come less often only where that helps', () => {
    const advice = (outcome: Outcome): string => plainText(messageOf(alertOf('source_blocked', { change: change(2, { kind: 'source_blocked', outcome, examples: [] }) }), english));
    expect(advice('challenge')).toContain('Crawl less often');
    expect(advice('address_refused')).toContain('allowPrivateAddresses');
    for (const outcome of ['robots_refused', 'address_refused', 'too_large', 'too_many_redirects', 'timeout'] as const) expect(advice(outcome)).not.toContain('Crawl less often');
  });

  it('names the fields that cannot be read in the language of the message', () => {
    expect(plainText(messageOf(alertOf('reading_broken'), chinese))).toContain('多数页面读不到：价格。');
    expect(plainText(messageOf(alertOf('reading_broken'), english))).toContain('missing on most of them: price.');
    const broken = (moved: Extract<ChangeDetail, { kind: 'reading_broken' }>['moved'] = []): readonly string[] => [english, chinese].map((to) => plainText(messageOf(alertOf('reading_broken', { change: change(2, { kind: 'reading_broken', fields: [], moved, examples: [] }) }), to)));
    // Only read from elsewhere: nothing is missing. Not read at all: everything is.
    const elsewhere = broken([{ field: 'price', from: 'json-ld', to: 'text' }]);
    expect(elsewhere.map((text) => /missing|读不到/.test(text))).toEqual([false, false]);
    expect(elsewhere).toEqual([expect.stringContaining('price: so far from'), expect.stringContaining('价格：此前来自')]);
    expect(broken()).toEqual([expect.stringContaining('missing on most of them: all fields.'), expect.stringContaining('多数页面读不到：全部字段。')]);
  });

  it('says of an end and of a return what they are', () => {
    expect(messageOf(alertOf('search_rank', { moment: 'recovered' }), english).headline).toBe('Search place 3 regained: Desk lamp');
    expect(messageOf(alertOf('stock', { change: change(2, { kind: 'stock', from: 'out_of_stock', to: 'low' }) }), english).headline).toBe('Back: low stock: Desk lamp');
  });
});

it('is made of the record alone, whatever is true by now', () => {
  // The product is dearer and the listing called otherwise by now; the record says what was.
  const record = structuredClone(PRICE_ALERT);
  const before = plainText(messageOf(record, english));
  const now = { product: { ...PRODUCT, price: price(99_999).money }, listing: { title: 'Another name', price: price(1) } };
  const after = plainText(messageOf(structuredClone(PRICE_ALERT), english));
  expect(after).toBe(before);
  expect(after).not.toContain(now.listing.title);
  expect(after).toContain('$95.00');
});

it('stays on one line in the headline and within bounds everywhere', () => {
  const long = { ...change(2, SAMPLES.negative_reviews), title: `Lamp\r\nBcc: x@y.example ${'x'.repeat(1_000)}`, url: 'javascript:alert(1)' };
  const reviews = Array.from({ length: 60 }, (_, index) => ({ id: brand<never>(`r${index}`), text: 'y'.repeat(5_000) }));
  const message = messageOf(alertOf('negative_reviews', { change: { ...long, detail: { kind: 'negative_reviews', reviews } } }), english);
  expect(message.headline).toHaveLength(150);
  expect(message.headline).not.toMatch(/[\r\n]/);
  expect(message.lines.length).toBeLessThanOrEqual(25);
  expect(Math.max(...message.lines.map((line) => line.length))).toBeLessThanOrEqual(600);
  expect(message.links).toEqual([]);
});

it('says by how much, which article of whom, how sure, and what is advised', () => {
  const inEnglish = messageOf(ADVISED_ALERT, english);
  expect(inEnglish.lines).toEqual(expect.arrayContaining(['By −$20.00 (−20%)', 'Article L-100 · sold by Beta <b>Shop</b>', 'Advised: lower your price, $95.00 → $80.00', 'The lowest comparable rival asks $80.00.']));
  expect(inEnglish.evidence?.text).toMatch(/ · 97% sure$/);
  const inChinese = messageOf(ADVISED_ALERT, chinese);
  expect(inChinese.lines).toEqual(expect.arrayContaining(['幅度 −US$20.00（−20%）', '商品编号 L-100 · 卖家 Beta <b>Shop</b>', '建议：降价，US$95.00 → US$80.00']));
  // The reason is in the language of the configuration: it is left out for readers of another one.
  expect(inChinese.lines.join()).not.toContain('comparable');
  expect(inChinese.evidence?.text).toMatch(/可信度 97%$/);
});
