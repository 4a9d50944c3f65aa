import { describe, expect, it } from 'vitest';
import { type ListRead, readList } from '../../../../crawlers/read/list/index.ts';
import { decimalOf } from '../../../../model/money.ts';

const SEARCH = 'https://www.shop.example.com/search?q=x';
const read = (body: string, url = SEARCH, language = 'en'): ListRead => readList(`<!doctype html><html lang="${language}"><head><title>x</title></head><body>${body}</body></html>`, { url, requestUrl: url, status: 200, role: 'search', platform: 'generic' });
const cards = (make: (n: number) => string): string => `<div class="grid">${[1, 2, 3, 4].map((n) => `<div class="card" data-product-id="p-${n}">${make(n)}</div>`).join('')}</div>`;
const linked = (n: number, rest: string, name = `Garden chair number ${n}`): string => `<a href="/p/garden-chair-${n}000${n}"><img src="x.jpg" alt=""></a><h3><a href="/p/garden-chair-${n}000${n}">${name}</a></h3>${rest}`;
/** `price currency [was list]` of the first card. */
const price = (body: string, url = SEARCH, language = 'en'): string => {
  const item = read(body, url, language).items[0];
  return item?.price ? `${decimalOf(item.price.money)} ${item.price.money.currency}${item.listPrice ? ` was ${decimalOf(item.listPrice.money)}` : ''}` : 'none';
};

describe('which amount of a card is its price', () => {
  it.each([
    ['an amount in the name is part of the name', 'de', (n: number): string => linked(n, '<p class="my-2 text-title text-secondary">10.990 €</p>', `BMW R 1200 GS Rallye ${n}`), '10990.00 EUR'],
    ['an amount in a button is another offer, and no list price', 'fr', (n: number): string => linked(n, '<p class="price-text">8,00 €</p><button aria-label="9,10 € avec protection"><span class="total-price">9,10 €</span> incl.</button>'), '8.00 EUR'],
    ['an estimate after a coupon', 'en', (n: number): string => linked(n, '<p class="price"><span>$</span><span>4</span><span>.99</span></p><div class="estimated"><span>Estimated</span> <span>$4.24</span> <span>after coupon</span></div>'), '4.99 USD'],
    ['a price for members first', 'nl', (n: number): string => linked(n, '<strong class="item-price"><span class="price member">€ 7,99</span><span class="price regular">€ 9,99</span></strong>'), '9.99 EUR'],
    ['a price for holders of a card', 'ru', (n: number): string => linked(n, '<span>1 299 ₽</span><div class="card-price"><span>1 239 ₽</span> <span>с Нашей Картой</span></div>'), '1299.00 RUB'],
    ['a price that only a label says', 'en', (n: number): string => linked(n, '<a aria-label="Sale price RS 2474.1"><i></i>2474.1</a><a aria-label="Regular price RS 2749"><del><i></i>2749</del></a>'), '2474.10 INR was 2749.00'],
    ['a price that only an attribute says', 'en-GB', (n: number): string => linked(n, '<span class="money" data-price="19.50"></span>'), '19.50 GBP'],
    ['a currency by its name', 'fr', (n: number): string => linked(n, '<p><s>150 euros</s> <b>120 euros</b></p>'), '120.00 EUR was 150.00'],
    ['a currency by a sign of another country', 'hy', (n: number): string => linked(n, '<div>25,000 ֏</div>'), '25000.00 AMD'],
    ['a list price that a sentence speaks of gives way to the one beside the price', 'zh-CN', (n: number): string => linked(n, '<p class="detail">本书图文并茂，定价48元起的同类书中</p><p><span class="now_price">¥23.40</span><span class="pre_price">¥52.00</span></p>'), '23.40 CNY was 52.00'],
    ['parts of the price in words', 'es-MX', (n: number): string => linked(n, '<p><s>MXN 1,999.00</s></p><p>MXN 1,499.<sup>50</sup></p><p>12 meses sin intereses de MXN 124.96</p>'), '1499.50 MXN was 1999.00'],
    ['parts of the price, said beside the amount', 'es-AR', (n: number): string => linked(n, '<p>ARS 9.999</p><p><span>6 cuotas sin interés de</span> <b>ARS 1.666</b></p>'), '9999.00 ARS'],
    ['parts of the price in a sentence of their own', 'en-US', (n: number): string => linked(n, '<p><span>$299.00</span></p><p><span>or 4 interest-free payments of</span> <b>$74.75</b></p>'), '299.00 USD'],
    ['parts of the price in Russian', 'ru', (n: number): string => linked(n, '<p>1 990 ₽</p><p>В рассрочку 4 платежа по 497 ₽</p>'), '1990.00 RUB'],
    ['a sum a month in Hungarian', 'hu', (n: number): string => linked(n, '<p>19 990 Ft</p><p>Hitelre akár havi 1 250 Ft</p>'), '19990.00 HUF'],
    ['what one saves in Thai', 'th', (n: number): string => linked(n, '<p>฿1,299</p><p>ผ่อน 0% 10 เดือน ฿129</p><p>ประหยัด ฿100</p>'), '1299.00 THB'],
    ['a fee on top', 'en-CA', (n: number): string => linked(n, '<p>CAD 199.99</p><p>Plus CAD 1.25 eco fee</p>'), '199.99 CAD'],
    ['points in the money they are worth', 'ko', (n: number): string => linked(n, '<del>19,800원</del><strong>14,860원</strong><span>적립 149원</span>'), '14860 KRW was 19800'],
  ])('%s', (_why, language, make, expected) => expect(price(cards(make), SEARCH, language)).toBe(expected));
});

