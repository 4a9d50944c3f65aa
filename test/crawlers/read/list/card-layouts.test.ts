import { describe, expect, it } from 'vitest';
import { type ListRead, readList } from '../../../../crawlers/read/list/index.ts';
import { decimalOf } from '../../../../model/money.ts';

const page = (body: string, language: string): string => `<!doctype html><html lang="${language}"><head><title>x</title></head><body>${body}</body></html>`;
const read = (body: string, language = 'en', url = 'https://www.shop.example.com/search?q=x'): ListRead => readList(page(body, language), { url, requestUrl: url, status: 200, role: 'search', platform: 'generic' });
const cards = (card: (n: number) => string): string => `<h1>Results</h1><div class="grid">${[1, 2, 3].map((n) => `<div class="card"><a href="/item/x-10000${n}"><img alt=""><h3>Article ${'ABC'[n - 1]} of the shop</h3></a>${card(n)}</div>`).join('')}</div>`;

describe('the price of a card is', () => {
  it.each([
    ['what is asked for, not what comes back', 'fr', (n: number) => `<div class="offer offer--cut-price"><p class="offer-text">${n}00€ remboursés avec la marque</p></div><div class="o-product__prices"><span class="o-product__price">94${n}€<sup>95</sup></span></div>`, '941.95', undefined],
    ['the sign where the point is spoken', 'fr', (n: number) => `<b class="price">8${n}<sup>€99</sup></b>`, '81.99', undefined],
    ['beside what it is in other money', 'en-US', (n: number) => `<span class="price">£3${n}.50</span><span class="converted_price">about <span class="price">$29.80 total</span></span>`, '31.50', undefined],
    ['with the taxes', 'en-GB', (n: number) => `<span class="price">£8${n}.99</span><span>Inc Vat</span><span class="price">£7${n}.99 <span>Ex Vat</span></span>`, '81.99', undefined],
    ['in an element of its own in the heading', 'zh-CN', (n: number) => `<h5 class="title"><a href="/item/x-10000${n}">手机 12GB+256GB</a><a class="red">${n}999元（需用券）</a></h5><p>再返10元E卡</p>`, '1999.00', undefined],
    ['behind a sentence about the article', 'zh-CN', (n: number) => `<p class="desc">限时直降，赠充电宝</p><p class="price"><span>${n}49元</span></p>`, '149.00', undefined],
    ['not made of the size before it', 'en-US', (n: number) => `<p>Size S</p><p class="price">$1${n}.00</p><p class="price price__full">$2${n}.00</p>`, '11.00', '21.00'],
    ['no number behind the sign of the one before', 'vi', (n: number) => `<div class="price-discount__price">1.590.00${n}<sup>₫</sup></div><div>Giao siêu tốc 2h</div>`, '1590001', undefined],
    ['for a piece, where the saving says what it was', 'ru', (n: number) => `<div class="price"><b>4 59${n}</b><span> руб.</span><span>/шт</span></div><div class="price discount"><b>5 19${n}</b><span> руб.</span></div><div>Экономия <span>600 руб.</span></div>`, '4591.00', '5191.00'],
    ['by weight, where nothing is sold otherwise, beside what it was and what it is for members', 'en-US', (n: number) => `<div class="pc-price"><span class="red">$1${n}.99 <small>/ lb</small></span> <del>$2${n}.49 / lb</del></div><div class="ppu">($1${n}.99/Lb)</div><div>Member Price: $4.99 with digital coupon</div>`, '11.99', '21.49'],
    ['not what it saves, in Hungarian', 'hu', (n: number) => `<span>${n} 490 Ft helyett</span><span>${n} 190 Ft</span><span>Megtakarítás: 300 Ft</span>`, '1190.00', '1490.00'],
    ['not a part of it, in Greek', 'el', (n: number) => `<div>12 άτοκες δόσεις των 2${n},99€</div><div><span>Αρχική: 3${n}9,00€</span><span>2${n}9,90€</span></div>`, '219.90', '319.00'],
    ['not a part of it, in Arabic', 'ar', (n: number) => `<b>1${n}9.00 ر.س</b><div>أو 4 دفعات بقيمة 2${n}.25 ر.س</div>`, '119.00', undefined],
    ['beside one for a measure that is said twice', 'de', (n: number) => `<b>2${n},99 €</b> <span>(<span><span class="off">7${n},97 €</span><span aria-hidden="true">7${n},97 €</span></span>/kg)</span>`, '21.99', undefined],
    ['what it is before coupons, alone', 'zh-CN', (n: number) => `<div><span>优惠前</span></div><div>¥1${n}8</div>`, '118.00', undefined],
    ['not what it is with all benefits', 'ko', (n: number) => `<strong>1${n},800원</strong><div>최대혜택가 1${n},300원</div>`, '11800', undefined],
    ['not what it is in the basket', 'tr', (n: number) => `<span>1.${n}49,90 TL</span><div>Sepette 1.${n}24,91 TL</div>`, '1149.90', undefined],
    ['not what free delivery begins at', 'en-US', (n: number) => `<b>$4${n}.99</b><div>FREE delivery <b>Tue, Sep 9</b> on $35 of items</div>`, '41.99', undefined],
    ['for one, beside what it is by the bottle for six', 'en-GB', (n: number) => `<div>Mix six <span class="amount">£1${n}.50</span> per bottle</div><div>Single <span class="amount">£1${n}.99</span></div>`, '11.99', undefined],
    ['what everybody pays in cash, below what its name calls the original', 'pt-BR', (n: number) => `<p class="price-original">R$ 1.29${n},00</p><p><span class="price">R$ 84${n},00</span> <span>no Pix</span></p>`, '841.00', '1291.00'],
    ['beside one that is crossed out by name', 'fr', (n: number) => `<span class="sale price">1.54${n},39€</span><span class="crossedOutPrice">1.860,73€</span>`, '1541.39', '1860.73'],
    ['beside one whose state is to be struck', 'en-US', (n: number) => `<div class="price is--current">$10${n}.97</div><div class="price is--striked-out">$145</div>`, '101.97', '145.00'],
    ['the discounted one of two, whatever its class says', 'ja', (n: number) => `<p class="price__text--type-proper">¥4,95${n}</p><p class="price__text price__text--type-discount">¥2,47${n}</p>`, '2471', '4951'],
    ['with the sign among the cents', 'fr', (n: number) => `<div class="m-price"><span>6${n}<sup><span>€</span>90</sup><span>/unité</span></span></div>`, '61.90', undefined],
    ['for a piece, beside what it is for a litre', 'fr', (n: number) => `<p><span>3${n},90 €</span><span>/unité</span></p><p class="price">3,9${n} € / L</p>`, '31.90', undefined],
    ['beside one crossed out in another spelling', 'de', (n: number) => `<b class="price">22${n}€</b><span class="text--lineThrough">299€</span>`, '221.00', '299.00'],
    ['without any sign, named by an attribute, in a language of the euro alone', 'fi', (n: number) => `<div><data data-price="current">12${n},99</data><div>Norm. <data data-price="previous">149,00</data></div></div>`, '121.99', '149.00'],
    ['never below a sum with the delivery', 'de', (n: number) => `<b>${n},50 EUR</b><br><small>+ 2,30 EUR Versand</small><br><small>Gesamt: ${n + 2},80 EUR</small>`, '1.50', undefined],
    ['in three elements, the sign last', 'de', (n: number) => `<div><span class="big">4${n}</span><span class="sup">95</span><span>€</span></div>`, '41.95', undefined],
    ['with sign and cents in a group behind the number', 'fr', (n: number) => `<div class="tarif"><span>5${n}</span><span><span>€</span><span>00</span></span></div>`, '51.00', undefined],
    ['not made of a count before it', 'de', (n: number) => `<p><span>8${n}</span> <span>Bewertungen</span></p><p><span>19</span> <span>€</span></p>`, '19.00', undefined],
  ])('%s', (_what, language, card, price, listPrice) => {
    const [first] = read(cards(card), language).items;
    expect([first?.price && decimalOf(first.price.money), first?.listPrice && decimalOf(first.listPrice.money)]).toEqual([price, listPrice]);
  });
});

