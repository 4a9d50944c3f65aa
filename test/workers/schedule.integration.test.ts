import { describe, expect } from 'vitest';
import { brand, type TargetId } from '../../model/ids.ts';
import type { CrawlDocument } from '../../storage/documents.ts';
import type { Pipeline } from '../support/pipeline.ts';
import { schedule } from '../../workers/schedule.ts';
import { isPaced } from '../crawlers/fetch/support.ts';
import { clockAt, gate, productTargets, sourceOf, test, until, without } from './support.ts';

const HOUR = 3_600_000;
const TICK = 50;
// In the future: the server clears away leases that lapsed by its own clock.
const START = new Date('2086-03-01T00:00:00Z');
const LAMP = brand<TargetId>('lamp');

const dueOf = async (pipeline: Pipeline): Promise<Date> => (await pipeline.store.targets.get(LAMP))?.nextDueAt ?? new Date(0);
const crawlsOf = (pipeline: Pipeline): Promise<CrawlDocument[]> => pipeline.store.crawls.find({}, { sort: { plannedAt: 1 } });
const HANGING = 'freshness: 1ms, every: 10m';

describe('the schedule', () => {
  test('of two processes opens each run once, and both together keep the pace of the host', async ({ shop, open }) => {
    const times: number[] = [];
    for (const { id } of shop.items) {
      shop.overrides.set(`/p/${id}`, (request, response) => {
        times.push(performance.now());
        shop.overrides.delete(request.url ?? '');
        response.writeHead(404).end();
      });
    }
    const ids = shop.items.map((item) => item.id);
    const yaml = `${sourceOf(shop, ', politeness: { delay: 400ms }')}${productTargets(shop, ids)}`;
    const start = { only: ['schedule', 'crawl', 'diff', 'alert', 'recommend'], tickEvery: TICK } as const;
    const began = performance.now();
    const first = await open(yaml, { start });
    await open(yaml, { start });
    await until(() => first.store.crawls.count({ stage: 'done' })).toBe(ids.length);
    expect(await first.store.crawls.count({})).toBe(ids.length);
    expect(shop.asked.toSorted()).toEqual(ids.map((id) => `/p/${id}`).toSorted());
    expect([times.length, isPaced(times, began, 400)]).toEqual([ids.length, true]);
  });

  test('of two processes that find a run due in the same moment, by clocks that differ, opens it once', async ({ shop, open }) => {
    const clock = clockAt(START);
    const start = { only: ['crawl', 'diff', 'alert', 'recommend'], clock: clock.read } as const;
    const both = [await open(productTargets(shop, ['lamp'], HANGING), { start }), await open(productTargets(shop, ['lamp'], HANGING), { start })];
    const met = gate();
    let looked = 0;
    for (const { store } of both) {
      const find = store.targets.find.bind(store.targets);
      Object.defineProperty(store.targets, 'find', { value: async (...asked: Parameters<typeof find>) => {
        const due = await find(...asked);
        looked += 1;
        if (looked === both.length) met.open();
        await met.opened;
        return due;
      } });
    }
    const signal = AbortSignal.timeout(200_000);
    await Promise.all(both.map(({ workers: { context } }, no) => schedule({ ...context, clock: () => new Date(clock.now.getTime() + no * 40) }, { at: '' }, { id: String(no), signal, ending: signal })));
    await until(async () => (await Promise.all(both.map(crawlsOf))).flat().map((crawl) => crawl.stage)).toEqual(['done', 'done']);
    expect(shop.asked).toEqual(['/p/lamp']);
  });

  test('leaves a run out while the one before goes on, but not for ever', async ({ shop, open }) => {
    const clock = clockAt(START);
    const pipeline = await open(productTargets(shop, ['lamp'], HANGING), { start: { only: ['schedule'], tickEvery: TICK, clock: clock.read } });
    await until(async () => (await dueOf(pipeline)) > clock.now).toBe(true);
    expect(await crawlsOf(pipeline)).toHaveLength(1);
    clock.move(HOUR);
    await until(async () => (await dueOf(pipeline)) > clock.now).toBe(true);
    expect(await crawlsOf(pipeline)).toHaveLength(1);
    clock.move(27 * HOUR);
    await until(async () => (await dueOf(pipeline)) > clock.now).toBe(true);
    expect(await crawlsOf(pipeline)).toHaveLength(2);
  });

  test('starts the next run when the one before is over', async ({ shop, open }) => {
    const clock = clockAt(START);
    const held = gate();
    shop.overrides.set('/p/lamp', (_, response) => void held.opened.then(() => response.writeHead(404).end()));
    const pipeline = await open(productTargets(shop, ['lamp'], HANGING), { start: { only: ['schedule', 'crawl', 'diff', 'alert', 'recommend'], tickEvery: TICK, clock: clock.read } });
    await until(() => shop.asked.length).toBe(1);
    clock.move(HOUR);
    await until(async () => (await dueOf(pipeline)) > clock.now).toBe(true);
    held.open();
    await until(async () => (await crawlsOf(pipeline)).map((crawl) => crawl.stage)).toEqual(['done']);
    clock.move(HOUR);
    await until(async () => (await crawlsOf(pipeline)).map((crawl) => crawl.stage)).toEqual(['done', 'done']);
  });

  test('goes on with the other targets when one cannot be started', async ({ shop, open }) => {
    const clock = clockAt(START);
    const pipeline = await open(productTargets(shop, ['lamp', 'chair'], HANGING), { start: { only: ['schedule'], tickEvery: TICK, clock: clock.read } });
    await until(() => pipeline.store.targets.count({ nextDueAt: { $gt: clock.now } })).toBe(2);
    pipeline.configure((config) => ({ ...config, targets: new Map([...config.targets].map(([id, target]) => [id, id === LAMP ? { ...target, schedule: { ...target.schedule, every: 0 } } : target])) }));
    await pipeline.store.targets.update({ _id: LAMP }, { $set: { nextDueAt: clock.now } });
    clock.move(HOUR);
    await until(() => pipeline.store.targets.count({ nextDueAt: { $gt: clock.now } })).toBe(1);
    expect((await dueOf(pipeline)) > clock.now).toBe(false);
  });

  test('after a clock that was ahead plans anew instead of resting', async ({ shop, open }) => {
    const clock = clockAt(new Date(START.getTime() + 400 * 24 * HOUR));
    const yaml = productTargets(shop, ['lamp'], HANGING);
    const ahead = await open(yaml, { start: { only: ['schedule'], tickEvery: TICK, clock: clock.read } });
    await until(async () => (await dueOf(ahead)) > clock.now).toBe(true);
    await ahead.workers.stop();
    const right = await open(yaml, { start: { only: ['diff'], clock: () => START } });
    expect(await dueOf(right)).toEqual(START);
  });

  test('set right while it runs is noticed with the housekeeping, which is done once an hour', async ({ shop, open }) => {
    const clock = clockAt(START);
    const pipeline = await open(productTargets(shop, ['lamp'], HANGING), { start: { only: ['schedule'], tickEvery: TICK, clock: clock.read } });
    const done = (): Promise<number> => pipeline.store.leases.count({ _id: `once-housekeeping-${Math.floor(clock.now.getTime() / HOUR)}` });
    await until(done).toBe(1);
    clock.move(400 * 24 * HOUR);
    await until(done).toBe(1);
    await until(async () => (await dueOf(pipeline)) > clock.now).toBe(true);
    clock.move(-400 * 24 * HOUR + HOUR);
    await until(done).toBe(1);
    await until(async () => (await dueOf(pipeline)).getTime() < clock.now.getTime() + HOUR).toBe(true);
    clock.move(1_000);
    await until(async () => (await dueOf(pipeline)) > clock.now).toBe(true);
    // The clock that was ahead left nothing behind, and took the hour before for long gone.
    await until(() => pipeline.store.leases.count({ _id: /^once-housekeeping-/ })).toBe(1);
  });
});

