import { describe, expect } from 'vitest';
import type { Alert } from '../../model/alert.ts';
import type { Episode } from '../../model/episode.ts';
import { linkTo } from '../../alerts/links/link.ts';
import { brand, type ChannelId, type RuleId, type Sku } from '../../model/ids.ts';
import { moveDue } from '../../workers/alert/due.ts';
import { tidyEpisodes } from '../../workers/alert/tidy.ts';
import type { Config } from '../../config/types.ts';
import { fromDocument } from '../../storage/document-ids.ts';
import { episode as getEpisode, newestEpisodes } from '../../storage/episodes.ts';
import { decideMatch, matchesOfSkus } from '../../storage/matches.ts';
import type { Store } from '../../storage/store.ts';
import type { Pipeline } from '../support/pipeline.ts';
import { clockAt, kindsOf, productTargets, test, until, type Clock } from './support.ts';

const HOUR = 3_600_000;
const PRODUCTS = 'sku,title,price,floor,map\nL-1,Our lamp,95.00 USD,60.00 USD,70.00 USD\n';
const LINKS = { url: 'https://watch.example.com', secret: 'a-secret-of-sixteen', valid: 7 * 24 * HOUR };
const OWN = (origin: string): string => `targets:\n  lamp: { kind: product, url: "${origin}/p/lamp", freshness: 1ms, sku: L-1 }\nproducts: products.csv\n`;

/** The newest first. */
async function newestAlerts({ alerts }: Store, limit: number): Promise<Alert[]> {
  return (await alerts.find({}, { sort: { at: -1 }, limit })).map(fromDocument);
}

/** What was told, in the order of deciding: moment, why again or already, to whom. */
async function told(pipeline: Pipeline): Promise<readonly string[]> {
  return (await newestAlerts(pipeline.store, 100)).toReversed().map(({ moment, reason, channels }) => [moment, reason.already, reason.again, channels.join('+')].filter(Boolean).join(' '));
}

async function only(pipeline: Pipeline): Promise<Episode> {
  const [one, ...others] = (await Promise.all((['pending', 'firing', 'acknowledged', 'recovered'] as const).map((state) => newestEpisodes(pipeline.store, state, 10)))).flat();
  if (!one || others.length > 0) throw new Error(`${others.length + 1} episodes`);
  return one;
}

/** The configuration with its rules altered, as an edited file does. */
function withRules(change: (rule: Config['rules'][number]) => Config['rules'][number] | undefined): (config: Config) => Config {
  return (config) => ({ ...config, rules: config.rules.flatMap((rule) => change(rule) ?? []) });
}

const later = (start: Date): Clock => clockAt(start);
const boss = brand<ChannelId>('boss');

