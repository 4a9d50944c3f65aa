import { expect, test } from 'vitest';
import { checkScene, type Checked } from '../../demo/check.ts';
import { since, type Recorded } from '../../demo/recorded.ts';
import { exitCode, fit, table, verdictLine } from '../../demo/report.ts';
import { widthOf } from '../../cli/output.ts';
import { CHANNEL_NAMES } from '../../demo/channels.ts';
import { told, type Scene } from '../../demo/scenes/scene.ts';
import type { Alert } from '../../model/alert.ts';
import type { Change, ChangeDetail } from '../../model/change.ts';
import { brand } from '../../model/ids.ts';
import { currencyCode, moneyFromDecimal } from '../../model/money.ts';
import type { Price } from '../../model/listing.ts';

const at = new Date('2026-01-07T12:00:00Z');
const nothing: Recorded = { changes: [], alerts: [], recommendations: [], crawls: [], listings: [], looks: [], messages: new Map() };

function price(decimal: string): Price {
  const currency = currencyCode('USD');
  const money = currency && moneyFromDecimal(decimal, currency);
  if (!money) throw new Error(decimal);
  return { kind: 'page', money };
}

function change(detail: ChangeDetail, path = '/p/1', id = `${detail.kind}${path}`): Change {
  return { id: brand(id), sourceId: brand('shop'), targetId: brand('t'), subjectId: brand('s'), crawlId: brand('c'), at, title: 'Stove', url: `http://127.0.0.1:4000${path}`, detail };
}
const down = change({ kind: 'price', from: price('63.99'), to: price('54.99'), percent: -14 });

function alert(rule: string, moment: Alert['moment'] = 'fired'): Alert {
  return { id: brand(rule), episodeId: brand('e'), ruleId: brand(rule), severity: 'info', moment, change: down, reason: { baseline: 'previous' }, at, channels: [] };
}

const scene: Scene = {
  name: 'price-down', title: 'Down', titleZh: '降', act: (world) => world,
  expect: [{ fact: 'change', kind: 'price', at: '/p/1', from: '63.99 USD', to: '54.99 USD' }, { fact: 'alert', rule: 'price-drop' }, told({ slack: 1 })],
  forbid: [{ fact: 'change', kind: 'stock' }],
};
const recorded: Recorded = { ...nothing, changes: [down], alerts: [alert('price-drop')], messages: new Map([['slack', ['x']]]) };
const failed = (checked: readonly Checked[]): string[] => checked.filter((one) => !one.held).map((one) => one.expected);

test('all holds when the record is exactly as expected', () => {
  expect(failed(checkScene(scene, recorded))).toEqual([]);
  expect(checkScene(scene, recorded)).toHaveLength(5);
});

test.each<[string, Partial<Recorded>, string[]]>([
  ['nothing happened', nothing, ['change price 63.99 USD → 54.99 USD /p/1', 'alert price-drop', 'told: Slack']],
  ['the change is there twice', { changes: [down, { ...down, id: brand('again') }] }, ['change price 63.99 USD → 54.99 USD /p/1']],
  ['another amount', { changes: [change({ kind: 'price', from: price('63.99'), to: price('0.00'), percent: -100 })] }, ['change price 63.99 USD → 54.99 USD /p/1']],
  ['another listing changed as well', { changes: [down, change({ kind: 'price', from: price('1.00'), to: price('2.00'), percent: 100 }, '/p/2')] }, ['nothing else']],
  ['what is forbidden happened', { changes: [down, change({ kind: 'stock', from: 'in_stock', to: 'out_of_stock' })] }, ['no change stock', 'nothing else']],
  ['an alert too many', { alerts: [alert('price-drop'), alert('sold-out')] }, ['nothing else']],
  ['a message on another channel', { messages: new Map([['slack', ['x']], ['feishu', ['x']]]) }, ['told: Slack']],
  ['a message too many', { messages: new Map([['slack', ['x', 'x']]]) }, ['told: Slack']],
])('does not hold when %s', (_, over, wrong) => expect(failed(checkScene(scene, { ...recorded, ...over }))).toEqual(wrong));

test('what a scene allows is no mistake, and not asked for', () => {
  const allowing: Scene = { ...scene, allow: { changes: ['review_count'], rules: ['promotion'] } };
  const more = { ...recorded, changes: [down, change({ kind: 'review_count', from: { value: 1, lowerBound: false }, to: { value: 2, lowerBound: false } })], alerts: [...recorded.alerts, alert('promotion')] };
  expect(failed(checkScene(allowing, more))).toEqual([]);
  expect(failed(checkScene(allowing, recorded))).toEqual([]);
});

test('only what is new since a moment counts', () => {
  const later: Recorded = { ...recorded, changes: [down, change({ kind: 'title', from: 'a', to: 'b' })], messages: new Map([['slack', ['x', 'y']]]) };
  expect(since(recorded, later)).toMatchObject({ changes: [{ detail: { kind: 'title' } }], alerts: [], messages: expect.objectContaining({ size: CHANNEL_NAMES.length }) });
  expect(since(recorded, later).messages.get('slack')).toEqual(['y']);
});

test('the closing table keeps its columns with Chinese text and shows what was seen where it failed', () => {
  const rows: Checked[] = [{ scene: 'promotion', expected: 'promotion_started "满300减50"', seen: 'none', held: false }, { scene: 'promotion', expected: 'x', seen: 'y'.repeat(300), held: true }];
  const lines = table(rows, 100).split('\n');
  expect(lines.filter((line) => line.includes('│')).map((line) => widthOf(line.slice(0, line.indexOf('│'))))).toEqual([20, 20, 20].map((_, i, all) => all[0] === undefined ? 0 : widthOf(lines[0]?.slice(0, lines[0].indexOf('│')) ?? '')));
  expect(Math.max(...lines.slice(0, 2).map(widthOf))).toBeLessThanOrEqual(100);
  expect(lines.join('\n')).toContain('seen:     none');
  expect([verdictLine(rows), exitCode(rows), exitCode([]), exitCode(rows.slice(1))]).toEqual(['demo: 1 of 2 expectations held', 1, 1, 0]);
});

test.each([['abc', 5, 'abc  '], ['满300减50', 6, '满300…'], ['满减', 3, '满…'], ['满减满', 4, '满… '], ['', 2, '  ']])('%s in %i columns is "%s"', (text, width, fitted) => {
  expect(fit(text, width)).toBe(fitted);
  expect(widthOf(fit(text, width))).toBe(width);
});
