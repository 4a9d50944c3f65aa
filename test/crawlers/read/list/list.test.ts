import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readList } from '../../../../crawlers/read/list/index.ts';
import type { ReadHints } from '../../../../crawlers/read/port.ts';
import type { RankedItem } from '../../../../model/listing.ts';
import { decimalOf } from '../../../../model/money.ts';
import { cpuClock } from '../../../support/cpu.ts';

const hints = (url: string, more: Partial<ReadHints> = {}): ReadHints => ({ url, requestUrl: url, status: 200, role: 'search', platform: 'generic', ...more });
const SHOP = 'https://shop.example.de/lampen';
const page = (body: string, head = ''): string => `<!doctype html><html lang="de"><head><title>Lampen</title>${head}</head><body><header><nav><ul>${[1, 2, 3, 4, 5].map((n) => `<li><a href="/kategorie-${n}">Kategorie ${n} ab 5 €</a></li>`).join('')}</ul></nav></header><main>${body}</main><footer><ul><li><a href="/hilfe">Versand 4,99 €</a></li><li><a href="/agb">AGB</a></li></ul></footer></body></html>`;
const times = (count: number, make: (n: number) => string): string => Array.from({ length: count }, (_, i) => make(i + 1)).join('');
/** `id title price [list] [rating/count] position[+ad]` */
const show = (item: RankedItem | undefined): string => !item ? '' : [item.productId, item.title, item.price && `${item.price.kind === 'page' ? '' : `${item.price.kind} `}${decimalOf(item.price.money)}${item.price.max ? `..${decimalOf(item.price.max)}` : ''} ${item.price.money.currency}`, item.listPrice && `was ${decimalOf(item.listPrice.money)}`, item.rating && `${item.rating.value}/${item.rating.scale}`, item.reviewCount && `(${item.reviewCount.value})`, `#${item.position}${item.sponsored ? ' ad' : ''}`].filter(Boolean).join(' ');