describe('the currency of amounts that show none', () => {
  const bare = cards((n) => linked(n, `<span class="product-price"><svg viewBox="0 0 9 9"><path d="M1"/></svg> <strong>${n},249</strong></span>`));
  it.each([
    ['/uae-en/search?q=x', 'AED'], ['/en-gb/search?q=x', 'GBP'], ['/jp/search?q=x', 'JPY'], ['/in/en/search?q=x', 'INR'], ['/uk/search?q=x', 'GBP'],
  ])('is that of the country in %s', (path, currency) => expect(read(bare, `https://www.shop.example.com${path}`).items[0]?.price?.money.currency).toBe(currency));

  it('is no country\'s where the path names a language', () => {
    expect(read(bare, 'https://www.shop.example.com/ar/search?q=x').items[0]?.price).toBeUndefined();
    expect(price(cards((n) => linked(n, '<b class="price">$12.00</b>')), 'https://demo.example.com/en-gb/search?q=x')).toBe('12.00 USD');
  });

  it('is that of the host where its name begins with a country', () => expect(read(bare, 'https://tw.shop.example.com/search?q=x').items[0]?.price?.money.currency).toBe('TWD'));
});

describe('cards of other kinds', () => {
  it('without links are known by their own ids', () => {
    const list = read(`<ul>${[1, 2, 3].map((n) => `<li class="goods" id="productItem-9800${n}"><span class="goods__title">로봇청소기 모델 ${n}</span><div class="goods__price">${n},480,000원</div></li>`).join('')}</ul>`, 'https://list.shop.example.kr/ranking', 'ko');
    expect(list.items.map(({ productId, title, url }) => [productId, title, url])).toEqual([1, 2, 3].map((n) => [`9800${n}`, `로봇청소기 모델 ${n}`, `https://list.shop.example.kr/ranking#9800${n}`]));
  });

  it('of advertisers in a wrapper of another name stand in their places', () => {
    const inner = (n: number): string => `<div class="sku"><div class="sku-image"><a href="/site/sku/660${n}00"><img class="pic" alt=""></a></div>${n === 2 ? '<div class="sponsored">Sponsored</div>' : ''}<div class="sku-title"><a href="/site/sku/660${n}00"><h4>Power bank with cable ${n}</h4></a></div><div class="sku-price"><span>$${n}9.99</span></div></div>`;
    const list = read(`<ul>${[1, 2, 3, 4, 5].map((n) => (n === 2 ? `<li class="ad-slot"><div class="wrap">${inner(n)}</div></li>` : `<li class="product">${inner(n)}</li>`)).join('')}<li class="banner"><a href="/deals"><img alt="Deals"></a> from $5</li></ul>`);
    expect(list.items.map(({ productId, sponsored, position }) => [productId, sponsored, position])).toEqual([['660100', false, 1], ['660200', true, 2], ['660300', false, 3], ['660400', false, 4], ['660500', false, 5]]);
  });

  it('are called neither after what all pictures are called nor after what labels say beside the name', () => {
    const hashed = (n: number): string => `<a class="q${n}x" href="/toko/timer-${n}"><div><img src="x.jpg" alt="product-image"></div><div class="zz"><span class="y">Kitchen timer ${n}</span></div><div><b>€${n}.50</b></div></a>`;
    expect(read(cards(hashed)).items.map(({ title }) => title)).toEqual([1, 2, 3, 4].map((n) => `Kitchen timer ${n}`));
    const overlaid = (n: number): string => `<img src="x.jpg" alt=""><a href="/items/900${n}00-trousers" title="grey trousers ${n}, brand: Acme, size: M, 8,00 €"><div></div></a><p>Acme</p><p class="price">8,00 €</p>`;
    expect(read(cards(overlaid)).items[0]?.title).toBe('grey trousers 1');
    const nameless = (n: number): string => `<a href="/x/itm${n}234?pid=MOB${n}00"></a><div class="KzD">APPLE phone ${n} (Black, 128 GB)</div><div class="Nx9">₹${n}6,999</div>`;
    expect(read(cards(nameless)).items[2]?.title).toBe('APPLE phone 3 (Black, 128 GB)');
  });

  it('that say how good an item is do not say how many found so', () => {
    const rated = (n: number): string => linked(n, `<b class="price">${n}9 Kč</b><div class="stars" data-micro-rating-count="8${n}"><span class="sr-only">Průměrné hodnocení produktu je 4,5 z 5 hvězdiček.</span></div>`);
    expect(read(cards(rated), SEARCH, 'cs').items.map(({ rating, reviewCount }) => [rating?.value, reviewCount?.value])).toEqual([1, 2, 3, 4].map((n) => [4.5, 80 + n]));
  });
});

