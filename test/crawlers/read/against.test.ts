import { describe, expect, test } from 'vitest';
import { pageText } from '../../../crawlers/read/bytes/page.ts';
import { saysSoldOut, searched, showsOldPrice, showsPromotion, type Searched } from '../../../crawlers/read/product/against.ts';
import { PAGE_WORDS } from '../../../crawlers/read/product/page-words.ts';

const PLAIN = '<h1>Brass lamp</h1><p class="price">$39.90</p><p>A lamp for desk and shelf – “warm” light.</p><button>Add to cart</button>';

const made = (html: string): Searched => searched(pageText(html), PAGE_WORDS.in(html));

describe('what speaks against the data of a page', () => {
  test('nothing on a plain page, whatever its letters', () => {
    for (const page of [PLAIN, `${PLAIN}<p>Žluté světlo, 台灯</p>`]) {
      const part = made(page);
      expect([showsOldPrice(part), saysSoldOut(part), showsPromotion(part)]).toEqual([false, false, false]);
    }
  });

  test.each(['<del>$50</del>', '<S>$50</S>', '<s class="x">', '<span class="Old-Price">', '<b class="price--was">', '<i class="msrp">', '<i style="text-decoration:LINE-THROUGH">', '<i class="product listPrice">', '<i class="a b rrp">'])('an old price: %s', (html) => {
    for (const more of ['', '€ ž 元']) expect(showsOldPrice(made(`${PLAIN}${html}${more}`))).toBe(true);
  });

  test.each(['<span>dollars</span>', '<section class="striker">', '<i class="bestprice">', '<select>', '<strong>'])('no old price: %s', (html) => {
    expect(showsOldPrice(made(`${PLAIN}${html}`.replace('class="striker"', 'data-x="striker"')))).toBe(false);
  });

  test.each(['SOLD OUT', 'sold-out', 'Out of Stock', 'AUSVERKAUFT', 'Épuisé', 'nicht mehr lieferbar', 'Není možné koupit', 'Нет в наличии', 'нет в наличии', '售罄', '已下架', 'Niedostępny', 'Vyprodáno', 'NIE JE MOŽNÉ'])('sold out: %s', (words) => {
    expect(saysSoldOut(made(`${PLAIN}<p>${words}</p>`))).toBe(true);
  });

  test.each(['满300减50', 'Buy 2 get 1 free', '20% OFF when you buy two', 'With code SAVE20', '<p class="promo">', '<p class="x multi-buy y">'])('a promotion: %s', (html) => {
    expect(showsPromotion(made(`${PLAIN}${html}`))).toBe(true);
  });
});