describe('a state', () => {
  test('that holds at the first crawl is told once, as such, again as it is then, and when it is over', async ({ shop, open }) => {
    const clock = later(new Date('2026-03-01T00:00:00Z'));
    shop.set('lamp', { price: '90.00' });
    const pipeline = await open(`${OWN(shop.origin)}rules:\n  under: { preset: undercut, cooldown: 1ms, rearm: { after: 2h } }\n`, { files: { 'products.csv': PRODUCTS }, start: { clock: clock.read } });
    await pipeline.crawl('lamp');
    await pipeline.crawl('lamp');
    expect(await told(pipeline)).toEqual(['fired first_sight team']);
    expect(JSON.stringify(pipeline.slack.messages[0])).toContain('Already: Rival below your price by 5.3%');
    // All that a message of a change has: the answer it was read from, how sure that is, what is advised.
    expect((await newestAlerts(pipeline.store, 1))[0]).toMatchObject({ change: { archive: expect.any(String) }, offer: { confidence: expect.any(Number) }, advice: { advice: { kind: 'lower_price' } } });
    shop.set('lamp', { price: '94.00' });
    clock.move(HOUR);
    await pipeline.crawl('lamp');
    await moveDue(pipeline.workers.context);
    expect(await told(pipeline)).toHaveLength(1);
    clock.move(2 * HOUR);
    await moveDue(pipeline.workers.context);
    expect(await told(pipeline)).toEqual(['fired first_sight team', 'fired still team']);
    expect((await newestAlerts(pipeline.store, 1))[0]).toMatchObject({ reason: { from: { minor: 9_500 }, to: { minor: 9_400 } }, change: { archive: expect.any(String), detail: { to: { money: { minor: 9_400 } } } } });
    shop.set('lamp', { price: '99.00' });
    clock.move(HOUR);
    await pipeline.crawl('lamp');
    expect(await told(pipeline)).toEqual(['fired first_sight team', 'fired still team', 'recovered team']);
  });

  test('follows the own price, too: what begins or ends with it is told', async ({ shop, open }) => {
    const pipeline = await open(`${OWN(shop.origin)}rules:\n  under: { preset: undercut, cooldown: 1ms }\n`, { files: { 'products.csv': PRODUCTS } });
    await pipeline.crawl('lamp');
    expect(await told(pipeline)).toEqual([]);
    pipeline.configure((config) => ({ ...config, products: new Map([...config.products].map(([sku, product]) => [sku, { ...product, price: { ...product.price, minor: 12_000 } }])) }));
    await pipeline.crawl('lamp');
    expect(await told(pipeline)).toEqual(['fired first_sight team']);
    // Not our article after all: nobody is told that it is over, for it never was so.
    expect(await tidyEpisodes(pipeline.workers.context)).toBe(0);
    for (const { id } of await matchesOfSkus(pipeline.store, [brand<Sku>('L-1')])) await decideMatch(pipeline.store, id, { state: 'rejected' }, new Date());
    expect(await tidyEpisodes(pipeline.workers.context)).toBe(1);
    expect(await only(pipeline)).toMatchObject({ state: 'recovered', closed: { why: 'listing_changed' } });
    await pipeline.crawl('lamp');
    expect(await told(pipeline)).toEqual(['fired first_sight team']);
  });

  test('below the lowest allowed price is told with that price, and of each seller who asks it', async ({ shop, open }) => {
    shop.set('lamp', { seller: 'Acme' });
    const pipeline = await open(`${OWN(shop.origin)}rules:\n  map: { preset: map-violation, cooldown: 1ms }\n`, { files: { 'products.csv': PRODUCTS } });
    await pipeline.crawl('lamp');
    shop.set('lamp', { price: '65.00' });
    await pipeline.crawl('lamp');
    const [alert] = await newestAlerts(pipeline.store, 10);
    expect(alert).toMatchObject({ moment: 'fired', reason: { baseline: 'map', from: { minor: 7_000 }, to: { minor: 6_500 } }, product: { sku: 'L-1' }, history: [{ money: { minor: 10_000 } }, { money: { minor: 6_500 } }] });
    for (const [seller, price] of [['Beta', '66.00'], ['Acme', '65.00'], ['Gamma', '80.00']] as const) {
      shop.set('lamp', { seller, price });
      await pipeline.crawl('lamp');
    }
    const since = (await newestAlerts(pipeline.store, 10)).toReversed();
    expect(since.map(({ moment, offer, reason }) => [moment, offer?.seller, reason.to?.minor])).toEqual([['fired', 'Acme', 6_500], ['fired', 'Beta', 6_600], ['recovered', 'Gamma', 8_000]]);
    expect((await only(pipeline)).state).toBe('recovered');
  });

  test('of a listing that two targets show is that of the one that read it last: they do not take turns', async ({ shop, open }) => {
    shop.set('lamp', { price: '90.00' });
    const yaml = `targets:\n  lamp: { kind: product, url: "${shop.origin}/p/lamp", freshness: 1ms, sku: L-1 }\n  all: { kind: catalogue, url: "${shop.origin}/", follow: true, freshness: 1ms }\nproducts: products.csv\nrules:\n  under: { preset: undercut, cooldown: 1ms }\n`;
    const pipeline = await open(yaml, { files: { 'products.csv': PRODUCTS } });
    await pipeline.crawl('lamp');
    shop.set('lamp', { price: '99.00' });
    await pipeline.crawl('all');
    for (const target of ['all', 'lamp', 'all', 'lamp']) await pipeline.crawl(target);
    expect(await told(pipeline)).toEqual(['fired first_sight team', expect.stringContaining('recovered')]);
  });

  test('out of stock for three days is told after three days, seen by a crawl', async ({ shop, open }) => {
    const clock = later(new Date('2026-03-01T00:00:00Z'));
    const pipeline = await open(`${productTargets(shop, ['lamp'])}rules:\n  gone: { state: out_of_stock, for: 3d }\n`, { start: { clock: clock.read } });
    await pipeline.crawl('lamp');
    shop.set('lamp', { stock: 'OutOfStock' });
    for (const hours of [1, 24, 24, 20]) {
      clock.move(hours * HOUR);
      await pipeline.crawl('lamp');
      expect(await told(pipeline)).toEqual([]);
    }
    clock.move(5 * HOUR);
    await pipeline.crawl('lamp');
    await pipeline.crawl('lamp');
    expect(await told(pipeline)).toEqual(['fired team']);
    expect(JSON.stringify(pipeline.slack.messages[0])).toContain('It has held for 3 days');
  });
});

