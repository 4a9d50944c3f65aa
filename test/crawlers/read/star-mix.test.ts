import { describe, expect, it } from 'vitest';
import { starRowOf, starRows } from '../../../crawlers/read/text/star-rows.ts';
import { listing, page, product } from './pages.ts';

/* How ratings fall on the stars: histograms as pages show them and as states of their scripts hold them, and whose they are. */

const H1 = '<h1>Cordless drill 18V</h1><p class="price">€119.00</p>';
const rated = (ratingValue: number, reviewCount: number): unknown => product({}, { aggregateRating: { ratingValue, reviewCount } });
const mixOf = (html: string): unknown => {
  const { starMix } = listing(html).fields;
  return starMix.state === 'known' ? [...starMix.value.stars, starMix.value.unit] : starMix.state === 'unknown' ? starMix.reason : 'absent';
};
const shown = (body: string, data: unknown = rated(4.2, 100)): unknown => mixOf(page(data, `${H1}${body}`));
const state = (value: unknown, data: unknown = rated(4.2, 100)): unknown => shown(`<script>window.__STATE__ = ${JSON.stringify({ page: 'a product page of a shop', reviews: value })};</script>`, data);
const rows = (row: (star: number, count: number, share: number) => string): string => [60, 20, 10, 5, 5].map((count, at) => row(5 - at, count, count)).join('\n');
const COUNTS = [5, 5, 10, 20, 60, 'count'];
const NONE = /^not_(?:found|read)$/;
const SHARES = [5, 5, 10, 20, 60, 'percent'];

describe('a histogram on the page', () => {
  it.each([
    ['rows of a table', rows((star, count, share) => `<tr><td><a>${star} star</a></td><td><div style="width:${share}%"></div></td><td>${share}%</td></tr>`), SHARES],
    ['labels for those who do not see it', `<ul id="histogramTable">${rows((star, _, share) => `<li><a aria-label="${share} percent of reviews have ${star} stars"><div></div></a></li>`)}</ul>`, SHARES],
    ['titles', `<table class="histogram">${rows((star, _, share) => `<tr><td><a title="${star} stars represent ${share}% of rating">x</a></td></tr>`)}</table>`, SHARES],
    ['attributes of rows', rows((star, count, share) => `<div class="jdgm-histogram__row" data-rating="${star}" data-frequency="${count}" data-percentage="${share}"><span class="star"></span></div>`), COUNTS],
    ['a digit and a drawn star', `<div class="rating-breakdown">${rows((star, count) => `<p><b>${star}</b><i class="fa fa-star"></i><span>${count}</span></p>`)}</div>`, COUNTS],
    ['digits in elements of stars', `<ul class="reviews-histogram">${rows((star, count) => `<li><p class="review-item-stars">${star}</p><span>${count}</span></li>`)}</ul>`, COUNTS],
    ['drawn stars', `<div class="histogram">${rows((star, count) => `<p>${'★'.repeat(star)}${'☆'.repeat(5 - star)} (${count})</p>`)}</div>`, COUNTS],
    ['German', rows((star, count) => `<li>${star} Sterne <span>${count}</span></li>`), COUNTS],
    ['Japanese', rows((star, _, share) => `<li>星${star}つ <span>${share}%</span></li>`), SHARES],
    ['Chinese', rows((star, count) => `<li>${star} 星<em>(${count})</em></li>`), COUNTS],
    ['counts beside shares', rows((star, count, share) => `<li>${star} stars <b>${share}%</b> (${count} reviews)</li>`), COUNTS],
  ])('is read from %s', (_, html, mix) => expect(shown(html)).toEqual(mix));

  it('is the article’s own: its mean is the rating, its ratings are not many times more', () => {
    expect(shown(rows((star, count) => `<li>${star} stars ${count}</li>`), rated(2.1, 100))).toBe('conflict');
    expect(shown(rows((star, count) => `<li>${star} stars ${count * 40}</li>`), rated(4.2, 12))).toBe('conflict');
  });

  it('is none where only a filter or a form has stars', () => {
    expect(shown([5, 4, 3, 2, 1].map((star) => `<option>${star} stars</option>`).join(''))).toMatch(NONE);
    expect(shown([5, 4, 3, 2, 1].map((star) => `<label>${star} stars <input value="${star}"></label>`).join(''))).toMatch(NONE);
    expect(shown(rows((star) => `<li>${star} stars 0</li>`), product())).toMatch(NONE);
  });

  it('is absent where the page says that nobody has rated', () => expect(mixOf(page(rated(0, 0), H1))).toBe('absent'));

  it('carries where it was read', () => {
    const { starMix } = listing(page(rated(4.2, 100), `${H1}${rows((star, count) => `<li>${star} stars ${count}</li>`)}`)).fields;
    expect(starMix).toMatchObject({ state: 'known', confidence: 0.96, evidence: { method: 'text', place: 'rows of stars', raw: '5 5 10 20 60' } });
    expect(listing(page(rated(4.2, 90), `${H1}${rows((star, count) => `<li>${star} stars ${count}</li>`)}`)).fields.starMix).toMatchObject({ confidence: 0.7 });
  });
});

