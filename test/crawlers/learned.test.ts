import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { remember, setupOf, sharesOf } from '../../crawlers/learned.ts';
import { companionsOf, doubtOf, isDoubtful, movedFields, type Companion } from '../../crawlers/moved-fields.ts';
import { judge, type Judgement } from '../../crawlers/verdict.ts';
import { ESSENTIAL_FIELDS, type Way } from '../../model/change.ts';
import type { CrawlTally, Learned } from '../../model/crawl.ts';
import { METHODS } from '../../model/reading.ts';
import { emptyTally } from '../../storage/tally.ts';
import { pricedBy, priceUnread } from './tallies.ts';

const crawl = (counts: Partial<Record<Way, number>>, setup = 'as-it-is') => ({ tally: pricedBy(counts), setup, at: new Date(5) });
const usual = (counts: Partial<Record<Way, number>>): Learned => {
  const learned = remember(undefined, crawl(counts));
  if (!learned) throw new Error('nothing was learned');
  return learned;
};
const companion = (before: Partial<Record<Way, number>>, now: Partial<Record<Way, number>>, minute = 0): Companion => {
  const tally = pricedBy(now);
  return { usual: usual(before).shares, at: new Date(minute * 60_000), listings: tally.listings, shares: sharesOf(tally) };
};
const moved = (before: Partial<Record<Way, number>>, now: Partial<Record<Way, number>>, companions: readonly Companion[] = []): readonly string[] =>
  movedFields(pricedBy(now), usual(before), companions).map(({ field, from, to }) => `${field}: ${from} → ${to}`);

describe('a source that is read in another way', () => {
  test('is named with what it was read from before, what from now, and where', () => {
    expect(movedFields(pricedBy({ text: 60 }), usual({ 'json-ld': 60 }), [])).toEqual([{ field: 'price', from: 'json-ld', to: 'text', fromPlace: 'json-ld place', toPlace: 'text place' }]);
  });

  test.each<[string, Partial<Record<Way, number>>, Partial<Record<Way, number>>, boolean]>([
    ['most listings lose their data', { 'json-ld': 60 }, { 'json-ld': 20, text: 40 }, true],
    ['some listings do', { 'json-ld': 60 }, { 'json-ld': 40, text: 20 }, false],
    ['the data come in another form that names the field', { 'json-ld': 60 }, { microdata: 30, meta: 30 }, false],
    ['data come where there were none', { text: 60 }, { 'json-ld': 60 }, false],
    ['a source that was always guessed', { text: 60 }, { text: 60 }, false],
    ['three of three listings', { 'json-ld': 60 }, { text: 3 }, true],
    ['two of two', { 'json-ld': 60 }, { text: 2 }, false],
    ['the one listing of a product', { 'json-ld': 1 }, { text: 1 }, false],
    ['the field is missing: that is another fault', { 'json-ld': 60 }, { none: 60 }, false],
    ['a source that was half and half', { 'json-ld': 50, text: 50 }, { 'json-ld': 20, text: 30 }, false],
  ])('%s', (_, before, now, expected) => expect(moved(before, now).length > 0).toBe(expected));

  test('one listing counts together with those of the same round', () => {
    const broken = companion({ 'json-ld': 1 }, { text: 1 });
    const fine = companion({ 'json-ld': 1 }, { 'json-ld': 1 });
    expect(moved({ 'json-ld': 1 }, { text: 1 }, [broken])).toEqual([]);
    expect(moved({ 'json-ld': 1 }, { text: 1 }, [broken, broken])).toEqual(['price: json-ld → text']);
    expect(moved({ 'json-ld': 1 }, { text: 1 }, [fine, broken, fine, broken, fine])).toEqual([]);
    expect(moved({ 'json-ld': 1 }, { 'json-ld': 1 }, [broken, broken, broken])).toEqual([]);
  });

  test('what was read before the source changed does not speak for it', () => {
    const broken = (minute: number): Companion => companion({ 'json-ld': 1 }, { text: 1 }, minute);
    const fine = Array.from({ length: 9 }, (_, minute) => companion({ 'json-ld': 1 }, { 'json-ld': 1 }, minute));
    expect(moved({ 'json-ld': 1 }, { text: 1 }, [...fine, broken(20), broken(21)])).toEqual(['price: json-ld → text']);
    expect(moved({ 'json-ld': 1 }, { text: 1 }, [broken(-2), broken(-1), ...fine])).toEqual([]);
  });

  test('neighbours are asked for small crawls that look moved, and only those of this round under the same set-up answer', () => {
    expect(isDoubtful(pricedBy({ text: 1 }), usual({ 'json-ld': 1 }))).toBe(true);
    expect(isDoubtful(pricedBy({ 'json-ld': 1 }), usual({ 'json-ld': 1 }))).toBe(false);
    expect(isDoubtful(pricedBy({ text: 60 }), usual({ 'json-ld': 1 }))).toBe(false);
    const lastRead = { setup: 'as-it-is', at: new Date(6), listings: 1, shares: {} };
    const targets = [{ learned: usual({ 'json-ld': 1 }), lastRead }, { learned: usual({ 'json-ld': 1 }), lastRead: { ...lastRead, setup: 'other' } }, { lastRead }];
    expect(companionsOf(targets, usual({ 'json-ld': 1 }))).toHaveLength(1);
    expect(companionsOf(targets, { ...usual({ 'json-ld': 1 }), at: new Date(6) })).toHaveLength(0);
  });
});

