import { expect, test } from 'vitest';
import { quietly, tooOften } from '../../workers/quiet.ts';

test('an error that comes again and again is told once in a while, with how often it came; another one at once', () => {
  let now = 0;
  const told: string[] = [];
  const hear = quietly((error, { times }) => told.push(times === undefined ? error.message : `${error.message} and ${times} more`), 30_000, () => now);
  for (let no = 0; no < 5_000; no += 1) hear(new Error('no room'));
  hear(new Error('no rights'));
  expect(told).toEqual(['no room', 'no rights']);
  now = 30_000;
  hear(new Error('no room'));
  hear(new Error('no room'));
  now = 90_000;
  hear(new Error('no rights'));
  hear(new Error('no room'));
  expect(told.slice(2)).toEqual(['no room and 4999 more', 'no rights', 'no room and 1 more']);
});

test('errors of endless kinds are not remembered without end', () => {
  const told: string[] = [];
  const hear = quietly((error) => told.push(error.message), 30_000, () => 0);
  for (let no = 0; no < 1_000; no += 1) hear(new Error(`kind ${no}`));
  expect(told).toHaveLength(1_000);
});

test('three within a second are too often, three within three are not', () => {
  let now = 0;
  const often = tooOften(3, () => now);
  expect([often(), often(), often(), often()]).toEqual([false, false, true, true]);
  const slowly = tooOften(3, () => (now += 1_001));
  expect([slowly(), slowly(), slowly()]).toEqual([false, false, false]);
});
