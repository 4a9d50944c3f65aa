import { describe, expect, it } from 'vitest';
import { crawlEvents, type CrawlState } from '../../../alerts/changes/crawl-events.ts';
import { diffPage } from '../../../alerts/changes/page.ts';
import { diffPresence, type PresenceInput } from '../../../alerts/changes/presence.ts';
import { diffRanking } from '../../../alerts/changes/ranking.ts';
import { negativeReviews, newReviews } from '../../../alerts/changes/reviews.ts';
import { diffSponsored } from '../../../alerts/changes/sponsored.ts';
import type { CrawlTally, ReadingFault, Verdict } from '../../../model/crawl.ts';
import { brand } from '../../../model/ids.ts';
import type { Review } from '../../../model/listing.ts';
import { at, facts, price, ranking, version } from './support.ts';

describe('search rank', () => {
  const good = { track: ['own'], verdict: 'good' } as const;

  it('tells a lost place and who stands above now', () => {
    const [change] = diffRanking(ranking(1, ['a', 'own', 'b']), ranking(2, ['a', 'b', 'c', 'own']), good);
    expect(change?.detail).toEqual({
      kind: 'search_rank', productId: 'own', from: 2, to: 4, pagePosition: 4,
      overtakenBy: [{ productId: 'b', title: 'Title b', sponsored: false }, { productId: 'c', title: 'Title c', sponsored: false }],
    });
    expect(change).toMatchObject({ title: 'Title own', url: 'https://market.example/own', fromVersion: 'ver_1', toVersion: 'ver_2' });
  });

  it('tells a sponsored rival that pushes the page down while the organic place stays', () => {
    const [change] = diffRanking(ranking(1, ['own', 'b']), ranking(2, ['$b', 'own', 'b']), good);
    expect(change?.detail).toMatchObject({ from: 1, to: 1, pagePosition: 2, overtakenBy: [{ productId: 'b', sponsored: true }] });
    expect(diffRanking(ranking(1, ['$b', 'own']), ranking(2, ['$c', 'own']), good)).toEqual([]);
    expect(diffRanking(ranking(1, ['$b', 'own']), ranking(2, ['own', 'b']), good)).toEqual([]);
  });

  it('tells a gain without blaming anybody, and coming in from outside', () => {
    expect(diffRanking(ranking(1, ['a', 'own']), ranking(2, ['own', 'a']), good)[0]?.detail).toMatchObject({ from: 2, to: 1, overtakenBy: [] });
    expect(diffRanking(ranking(1, ['a']), ranking(2, ['a', 'own']), good)[0]?.detail).toMatchObject({ from: null, to: 2, overtakenBy: [] });
  });

  it('loses a product only in a good crawl whose list says something', () => {
    const [before, without] = [ranking(1, ['own', 'a']), ranking(2, ['a', 'c'])];
    expect(diffRanking(before, without, good)[0]?.detail).toMatchObject({ from: 1, to: null, pagePosition: null, overtakenBy: [{ productId: 'a' }, { productId: 'c' }] });
    expect(diffRanking(before, without, { ...good, verdict: 'partial' })).toEqual([]);
    expect(diffRanking(before, without, { ...good, verdict: 'blocked' })).toEqual([]);
    expect(diffRanking(before, ranking(2, []), good)).toEqual([]);
    expect(diffRanking(before, ranking(2, [], true), good)[0]?.detail).toMatchObject({ from: 1, to: null });
  });

  it('follows all organic products when none are named, and nothing on first sight', () => {
    expect(diffRanking(ranking(1, ['a', 'b']), ranking(2, ['b', 'a', '$x']), { track: [], verdict: 'good' })).toHaveLength(2);
    expect(diffRanking(undefined, ranking(1, ['own']), good)).toEqual([]);
    expect(diffRanking(ranking(1, ['own']), ranking(2, ['own']), good)).toEqual([]);
  });
});

