import { describe, expect, it } from 'vitest';
import { type ListRead, readList } from '../../../../crawlers/read/list/index.ts';
import { decimalOf } from '../../../../model/money.ts';

const read = (body: string, url = 'https://www.shop.example.com/c/garden', language = 'en'): ListRead => readList(`<!doctype html><html lang="${language}"><head><title>x</title></head><body>${body}</body></html>`, { url, requestUrl: url, status: 200, role: 'search', platform: 'generic' });
const card = (n: number, rest: string): string => `<div class="card"><a href="/p/garden-chair-${n}000${n}"><img src="x.jpg" alt=""></a><h3><a href="/p/garden-chair-${n}000${n}">Garden chair ${n}</a></h3>${rest}</div>`;
const cards = (make: (n: number) => string): string => `<div class="grid">${[1, 2, 3, 4].map((n) => card(n, make(n))).join('')}</div>`;
const shown = ({ items }: ListRead): string[] => items.map(({ productId, price }) => `${productId} ${price ? `${decimalOf(price.money)} ${price.money.currency}` : 'none'}`);

describe('words about shipping beside a price', () => {
  it.each([
    ['before it, without shipping', 'de', '<div><span>Preis exkl. Versand</span> <b>CHF 699.00</b></div><div><span>Preis inkl. Versand</span> <b>CHF 706.90</b></div>', '699.00 CHF'],
    ['behind it in one text', 'ja', '<p>1,200円 送料無料</p>', '1200 JPY'],
    ['shipping that costs extra', 'de', '<p class="price">19,00 €</p><p>zzgl. 4,90 € Versand</p>', '19.00 EUR'],
    ['the sum behind a plus', 'de', '<p class="price">19,00 €</p><p>+ Versand 4,90 €</p>', '19.00 EUR'],
    ['free above a sum', 'ja', '<p>5,140円（税込）</p><p>送料無料（3,780円以上）</p>', '5140 JPY'],
  ])('%s', (_why, language, rest, expected) => expect(shown(read(cards(() => rest), undefined, language))[0]).toBe(`10001 ${expected}`));
});

describe('lists in data', () => {
  const inList = (items: unknown[]): string => `<script type="application/ld+json">${JSON.stringify({ '@type': 'ItemList', itemListElement: items.map((item, i) => ({ '@type': 'ListItem', position: i + 1, item })) })}</script>`;

  it('name articles without a type by their offers, in the money of a language of one country', () => {
    const stated = inList([1, 2, 3].map((n) => ({ name: `エアコン ${n}`, url: `/item/K000164000${n}/`, offers: { '@type': 'AggregateOffer', lowPrice: `${n}8800` } })));
    expect(shown(read(stated, 'https://compare.example.com/aircon', 'ja'))).toEqual(['K0001640001 18800 JPY', 'K0001640002 28800 JPY', 'K0001640003 38800 JPY']);
    expect(shown(read(stated, 'https://compare.example.com/aircon', 'en'))[0]).toBe('K0001640001 none');
  });

  it('state tomans of ten rials', () => {
    const stated = inList([1, 2, 3].map((n) => ({ '@type': 'Product', name: `Shampoo ${n}`, url: `/product/shampoo-${n}/`, offers: { price: `${n}59800`, priceCurrency: 'IRT' } })));
    expect(shown(read(stated))[0]).toBe('shampoo-1 1598000.00 IRR');
  });

  it('are no lists of places on the site', () => {
    expect(read(inList([1, 2, 3].map((n) => ({ name: `Place ${n}`, '@id': `/c/${n}` })))).items).toEqual([]);
  });

  it('stand in an attribute of an element that a script fills, unless it only counts what is seen', () => {
    const state = JSON.stringify({ listing: { items: [1, 2, 3].map((n) => ({ skuNo: 175_000 + n, core: { shortDescription: `Notebook with ${n}6 GB`, detailsUrl: `/c/product/175000${n}-REG/notebook.html` }, priceInfo: { price: n * 100 + 0.5, currency: 'USD' }, thumb: { url: `https://static.example.com/images/${n}.jpg` } })) } }).replaceAll('"', '&quot;');
    expect(shown(read(`<h1>Notebooks</h1><div id="app" data-data="${state}"></div>`))).toEqual(['175001 100.50 USD', '175002 200.50 USD', '175003 300.50 USD']);
    expect(read(`<h1>Notebooks</h1><div data-layer-impression="${state}"></div>`).items).toEqual([]);
  });
});

