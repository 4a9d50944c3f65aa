import { expect } from 'vitest';
import { picturesAt, savePictures } from '../../storage/pictures.ts';
import { applyRetention } from '../../storage/retention.ts';
import { test, time } from './support.ts';

const [a, b] = ['https://img.example/a.jpg?v=1', 'https://img.example/b.jpg'] as const;

test('what a picture looks like is kept by its whole address, also that it is none', async ({ store }) => {
  await savePictures(store, new Map([[a, 'ff.00'], [b, null]]), time(1));
  expect(await picturesAt(store, [a, b, 'https://img.example/a.jpg?v=2'])).toEqual(new Map([[a, 'ff.00'], [b, null]]));
  expect(await picturesAt(store, [])).toEqual(new Map());
});

test('what is known of an address stays when it is asked twice at once', async ({ store }) => {
  await savePictures(store, new Map([[a, 'ff.00']]), time(1));
  await savePictures(store, new Map([[a, '00.00']]), time(2));
  expect(await picturesAt(store, [a])).toEqual(new Map([[a, 'ff.00']]));
});

test('is forgotten after more than a year', async ({ store }) => {
  await savePictures(store, new Map([[a, 'ff.00']]), time(0));
  const settings = { archiveDays: 1, archiveBytes: 1e9, crawlDays: 1, deliveryDays: 1 };
  expect(await applyRetention(store, settings, time(399 * 1_440))).toMatchObject({ pictures: 0 });
  expect(await applyRetention(store, settings, time(401 * 1_440))).toMatchObject({ pictures: 1 });
  expect((await picturesAt(store, [a])).size).toBe(0);
});
