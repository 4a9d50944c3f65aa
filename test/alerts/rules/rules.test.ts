import { describe, expect, it } from 'vitest';
import { compileRule } from '../../../alerts/rules/compile.ts';
import { movementOf, reaches } from '../../../alerts/rules/measure.ts';
import { RULE_DEFAULTS, RULE_PRESETS } from '../../../config/presets.ts';
import { brand } from '../../../model/ids.ts';
import type { ChangeDetail } from '../../../model/change.ts';
import { promotionKey } from '../../../alerts/changes/promotions.ts';
import type { Promotion } from '../../../model/promotion.ts';
import { at, currency, price } from '../changes/support.ts';
import { cares, change, evaluated, moved, PRODUCT, rule, run, stock, told } from './support.ts';

const HOUR = 3_600_000;

describe('filters', () => {
  const drop = moved(1, 100, 90);
  const context = { tags: ['lamps'], product: PRODUCT };

  it.each([
    [{}, true], [{ sources: ['acme'] }, true], [{ sources: ['other'] }, false], [{ targets: ['acme-shop'] }, true], [{ targets: ['x'] }, false],
    [{ tags: ['lamps', 'y'] }, true], [{ tags: ['y'] }, false], [{ skus: ['LAMP-1'] }, true], [{ skus: ['LAMP-2'] }, false],
    [{ titles: ['ＬＡＭＰ'] }, true], [{ titles: ['chair'] }, false], [{ sources: ['acme'], tags: ['y'] }, false], [{ tags: [] }, true],
  ])('%j → %s', (where, fits) => {
    expect(cares(compileRule(rule({ where })), drop, context)).toBe(fits);
  });

  it('let through what a rule watches and what ends it', () => {
    expect(cares(compileRule(rule({ on: ['title'] })), drop, context)).toBe(false);
    expect(cares(compileRule(rule({ on: ['listing_disappeared'] })), change(1, { kind: 'listing_returned', missingSince: at(0) }), context)).toBe(true);
    expect(cares(compileRule(rule({ on: ['listing_returned'] })), change(1, { kind: 'listing_disappeared', lastSeenAt: at(0), how: 'gone' }), context)).toBe(false);
  });
});

describe('thresholds and directions', () => {
  const percent = { kind: 'percent', percent: 5 } as const;
  const dollars = (minor: number, code = 'USD') => ({ kind: 'money', money: { minor, currency: currency(code), exponent: 2 } }) as const;

  it.each([
    ['5% down', { threshold: percent, direction: 'down' }, 10_000, 9_500, 1], ['just under 5%', { threshold: percent }, 10_000, 9_501, 0],
    ['wrong way', { direction: 'down' }, 10_000, 11_000, 0], ['up', { direction: 'up' }, 10_000, 11_000, 1],
    ['2 dollars', { threshold: dollars(200) }, 10_000, 9_800, 1], ['1.99 dollars', { threshold: dollars(200) }, 10_000, 9_801, 0],
    ['another currency', { threshold: dollars(1, 'EUR') }, 10_000, 1, 0], ['from nothing', { threshold: percent }, 0, 10, 1],
  ] as const)('%s', (_, more, from, to, alerts) => {
    expect(run(rule(more), [{ change: moved(1, from, to) }]).alerts).toHaveLength(alerts);
  });

  it('say in the alert what was compared with what', () => {
    expect(run(rule({ threshold: percent, severity: 'critical' }), [{ change: moved(1, 10_000, 8_000) }]).alerts[0]).toMatchObject({
      moment: 'fired', severity: 'critical', ruleId: 'my-rule', channels: ['team'], product: PRODUCT, at: at(1),
      reason: { baseline: 'previous', from: price(10_000).money, to: price(8_000).money, percent: -20, threshold: '5%' },
    });
  });

  it('count the share of bad ratings in points: up is worse', () => {
    const mix = (...stars: readonly number[]) => ({ stars, unit: 'percent' }) as const;
    const moves = (from: readonly number[], to: readonly number[]) => movementOf({ kind: 'star_mix', from: mix(...from), to: mix(...to) });
    expect(moves([4, 6, 10, 30, 50], [9, 6, 10, 30, 45])).toEqual({ way: 'up', percent: 5 });
    expect(reaches(RULE_PRESETS['bad-share'].threshold, moves([4, 6, 10, 30, 50], [5, 6, 10, 29, 50]))).toBe(false);
    expect(moves([9, 6, 10, 30, 45], [4, 6, 10, 30, 50])).toEqual({ way: 'down', percent: -5 });
    expect(moves([4, 6, 10, 30, 50], [4, 6, 20, 30, 40])).toMatchObject({ way: 'none' });
  });

  it('need minCount bad reviews in one change', () => {
    const reviews = (count: number): ChangeDetail => ({ kind: 'negative_reviews', reviews: Array.from({ length: count }, (_, index) => ({ id: brand(`r${index}`), text: 'bad' })) });
    const bad = rule({ ...RULE_PRESETS['bad-reviews'] });
    expect(told(run(bad, [{ change: change(1, reviews(2)) }, { change: change(2, reviews(5)) }]))).toEqual(['fired 2']);
    expect(run(bad, [{ change: change(1, reviews(5)) }, { change: change(2, reviews(4)) }, { change: change(3, reviews(1)) }]).episode?.waiting?.changeId).toBe(change(2, reviews(4)).id);
  });
});

