import { comma, each, frame, type ListPage, split, wares, type Ware } from './support.ts';

const url = 'https://shop.example.com/search?q=board';
const card = (ware: Ware, inner = ''): string => `<a href="/p/${ware.id}"><img src="/${ware.id}.jpg" alt="${ware.title}"></a><h3><a href="/p/${ware.id}">${ware.title}</a></h3>${inner}`;
const price = (ware: Ware): string => `<span class="price">${ware.list ? `<s>€${ware.list}</s> ` : ''}<b>€${ware.price}</b></span>`;
const page = (name: string, items: readonly Ware[], body: string, more: Partial<ListPage> & { readonly lang?: string } = {}): ListPage => ({ name, url, kind: 'list', items, html: frame(`<main>${body}</main>`, { heading: 'Boards', lang: more.lang ?? 'en-IE' }), ...more });

/** Lists with everything around and between their items that is easily taken for one, or for a price. */
export const ADVERSARIAL: readonly ListPage[] = [
  tilesBetween(), adsBetween(), drawerAndMenu(), viewedFirst(), unitFirst(), instalmentsFirst(), couponsAndClub(), rangesAndFrom(), centsBehindSign(), dottedPieces(),
  tableOfCells(), customElements(), withoutClasses(), hashed(), formsAsCards(), dataHref(), wholeLinks(), twoResults(), twoInState(), componentsInState(), sectionsInState(), statusWithoutSign(),
  loadMore('data-next-url'), loadMore('data-url'), loadMore('hx-get'), loadMore('data-href'), countInPieces(), starsOfHashedNames(), roundedCounts(),
];

function tilesBetween(): ListPage {
  const items = wares(8);
  const between = ['<li class="item promo"><a href="/c/sale"><img alt=""><h3>Up to 50% off</h3><span>from €5</span></a></li>', '<li class="item story"><a href="/blog/how-to-choose-a-board"><img alt=""><h3>How to choose a board</h3><p>Read more</p></a></li>', '<li class="item category"><a href="/c/mugs"><img alt=""><h3>Mugs</h3></a></li>'];
  return page('banners, stories and categories between the items', items, `<ul class="grid">${each(items, (ware, i) => `<li class="item product-item">${card(ware, price(ware))}<button>Add to cart</button></li>${i % 3 === 1 ? between[i % 2] ?? '' : ''}`)}${between[2] ?? ''}</ul>`);
}

function adsBetween(): ListPage {
  const badges = ['<span class="tag">Sponsored</span>', '', '<small>Ad</small>', '', '', '<div aria-label="Promoted"></div>'];
  const items = wares(6).map((ware, i) => ({ ...ware, ad: badges[i] !== '' }));
  return page('advertisements between the items', items, `<div class="results">${each(items, (ware, i) => `<div class="result">${badges[i] ?? ''}${card(ware, price(ware))}</div>`)}</div>`);
}

function drawerAndMenu(): ListPage {
  const items = wares(6);
  const other = (kind: string): string => each(wares(8, { id: (n) => `${kind}${n}` }), (ware) => `<li class="${kind}__item">${card(ware, price(ware))}</li>`);
  return page('a basket drawer and a menu with articles', items, `<div class="cart-drawer" aria-hidden="true"><h2>Your cart</h2><ul>${other('line')}</ul></div><ul class="products">${each(items, (ware) => `<li class="product">${card(ware, price(ware))}</li>`)}</ul><section class="recently-viewed"><h2>Recently viewed</h2><ul>${other('seen')}</ul></section>`);
}

function viewedFirst(): ListPage {
  const items = wares(5);
  return page('what others bought before and behind the list', items, `<section><h2>Customers also viewed</h2><div>${each(wares(7, { id: (n) => `v${n}` }), (ware) => `<div class="tile">${card(ware, price(ware))}</div>`)}</div></section><section><h2>5 results for board</h2><div>${each(items, (ware) => `<div class="tile">${card(ware, price(ware))}</div>`)}</div></section><section><h2>You may also like</h2><div>${each(wares(6, { id: (n) => `w${n}` }), (ware) => `<div class="tile">${card(ware, price(ware))}</div>`)}</div></section>`);
}

