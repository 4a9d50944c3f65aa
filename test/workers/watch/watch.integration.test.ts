import { writeFile } from 'node:fs/promises';
import { describe, expect } from 'vitest';
import { brand, type TargetId } from '../../../model/ids.ts';
import { pulses } from '../../../storage/pulses.ts';
import { shell } from '../../cli/support.ts';
import type { Pipeline } from '../../support/pipeline.ts';
import { pass, passUntil } from '../delivery-support.ts';
import { clockAt, productTargets, test, until, type Clock } from '../support.ts';

const RULES = 'rules:\n  ops: { preset: operations }\n';
const HOUR = 3_600_000;
// In the future: the server clears away leases that lapsed by its own clock.
const START = new Date('2086-05-06T09:00:00Z');
const watching = (clock: Clock): object => ({ start: { watch: true, tickEvery: 100, clock: clock.read } });
const headlines = (messages: readonly { readonly text: string }[]): readonly string[] => messages.map(({ text }) => text);

/** Lets time pass until a look at what is true now is over: a process begins no other before. A look is due every minute, and three after a leap. */
async function looked(pipeline: Pipeline, clock: Clock): Promise<void> {
  const from = Math.floor(clock.now.getTime() / 60_000);
  const begun = async (): Promise<readonly unknown[]> => (await pipeline.store.leases.find({ holder: 'once' })).filter(({ _id }) => _id.startsWith('once-watch-') && Number(_id.slice('once-watch-'.length)) > from);
  await passUntil(pipeline, clock, async () => (await begun()).length > 1);
}

/** No process of these tests works the schedule: nothing is due for a year, so that this is no trouble. */
async function atRest(pipeline: Pipeline): Promise<Pipeline> {
  await pipeline.store.targets.update({ _id: brand<TargetId>('lamp') }, { $set: { nextDueAt: new Date(START.getTime() + 365 * 24 * HOUR) } });
  return pipeline;
}

describe('what is wrong with the program itself', () => {
  test('crawls of a source that fail are told once, again at growing distances, and when they succeed', async ({ shop, open }) => {
    const clock = clockAt(START);
    const pipeline = await atRest(await open(`${productTargets(shop, ['lamp'])}${RULES}`, watching(clock)));
    const { slack } = pipeline;
    await pipeline.crawl('lamp');
    shop.overrides.set('/p/lamp', (_, response) => response.writeHead(403).end('Access denied'));
    for (let crawl = 0; crawl < 3; crawl += 1) {
      clock.move(2 * HOUR);
      await pipeline.crawl('lamp');
    }
    await looked(pipeline, clock);
    await until(() => headlines(slack.messages)).toEqual(['Crawls of a source fail: shop']);
    for (const [distance, count] of [[0.5, 1], [0.6, 2], [3, 2], [1.1, 3]] as const) {
      await pass(pipeline, clock, distance * HOUR);
      await looked(pipeline, clock);
      await until(() => slack.messages.length).toBe(count);
    }
    expect(headlines(slack.messages)[2]).toBe('Still: Crawls of a source fail: shop');
    shop.overrides.clear();
    await pipeline.crawl('lamp');
    await looked(pipeline, clock);
    await until(() => headlines(slack.messages).at(-1)).toBe('Crawls of a source succeed again: shop');
    await pass(pipeline, clock, 48 * HOUR);
    await looked(pipeline, clock);
    expect(slack.messages).toHaveLength(4);
  });

  test('a process that died is noticed by another, and told once however many live', async ({ shop, open }) => {
    const clock = clockAt(START);
    const yaml = `${productTargets(shop, ['lamp'])}${RULES}`;
    const [one, two] = [await open(yaml, watching(clock)), await atRest(await open(yaml, watching(clock)))];
    const said = (): readonly string[] => headlines([...one.slack.messages, ...two.slack.messages]).toSorted();
    await one.store.pulses.insert({ _id: 'far-7-dead', host: 'far', startedAt: new Date(START.getTime() - HOUR), beatAt: new Date(START.getTime() - 300_000), overtime: [], depths: [] });
    // Whoever says that another is dead has lived for two minutes itself.
    for (let minute = 0; minute < 3; minute += 1) await looked(two, clock);
    await until(said).toEqual(['A worker process died: far-7-dead']);
    await one.store.pulses.insert({ _id: 'far-8', host: 'far', startedAt: clock.now, beatAt: new Date(clock.now.getTime() + 10 * HOUR), overtime: [], depths: [] });
    await looked(two, clock);
    await until(said).toEqual(['A worker process died: far-7-dead', 'A worker process is back: far-7-dead']);
    await one.workers.stop();
    expect((await pulses(two.store)).filter(({ host }) => host !== 'far')).toHaveLength(1);
  });
});

