import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../../../crawlers/read/index.ts';
import { type ListRead, readList } from '../../../../crawlers/read/list/index.ts';
import { decimalOf } from '../../../../model/money.ts';

const read = (body: string, { url = 'https://www.shop.example.com/c/garden', language = 'en' } = {}): ListRead => readList(`<!doctype html><html lang="${language}"><head><title>x</title></head><body>${body}</body></html>`, { url, requestUrl: url, status: 200, role: 'search', platform: 'generic' });
const card = (n: number, rest: string): string => `<div class="card"><a href="/p/garden-chair-${n}000${n}"><img src="x.jpg" alt=""></a><h3><a href="/p/garden-chair-${n}000${n}">Garden chair ${n}</a></h3>${rest}</div>`;
const cards = (rest: string): string => `<div class="grid">${[1, 2, 3, 4].map((n) => card(n, rest)).join('')}</div>`;
const first = ({ items: [item] }: ListRead): string => `${item?.price ? `${decimalOf(item.price.money)} ${item.price.money.currency}` : '?'} ${item?.listPrice ? decimalOf(item.listPrice.money) : ''}`.trim();

describe('an amount of a card', () => {
  it.each([
    ['counts in ten thousands that stand in the sign beside it', 'ja jp', '<p><span class="totalPrice">120</span>万円</p><p>5.2万km</p>', '1200000 JPY'],
    ['counts in ten thousands that stand alone before the sign', 'ja', '<p class="price"><b>219.8</b><i>万</i><i>円</i></p>', '2198000 JPY'],
    ['counts in lakhs behind it', 'en-IN in', '<p class="price"><b>₹ 4.5</b> <i>Lakh</i></p>', '450000.00 INR'],
    ['is no old price where it asks for a used one', 'en-US', '<p class="price">$6.49</p><p><span class="size-base">$8.49</span> (29 used &amp; new offers)</p>', '6.49 USD'],
    ['is struck through without a sign, in the money of the price', 'ko kr', '<p><del>19,200</del></p><p><em>12,960</em>원</p>', '12960 KRW 19200'],
    ['is what one piece costs, beside what many cost each', 'en-US', '<p class="price"><i>$</i><b>3</b><i>.</i><i>48</i><span>/each</span></p><p>Buy 294 or more $2.96</p>', '3.48 USD'],
    ['is named after the card of the list, beside what is put into a purse', 'es-MX com.mx', '<div class="card-price"><s>$1,299.00</s><p class="card-finalPrice">$799.00</p></div><p>Recibe $120 en Monedero</p>', '799.00 MXN 1299.00'],
    ['is not what the holders of a card pay, by its name', 'ru ru', '<p class="card-price">2 190 ₽</p><p class="price-line">2 431 ₽</p>', '2431.00 RUB'],
    ['is not what the holders of a card pay, by words', 'es-CL cl', '<li class="price-0">$ 249.990 <i>Tarjeta XYZ</i></li><li class="price-1">$ 269.990</li>', '269990 CLP'],
    ['is not what the customers of a bank pay', 'en-IN in', '<p>₹15,999 <s>₹20,999</s></p><p>₹15,249 with bank offer</p>', '15999.00 INR 20999.00'],
    ['is an old one where it is named a pseudo price', 'de', '<p class="price-default">7,90 € *</p><p class="price--pseudo"><span class="price--discount">9,90 € *</span></p>', '7.90 EUR 9.90'],
    ['is none of a name that speaks of letters', 'de de', '<p class="element-text-standard-strong preis">16,00 €</p><p>eBook 12,99 €</p>', '16.00 EUR'],
    ['is one text with what it was and what it saves', 'en-GB co.uk', '<em>Was £40.00 Now £30.00 Save £10.00</em>', '30.00 GBP 40.00'],
    ['has its cents behind the sign, in elements that say nothing else', 'fr fr', '<p class="tarif"><span>12</span><span>€</span><span>95</span></p>', '12.95 EUR'],
    ['is what all pay, before what those pay who transfer it at once', 'pt-BR com.br', '<div class="preco"><strong>R$ 44,90</strong><p>ou R$ 42,65 via Pix</p></div>', '44.90 BRL'],
    ['is not what each of a hundred costs', 'de de', '<p class="price">0,02 €</p><p>ab 100 St. 0,01 €</p>', '0.02 EUR'],
    ['is not that of the measure before it', 'de at', '<p class="price">€ 1,99</p><p>1 Liter 1,33 €</p>', '1.99 EUR'],
    ['is an old one where the saving is the difference', 'en-US com', '<p class="price">Price: $12.99</p><p class="sale-price">Sale Price: $9.99</p><p>You save $3.00!</p>', '9.99 USD 12.99'],
    ['is an old one in Finnish', 'fi fi', '<b>129,00 €</b> <small>(ovh. 179,00 €)</small>', '129.00 EUR 179.00'],
    ['is in dollars of the United States where money at home has another sign', 'ru am', '<p class="price">$700</p>', '700.00 USD'],
  ])('%s', (_why, place, rest, expected) => {
    const [language = '', host = 'com'] = place.split(' ');
    expect(first(read(cards(rest), { language, url: `https://www.shop.${host}/c/garden` }))).toBe(expected);
  });

  it('is in the money of the language where the path only looks like another country', () => {
    expect(first(read(cards('<p class="price">12,960</p>'), { language: 'ko', url: 'https://www.shop.example/np/search?q=x' }))).toBe('12960 KRW');
  });

  it('is what the head of its column calls it', () => {
    const row = (n: number): string => `<tr><td>${n}71${n}</td><td><a href="/artikel/${n}71${n}">Sechskantschraube M${n} verzinkt</a></td><td>0,${n}0 €</td><td>0,${n}2 €</td></tr>`;
    const table = (net: string): string => `<h1>Schrauben</h1><table><thead><tr><th>Art.-Nr.</th><th>Bezeichnung</th><th>${net}</th><th>Brutto</th></tr></thead><tbody>${[1, 2, 3].map(row).join('')}</tbody></table>`;
    expect(first(read(table('Preis netto'), { language: 'de' }))).toBe('0.12 EUR');
    expect(first(read(table('Preis'), { language: 'de' }))).toBe('0.10 EUR 0.12');
  });
});