describe('a changed configuration', () => {
  test('takes a target out amid its crawl: the crawl ends, nothing is removed, nobody is told', async ({ shop, open }) => {
    const held = gate();
    const rules = 'rules:\n  gone: { preset: listing-removed }\n  blocked: { preset: source-blocked }\n  new: { preset: new-listing }\n';
    const pipeline = await open(`targets:\n  all: { kind: catalogue, url: "${shop.origin}/", follow: true, freshness: 1ms }\n${rules}`);
    await pipeline.crawl('all');
    shop.items = [...shop.items.slice(1), { id: 'mug', title: 'Tea mug', price: '12.00', stock: 'InStock' }];
    shop.overrides.set('/', (request, response) => {
      shop.overrides.delete('/');
      void held.opened.then(() => fetch(`${shop.origin}${request.url ?? '/'}`)).then((answer) => answer.text()).then((text) => response.writeHead(200, { 'content-type': 'text/html' }).end(text.replace('</main>', '<a rel="next" href="/?page=2">Next</a></main>')));
    });
    const asked = shop.asked.length;
    const crawling = pipeline.crawl('all');
    await until(() => shop.asked.length).toBeGreaterThan(asked);
    pipeline.configure(without('all'));
    await pipeline.workers.replan();
    held.open();
    const [crawl] = await crawling;
    expect(crawl).toMatchObject({ stage: 'done', verdict: 'blocked' });
    expect(shop.asked).not.toContain('/?page=2');
    expect(await pipeline.store.changes.count({})).toBe(0);
    expect(await pipeline.store.listings.count({ presence: 'present' })).toBe(4);
    expect(pipeline.slack.messages).toEqual([]);
  });

  test('that this process has not taken up yet does not end the crawls of a new target', async ({ shop, open, redis, prefix }) => {
    const clock = clockAt(START);
    const pipeline = await open(productTargets(shop, ['lamp', 'chair']), { start: { clock: clock.read } });
    const known = pipeline.workers.context.config();
    const crawling = pipeline.crawl('lamp').catch((error: unknown) => error);
    pipeline.configure(without('lamp'));
    await until(() => redis.zcard(`${prefix}:crawl:delayed`)).toBe(1);
    pipeline.configure(() => known);
    const done = await crawling;
    expect(done).toMatchObject([{ verdict: 'good', tally: { listings: 1 } }]);
  });

  test('that is new outside of its active hours waits for them, as does one whose time passed while nothing worked', async ({ shop, open }) => {
    const clock = clockAt(START);
    const nine = new Date('2086-03-01T09:00:00Z');
    const pipeline = await open(productTargets(shop, ['lamp'], 'freshness: 1ms, cron: "0 * * * *", activeHours: { from: "09:00", to: "17:00" }'), { start: { only: ['schedule', 'crawl', 'diff', 'alert', 'recommend'], tickEvery: TICK, clock: clock.read } });
    await until(async () => (await dueOf(pipeline)).getTime()).toBe(nine.getTime());
    expect([await pipeline.store.crawls.count({}), shop.asked]).toEqual([0, []]);
    clock.now = new Date(nine.getTime() + 60_000);
    await until(() => pipeline.store.crawls.count({ stage: 'done' })).toBe(1);
    // The last run of the day is due at 16:00: at 16:59 it is late, at 23:00 too late.
    await pipeline.store.targets.update({ _id: LAMP }, { $set: { nextDueAt: new Date('2086-03-01T16:00:00Z') } });
    clock.now = new Date('2086-03-01T23:00:00Z');
    await until(async () => (await dueOf(pipeline)).toISOString()).toBe('2086-03-02T09:00:00.000Z');
    expect(await pipeline.store.crawls.count({})).toBe(1);
    // The tick comes a little after a run at the very end of the hours.
    await pipeline.store.targets.update({ _id: LAMP }, { $set: { nextDueAt: new Date('2086-03-02T16:59:50Z') } });
    clock.now = new Date('2086-03-02T17:00:10Z');
    await until(() => pipeline.store.crawls.count({ stage: 'done' })).toBe(2);
  });

  test('with another schedule is due at once', async ({ shop, open }) => {
    const clock = clockAt(START);
    const pipeline = await open(productTargets(shop, ['lamp'], 'freshness: 1ms, every: 30d'), { start: { only: ['schedule'], tickEvery: TICK, clock: clock.read } });
    await until(async () => (await dueOf(pipeline)) > clock.now).toBe(true);
    const before = await dueOf(pipeline);
    pipeline.configure((config) => ({ ...config, targets: new Map([...config.targets].map(([id, target]) => [id, { ...target, schedule: { ...target.schedule, every: HOUR } }])) }));
    await pipeline.workers.replan();
    await until(async () => (await dueOf(pipeline)).getTime()).toBeLessThan(Math.min(before.getTime(), clock.now.getTime() + HOUR + 1));
  });
});