it('reads how many rated behind how good, in one label', () => {
  expect(read(cards(() => '<b class="price">9 €</b><i role="img" aria-label="4,6 van 5 uit 1.204 beoordelingen"></i>'), 'nl').items.map(({ rating, reviewCount }) => [rating?.value, reviewCount?.value])).toEqual(Array.from({ length: 3 }, () => [4.6, 1204]));
});

it('takes the address of the article, not of its seller, on hosts named after stores', () => {
  const card = (n: number): string => `<div class="card"><a href="https://store.mall.example.com/lights/led-77${n}.html?from=1"><img alt=""></a><a href="https://store.mall.example.com/lights/led-77${n}.html?from=2"><b>Desk lamp ${'ABC'[n - 1]} with clamp</b></a><b class="price">£1${n}.00</b><a href="https://store.mall.example.com/lights/">lights</a></div>`;
  expect(read(`<div>${[1, 2, 3].map(card).join('')}</div>`).items.map(({ productId }) => productId)).toEqual(['led-771', 'led-772', 'led-773']);
});

it('tells articles apart that one script shows', () => {
  const card = (n: number): string => `<li class="result"><a href="/servlet/BookDetails?bi=3123456789${n}&amp;cm=1"><img alt=""><h2>Ulysses, copy ${'ABC'[n - 1]}</h2></a><p class="price">£4${n}.00</p></li>`;
  expect(read(`<ul>${[1, 2, 3].map(card).join('')}</ul>`).items.map(({ productId }) => productId)).toEqual(['31234567891', '31234567892', '31234567893']);
});