describe('short lists', () => {
  const two = (rest: (n: number) => string): string => `<main>${[1, 2].map((n) => `<article><a href="/oferta/laptop-1234567${n}"><img src="x.jpg"></a><h2><a href="/oferta/laptop-1234567${n}">Laptop model ${n}</a></h2>${rest(n)}</article>`).join('')}</main>`;
  it('of two are lists where the address is no article\'s', () => {
    expect(read(two(() => '<b>3 499,00 zł</b>'), 'https://sklep.example.pl/listing?string=laptop').items.length).toBe(2);
    expect(read(two(() => '<b>3 499 Kč</b>'), 'https://shop.example.cz/hledej?f=laptop').items.length).toBe(2);
    expect(read(two(() => '<b>3 499,00 zł</b>'), 'https://sklep.example.pl/laptopy').items.length).toBe(2);
    expect(read(two(() => '<b>3 499,00 zł</b>'), 'https://sklep.example.pl/laptop-x-15213589.html').isList).toBe(false);
    expect(read(`${two(() => '<b>3 499,00 zł</b>')}<a rel="next" href="/laptopy?page=2">2</a>`, 'https://sklep.example.pl/laptopy')).toMatchObject({ isList: true, next: 'https://sklep.example.pl/laptopy?page=2' });
  });

  it('of two are lists where the page\'s own ItemList names them', () => {
    const item = (n: number): string => `{"@type":"ListItem","position":${n},"item":{"@type":"Product","name":"Milk ${n}","url":"/groceries/milk-${n}.html","offers":{"price":"${n}.29","priceCurrency":"USD"}}}`;
    expect(read(`<script type="application/ld+json">{"@type":"ItemList","itemListElement":[${item(1)},${item(2)}]}</script>`, 'https://shop.example.com/groceries/milk.html').items.length).toBe(2);
  });

  it('say in Thai that they are empty', () => expect(read('<div class="grid-header">ไม่มีผลการค้นหา</div>', SEARCH, 'th')).toMatchObject({ empty: true, items: [] }));

  it('go on behind a colon', () => {
    expect(read(`${cards((n) => linked(n, '<b>10 €</b>'))}<a aria-label="Seite 2" href="/s/seite:2/k0">2</a><a href="/s/seite:3/k0">3</a>`, 'https://www.markt.example.de/s/k0', 'de').next).toBe('https://www.markt.example.de/s/seite:2/k0');
  });
});