describe('unknown layouts', () => {
  it('reads a plain list with struck prices, ratings and badges', () => {
    const read = readList(page(`<h1>Lampen</h1><p>48 Ergebnisse</p><ul class="products">${times(6, (n) => `<li class="product ${n === 2 ? 'on-sale first' : ''}"><a href="/p/lampe-1000${n}"><img src="/${n}.jpg" alt="Bild"></a><h2 class="name"><a href="/p/lampe-1000${n}">Lampe Nummer ${n}</a></h2><div class="stars" aria-label="4,${n} von 5 Sternen"></div><span>(${n}1 Bewertungen)</span>
      ${n === 2 ? '<del>29,99 €</del> <ins class="price">19,99 €</ins>' : `<span class="price">${n}9,95 €</span>`}<small>(${n},00 €/kg)</small>${n === 3 ? '<span class="badge">Anzeige</span>' : ''}<a href="/warenkorb?add=1">In den Warenkorb</a></li>`)}</ul><a href="/lampen?page=2" rel="next">Weiter</a>`), hints(SHOP));
    expect(read.items.map(show)).toEqual(['10001 Lampe Nummer 1 19.95 EUR 4.1/5 (11) #1', '10002 Lampe Nummer 2 19.99 EUR was 29.99 4.2/5 (21) #2', '10003 Lampe Nummer 3 39.95 EUR 4.3/5 (31) #3 ad', '10004 Lampe Nummer 4 49.95 EUR 4.4/5 (41) #4', '10005 Lampe Nummer 5 59.95 EUR 4.5/5 (51) #5', '10006 Lampe Nummer 6 69.95 EUR 4.6/5 (61) #6']);
    expect([read.next, read.total, read.isList, read.empty, read.items[3]?.organicPosition]).toEqual(['https://shop.example.de/lampen?page=2', 48, true, false, 3]);
  });

  it('reads rows of cards that are links as a whole, with split prices', () => {
    const card = (n: number): string => `<div class="col"><a class="flex flex-col p-2" href="https://www.example.com/item/shoe-${n}?ref=list"><img src="x.png" alt="Shoe ${n}"><div class="flex"><p class="text-sm">Brand</p><h3>Running shoe ${n}</h3></div><div class="price"><span>$</span><span>${n}9</span><sup>99</sup></div></a></div>`;
    const read = readList(`<html lang="en-US"><body><div class="grid">${times(3, (row) => `<div class="row">${times(3, (n) => card(row * 10 + n))}</div>`)}</div></body></html>`, hints('https://www.example.com/shoes'));
    expect(read.items.length).toBe(9);
    expect(show(read.items[0])).toBe('shoe-11 Running shoe 11 119.99 USD #1');
  });

  it('keeps ranges, and leaves the price out where the currency is open', () => {
    const rows = (price: string): string => page(`<table>${times(4, (n) => `<tr class="r"><td><a href="/x/thing-${n}-of-many"><img src="a.png"></a></td><td><a href="/x/thing-${n}-of-many">Thing number ${n}</a></td><td class="price">${price}</td></tr>`)}</table>`);
    expect(show(readList(rows('€10 - €20'), hints(SHOP)).items[0])).toBe('thing-1-of-many Thing number 1 range 10.00..20.00 EUR #1');
    const english = rows('$10').replace('lang="de"', 'lang="en"');
    expect(readList(english.replace('<table>', '<p>Prices in CAD</p><table>'), hints('https://shop.example.com/x')).items[0]?.price).toBeUndefined();
    expect(show(readList(english, hints('https://shop.example.com/x')).items[0])).toContain('10.00 USD');
    expect(show(readList(rows('$10'), hints('https://shop.example.com.au/x')).items[0])).toContain('10.00 AUD');
  });

  it('prefers the list to the recommendations beside it', () => {
    const card = (kind: string, n: number): string => `<div class="${kind}-card"><a href="/${kind}/article-${n}"><img src="a.png"><span class="title">${kind} article ${n}</span></a><b>${n},00 €</b></div>`;
    const read = readList(page(`<section class="results">${times(5, (n) => card('main', n))}</section><section class="recommended carousel">${times(8, (n) => card('other', n))}</section>`), hints(SHOP));
    expect(read.items.map((item) => item.title)).toEqual(['main article 1', 'main article 2', 'main article 3', 'main article 4', 'main article 5']);
  });

  it('takes no item whose address ends in a number for the next page', () => {
    const list = `<ul>${times(6, (n) => `<li class="p"><a href="/p/${n}"><img src="${n}.png"><b>Mug of size ${n}</b></a><i>€${n}.50</i></li>`)}</ul>`;
    expect(readList(page(list), hints('https://s.example.de/mugs')).next).toBeUndefined();
    expect(readList(page(`${list}<aside><a href="/p/2">Read on</a></aside>`), hints('https://s.example.de/mugs')).next).toBeUndefined();
    expect(readList(page(`${list}<a href="/mugs/page/2">2</a>`), hints('https://s.example.de/mugs')).next).toBe('https://s.example.de/mugs/page/2');
  });

  it('finds the next page by number and by words, and the total in other languages', () => {
    const list = `<ul>${times(4, (n) => `<li class="i"><a href="/goods/${n}0001.html"><img src="a.png">商品名称第${n}</a><em>￥${n}9.00</em></li>`)}</ul>`;
    const numbered = readList(`<html lang="zh-CN"><body><div>共 1.2万 件商品</div>${list}<div><a href="?q=x&page=1">1</a> <a href="?q=x&page=3">3</a> <a href="?q=x&page=4">4</a></div></body></html>`, hints('https://s.example.cn/search?q=x&page=2'));
    expect([numbered.next, numbered.total, show(numbered.items[0])]).toEqual(['https://s.example.cn/search?q=x&page=3', 12_000, '10001 商品名称第1 19.00 CNY #1']);
    expect(readList(`<html lang="zh-CN"><body>${list}<a href="/search/b">下一页</a></body></html>`, hints('https://s.example.cn/search')).next).toBe('https://s.example.cn/search/b');
  });
});