describe('a state of the page', () => {
  it.each([
    ['a list of stars and counts', { RatingDistribution: [5, 4, 3, 2, 1].map((star) => ({ RatingValue: star, Count: [5, 5, 10, 20, 60][star - 1] })) }, COUNTS],
    ['a list that leaves out what nobody gave', { ratingDistribution: [{ star: '5', count: 40 }, { star: '1', count: 10 }] }, [10, 0, 0, 0, 40, 'count']],
    ['keys of digits', { ratingHistogram: { '5': '60', '4': '20', '3': '10', '2': '5', '1': '5' } }, COUNTS],
    ['keys of words', { oneStarReviews: 5, twoStarReviews: 5, threeStarReviews: 10, fourStarReviews: 20, fiveStarReviews: 60, totalReviews: 100 }, COUNTS],
    ['keys with a number inside', { score1Count: 5, score2Count: 5, score3Count: 10, score4Count: 20, score5Count: 60, scoreCount: 100 }, COUNTS],
    ['counts beside shares', { ratingValueOneCount: 5, ratingValueTwoCount: 5, ratingValueThreeCount: 10, ratingValueFourCount: 20, ratingValueFiveCount: 60, percentageOneCount: 5, percentageTwoCount: 5, percentageThreeCount: 10, percentageFourCount: 20, percentageFiveCount: 60 }, COUNTS],
    ['shares of one', { starBreakdown: [{ stars: 5, share: 0.6 }, { stars: 4, share: 0.2 }, { stars: 3, share: 0.1 }, { stars: 2, share: 0.05 }, { stars: 1, share: 0.05 }] }, SHARES],
    ['bare numbers, the order told by the rating', { rating_histogram: [5, 5, 10, 20, 60] }, COUNTS],
    ['bare numbers, five stars first', { rating_histogram: [60, 20, 10, 5, 5] }, COUNTS],
  ])('gives %s', (_, value, mix) => expect(state(value, rated(mix[4] === 40 ? 4.2 : 4.25, 100))).toEqual(mix));

  it('is not the seller’s', () => {
    const stars = { oneStarReviews: 5, twoStarReviews: 5, threeStarReviews: 10, fourStarReviews: 20, fiveStarReviews: 60 };
    expect(state({ seller: stars }, product())).toMatch(NONE);
    expect(state({ ...stars, sellerId: 7 }, product())).toMatch(NONE);
  });

  it('of two that fit, the one of as many ratings as the article has; else it is not known', () => {
    const two = (counts: readonly number[]): unknown => [{ ratingDistribution: [5, 4, 3, 2, 1].map((star, at) => ({ star, count: counts[at] })) }, { ratingDistribution: [5, 4, 3, 2, 1].map((star) => ({ star, count: [9, 4, 10, 30, 70][star - 1] })) }];
    expect(state(two([60, 20, 10, 5, 5]))).toEqual(COUNTS);
    expect(state(two([60, 20, 10, 5, 6]))).toBe('ambiguous');
  });
});

describe('rows', () => {
  it.each([
    ['52 percent of reviews have 5 stars', { star: 5, percent: 52 }], ['5 stars represent 78% of rating', { star: 5, percent: 78 }], ['50% (1) reviews with 4 star rating', { star: 4, percent: 50, count: 1 }],
    ['78 Prozent der Rezensionen haben 5 Sterne', { star: 5, percent: 78 }], ['1,234 reviews with 3 stars', { star: 3, count: 1234 }], ['Rated 4.5 out of 5 stars', undefined], ['from 1 star to 5 stars', undefined],
  ])('%s', (label, row) => expect(starRowOf(label)).toEqual(row));

  it('must follow each other and make a hundred', () => {
    expect(starRows('5 stars 60% 4 stars 20% 3 stars 10% 2 stars 5% 1 star 5%')).toEqual({ stars: [5, 5, 10, 20, 60], unit: 'percent' });
    expect(starRows('5 stars 60% 4 stars 20% 3 stars 10% 2 stars 5%')).toBeUndefined();
    expect(starRows('5 stars 60% 4 stars 60% 3 stars 60% 2 stars 60% 1 star 60%')).toBeUndefined();
    expect(starRows(`5 stars 60% ${'word '.repeat(60)} 4 stars 20% 3 stars 10% 2 stars 5% 1 star 5%`)).toBeUndefined();
  });
});