test('work that no process does is told, without the queues that nobody works, and when somebody does it', async ({ shop, open }) => {
  const clock = clockAt(START);
  const yaml = `${productTargets(shop, ['lamp'])}${RULES}`;
  const crawling = await atRest(await open(yaml, { start: { watch: true, tickEvery: 100, clock: clock.read, only: ['crawl'] } }));
  const crawled = crawling.crawl('lamp');
  await until(() => crawling.store.crawls.count({ stage: 'diff' })).toBe(1);
  await pass(crawling, clock, 6 * 60_000);
  await looked(crawling, clock);
  await until(() => headlines(crawling.slack.messages)).toEqual(['Work is not done: diff']);
  const rest = await open(yaml, watching(clock));
  await crawled;
  await looked(rest, clock);
  await until(() => headlines([...crawling.slack.messages, ...rest.slack.messages])).toEqual(['Work is not done: diff', 'Work is done again: diff']);
});

test('a process that died a week ago was taken out of service: its death is not told any longer, nor that it is back', async ({ shop, open }) => {
  const clock = clockAt(START);
  const pipeline = await atRest(await open(`${productTargets(shop, ['lamp'])}${RULES}`, watching(clock)));
  await pipeline.store.pulses.insert({ _id: 'far-7-dead', host: 'far', startedAt: new Date(START.getTime() - HOUR), beatAt: new Date(START.getTime() - 300_000), overtime: [], depths: [] });
  for (let minute = 0; minute < 3; minute += 1) await looked(pipeline, clock);
  await until(() => headlines(pipeline.slack.messages)).toEqual(['A worker process died: far-7-dead']);
  await pass(pipeline, clock, 8 * 24 * HOUR);
  await looked(pipeline, clock);
  await until(async () => [await pipeline.store.troubles.count({}), (await pulses(pipeline.store)).length]).toEqual([0, 1]);
  expect(pipeline.slack.messages).toHaveLength(1);
});

describe('rivalwatch watch --once', () => {
  const configuration = (mongoUri: string, redisUrl: string, prefix: string, webhook: string): string => `version: 1\ncontact: a@b.example\nstorage: { mongodb: "${mongoUri}", redis: "${redisUrl}", database: ${prefix}, prefix: ${prefix} }\nchannels:\n  team: { type: slack, webhook: "${webhook}" }\nsources:\n  s: { url: "https://shop.example", currency: USD }\ntargets:\n  t: { kind: page, url: "https://shop.example/p" }\n${RULES}`;

  test('says that nothing runs and tells it once, and is content as soon as something does', async ({ shop, open, mongoUri, redisUrl, prefix }) => {
    const pipeline = await open(`${productTargets(shop, ['lamp'])}${RULES}`);
    const webhook = [...pipeline.workers.context.config().channels.values()].flatMap(({ settings }) => (settings.type === 'slack' && 'webhook' in settings ? settings.webhook ?? [] : []))[0] ?? '';
    const { run } = await shell({ 'rivalwatch.yaml': configuration(mongoUri, redisUrl, prefix, webhook) });
    expect(await run('watch', '--once')).toMatchObject({ code: 1, out: expect.stringContaining('rivalwatch does not run') });
    expect(await run('watch', '--once')).toMatchObject({ code: 1 });
    expect(headlines(pipeline.slack.messages)).toEqual(['rivalwatch does not run: rivalwatch']);
    await open(`${productTargets(shop, ['lamp'])}${RULES}`, { start: { watch: true } });
    expect(await run('watch', '--once')).toMatchObject({ code: 0, out: 'rivalwatch works.\n' });
    expect(headlines(pipeline.slack.messages)).toEqual(['rivalwatch does not run: rivalwatch', 'rivalwatch runs again: rivalwatch']);
  });

  test('tells the channels by itself when the database is away, once, and when it is back', async ({ shop, open, mongoUri, redisUrl, prefix }) => {
    const pipeline = await open(`${productTargets(shop, ['lamp'])}${RULES}`, { start: { watch: true } });
    const webhook = [...pipeline.workers.context.config().channels.values()].flatMap(({ settings }) => (settings.type === 'slack' && 'webhook' in settings ? settings.webhook ?? [] : []))[0] ?? '';
    const { folder, run } = await shell({ 'rivalwatch.yaml': configuration('mongodb://127.0.0.1:9/?serverSelectionTimeoutMS=300', redisUrl, prefix, webhook) });
    expect(await run('watch', '--once')).toMatchObject({ code: 3, out: expect.stringContaining('team: told') });
    expect(await run('watch', '--once', '--json')).toMatchObject({ code: 3 });
    expect(headlines(pipeline.slack.messages)).toEqual(['rivalwatch does not run: rivalwatch']);
    await writeFile(`${folder}/rivalwatch.yaml`, configuration(mongoUri, redisUrl, prefix, webhook));
    expect(await run('watch', '--once')).toMatchObject({ code: 0 });
    expect(headlines(pipeline.slack.messages)).toEqual(['rivalwatch does not run: rivalwatch', 'rivalwatch runs again: rivalwatch']);
  });
});
