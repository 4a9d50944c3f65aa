import { expect } from 'vitest';
import type { Change } from '../../model/change.ts';
import { brand, type ChannelId, type TargetId } from '../../model/ids.ts';
import type { Config } from '../../config/types.ts';
import { changesOfCrawl } from '../../storage/changes.ts';
import { test as base } from '../support/fixtures.ts';
import { openPipeline, type Pipeline, type PipelineOptions } from '../support/pipeline.ts';
import { openShop, type Item, type Shop } from '../support/shop.ts';

/** What the shop of a test sells at first. */
export const ITEMS: readonly Item[] = [
  { id: 'lamp', title: 'Desk lamp', price: '100.00', stock: 'InStock' }, { id: 'chair', title: 'Oak chair', price: '240.00', stock: 'InStock' },
  { id: 'rug', title: 'Wool rug', price: '89.50', stock: 'InStock' }, { id: 'vase', title: 'Blue vase', price: '35.00', stock: 'InStock' },
];

/** `test` with a shop, and any number of programs on one database and Redis prefix. */
export const test = base.extend<{ shop: Shop; open: (yaml: string, more?: Partial<PipelineOptions>) => Promise<Pipeline> }>({
  shop: async ({}, use) => {
    const shop = await openShop(ITEMS);
    await use(shop);
    await shop.close();
  },
  open: async ({ shop, space }, use) => {
    const opened: Pipeline[] = [];
    await use(async (yaml, more = {}) => {
      const pipeline = await openPipeline({ ...space, yaml: yaml.startsWith('sources:') ? yaml : `${sourceOf(shop)}${yaml}`, ...more });
      opened.push(pipeline);
      return pipeline;
    });
    for (const pipeline of opened) await pipeline.close();
  },
});

/** The shop as a source, for configurations that do not begin with one of their own. */
export function sourceOf(shop: Shop, settings = ''): string {
  return `sources:\n  shop: { url: "${shop.origin}", currency: USD, allowPrivateAddresses: true${settings} }\n`;
}

/** The product pages with these ids as a target each. */
export function productTargets(shop: Shop, ids: readonly string[], settings = 'freshness: 1ms'): string {
  return `targets:\n${ids.map((id) => `  ${id}: { kind: product, url: "${shop.origin}/p/${id}", ${settings} }\n`).join('')}`;
}

/** Crawls once; the kinds of change that came of it. */
export async function kindsOf(pipeline: Pipeline, ...targets: readonly string[]): Promise<readonly string[]> {
  return (await changesOf(pipeline, ...targets)).map((change) => change.detail.kind);
}

export async function changesOf(pipeline: Pipeline, ...targets: readonly string[]): Promise<readonly Change[]> {
  const crawls = await pipeline.crawl(...targets);
  return (await Promise.all(crawls.map((crawl) => changesOfCrawl(pipeline.store, crawl._id)))).flat();
}

/** The configuration without a target. */
export function without(id: string): (config: Config) => Config {
  return (config) => ({ ...config, targets: new Map([...config.targets].filter(([target]) => target !== brand<TargetId>(id))) });
}

/** The configuration with the Slack channel's webhook elsewhere, or without the channel. */
export function withWebhook(webhook: string | undefined): (config: Config) => Config {
  return (config) => ({
    ...config,
    channels: new Map([...config.channels].flatMap(([id, channel]): [ChannelId, typeof channel][] => {
      if (webhook === undefined || channel.settings.type !== 'slack') return [];
      return [[id, { ...channel, settings: { ...channel.settings, webhook } }]];
    })),
  });
}

/** A clock that a test can move. */
export interface Movable {
  readonly read: () => Date;
  /** Moves it by so many milliseconds. */
  move(milliseconds: number): void;
}

/** A clock that a test sets. */
export interface Clock extends Movable {
  now: Date;
}

export function clockAt(start: Date): Clock {
  const clock: Clock = { now: start, read: () => clock.now, move: (milliseconds) => { clock.now = new Date(clock.now.getTime() + milliseconds); } };
  return clock;
}

/** The real time, which a test can put ahead: leases run out and what is tried again comes due by itself, however slow the machine. */
export function runningClock(): Movable {
  let ahead = 0;
  return { read: () => new Date(Date.now() + ahead), move: (milliseconds) => { ahead += milliseconds; } };
}

/** Awaits that something is so. */
export function until<T>(look: () => T | Promise<T>): ReturnType<typeof expect.poll<T>> {
  return expect.poll(look);
}

/** An answer of a shop that is given when the test says so. */
export function gate(): { readonly open: () => void; readonly opened: Promise<void> } {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => { open = resolve; });
  return { open, opened };
}
