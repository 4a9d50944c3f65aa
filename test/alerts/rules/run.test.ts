import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileRule, compileRules } from '../../../alerts/rules/compile.ts';
import { evaluate } from '../../../alerts/rules/evaluate.ts';
import type { Evaluation } from '../../../alerts/rules/evaluation.ts';
import { evaluateDue } from '../../../alerts/rules/due.ts';
import { acknowledge, snooze } from '../../../alerts/rules/handling.ts';
import { startRun } from '../../../alerts/rules/run.ts';
import { asChange, evaluateStanding } from '../../../alerts/rules/standing.ts';
import { RULE_PRESETS } from '../../../config/presets.ts';
import type { Rule } from '../../../config/types.ts';
import type { Alert } from '../../../model/alert.ts';
import type { Episode } from '../../../model/episode.ts';
import type { Change } from '../../../model/change.ts';
import { brand, type CrawlId, type VersionId } from '../../../model/ids.ts';
import { withPoint, type PriceHistory } from '../../../model/price-history.ts';
import { at, facts, price } from '../changes/support.ts';
import { moved, PRODUCT, rule, stock } from './support.ts';

const HOUR = 3_600_000;

describe('a run over history', () => {
  const rules = compileRules([rule({ id: brand('drop'), direction: 'down' }), rule({ ...RULE_PRESETS['sold-out'], id: brand('gone'), confirm: { needed: 2, of: 2 } }), rule({ ...RULE_PRESETS.undercut, id: brand('under'), cooldown: 0, where: { sources: ['other'] } })]);

  it('shows each change to the rules that may care, and the same change once', () => {
    const run = startRun(rules);
    const drop = moved(1, 100, 90);
    expect(run.change(drop, { tags: [] }, at(1)).map(({ ruleId }) => ruleId)).toEqual(['drop']);
    expect(run.change(drop, { tags: [] }, at(2))).toEqual([]);
    expect([...run.episodes()]).toHaveLength(1);
  });

  it('confirms what waits by later crawls, each counted once', () => {
    const run = startRun(rules);
    const out = stock(1, 'in_stock', 'out_of_stock');
    expect(run.change(out, { tags: [] }, at(1))).toEqual([]);
    const look = (crawl: string, confirms = true) => run.look({ crawlId: brand(crawl), targetId: out.targetId, confirms: () => confirms, contextOf: () => ({ tags: [] }) }, at(2));
    expect(look(out.crawlId)).toEqual([]);
    expect(look('crl_2', false)).toEqual([]);
    expect(look('crl_3').map(({ ruleId }) => ruleId)).toEqual(['gone']);
    expect(look('crl_4')).toEqual([]);
  });

  it('counts crawls in a row that agree though the price moves on, and a crawl that brings two changes once', () => {
    const run = startRun(compileRules([rule({ ...RULE_PRESETS.undercut, cooldown: 0, confirm: { needed: 3, of: 3 } })]));
    const steps = [moved(1, 10_000, 9_000), { ...moved(2, 9_000, 8_900), crawlId: brand<CrawlId>('crl_2') }, { ...moved(3, 8_900, 8_800), crawlId: brand<CrawlId>('crl_2') }, { ...moved(4, 8_800, 8_700), crawlId: brand<CrawlId>('crl_4') }];
    expect(steps.map((change) => run.change(change, { tags: [], product: PRODUCT }, change.at).length)).toEqual([0, 0, 0, 1]);
  });

  it('counts a crawl that looks twice once', () => {
    const run = startRun(compileRules([rule({ ...RULE_PRESETS['sold-out'], confirm: { needed: 3, of: 3 } })]));
    const out = stock(1, 'in_stock', 'out_of_stock');
    run.change(out, { tags: [] }, at(1));
    const look = (crawl: string) => run.look({ crawlId: brand(crawl), targetId: out.targetId, confirms: () => true, contextOf: () => ({ tags: [] }) }, at(2));
    expect([look('crl_2'), look('crl_2'), look('crl_3')].map((alerts) => alerts.length)).toEqual([0, 0, 1]);
  });

  it('takes the crawl that brings what turns it back for one look: two of three agree', () => {
    const run = startRun(compileRules([rule({ ...RULE_PRESETS['sold-out'], confirm: { needed: 2, of: 3 } })]));
    const [out, back, again] = [stock(1, 'in_stock', 'out_of_stock'), stock(2, 'out_of_stock', 'in_stock'), stock(3, 'in_stock', 'out_of_stock')].map((change, index) => ({ ...change, crawlId: brand<CrawlId>(`crl_${index + 1}`) }));
    const crawl = (change: Change | undefined) => (change ? [...run.change(change, { tags: [] }, change.at), ...run.look({ crawlId: change.crawlId, targetId: change.targetId, confirms: () => true, contextOf: () => ({ tags: [] }) }, change.at)] : []);
    expect([out, back, again].map((change) => crawl(change).length)).toEqual([0, 0, 1]);
  });

  it('tells what stands at first sight, and what the clock asks for', () => {
    const run = startRun(compileRules([rule({ ...RULE_PRESETS.undercut, escalate: { to: [brand('boss')], after: HOUR } })]));
    const standing = { facts: facts(1), listing: { price: price(9_000) } };
    expect(run.standing(standing, { tags: [], product: PRODUCT }, at(1)).map(({ reason }) => reason.already)).toEqual(['first_sight']);
    expect(run.standing(standing, { tags: [], product: PRODUCT }, at(2))).toEqual([]);
    expect(run.tick(at(3)).map(({ reason }) => reason.again)).toEqual(['unacknowledged']);
    expect(run.tick(at(4))).toEqual([]);
  });

  it('tells again how it is by then, and nothing once the rule is over its time', () => {
    const again = { rearm: { after: HOUR }, until: at(6) };
    const run = startRun(compileRules([rule({ ...RULE_PRESETS.undercut, ...again, id: brand('under') }), rule({ ...RULE_PRESETS['price-drop'], ...again, id: brand('drop') })]));
    const context = { tags: [], product: PRODUCT };
    const toldAgain = (hour: number) => run.tick(at(hour)).map(({ ruleId, reason }) => `${ruleId} ${reason.again} ${reason.to?.minor}`);
    run.change(moved(1, 10_000, 9_000), context, at(1));
    run.change(moved(2, 9_000, 9_400), context, at(2));
    expect(toldAgain(3)).toEqual(['under still 9400', 'drop still 9400']);
    run.standing({ facts: facts(4), listing: { price: price(9_300) } }, context, at(4));
    expect(toldAgain(5)).toEqual(['under still 9300', 'drop still 9400']);
    expect(toldAgain(7)).toEqual([]);
  });
});