describe('an episode that nobody answers', () => {
  const YAML = 'rules:\n  gone: { preset: sold-out, escalate: { to: [team], after: 2h } }\n';

  test('is told to the second receiver once, also when the program was restarted and two look at once', async ({ shop, open }) => {
    const clock = later(new Date('2026-03-01T00:00:00Z'));
    const start = { clock: clock.read };
    const first = await open(`${productTargets(shop, ['lamp'])}${YAML}`, { start });
    first.configure(withRules((rule) => ({ ...rule, ...(rule.escalate ? { escalate: { ...rule.escalate, to: [boss] } } : {}) })));
    await first.crawl('lamp');
    shop.set('lamp', { stock: 'OutOfStock' });
    clock.move(60_000);
    await first.crawl('lamp');
    await moveDue(first.workers.context);
    expect(await told(first)).toEqual(['fired team']);
    await first.workers.stop();
    clock.move(3 * HOUR);
    const second = await open(`${productTargets(shop, ['lamp'])}${YAML}`, { start });
    second.configure(withRules((rule) => ({ ...rule, ...(rule.escalate ? { escalate: { ...rule.escalate, to: [boss] } } : {}) })));
    await Promise.all([moveDue(second.workers.context), moveDue(second.workers.context)]);
    await moveDue(second.workers.context);
    expect(await told(second)).toEqual(['fired team', 'fired unacknowledged boss']);
    shop.set('lamp', { stock: 'InStock' });
    clock.move(60_000);
    await second.crawl('lamp');
    expect((await told(second)).at(-1)).toBe('recovered team+boss');
  });
});

