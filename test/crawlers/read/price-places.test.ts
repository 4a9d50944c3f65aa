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
    ['the end of a range in words is no price', '<h1>Drill</h1><p class="price">₹949</p><h3>Group: ₹750 to <strong>₹1,250</strong></h3>', '949'],
    ['the most that is paid back is none either', '<h1>Drill</h1><p><b>30,000</b>원</p><p>토스 결제 시 7% 캐시백(1인 1회, 최대 5천원)</p>', '30000', 'ko'],
    ['nor what is sent for nothing', '<h1>Drill</h1><p><b>2,900</b>원~ 957개 구매</p><h3>배송정보</h3><p>2,500원</p><p>9,800원 이상 구매시 무료배송</p>', '2900', 'ko'],
    ['a range that is shown stands against a price of others inside it', '<h1>Drill</h1><p class="price">30,000원~</p><div class="product-grid"><i class="price">32,000원</i><i class="price">12,000원</i></div>', '30000', 'ko'],
    ['per cent right behind an amount', '<h1>Drill</h1><div class="price">₹2,433<span>2%</span></div>', '2433', 'en-IN'],
    ['a size of two sides in an element named after the price is none', '<div class="price-package"><h1>Shelf</h1><span class="price-package__description">white, 77x77 cm</span></div><div class="price"><span>44</span><span>.99</span><span>€</span></div>', '44.99', 'de'],
    ['nor is what members pay', '<h1>Drill</h1><p>2 745 ₽</p><p>c Shop Картой</p><p>2 890 ₽</p>', '2890', 'ru'],
    ['nor a family price', '<h1>Drill</h1><p class="price">€ 44.99</p><p class="price">Family Preis: € 39.99</p>', '44.99', 'de'],
    ['a share taken off in front of the price is no saving of so much', '<h1>Drill</h1><p>20% Rabatt</p><p>79,00 €</p>', '79.00', 'de'],
    ['what is taken off the price before', '<h1>Drill</h1><div class="vdp-price"><span class="price">€17,995</span><span class="drop">Price drop €500</span></div>', '17995', 'en'],
    ['what a subscription costs is not what one pays for it once', '<h1>Drill</h1><label>One-time purchase <span class="price">£18.00</span></label><label>Subscribe &amp; save 15% <span class="price">£15.30</span></label>', '18.00', 'en'],
    ['the number of the article and a sign behind it', '<h1>Drill</h1><p>Item <span>1334841</span></p><div><span class="currency">£</span><span class="value">22.99</span></div>', '22.99', 'en'],
    ['a struck amount that its own line names a price again', '<h1>Drill</h1><div class="price"><p>通常販売価格 <s>19,800円</s></p><p>セール価格（税込） <b>12,980</b><span>円</span></p></div>', '12980', 'ja'],
    ['a sign glued to its digits', '<h1>Drill</h1><div>Rp129.000</div><button>Beli Sekarang</button>', '129000', 'id'],
    ['a rand sign and a blank', '<h1>Drill</h1><span class="currency plus">R 599</span><button>Add to Cart</button>', '599', 'en-ZA'],
    ['an amount that is cut off', '<h1>Drill</h1><h3>Drill price in India is ₹2,43…</h3><p>₹2,433</p>', '2433', 'en-IN'],
    ['cents apart by their size alone', '<h1>Ladder</h1><div class="price"><span>$</span><span>79</span><span>00</span></div>', '79'],
    ['cents behind a grouped amount', '<h1>Drill</h1><p class="rrp">PRP: <s>1.499<sup>99</sup> Lei</s></p><p class="price">1.199<sup>99</sup> <span>Lei</span></p>', '1199.99', 'ro'],
    ['whole units with a dash', '<h1>Drill</h1><p>5990.-</p><p>Delbetala 249 kr/mån</p>', '5990', 'sv-SE'],
    ['the price of a pack beside that of a piece in it', '<h1>Apricots x5</h1><p class="unit-price">£3.50<abbr>/</abbr><abbr>unit</abbr></p><p class="measure-price">£0.70<abbr>/</abbr><abbr>ea</abbr></p>', '3.50'],
    ['or beside that for a measure', '<h1>Apricots 300g</h1><p class="unit-price">£3.50/unit</p><p class="measure-price">£1.17/100g</p>', '3.50'],
    ['one for a piece alone is none', '<h1>Apricots x5</h1><p class="price">£0.70/ea</p>', undefined],
    ['what is sold with it', '<h1>Hood</h1><div class="attach-warranty-price">₹649</div><div class="price-block"><b>₹</b><span class="price">14,499</span></div>', '14499', 'en-IN'],
    ['a rate', '<h1>Drill</h1><p>No cost EMI starting at ₹243</p><p>₹2,433</p>', '2433', 'en-IN'],
    ['a name that ends in a word for old prices', '<h1>Cordless drill 18V Original</h1><span>€119.00</span>', '119.00'],
    ['a price for who sells on, named behind it', '<h1>Drill</h1><div class="prices"><div class="p"><b>1310 ₽</b><i>Розничная цена</i></div><div class="p"><b>950 ₽</b><i>Оптовая цена</i></div></div>', '1310', 'ru'],
    ['and before it', '<h1>Drill</h1><div class="prices"><div class="p"><i>Hurtowa</i><b>95,00 zł</b></div><div class="p"><i>Detaliczna</i><b>131,00 zł</b></div></div>', '131', 'pl'],
    ['a question about another way to buy', '<h1>Dress 28</h1><div><span>促销价</span> <b>¥138.00</b><p>想￥136.00拿下？</p></div><p>运费</p><p>a</p><p>b</p><button>立即购买</button>', '138', 'zh-CN'],
    ['not the old one of a text with both', '<h1>Lipstick</h1><div class="box-price"><span>折后价</span><span>￥</span><span>29</span><span class="original">￥228</span><span>1.3折</span></div><div class="ourprice">会员价<span>￥</span><span>35</span></div>', '29', 'zh-CN'],
    ['the price after the discount is the one to pay', '<h1>Lipstick</h1><div class="price-box"><div class="special-price"><span>折后价</span><span>￥</span><span>29</span><span class="original">￥228</span></div><div class="ourprice"><span>唯品价</span><span>￥</span><span>35</span></div></div>', '29', 'zh-CN'],
    ['dong as a letter', '<h1>Coat</h1><div class="c-price"><b>1.590.000đ</b><span>1.990.000đ</span><div class="c-price-sale">-20<span>%</span></div></div><div class="product-related"><a>Skirt</a><div class="price"><span>890.000đ</span></div></div>', '1590000', 'vi'],
    ['a label with a colon speaks for itself', '<h1>Fridge</h1><ul><li>分期付： <span>花呗</span></li><li><span>商城价：</span><i class="price">￥2899</i></li></ul><h4>￥1299</h4>', '2899', 'zh-CN'],
    ['sign, units and cents in elements of their own', '<h1>Drill 28</h1><div><i>¥</i><i>59</i><i>.90</i></div>', '59.90', 'zh-CN'],
  ])('%s', (_, body, want, lang?: string) => {
    expect(Number(prices(body, lang)[0])).toBe(Number(want));
  });

  it.each([
    ['Finnish', '<p>Norm. 549,00 €</p><p>449,00 €</p>', '449.00', '549.00', 'fi'], ['Chinese', '<p>抢购价 ¥19.60</p><p>定价 ¥28.00</p>', '19.60', '28.00', 'zh-CN'],
    ['Taiwan, the sign behind struck digits', '<p><span>市售價</span><del>5,990</del>元</p><p><span>促銷價</span><b>3,990</b>元</p>', '3990.00', '5990.00', 'zh-TW'],
    ['a label set wide, and the name of a reference price', '<dl class="refprice"><dt>参 考 价</dt><dd><del>¥399.00</del></dd></dl><dl><dt>易 购 价</dt><dd><span class="mainprice"><i>¥</i>259<span>.00</span></span></dd></dl>', '259.00', '399.00', 'zh-CN'],
    ['beside the price itself and one for a measure', '<p class="price"><s>$30.00</s> $24.00 <i>$60.00 / l</i></p>', '24.00', '30.00', 'en'], ['behind both', '<p class="price">24,00 € <i>60,00 € / l</i> <s>30,00 €</s></p>', '24.00', '30.00', 'de'],
    ['dong as a letter', '<div class="c-price"><b>1.590.000đ</b><span>1.990.000đ</span><div class="c-price-sale">-20<span>%</span></div></div>', '1590000', '1990000', 'vi'],
    ['two amounts side by side that style alone sets apart', '<div class="p"><span class="o">59,00 €</span> <span class="n">39,00 €</span></div>', '39.00', '59.00', 'fr'],
  ])('the old price: %s', (_, body, price, list, lang) => {
    expect(prices(`<h1>Drill</h1>${body}`, lang)).toEqual([price, list]);
  });
});