describe('ratings and counts of a card', () => {
  const [rating, count] = [(rest: string) => read(cards(`<p>$5.00</p>${rest}`)).items[0]?.rating, (rest: string) => read(cards(`<p>$5.00</p>${rest}`)).items[0]?.reviewCount?.value];

  it('are drawn by an icon each, the full ones named so', () => {
    const stars = (full: number): string => `<div class="o-stars">${[1, 2, 3, 4, 5].map((n) => `<div class="o-star ${n <= full ? 'is-on' : 'is-off'}"><i class="fas fa-star"></i></div>`).join('')}</div>`;
    expect([rating(stars(5)), rating(stars(4)), rating(stars(0))]).toEqual([{ value: 5, scale: 5 }, { value: 4, scale: 5 }, undefined]);
  });

  it('stand in a link to the reviews, how good beside how many', () => {
    expect(count('<a href="/p/garden-chair#customerReviews">1,024</a>')).toBe(1024);
    expect(count('<a href="/p/garden-chair#tab-reviews" aria-label="5.0 out of 5 stars. 8 reviews"><b>5.0</b> <i>(8)</i></a>')).toBe(8);
    expect(count('<a href="/c/chairs">1,024</a>')).toBeUndefined();
    expect(count('<i aria-label="412 reviews with an average rating of 4.6 out of 5 stars"></i>')).toBe(412);
  });
});

describe('lists that go on for a time', () => {
  const lots = (rest: string): string => `<div class="lots">${[1, 2, 3].map((n) => `<div class="lot"><a href="/lot/${n}"><img src="x.jpg" alt=""></a><h3><a href="/lot/${n}">Antique clock ${n}</a></h3>${rest}<time>2d 4h left</time></div>`).join('')}</div>`;

  it('are bids, not news', () => {
    expect(read(lots('<span>Current bid</span> <span>£45.00</span>')).items).toHaveLength(3);
    expect(read(lots('<p>The museum paid some £45.00 for it, which is much.</p>')).items).toHaveLength(0);
  });
});

describe('what holds the list', () => {
  it('is no menu for its name, where it holds the main part of the page', () => {
    const rest = `<section>${'<p><b>Words</b> <i>about</i> the shop and what it is</p>'.repeat(60)}</section>`;
    expect(read(`<div class="header-menu-container"><main>${cards('<p>$5.00</p>')}</main></div>${rest}`).items).toHaveLength(4);
    expect(read(`<div class="header-menu-container">${cards('<p>$5.00</p>')}</div>${rest}`).items).toHaveLength(0);
  });

  it('is a section as what stands beside it is, but for its name', () => {
    const section = (name: string, from: number): string => `<section class="${name}">${[from, from + 1].map((n) => card(n, '<p>$5.00</p>')).join('')}</section>`;
    expect(read(`<p>2 products</p>${section('results', 1)}${section('recently-viewed', 7)}`).items.map(({ productId }) => productId)).toEqual(['10001', '20002']);
  });
});

