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
});