describe('baselines', () => {
  it('last_alerted adds up steps that are each too small', () => {
    const creeping = rule({ baseline: { kind: 'last_alerted' }, threshold: { kind: 'percent', percent: 5 } });
    const steps = [moved(1, 10_000, 9_800), moved(2, 9_800, 9_600), moved(3, 9_600, 9_400), moved(4, 9_400, 9_300)].map((one) => ({ change: one }));
    const result = run(creeping, steps);
    expect(told(result)).toEqual(['fired 3']);
    expect(result.alerts[0]?.reason).toMatchObject({ baseline: 'last_alerted', from: price(10_000).money, to: price(9_400).money });
    expect(told(run(rule({ threshold: { kind: 'percent', percent: 5 } }), steps))).toEqual([]);
  });

  it('own_price speaks once while undercut, and once when it is over', () => {
    const undercut = rule({ ...RULE_PRESETS.undercut, cooldown: 0 });
    const steps = [moved(1, 12_000, 9_400), moved(2, 9_400, 9_000), moved(3, 9_000, 9_499), moved(4, 9_499, 9_500), moved(5, 9_500, 11_000), moved(6, 11_000, 9_000)];
    const result = run(undercut, steps.map((one) => ({ change: one })));
    expect(told(result)).toEqual(['fired 1', 'recovered 4', 'fired 6']);
    expect(result.alerts[0]?.reason).toMatchObject({ baseline: 'own_price', from: PRODUCT.price, to: price(9_400).money });
  });

  it('own_price compares only a page price in the own currency, of a known product', () => {
    const undercut = rule({ ...RULE_PRESETS.undercut });
    expect(run(undercut, [{ change: moved(1, 10_000, 100, 'conditional') }]).alerts).toEqual([]);
    expect(run(undercut, [{ change: moved(1, 10_000, 100) }], { ...PRODUCT, price: price(9_500, 'page', 'EUR').money }).alerts).toEqual([]);
    const variant = change(1, { kind: 'price', offerSku: 'xl', from: price(10_000), to: price(100), percent: -99 });
    expect(run(undercut, [{ change: variant }]).alerts).toEqual([]);
    expect(evaluated({ rule: undercut, change: moved(1, 10_000, 100), context: { tags: [] }, now: at(1) })).toEqual({});
  });

  it('own_price looks at the price a new rival comes with', () => {
    const came = (minor: number) => change(1, { kind: 'listing_appeared', price: price(minor) });
    expect(told(run(rule({ ...RULE_PRESETS.undercut }), [{ change: came(9_000) }]))).toEqual(['fired 1']);
    expect(told(run(rule({ ...RULE_PRESETS.undercut }), [{ change: came(9_500) }]))).toEqual([]);
  });

  it('own_price is over when the rival is gone', () => {
    const gone = change(2, { kind: 'listing_disappeared', lastSeenAt: at(1), how: 'gone' });
    expect(told(run(rule({ ...RULE_PRESETS.undercut, cooldown: 0 }), [{ change: moved(1, 12_000, 9_000) }, { change: gone }]))).toEqual(['fired 1', 'recovered 2']);
  });
});

