import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCount } from '../../../../crawlers/read/text/count.ts';
import { ratingOfMarkup } from '../../../../crawlers/read/text/rating-markup.ts';
import { parseRating } from '../../../../crawlers/read/text/rating.ts';
import type { Rating } from '../../../../model/listing.ts';
import { table } from './support.ts';

function shown(rating: Rating | undefined): string {
  return rating ? `${rating.value}/${rating.scale}` : 'none';
}

describe('a rating in words', () => {
  it.each(table(`
    4.5 out of 5 => 4.5/5
    4,5 von 5 Sternen => 4.5/5
    4.5 out of 5 stars => 4.5/5
    Rated 4 stars => 4/5
    Rated 4.50 out of 5 => 4.5/5
    Rated 4.50 out of 5 based on 12 customer ratings => 4.5/5
    评分 4.8 => 4.8/5
    评分：4.8分 => 4.8/5
    4.8分 => 4.8/5
    综合评分 9.2 => 9.2/10
    five stars => 5/5
    Rated four out of five stars => 4/5
    three and a half stars => 3.5/5
    Five star hotel towels => none
    ★★★★☆ => 4/5
    ★★★★★ => 5/5
    ☆☆☆☆☆ => none
    ⭐⭐⭐⭐ => 4/5
    ★★★★ => 4/5
    ★ 4.7 => 4.7/5
    4.7★ => 4.7/5
    4.7 ★ (1,234) => 4.7/5
    4.7/5 => 4.7/5
    4,7/5 => 4.7/5
    9,2/10 => 9.2/10
    9.2 / 10 => 9.2/10
    94% => 94/100
    94 % der Käufer empfehlen => 94/100
    Note : 4,7 sur 5 => 4.7/5
    Nota 4,7 de 5 => 4.7/5
    Valutazione 4,7 su 5 => 4.7/5
    Ocena: 4,7 / 5 => 4.7/5
    Ocena 4.7 z 5 => 4.7/5
    Betyg 4,7 av 5 => 4.7/5
    Beoordeling: 4,7 van de 5 => 4.7/5
    8,7 van 10 => 8.7/10
    Hodnocení 4,7 z 5 => 4.7/5
    Рейтинг 4.7 из 5 => 4.7/5
    Рейтинг: 4,7 => 4.7/5
    5つ星のうち4.3 => 4.3/5
    5段階評価中4.3 => 4.3/5
    4.3点 => 4.3/5
    5点満点中4.3点 => 4.3/5
    평점 4.8 => 4.8/5
    별점 4.8점 => 4.8/5
    5점 만점에 4.8점 => 4.8/5
    4 Stars => 4/5
    4-star rating => 4/5
    4.5 star rating => 4.5/5
    Average rating: 4.6 => 4.6/5
    Average Rating4.9 => 4.9/5
    Rating: 4.6 out of 5 stars. 123 reviews => 4.6/5
    4.6 (123) => 4.6/5
    (4.6) => 4.6/5
    4.6 => 4.6/5
    123 reviews => none
    $4.60 => none
    4.6 kg => none
    5 star hotel => 5/5
    6 out of 5 => none
    0 out of 5 => 0/5
    4.6 of 5.0 => 4.6/5
    4 av 6 => 4/6
    Trustpilot 4.5 => none
    Score: 87/100 => 87/100
    Excellent 4.8 out of 5 based on 1,234 reviews => 4.8/5
    Puan 4,7 => 4.7/5
    5 üzerinden 4,7 => 4.7/5
    التقييم 4.7 من 5 => 4.7/5
    ٤٫٧ من ٥ نجوم => 4.7/5
    ให้คะแนน 4.7 จาก 5 => 4.7/5
    4.7 trên 5 sao => 4.7/5
    4.7 dari 5 => 4.7/5
    5つ星のうち4 => 4/5
  `))('%s = %s', (text, want) => expect(shown(parseRating(text))).toBe(want));
});