describe('lists in the data of a page', () => {
  const state = (value: unknown, url = SEARCH): ListRead => read(`<div id="root"></div><script>window.__STATE__ = ${JSON.stringify(value)};</script>`, url);
  const shown = ({ items }: ListRead): unknown[] => items.map(({ productId, price: now, listPrice, url, sponsored }) => [productId, now && `${decimalOf(now.money)} ${now.money.currency}`, listPrice && decimalOf(listPrice.money), url.replace(/^https:\/\/[^/]+/, ''), sponsored]);

  it('tell struck amounts by what they say of themselves', () => {
    const products = [1, 2, 3].map((n) => ({ productInfo: { value: { titles: { title: `Building set ${n}` }, smartUrl: `/set-${n}/p/itm${n}`, id: `BLC${n}`, pricing: { prices: [{ strikeOff: true, value: 2290 }, { strikeOff: false, value: 2175 }] } } } }));
    expect(shown(state({ products }, 'https://www.shop.example.in/search?q=x'))[0]).toEqual(['BLC1', '2175.00 INR', '2290.00', '/set-1/p/itm1', false]);
  });

  it('tell what is paid from what is marked, and know their own numbers', () => {
    const items = [1, 2, 3].map((n) => ({ name: `Phone ${n}`, slug: `phone-${n}`, uid: 7_533_000 + n, price: { effective: { min: 59_900, max: 59_900, currency_code: 'INR' }, marked: { min: 69_900, max: 69_900, currency_code: 'INR' } }, rating: 0, url: `/product/phone-${n}/` }));
    expect(shown(state({ items }))[0]).toEqual(['7533001', '59900.00 INR', '69900.00', '/product/phone-1/', false]);
    expect(state({ items }).items[0]?.rating).toBeUndefined();
  });

  it('take the currency of an amount from the text that says the same', () => {
    const tiles = [1, 2, 3].map((n) => ({ title: `Notebook ${n}`, partNumber: `G${n}M`, productDetailsUrl: `/shop/product/g${n}m`, price: { currentPrice: { amount: `${n}55,800円`, raw_amount: `${n}55800.00` } } }));
    expect(shown(state({ tiles }))[1]).toEqual(['G2M', '255800 JPY', undefined, '/shop/product/g2m', false]);
  });

  it('of classified advertisements, and of advertisements among others, are items too', () => {
    const ads = [1, 2, 3].map((n) => ({ subject: `Booster box ${n}`, priceValue: n === 3 ? null : `R$ ${n}.412,58`, listId: 1_500_000_000 + n, url: `/vi/${1_500_000_000 + n}.htm` }));
    expect(shown(state({ ads }, 'https://www.anuncios.example.com.br/brasil?q=x'))).toEqual([['1500000001', '1412.58 BRL', undefined, '/vi/1500000001.htm', false], ['1500000002', '2412.58 BRL', undefined, '/vi/1500000002.htm', false], ['1500000003', undefined, undefined, '/vi/1500000003.htm', false]]);
    const plaProducts = [1, 2].map((n) => ({ isPLA: n === 1, productName: `Tee ${n}`, price: n * 100, landingPageUrl: `tshirts/tee/${n}00${n}/buy` }));
    expect(shown(state({ results: { plaProducts } }, 'https://www.mode.example.in/tshirts'))).toEqual([['1001', '100.00 INR', undefined, '/tshirts/tee/1001/buy', true], ['2002', '200.00 INR', undefined, '/tshirts/tee/2002/buy', false]]);
  });
});