describe('what goes to and fro', () => {
  const flaps = (hour: number, what: 'price' | 'stock', ...between: readonly string[]) => change(hour, { kind: 'flapping', what, between, times: 4, since: at(1) });
  const [out, back, again] = [stock(1, 'in_stock', 'out_of_stock'), stock(2, 'out_of_stock', 'in_stock'), stock(3, 'in_stock', 'out_of_stock')];

  it('ends what was told of one side: the next time that it is sold out is news, and nobody is reminded that it "still" is', () => {
    const result = run(rule({ ...RULE_PRESETS['sold-out'], rearm: { after: HOUR } }), [out, back, again, flaps(4, 'stock', 'out_of_stock', 'in_stock')].map((one) => ({ change: one })));
    expect(told(result)).toEqual(['fired 1', 'recovered 2', 'fired 3', 'fired 4']);
    expect(result.episode?.state).toBe('recovered');
    expect(told(run(rule(RULE_PRESETS['sold-out']), [out, back, again, flaps(4, 'stock', 'out_of_stock', 'in_stock'), stock(9, 'in_stock', 'out_of_stock')].map((one) => ({ change: one })))).at(-1)).toBe('fired 9');
  });

  it('leaves no place behind that falls are counted from', () => {
    const falls = rule({ direction: 'down', baseline: { kind: 'last_alerted' }, threshold: { kind: 'percent', percent: 5 } });
    const steps = [moved(1, 10_000, 9_000), moved(2, 9_000, 10_000), moved(3, 10_000, 9_000), flaps(4, 'price', '90.00 USD', '100.00 USD'), moved(9, 10_000, 9_200)];
    expect(told(run(falls, steps.map((one) => ({ change: one })))).slice(-2)).toEqual(['fired 4', 'fired 9']);
  });

  it.each([['price-drop', '95.00 USD', 1], ['price-drop', '99.50 USD', 0], ['price-rise', '95.00 USD', 1], ['new-low', '95.00 USD', 0], ['undercut', '95.00 USD', 0], ['map-violation', '95.00 USD', 0]] as const)('%s is told of 100.00 and %s: %i', (preset, other, alerts) => {
    expect(run(rule(RULE_PRESETS[preset]), [{ change: flaps(4, 'price', '100.00 USD', other) }]).alerts).toHaveLength(alerts);
  });

  it.each([
    ['a line', rule({ ...RULE_PRESETS.undercut, confirm: { needed: 2, of: 2 } }), moved(3, 10_000, 9_000), flaps(4, 'price', '90.00 USD', '100.00 USD')],
    ['a new low', rule({ ...RULE_PRESETS['new-low'], confirm: { needed: 2, of: 2 } }), moved(3, 10_000, 9_000), flaps(4, 'price', '90.00 USD', '100.00 USD')],
    ['a state', rule({ ...RULE_PRESETS['sold-out'], state: 'out_of_stock', holdFor: HOUR }), again, flaps(4, 'stock', 'out_of_stock', 'in_stock')],
    ['what must last', rule({ ...RULE_PRESETS['sold-out'], holdFor: HOUR }), again, flaps(4, 'stock', 'out_of_stock', 'in_stock')],
  ])('undoes what waits: %s', (_, of, waits, flapping) => {
    expect(told(run(of, [{ change: waits }, { change: flapping }, { change: waits, hour: 5, confirmedBy: 2 }]))).toEqual([]);
  });

  it('leaves what was told of a state or a line to the crawl that finds it settled', () => {
    const state = run(rule({ ...RULE_PRESETS['sold-out'], state: 'out_of_stock' }), [{ change: again }, { change: flaps(4, 'stock', 'out_of_stock', 'in_stock') }]);
    const line = run(rule(RULE_PRESETS.undercut), [{ change: moved(3, 10_000, 9_000) }, { change: flaps(4, 'price', '90.00 USD', '100.00 USD') }]);
    for (const result of [state, line]) expect([told(result), result.episode?.state]).toEqual([['fired 3'], 'firing']);
  });
});