describe('a rating as it is drawn', () => {
  it.each(table(`
    <span class="stars star-4-half"></span> => 4.5/5
    <span class="star-4-half"></span> => 4.5/5
    <span class="rating rating-4-5"></span> => 4.5/5
    <span class="rating-45"></span> => 4.5/5
    <i class="a-icon a-icon-star a-star-4-5"></i> => 4.5/5
    <i class="icon-stars-45"></i> => 4.5/5
    <div class="stars stars--4"></div> => 4/5
    <div class="star-rating star-rating--4.5"></div> => 4.5/5
    <div class="star-rating" style="width:90%"></div> => 4.5/5
    <div class="star-rating"><span style="width:90%">Rated <strong class="rating">4.50</strong> out of 5</span></div> => 4.5/5
    <div class="ratings"><div class="fill-ratings" style="width: 73%;"><span>★★★★★</span></div><div class="empty-ratings"><span>★★★★★</span></div></div> => 3.7/5
    <div class="rating-result" title="80%"><span style="width:80%"><span>80%</span></span></div> => 4/5
    <span role="img" aria-label="Rating: 4.5 out of 5"></span> => 4.5/5
    <span role="img" aria-label="4,5 von 5 Sternen"></span> => 4.5/5
    <span class="sr-only">4.5 star rating</span> => 4.5/5
    <div data-rating="4.5"></div> => 4.5/5
    <div data-score="4.5"></div> => 4.5/5
    <div data-rating-value="4.5"></div> => 4.5/5
    <div data-stars="4.5"></div> => 4.5/5
    <div data-star-rating="4.5"></div> => 4.5/5
    <div class="rating" data-value="4"></div> => 4/5
    <div style="--rating: 4.3;" class="stars"></div> => 4.3/5
    <div style="--rating-percent: 86%" class="stars"></div> => 4.3/5
    <star-rating value="4.5"></star-rating> => 4.5/5
    <rating-stars rating="4.5" max="5"></rating-stars> => 4.5/5
    <meter min="0" max="5" value="4.2"></meter> => 4.2/5
    <progress class="rating" max="5" value="4.2"></progress> => 4.2/5
    <input type="radio" name="rating" value="5"><input type="radio" name="rating" value="4" checked><input type="radio" name="rating" value="3"> => 4/5
    <i class="fa fa-star"></i><i class="fa fa-star"></i><i class="fa fa-star"></i><i class="fa fa-star-half-o"></i><i class="fa fa-star-o"></i> => 3.5/5
    <i class="fas fa-star"></i><i class="fas fa-star"></i><i class="fas fa-star"></i><i class="far fa-star"></i><i class="far fa-star"></i> => 3/5
    <i class="fa-solid fa-star"></i><i class="fa-solid fa-star"></i><i class="fa-solid fa-star"></i><i class="fa-solid fa-star-half-stroke"></i><i class="fa-regular fa-star"></i> => 3.5/5
    <i class="bi bi-star-fill"></i><i class="bi bi-star-fill"></i><i class="bi bi-star-fill"></i><i class="bi bi-star-half"></i><i class="bi bi-star"></i> => 3.5/5
    <svg class="star star--full"></svg><svg class="star star--full"></svg><svg class="star star--half"></svg><svg class="star star--empty"></svg><svg class="star star--empty"></svg> => 2.5/5
    <span class="material-icons">star</span><span class="material-icons">star</span><span class="material-icons">star</span><span class="material-icons">star_half</span><span class="material-icons">star_border</span> => 3.5/5
    <img src="/img/star_on.gif"><img src="/img/star_on.gif"><img src="/img/star_on.gif"><img src="/img/star_off.gif"><img src="/img/star_off.gif"> => 3/5
    <img src="/img/stars-4.png"> => 4/5
    <img src="/img/stars_4.5.gif"> => 4.5/5
    <img src="/images/rating/4-5.png" alt=""> => 4.5/5
    <img src="/img/rating45.gif"> => 4.5/5
    <img alt="4.5 stars" src="x.png"> => 4.5/5
    <span class="glyphicon glyphicon-star"></span><span class="glyphicon glyphicon-star"></span><span class="glyphicon glyphicon-star"></span><span class="glyphicon glyphicon-star-empty"></span><span class="glyphicon glyphicon-star-empty"></span> => 3/5
    <li class="active">★</li><li class="active">★</li><li class="active">★</li><li>★</li><li>★</li> => 3/5
    <span class="on">★</span><span class="on">★</span><span class="on">★</span><span class="on">★</span><span>★</span> => 4/5
    <div class="star-rating four-stars"></div> => 4/5
    <p class="star-rating Three"><i class="icon-star"></i><i class="icon-star"></i><i class="icon-star"></i><i class="icon-star"></i><i class="icon-star"></i></p> => 3/5
    <div class="rating five"></div> => 5/5
    <use xlink:href="#star-full"></use><use xlink:href="#star-full"></use><use xlink:href="#star-half"></use><use xlink:href="#star-empty"></use><use xlink:href="#star-empty"></use> => 2.5/5
    <div class="pr-star-v4-75-filled"></div><div class="pr-star-v4-100-filled"></div> => none
    <i class="star s1"></i><i class="star s2"></i><i class="star s3"></i> => none
    <div class="grade-stars" data-grade="4"></div> => 4/5
    <div class="stars" aria-label="three and a half stars"></div> => 3.5/5
    <i class="fa fa-star fa-stack-2x"></i><i class="fa fa-star-o fa-stack-2x"></i><i class="fa fa-star fa-stack-2x"></i><i class="fa fa-star-o fa-stack-2x"></i><i class="fa fa-star fa-stack-2x"></i><i class="fa fa-star-o fa-stack-2x"></i><i class="fa fa-star-o fa-stack-2x"></i><i class="fa fa-star-o fa-stack-2x"></i> => 3/5
    <div></div> => none
    <i class="icon-cart"></i> => none
    <div class="starter-kit-4"></div> => none
  `))('%s = %s', (html, want) => expect(shown(ratingOfMarkup(html))).toBe(want));

  it('is what its numbers say, whatever draws it', () => {
    const value = fc.integer({ min: 2, max: 10 }).map((halves) => halves / 2);
    const draw = fc.constantFrom<((value: number) => string)[]>(
      (n) => `<span class="rating-${n * 10}"></span>`, (n) => `<i class="stars-${Math.floor(n)}${n % 1 ? '-half' : ''}"></i>`, (n) => `<div class="star-rating"><span style="width:${n * 20}%"></span></div>`,
      (n) => `<div data-rating="${n}"></div>`, (n) => `<img class="stars" alt="${n} out of 5 stars">`, (n) => `<star-rating value="${n}"></star-rating>`, (n) => `<div class="stars" style="--rating: ${n}"></div>`,
      (n) => [1, 2, 3, 4, 5].map((place) => `<i class="star star-${place <= n ? 'full' : place - 0.5 === n ? 'half' : 'empty'}"></i>`).join(''),
    );
    fc.assert(fc.property(value, draw, (number, html) => { expect(ratingOfMarkup(html(number))).toEqual({ value: number, scale: 5 }); }));
  });
});

