import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { Rule } from '../../../config/types.ts';
import { brand } from '../../../model/ids.ts';
import { configIn, load } from '../../config/support.ts';
import { toldOf, type Seen } from './crawls.ts';

const page = await readFile(new URL('../../../docs/alert-rules.md', import.meta.url), 'utf8');

/** The rule as the page writes it. */
async function ruleOf(name: string): Promise<Rule> {
  const example = new RegExp(`^  ${name}:\\n(?: {4}.*\\n)+`, 'm').exec(page)?.[0] ?? '';
  const channels = ['team', 'boss', 'brand-protection'].map((channel) => `  ${channel}: { type: webhook, url: "https://x.example/" }\n`).join('');
  const text = `version: 1\ncontact: me@example.com\nsources:\n  shop: { url: "https://shop.example/" }\nchannels:\n${channels}rules:\n${example}`;
  const found = configIn(await load({ 'rivalwatch.yaml': text })).rules.find((rule) => rule.id === brand(name));
  if (!found) throw new Error(`the page has no rule ${name}`);
  return found;
}

/** What the rule of that name tells of these crawls. */
async function told(name: string, crawls: readonly Seen[], more: { readonly own?: boolean } = {}): Promise<readonly string[]> {
  return toldOf(await ruleOf(name), crawls, more);
}

describe('a worked example of docs/alert-rules.md does what its text says', () => {
  it('undercut: at first sight, the second receiver, no wobble, the end when the cooldown of a day is over', async () => {
    expect(await told('undercut', [{ hour: 0, price: 90 }, { hour: 1, price: 94 }, { hour: 2 }, { hour: 4, price: 95.5 }, { hour: 6, price: 94.5 }, { hour: 8, price: 97 }, { hour: 27 }])).toEqual([
      '0 team: Already: Rival below your price by 5.3%', '2 boss: Still: Rival below your price by 1.1%', '27 team+boss: No longer undercut',
    ]);
  });

  it('slide and below-usual: steps of 1 % add up', async () => {
    const days = Array.from({ length: 30 }, (_, day): Seen => ({ hour: day * 24, price: Math.floor(100 - day) }));
    expect((await told('slide', days)).length).toBeGreaterThanOrEqual(4);
    expect(await told('below-usual', days)).toHaveLength(1);
  });

  it('rival-out: not for an hour, and only of a rival of ours', async () => {
    const days: readonly Seen[] = [{ hour: 0 }, { hour: 24, stock: 'out_of_stock' }, { hour: 25, stock: 'in_stock' }, { hour: 48, stock: 'out_of_stock' }, { hour: 96 }, { hour: 120 }, { hour: 144 }];
    expect(await told('rival-out', days)).toEqual(['120 team+boss+brand-protection: Sold out']);
    expect(await told('rival-out', days, { own: false })).toEqual([]);
  });

  it('map: not our own shop, again every two days while it lasts', async () => {
    expect(await told('map', [{ hour: 0, price: 65, seller: 'Our own shop' }, { hour: 24 }])).toEqual(['24 brand-protection: Already: Price 7.1% below the lowest allowed price']);
    expect(await told('map', [{ hour: 0, price: 65, seller: 'Our own shop' }, { hour: 24, seller: 'Our own shop' }])).toEqual([]);
    expect(await told('map', [{ hour: 0, price: 80, seller: 'A' }, { hour: 24, price: 65, seller: 'A' }, { hour: 72 }, { hour: 80 }, { hour: 121 }])).toEqual([
      '24 brand-protection: Price 7.1% below the lowest allowed price', '72 brand-protection: Still: Price 7.1% below the lowest allowed price', '121 brand-protection: Still: Price 7.1% below the lowest allowed price',
    ]);
  });

  it('gone: two of three', async () => {
    expect(await told('gone', [{ hour: 0 }, { hour: 1, stock: 'out_of_stock' }, { hour: 2, stock: 'in_stock' }, { hour: 3 }, { hour: 4 }])).toEqual([]);
    expect(await told('gone', [{ hour: 0 }, { hour: 1, stock: 'out_of_stock' }, { hour: 2, stock: 'in_stock' }, { hour: 3, stock: 'out_of_stock' }, { hour: 4 }])).toEqual(['3 team+boss+brand-protection: Sold out']);
  });

  it('serious: a fall, one from the usual price to below ours, never a rise, told each time', async () => {
    const days = [100, 89, 91, 98, 94.5, 94, 95, 70, 69.5, 69, 71].map((usd, day): Seen => ({ hour: day * 24, price: usd }));
    expect((await told('serious', days)).map((line) => line.replace(/ .*:/, ''))).toEqual([
      '24 Price down 11%', '168 Price down 26.3%', '192 Price 26.1% below the usual price of 14 days', '216 Price 26.6% below the usual price of 14 days',
    ]);
  });
});
