import { describe, expect, it } from 'vitest';
import { RULE_PRESETS } from '../../../config/presets.ts';
import { toldOf, type Seen } from './crawls.ts';
import { change, moved, rule, run, stock, told } from './support.ts';
import { price } from '../changes/support.ts';

const days = (...seen: readonly Omit<Seen, 'hour'>[]): readonly Seen[] => seen.map((one, day) => ({ ...one, hour: day * 24 }));
const falls = rule({ direction: 'down', confirm: { needed: 2, of: 2 } });
const much = { percent: { $lte: -10 } };

describe('filters say what begins; what waits is followed all the same', () => {
  it.each([['a share', { ...falls, match: much }], ['a band', { ...falls, where: { price: { to: price(8_500).money } } }]])('a fall that is back before it was confirmed is not told: by %s', (_, of) => {
    expect(toldOf(of, days({}, { price: 80 }, { price: 100 }, {}, {}))).toEqual([]);
    expect(toldOf(of, days({}, { price: 80 }, {}, {}))).toEqual(['48 team: Price down 20%']);
  });

  it('a further step counts with what waits: told as a whole, or not at all', () => {
    expect(toldOf({ ...falls, match: much }, days({}, { price: 80 }, { price: 79 }, {}))).toEqual(['48 team: Price down 21%']);
    expect(toldOf({ ...falls, match: much }, days({}, { price: 80 }, { price: 95 }, {}, {}))).toEqual([]);
  });

  it('within a cooldown, what came back is not told', () => {
    const of = rule({ direction: 'down', cooldown: 3 * 86_400_000, match: much });
    expect(toldOf(of, days({}, { price: 85 }, { price: 75 }, { price: 85 }, {}, {}))).toEqual(['24 team: Price down 15%']);
  });
});

describe('filters say what begins; what was told is ended all the same', () => {
  const out = rule({ ...RULE_PRESETS['sold-out'], match: { availability: 'out_of_stock' } });

  it('told where the rule wants ends told, and the next time is news', () => {
    expect(toldOf(out, days({}, { stock: 'out_of_stock' }, { stock: 'in_stock' }, { stock: 'out_of_stock' }))).toEqual(['24 team: Sold out', '48 team: Back: in stock', '72 team: Sold out']);
    expect(toldOf({ ...out, notifyRecovery: false }, days({}, { stock: 'out_of_stock' }, { stock: 'in_stock' }, { stock: 'out_of_stock' }))).toEqual(['24 team: Sold out', '72 team: Sold out']);
  });

  it('told after the cooldown as well', () => {
    expect(toldOf({ ...out, cooldown: 30 * 3_600_000 }, days({}, { stock: 'out_of_stock' }, { stock: 'in_stock' }, {}, {}))).toEqual(['24 team: Sold out', '72 team: Back: in stock']);
  });

  it('what began again within the cooldown has not ended, though it is none that is asked for', () => {
    const state = rule({ ...RULE_PRESETS['sold-out'], state: 'out_of_stock', cooldown: 3 * 86_400_000, where: { price: { to: price(9_700).money } } });
    expect(toldOf(state, days({ price: 90 }, { stock: 'out_of_stock' }, { stock: 'in_stock' }, { price: 99, stock: 'out_of_stock' }, {}, {}))).toEqual(['24 team: Sold out']);
  });

  it('by what goes to and fro as well', () => {
    const flaps = change(3, { kind: 'flapping', what: 'stock', between: ['in_stock', 'out_of_stock'], times: 4, since: new Date(0) });
    expect(told(run(out, [{ change: stock(1, 'in_stock', 'out_of_stock') }, { change: flaps }, { change: stock(5, 'in_stock', 'out_of_stock') }]))).toEqual(['fired 1', 'fired 3', 'fired 5']);
  });

  it('a place lost from the first page, and regained', () => {
    const lost = rule({ ...RULE_PRESETS['rank-lost'], match: { oldRank: { $lte: 10 } } });
    const rank = (hour: number, from: number, to: number): { readonly change: ReturnType<typeof change> } => ({ change: change(hour, { kind: 'search_rank', productId: 'p1', from, to, pagePosition: null, overtakenBy: [] }) });
    expect(told(run(lost, [rank(1, 3, 14), rank(2, 14, 20), rank(3, 20, 2), rank(4, 30, 40)]))).toEqual(['fired 1', 'recovered 3']);
  });

  it('nothing is told of an end whose beginning was not asked for', () => {
    expect(told(run(rule({ ...RULE_PRESETS.promotion, match: { kind: 'promotion_started' } }), [{ change: moved(1, 100, 90) }]))).toEqual([]);
    expect(toldOf({ ...out, match: { availability: 'delisted' } }, days({}, { stock: 'out_of_stock' }, { stock: 'in_stock' }))).toEqual([]);
  });

  it('a line: over is told; another seller that is none of those asked for ends it without a word', () => {
    const map = rule({ ...RULE_PRESETS['map-violation'], cooldown: 0, match: { seller: { $ne: 'Us' } } });
    expect(toldOf(map, days({ price: 65, seller: 'A' }, { seller: 'Us', price: 75 }, { seller: 'A', price: 65 }))).toEqual([
      '0 team: Already: Price 7.1% below the lowest allowed price', '24 team: No longer below the lowest allowed price', '48 team: Price 7.1% below the lowest allowed price',
    ]);
    expect(toldOf(map, days({ price: 65, seller: 'A' }, { seller: 'Us' }, { seller: 'B', price: 66 }))).toEqual([
      '0 team: Already: Price 7.1% below the lowest allowed price', '48 team: Price 5.7% below the lowest allowed price',
    ]);
  });
});