it('an amount in an element that a shop calls its price needs no sign where the country is known', () => {
  const { price } = listing(page(undefined, '<h1>Drill</h1><mo-product-price><span class="actual">6.95</span><span class="unit">0.70/100g</span></mo-product-price>'), { url: 'https://shop.example.ch/p/drill' }).fields;
  expect(valueOf(price)).toEqual({ kind: 'page', money: { minor: 695, currency: 'CHF', exponent: 2 } });
});

it('shows a struck amount as the list price under a label of its own, whatever stands before that', () => {
  expect(prices('<h1>Dress</h1><div><a>去刮券</a><div><span>价格</span><span>¥ <s>399.00</s></span></div><div><span>促销价</span><span>¥ <b>138.00</b></span></div></div>', 'zh-CN')).toEqual(['138.00', '399.00']);
});

describe('names of an article without data', () => {
  it.each([
    ['its number under a label', '<h1>Arc lamp SKU: AC-4711</h1>', 'Arc lamp'], ['a Chinese one', '<h1>Arc 台灯 货号: 5Lux010700</h1>', 'Arc 台灯'], ['one of two words', '<h1>Arc lamp Order No.: 4711</h1>', 'Arc lamp'],
    ['but not what it is for', '<h1>Spare filter for model: X1</h1>', 'Spare filter for model: X1'], ['two words that style alone sets apart', '<h1><a href="/acme">Acme Bell</a><span>Arc lamp</span></h1>', 'Acme Bell Arc lamp'],
  ])('leave out %s', (_, heading, want) => {
    expect(valueOf(listing(page(undefined, `${heading}<p class="price">£60.00</p>`)).fields.title)).toBe(want);
  });

  it('leave out what the heading hides', () => {
    expect(valueOf(listing(page(undefined, '<h1><i class="is-hidden">Deleted • </i>Cordless drill 18V</h1><p class="price">£60.00</p>')).fields.title)).toBe('Cordless drill 18V');
  });

  it('are the first words of a heading that holds a menu as well', () => {
    const menu = `<div class="popup">${'<a>Add to another list</a>'.repeat(20)}</div>`;
    expect(valueOf(listing(page(undefined, `<h1>Cordless drill 18V ${menu}</h1><p class="price">£60.00</p><h3>Cordless drill 18V price in Britain</h3>`)).fields.title)).toBe('Cordless drill 18V');
  });

  it('are the heading that begins the title of the page, where another names the brand', () => {
    const html = page(undefined, '<h1>Acme</h1><h1>Sea salt</h1><h1>0.25 kg | £1.16/kg</h1><p class="price">£0.29</p>').replace(/<title>.*?"Cordless drill 18V">/, '<title>Salt | Acme</title>').replace('Sea salt', 'Salt');
    expect(valueOf(listing(html).fields.title)).toBe('Salt');
  });

  it.each([
    ['a short one, where it is all of a part', 'https://shop.example/sea-salt/1805.html', '', '1805'], ['not a year', 'https://shop.example/archive/2024.html', '', undefined],
    ['a letter in front of the number', 'https://shop.example/Drill-x3410048.php', '', '3410048'], ['one that is part of it', 'https://shop.example/shop/M67296549.htm', '', 'M67296549'],
    ['a code of large letters and digits', 'https://shop.example/prod/DAAG1A-A900', '', 'DAAG1A-A900'], ['a label in Portuguese', 'https://shop.example/drill', '<table><tr><td>ID Produto</td><td>1236291</td></tr></table>', '1236291'], ['a label in Latvian', 'https://shop.example/drill', '<p>Produkta kods 520501927</p>', '520501927'],
  ])('its number: %s', (_, url, body, want) => {
    expect(valueOf(listing(page(undefined, `<h1>Cordless drill 18V</h1><p class="price">£60.00</p>${body}`), { url }).fields.sku)).toBe(want);
  });

  it.each([
    ['a logo that leads to all of a manufacturer', '<a href="/default.php/manufacturers_id/118/Korg.html"><img src="k.gif" alt="Korg"></a><h1>Cordless drill 18V</h1>', 'Korg'],
    ['a link to its page of articles', '<h1><a href="/designers/acme/items.aspx">Acme</a> <b>Belt</b></h1>', 'Acme'],
    ['a link to some of its articles', '<h1>Cordless drill 18V</h1><a href="/tools/brand/53-acme?from=trail">Acme Drills and more</a>', 'Acme'],
    ['no list of brands', '<div class="brands"><h5>Our brands</h5><a href="#">Bosch</a> <a href="#">Makita</a></div><h1>Cordless drill 18V</h1><table><tr><th>品牌名称：</th><td>Acme</td></tr></table>', 'Acme'],
    ['a link that searches for its vendor', '<h1>Cordless drill 18V</h1><a href="/search?rb_vendor=Panasonic">Panasonic</a>', 'Panasonic'],
  ])('its brand: %s', (_, body, want) => {
    expect(valueOf(listing(page(undefined, `${body}<p class="price">£60.00</p>`)).fields.brand)).toBe(want);
  });
});

