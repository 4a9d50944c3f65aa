import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rule } from '../../../config/types.ts';
import { RULE_PRESETS } from '../../../config/presets.ts';
import type { Change } from '../../../model/change.ts';
import { moved, rule, run, stock, type Evaluated } from './support.ts';

const HOUR = 3_600_000;

/** A history of one listing: stock that goes and comes, hour by hour. */
const stockHistory = fc.integer({ min: 1, max: 10 }).map((length) => Array.from({ length }, (_, hour): Change => (hour % 2 === 0 ? stock(hour, 'in_stock', 'out_of_stock') : stock(hour, 'out_of_stock', 'in_stock'))));
/** A price that walks. */
const priceHistory = fc.array(fc.integer({ min: 8_000, max: 12_000 }), { minLength: 2, maxLength: 10 })
  .map((prices) => prices.slice(1).map((to, index) => moved(index, prices[index] ?? to, to)));
const anyRule: fc.Arbitrary<Rule> = fc.oneof(
  fc.record({ threshold: fc.option(fc.constant({ kind: 'percent', percent: 5 } as const), { nil: null }), baseline: fc.constantFrom({ kind: 'previous' } as const, { kind: 'last_alerted' } as const, { kind: 'own_price' } as const), direction: fc.constantFrom('up', 'down', 'any'), cooldown: fc.constantFrom(0, 3 * HOUR), notifyRecovery: fc.boolean() })
    .map(({ threshold, ...more }) => rule({ ...more, ...(threshold ? { threshold } : {}) })),
  fc.record({ direction: fc.constantFrom('up', 'down', 'any'), cooldown: fc.constantFrom(0, 3 * HOUR), notifyRecovery: fc.boolean() }).map((more) => rule({ ...more, on: ['stock'] })),
);
const anyHistory = fc.oneof(stockHistory, priceHistory);

/** Each change in order, but before it any number of earlier ones again, and any number of tries that died before the episode was written. */
function disturbed(history: readonly Change[]): fc.Arbitrary<readonly Evaluated[]> {
  return fc.tuple(...history.map((change, index) => fc.record({
    again: fc.array(fc.nat(Math.max(0, index - 1)), { maxLength: index === 0 ? 0 : 3 }), crashes: fc.nat(2),
  }).map(({ again, crashes }): Evaluated[] => [
    ...again.flatMap((earlier) => (history[earlier] && earlier < index ? [{ change: history[earlier], hour: index }] : [])),
    ...Array.from({ length: crashes }, () => ({ change, crash: true })), { change },
  ]))).map((steps) => steps.flat());
}

/** As in production, what waits is looked at again with every later crawl. */
function withLaterLooks(steps: readonly Evaluated[], history: readonly Change[]): readonly Evaluated[] {
  const last = history.length + 24;
  return [...steps, ...history.map((change) => ({ change, hour: last })), ...history.map((change) => ({ change, hour: last + 24 }))];
}

describe('any history under any rule', () => {
  const cases = fc.tuple(anyRule, anyHistory).chain(([of, history]) => fc.tuple(fc.constant(of), fc.constant(history), disturbed(history)));

  it('gives the same alerts however often a worker repeats itself or dies', () => {
    fc.assert(fc.property(cases, ([of, history, steps]) => {
      fc.pre(of.cooldown === 0);
      const clean = run(of, history.map((change) => ({ change })));
      const messy = run(of, steps);
      expect(messy.alerts.map((alert) => alert.id)).toEqual(clean.alerts.map((alert) => alert.id));
      expect(messy.episode?.state).toBe(clean.episode?.state);
    }), { numRuns: 500 });
  });

  it('never tells one change twice, and within a cooldown nothing twice', () => {
    fc.assert(fc.property(cases, ([of, , steps]) => {
      const { alerts } = run(of, steps);
      expect(new Set(alerts.map((alert) => alert.change.id)).size).toBe(alerts.length);
      for (const [index, alert] of alerts.entries()) {
        const before = alerts[index - 1];
        // A crash between alert and episode loses the time of the alert, never the alert.
        if (before && !steps.some((step) => step.crash)) expect(alert.at.getTime() - before.at.getTime()).toBeGreaterThanOrEqual(of.cooldown);
      }
    }), { numRuns: 500 });
  });

  it('tells the last state in the end, also when a cooldown held it', () => {
    fc.assert(fc.property(stockHistory, fc.constantFrom('up', 'down', 'any'), (history, direction) => {
      const of = rule({ on: ['stock'], direction, cooldown: 3 * HOUR, notifyRecovery: true });
      const { alerts, episode } = run(of, withLaterLooks(history.map((change) => ({ change })), history));
      const out = history.length % 2 === 1;
      const open = direction === 'up' ? !out : out;
      expect(episode?.waiting).toBeUndefined();
      expect(episode?.state).toBe(open ? 'firing' : 'recovered');
      if (alerts.length > 0) expect(alerts.at(-1)?.moment).toBe(open ? 'fired' : 'recovered');
    }));
  });

  it('ends in the same state in whatever order it arrives, and loses no movement', () => {
    const shuffled = fc.oneof(stockHistory, priceHistory).chain((history) => fc.tuple(fc.constant(history), fc.shuffledSubarray(history, { minLength: history.length })));
    fc.assert(fc.property(shuffled, ([history, order]) => {
      const of = history[0]?.detail.kind === 'stock' ? rule({ ...RULE_PRESETS['sold-out'] }) : rule({});
      const [clean, turned] = [history, order].map((changes) => run(of, changes.map((change) => ({ change }))));
      expect(turned?.episode?.state).toBe(clean?.episode?.state);
      if (history[0]?.detail.kind === 'price') expect(turned?.alerts.map((alert) => alert.id).toSorted()).toEqual(clean?.alerts.map((alert) => alert.id).toSorted());
    }), { numRuns: 500 });
  });
});
