import { expect, it } from 'vitest';
import { remembered } from '../../../../crawlers/read/text/remembered.ts';

it('understands a short text once, also one that says nothing, and a long one each time', () => {
  const asked: string[] = [];
  const answer = remembered((text) => { asked.push(text); return text.startsWith('a') ? text.length : undefined; });
  const long = 'a'.repeat(101);
  expect(['ab', 'x', 'ab', 'x', long, long].map(answer)).toEqual([2, undefined, 2, undefined, 101, 101]);
  expect(asked).toEqual(['ab', 'x', long, long]);
});

it('begins anew when it has many', () => {
  let asked = 0;
  const answer = remembered((text) => { asked += 1; return text; });
  for (let round = 0; round < 2; round += 1) for (let no = 0; no < 8_001; no += 1) expect(answer(`text ${no}`)).toBe(`text ${no}`);
  expect(asked).toBe(16_002);
});