describe('tiles between the cards', () => {
  it('tell something, and are no items', () => {
    const tile = '<div class="card"><a href="/pages/size-guide"><img src="x.jpg" alt=""></a><h3><a href="/pages/size-guide">Find your fit here</a></h3></div>';
    expect(read(cards('<p>$5.00</p>').replace('</div></div>', `</div>${tile}</div>`)).items).toHaveLength(4);
  });
});

describe('addresses of one script', () => {
  it('differ by numbers of one digit', () => {
    const row = (n: number): string => `<div class="box"><a href="/index.php?main_page=product_info&amp;products_id=${n}"><img src="x.gif" alt=""></a><h3><a href="/index.php?main_page=product_info&amp;products_id=${n}">Garden chair ${n}</a></h3><p>$5.00</p></div>`;
    expect(read([1, 2, 3].map(row).join(''), { url: 'https://www.shop.example.com/index.php?main_page=index&cPath=1' }).items.map(({ productId }) => productId)).toEqual(['1', '2', '3']);
  });
});

describe('how many there are in all', () => {
  it.each([
    ['ru', '<p>Показано с 1 по 4 из 11 (всего 3 страниц)</p>', 11], ['ru', '<p>Найдено 12&nbsp;345 объявлений</p>', 12_345], ['de', '<h1>1.245 Gebrauchtwagen gefunden</h1>', 1245], ['ja', '<p>該当件数 18件</p>', 18],
    ['ko', "<p><b>'생수'</b>에 대한 <b>3,214</b>개의 검색결과</p>", 3214], ['de', '<p>Zeige 4 von 214</p>', 214], ['ro', '<p>242 de produse</p>', 242], ['th', '<p>พบสินค้า 36 รายการ</p>', 36], ['cs', '<p><b>57</b> položek celkem</p>', 57], ['nb', '<p><b>1 234</b> treff</p>', 1234],
    ['de', '<p>1 bis 4 (von insgesamt 27)</p>', 27], ['es', '<p>Resultados (1.023)</p>', 1023], ['de', '<h1>Fernseher</h1><span>(412)</span>', 412],
  ])('%s %s', (language, words, total) => expect(read(words + cards('<p>5,00 €</p>'), { language }).total).toBe(total));

  const items = (n: number): unknown[] => Array.from({ length: n }, (_, i) => ({ id: `a${i}`, name: `Table ${i}`, url: `/p/a${i}`, price: { value: 10 + i, currency: 'EUR' } }));

  it('stands in the state nearest to the list', () => {
    const state = { cart: { totalItems: 90 }, catalog: { productsCount: 5086, products: { pages: { totalCount: 57 }, collection: items(4) } } };
    const shown = read(`<div id="root"></div><script>window.__STATE__=${JSON.stringify(state)}</script>`);
    expect([shown.items.length, shown.total]).toEqual([4, 57]);
  });

  it('and the list itself in a text of the state', () => {
    const state = { queries: { 1: { data: JSON.stringify({ search: { totalCount: 150, edges: items(3).map((node) => ({ node })) } }) } } };
    const shown = read(`<div id="root"></div><script id="__NEXT_DATA__" type="application/json">${JSON.stringify(state)}</script>`);
    expect([shown.items.map(({ productId }) => productId), shown.total]).toEqual([['a0', 'a1', 'a2'], 150]);
  });

  it('and the next page in a JSON answer, where it is of the same host', () => {
    const answer = (next: unknown): unknown => {
      const page = readAnswer(new TextEncoder().encode(JSON.stringify({ links: { self: '/search?q=x', next }, results: items(3) })), { url: 'https://api.example.de/search?q=x', requestUrl: 'https://api.example.de/search?q=x', status: 200, contentType: 'application/json', role: 'search', platform: 'generic' });
      return page.outcome === 'ok' ? page.next : page.outcome;
    };
    expect([answer('/search?q=x&page=2'), answer({ href: 'https://api.example.de/search?q=x&page=2' }), answer('https://other.example.com/2'), answer(2)]).toEqual(['https://api.example.de/search?q=x&page=2', 'https://api.example.de/search?q=x&page=2', undefined, undefined]);
  });
});

describe('nothing found', () => {
  it('is said with what was looked for between', () => {
    expect(read('<h1>Hledání</h1><p>Bohužel jsme nenašli žádný produkt odpovídající vašemu hledání.</p>', { language: 'cs' })).toMatchObject({ empty: true, items: [] });
  });
});