describe('the links of a message', () => {
  test('acknowledge when the button is pressed, and not when a scanner follows them; again does no harm', async ({ shop, open }) => {
    const clock = later(new Date('2026-03-01T00:00:00Z'));
    const pipeline = await open(`${productTargets(shop, ['lamp'])}health: { port: 0 }\nrules:\n  gone: { preset: sold-out }\n`, { start: { clock: clock.read, health: true } });
    pipeline.configure((config) => ({ ...config, links: LINKS }));
    await pipeline.crawl('lamp');
    shop.set('lamp', { stock: 'OutOfStock' });
    clock.move(60_000);
    await pipeline.crawl('lamp');
    expect(pipeline.slack.messages[0]?.words).toMatch(/Show evidence[\s\S]*\[Acknowledge\]\n\[Snooze 1 day\]\n\[Snooze 1 week\]/);
    const [alert] = await newestAlerts(pipeline.store, 1);
    if (!alert) throw new Error('no alert');
    const [acknowledge, day, week] = (['acknowledge', 'snooze-1d', 'snooze-7d'] as const).map((action) => linkTo(LINKS, alert, action).slice(LINKS.url.length));
    if (acknowledge === undefined || day === undefined || week === undefined) throw new Error('no links');
    expect(acknowledge).toContain('/acknowledge?expires=');
    const ask = async (path: string, method: string, language = 'en'): Promise<readonly [number, string]> => {
      const response = await fetch(`http://127.0.0.1:${pipeline.workers.healthPort}${path}`, { method, headers: { 'accept-language': language } });
      return [response.status, await response.text()];
    };
    expect(await ask(acknowledge, 'GET')).toEqual([200, expect.stringMatching(/Sold out: Desk lamp[\s\S]*<button>Acknowledge<\/button>/)]);
    expect((await ask(acknowledge, 'HEAD'))[0]).toBe(200);
    expect((await ask(acknowledge, 'GET', 'zh-CN'))[1]).toContain('<button>确认</button>');
    expect((await only(pipeline)).state).toBe('firing');
    const evidence = linkTo(LINKS, alert, 'evidence').slice(LINKS.url.length);
    expect(await ask(evidence, 'GET')).toEqual([200, expect.stringMatching(/Sold out: Desk lamp[\s\S]*Around it[\s\S]*<mark>[^<]*OutOfStock<\/mark>[\s\S]*The whole answer/)]);
    expect((await ask(evidence.replace('signature=', 'signature=x'), 'GET'))[0]).toBe(403);
    expect(await ask(day, 'POST')).toEqual([200, expect.stringContaining('Snoozed.')]);
    const snoozed = (await only(pipeline)).snoozedUntil;
    clock.move(HOUR);
    expect(await ask(day, 'POST')).toEqual([200, expect.stringContaining('That was done before')]);
    expect((await only(pipeline)).snoozedUntil).toEqual(snoozed);
    expect(await ask(week, 'POST')).toEqual([200, expect.stringContaining('Until Mar 8')]);
    for (const again of [week, day]) expect((await ask(again, 'POST'))[1]).toContain('That was done before');
    expect(await ask(acknowledge, 'POST')).toEqual([200, expect.stringContaining('Acknowledged.')]);
    expect(await only(pipeline)).toMatchObject({ state: 'acknowledged', acknowledged: { by: 'link' } });
    expect((await ask(acknowledge, 'POST'))[1]).toContain('That was done before');
    expect((await ask(acknowledge.replace('signature=', 'signature=x'), 'POST'))[0]).toBe(403);
    expect((await ask(acknowledge, 'DELETE'))[0]).toBe(404);
    clock.move(8 * 24 * HOUR);
    expect((await ask(acknowledge, 'POST'))[0]).toBe(410);
  });

  test('of an earlier time change nothing of what fires now', async ({ shop, open }) => {
    const pipeline = await open(`${productTargets(shop, ['lamp'])}health: { port: 0 }\nrules:\n  gone: { preset: sold-out }\n`, { start: { health: true } });
    pipeline.configure((config) => ({ ...config, links: LINKS }));
    await pipeline.crawl('lamp');
    for (const stock of ['OutOfStock', 'InStock', 'OutOfStock'] as const) {
      shop.set('lamp', { stock });
      await pipeline.crawl('lamp');
    }
    const first = (await newestAlerts(pipeline.store, 10)).at(-1);
    if (!first) throw new Error('no alert');
    const path = linkTo(LINKS, first, 'acknowledge').slice(LINKS.url.length);
    const response = await fetch(`http://127.0.0.1:${pipeline.workers.healthPort}${path}`, { method: 'POST', headers: { 'accept-language': 'en' } });
    expect(await response.text()).toContain('of an earlier time');
    expect((await only(pipeline)).state).toBe('firing');
  });
});

