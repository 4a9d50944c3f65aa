import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../../../crawlers/read/index.ts';
import { type ListRead, readList } from '../../../../crawlers/read/list/index.ts';
import { decimalOf } from '../../../../model/money.ts';

const page = (body: string, language = 'en'): string => `<!doctype html><html lang="${language}"><head><title>x</title></head><body>${body}</body></html>`;
const read = (body: string, url = 'https://www.shop.example.com/tools', language?: string): ListRead => readList(page(body, language), { url, requestUrl: url, status: 200, role: 'search', platform: 'generic' });
const titles = (list: ListRead): string[] => list.items.map(({ title }) => title);

describe('cards without prices', () => {
  it('are articles by their names and the addresses of articles, without pictures', () => {
    const card = (slug: string, name: string): string => `<li class="product"><a href="/product/${slug}/"><h2>${name}</h2></a><span>UOM: CASE</span></li>`;
    expect(titles(read(`<ul class="products">${card('apple-fuji', 'Apple, Fuji')}${card('arugula-wild', 'Arugula, wild')}${card('asparagus', 'Asparagus')}</ul>`))).toEqual(['Apple, Fuji', 'Arugula, wild', 'Asparagus']);
  });

  it('are articles by their names and short addresses', () => {
    expect(titles(read([1, 2, 3].map((n) => `<a class="product" href="/product/${n}">Trail shoe ${n}</a>`).join('')))).toEqual(['Trail shoe 1', 'Trail shoe 2', 'Trail shoe 3']);
  });

  it('are articles by the ids they name', () => {
    const list = read([1, 2, 3].map((n) => `<div data-product-id="10000${n}"><a href="/vase-${n}-10000${n}.html">Vase no ${n}</a></div>`).join(''));
    expect(list.items.map(({ productId }) => productId)).toEqual(['100001', '100002', '100003']);
  });

  it('are articles as bare links that repeat their addresses; other links beside them are none', () => {
    const list = read('<a href="/p/air-runner-90/product/8005382">Air Runner 90</a><a href="/p/ultra-pump-22/product/7654321">Ultra Pump 22</a><a href="/p/court-king/product/1122334">Court King</a><a href="/about-us">All about our shop</a><a href="/c/mens-running">Category of running shoes</a>');
    expect(titles(list)).toEqual(['Air Runner 90', 'Ultra Pump 22', 'Court King']);
  });

  it.each([
    ['comments on a board of news', [1, 2, 3, 4].map((n) => `<div><a href="https://site${n}.example/post">Long story ${n}</a> <a href="item?id=4012345${n}">${n}1 comments</a></div>`).join(''), 'https://news.example.com/news'],
    ['links within a text', '<p>We love the <a href="/products/oslo-lamp-12345">Oslo lamp</a> and the <a href="/products/bergen-lamp-12346">Bergen lamp</a>.</p><p>Then the <a href="/products/tromso-lamp-12347">Tromso lamp</a> is cheap.</p>', 'https://www.shop.example.com/lamps-we-love'],
    ['articles that a story lists beside it', `<h1>How to care for linen</h1><ul>${['oslo', 'bergen', 'tromso'].map((s, n) => `<li><a href="/products/${s}-lamp-1234${n}">${s} lamp</a></li>`).join('')}</ul>`, 'https://www.shop.example.com/blog/care-guide'],
    ['news that mention amounts', [['gas', 'Gas prices rise by 12 percent', 'Suppliers ask for 1,200 euros more a year'], ['train', 'Railway is dearer again', 'The ticket will cost 58 euros a month then'], ['cars', 'Car maker cuts 3,000 jobs', 'Works in the east are hit']].map(([slug, title, text], n) => `<article class="teaser"><a href="/economy/${slug}-12345${n}.html"><img alt=""><h2>${title}</h2><p>${text}</p></a><span>3 hours ago</span></article>`).join(''), 'https://www.paper.example.com/economy/'],
    ['the entries of a menu with numbers', `<ul>${['Family law', 'Labour law', 'Rent law'].map((t, n) => `<li id="menu-item-123${n}"><a href="/services/${n}">${t}</a></li>`).join('')}</ul>`, 'https://www.lawyer.example.com/services'],
  ])('are not %s', (_what, body, url) => expect(read(body, url).isList).toBe(false));
});

it('rows of parts under an address that filters are a list', () => {
  const row = (n: number): string => `<tr><td><a href="/en/products/detail/x/LM31${n}T/858561${n}"><img alt=""></a> <a href="/en/products/detail/x/LM31${n}T/858561${n}">LM31${n}T</a><div>IC REG LIN POS ADJ 1.5A</div></td><td><b>${n}: $0.7${n}</b></td></tr>`;
  expect(read(`<h1>Voltage Regulators</h1><table><tbody>${[1, 2, 3].map(row).join('')}</tbody></table>`, 'https://www.parts.example.com/en/products/filter/voltage-regulators/699').items.length).toBe(3);
});

