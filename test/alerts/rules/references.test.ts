import { describe, expect, it } from 'vitest';
import { compileRule } from '../../../alerts/rules/compile.ts';
import { evaluate } from '../../../alerts/rules/evaluate.ts';
import type { RuleContext } from '../../../alerts/rules/context.ts';
import { messageOf } from '../../../alerts/messages/message.ts';
import { RULE_PRESETS } from '../../../config/presets.ts';
import type { Rule } from '../../../config/types.ts';
import type { Reference } from '../../../model/comparison.ts';
import type { Alert } from '../../../model/alert.ts';
import type { Episode } from '../../../model/episode.ts';
import type { Change } from '../../../model/change.ts';
import { percentChange } from '../../../model/money.ts';
import { withPoint, type PriceHistory } from '../../../model/price-history.ts';
import { facts, price } from '../changes/support.ts';
import { change, moved, PRODUCT, rule, run } from './support.ts';

const DAY = 86_400_000;
const START = Date.UTC(2026, 0, 5, 8);

/** A price a day; what the rule tells of it, by day. */
function daily(of: Rule, prices: readonly number[], more: Partial<RuleContext> = {}): { readonly days: readonly number[]; readonly alerts: readonly Alert[]; readonly episode: Episode | undefined } {
  const compiled = compileRule(of);
  const days: number[] = [];
  const alerts: Alert[] = [];
  let episode: Episode | undefined;
  let history: PriceHistory = [{ at: new Date(START), money: price(prices[0] ?? 0).money }];
  for (const [day, to] of prices.entries()) {
    const from = prices[day - 1];
    if (from === undefined || from === to) continue;
    const at = new Date(START + day * DAY);
    history = withPoint(history, { at, money: price(to).money });
    const one: Change = { ...facts(day), id: change(0, { kind: 'title', from: String(day), to: String(to) }).id, at, detail: { kind: 'price', from: price(from), to: price(to), percent: percentChange(price(from).money, price(to).money) ?? 0 } };
    const result = evaluate({ compiled, change: one, context: { tags: [], product: PRODUCT, history, ...more }, now: at, ...(episode ? { episode } : {}) });
    episode = result.episode ?? episode;
    if (result.alert) {
      days.push(day);
      alerts.push(result.alert);
    }
  }
  return { days, alerts, episode };
}

const five = { kind: 'percent', percent: 5 } as const;
/** 1 % a day, down and up. */
const slide = Array.from({ length: 30 }, (_, day) => Math.round(10_000 * 0.99 ** day));
const climb = Array.from({ length: 30 }, (_, day) => Math.round(10_000 * 1.01 ** day));

describe('a slow slide of 1 % a day', () => {
  it.each<[string, Reference, boolean]>([
    ['previous', { kind: 'previous' }, false], ['last_alerted', { kind: 'last_alerted' }, true], ['median 14d', { kind: 'median', days: 14 }, true], ['highest 30d', { kind: 'highest', days: 30 }, true],
  ])('crosses a fall of 5 %% against %s: %s → %s', (_, baseline, crosses) => {
    const { days } = daily(rule({ direction: 'down', threshold: five, baseline }), slide);
    expect(days.length > 0).toBe(crosses);
    if (crosses) expect(days[0]).toBeLessThanOrEqual(12);
  });

  it.each<[string, Reference]>([['last_alerted', { kind: 'last_alerted' }], ['median 14d', { kind: 'median', days: 14 }], ['lowest 30d', { kind: 'lowest', days: 30 }]])('upwards crosses a rise of 5 %% against %s', (_, baseline) => {
    expect(daily(rule({ direction: 'up', threshold: five, baseline }), climb).days.length).toBeGreaterThan(0);
  });

  it('is told again with every further 5 % against the last alert', () => {
    const { days, alerts } = daily(rule({ direction: 'down', threshold: five, baseline: { kind: 'last_alerted' } }), slide);
    expect(days).toEqual([6, 12, 18, 24]);
    expect(alerts[1]?.reason).toMatchObject({ baseline: 'last_alerted', from: alerts[0]?.reason.to });
  });

  it('against the last alert counts a fall from the highest price since, not from a lower one told long ago', () => {
    const { days } = daily(rule({ direction: 'down', threshold: five, baseline: { kind: 'last_alerted' } }), [10_000, 9_000, 9_500, 10_000, 9_800, 9_400]);
    expect(days).toEqual([1, 5]);
  });
});