describe('chance', () => {
  test('a random mixture of methods that stays the same is hardly ever taken for a break', () => {
    // A generator of its own, so that the same crawls are tried each time.
    let state = 12_345;
    const random = (): number => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return state / 2_147_483_648;
    };
    let judged = 0;
    let alarms = 0;
    for (let source = 0; source < 200; source += 1) {
      const named = 0.5 + random() / 2;
      const known = 0.6 + random() * 0.4;
      const size = 1 + Math.floor(random() * (source % 4 === 0 ? 200 : 12));
      let learned: Learned | undefined;
      let last: CrawlTally | undefined;
      for (let no = 0; no < 50; no += 1) {
        const counts: Partial<Record<Way, number>> = {};
        for (let listing = 0; listing < size; listing += 1) {
          const way: Way = random() > known ? 'none' : random() < named ? 'json-ld' : 'text';
          counts[way] = (counts[way] ?? 0) + 1;
        }
        const tally = pricedBy(counts);
        if (learned && last) {
          judged += 1;
          if (judge(tally, 'catalogue', { listings: last.listings, coverage: shareOf(last), learned }).fault?.moved.length) alarms += 1;
        }
        learned = remember(learned, { tally, setup: 'x', at: new Date(no) });
        last = tally;
      }
    }
    expect(judged).toBeGreaterThan(9_000);
    expect(alarms).toBeLessThanOrEqual(2);
  });

  test('a whole source that loses its data is always seen from three listings on', () => {
    fc.assert(fc.property(fc.integer({ min: 3, max: 5_000 }), fc.constantFrom(...METHODS), fc.constantFrom('text' as const, 'url' as const), (count, from, to) => {
      expect(moved({ [from]: count }, { [to]: count }).length > 0).toBe(from !== 'text' && from !== 'url');
    }));
  });

  test('the bound never says less than nothing, and grows with the number of listings', () => {
    fc.assert(fc.property(fc.nat(500), fc.integer({ min: 1, max: 500 }), fc.double({ min: 0.01, max: 0.99, noNaN: true }), (seen, more, usualShare) => {
      const of = seen + more;
      const doubt = doubtOf(seen, of, usualShare);
      expect(doubt).toBeGreaterThanOrEqual(0);
      expect(doubtOf(seen * 2, of * 2, usualShare)).toBeCloseTo(doubt * 2, 6);
    }));
  });
});

describe('what is remembered', () => {
  test('shares move towards what is seen, and stay shares', () => {
    const ways = fc.dictionary(fc.constantFrom<Way>(...METHODS, 'none'), fc.integer({ min: 1, max: 20 }), { minKeys: 1 });
    fc.assert(fc.property(fc.array(ways, { minLength: 1, maxLength: 20 }), (crawls) => {
      let learned: Learned | undefined;
      for (const counts of crawls) learned = remember(learned, crawl(counts));
      for (const field of ESSENTIAL_FIELDS) {
        const sum = Object.values(learned?.shares[field] ?? {}).reduce((total, share) => total + share, 0);
        expect(sum).toBeGreaterThan(0.9);
        expect(sum).toBeLessThan(1.001);
      }
    }));
  });

  test('a crawl without listings teaches nothing, another set-up starts afresh', () => {
    const learned = usual({ 'json-ld': 4 });
    expect(remember(learned, { ...crawl({}), tally: emptyTally() })).toBe(learned);
    expect(remember(learned, crawl({ configured: 4 }, 'other'))?.shares.price).toEqual({ configured: 1 });
    expect(remember(learned, crawl({ text: 4 }))?.shares.price).toEqual({ 'json-ld': 0.7, text: 0.3 });
    expect(remember(learned, crawl({ text: 4 }), true)?.shares.price).toEqual({ text: 1 });
  });

  test('the set-up is what an operator can set about reading, in any order', () => {
    const source = { platform: 'generic', mode: 'http', fields: { price: { css: '.a' }, sku: { css: '.b' } } } as const;
    expect(setupOf(source)).toBe(setupOf({ ...source, fields: { sku: { css: '.b' }, price: { css: '.a' } } }));
    expect(setupOf(source)).not.toBe(setupOf({ ...source, fields: { price: { css: '.c' } } }));
    expect(setupOf(source)).not.toBe(setupOf({ ...source, platform: 'shopify' }));
  });
});

describe('the verdict', () => {
  const lastGood = (otherWay: number) => ({ listings: 40, coverage: { title: 1, price: 1, availability: 1 }, learned: usual({ 'json-ld': 40 }), otherWay });
  const verdicts = (tally: CrawlTally): readonly Pick<Judgement, 'verdict' | 'accepted'>[] => [0, 1, 2].map((otherWay) => judge(tally, 'catalogue', lastGood(otherWay))).map(({ verdict, accepted }) => ({ verdict, ...(accepted ? { accepted } : {}) }));

  test('of another way of reading is broken twice; the third crawl makes it the usual one', () => {
    expect(verdicts(pricedBy({ text: 40 }))).toEqual([{ verdict: 'broken' }, { verdict: 'broken' }, { verdict: 'good', accepted: true }]);
  });

  test('without any price stays broken however long that lasts', () => {
    expect(verdicts(priceUnread(40))).toEqual([{ verdict: 'broken' }, { verdict: 'broken' }, { verdict: 'broken' }]);
    expect(judge(priceUnread(40), 'catalogue', lastGood(0))).toMatchObject({ fault: { lost: ['price'], moved: [], examples: ['https://shop.example/none-0', 'https://shop.example/none-1', 'https://shop.example/none-2'] } });
  });

  test('says in its reason what moved', () => {
    expect(judge(pricedBy({ text: 40 }), 'catalogue', lastGood(0)).why).toContain('price from json-ld to text');
  });
});

function shareOf({ coverage, listings }: CrawlTally): Record<string, number> {
  return Object.fromEntries(Object.entries(coverage).map(([name, count]) => [name, count / listings]));
}