describe('the paid places of a search', () => {
  const list = { title: 'lamps', url: 'https://market.example/s', verdict: 'good' } as const;

  it('tells how many of the first twenty there are, and whose', () => {
    const items = (...ads: readonly string[]) => [...ads, ...Array.from({ length: 30 }, (_, index) => `p${index}`)];
    const [change] = diffSponsored(ranking(1, items('$a')), ranking(2, items('$a', '$b', '$b')), list);
    expect(change).toMatchObject({ title: 'lamps', fromVersion: 'ver_1', toVersion: 'ver_2' });
    expect(change?.detail).toEqual({
      kind: 'sponsored_share', places: 20, from: { ads: 1, products: [{ productId: 'a', title: 'Title a' }] },
      to: { ads: 3, products: [{ productId: 'a', title: 'Title a' }, { productId: 'b', title: 'Title b' }] },
    });
    expect(diffSponsored(ranking(1, items('$a')), ranking(2, items('$b')), list)).toEqual([]);
  });

  it('compares as many places as both lists have, and no list that was not read', () => {
    expect(diffSponsored(ranking(1, ['$a', 'b', 'c', 'd', 'e', 'f']), ranking(2, ['$a', 'b', 'c', 'd', 'e', '$f', '$g', '$h', '$i']), list)[0]?.detail).toMatchObject({ places: 6, from: { ads: 1 }, to: { ads: 2 } });
    expect(diffSponsored(ranking(1, ['$a', 'b']), ranking(2, ['a', 'b']), list)).toEqual([]);
    expect(diffSponsored(ranking(1, ['$a', 'b', 'c', 'd', 'e']), ranking(2, ['a', 'b', 'c', 'd', 'e']), { ...list, verdict: 'blocked' })).toEqual([]);
    expect(diffSponsored(undefined, ranking(1, ['a', 'b', 'c', 'd', 'e']), list)).toEqual([]);
    expect(() => diffSponsored(ranking(1, ['a']), version(2, { kind: 'page', text: '' }), list)).toThrow('ver_2 is of a page, not of a ranking');
  });
});

describe('page text', () => {
  const page = { title: 'Rules', url: 'https://market.example/rules' };
  const text = (seq: number, words: string) => version(seq, { kind: 'page', text: words });

  it('is one change with a unified diff', () => {
    const [change] = diffPage(text(1, 'Fees\nThe fee is 5%.\nEnd'), text(2, 'Fees\nThe fee is 6%.\nNew clause\nEnd'), page);
    expect(change?.detail).toEqual({ kind: 'page_text', diff: '@@ -1,3 +1,4 @@\n Fees\n-The fee is 5%.\n+The fee is 6%.\n+New clause\n End\n', added: 2, removed: 1, sentences: { added: ['The fee is 6%.', 'New clause'], removed: ['The fee is 5%.'] } });
  });

  it('is unchanged by sentences that stand elsewhere now, in a line or over lines, and knows a Chinese sentence', () => {
    expect(diffPage(text(1, 'One. Two.\nThree.'), text(2, 'Three.\nTwo. One.'), page)).toEqual([]);
    expect(diffPage(text(1, '佣金为5%。七天无理由退货。'), text(2, '七天无理由退货。\n佣金为6%。'), page)[0]?.detail)
      .toMatchObject({ added: 1, removed: 1, sentences: { added: ['佣金为6%。'], removed: ['佣金为5%。'] } });
    expect(diffPage(text(1, 'Same. Same.'), text(2, 'Same.'), page)[0]?.detail).toMatchObject({ added: 0, removed: 1, sentences: { added: [], removed: ['Same.'] } });
  });

  it('is unchanged by white space, and nothing on first sight', () => {
    expect(diffPage(text(1, 'A  b\n\nc'), text(2, ' A b\nc\n'), page)).toEqual([]);
    expect(diffPage(undefined, text(1, 'A'), page)).toEqual([]);
  });

  it('stays bounded when everything is different', () => {
    const lines = (word: string) => Array.from({ length: 4_000 }, (_, index) => `${word} ${index} ${'x'.repeat(50)}`).join('\n');
    const [change] = diffPage(text(1, lines('old')), text(2, lines('new')), page);
    expect(change?.detail).toMatchObject({ added: 4_000, removed: 4_000 });
    expect(change?.detail.kind === 'page_text' && change.detail.diff.length).toBeLessThanOrEqual(8_001);
  });
});

describe('new reviews', () => {
  const review = (id: string, value?: number, scale = 5): Review => ({ id: brand(id), text: 't', ...(value === undefined ? {} : { rating: { value, scale } }) });

  it('are counted, with mean and stars of those that have some', () => {
    const [change] = newReviews([review('a', 5), review('b', 20, 100), review('c'), review('a', 5), review('d', 0)], facts(5), false);
    expect(change?.detail).toEqual({ kind: 'new_reviews', count: 4, mean: { value: 2, scale: 5 }, stars: [2, 0, 0, 0, 1] });
    expect(newReviews([review('c')], facts(5), false)[0]?.detail).toEqual({ kind: 'new_reviews', count: 1 });
  });

  it('are none on the first look, and the same in any order', () => {
    expect(newReviews([review('a', 5)], facts(5), true)).toEqual([]);
    expect(newReviews([], facts(5), false)).toEqual([]);
    expect(newReviews([review('a', 5), review('b', 1)], facts(5), false)).toEqual(newReviews([review('b', 1), review('a', 5)], facts(5), false));
  });
});

