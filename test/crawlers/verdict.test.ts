import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tallyOf } from '../../crawlers/tally.ts';
import { judge } from '../../crawlers/verdict.ts';
import type { CrawlTally } from '../../model/crawl.ts';
import { OUTCOMES, type Outcome } from '../../model/outcome.ts';
import { emptyTally, sumTallies } from '../../storage/tally.ts';
import { pricedBy } from './tallies.ts';

function tally(outcomes: Partial<Record<Outcome, number>>, more: Partial<CrawlTally> = {}): CrawlTally {
  return { ...emptyTally(), outcomes, ...more };
}

describe('verdict of a crawl', () => {
  test('a complete crawl is good', () => {
    expect(judge(tally({ ok: 40 }, { listings: 40, coverage: { title: 40, price: 40 } }), 'catalogue', undefined).verdict).toBe('good');
  });

  test('a product page that is gone teaches something', () => {
    expect(judge(tally({ gone: 1 }), 'product', undefined).verdict).toBe('good');
  });

  test('a captcha instead of the only page is blocked, never good', () => {
    expect(judge(tally({ challenge: 1 }), 'product', { listings: 1, coverage: { title: 1, price: 1 } }).verdict).toBe('blocked');
  });

  test('one failed list page makes a catalogue partial, so that nothing is removed', () => {
    expect(judge(tally({ ok: 9, server_error: 1 }, { listings: 450, listFailures: 1 }), 'catalogue', { listings: 500, coverage: {} }).verdict).toBe('partial');
  });

  test('a missing list page counts as a failure, a missing listing does not', () => {
    expect(judge(tally({ ok: 9, not_found: 1 }, { listings: 9, listFailures: 1 }), 'catalogue', undefined).verdict).toBe('partial');
    expect(judge(tally({ ok: 9, not_found: 1 }, { listings: 9 }), 'catalogue', undefined).verdict).toBe('good');
  });

  test('a list that shrank by more than half is not believed', () => {
    expect(judge(tally({ ok: 2 }, { listings: 40 }), 'catalogue', { listings: 100, coverage: {} }).verdict).toBe('partial');
  });

  test('a list that speaks of more than was found is not believed to be all, once it is known to keep its word', () => {
    const kept = (count: number, listed: number | undefined, times: number) => ({ listings: count, coverage: {}, usual: { good: Array.from({ length: times }, () => ({ listings: count, ...(listed === undefined ? {} : { listed }), coverage: {} })), short: [] } });
    const eleven = tally({ ok: 1 }, { listings: 11, listed: 12 });
    expect(judge(eleven, 'catalogue', kept(12, 12, 4))).toMatchObject({ verdict: 'partial', short: true, why: 'only 11 of the 12 listings that the list speaks of were read' });
    // One is gone, and the list says so.
    expect(judge(tally({ ok: 1 }, { listings: 11, listed: 11 }), 'catalogue', kept(12, 12, 4)).verdict).toBe('good');
    // It counts variants, or said nothing before.
    expect(judge(eleven, 'catalogue', kept(11, 12, 4)).verdict).toBe('good');
    expect([judge(eleven, 'catalogue', undefined).verdict, judge(tally({ ok: 1 }, { listings: 12, listed: 40 }), 'catalogue', kept(12, undefined, 4)).verdict]).toEqual(['good', 'good']);
    // Whoever recorded a crawl vouches for its number.
    expect(judge(tally({ ok: 1 }, { listings: 11 }), 'catalogue', undefined, [], 20).verdict).toBe('partial');
  });

  test('a price that vanished from most pages is the reader\'s fault', () => {
    const judgement = judge(tally({ ok: 10 }, { listings: 10, coverage: { title: 10, price: 1 } }), 'catalogue', { listings: 10, coverage: { title: 1, price: 0.9 } });
    expect(judgement).toMatchObject({ verdict: 'broken', fault: { lost: ['price'], moved: [], acceptable: false } });
  });

  test('a shop that never showed prices is not broken without them', () => {
    expect(judge(tally({ ok: 10 }, { listings: 10, coverage: { title: 10 } }), 'catalogue', { listings: 10, coverage: { title: 1, price: 0.1 } }).verdict).toBe('good');
  });

  test('any outcome that is neither data nor absence keeps a crawl from being good', () => {
    const outcomes = fc.dictionary(fc.constantFrom(...OUTCOMES), fc.integer({ min: 1, max: 50 }));
    fc.assert(fc.property(outcomes, (counts) => {
      const { verdict } = judge(tally(counts), 'catalogue', undefined);
      const clean = Object.keys(counts).length > 0 && Object.keys(counts).every((outcome) => ['ok', 'not_found', 'gone'].includes(outcome));
      expect(verdict === 'good').toBe(clean);
    }));
  });
});

describe('tally', () => {
  test('a sum does not depend on how it was split into batches', () => {
    const request = { url: 'https://shop.example/a', role: 'listing' } as const;
    const one = fc.constantFrom(...OUTCOMES).map((outcome) => tallyOf(request, outcome, [], 10, 'fetched'));
    fc.assert(fc.property(fc.array(fc.array(one, { maxLength: 5 }), { maxLength: 5 }), (batches) => {
      expect(sumTallies(batches.map(sumTallies))).toEqual(sumTallies(batches.flat()));
    }));
  });

  test('keeps a few examples of what went wrong, none of what went well', () => {
    const urls = Array.from({ length: 9 }, (_, no) => `https://shop.example/${no}`);
    const sum = sumTallies(urls.flatMap((url) => [tallyOf({ url, role: 'listing' }, 'challenge', [], 1, 'fetched'), tallyOf({ url, role: 'listing' }, 'ok', [], 1, 'fetched')]));
    expect(sum.examples).toEqual({ challenge: urls.slice(0, 5) });
  });

  test('ways and selectors add up with three examples of each, however they were split', () => {
    const parts = fc.array(fc.dictionary(fc.constantFrom('json-ld' as const, 'text' as const, 'none' as const), fc.integer({ min: 1, max: 5 })).map((counts) => pricedBy(counts)), { maxLength: 6 });
    fc.assert(fc.property(fc.array(parts, { maxLength: 4 }), (batches) => {
      const sum = sumTallies(batches.flat());
      expect(sumTallies(batches.map(sumTallies))).toEqual(sum);
      expect(Object.values(sum.ways?.price ?? {}).reduce((total, { count }) => total + count, 0)).toBe(sum.listings);
      for (const { count, examples } of Object.values(sum.ways?.price ?? {})) expect(examples).toHaveLength(Math.min(3, count));
    }));
  });
});