describe('lists in state', () => {
  const state = (value: unknown): ListRead => read(`<div id="root"></div><script type="application/json">${JSON.stringify(value)}</script>`);

  it('keep their items two levels down, under names that only end in a title', () => {
    const edges = [1, 2, 3].map((n) => ({ node: { listing: { id: `${n}11`, resale_listing_title: `Oak dresser ${n}`, listing_price: { amount: `${n}0`, currency: 'USD' } } } }));
    expect(shown(state({ feed: { edges } }))).toEqual(['111 10.00 USD', '211 20.00 USD', '311 30.00 USD']);
  });

  it('call what they hold by words of the shop', () => {
    const hits = [1, 2, 3].map((n) => ({ ec_title: `Glass rod ${n}`, ec_price: n + 8, ec_item_url: `/gdsale/rod-${n}00${n}.html`, ec_productid: `p${n}` }));
    const items = [1, 2, 3].map((n) => ({ itemId: `i${n}`, itemName: `Kettle ${n}`, itemPrice: { min: n * 100, max: n * 120 } }));
    const nested = [1, 2, 3].map((n) => ({ Name: `Milk ${n}`, Products: [{ Stockcode: 360 + n, Name: `Milk ${n}`, Price: n + 3.5, WasPrice: n + 4.5, CupPrice: 0.16, InstoreCupPrice: 0.16 }] }));
    expect(shown(state({ currency: 'EUR', search: { hits } }))).toEqual(['p1 9.00 EUR', 'p2 10.00 EUR', 'p3 11.00 EUR']);
    expect(shown(state({ currency: 'EUR', result: { items } }))[0]).toBe('i1 100.00 EUR');
    expect(shown(state({ currency: 'AUD', Products: nested }))).toEqual(['361 4.50 AUD', '362 5.50 AUD', '363 6.50 AUD']);
  });

  it.each([
    ['with a discount', { price: 50, priceWithDiscount: 40 }, '40 of 50'], ['called after it', { price: 50, discountPrice: 40, discountPercent: 20 }, '40 of 50'], ['before where it was', { price: 40, originPrice: 50 }, '40 of 50'],
    ['with its taxes', { price_tax_exc: 40, price_tax_inc: 48.4 }, '48.4'], ['now', { price: { current_retail: 40, reg_retail: 50, save_dollar: 10 } }, '40 of 50'], ['in red', { prices: [{ priceType: 'redPrice', price: 40 }, { priceType: 'whitePrice', price: 50 }] }, '40 of 50'],
  ])('state a price %s', (_name, prices, expected) => {
    const [item] = state({ currency: 'EUR', products: [1, 2, 3].map((n) => ({ id: n, name: `Lamp ${n}`, url: `/p/lamp-${n}`, ...prices })) }).items;
    expect([item?.price, item?.listPrice].filter((price) => price !== undefined).map((price) => Number(decimalOf(price.money))).join(' of ')).toBe(expected);
  });

  it('are no lists of parts of the page', () => {
    expect(state({ rows: [1, 2, 3].map((n) => ({ id: `${n}`, section_title: `Part ${n}`, meta_title: 'x', price: n })) }).items).toEqual([]);
  });
});

describe('what else a list says', () => {
  it('of its length in other languages', () => {
    const total = (text: string, language: string): number | undefined => read(`<p>${text}</p>${cards(() => '<b>€5.00</b>')}`, undefined, language).total;
    expect([total('54 ผลลัพธ์สำหรับ chair', 'th'), total('نمایش 1–4 از 54 نتیجه', 'fa'), total('54 результата', 'ru'), total('54 sản phẩm', 'vi')]).toEqual([54, 54, 54, 54]);
  });

  it('of its items by a number in an address of one name for all', () => {
    const list = cards(() => '<b>€5.00</b>').replace(/\/p\/garden-chair-(\d)000\d/g, '/forsale/ad.html?finnkode=40011122$1').replace(/data-product-id="[^"]*"/g, '');
    expect(read(list).items.map(({ productId }) => productId)).toEqual(['400111221', '400111222', '400111223', '400111224']);
  });

  it('by the name that is linked, where the picture is called by a part of it', () => {
    const list = [1, 2, 3, 4].map((n) => `<div class="tile"><a href="/th/pre-order-card-set-ma${n}-1016178${n}.html"><img src="x.jpg" alt="Card set MA${n} (58)"></a><a class="card-link" href="/th/pre-order-card-set-ma${n}-1016178${n}.html"><span>(พรีออเดอร์) Card set MA${n} (58) ชุดฉลอง</span></a><span>฿${n}80</span></div>`).join('');
    expect(read(`<div>${list}</div>`, undefined, 'th').items[1]?.title).toBe('(พรีออเดอร์) Card set MA2 (58) ชุดฉลอง');
  });
});

describe('pages beside lists', () => {
  it('that lead to other lists have no next page', () => {
    expect(read(`${cards(() => '<b>€5.00</b>')}<a href="/c/trends">Show more</a>`).next).toBeUndefined();
    expect(read(`${cards(() => '<b>€5.00</b>')}<a href="/c/garden?start=24">Show more</a>`).next).toBe('https://www.shop.example.com/c/garden?start=24');
  });

  it('of one article with two others below are no lists', () => {
    const body = `<h1>Leather look shirt</h1><a rel="next" href="/trends">Discover more</a><div class="grid">${card(1, '<b>€5.00</b>')}${card(2, '<b>€6.00</b>')}</div>`;
    expect(read(body, 'https://www.shop.example.com/ie/en/women/leather-look-shirt-15213589.html').isList).toBe(false);
  });

  it('of jobs name what one earns and no price', () => {
    const jobs = ['Vendedor Interno', 'Vendedor Externo', 'Consultor', 'Auxiliar'].map((name, n) => `<div class="job"><a href="/vagas-empregos-em-sao-paulo/vendedor/900${n}1"><h2>${name}</h2><h3>R$ ${n + 1}.800,00 por mês</h3></a></div>`).join('');
    expect(read(`<div>${jobs}</div>`, 'https://www.trabalho.example.com.br/vagas-empregos-em-sao-paulo/vendedor', 'pt-BR').isList).toBe(false);
  });

  it('say how many rated by the name of the element alone', () => {
    expect(read(cards((n) => `<b>€5.00</b><div class="star-rating"><span class="star-rating__value">4.8</span> <span class="star-rating-block__count">${n}12×</span></div>`)).items.map(({ reviewCount }) => reviewCount?.value)).toEqual([112, 212, 312, 412]);
  });

  it('know articles by the letter and number at the end of a long name', () => {
    const list = cards(() => '<b>€5.00</b>').replace(/\/p\/garden-chair-(\d)000\d/g, '/garden-chair-a33373$1$1.html');
    expect(read(list).items.map(({ productId }) => productId)).toEqual(['a3337311', 'a3337322', 'a3337333', 'a3337344']);
  });
});
