import { describe, expect, it } from 'vitest';
import { decimalOf } from '../../../model/money.ts';
import { valueOf } from '../../../model/reading.ts';
import { listing, page } from './pages.ts';

/** Price and list price of a page without data. */
function prices(body: string, lang = 'en'): readonly (string | undefined)[] {
  const { price, listPrice } = listing(page(undefined, body).replace(/<html[^>]*>/, `<html lang="${lang}">`)).fields;
  return [valueOf(price), valueOf(listPrice)].map((one) => one && decimalOf(one.money));
}

describe('amounts of a page without data', () => {
  it.each([
    ['a heading that ends with a number is not part of the amount behind it', '<div><h1>Pack 28</h1><span class="price">£60.00</span></div>', '60.00'],
    ['nor a line before it', '<div><h1>Drill</h1><p>Size 4<br><b>£60.00</b><br>2 left</p></div>', '60.00'],
    ['a price without the taxes stands below that with them', '<h1>Drill</h1><div class="price-excl">€ 98,35 <small>excl. btw</small></div><div class="price-incl">€ 119,00 <small>incl. btw</small></div>', '119.00', 'nl'],
    ['also in Japan', '<h1>Drill</h1><p>本体価格 3,600円</p><p>(税込 3,960円)</p>', '3960', 'ja'],
    ['words behind one amount that are of the next leave it alone', '<h1>Drill</h1><ul><li><h2>£110.00</h2></li><li>Ex Tax: £90.00</li><li>10 or more £88.00</li></ul>', '110.00'],
    ['the most that may be is none', '<h1>Drill</h1><p>Found it cheaper? We match prices up to £100</p><p><strong>£35.00</strong></p>', '35.00'],
    ['sign, units and cents in elements of their own', '<h1>Drill 28</h1><div><i>¥</i><i>59</i><i>.90</i></div>', '59.90', 'zh-CN'],
  ])('%s', (_, body, want, lang?: string) => {
    expect(Number(prices(body, lang)[0])).toBe(Number(want));
  });

  it.each([
    ['Finnish', '<p>Norm. 549,00 €</p><p>449,00 €</p>', '449.00', '549.00', 'fi'], ['Chinese', '<p>抢购价 ¥19.60</p><p>定价 ¥28.00</p>', '19.60', '28.00', 'zh-CN'],
    ['Taiwan, the sign behind struck digits', '<p><span>市售價</span><del>5,990</del>元</p><p><span>促銷價</span><b>3,990</b>元</p>', '3990.00', '5990.00', 'zh-TW'],
    ['two amounts side by side that style alone sets apart', '<div class="p"><span class="o">59,00 €</span> <span class="n">39,00 €</span></div>', '39.00', '59.00', 'fr'],
  ])('the old price: %s', (_, body, price, list, lang) => {
    expect(prices(`<h1>Drill</h1>${body}`, lang)).toEqual([price, list]);
  });
});