describe('presence', () => {
  const present = { presence: 'present', presenceSince: at(0), missed: 0, lastSeenAt: at(4) } as const;
  const input = (more: Partial<PresenceInput>): PresenceInput => ({ seenNow: 'present', verdict: 'good', firstCrawl: false, facts: facts(5), ...more });

  it('appears, but not on the first crawl', () => {
    expect(diffPresence(input({ price: price(100), availability: 'in_stock' }))).toMatchObject({
      presence: { presence: 'present', missed: 0 }, change: { detail: { kind: 'listing_appeared', price: price(100), availability: 'in_stock' } },
    });
    expect(diffPresence(input({ firstCrawl: true })).change).toBeUndefined();
    expect(diffPresence(input({ before: present })).change).toBeUndefined();
  });

  it('disappears after three good crawls in a row, a crawl that runs twice counting once', () => {
    const one = diffPresence(input({ before: present, seenNow: 'not_listed' }));
    expect(one).toEqual({ presence: { presence: 'present', presenceSince: at(0), missed: 1, missedIn: 'crl_5' } });
    const again = diffPresence(input({ before: { ...one.presence, lastSeenAt: at(4) }, seenNow: 'not_listed' }));
    expect(again).toEqual(one);
    const two = diffPresence(input({ before: { ...one.presence, lastSeenAt: at(4) }, seenNow: 'not_listed', facts: facts(6) }));
    expect(two.change).toBeUndefined();
    const third = input({ before: { ...two.presence, lastSeenAt: at(4) }, seenNow: 'not_listed', facts: facts(7) });
    const three = diffPresence(third);
    expect(three).toMatchObject({ presence: { presence: 'missing', presenceSince: at(7), missed: 3 }, change: { detail: { kind: 'listing_disappeared', lastSeenAt: at(4), how: 'not_listed' } } });
    expect(diffPresence({ ...third, misses: 4 }).change).toBeUndefined();
    const four = diffPresence(input({ before: { ...three.presence, lastSeenAt: at(4) }, seenNow: 'not_listed', facts: facts(8) }));
    expect(four.change).toBeUndefined();
    expect(diffPresence(input({ before: { ...four.presence, lastSeenAt: at(4) }, facts: facts(9) }))).toMatchObject({
      presence: { presence: 'present', missed: 0 }, change: { detail: { kind: 'listing_returned', missingSince: at(7) } },
    });
  });

  it('does not disappear in the first crawl after a poor one, but in the next', () => {
    const missed = { ...present, missed: 2 };
    const first = diffPresence(input({ before: missed, seenNow: 'not_listed', afterPoor: true }));
    expect(first).toEqual({ presence: { presence: 'present', presenceSince: at(0), missed: 3, missedIn: 'crl_5' } });
    expect(diffPresence(input({ before: { ...first.presence, lastSeenAt: at(4) }, seenNow: 'not_listed', facts: facts(6) })).change).toBeDefined();
  });

  it('starts counting anew when it was seen in between', () => {
    const one = diffPresence(input({ before: present, seenNow: 'not_listed' }));
    expect(diffPresence(input({ before: { ...one.presence, lastSeenAt: at(4) }, facts: facts(6) }))).toEqual({ presence: { presence: 'present', presenceSince: at(0), missed: 0 } });
  });

  it('disappears when its own page has said so twice', () => {
    const one = diffPresence(input({ before: present, seenNow: 'gone' }));
    expect(one).toEqual({ presence: { presence: 'present', presenceSince: at(0), missed: 1, missedIn: 'crl_5' } });
    const two = diffPresence(input({ before: { ...one.presence, lastSeenAt: at(4) }, seenNow: 'gone', facts: facts(6) }));
    expect(two).toMatchObject({ presence: { presence: 'gone' }, change: { detail: { how: 'gone' } } });
  });

  it('disappears after three good crawls whose page only reads like "not found"', () => {
    const again = (missed: number) => diffPresence(input({ before: { ...present, missed }, seenNow: 'page_missing' }));
    expect(again(0)).toEqual({ presence: { presence: 'present', presenceSince: at(0), missed: 1, missedIn: 'crl_5' } });
    expect(again(1).change).toBeUndefined();
    expect(again(2)).toMatchObject({ presence: { presence: 'gone', presenceSince: at(5) }, change: { detail: { kind: 'listing_disappeared', how: 'gone' } } });
  });

  it.each<Verdict>(['partial', 'broken', 'blocked'])('never disappears in a %s crawl', (verdict) => {
    for (const seenNow of ['not_listed', 'page_missing', 'gone'] as const) {
      expect(diffPresence(input({ before: { ...present, missed: 1 }, seenNow, verdict }))).toEqual({ presence: { presence: 'present', presenceSince: at(0), missed: 1 } });
    }
  });
});