function unitFirst(): ListPage {
  const items = wares(6);
  return page('the price of a unit before the price', items, `<ul>${each(items, (ware) => `<li class="c">${card(ware)}<p class="unit">€${(Number(ware.price) * 4).toFixed(2)}/kg</p><p class="deposit">+ €0.25 deposit</p><p class="now"><strong>€${ware.price}</strong>${ware.list ? ` <del>€${ware.list}</del>` : ''}</p></li>`)}</ul>`);
}

function instalmentsFirst(): ListPage {
  const items = wares(6, { price: (n) => 120 + n * 30 });
  return page('instalments before the price', items, `<ul>${each(items, (ware) => `<li class="c">${card(ware)}<p>12 x R$ ${comma((Number(ware.price) / 12).toFixed(2))} sem juros</p><p>${ware.list ? `<s>R$ ${comma(ware.list)}</s> ` : ''}<b>R$ ${comma(ware.price)}</b></p></li>`)}</ul>`, { lang: 'pt-BR' });
}

function couponsAndClub(): ListPage {
  const items = wares(6);
  return page('coupons, club prices and points', items, `<ul>${each(items, (ware, i) => `<li class="c">${card(ware)}<p class="amount">${ware.list ? `<s>$${ware.list}</s> ` : ''}<b>$${ware.price}</b></p>${i % 2 ? '<p class="coupon">Save $3 with coupon</p>' : '<p>$3 off every $29</p>'}<p class="club">Club members pay $${(Number(ware.price) - 1.5).toFixed(2)}</p><p>Earn ${i + 12} points</p><p>Free shipping over $49</p></li>`)}</ul>`, { lang: 'en-US' });
}

function rangesAndFrom(): ListPage {
  const items = wares(6, { reduced: false });
  return page('ranges and least prices', items, `<ul>${each(items, (ware, i) => `<li class="c">${card(ware)}<p class="price">${i % 2 ? `From €${ware.price}` : `€${ware.price} – €${(Number(ware.price) + 20).toFixed(2)}`}</p></li>`)}</ul>`);
}

function centsBehindSign(): ListPage {
  const items = wares(6, { price: (n) => 1_100 + n * 45.37, reduced: false });
  return page('cents behind the sign', items, `<ul>${each(items, (ware) => { const [whole, cents] = split(ware.price); return `<li class="c">${card(ware)}<div class="price">${whole.replace(/(\d)(\d{3})$/, '$1&nbsp;$2')}€<sup>${cents}</sup></div></li>`; })}</ul>`, { lang: 'fr-FR' });
}

function dottedPieces(): ListPage {
  const items = wares(5, { price: (n) => 2_100 + n * 45.37, reduced: false });
  const piece = (name: string, text: string): string => `<span class="money-${name}">${text}</span>`;
  return page('an amount in six pieces', items, `<ul>${each(items, (ware) => { const [whole, cents] = split(ware.price); return `<li class="c">${card(ware)}<div class="price">${piece('code', 'R$')}${piece('integer', whole.slice(0, 1))}${piece('group', '.')}${piece('integer', whole.slice(1))}${piece('decimal', ',')}${piece('rest', cents)}</div></li>`; })}</ul>`, { lang: 'pt-BR' });
}

function tableOfCells(): ListPage {
  const items = wares(8, { id: (n) => String(171 + n) });
  const cell = (ware: Ware): string => `<td width="25%" align="center"><a href="index.php?main_page=info&amp;products_id=${ware.id}"><img src="a.gif"></a><br><a href="index.php?main_page=info&amp;products_id=${ware.id}">${ware.title}</a><br>${ware.list ? `<s>$${ware.list}</s> <span class="special">$${ware.price}</span>` : `$${ware.price}`}</td>`;
  return page('a table of cells of one script', items, `<table><tr>${items.slice(0, 4).map(cell).join('')}</tr><tr>${items.slice(4).map(cell).join('')}</tr></table><div id="count">Displaying <b>1</b> to <b>8</b> (of <b>19</b> products)</div>`, { lang: 'en-US', url: 'https://www.old.example.com/index.php?main_page=index&cPath=48', total: 19 });
}