describe('what shops do with their lists', () => {
  const card = (path: string, inner: string): string => `<li class="card"><a href="${path}"><img src="a.png" alt="">${inner}</a></li>`;

  it('takes two amounts with a dash alone between them for a range', () => {
    const range = (n: number): string => `<h3>Bench number ${n}</h3><div class="price"><span><bdi>14${n},00 <i>€</i></bdi></span> <span>–</span> <span><bdi>24${n},00 <i>€</i></bdi></span><small>Preisspanne: 14${n},00 € bis 24${n},00 €</small></div>`;
    expect(readList(page(`<ul>${times(3, (n) => card(`/p/bench-${n}`, range(n)))}</ul>`), hints(SHOP)).items.map(show)).toEqual([1, 2, 3].map((n) => `bench-${n} Bench number ${n} range 14${n}.00..24${n}.00 EUR #${n}`));
  });

  it('reads digits of other scripts, and tomans as ten rials each', () => {
    const read = readList(`<html lang="fa"><body><ul>${times(3, (n) => card(`/product/dkp-1456789${n}/x/`, `<h3>هدفون بلوتوثی مدل ${n}</h3><div><span>۱٬۲۵۰٬۰۰۰</span><span>تومان</span></div><del>۱٬۵۰۰٬۰۰۰ تومان</del>`))}</ul></body></html>`, hints('https://shop.example.ir/search/?q=x'));
    expect(read.items.map(show)[0]).toBe('dkp-14567891 هدفون بلوتوثی مدل 1 12500000.00 IRR was 15000000.00 #1');
  });

  it('takes a heading for the brand whose name the picture says before the other heading', () => {
    const read = readList(page(`<ul>${times(3, (n) => `<li class="card"><a href="/nord-wear-xy12345-${n}.html"><img src="a.png" alt="Nord Wear Light jacket ${n} - navy"><h3>Nord Wear</h3><h3>Light jacket ${n} - navy</h3><p>${n}9,95 €</p></a></li>`)}</ul>`), hints(SHOP));
    expect(read.items.map(({ title }) => title)).toEqual([1, 2, 3].map((n) => `Light jacket ${n} - navy`));
  });

  it('takes what is called regular for the price where nothing else stands, and none of the prices with the delivery or for members', () => {
    const grid = (inner: (n: number) => string): string[] => readList(page(`<ul>${times(3, (n) => card(`/p/mug-${n}`, `<h3>Enamel mug ${n}</h3>${inner(n)}`))}</ul>`), hints(SHOP)).items.map(show);
    expect(grid((n) => `<span class="sr">Regular Price</span><span>1${n},00 €</span>`)[0]).toBe('mug-1 Enamel mug 1 11.00 EUR #1');
    expect(grid((n) => `<span class="sr">Regular Price</span><span>1${n},00 €</span><span class="sr">Sale Price</span><span>${n},50 €</span>`)[0]).toBe('mug-1 Enamel mug 1 1.50 EUR was 11.00 #1');
    expect(grid((n) => `<span>1${n},00 €</span><p>1${n + 5},90 € inkl. Versand</p>`)[0]).toBe('mug-1 Enamel mug 1 11.00 EUR #1');
    expect(grid((n) => `<span>1${n},00 €</span><p>Ledenprijs: ${n},90 €</p>`)[0]).toBe('mug-1 Enamel mug 1 11.00 EUR #1');
  });

  it('gives a sign to one amount alone, an amount for a piece where nothing else stands, and the name its coffee', () => {
    const grid = (inner: (n: number) => string): string[] => readList(page(`<ul>${times(3, (n) => card(`/p/coffee-scale-${n}`, `<h3>Coffee scale ${n}</h3>${inner(n)}`))}</ul>`), hints(SHOP)).items.map(show);
    expect(grid((n) => `<div class="price"><span>2.48${n}<i>円</i></span><div>39ショップ</div></div>`)[0]).toBe('coffee-scale-1 Coffee scale 1 2481 JPY #1');
    expect(grid((n) => `<p>${n},95 €</p><p>/ud.</p>`)[0]).toBe('coffee-scale-1 Coffee scale 1 1.95 EUR #1');
    expect(grid((n) => `<p>${n}<sup>50</sup> €</p><s>${n + 1},50</s>`)[0]).toBe('coffee-scale-1 Coffee scale 1 1.50 EUR was 2.50 #1');
  });

  it('leaves out what a picture\'s file is called', () => {
    const read = readList(page(`<ul>${times(3, (n) => `<li class="card"><a href="/shop/p/vase-${n}" aria-label="Vase ${n}"></a><img alt="Vase ${n}.jpg" src="a.png"><div class="grid-title">Vase ${n}</div><i>1${n},00 €</i></li>`)}</ul>`), hints(SHOP));
    expect(read.items.map(({ title }) => title)).toEqual(['Vase 1', 'Vase 2', 'Vase 3']);
  });

  it('follows references from an entry of the page\'s data to its price', () => {
    const entries = [1, 2, 3].flatMap((n) => [[`Product:${n}`, { productId: `20${n}`, productName: `Geladeira ${n}`, link: `/geladeira-${n}/p`, priceRange: { type: 'id', id: `$${n}.range` } }], [`$${n}.range`, { sellingPrice: { type: 'id', id: `$${n}.selling` } }], [`$${n}.selling`, { lowPrice: 1199.9 + n }]]);
    const state = { ...Object.fromEntries(entries), '$ROOT': { products: [1, 2, 3].map((n) => ({ type: 'id', id: `Product:${n}` })) } };
    const read = readList(`<html lang="pt-BR"><body><main></main><script>__STATE__ = ${JSON.stringify(state)}</script></body></html>`, hints('https://www.loja.example.com.br/eletro?map=ft'));
    expect(read.items.map(show)).toEqual([1, 2, 3].map((n) => `20${n} Geladeira ${n} ${1199 + n}.90 BRL #${n}`));
  });

  it('sees the words of a page that a theme calls a template', () => {
    const read = readList(`<html lang="en"><body class="template-collection"><h1>Boards</h1><p>57 products</p><ul>${times(3, (n) => card(`/products/board-${n}`, `<h3>Bread board ${n}</h3><b>$${n}9.00</b>`))}</ul></body></html>`, hints('https://shop.example.com/collections/all'));
    expect([read.items.length, read.total]).toEqual([3, 57]);
    expect(readList('<html lang="en"><body><main><div class="template-search"><p>No results found for “qqxz”.</p></div></main></body></html>', hints('https://shop.example.com/search?q=qqxz')).empty).toBe(true);
  });

  it('finds the results of a search engine in the answers that the page embeds', () => {
    const state = { initialResults: { prod: { results: [{ hits: [1, 2, 3].map((n) => ({ objectID: `90${n}`, name: `Rucksack ${n}`, url: `/p/rucksack-90${n}`, price: { EUR: { default: 29.9 + n } } })), nbHits: 412 }] } } };
    const read = readList(`<html lang="de"><body><main></main><script id="__NEXT_DATA__" type="application/json">${JSON.stringify(state)}</script></body></html>`, hints('https://shop.example.de/rucksaecke'));
    expect(read.items.map(show)).toEqual([1, 2, 3].map((n) => `90${n} Rucksack ${n} ${29 + n}.90 EUR #${n}`));
  });

  it('reads a Mercado Libre search with an advertisement that is clicked through', () => {
    const found = (id: string, url: string, ad: string): string => `<li class="ui-search-layout__item"><div class="poly-card"><img src="x.webp" alt="Auriculares ${id}"><h3><a href="${url}" class="poly-component__title">Auriculares ${id}</a></h3><div class="poly-price__current"><span class="andes-money-amount"><span>$</span><span class="andes-money-amount__fraction">89.999</span></span></div><span class="poly-price__installments">en 6 cuotas de <span class="andes-money-amount"><span>$</span><span>14.999</span><span class="andes-money-amount__cents">83</span></span></span>${ad}</div></li>`;
    const read = readList(`<html lang="es-AR"><body><ol>${found('a', 'https://click1.mercadolibre.com.ar/mclics/clicks/external/MLA/count?a=x&wid=MLA1445667788', '<a href="https://ayuda.example">Promocionado</a>')}${found('b', 'https://articulo.mercadolibre.com.ar/MLA-1500112233-auriculares-_JM', '')}${found('c', 'https://www.mercadolibre.com.ar/auriculares-c/p/MLA15998877', '')}</ol></body></html>`, hints('https://listado.mercadolibre.com.ar/auriculares'));
    expect(read.items.map(show)).toEqual(['MLA1445667788 Auriculares a 89999.00 ARS #1 ad', 'MLA1500112233 Auriculares b 89999.00 ARS #2', 'MLA15998877 Auriculares c 89999.00 ARS #3']);
  });
});

