import { describe, expect, it } from 'vitest';
import { valueOf } from '../../../model/reading.ts';
import { listing, page } from './pages.ts';

const fieldsOf = (html: string) => listing(page(undefined, `<h1>Cordless drill 18V</h1>${html}<p class="price">€119.00</p>`)).fields;
const fieldsAt = (html: string, url = 'https://www.shop.example/p/drill') => listing(page(undefined, `<h1>Cordless drill 18V</h1>${html}<p class="price">€119.00</p>`), { url }).fields;
const rating = (html: string) => valueOf(listing(page(undefined, `<h1>Cordless drill 18V</h1>${html}<p class="price">€119.00</p>`)).fields.rating);

describe('a rating without words', () => {
  it.each([
    ['a bar of stars', '<div class="star-rating"><span class="star-rating__fill" style="width: 90%"></span></div>', 4.5],
    ['an attribute', '<div class="product-rating" data-rating="4.5"></div>', 4.5],
    ['a plain attribute', '<div class="star-rating" rating="4.5"></div>', 4.5],
    ['a number in words', `<p class="star-rating Four"></p>${'<p>More of it.</p>'.repeat(9)}<h2>Products you recently viewed</h2><p class="star-rating Two"></p>`, 4],
    ['a number beside the count', '<span class="rating-text">4.5 (12)</span>', 4.5],
    ['a comma', '<div class="review-score">4,5</div>', 4.5],
    ['five', '<div class="stars" data-score="5"></div>', 5],
    ['a bare number in front of the count', '<b>4.5</b> <a href="#r">980 reviews</a>', 4.5],
    ['the same text as the count', '<p>4.5 • 5 120 отзывов</p>', 4.5],
    ['a full-width bracket behind', '<p><span>4.5</span><a href="#r">（842件）</a></p>', 4.5],
    ['a bracket between', '<div><span>4,5</span> (<a href="#r">321 avis</a>)</div>', 4.5],
    ['behind the word for reviews', '<p>レビュー 4.5 (1,204件)</p>', 4.5],
    ['a number in brackets', '<span class="rating-number">(4.5)</span>', 4.5],
    ['a Dutch title', '<div title="Gemiddeld 4,5 van de 5 sterren uit 812 reviews"></div>', 4.5],
    ['a link to the reviews on the same site', '<a href="https://www.shop.example/p/drill/reviews"><div class="review-score">4.5</div></a>', 4.5],
  ])('is read from %s', (_, html, wanted) => {
    expect(rating(html)).toEqual({ value: wanted, scale: 5 });
  });

  it.each([
    ['a bar of something else', '<div class="progress" style="width: 90%"></div>'],
    ['no stars at all', '<div class="star-rating"><span class="star-rating__fill" style="width: 0%"></span></div>'],
    ['a size', '<div class="size-score">4.5 kg</div>'],
    ['the bars of a breakdown', '<div class="rating-bar" style="width: 80%"></div><div class="rating-bar" style="width: 15%"></div><div class="rating-bar" style="width: 5%"></div>'],
    ['other articles', '<div class="related-products"><div class="star-rating" data-rating="3.5"></div></div>'],
    ['a price', '<div class="price-score">4.50 €</div>'],
    ['a size in front of the count', '<p>4.5 kg</p><p>980 reviews</p>'],
    ['more than five in front of the count', '<p>9.5</p><p>980 reviews</p>'],
    ['a link to another site, where the shop is rated', '<a href="https://reviews.example.com/shop"><div class="reviews__score">4,9</div><div class="star-rating"><i class="star-fill" style="width: 98%"></i></div></a>'],
  ])('is not read from %s', (_, html) => {
    expect(rating(html)).toBeUndefined();
  });
});

it('what stands in an element named after it goes before the stars of somebody', () => {
  expect(rating('<a aria-label="1.0 out of 5 stars" href="#"></a><span class="review-average" title="4.8 out of 5 stars"></span>')).toEqual({ value: 4.8, scale: 5 });
});

describe('how many have rated', () => {
  const STARS = '<span class="rating">4.6 out of 5 stars</span>';
  const count = (html: string) => valueOf(fieldsOf(html).reviewCount);

  it.each([
    ['words', `${STARS}<span class="c-reviews">890 reviews</span>`, 890],
    ['the text of the stars', '<span class="rating">4.6 out of 5 stars (890 reviews)</span>', 890],
    ['a bracket behind the rating', '<div class="stars"><i>4.6</i> <a href="#r">(1,234)</a></div><span class="rating">4.6 out of 5 stars</span>', 1234],
    ['a bare number in an element named after it', `${STARS}<span class="review-count">57</span>`, 57],
    ['a number and its word in elements of their own', `${STARS}<a href="#r"><b>890</b> <span>Bewertungen</span></a>`, 890],
    ['those that gave stars beside those that wrote', `${STARS}<p><span>10,45,332 Ratings</span> &amp; <span>84,233 Reviews</span></p>`, 1_045_332],
    ['the title of the stars', '<div title="Gemiddeld 4,5 van de 5 sterren uit 812 reviews"></div>', 812],
    ['a part of the page named after its shop', `<div class="shop-product-title">${STARS}<span class="c-reviews">(6,810 reviews)</span></div>`, 6810],
    ['where the rating stands in brackets', '<span class="rating-number">(4.7)</span><a>3,312 reviews</a>', 3312],
    ['another language', `${STARS}<a href="#r">72개의 리뷰</a>`, 72],
  ])('is read from %s', (_, html, wanted) => {
    expect(count(html)).toEqual({ value: wanted, lowerBound: false });
  });

  it.each([
    ['a place of the page', '<a href="#customer-reviews">328 reviews</a>', 328], ['an address below its own', '<a href="/p/drill/reviews"><b>328 отзывов</b></a>', 328],
    ['those of the shop', '<a href="/reviews">328 reviews</a>', undefined], ['those of who sells it', '<a href="#seller-reviews">328 reviews</a>', undefined], ['another article', '<a href="/p/saw/reviews">328 reviews</a>', undefined],
  ])('needs no stars where it links to the reviews: %s', (_, html, wanted) => {
    expect(valueOf(fieldsAt(html).reviewCount)?.value).toBe(wanted);
  });

  it('needs no stars where its link has the number of the article', () => {
    const url = 'https://www.shop.example/26802400001-drill';
    expect(valueOf(fieldsAt('<a href="/review/product/26802400001">328 reviews</a>', url).reviewCount)?.value).toBe(328);
  });

  it('may be a least number', () => {
    expect(count(`${STARS}<span>2,000+ Reviews</span>`)).toEqual({ value: 2000, lowerBound: true });
  });

  it.each([
    ['of who sells it', `${STARS}<div class="seller-info">Acme Trade <span>98 reviews</span></div>`],
    ['of the shop, where the article has no stars', '<div>Trusted by 12,345 reviews</div>'],
    ['of single stars', `${STARS}<p class="row">12 ratings</p><p class="row">3 ratings</p><p class="row">1 rating</p>`],
    ['of other articles', `${STARS}<h2>You may also like</h2><p>Garden hose</p><span>98 reviews</span>`],
    ['a preview', `${STARS}<span>Preview 12 pictures</span>`],
  ])('is none %s', (_, html) => {
    expect(count(html)).toBeUndefined();
  });
});