describe('references', () => {
  it('a new low is lower than ever in its days, each one is told, and what lies further back counts no more', () => {
    const low = rule({ ...RULE_PRESETS['new-low'], cooldown: 0 });
    expect(daily(low, [10_000, 9_000, 9_500, 9_100, 8_900, 8_950, 8_800]).days).toEqual([1, 4, 6]);
    const short = rule({ ...RULE_PRESETS['new-low'], cooldown: 0, baseline: { kind: 'lowest', days: 3 } });
    expect(daily(short, [10_000, 5_000, 9_500, 9_600, 9_700, 9_000]).days).toEqual([1, 5]);
    expect(daily(low, [10_000, 9_000]).alerts[0]?.reason).toMatchObject({ baseline: 'lowest', days: 30, from: price(10_000).money, to: price(9_000).money, percent: -10 });
  });

  it('a price below the lowest allowed one is told once, and when it is not any more', () => {
    const map = rule({ ...RULE_PRESETS['map-violation'], cooldown: 0 });
    const limits = { map: price(9_000).money };
    const { days, alerts } = daily(map, [10_000, 8_900, 8_500, 8_990, 9_000, 8_000], { limits });
    expect(days).toEqual([1, 4, 5]);
    expect(alerts.map(({ moment }) => moment)).toEqual(['fired', 'recovered', 'fired']);
    expect(daily(map, [10_000, 1]).days).toEqual([]);
  });

  it.each<[string, Reference, Partial<RuleContext>]>([
    ['floor', { kind: 'floor' }, { limits: { floor: price(9_000).money } }], ['own price', { kind: 'own_price' }, { product: { ...PRODUCT, price: price(9_000).money } }],
    ['own price of six', { kind: 'own_price' }, { product: { ...PRODUCT, price: price(1_500).money, packRatio: { ours: 6, theirs: 1 } } }],
    ['own price of a third', { kind: 'own_price' }, { product: { ...PRODUCT, price: price(26_999).money, packRatio: { ours: 1, theirs: 3 } } }],
    ['list price', { kind: 'list_price' }, { listing: { listPrice: price(9_000).money } }], ['fixed', { kind: 'fixed', money: price(9_000).money }, {}],
  ])('%s: below opens, not below ends', (_, baseline, more) => {
    const of = rule({ direction: 'down', baseline, notifyRecovery: true });
    expect(daily(of, [10_000, 8_000, 7_000, 9_500], more).days).toEqual([1, 3]);
    expect(daily(rule({ direction: 'up', baseline, notifyRecovery: true }), [8_000, 9_500, 8_500], more).days).toEqual([1, 2]);
  });

  it('without a direction a line is told of on both sides, and is over when the price is back across it', () => {
    const of = rule({ baseline: { kind: 'fixed', money: price(10_000).money }, threshold: five, notifyRecovery: true });
    const { days, alerts } = daily(of, [10_000, 9_000, 11_000, 10_300, 9_900, 10_100, 9_400]);
    expect(days).toEqual([1, 2, 4, 6]);
    const said = (language: 'en' | 'zh-CN') => alerts.map((alert) => messageOf(alert, { language, timezone: 'UTC' }).headline.replace(/[:：].*/, ''));
    expect(said('en')).toEqual(['Price 10% below $100.00', 'Price 10% above $100.00', 'No longer above $100.00', 'Price 6% below $100.00']);
    expect(said('zh-CN')[2]).toContain('不再高于');
    const up = rule({ baseline: { kind: 'own_price' }, direction: 'up', notifyRecovery: true });
    expect(daily(up, [9_000, 9_600, 9_500]).alerts.map((alert) => messageOf(alert, { language: 'en', timezone: 'UTC' }).headline)).toEqual(['Rival above your price by 1.1%: Desk lamp', 'No longer above your price: Desk lamp']);
  });

  it('without a direction a new low is lower and a new high is higher', () => {
    expect(daily(rule({ baseline: { kind: 'lowest', days: 30 } }), [10_000, 9_000, 9_500, 9_200, 8_900]).days).toEqual([1, 4]);
    expect(daily(rule({ baseline: { kind: 'highest', days: 30 } }), [9_000, 10_000, 9_500, 9_600, 10_100]).days).toEqual([1, 4]);
  });

  it('a page that shows no list price any more asks it: what was told of the sale is over, and the next one is news', () => {
    const of = rule({ direction: 'down', baseline: { kind: 'list_price' }, threshold: five, notifyRecovery: true, rearm: { distance: five } });
    const listing = (minor: number | null): RuleContext => ({ tags: [], listing: { listPrice: minor === null ? null : price(minor).money } });
    let episode: Episode | undefined;
    const moments = ([[12_000, 9_000, 12_000], [9_000, 12_000, null], [12_000, 9_000, 12_000]] as const).map(([from, to, list], hour) => {
      const result = evaluate({ compiled: compileRule(of), change: moved(hour, from, to), context: listing(list), now: moved(hour, from, to).at, ...(episode ? { episode } : {}) });
      episode = result.episode ?? episode;
      return result.alert?.moment;
    });
    expect(moments).toEqual(['fired', 'recovered', 'fired']);
  });

  it('what is not known, or of another currency, is compared with nothing', () => {
    for (const kind of ['map', 'floor', 'list_price'] as const) expect(daily(rule({ direction: 'down', baseline: { kind } }), [10_000, 1]).days).toEqual([]);
    expect(daily(rule({ direction: 'down', baseline: { kind: 'fixed', money: price(9_000, 'page', 'EUR').money } }), [10_000, 1]).days).toEqual([]);
  });

  it('where a price stands is asked only of what everybody pays, on the variant that is shown', () => {
    const of = compileRule(rule({ direction: 'down', baseline: { kind: 'fixed', money: price(9_000).money } }));
    const context = { tags: [] };
    expect(evaluate({ compiled: of, change: moved(1, 10_000, 5_000, 'conditional'), context, now: new Date(START) })).toEqual({});
    expect(evaluate({ compiled: of, change: change(1, { kind: 'price', offerSku: 'xl', from: price(10_000), to: price(5_000), percent: -50 }), context, now: new Date(START) })).toEqual({});
  });
});

