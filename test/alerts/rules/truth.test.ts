import fc from 'fast-check';
import { expect, it } from 'vitest';
import { RULE_PRESETS } from '../../../config/presets.ts';
import type { Rule } from '../../../config/types.ts';
import type { Reference } from '../../../model/comparison.ts';
import { brand } from '../../../model/ids.ts';
import { price } from '../changes/support.ts';
import { alertsOf } from './recorded.ts';
import { rule } from './support.ts';

/*
 * What rules tell is true in the crawl that they tell it by, however they confirm, wait, filter and combine, and whatever comes between: pages not read, crawls
 * that fail, other sellers, sales that end, prices and stock that go to and fro.
 */

const HOUR = 3_600_000;

interface Page {
  readonly amount: number;
  readonly out: boolean;
  readonly seller: string;
  readonly list: number | null;
}

/** How a page came to be otherwise, or that it was not read, or the crawl failed. */
type Step = Partial<Page> | 'unread' | 'failed';

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(100, 98, 96, 94, 92, 90, 85).map((amount) => ({ amount })) }, { weight: 4, arbitrary: fc.boolean().map((out) => ({ out })) }, { weight: 5, arbitrary: fc.constant({}) },
  { weight: 2, arbitrary: fc.constantFrom('A', 'B', 'Us').map((seller) => ({ seller })) }, { weight: 2, arbitrary: fc.constantFrom(null, 110, 120).map((list) => ({ list })) },
  fc.constant('unread' as const), fc.constant('failed' as const),
);

const euro = (minor: number) => price(minor, 'page', 'EUR').money;
const share = (percent: number) => ({ kind: 'percent', percent }) as const;
const below = (baseline: Reference): Partial<Rule> => ({ direction: 'down', baseline, notifyRecovery: true });
const STATES = {
  line: below({ kind: 'fixed', money: euro(9_500) }), list: below({ kind: 'list_price' }), out: { ...RULE_PRESETS['sold-out'], state: 'out_of_stock' }, gone: RULE_PRESETS['sold-out'],
} as const satisfies Readonly<Record<string, Partial<Rule>>>;
const FALLS: Readonly<Record<string, Partial<Rule>>> = {
  drop: { direction: 'down', threshold: share(3) }, last: { direction: 'down', threshold: share(3), baseline: { kind: 'last_alerted' } }, low: { direction: 'down', baseline: { kind: 'lowest', days: 30 } },
};

const anyMore: fc.Arbitrary<Partial<Rule>> = fc.record({
  confirm: fc.constantFrom({ needed: 1, of: 1 }, { needed: 2, of: 2 }, { needed: 2, of: 3 }, { needed: 3, of: 3 }), cooldown: fc.constantFrom(0, 12 * HOUR, 72 * HOUR), holdFor: fc.constantFrom(0, 0, 36 * HOUR),
  rearm: fc.constantFrom({}, { distance: share(3) }), where: fc.constantFrom({}, { price: { to: euro(9_700) } }), match: fc.constantFrom({}, { seller: { $ne: 'Us' } }, { availability: 'in_stock' }),
});

const HOLDS: Readonly<Record<keyof typeof STATES, (page: Page) => boolean>> = {
  line: ({ amount }) => amount < 95, list: ({ amount, list }) => list !== null && amount < list, out: ({ out }) => out, gone: ({ out }) => out,
};

/** The pages in turn; undefined: not read, or not reached. */
function pagesOf(steps: readonly Step[]): readonly (Page | undefined)[] {
  let page: Page = { amount: 100, out: false, seller: 'A', list: null };
  return steps.map((step) => {
    if (typeof step === 'string') return undefined;
    page = { ...page, ...step };
    return page;
  });
}

function fieldsOf({ amount, out, seller, list }: Page): object {
  return { price: { amount, currency: 'EUR' }, availability: out ? 'out_of_stock' : 'in_stock', seller, listPrice: list === null ? null : { amount: list, currency: 'EUR' } };
}

/** What is told of these steps: by the name of the body, with the page that the crawl found. */
function told(bodies: Readonly<Record<string, Partial<Rule>>>, { steps, mores, hours }: Life) {
  const pages = pagesOf(steps);
  const rules = mores.flatMap((more, no) => Object.entries(bodies).map(([name, body]) => rule({ ...body, ...more, id: brand(`${name}.${no}`) })));
  const alerts = alertsOf(rules, pages.map((page, no) => (page ? fieldsOf(page) : steps[no] === 'failed' ? null : {})), hours);
  return alerts.filter(({ change }) => change !== 'flapping').map((alert) => ({ ...alert, name: alert.rule.split('.')[0], page: pages[alert.no] }));
}

interface Life {
  readonly steps: readonly Step[];
  readonly mores: readonly Partial<Rule>[];
  readonly hours: number;
}

const lives: fc.Arbitrary<Life> = fc.record({ steps: fc.array(anyStep, { minLength: 12, maxLength: 20 }), mores: fc.array(anyMore, { minLength: 8, maxLength: 8 }), hours: fc.constantFrom(6, 24, 48, 168) });
const RUNS = { seed: 7, numRuns: 15 };

it('of a state or a line: it is so when it is told to have begun, and not so when it is told to be over', () => {
  fc.assert(fc.property(lives, (life) => {
    for (const { name, moment, no, page } of told(STATES, life)) {
      const [, holds] = Object.entries(HOLDS).find(([of]) => of === name) ?? [];
      expect([name, no, moment]).toEqual([name, no, page && holds && (holds(page) ? 'fired' : 'recovered')]);
    }
  }), RUNS);
});

it('of a movement: the price is what it says, and lower than what it is counted from', () => {
  fc.assert(fc.property(lives, (life) => {
    for (const { change, from, to, page } of told(FALLS, life)) {
      const amounts = [from, to].map((side) => (typeof side === 'object' && side ? side.amount : Number.NaN));
      expect([change, amounts[1], (amounts[1] ?? 0) < (amounts[0] ?? 0)]).toEqual(['price', page?.amount, true]);
    }
  }), RUNS);
});