/** What can befall an episode; hours are counted up. */
type Event =
  | { readonly kind: 'price'; readonly to: number } | { readonly kind: 'stock'; readonly out: boolean } | { readonly kind: 'standing' } | { readonly kind: 'again'; readonly index: number }
  | { readonly kind: 'acknowledge' } | { readonly kind: 'snooze'; readonly hours: number } | { readonly kind: 'tick' } | { readonly kind: 'look' };

const anyEvent: fc.Arbitrary<Event> = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 80, max: 120 }).map((to): Event => ({ kind: 'price', to: to * 100 })) }, { weight: 3, arbitrary: fc.boolean().map((out): Event => ({ kind: 'stock', out })) },
  { weight: 2, arbitrary: fc.constant<Event>({ kind: 'standing' }) }, { weight: 2, arbitrary: fc.nat(20).map((index): Event => ({ kind: 'again', index })) }, fc.constant<Event>({ kind: 'acknowledge' }),
  fc.integer({ min: 1, max: 6 }).map((hours): Event => ({ kind: 'snooze', hours })), { weight: 2, arbitrary: fc.constant<Event>({ kind: 'tick' }) }, { weight: 2, arbitrary: fc.constant<Event>({ kind: 'look' }) },
);

const percent = fc.integer({ min: 1, max: 10 }).map((share) => ({ kind: 'percent', percent: share }) as const);
/** A line that is told of on both sides. */
const LINE = { baseline: { kind: 'fixed', money: price(10_000).money } } as const satisfies Partial<Rule>;
const FALL_OR_BELOW = { when: [{ moves: [{ way: 'down', by: { kind: 'percent', percent: 5 }, from: { kind: 'previous' } }], levels: [] }, { moves: [], levels: [{ side: 'below', of: LINE.baseline }] }] } as const satisfies Partial<Rule>;
const anyRule: fc.Arbitrary<Rule> = fc.record({
  base: fc.constantFrom<Partial<Rule>>({}, LINE, FALL_OR_BELOW, RULE_PRESETS['sold-out'], RULE_PRESETS.undercut, { baseline: { kind: 'median', days: 7 }, direction: 'down' }, { baseline: { kind: 'last_alerted' }, direction: 'down' }, { on: ['stock'], direction: 'down', state: 'out_of_stock' }),
  threshold: fc.option(percent, { nil: null }), cooldown: fc.constantFrom(0, 3 * HOUR), holdFor: fc.constantFrom(0, 0, 2 * HOUR), notifyRecovery: fc.boolean(),
  confirm: fc.constantFrom({ needed: 1, of: 1 }, { needed: 2, of: 2 }, { needed: 2, of: 3 }), distance: fc.option(percent, { nil: null }), after: fc.option(fc.constantFrom(2 * HOUR, 5 * HOUR), { nil: null }), escalate: fc.boolean(),
}).map(({ base, threshold, distance, after, escalate, ...more }) => rule({
  ...base, ...more, ...(threshold ? { threshold } : {}), rearm: { ...(distance ? { distance } : {}), ...(after === null ? {} : { after }) }, ...(escalate ? { escalate: { to: [brand('boss')], after: HOUR } } : {}),
}));