describe('states', () => {
  const soldOut = rule({ ...RULE_DEFAULTS, ...RULE_PRESETS['sold-out'] });

  it('open once and close once', () => {
    const result = run(soldOut, [stock(1, 'in_stock', 'low'), stock(2, 'low', 'out_of_stock'), stock(3, 'out_of_stock', 'delisted'), stock(4, 'delisted', 'in_stock')].map((one) => ({ change: one })));
    expect(told(result)).toEqual(['fired 2', 'recovered 4']);
    expect(result.alerts[1]?.severity).toBe('info');
    expect(result.episode).toMatchObject({ state: 'recovered', aspect: 'stock|' });
  });

  it('say nothing of an end that nobody asked for, or whose beginning was never told', () => {
    expect(told(run(rule({ ...RULE_PRESETS['sold-out'], notifyRecovery: false }), [{ change: stock(1, 'in_stock', 'out_of_stock') }, { change: stock(2, 'out_of_stock', 'in_stock') }]))).toEqual(['fired 1']);
    expect(told(run(soldOut, [{ change: stock(1, 'out_of_stock', 'in_stock') }]))).toEqual([]);
  });

  it('is told when it begins again, though nothing showed its end: another variant was on the page meanwhile', () => {
    expect(told(run(soldOut, [stock(1, 'in_stock', 'out_of_stock'), stock(5, 'in_stock', 'out_of_stock'), stock(7, 'out_of_stock', 'in_stock')].map((one) => ({ change: one }))))).toEqual(['fired 1', 'fired 5', 'recovered 7']);
  });

  it('in both directions tell every change of stock', () => {
    const any = rule({ on: ['stock'] });
    const steps = [stock(1, 'out_of_stock', 'in_stock'), stock(2, 'in_stock', 'low'), stock(3, 'low', 'out_of_stock'), stock(4, 'out_of_stock', 'in_stock')];
    expect(told(run(any, steps.map((one) => ({ change: one }))))).toEqual(['recovered 1', 'fired 2', 'fired 3', 'recovered 4']);
  });

  it('back in stock is told each time', () => {
    const back = rule({ ...RULE_PRESETS['back-in-stock'] });
    const steps = [stock(1, 'in_stock', 'out_of_stock'), stock(2, 'out_of_stock', 'in_stock'), stock(3, 'in_stock', 'out_of_stock'), stock(4, 'out_of_stock', 'in_stock')];
    expect(told(run(back, steps.map((one) => ({ change: one }))))).toEqual(['fired 2', 'fired 4']);
  });

  it('pair promotions by what they are', () => {
    const promotion = (offMinor: number): Promotion => ({ label: 'x', mechanic: 'full_reduction', layer: 'shop', params: { offMinor } });
    const started = (hour: number, off: number) => change(hour, { kind: 'promotion_started', promotion: promotion(off) });
    const ended = (hour: number, off: number) => change(hour, { kind: 'promotion_ended', promotion: promotion(off) });
    expect(told(run(rule({ ...RULE_PRESETS.promotion }), [{ change: started(1, 5) }, { change: ended(2, 5) }]))).toEqual(['fired 1', 'recovered 2']);
    expect(told(run(rule({ ...RULE_PRESETS.promotion }), [{ change: ended(2, 5) }]))).toEqual(['recovered 2']);
    const later = { ...promotion(6), beganAs: promotionKey(promotion(5)) };
    const changed = change(2, { kind: 'promotion_changed', from: promotion(5), to: later });
    expect(cares(compileRule(rule({ ...RULE_PRESETS.promotion, on: ['promotion_started'] })), changed, { tags: [] })).toBe(false);
    const over = change(3, { kind: 'promotion_ended', promotion: later });
    expect(told(run(rule({ ...RULE_PRESETS.promotion, on: ['promotion_started'], notifyRecovery: true }), [{ change: started(1, 5) }, { change: over }]))).toEqual(['fired 1', 'recovered 3']);
    expect(told(run(rule({ ...RULE_PRESETS.promotion, on: ['promotion_started', 'promotion_changed'] }), [{ change: started(1, 5) }, { change: changed }]))).toEqual(['fired 1', 'fired 2']);
    expect(evaluated({ rule: rule({ ...RULE_PRESETS.promotion }), change: started(1, 5), context: { tags: [] }, now: at(1) }).episode?.id)
      .not.toBe(evaluated({ rule: rule({ ...RULE_PRESETS.promotion }), change: started(1, 6), context: { tags: [] }, now: at(1) }).episode?.id);
  });

  it('a broken reading and a blocked source are told once, and when they work again', () => {
    const broken = change(1, { kind: 'reading_broken', fields: ['price'], examples: [] });
    expect(told(run(rule({ ...RULE_PRESETS['reading-broken'] }), [{ change: broken }, { change: broken }, { change: change(3, { kind: 'reading_recovered' }) }]))).toEqual(['fired 1', 'recovered 3']);
    const blocked = change(1, { kind: 'source_blocked', outcome: 'challenge', examples: [] });
    expect(told(run(rule({ ...RULE_PRESETS['source-blocked'] }), [{ change: blocked }, { change: change(2, { kind: 'source_recovered' }) }]))).toEqual(['fired 1', 'recovered 2']);
  });

  it('a lost place is over when it is regained', () => {
    const place = (hour: number, from: number | null, to: number | null) => ({ change: change(hour, { kind: 'search_rank', productId: 'own', from, to, pagePosition: to, overtakenBy: [] }) });
    const lost = rule({ ...RULE_PRESETS['rank-lost'] });
    expect(told(run(lost, [place(1, 2, 5), place(2, 5, 4), place(3, 4, 9), place(4, 9, 2), place(5, 2, 1)]))).toEqual(['fired 1', 'fired 3', 'recovered 4']);
    expect(told(run(lost, [place(1, 2, null), place(2, null, 1)]))).toEqual(['fired 1', 'recovered 2']);
    expect(told(run(lost, [place(1, 1, 1)]))).toEqual(['fired 1']);
  });

  it('a search place that an ad pushes down is not lost, and not regained later', () => {
    const place = (hour: number, from: number, to: number) => ({ change: change(hour, { kind: 'search_rank', productId: 'own', from, to, pagePosition: to + 1, overtakenBy: [] }) });
    expect(told(run(rule(RULE_PRESETS['rank-lost']), [place(1, 3, 3), place(2, 3, 2)]))).toEqual(['fired 1']);
    expect(told(run(rule(RULE_PRESETS['rank-lost']), [place(1, 3, 5), place(2, 5, 5), place(3, 5, 3)]))).toEqual(['fired 1', 'fired 2', 'recovered 3']);
  });

  it('an acknowledged episode stays quiet while it lasts', () => {
    const first = evaluated({ rule: soldOut, change: stock(1, 'in_stock', 'out_of_stock'), context: { tags: [] }, now: at(1) });
    if (!first.episode) throw new Error('no episode');
    const episode = { ...first.episode, state: 'acknowledged' } as const;
    const still = evaluated({ rule: soldOut, change: stock(2, 'out_of_stock', 'delisted'), episode, context: { tags: [] }, now: at(2) });
    expect(still.alert).toBeUndefined();
    const back = evaluated({ rule: soldOut, change: stock(2, 'out_of_stock', 'in_stock'), episode, context: { tags: [] }, now: at(2) });
    expect(back).toMatchObject({ alert: { moment: 'recovered' }, episode: { state: 'recovered' } });
  });
});