function customElements(): ListPage {
  const items = wares(6);
  return page('custom elements', items, `<product-list>${each(items, (ware) => `<product-card sku="${ware.id}"><product-image><img alt="${ware.title}"></product-image><product-title><a href="/p/${ware.id}">${ware.title}</a></product-title><product-price>${ware.list ? `<compare-price><s>€${ware.list}</s></compare-price>` : ''}<sale-price>€${ware.price}</sale-price></product-price></product-card>`)}</product-list>`);
}

function withoutClasses(): ListPage {
  const items = wares(6);
  return page('no classes at all', items, `<div>${each(items, (ware) => `<div><div><a href="/p/${ware.id}"><img></a></div><div><a href="/p/${ware.id}">${ware.title}</a></div><div>${ware.list ? `<s>€${ware.list}</s> ` : ''}€${ware.price}</div></div>`)}</div>`);
}

function hashed(): ListPage {
  const items = wares(7);
  return page('a class of its own for each element', items, `<div class="sc-1a2b3c4">${each(items, (ware, i) => `<div class="sc-${i}f00${i} k${i}Zq"><a class="x${i}Aa" href="/p/${ware.id}"><img class="y${i}Bb" alt="${ware.title}"><p class="z${i}Cc">${ware.title}</p></a><div class="w${i}Dd"><span class="v${i}Ee">€${ware.price}</span>${ware.list ? `<span style="text-decoration:line-through">€${ware.list}</span>` : ''}</div></div>`)}</div>`);
}

function formsAsCards(): ListPage {
  const items = wares(6);
  return page('each card a form', items, `<div class="shelf">${each(items, (ware) => `<form action="/cart/add" method="post"><input type="hidden" name="id" value="${ware.id}">${card(ware, price(ware))}<select name="size"><option>S</option><option>M (+€2.00)</option></select><button type="submit">Add to basket</button></form>`)}</div>`);
}

function dataHref(): ListPage {
  const items = wares(6);
  return page('cards that scripts make links', items, `<div class="grid">${each(items, (ware) => `<div class="tile" role="link" data-href="/p/${ware.id}"><img alt="${ware.title}"><div class="tile-name">${ware.title}</div>${price(ware)}</div>`)}</div>`);
}

function wholeLinks(): ListPage {
  const items = wares(6);
  return page('the card is one link, the name has none', items, `<ul>${each(items, (ware) => `<li><a href="/p/${ware.id}"><p><img alt=""></p><p>${ware.title}</p><p>€${ware.price}${ware.list ? ` <s>€${ware.list}</s>` : ''}</p></a></li>`)}</ul>`);
}

function twoResults(): ListPage {
  const items = wares(2);
  return page('two results without a total', items, `<div class="results">${each(items, (ware) => `<div class="result">${card(ware, price(ware))}</div>`)}</div>`);
}

function twoInState(): ListPage {
  const items = wares(2, { reduced: false });
  const state = { props: { pageProps: { products: items.map((ware) => ({ id: ware.id, productName: ware.title, price: { now: ware.price, currency: 'GBP' }, url: `/products/x-${ware.id}.html` })) } } };
  return { ...page('two results in the state', items, ''), html: `<!doctype html><html lang="en-GB"><head><title>board</title></head><body><div id="__next"></div><script id="__NEXT_DATA__" type="application/json">${JSON.stringify(state)}</script></body></html>` };
}