describe('negative reviews', () => {
  const review = (id: string, value: number | undefined, scale = 5): Review => ({ id: brand(id), text: `text ${id}`, ...(value === undefined ? {} : { rating: { value, scale } }) });

  it('are one change, the same whatever the order', () => {
    const list = [review('b', 2), review('a', 1), review('c', 3), review('d', undefined), review('e', 40, 100)];
    const [change] = negativeReviews(list, facts(3), false);
    expect(change?.detail.kind === 'negative_reviews' && change.detail.reviews.map((one) => one.id)).toEqual(['a', 'b', 'e']);
    expect(negativeReviews(list.toReversed(), facts(3), false)[0]?.id).toBe(change?.id);
  });

  it('are none on the first crawl and bounded in a flood', () => {
    const flood = Array.from({ length: 100 }, (_, index) => ({ ...review(`r${index}`, 1), text: 'long '.repeat(1_000) }));
    expect(negativeReviews(flood, facts(3), true)).toEqual([]);
    expect(JSON.stringify(negativeReviews(flood, facts(3), false)).length).toBeLessThan(20_000);
    expect(negativeReviews([review('a', 5)], facts(3), false)).toEqual([]);
  });
});

describe('events of crawls', () => {
  const tally: CrawlTally = {
    outcomes: { ok: 3, challenge: 2, rate_limited: 9, parse_drift: 4 }, listings: 4, coverage: { title: 4, price: 0, availability: 3 }, bytes: 1, notModified: 0, reused: 0, listFailures: 0,
    examples: { challenge: ['https://shop.example/wall'], parse_drift: ['https://shop.example/p1'] },
  };
  const run = (verdicts: readonly Verdict[]): readonly (readonly string[])[] => {
    let state: CrawlState = {};
    return verdicts.map((verdict, index) => {
      const result = crawlEvents({ before: state, verdict, crawl: { tally }, facts: facts(index) });
      state = result.state;
      return result.changes.map((change) => change.detail.kind);
    });
  };

  it('are told once an episode', () => {
    expect(run(['good', 'broken', 'broken', 'partial', 'good', 'broken'])).toEqual([[], ['reading_broken'], [], ['reading_recovered'], [], ['reading_broken']]);
    expect(run(['blocked', 'blocked', 'good', 'good'])).toEqual([['source_blocked'], [], ['source_recovered'], []]);
  });

  it('keep a broken reading open behind a wall', () => {
    expect(run(['broken', 'blocked', 'broken', 'good'])).toEqual([['reading_broken'], ['source_blocked'], ['source_recovered'], ['reading_recovered']]);
  });

  it('say which fields are missing, and what the wall was, with examples', () => {
    expect(crawlEvents({ before: {}, verdict: 'broken', crawl: { tally }, facts: facts(1) }).changes[0]?.detail).toEqual({ kind: 'reading_broken', fields: ['price'], examples: ['https://shop.example/p1'] });
    expect(crawlEvents({ before: {}, verdict: 'blocked', crawl: { tally }, facts: facts(1) }).changes[0]?.detail).toEqual({ kind: 'source_blocked', outcome: 'challenge', examples: ['https://shop.example/wall'] });
  });

  it('say what is read in another way, and that it was accepted', () => {
    const fault: ReadingFault = { lost: [], moved: [{ field: 'price', from: 'json-ld', to: 'text' }], examples: ['https://shop.example/p2'], acceptable: true };
    expect(crawlEvents({ before: {}, verdict: 'broken', crawl: { tally, fault }, facts: facts(1) }).changes[0]?.detail).toEqual({ kind: 'reading_broken', fields: [], moved: fault.moved, examples: fault.examples });
    expect(crawlEvents({ before: { brokenSince: facts(1).at }, verdict: 'good', crawl: { tally, accepted: true }, facts: facts(2) }).changes[0]?.detail).toEqual({ kind: 'reading_recovered', accepted: true });
  });
});
