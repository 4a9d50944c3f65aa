import { expect, test } from 'vitest';
import { retryAfter } from '../../model/retry-after.ts';

test.each([
  [undefined, undefined, undefined], ['120', undefined, 120_000], ['0', undefined, 0], ['1.5', undefined, 1_500], [' 7 ', undefined, 7_000], ['-5', undefined, undefined], ['', undefined, undefined],
  ['soon', undefined, undefined], ['7 days', undefined, undefined],
  ['Mon, 23 Nov 2026 10:01:00 GMT', undefined, 60_000], ['Mon, 23 Nov 2026 09:00:00 GMT', undefined, 0], ['Monday, 23-Nov-26 10:01:00 GMT', undefined, 60_000],
  ['Tue, 01 Jan 2030 00:00:30 GMT', 'Tue, 01 Jan 2030 00:00:00 GMT', 30_000],
])('Retry-After "%s" with Date "%s" is %s ms', (header, date, expected) => {
  expect(retryAfter(header, new Date('2026-11-23T10:00:00Z'), date)).toBe(expected);
});
