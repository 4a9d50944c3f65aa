import { describe, expect } from 'vitest';
import type { Config, Rule } from '../../config/types.ts';
import type { Pipeline } from '../support/pipeline.ts';
import { productTargets, test, until } from '../workers/support.ts';

/** Changes the one rule of the configuration, or takes it out. */
function edit(pipeline: Pipeline, change: (rule: Rule) => Partial<Rule> | undefined): void {
  pipeline.configure((config): Config => ({ ...config, rules: config.rules.flatMap((rule) => {
    const changed = change(rule);
    return changed ? [{ ...rule, ...changed }] : [];
  }) }));
}

const said = ({ slack }: Pipeline): readonly string[] => slack.messages.map(({ text }) => text);
const untold = async ({ store }: Pipeline): Promise<number> => store.deliveries.count({ state: { $in: ['pending', 'sending', 'held', 'gathered'] } });

describe('a rule that is edited while it fires', () => {
  test('with another severity or cooldown goes on as the same episode: the end is told once', async ({ shop, open }) => {
    const pipeline = await open(`${productTargets(shop, ['lamp'])}rules:\n  gone: { preset: sold-out }\n`);
    await pipeline.crawl('lamp');
    shop.set('lamp', { stock: 'OutOfStock' });
    await pipeline.crawl('lamp');
    await until(() => said(pipeline)).toEqual(['Sold out: Desk lamp']);
    edit(pipeline, () => ({ severity: 'critical', cooldown: 3_600_000 }));
    await pipeline.crawl('lamp');
    edit(pipeline, () => ({ severity: 'critical', cooldown: 0 }));
    shop.set('lamp', { stock: 'InStock' });
    await pipeline.crawl('lamp');
    await pipeline.crawl('lamp');
    await until(() => said(pipeline)).toEqual(['Sold out: Desk lamp', 'Back: in stock: Desk lamp']);
    expect([await pipeline.store.episodes.count({ state: 'firing' }), await untold(pipeline)]).toEqual([0, 0]);
  });

  test('and taken out says nothing more, also not of its end; put back, it fires for what is new alone', async ({ shop, open }) => {
    const pipeline = await open(`${productTargets(shop, ['lamp'])}rules:\n  gone: { preset: sold-out }\n`);
    await pipeline.crawl('lamp');
    shop.set('lamp', { stock: 'OutOfStock' });
    await pipeline.crawl('lamp');
    const { rules } = pipeline.workers.context.config();
    edit(pipeline, () => undefined);
    shop.set('lamp', { stock: 'InStock' });
    await pipeline.crawl('lamp');
    expect(said(pipeline)).toEqual(['Sold out: Desk lamp']);
    pipeline.configure((config) => ({ ...config, rules }));
    await pipeline.crawl('lamp');
    expect(said(pipeline)).toEqual(['Sold out: Desk lamp']);
    shop.set('lamp', { stock: 'OutOfStock' });
    await pipeline.crawl('lamp');
    expect([(await pipeline.store.crawls.find({ open: true })).length, await untold(pipeline)]).toEqual([0, 0]);
  });

  test('with another threshold measures the next change by the new one, and tells what it had decided before', async ({ shop, open }) => {
    const pipeline = await open(`${productTargets(shop, ['lamp'])}rules:\n  cheaper: { preset: price-drop, threshold: 5% }\n`);
    await pipeline.crawl('lamp');
    shop.set('lamp', { price: '90.00' });
    await pipeline.crawl('lamp');
    edit(pipeline, () => ({ threshold: { kind: 'percent', percent: 20 } }));
    shop.set('lamp', { price: '80.00' });
    await pipeline.crawl('lamp');
    edit(pipeline, () => ({ threshold: { kind: 'percent', percent: 1 } }));
    shop.set('lamp', { price: '78.00' });
    await pipeline.crawl('lamp');
    await until(() => said(pipeline)).toEqual(['Price down 10%: Desk lamp', expect.stringMatching(/^Price down 2\.5%/)]);
    expect(await untold(pipeline)).toBe(0);
  });
});
