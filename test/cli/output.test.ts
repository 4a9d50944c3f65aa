import { describe, expect, test } from 'vitest';
import type { Io } from '../../cli/io.ts';
import { logFor } from '../../cli/log.ts';
import { counted, localTime, oneLine, paint, sizeText, sparkline, table, widthOf } from '../../cli/output.ts';
import { limitOf, pastTime, timeOf } from '../../cli/period.ts';
import { ioWith } from './support.ts';

const io = (isTty: boolean, env: NodeJS.ProcessEnv = {}): Io => ioWith({ isTty, env });

describe('width', () => {
  test.each([['abc', 3], ['价格', 4], ['ｱ', 1], ['￥１', 4], ['한국', 4], ['e\u0301', 1], ['👟', 2], ['👨‍👩‍👧', 2], ['\u001B[31mred\u001B[39m', 3], ['', 0], ['\u200b', 0], ['…', 1]])('%j takes %i columns', (text, columns) => {
    expect(widthOf(text)).toBe(columns);
  });

  test('columns stand under each other whatever the script', () => {
    expect(table(io(false), ['name', 'price'], [['鞋子', '¥199'], ['shoe', '$5'], ['', 'x']])).toBe('name  price\n鞋子  ¥199\nshoe  $5\n      x');
    expect(table(io(false), ['name'], [])).toBe('');
  });
});

test('text from pages cannot reach the terminal as commands', () => {
  expect(oneLine('a\u001B]0;owned\u0007\nb\u202Ec')).toBe('a ]0;owned b c');
  expect(oneLine('价格价格价格', 7)).toBe('价格价…');
});

test('sparklines: low to high, flat, gaps, the newest when there are too many', () => {
  expect(sparkline([1, 2, 3])).toBe('▁▅█');
  expect(sparkline([5, 5])).toBe('▄▄');
  expect(sparkline([1, undefined, 2])).toBe('▁ █');
  expect(sparkline([9, 1, 2], 2)).toBe('▁█');
  expect(sparkline([])).toBe('');
});

test('colours only on a terminal that wants them', () => {
  expect(paint(io(false), 'red', 'x')).toBe('x');
  expect(paint(io(true), 'red', 'x')).toBe('\u001B[31mx\u001B[39m');
  expect(paint(io(true, { NO_COLOR: '1' }), 'red', 'x')).toBe('x');
});

test('numbers of things and bytes', () => {
  expect([0, 1, 2].map((count) => counted(count, 'listing'))).toEqual(['0 listings', '1 listing', '2 listings']);
  expect([0, 640, 110_000, 2_400_000].map(sizeText)).toEqual(['0.0 kB', '0.6 kB', '110.0 kB', '2.4 MB']);
});

test('times in the operator\'s zone', () => {
  expect(localTime(new Date('2026-03-29T00:30:00Z'), 'Europe/Berlin')).toBe('2026-03-29 01:30 +01:00');
  expect(localTime(new Date('2026-03-29T01:30:00Z'), 'Europe/Berlin')).toBe('2026-03-29 03:30 +02:00');
  expect(localTime(new Date('2026-03-29T01:30:00Z'), 'UTC')).toBe('2026-03-29 01:30 +00:00');
});

test('a level of the log that there is not is a usage mistake', () => {
  expect(() => logFor(ioWith({ env: { RIVALWATCH_LOG: 'debgu' } }), 'info')).toThrow(/RIVALWATCH_LOG "debgu" is no level of the log\. Did you mean "debug"\?/);
  expect(['debug', 'silent', ''].map((level) => logFor(ioWith({ env: { RIVALWATCH_LOG: level } }), 'info').level)).toEqual(['debug', 'silent', 'info']);
});

test('periods', () => {
  const now = new Date('2026-08-29T12:00:00Z');
  const past = (text: string, timezone = 'Asia/Shanghai'): string => pastTime(text, now, '--since', timezone).toISOString();
  expect(past('24h')).toBe('2026-08-28T12:00:00.000Z');
  expect([past('2026-03-01'), past('2026-03-01', 'UTC'), past('2026-07-01', 'Europe/Berlin')]).toEqual(['2026-02-28T16:00:00.000Z', '2026-03-01T00:00:00.000Z', '2026-06-30T22:00:00.000Z']);
  expect([past('2026-03-01T08:00'), past('2026-03-01T08:00:30'), past('2026-03-01T08:00:30.5Z'), past('2026-03-01T08:00+02:00')]).toEqual(['2026-03-01T00:00:00.000Z', '2026-03-01T00:00:30.000Z', '2026-03-01T08:00:30.000Z', '2026-03-01T06:00:00.000Z']);
  for (const wrong of ['yesterday', '', '2026-13-01', '5', '-3h', '2026-03-01T25:00', '2026-03-01Z:00']) expect(() => past(wrong)).toThrow(/--since/);
  expect(() => past('2026-08-30')).toThrow(/--since "2026-08-30" lies in the future/);
  expect(timeOf('2026-08-30', now, '--until', 'UTC')).toEqual(new Date('2026-08-30T00:00:00Z'));
  for (const wrong of ['0', 'x', '-1', '99999999']) expect(() => limitOf(wrong)).toThrow(/--limit/);
  expect(limitOf('7')).toBe(7);
});