/** One listing under one rule, as the workers move it: the episode is written guarded by its rev, alerts are inserted once. `dies`: the write is lost, and the event comes again. */
function live(of: Rule, events: readonly Event[], dies: (no: number) => boolean, clockOf: (no: number) => Date): { readonly alerts: readonly Alert[]; readonly episode: Episode | undefined } {
  const compiled = compileRule(of);
  const alerts = new Map<string, Alert>();
  const known: Change[] = [];
  let episode: Episode | undefined;
  let [price_, out]: [number, boolean] = [10_000, false];
  let history: PriceHistory = [{ at: at(0), money: price(10_000).money }];
  let no = 0;
  const write = (decide: (stored: Episode | undefined) => Evaluation): void => {
    const tries = dies(no) ? 2 : 1;
    for (let round = 0; round < tries; round += 1) {
      const { episode: next, alert } = decide(episode);
      if (!next) continue;
      expect(next.rev).toBe((episode?.rev ?? 0) + 1);
      // Episode and alert are one guarded write; a worker that dies before it has decided nothing.
      if (round + 1 < tries) continue;
      episode = next;
      if (!alert) continue;
      expect(alerts.has(alert.id)).toBe(false);
      alerts.set(alert.id, alert);
    }
  };
  const show = (change: Change, confirmedBy: number): void => write((stored) => evaluate({ compiled, change, context: { tags: [], product: PRODUCT, history, confirmedBy }, now: clockOf(no), ...(stored ? { episode: stored } : {}) }));
  for (const event of events) {
    no += 1;
    const now = clockOf(no);
    switch (event.kind) {
      case 'price': {
        if (event.to === price_) break;
        const change = { ...moved(no, price_, event.to), at: now };
        history = withPoint(history, { at: now, money: price(event.to).money });
        price_ = event.to;
        known.push(change);
        if (of.on.includes('price')) show(change, 1);
        break;
      }
      case 'stock': {
        if (event.out === out) break;
        const change = { ...(event.out ? stock(no, 'in_stock', 'out_of_stock') : stock(no, 'out_of_stock', 'in_stock')), at: now };
        out = event.out;
        known.push(change);
        if (of.on.includes('stock')) show(change, 1);
        break;
      }
      case 'again': {
        const change = known[event.index];
        if (change && of.on.includes(change.detail.kind)) show(change, 1);
        break;
      }
      case 'look': {
        const waits = known.find(({ id }) => id === episode?.waiting?.changeId);
        if (waits && episode) show(waits, Math.max(1, episode.seen) + 1);
        break;
      }
      case 'standing': {
        const change = compiled.looks ? asChange({ facts: { ...facts(no), at: now, toVersion: brand(`ver_${price_}_${out}`) }, listing: { price: price(price_), availability: out ? 'out_of_stock' : 'in_stock' } }, compiled) : undefined;
        if (change) write((stored) => evaluateStanding({ compiled, change, context: { tags: [], product: PRODUCT, history }, now, ...(stored ? { episode: stored } : {}) }));
        break;
      }
      case 'acknowledge': write((stored) => { const next = stored && acknowledge(stored, 'link', now); return next ? { episode: next } : {}; }); break;
      case 'snooze': write((stored) => { const next = stored && snooze(stored, new Date(now.getTime() + event.hours * HOUR), now); return next ? { episode: next } : {}; }); break;
      case 'tick': write((stored) => {
        const last = stored?.lastAlertId && alerts.get(stored.lastAlertId);
        const due = [stored?.escalateAt, stored?.remindAt, stored?.snoozedUntil].some((time) => time !== undefined && time <= now);
        const present = { standing: { facts: { ...facts(no), at: now, toVersion: brand<VersionId>(`ver_${price_}_${out}`) }, listing: { price: price(price_) } }, context: { tags: [], product: PRODUCT, history } };
        return stored && due ? evaluateDue({ compiled, episode: stored, present, now, ...(last ? { last } : {}) }) : {};
      }); break;
      default: event satisfies never;
    }
  }
  return { alerts: [...alerts.values()], episode };
}

const hourly = (no: number): Date => at(no);