describe('confirmation', () => {
  const sure = rule({ ...RULE_PRESETS['sold-out'], confirm: { needed: 3, of: 3 } });
  const out = stock(1, 'in_stock', 'out_of_stock');

  it('waits until enough crawls agree, then tells once', () => {
    const waiting = run(sure, [{ change: out, confirmedBy: 1 }, { change: out, hour: 2, confirmedBy: 2 }]);
    expect(waiting).toMatchObject({ alerts: [], episode: { state: 'pending', seen: 2, waiting: { changeId: out.id } } });
    expect(told(run(sure, [{ change: out }, { change: out, hour: 2, confirmedBy: 2 }, { change: out, hour: 3, confirmedBy: 3 }, { change: out, hour: 4, confirmedBy: 4 }]))).toEqual(['fired 1']);
  });

  it('forgets what turned back before', () => {
    const result = run(sure, [{ change: out }, { change: stock(2, 'out_of_stock', 'in_stock') }, { change: out, hour: 3, confirmedBy: 3 }]);
    expect(result.alerts).toEqual([]);
    expect(result.episode?.waiting).toBeUndefined();
  });

  it('counts a price from before the movement that was not confirmed', () => {
    const two = rule({ confirm: { needed: 2, of: 2 }, threshold: { kind: 'percent', percent: 15 } });
    const [first, second] = [moved(1, 10_000, 8_000), moved(2, 8_000, 8_400)];
    expect(run(two, [{ change: first }, { change: second }, { change: second, hour: 3, confirmedBy: 2 }]).alerts[0]?.reason).toMatchObject({ from: price(10_000).money, to: price(8_400).money, percent: -16, replaced: 1 });
    expect(run(two, [{ change: first }, { change: moved(2, 8_000, 9_000) }]).episode).toMatchObject({ state: 'recovered' });
  });

  it('forgets a title that was put back', () => {
    const two = rule({ on: ['title'], confirm: { needed: 2, of: 2 } });
    const back = change(2, { kind: 'title', from: 'b', to: 'a' });
    expect(told(run(two, [{ change: change(1, { kind: 'title', from: 'a', to: 'b' }) }, { change: back }, { change: back, hour: 3, confirmedBy: 2 }]))).toEqual([]);
  });
});

