import { describe, expect, test } from 'vitest';
import { composeDigest, groupsOf } from '../../../alerts/messages/compose.ts';
import { brand, factId } from '../../../model/ids.ts';
import type { Alert } from '../../../model/alert.ts';
import { at } from '../changes/support.ts';
import { ADVISED_ALERT, alertOf, PRICE_ALERT } from './samples.ts';

function about(no: number, title: string, alert: Alert): Alert {
  return { ...alert, id: factId('alert', no), episodeId: factId('episode', no), at: at(no), change: { ...alert.change, at: at(no), title, listingId: factId('listing', title), url: `https://shop.example/${encodeURIComponent(title.slice(-4).toLowerCase())}` } };
}

const { product: PRODUCT } = ADVISED_ALERT;
const TELLS: readonly Alert[] = [
  about(1, 'Vase\r\nBcc: x@y.example', alertOf('title')), about(2, 'Chair', alertOf('price', { reason: { baseline: 'previous', percent: -35 } })),
  about(3, 'Rug', alertOf('stock', { severity: 'critical' })), about(4, 'Lamp at Acme', ADVISED_ALERT), about(5, 'Lamp at Beta', { ...PRICE_ALERT, ...(PRODUCT ? { product: PRODUCT } : {}) }),
  about(6, 'Chair', alertOf('listing_returned', { moment: 'recovered', severity: 'info' })),
];
const SUPERSEDED = [about(7, 'Table', alertOf('price')), about(8, 'Bench', alertOf('promotion_started'))];
const png = new Uint8Array([1]);

describe('a digest', () => {
  test.each([['en', 'Europe/Berlin'], ['zh-CN', 'Asia/Shanghai']] as const)('in %s: grouped, the most important first, what is no longer true in one line', async (language, timezone) => {
    const charts = new Map([[TELLS[3]?.id ?? brand<Alert['id']>('x'), { png, alt: 'picture' }]]);
    const digest = composeDigest({ tells: TELLS, superseded: SUPERSEDED, since: at(1), reader: { language, timezone, links: { url: 'https://watch.example', secret: 'secret', valid: 86_400_000 } }, charts });
    expect(digest.severity).toBe('critical');
    expect(digest.groups.map((group) => group.chart?.alt)).toEqual([undefined, 'picture', undefined, undefined]);
    const text = [digest.headline, ...digest.groups.flatMap(({ title, pages }) => ['', title, ...pages.flatMap(({ lines, links }) => [...lines.map((line) => `  ${line}`), ...links.map(({ label, url }) => `    ${label} <${url}>`)])]), '', digest.superseded].join('\n');
    await expect(`${text}\n`).toMatchFileSnapshot(`golden/digest.${language}.txt`);
    expect([digest.headline, digest.superseded ?? '', ...digest.groups.flatMap(({ title, pages }) => [title, ...pages.flatMap(({ lines }) => lines)])].join('')).not.toMatch(/[\r\n]/);
  });

  test('says of each what was so already, what is told again, and which variant it is about', () => {
    const line = (reason: Partial<Alert['reason']>, language: 'en' | 'zh-CN') => composeDigest({ tells: [alertOf('stock', { reason: { baseline: 'previous', ...reason } })], superseded: [], since: at(1), reader: { language, timezone: 'UTC' } }).groups[0]?.pages[0]?.lines[0];
    expect(line({ already: 'first_sight' }, 'en')).toMatch(/^Already: Sold out · Variant XL · /);
    expect(line({ again: 'still' }, 'zh-CN')).toMatch(/^仍然：已售罄 · 规格 XL · /);
  });

  test('of nothing that still holds says so', () => {
    const reader = { language: 'en', timezone: 'UTC' } as const;
    expect(composeDigest({ tells: [], superseded: SUPERSEDED, since: at(1), reader })).toMatchObject({ headline: 'Nothing new: 2 alerts are over again', groups: [], severity: 'info' });
  });

  test('puts all that is about one own product together, wherever it is sold', () => {
    expect(groupsOf(TELLS).map((group) => group.map((alert) => alert.change.title.slice(0, 12)))).toEqual([['Rug'], ['Lamp at Acme', 'Lamp at Beta'], ['Chair', 'Chair'], ['Vase\r\nBcc: x']]);
  });

  describe('of which much is the same of many listings', () => {
    const label = 'Spend $300, save $50';
    const ended = alertOf('promotion_ended');
    const { detail } = ended.change;
    const many = (count: number, more: Partial<Alert> = {}): readonly Alert[] => Array.from({ length: count }, (_, no) => {
      const one = about(100 + no, `Article ${no}`, ended);
      return { ...one, ...more, change: { ...one.change, detail: detail.kind === 'promotion_ended' ? { ...detail, promotion: { ...detail.promotion, label } } : detail } };
    });

    test.each([['en', /^Promotion ended: Spend \$300, save \$50 – 500 listings of /, /Article 0; Article 1; .*and \d+ more \(rivalwatch changes\)$/], ['zh-CN', /^促销结束：Spend \$300, save \$50（.+，500 个商品）$/, /Article 0；Article 1；.*另有 \d+ 个，见 rivalwatch changes$/]] as const)('tells it as one thing in %s, and counts all', (language, title, names) => {
      const { groups, headline } = composeDigest({ tells: [...many(500), ...TELLS], superseded: [], since: at(1), reader: { language, timezone: 'UTC' } });
      expect(groups).toHaveLength(5);
      expect(headline).toContain('506');
      const group = groups.find((one) => title.test(one.title));
      const [, line = ''] = group?.pages[0]?.lines ?? [];
      expect(line).toMatch(names);
      expect(line.split(/; |；/).length - 1 + Number(/(\d+) (?:more|个)/.exec(line)?.[1])).toBe(500);
      expect(group?.pages[0]?.links.map(({ label: name }) => name)).toEqual(['shop.example']);
    });

    test('tells a few by themselves, and own products, other rules, ends and promotions apart', () => {
      expect(groupsOf(many(9))).toHaveLength(9);
      expect(groupsOf(many(10))).toHaveLength(1);
      expect(groupsOf([...many(10), ...many(10, { ruleId: brand('other') })].map((alert, no) => ({ ...alert, id: factId('alert', 'x', no) })))).toHaveLength(2);
      expect(groupsOf(many(10, PRODUCT ? { product: PRODUCT } : {})).map((group) => group.map(({ product }) => product?.sku))).toEqual([Array.from({ length: 10 }, () => PRODUCT?.sku)]);
      expect(groupsOf(many(20).map((alert, no) => ({ ...alert, ...(no % 2 === 0 ? { moment: 'recovered' as const } : {}) }))).map((group) => group.length)).toEqual([10, 10]);
    });
  });
});