describe('a count', () => {
  it.each(table(`
    (2) => 2
    4 out of 5 based on 5 review => 5
    Rated 4.5 out of 5 based on 12 customer ratings => 12
    12 customer reviews => 12
    Read 23 reviews => 23
    See all 1,234 reviews => 1234
    1 review => 1
    5 Bewertungen => 5
    (1.234 Bewertungen) => 1234
    1 234 отзывов => 1234
    12,3 тыс. отзывов => 12300
    累计评价 2.3万+ => 23000+
    2000+条评价 => 2000+
    評價(123) => 123
    123件のレビュー => 123
    1,234件 => 1234
    리뷰 1,234개 => 1234
    4.5 (123) => 123
    ★★★★☆ 123 => 123
    4.5 => none
    4.5 stars => none
    4.5/5 => none
    4.5/5 (12) => 12
    98% positive, 1,234 ratings => 1234
    1.2k ratings => 1200
    12K+ sold => 12000+
    2 answered questions => none
    10 questions => none
    2 reviews, 10 questions => 2
    5 stars 12 reviews => 12
    Based on 1,234 reviews => 1234
    123 opinii => 123
    123 ulasan => 123
    1,2 rb penilaian => 1200
    1.234 değerlendirme => 1234
    1.234 đánh giá => 1234
    123 omdömen => 123
    123 arvostelua => 123
    ١٬٢٣٤ تقييم => 1234
    1234 review(s) => 1234
    Reviews (12) => 12
    12 Reviews - Write a Review => 12
  `))('%s = %s', (text, want) => {
    const read = parseCount(text);
    expect(read ? `${read.value}${read.lowerBound ? '+' : ''}` : 'none').toBe(want);
  });
});