describe('the list price without data', () => {
  const listPrice = (body: string, lang = 'en') => prices(body, lang)[1];

  it.each([
    ['a range of sizes beside the price before and the share between them', '<h1>Drill</h1><div><p>Rp129.000 - Rp189.000</p><p>Rp250.000</p><p>-48%</p></div><button>Beli Sekarang</button>', '250000.00', 'id'],
    ['a catalogue\'s price in a table', '<h1>Drill</h1><table><tr><td>Katalogpreis</td><td>€ 149,00</td></tr><tr><td>Unser Preis</td><td>€ 119,00</td></tr></table>', '149.00', 'de'],
    ['none in what a description tells', '<h1>Drill</h1><p class="price">¥4,500</p><p>動作確認済みです。定価25,000円。</p>', undefined, 'ja'],
    ['none in what the delivery costs', '<h1>Drill</h1><div><p>£3.18</p><p><span id="item-shipping-price">£4.50</span> shipping from Leeds</p></div>', undefined, 'en'],
  ])('is %s', (_, body, want, lang) => {
    expect(listPrice(body, lang)).toBe(want);
  });
});

describe('a price on request', () => {
  it('is none, whatever is paid to have the article kept', () => {
    const { price } = listing(page(undefined, '<h1>Boat</h1><p class="price">Call for price</p><p>Financing available from €149/month</p><p>Refundable hold deposit €500</p>')).fields;
    expect(price).toMatchObject({ state: 'absent', evidence: { raw: 'Call for price' } });
  });
});
