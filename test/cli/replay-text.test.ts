import { expect, test } from 'vitest';
import { progressOn, replayText } from '../../cli/replay-text.ts';
import type { ReplayReport } from '../../workers/replay/report.ts';
import { change } from '../alerts/rules/support.ts';
import { ioWith } from './support.ts';

const NONE: ReplayReport = { versions: { looked: 2, same: 2, differ: 0, unreadable: 0, notArchived: 0 }, fields: {}, changes: { appear: [], vanish: [], altered: [] }, unreadable: {}, applied: false };
const IN = { language: 'en', timezone: 'UTC' } as const;
const example = { field: 'price', before: '20.00 USD', after: '25.00 USD', url: 'https://shop.example/lamp', at: new Date('2026-01-05T10:00:00Z') } as const;
const DIFFERS: ReplayReport = {
  ...NONE, versions: { looked: 4, same: 1, differ: 2, unreadable: 1, notArchived: 0 }, unreadable: { 'too large': 1 },
  fields: { brand: { versions: 1, examples: [{ ...example, field: 'brand' }] }, price: { versions: 2, examples: [example, { ...example, before: '30.00 USD' }] } },
  changes: { appear: [change(1, { kind: 'title', from: 'Lamp', to: 'Desk lamp' })], vanish: Array.from({ length: 12 }, () => change(2, { kind: 'title', from: 'Lamp', to: 'Desk lamp' })), altered: [] },
};

test('what is read otherwise stands by field, the most frequent first, named once, and then the changes that follow', () => {
  const lines = replayText(ioWith(), IN, DIFFERS).split('\n');
  expect(lines[1]).toBe('  1 × too large');
  expect(lines.slice(3, 6).map((line) => line.trim().split(/ {2,}/).slice(0, 2))).toEqual([['price', '2'], ['2026-01-05 10:00', '30.00 USD'], ['brand', '1']]);
  expect(lines.filter((line) => line.includes('changes') || line.includes('change would'))).toEqual(['1 change would appear:', '12 changes would vanish:']);
  expect(lines.filter((line) => line.includes('Desk lamp'))).toHaveLength(1 + 10);
  expect(lines.at(-1)).toBe('Nothing was written; --apply does.');
  expect(replayText(ioWith(), IN, { ...DIFFERS, applied: true })).toMatch(/\n1 change appear:[^]*\nWritten\. Nobody was told\.$/);
  expect(replayText(ioWith(), IN, NONE).split('\n')).toHaveLength(1);
});

test.each([[true, 41, /^\r\[\.{40}\] 0\/200 listings\r[^]*#{40}\] 200\/200 listings\n$/], [false, 11, /^0 of 200 listings\n20 of 200 listings\n[^]*200 of 200 listings\n$/]] as const)('progress is said when a terminal (%s) would show that it moved', (isTty, times, said) => {
  const told: string[] = [];
  const progress = progressOn(ioWith({ isTty, stderr: (text) => void told.push(text) }));
  for (let done = 0; done <= 200; done += 1) progress(done, 200);
  expect(told).toHaveLength(times);
  expect(told.join('')).toMatch(said);
});