describe('a rule that is edited while it fires', () => {
  const open2 = async (open: (yaml: string) => Promise<Pipeline>, yaml: string): Promise<Pipeline> => open(yaml);

  test('leaves the episode its life when it is still about it: the end is told to whom the beginning was', async ({ shop, open }) => {
    const pipeline = await open2(open, `${productTargets(shop, ['lamp'])}rules:\n  gone: { preset: sold-out }\n`);
    await pipeline.crawl('lamp');
    shop.set('lamp', { stock: 'OutOfStock' });
    await pipeline.crawl('lamp');
    pipeline.configure(withRules((rule) => ({ ...rule, severity: 'critical', cooldown: 1, channels: [boss] })));
    expect(await tidyEpisodes(pipeline.workers.context)).toBe(0);
    expect((await only(pipeline)).state).toBe('firing');
    shop.set('lamp', { stock: 'InStock' });
    await pipeline.crawl('lamp');
    expect(await told(pipeline)).toEqual(['fired team', 'recovered team']);
  });

  test('and is gone, or no longer about it, lets it go with one closing record, and nobody is told', async ({ shop, open }) => {
    const pipeline = await open2(open, `${productTargets(shop, ['lamp'])}rules:\n  gone: { preset: sold-out, rearm: { after: 1h } }\n`);
    await pipeline.crawl('lamp');
    shop.set('lamp', { stock: 'OutOfStock' });
    await pipeline.crawl('lamp');
    pipeline.configure(withRules((rule) => ({ ...rule, where: { titles: ['chair'] } })));
    expect(await tidyEpisodes(pipeline.workers.context)).toBe(1);
    expect(await tidyEpisodes(pipeline.workers.context)).toBe(0);
    const { id } = await only(pipeline);
    expect(await getEpisode(pipeline.store, id)).toMatchObject({ state: 'recovered', closed: { why: 'rule_changed' } });
    expect(await getEpisode(pipeline.store, id)).not.toHaveProperty('remindAt');
    pipeline.configure(withRules((rule) => (rule.id === brand<RuleId>('gone') ? undefined : rule)));
    shop.set('lamp', { stock: 'InStock' });
    await pipeline.crawl('lamp');
    await moveDue(pipeline.workers.context);
    expect(await told(pipeline)).toEqual(['fired team']);
  });

  test('does not ask for the listing any more as it is now lets it go too, and what begins later is told', async ({ shop, open }) => {
    shop.set('lamp', { price: '90.00', title: 'Desk lamp' });
    const pipeline = await open(`${OWN(shop.origin)}rules:\n  under: { preset: undercut, cooldown: 1ms, match: { title: { $regex: lamp } } }\n`, { files: { 'products.csv': PRODUCTS } });
    await pipeline.crawl('lamp');
    expect(await tidyEpisodes(pipeline.workers.context)).toBe(0);
    shop.set('lamp', { title: 'Desk chair' });
    await pipeline.crawl('lamp');
    expect(await only(pipeline)).toMatchObject({ state: 'recovered', closed: { why: 'listing_changed' } });
    shop.set('lamp', { price: '88.00', title: 'Desk lamp' });
    await pipeline.crawl('lamp');
    expect(await told(pipeline)).toEqual(['fired first_sight team', 'fired team']);
  });

  test('and is removed says nothing of what was due, nor of what waited', async ({ shop, open }) => {
    const clock = later(new Date('2026-03-01T00:00:00Z'));
    const pipeline = await open(`${productTargets(shop, ['lamp'])}rules:\n  gone: { preset: sold-out, rearm: { after: 1h } }\n`, { start: { clock: clock.read } });
    await pipeline.crawl('lamp');
    shop.set('lamp', { stock: 'OutOfStock' });
    clock.move(60_000);
    await pipeline.crawl('lamp');
    pipeline.configure(withRules(() => undefined));
    clock.move(2 * HOUR);
    await moveDue(pipeline.workers.context);
    expect(await only(pipeline)).toMatchObject({ state: 'recovered', closed: { why: 'rule_removed' } });
    expect(await told(pipeline)).toEqual(['fired team']);
    await until(() => pipeline.store.episodes.count({ dueAt: { $exists: true } })).toBe(0);
  });
});

describe('a filter', () => {
  test('picks by what the page says of the listing', async ({ shop, open }) => {
    const pipeline = await open(`${productTargets(shop, ['lamp', 'chair'])}rules:\n  cheap: { on: [price], match: { price: { $lt: 200 }, title: { $regex: "^desk", $options: i } } }\n`);
    await pipeline.crawl('lamp', 'chair');
    shop.set('lamp', { price: '130.00' });
    shop.set('chair', { price: '190.00' });
    expect(await kindsOf(pipeline, 'lamp', 'chair')).toEqual(['price', 'price']);
    expect((await newestAlerts(pipeline.store, 10)).map(({ change }) => change.title)).toEqual(['Desk lamp']);
  });
});