describe('the life of an episode, whatever befalls it', () => {
  const lives = fc.tuple(anyRule, fc.array(anyEvent, { maxLength: 30 }));

  it('tells nothing twice: no alert has the id of another, and a change is told once beside reminders', () => {
    fc.assert(fc.property(lives, ([of, events]) => {
      const { alerts } = live(of, events, () => false, hourly);
      const plain = alerts.filter(({ reason }) => reason.again === undefined && reason.already === undefined);
      expect(new Set(plain.map(({ change, moment }) => `${moment} ${change.id}`)).size).toBe(plain.length);
    }), { numRuns: 1_000 });
  });

  it('tells the same when workers die before they write and do it again', () => {
    fc.assert(fc.property(lives, fc.func(fc.boolean()), ([of, events], dies) => {
      const clean = live(of, events, () => false, hourly);
      const messy = live(of, events, dies, hourly);
      expect(messy.alerts.map(({ id }) => id)).toEqual(clean.alerts.map(({ id }) => id));
    }), { numRuns: 500 });
  });

  it('never says that something is over of which nobody was told, and only to those who were', () => {
    fc.assert(fc.property(lives, ([of, events]) => {
      const { alerts } = live(of, events, () => false, hourly);
      let told = new Set<string>();
      for (const alert of alerts) {
        if (alert.moment === 'fired') told = new Set([...told, ...alert.channels]);
        else {
          expect(alert.channels.length).toBeGreaterThan(0);
          for (const channel of alert.channels) expect(told.has(channel)).toBe(true);
          told = new Set();
        }
      }
    }), { numRuns: 1_000 });
  });

  it('is quiet while it is snoozed', () => {
    fc.assert(fc.property(lives, ([of, events]) => {
      const all = live(of, events, () => false, hourly);
      const before = new Set(all.alerts.map(({ id }) => id));
      const { alerts, episode } = live(of, [...events, { kind: 'snooze', hours: 40 }, { kind: 'price', to: 5_000 }, { kind: 'standing' }, { kind: 'look' }, { kind: 'tick' }], () => false, hourly);
      if (episode?.snoozedUntil && episode.snoozedUntil > at(events.length + 5)) expect(alerts.filter(({ id }) => !before.has(id))).toEqual([]);
    }), { numRuns: 500 });
  });

  it('ends as things stand when every crawl looks: nothing that fires is over, nothing that stands is left untold', () => {
    const states = fc.tuple(anyRule, fc.constantFrom<Partial<Rule>>(RULE_PRESETS.undercut, { on: ['stock'], direction: 'down', state: 'out_of_stock' }, { ...LINE, on: ['price'], direction: 'any' })).map(([of, base]): Rule => {
      const { threshold: _, when: _when, state: _state, ...rest } = of;
      return { ...rest, ...base, rearm: {} };
    });
    fc.assert(fc.property(fc.tuple(states, fc.array(anyEvent, { maxLength: 30 })), ([of, events]) => {
      const end: readonly Event[] = Array.from({ length: 30 }, (_, no) => (no % 2 === 0 ? { kind: 'standing' } : { kind: 'look' }));
      const prices = events.flatMap((event) => (event.kind === 'price' ? [event.to] : []));
      const stocks = events.flatMap((event) => (event.kind === 'stock' ? [event.out] : []));
      const last = prices.at(-1) ?? 10_000;
      const twoSided = of.on.includes('price') && of.direction === 'any';
      const stands = twoSided ? last !== 10_000 : of.on.includes('price') ? last < PRODUCT.price.minor : (stocks.at(-1) ?? false);
      const { episode } = live(of, [...events, ...end], () => false, hourly);
      const firing = episode?.state === 'firing' || episode?.state === 'acknowledged';
      expect(firing).toBe(stands);
      if (twoSided && stands) expect(episode?.side).toBe(last < 10_000 ? 'below' : 'above');
    }), { numRuns: 1_000 });
  });

  it('goes on when the clock is set back', () => {
    fc.assert(fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 12 }), fc.integer({ min: 1, max: 24 * 365 }), fc.nat(11), (states, hours, when) => {
      const of = rule({ ...RULE_PRESETS['sold-out'], cooldown: 3 * HOUR, state: 'out_of_stock' });
      const events: readonly Event[] = [...states.map((out): Event => ({ kind: 'stock', out })), ...Array.from({ length: 8 }, (): Event => ({ kind: 'standing' })), ...Array.from({ length: 8 }, (): Event => ({ kind: 'look' })), { kind: 'standing' }];
      const { episode } = live(of, events, () => false, (no) => at(no > when ? no - hours : no));
      expect(episode === undefined ? 'recovered' : episode.state).toBe(states.at(-1) ? 'firing' : 'recovered');
    }), { numRuns: 500 });
  });
});
