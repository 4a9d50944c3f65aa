import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