describe('when', () => {
  const below = { moves: [], levels: [{ side: 'below', of: { kind: 'fixed', money: price(9_000).money } }] } as const;
  const falls = { moves: [{ way: 'down', by: { kind: 'percent', percent: 10 }, from: { kind: 'previous' } }], levels: [] } as const;

  it('one of several: each movement, and each crossing once', () => {
    expect(daily(rule({ when: [below, falls] }), [12_000, 11_900, 10_000, 8_900, 8_800, 7_000, 9_500, 8_999]).days).toEqual([2, 3, 5, 7]);
    expect(daily(rule({ when: [below, falls] }), [12_000, 10_000, 9_500, 8_999, 8_500]).days).toEqual([1, 3]);
  });

  it('all within one: a movement that ends where it is asked', () => {
    const both = { moves: falls.moves, levels: below.levels };
    expect(daily(rule({ when: [both] }), [12_000, 10_000, 8_900, 8_800, 7_000]).days).toEqual([2, 4]);
  });

  it('two movements, each from its own place', () => {
    const twice = { moves: [falls.moves[0], { way: 'down', by: five, from: { kind: 'median', days: 7 } }], levels: [] } as const;
    expect(daily(rule({ when: [twice] }), [9_000, 12_000, 10_500]).days).toEqual([]);
    expect(daily(rule({ when: [twice] }), [12_000, 12_100, 10_500]).days).toEqual([2]);
    const usual = { moves: [{ way: 'down', by: five, from: { kind: 'median', days: 7 } }], levels: [] } as const;
    expect(daily(rule({ when: [usual] }), [10_000, 10_000, 10_000, 10_000, 10_000, 8_000, 8_500, 8_400]).days).toEqual([5, 7]);
  });
});

describe('re-arming', () => {
  it('by distance: a movement to where it was told last is no news', () => {
    const of = rule({ direction: 'down', threshold: five, rearm: { distance: { kind: 'percent', percent: 2 } } });
    expect(daily(of, [10_000, 9_000, 10_000, 9_010, 10_000, 8_700]).days).toEqual([1, 5]);
    expect(daily({ ...of, rearm: {} }, [10_000, 9_000, 10_000, 9_010]).days).toEqual([1, 3]);
  });

  it('by time: after it, the same place is news again', () => {
    const of = rule({ direction: 'down', threshold: five, rearm: { distance: { kind: 'percent', percent: 2 }, after: 3 * DAY } });
    expect(daily(of, [10_000, 9_000, 10_000, 9_010, 10_000, 9_020]).days).toEqual([1, 5]);
  });

  it('by distance: what waits does not hold any more near the line, either', () => {
    const of = rule({ direction: 'down', baseline: { kind: 'own_price' }, confirm: { needed: 2, of: 2 }, rearm: { distance: five } });
    expect(run(of, [{ change: moved(1, 10_000, 9_400) }, { change: moved(2, 9_400, 9_600) }, { change: moved(1, 10_000, 9_400), hour: 3, confirmedBy: 2 }]).alerts).toEqual([]);
  });

  it('by distance: a price that wobbles about the line neither ends nor begins anew', () => {
    const of = rule({ direction: 'down', baseline: { kind: 'own_price' }, notifyRecovery: true, rearm: { distance: { kind: 'percent', percent: 2 } } });
    expect(daily(of, [10_000, 9_400, 9_550, 9_450, 9_600, 9_300, 9_700, 9_300]).days).toEqual([1, 6, 7]);
  });
});

describe('a movement one way', () => {
  it('is over, without a word, when the price is back where it began', () => {
    const of = rule({ direction: 'down', threshold: five });
    expect(daily(of, [10_000, 9_000]).episode).toMatchObject({ state: 'firing', startedFrom: price(10_000).money });
    const back = daily(of, [10_000, 9_000, 8_000, 9_900, 10_000]);
    expect(back.days).toEqual([1, 2]);
    expect(back.episode).toMatchObject({ state: 'recovered' });
    expect(daily({ ...of, notifyRecovery: true }, [10_000, 9_000, 10_100]).alerts.map(({ moment }) => moment)).toEqual(['fired', 'recovered']);
  });
});

it('a price alert carries the prices up to it', () => {
  const { alerts } = daily(rule({ direction: 'down', threshold: five }), [10_000, 10_200, 9_000]);
  expect(alerts[0]?.history?.map(({ money }) => money.minor)).toEqual([10_000, 10_200, 9_000]);
});