describe('two cards', () => {
  const two = '<ul><li class="work"><a href="/work/RJ01234567.html"><img alt=""><b class="work_name">サンプル作品</b></a><span>1,100円</span></li><li class="work"><a href="/work/RJ01234568.html"><img alt=""><b class="work_name">別の作品</b></a><span>500円</span></li></ul>';

  it('are a list on a page of nearly no words', () => {
    const url = 'https://www.shop.example.jp/fsr/=/keyword/sample/';
    const answer = readAnswer(new TextEncoder().encode(page(two, 'ja')), { url, requestUrl: url, status: 200, contentType: 'text/html', role: 'search', platform: 'generic' });
    expect(answer.outcome === 'ok' && answer.items.map(({ productId, price }) => [productId, price && decimalOf(price.money)])).toEqual([['RJ01234567', '1100'], ['RJ01234568', '500']]);
  });

  it('below a heading with a price are the accessories of one', () => {
    expect(read(`<main><h1>Hand plane No. 4</h1><p class="price">89,00 €</p>${[1, 2].map((n) => `<div class="k"><a href="/planes/iron-${n}"><img alt=""><b>Spare iron ${n}</b></a> <span>2${n},00 €</span></div>`).join('')}</main>`, 'https://www.shop.example.de/planes/hand-plane').isList).toBe(false);
  });
});

describe('cards of scripts', () => {
  it('are known by what their scripts are called with', () => {
    const list = read(`<ul>${[['5425016929131', 'Vantage', '45,00'], ['5425016928882', 'Another game', '30,00'], ['5425016927113', 'Vantage: more of it', '19,95']].map(([id, name, price]) => `<li class="name"><a href="javascript:popup('${id}')">${name}</a><div class="prodPrice">€ ${price}</div></li>`).join('')}</ul>`);
    expect(list.items.map(({ productId, title }) => `${productId} ${title}`)).toEqual(['5425016929131 Vantage', '5425016928882 Another game', '5425016927113 Vantage: more of it']);
  });

  it('hold their articles in an attribute each', () => {
    const list = read([1, 2, 3].map((n) => `<product-card :product="{&quot;id&quot;:${n}01,&quot;name&quot;:&quot;Trail shoe ${n}&quot;,&quot;url&quot;:&quot;/p/trail-${n}&quot;,&quot;price&quot;:${n}9.95,&quot;originalPrice&quot;:${n}99,&quot;currency&quot;:&quot;EUR&quot;}"></product-card>`).join(''));
    expect(list.items.map(({ title, price, listPrice }) => [title, price && decimalOf(price.money), listPrice && decimalOf(listPrice.money)])).toEqual([1, 2, 3].map((n) => [`Trail shoe ${n}`, `${n}9.95`, `${n}99.00`]));
  });
});

describe('amounts and names of cards', () => {
  it('that only the state of the page has are taken from there', () => {
    const cards = [1, 2, 3].map((n) => `<article class="product-card"><a href="/p/lamp-1000${n}?referrer=list"><img alt="Lamp Oslo ${n}"><h3>Lamp Oslo ${n}</h3></a></article>`).join('');
    const entries = [1, 2, 3].map((n) => `{"id":"1000${n}","name":"Lamp Oslo ${n}","url":"/p/lamp-1000${n}","price":{"value":${n}9.9,"currency":"EUR"}}`).join(',');
    const list = read(`<div>${cards}</div><script id="__NEXT_DATA__" type="application/json">{"props":{"pageProps":{"products":[${entries}]}}}</script>`, 'https://www.shop.example.de/c/lamps');
    expect(list.items.map(({ url, price }) => [url, price && decimalOf(price.money)])).toEqual([1, 2, 3].map((n) => [`https://www.shop.example.de/p/lamp-1000${n}`, `${n}9.90`]));
  });

  it('without a sign are in the money of the only country that speaks the language', () => {
    const list = read([1, 2, 3].map((n) => `<div class="product-cr" id="product-69361${n}"><a href="/kitap/neksus-${n}/69361${n}.html&amp;filter_name=x"><img alt="Neksus ${n}"></a><div class="name"><a href="/kitap/neksus-${n}/69361${n}.html&amp;filter_name=x">Neksus cilt ${n}</a></div><div class="price"><span class="value"><span class="TL"></span> 36${n},00</span></div></div>`).join(''), 'https://www.books.example.com/search?q=neksus', 'tr');
    expect(list.items.map(({ productId, price }) => [productId, price && `${decimalOf(price.money)} ${price.money.currency}`])).toEqual([1, 2, 3].map((n) => [`69361${n}`, `36${n}.00 TRY`]));
  });

  it('with several spaces before the digits are amounts; the name stands under that of the brand', () => {
    const list = read([1, 2, 3].map((n) => `<div class="pod"><a href="/product/12335318${n}/tv/12335318${n}"><div><b class="pod-title">LG</b></div><b class="pod-subTitle">Televisor ${n}3 Pulgadas</b><ol><li><span>$  ${n}.210.900  </span></li><li><span class="crossed">$  ${n}.624.900  </span></li></ol></a></div>`).join(''), 'https://www.shop.example.com.co/search?q=tv', 'es');
    expect(list.items.map(({ title, price }) => [title, price && decimalOf(price.money)])).toEqual([1, 2, 3].map((n) => [`Televisor ${n}3 Pulgadas`, `${n}210900.00`]));
  });

  it('at the end of a range are no list price', () => {
    const list = read([1, 2, 3].map((n) => `<div class="card"><a href="/dp/desk-${n}0001${n}"><img alt=""><h2>Desk organizer ${n}</h2></a><div><span>$1${n}.00</span> – <span>$2${n}.00</span></div></div>`).join(''), 'https://www.shop.example.com/search?q=desk');
    expect(list.items.map(({ price, listPrice }) => [price?.kind, price && decimalOf(price.money), listPrice])).toEqual([1, 2, 3].map((n) => ['range', `1${n}.00`, undefined]));
  });
});

