import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { drawChart } from '../../../../alerts/messages/chart/index.ts';
import { chartSvg } from '../../../../alerts/messages/chart/svg.ts';
import type { PriceHistory } from '../../../../model/price-history.ts';
import { currencyCode, moneyFromDecimal, type Money } from '../../../../model/money.ts';
import { moved } from '../../rules/support.ts';

function money(amount: string, currency: string): Money {
  const code = currencyCode(currency);
  const made = code && moneyFromDecimal(amount, code);
  if (!made) throw new Error(`no money: ${amount} ${currency}`);
  return made;
}

function history(currency: string, ...points: readonly (readonly [day: string, amount: string])[]): PriceHistory {
  return points.map(([day, amount]) => ({ at: new Date(day), money: money(amount, currency) }));
}

const HISTORIES: Readonly<Record<string, PriceHistory>> = {
  fell: history('USD', ['2026-09-01', '119.00'], ['2026-09-20', '89.90'], ['2026-10-01', '119.00'], ['2026-11-03', '99.50']),
  'new-low': history('CNY', ['2026-10-28T00:00:00+08:00', '1299'], ['2026-11-01T20:00:00+08:00', '1099.00'], ['2026-11-10T20:00:00+08:00', '899.01']),
  rose: history('JPY', ['2025-11-01', '12800'], ['2026-03-01', '9800'], ['2026-11-03', '14800']),
  hours: history('EUR', ['2026-11-10T08:00:00Z', '4.99'], ['2026-11-10T14:00:00Z', '3.49']),
};
const UNTIL = new Date('2026-11-11T12:00:00Z');

test.each(Object.entries(HISTORIES))('%s', async (name, points) => {
  const svg = chartSvg({ history: points, until: UNTIL, timezone: 'Asia/Shanghai' });
  expect(svg).not.toContain('<text');
  await expect(svg.replaceAll('><', '>\n<')).toMatchFileSnapshot(`golden/${name}.svg`);
  const chart = await drawChart({ history: points, at: UNTIL, change: moved(1, 10_000, 8_000) }, { language: 'zh-CN', timezone: 'Asia/Shanghai' });
  const folder = process.env['RIVALWATCH_TEST_PICTURES'];
  if (folder && chart) writeFileSync(join(folder, `${name}.png`), chart.png);
  const { width, height } = await sharp(chart?.png).metadata();
  expect([width, height]).toEqual([1120, 360]);
  expect((await sharp(chart?.png).stats()).entropy).toBeGreaterThan(0.2);
  expect(chart?.alt).toContain('最低');
});

test('any prices at any times are drawn, with nothing left of what a message must not hold', () => {
  const price = fc.record({ after: fc.integer({ min: 1, max: 400 * 86_400 }), minor: fc.oneof(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 100_000_000_000 })) });
  fc.assert(fc.property(fc.array(price, { minLength: 2, maxLength: 12 }), fc.constantFrom('USD', 'JPY', 'KWD'), (prices, code) => {
    let at = Date.parse('2026-01-01T00:00:00Z');
    const points = prices.map(({ after, minor }) => ({ at: new Date(at += after * 1_000), money: { ...money('0', code), minor } }));
    const svg = chartSvg({ history: points, until: new Date(at + 1_000), timezone: 'UTC' });
    expect(/NaN|Infinity|undefined|<text|<style|<script|ecmeta|pointer-events/.exec(svg)?.[0]).toBeUndefined();
  }), { numRuns: 25 });
});
