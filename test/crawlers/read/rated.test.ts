import { describe, expect, it } from 'vitest';
import { valueOf } from '../../../model/reading.ts';
import { listing, page } from './pages.ts';

const rating = (html: string) => valueOf(listing(page(undefined, `<h1>Cordless drill 18V</h1>${html}<p class="price">€119.00</p>`)).fields.rating);

describe('a rating without words', () => {
  it.each([
    ['a bar of stars', '<div class="star-rating"><span class="star-rating__fill" style="width: 90%"></span></div>', 4.5],
    ['an attribute', '<div class="product-rating" data-rating="4.5"></div>', 4.5],
    ['a number beside the count', '<span class="rating-text">4.5 (12)</span>', 4.5],
    ['a comma', '<div class="review-score">4,5</div>', 4.5],
    ['five', '<div class="stars" data-score="5"></div>', 5],
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
  ])('is not read from %s', (_, html) => {
    expect(rating(html)).toBeUndefined();
  });
});