describe('what an item is', () => {
  const one = (card: string, url = 'https://www.shop.example.com/search?q=x'): ListRead => read(`<h1>Results</h1>${card}`, url);

  it('stands in the one card of an answer to a search, also without a picture', () => {
    const card = '<article class="product-miniature"><h3><a href="/shoes/59786-samba.html">Shoe Samba</a></h3><span class="price" aria-label="Price">786.00 USD</span></article>';
    expect(titles(one(card))).toEqual(['Shoe Samba']);
    expect(one(card, 'https://www.shop.example.com/').isList).toBe(false);
  });

  it('is called by its whole name where a title is cut within a word', () => {
    const name = 'Graphics card Infinity 3 OC with 16GB GDDR7 and ray tracing, NE7506TS19T1';
    const card = (n: number): string => `<div class="card"><a href="/produto/3800${n}/x" title="${name} ${n}"><img alt="${name} ${n}"></a><a href="/produto/3800${n}/x" title="${name} ${n}"><h2>${name.slice(0, 68)}</h2></a><b>$1${n}.00</b></div>`;
    expect(titles(one([1, 2, 3].map(card).join('')))[1]).toBe(`${name} 2`);
  });

  it('is called without the colour that its picture names, and without blanks where Chinese has none', () => {
    const card = (n: number): string => `<div class="tile"><a href="/p/wd-1002${n}.html?color=navy"><img alt="Pleated Midi Dress ${n}, Navy"></a><a href="/p/wd-1002${n}.html?color=navy" aria-label="Navy"></a><div class="tile__name"><a href="/p/wd-1002${n}.html?color=navy">Pleated Midi Dress ${n}</a></div><b>$1${n}.00</b></div>`;
    expect(titles(one([1, 2, 3].map(card).join('')))[0]).toBe('Pleated Midi Dress 1');
    const chinese = (n: number): string => `<a class="item" href="/item.htm?id=70123456789${n}"><img><div class="title"><span>加绒卫衣</span>男秋冬季重磅圆领${n}</div><div>¥1${n}9</div></a>`;
    expect(titles(one([1, 2, 3].map(chinese).join('')))[0]).toBe('加绒卫衣男秋冬季重磅圆领1');
  });

  it('is the same under addresses that say where it was followed, and another by the key of its offer', () => {
    const card = (n: number): string => `<div class="card"><a href="/Rod/dp/B0TESTAA${n}1/ref=zg_g_${n}"><img alt="Rod set ${n}"></a><a href="/Rod/dp/B0TESTAA${n}1/ref=zg_${n}"><span><div>Kitcho rod set ${n}, steel</div></span></a><b>$1${n}.00</b></div>`;
    expect(titles(one([1, 2, 3].map(card).join('')))).toEqual(['Kitcho rod set 1, steel', 'Kitcho rod set 2, steel', 'Kitcho rod set 3, steel']);
    expect(one([1, 2, 3].map((n) => `<div class="tile"><a href="/relocate?offerKey=k${n}abc"><img alt="Kit ${n}"><div>Memory kit ${n}</div></a><b>$1${n}.00</b></div>`).join('')).items.map(({ productId }) => productId)).toEqual(['k1abc', 'k2abc', 'k3abc']);
  });
});