describe('marketplaces', () => {
  it('reads cards of JD that have no links, and of a market whose cards all name the same services', () => {
    const names = ['苹果手机 256GB 白色', '华为手机 512GB 云杉绿', '小米手机 12GB'];
    const jd = readList(`<html lang="zh-CN"><body><div id="root">${names.map((name, i) => `<div class="plugin_goodsCardWrapper" data-sku="10020926785${i}"><div class="_goods_title_container_1"><span title="${name}"></span></div><span class="_price_2"><i>¥</i><span>5,${i}19</span></span></div>`).join('')}</div></body></html>`, hints('https://search.jd.com/Search?keyword=x'));
    expect(jd.items.map(show)).toEqual(names.map((name, i) => `10020926785${i} ${name} 5${i}19.00 CNY #${i + 1}`));
    const served = readList(`<html lang="zh-CN"><body>${names.map((name, i) => `<div class="_a1"><a href="/goods.html?goods_id=60011122${i}"><img src="x.png"><div class="_b"><div class="_c">${name}</div><div class="_d"><span>退货包运费</span><span>极速退款</span></div><div><span>¥</span><span>2${i}</span><span>.9</span><span>全店总售2000+件</span></div></div></a></div>`).join('')}</body></html>`, hints('https://mobile.shop.example.cn/search?q=x'));
    expect(served.items.map(show)).toEqual(names.map((name, i) => `60011122${i} ${name} 2${i}.90 CNY #${i + 1}`));
  });

  it('reads an Amazon search', () => {
    const card = (n: number, ad: boolean): string => `<div data-component-type="s-search-result" data-asin="B00000000${n}" data-index="${n}" class="${ad ? 'AdHolder' : ''}"><h2><a class="a-link-normal" href="/Some-Thing/dp/B00000000${n}/ref=sr_1_${n}?keywords=x">Thing ${n}</a></h2><span class="a-icon-alt">4.${n} out of 5 stars</span><a href="/x/dp/B00000000${n}#customerReviews"><span>1,23${n}</span></a>
      <span class="a-price" data-a-color="base"><span class="a-offscreen">$1${n}.99</span><span aria-hidden="true"><span class="a-price-symbol">$</span><span class="a-price-whole">1${n}<span class="a-price-decimal">.</span></span><span class="a-price-fraction">99</span></span></span><span class="a-price" data-a-strike="true"><span class="a-offscreen">$2${n}.99</span></span></div>`;
    const read = readList(`<html lang="en-us"><body><span>1-16 of over 2,000 results for</span><div data-component-type="s-search-result" data-asin=""></div>${card(1, true)}${card(2, false)}${card(3, false)}<a class="s-pagination-next" href="/s?k=x&page=2">Next</a></body></html>`, hints('https://www.amazon.com/s?k=x', { platform: 'amazon' }));
    expect(read.items.map(show)).toEqual(['B000000001 Thing 1 11.99 USD was 21.99 4.1/5 (1231) #1 ad', 'B000000002 Thing 2 12.99 USD was 22.99 4.2/5 (1232) #2', 'B000000003 Thing 3 13.99 USD was 23.99 4.3/5 (1233) #3']);
    expect([read.total, read.next]).toEqual([2000, 'https://www.amazon.com/s?k=x&page=2']);
  });

  it('reads an eBay search', () => {
    const read = readList(`<html lang=de><body><ul><li class="s-item"><a class=s-item__link href="https://ebay.com/itm/123456"><div class=s-item__title>Shop on eBay</div></a><span class=s-item__price>EUR 20,00</span></li>${times(3, (n) => `<li class="s-item s-item__pl"><a class=s-item__link href=https://www.ebay.de/itm/11055000000${n}?hash=item1><div class=s-item__title><span class=LIGHT_HIGHLIGHT>Neues Angebot</span>Lego Set ${n}</div></a><span class=s-item__price>EUR ${n}0,00<span class=DEFAULT> bis </span>EUR ${n}9,00</span><span class=s-item__logisticsCost>+EUR 6,99 Versand</span></li>`)}</ul></body></html>`, hints('https://www.ebay.de/sch/i.html?_nkw=lego'));
    expect(read.items.map(show)).toEqual([1, 2, 3].map((n) => `11055000000${n} Lego Set ${n} range ${n}0.00..${n}9.00 EUR #${n}`));
  });

  it('reads a JD search', () => {
    const read = readList(`<html lang="zh-CN"><body><ul>${times(3, (n) => `<li class="gl-item" data-sku="10000${n}"><div class="p-img"><a href="//item.jd.com/10000${n}.html"><img></a></div><div class="p-price"><strong class="J_10000${n}"><em>￥</em><i>${n}99.00</i></strong></div><div class="p-market"><del>￥0.00</del></div><div class="p-name"><a href="//item.jd.com/10000${n}.html"><em>小米<font class="skcolor_ljg">手机</font> ${n}</em></a></div><div class="p-commit"><strong><a>2万+</a>条评价</strong></div>${n === 2 ? '<span class="p-promo-flag">广告</span>' : ''}</li>`)}</ul></body></html>`, hints('https://search.jd.com/Search?keyword=x'));
    expect(read.items.map(show)).toEqual(['100001 小米手机 1 199.00 CNY (20000) #1', '100002 小米手机 2 299.00 CNY (20000) #2 ad', '100003 小米手机 3 399.00 CNY (20000) #3']);
  });
});

describe('the page\'s own data', () => {
  it('reads a JSON-LD ItemList', () => {
    const list = JSON.stringify({ '@type': 'ItemList', itemListElement: [1, 2, 3, 4].map((n) => ({ '@type': 'ListItem', position: n, item: { '@type': 'Product', name: `Chair ${n}`, url: `/chair-${n}00000`, offers: { price: `${n}9.5`, priceCurrency: 'GBP' } } })) });
    expect(readList(page('<div id="app"></div>', `<script type="application/ld+json">${list}</script>`), hints('https://x.example.co.uk/chairs')).items.map(show)[0]).toBe('100000 Chair 1 19.50 GBP #1');
  });

  it('reads the state of a page whose scripts never ran', () => {
    const state = JSON.stringify({ props: { results: [1, 2, 3].map((n) => ({ usItemId: `55${n}`, name: `Mug ${n}`, canonicalUrl: `/ip/mug/55${n}`, price: n === 2 ? 0 : n * 10, priceInfo: { linePrice: n === 2 ? '' : `$${n}0.00` }, isSponsoredFlag: n === 1 })) } });
    const read = readList(`<html lang="en-US"><body><div id="__next"></div><script id="__NEXT_DATA__" type="application/json">${state}</script></body></html>`, hints('https://www.example.com/search?q=mug'));
    expect(read.items.map(show)).toEqual(['551 Mug 1 10.00 USD #1 ad', '552 Mug 2 #2', '553 Mug 3 30.00 USD #3']);
  });
});

describe('more marketplaces', () => {
  it('reads the state of a Taobao search', () => {
    const state = JSON.stringify({ mods: { itemlist: { data: { auctions: [1, 2, 3].map((n) => ({ nid: `60000000${n}`, title: `<span class=H>手机</span>壳 ${n}`, raw_title: `手机壳 ${n}`, view_price: `${n}9.90`, detail_url: `//item.taobao.com/item.htm?id=60000000${n}`, comment_count: `${n}0` })) } } } });
    const read = readList(`<html><body><div id="main"></div><script>g_page_config = ${state};</script></body></html>`, hints('https://s.taobao.com/search?q=x'));
    expect(read.items.map(show)).toEqual([1, 2, 3].map((n) => `60000000${n} 手机壳 ${n} ${n}9.90 CNY (${n}0) #${n}`));
  });
  it('reads Amazon best sellers', () => {
    const read = readList(`<html lang="en-us"><body>${times(4, (n) => `<div id="gridItemRoot"><span class="zg-bdg-text">#${n}</span><div id="B0000000${n}0"><a class="a-link-normal" href="/Thing/dp/B0000000${n}0/ref=zg_${n}"><img alt="Thing ${n}"></a><a class="a-link-normal" href="/Thing/dp/B0000000${n}0/ref=zg_${n}"><div class="p13n-sc-truncate">Thing ${n}</div></a><a title="4.6 out of 5 stars" href="/product-reviews/B0000000${n}0"><span class="a-icon-alt">4.6 out of 5 stars</span><span class="a-size-small">1,20${n}</span></a><span class="p13n-sc-price">$1${n}.00</span></div></div>`)}</body></html>`, hints('https://www.amazon.com/gp/bestsellers/x'));
    expect(show(read.items[1])).toBe('B000000020 Thing 2 12.00 USD 4.6/5 (1202) #2');
  });
});

describe('what is no list', () => {
  it.each(['No results found for "xyz"', 'Leider keine Ergebnisse gefunden', '抱歉，没有找到相关商品', '検索結果は0件です', 'Aucun résultat', 'No se han encontrado resultados', 'Nenhum resultado encontrado', 'Nessun risultato', 'Brak wyników', 'Geen resultaten'])('says that there is nothing: %s', (words) => {
    const read = readList(page(`<h2>${words}</h2>`), hints(SHOP));
    expect([read.empty, read.isList, read.items.length]).toEqual([true, true, 0]);
  });
  it('an empty shell is neither empty nor a list', () => expect(readList('<html><body><div id="root"></div></body></html>', hints(SHOP))).toEqual({ items: [], empty: false, isList: false }));
  it('a product page with recommendations is none', () => {
    const read = readList(page(`<h1>Lampe</h1><b>5 €</b><div class="related">${times(6, (n) => `<div class="c"><a href="/p/x-${n}"><img>Other ${n}</a><b>${n} €</b></div>`)}</div>`, '<meta property="og:type" content="product">'), hints(SHOP));
    expect(read.isList).toBe(false);
  });
});

describe('any text', () => {
  it('never throws', () => {
    const parts = fc.constantFrom('<div class="a">', '</div>', '<a href="/x">', '</a>', '5 €', '<li>', '<img>', 'text', '<del>', '</del>', '"', '<');
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.array(parts, { maxLength: 60 }).map((list) => list.join(''))), (text) => { expect(() => readList(text, hints(SHOP))).not.toThrow(); }));
  });
  it.each(['<div>', '<a href="/p/1">5 €</a>', '<li class="x"><a href="/p/1">5 €', '<', '5 € ', '<a ', '<script>', '&amp;'])('a million characters of %j take bounded time', (piece) => {
    const spent = cpuClock();
    readList(piece.repeat(1_000_000 / piece.length), hints(SHOP));
    expect(spent()).toBeLessThan(4_000);
  });
});

describe('words that mislead', () => {
  it('an empty basket, a template or a hidden message is no empty list', () => {
    for (const words of ['<div class="mini">No items found in your cart</div>', '<p>{{count}} 0 results</p>', '<p style="display: none">No results found</p>']) expect(readList(page(words), hints(SHOP)).empty).toBe(false);
  });
  it('rating classes made by build tools are no ratings', () => {
    const read = readList(page(`<ul>${times(3, (n) => `<li class="x"><a href="/p/thing-${n}"><img>Thing number ${n}</a><i class="Rating_rating__2fQx star_3x"></i><b>${n} €</b></li>`)}</ul>`), hints(SHOP));
    expect(read.items.map((item) => item.rating)).toEqual([undefined, undefined, undefined]);
  });
});