it.each(['prdId', 'spuId', 'goods_no'])('tells articles apart by the parameter %s', (name) => {
  const card = (n: number): string => `<li class="result"><a href="/product/comdetail/index.html?${name}=1008612345678${n}"><img alt=""><h2>Phone ${'ABC'[n - 1]} in black</h2></a><p class="price">¥ 699${n}</p></li>`;
  expect(read(`<ul>${[1, 2, 3].map(card).join('')}</ul>`, 'zh-CN').items.map(({ productId }) => productId)).toEqual(['10086123456781', '10086123456782', '10086123456783']);
});

it('cards that each hold a slider of their own are no strip of a page about one article', () => {
  const card = (n: number): string => `<li class="card with-skus-slider" id="sku_3981234${n}"><a href="/s/3981234${n}/x.html"><img alt=""></a><h2><a href="/s/3981234${n}/x.html">Phone ${'ABC'[n - 1]} with 256 GB</a></h2><b class="price">28${n},90 €</b></li>`;
  expect(read(`<h1>Phones</h1><ol>${[1, 2, 3].map(card).join('')}</ol>`, 'en', 'https://www.shop.example.com/c/40/phones.html').items.length).toBe(3);
});

it('counts those who rated in brackets beside what is named so in any attribute', () => {
  expect(read(cards(() => '<b class="price">$9.00</b><div data-testid="product-ratings"><span aria-label="4.7 Stars"></span><span>(1522)</span></div>'), 'en-US').items.map(({ reviewCount }) => reviewCount?.value)).toEqual([1522, 1522, 1522]);
});

it('takes links with numbered names for no header of the page', () => {
  const card = (n: number): string => `<div class="entry"><a id="result-header-71234567${n}" href="/d/x-71234567${n}/"><img alt=""><h3>Bike ${'ABC'[n - 1]} for the road</h3><span>€ 1.80${n}</span></a></div>`;
  expect(read(`<div>${[1, 2, 3].map(card).join('')}</div>`, 'de').items.length).toBe(3);
});

it('ends with a text between the cards that speaks of others', () => {
  const card = (n: number): string => `<dl class="item"><dt><a href="/item.htm?id=61122334455${n}"><img alt=""></a></dt><dd><a href="/item.htm?id=61122334455${n}">骨瓷餐具套装 ${n}号</a><b class="price">¥${n}9.00</b></dd></dl>`;
  expect(read(`<div class="list"><div>${[1, 2, 3].map(card).join('')}</div><div class="combo">本店内推荐</div><div>${[4, 5].map(card).join('')}</div></div>`, 'zh-CN').items.length).toBe(3);
});

it('names a card without a price by its name, not by all that its link holds', () => {
  const card = (price: string, n: number): string => `<article class="e1"><a class="e2" href="/p/for-sale/148881240${n}"><img alt=""><div class="e3">${['Oak table and six chairs', 'White bookcase', 'Sofa, collection only'][n]}</div><p>Good condition, smoke free home.</p><span>Camden</span><b>${price}</b></a></article>`;
  expect(read(`<div>${['£220', '£15', 'Free'].map(card).join('')}</div>`, 'en-GB').items[2]?.title).toBe('Sofa, collection only');
});

it('a single card without a price is a list where the page counts one', () => {
  const card = '<div class="product-card" data-sku="4471"><a href="/artikel/altarkerze-80-mm-4471.html"><img alt=""><h3>Altarkerze 80 mm</h3></a><p>Preis auf Anfrage</p></div>';
  expect(read(`<h1>Suchergebnisse</h1><p>1 Artikel gefunden</p>${card}`, 'de').items.map(({ productId, price }) => [productId, price])).toEqual([['4471', undefined]]);
  expect(read(`<h1>Altarkerzen</h1><p>Alles über Kerzen.</p>${card}`, 'de', 'https://www.shop.example.com/kerzen').isList).toBe(false);
});

it('branches of a shop with the sum from which they deliver are no articles', () => {
  const card = (n: number): string => `<li class="branch"><a href="/magasins/${n}"><h3>Ville no ${n}</h3></a><p>12 rue X</p><p>Livraison dès 35 €</p></li>`;
  expect(read(`<h1>Nos magasins</h1><ul>${[1, 2, 3, 4].map(card).join('')}</ul>`, 'fr', 'https://www.chain.example.fr/magasins').isList).toBe(false);
});
