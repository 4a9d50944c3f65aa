import { expect } from 'vitest';
import { brand } from '../../model/ids.ts';
import { quiet } from '../workers/delivery-support.ts';
import { clockAt, sourceOf, test, until } from '../workers/support.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
// In the future: the server clears away leases that lapsed by its own clock.
const START = new Date('2086-03-30T21:00:00Z');
const ALL = ['schedule', 'crawl', 'diff', 'alert', 'notify', 'recommend'] as const;

test('a clock set back by a day while the program runs: runs, alerts and cooldowns go on, and nothing is told twice', async ({ shop, open }) => {
  const clock = clockAt(START);
  const yaml = `${sourceOf(shop)}targets:\n  lamp: { kind: product, url: "${shop.origin}/p/lamp", freshness: 1ms, every: 1h }\nrules:\n  cheaper: { preset: price-drop, cooldown: 2h }\n  gone: { preset: sold-out }\n`;
  const pipeline = await open(yaml, { start: { only: ALL, tickEvery: 100, clock: clock.read } });
  const { store, slack, workers } = pipeline;
  const said = (): readonly string[] => slack.messages.map(({ text }) => text);
  /** So many crawls are over, and all is told that came of them: whoever is at work while the clock jumps loses what he has leased. */
  const settled = async (crawls: number): Promise<void> => {
    await until(() => store.crawls.count({ stage: 'done' })).toBe(crawls);
    await quiet(pipeline, clock);
  };
  await settled(1);
  shop.set('lamp', { price: '90.00' });
  clock.move(HOUR + 60_000);
  await settled(2);
  expect(said()).toEqual(['Price down 10%: Desk lamp']);

  // As if it had run for days: the housekeeping of that hour was done a day ago.
  const hour = Math.floor((clock.now.getTime() - DAY) / HOUR);
  await store.leases.insert({ _id: `once-housekeeping-${hour}`, holder: 'once', expiresAt: new Date((hour + 1) * HOUR) });
  shop.set('lamp', { price: '80.00' });
  clock.move(-DAY);
  // Without looking after the clock, nothing would be due for a day, and what is seen would count as older than what is known.
  await settled(3);
  expect(said()).toHaveLength(2);
  shop.set('lamp', { price: '80.00', stock: 'OutOfStock' });
  clock.move(HOUR + 60_000);
  await settled(4);
  expect(said()).toHaveLength(3);
  clock.move(DAY);
  await settled(5);
  shop.set('lamp', { price: '80.00', stock: 'InStock' });
  clock.move(HOUR + 60_000);
  await settled(6);
  expect(said()).toEqual(['Price down 10%: Desk lamp', expect.stringMatching(/^Price down 11/), 'Sold out: Desk lamp', 'Back: in stock: Desk lamp']);
  const versions = await store.versions.find({}, { sort: { seq: 1 } });
  expect(versions.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
  expect(versions.map(({ firstSeenAt }) => firstSeenAt.getTime())).toEqual(versions.map(({ firstSeenAt }) => firstSeenAt.getTime()).toSorted((a, b) => a - b));

  // Another machine's clock is ahead: what it saw counts as later than what this one sees next, which is said and not only left out.
  const counted = async (): Promise<string> => (await workers.context.metrics.registry.getSingleMetricAsString('rivalwatch_late_sightings_total')).split('\n').at(-1) ?? '';
  await store.heads.updateMany({}, { $set: { lastSeenAt: new Date(clock.now.getTime() + HOUR + 60_000), lastCrawlId: brand('crl_elsewhere'), contentHash: 'other' } });
  clock.move(HOUR + 60_000);
  await until(counted).toBe('rivalwatch_late_sightings_total{source="shop"} 1');
});