describe('cooldown', () => {
  const calm = rule({ ...RULE_PRESETS['sold-out'], cooldown: 6 * HOUR });
  const [out, back, outAgain] = [stock(1, 'in_stock', 'out_of_stock'), stock(2, 'out_of_stock', 'in_stock'), stock(3, 'in_stock', 'out_of_stock')];

  it('holds a bounce, and says so later when it is really over', () => {
    const bounced = run(calm, [{ change: out }, { change: back }, { change: outAgain }]);
    expect(told(bounced)).toEqual(['fired 1']);
    expect(bounced.episode).toMatchObject({ state: 'firing' });
    const price = run(rule({ ...RULE_PRESETS.undercut, cooldown: 6 * HOUR }), [{ change: moved(1, 10_000, 9_000) }, { change: moved(2, 9_000, 10_000) }, { change: moved(3, 10_000, 9_000) }]);
    expect([told(price), price.episode]).toMatchObject([['fired 1'], { state: 'firing', side: 'below', openedAt: at(1) }]);
    expect(told(run(calm, [{ change: out }, { change: back }, { change: back, hour: 5 }, { change: back, hour: 7 }, { change: back, hour: 8 }]))).toEqual(['fired 1', 'recovered 2']);
  });

  it('keeps the newest movement and says how many it stands for', () => {
    const price6 = rule({ cooldown: 6 * HOUR });
    const third = moved(3, 8_000, 7_000);
    const result = run(price6, [{ change: moved(1, 10_000, 9_000) }, { change: moved(2, 9_000, 8_000) }, { change: third }, { change: third, hour: 7 }]);
    expect(told(result)).toEqual(['fired 1', 'fired 3']);
    expect(result.alerts[1]?.reason).toMatchObject({ from: price(9_000).money, to: price(7_000).money, replaced: 1 });
  });

  it('tells nothing of a price that came back within it', () => {
    const result = run(rule({ cooldown: 6 * HOUR }), [{ change: moved(1, 10_000, 9_000) }, { change: moved(2, 9_000, 8_000) }, { change: moved(3, 8_000, 9_000) }]);
    expect(told(result)).toEqual(['fired 1']);
    expect(result.episode?.waiting).toBeUndefined();
  });
});