function componentsInState(): ListPage {
  const items = wares(5);
  const results = items.map((ware) => ({ id: 'CARD', card: { metadata: { product_id: ware.id, url: `www.shop.example.com/board/p/${ware.id}` }, pictures: { alt_text: 'Image' }, components: [{ type: 'title', title: { text: ware.title } }, { type: 'review', review: { label: { text: '4.8' } } }, { type: 'price', price: { ...(ware.list && { labels: [{ values: [{ key: 'previous_price', price: { value: Number(ware.list), currency: 'EUR' } }] }] }), current_price: { value: Number(ware.price), currency: 'EUR' }, installments: { values: [{ price: { value: 1.99, currency: 'EUR' } }] } } }, { type: 'shipping', shipping: { text: 'Free' } }] } }));
  return { ...page('cards of components in the state', items, ''), html: `<!doctype html><html lang="en"><head><title>board</title></head><body><div id="root"></div><script>window.__PRELOADED_STATE__ = ${JSON.stringify({ pageState: { results } })};</script></body></html>` };
}

function sectionsInState(): ListPage {
  const items = wares(7, { reduced: false });
  const entry = (ware: Ware): object => ({ sku: ware.id, label: ware.title, link: `/a/${ware.id}`, offer: { price_final: ware.price, currency: 'EUR' }, colours: [1, 2, 3].map((n) => ({ name: `Colour ${n}`, url: `/a/${ware.id}?c=${n}`, price: '1.00' })) });
  const state = { search: { sections: [{ title: 'Boards', products: items.slice(0, 3).map(entry) }, { title: 'More boards', products: items.slice(3).map(entry) }] } };
  return { ...page('a list in sections of the state', items, ''), html: `<!doctype html><html lang="de"><head><title>board</title></head><body><div id="app"></div><script type="application/json" id="state">${JSON.stringify(state)}</script></body></html>` };
}

function statusWithoutSign(): ListPage {
  const items = wares(5, { reduced: false });
  return page('amounts without a sign, the currency in the settings', items, `<script>window.shop = {"currency":"USD","locale":"en"};</script><div class="grid">${each(items, (ware) => `<div class="grid-item">${card(ware)}<div class="product-price">${ware.price}</div></div>`)}</div>`, { lang: 'en' });
}

function loadMore(name: string): ListPage {
  const items = wares(5);
  return page(`a button for more with ${name}`, items, `<ul class="list">${each(items, (ware) => `<li class="i">${card(ware, price(ware))}</li>`)}</ul><div class="load-more"><button class="btn" ${name}="/search?q=board&amp;page=2">Load more</button></div>`, { next: 'https://shop.example.com/search?q=board&page=2' });
}

function countInPieces(): ListPage {
  const items = wares(4, { title: (n) => `手机保护壳第${n}款`, reduced: false });
  return page('Chinese counts in pieces', items, `<ul class="goods">${each(items, (ware) => `<li class="goods-item"><a href="/p/${ware.id}"><img></a><div class="p-price"><em>￥</em><i>${ware.price}</i></div><div class="p-name"><a href="/p/${ware.id}"><em>手机<font class="hl">保护壳</font>${ware.title.slice(5)}</em><i class="promo-words">选优惠购，198元靓号</i></a></div><div class="p-commit">已有<a>2万+</a>人评价</div></li>`)}</ul>`, { lang: 'zh-CN' });
}

function starsOfHashedNames(): ListPage {
  const items = wares(5);
  return page('ratings without a name', items, `<ul>${each(items, (ware, i) => `<li class="c${i}x">${card(ware)}<div><svg><path d="M0"/></svg><span>4.${i + 3}</span><span>5,000+ sold</span></div><p>€${ware.price}${ware.list ? ` <s>€${ware.list}</s>` : ''}</p></li>`)}</ul>`);
}

function roundedCounts(): ListPage {
  const items = wares(5, { reduced: false });
  return page('rounded counts with exact labels', items, `<ul>${each(items, (ware) => `<li class="c">${card(ware)}<a href="/p/${ware.id}#reviews" aria-label="12.430 classificações"><span>(12 mil)</span></a><span class="price">R$ ${comma(ware.price)}</span></li>`)}</ul>`, { lang: 'pt-BR' });
}
