import { comma, each, frame, type ListPage, wares } from './support.ts';

/** Pages that are no list, or a list without items, and lists that look like either. */
export const NO_LISTS: readonly ListPage[] = [
  productPlain(), productDe(), productMicrodata(), productVariants(), productAmazon(), productZh(), productOnlyRelated(), blogWithPrices(), recipes(), stores(), basketDe(), checkout(), landing(), categoryTiles(), article(),
  nothing('en', 'We couldn\'t find any matches for “xqzz”', 'You might also like'), nothing('fr', 'Aucun résultat pour « xqzz »', 'Nos meilleures ventes'), nothing('es', 'No hemos encontrado resultados para "xqzz"', 'Los más vendidos'), nothing('it', 'La ricerca di "xqzz" non ha prodotto risultati', 'Potrebbe interessarti'), nothing('pl', 'Nie znaleźliśmy produktów dla „xqzz”', 'Polecane produkty'), nothing('nl', 'Geen resultaten voor "xqzz"', 'Aanbevolen voor jou'), nothing('pt', 'Não encontramos resultados para "xqzz"', 'Mais vendidos'), nothing('ja', '「xqzz」に一致する商品はありませんでした', 'おすすめ商品'), nothing('zh', '非常抱歉，没有找到“xqzz”相关的商品', '猜你喜欢'), nothing('sv', 'Inga träffar på "xqzz"', 'Andra köpte'), nothing('en', '0 results for "xqzz"', 'Trending now'),
  listWithEmptyBasket(), listOfRelatedWords(), faq(), reviewsPage(),
];

function grid(count: number, name = 'card'): string {
  return `<div class="grid">${wares(count).map((ware) => `<div class="${name}"><a href="/products/${ware.id}"><img src="x.jpg" alt="${ware.title}"></a><h3><a href="/products/${ware.id}">${ware.title}</a></h3><span class="price">€${ware.price}</span></div>`).join('')}</div>`;
}

function other(name: string, url: string, html: string): ListPage {
  return { name, url, kind: 'other', items: [], html };
}

function productPlain(): ListPage {
  return other('product page without data', 'https://www.shop.example.ie/garden/oak-bench', frame(`<main><div class="top"><img src="1.jpg" alt="Oak bench"><div><h1>Oak bench</h1><p class="price">€329.00</p><button>Add to basket</button></div></div><h2>You may also like</h2>${grid(12)}<h2>Recently viewed</h2>${grid(6)}</main>`, { lang: 'en-IE' }));
}

function productDe(): ListPage {
  const data = { '@context': 'https://schema.org', '@type': 'Product', name: 'Gartenbank Eiche', offers: { price: '329.00', priceCurrency: 'EUR' } };
  return other('product page with JSON-LD', 'https://www.garten.example.de/gartenbank-eiche', frame(`<main><h1>Gartenbank Eiche</h1><div>329,00 €</div><section><h2>Bestseller in dieser Kategorie</h2>${grid(10)}</section><section><h2>Passendes Zubehör</h2>${grid(4)}</section></main>`, { lang: 'de', head: `<script type="application/ld+json">${JSON.stringify(data)}</script>` }));
}

function productMicrodata(): ListPage {
  return other('product page with microdata', 'https://www.shop.example.it/panca', frame(`<main itemscope itemtype="https://schema.org/Product"><h1 itemprop="name">Panca in rovere</h1><div itemprop="offers" itemscope itemtype="https://schema.org/Offer"><span itemprop="price" content="329.00">329,00 €</span></div><a class="btn">Aggiungi al carrello</a><div class="tabs"><h2>Prodotti della stessa linea</h2>${grid(8)}</div></main>`, { lang: 'it' }));
}

function productVariants(): ListPage {
  return other('product page with a table of variants', 'https://bolts.example.co.uk/product/hex-bolt', frame(`<main><h1>Hex bolt</h1><p>From £0.12</p><form action="/basket/add"><table>${[10, 20, 30, 40, 50].map((n) => `<tr><td><a href="/product/hex-bolt?variant=${n}"><img alt=""></a></td><td><a href="/product/hex-bolt-${n}">M6 x ${n}</a></td><td>£0.${n}</td><td><input name="q${n}"></td></tr>`).join('')}</table><button>Add to basket</button></form></main>`, { lang: 'en-GB' }));
}

function productAmazon(): ListPage {
  return other('Amazon product page', 'https://www.amazon.co.uk/Halden-Dripper/dp/B08X1Y2Z3W/ref=sr_1_3?keywords=dripper', `<html lang="en-gb"><body><div id="dp"><span id="productTitle">Halden Dripper</span><div id="corePrice_feature_div"><span class="a-price"><span class="a-offscreen">£19.99</span></span></div><input id="add-to-cart-button" type="submit" value="Add to basket"><div id="sims-fbt"><h2>Frequently bought together</h2></div><div class="a-carousel-container"><h2>Customers also bought</h2><ol class="a-carousel">${Array.from({ length: 14 }, (_, n) => `<li class="a-carousel-card"><div data-asin="B0CAR000${10 + n}"><a class="a-link-normal" href="/Other/dp/B0CAR000${10 + n}"><img alt="Other ${n}"></a><a class="a-link-normal" href="/Other/dp/B0CAR000${10 + n}"><div>Paper filters no ${n}</div></a><span class="a-price"><span class="a-offscreen">£${n + 3}.49</span></span></div></li>`).join('')}</ol></div></div></body></html>`);
}

function productZh(): ListPage {
  return other('Chinese product page', 'https://item.shangcheng.example.cn/100012345.html', `<html lang="zh-CN"><body><div class="product-intro"><div class="sku-name">云栖 加厚保温杯 500ml</div><div class="p-price"><span>￥</span><span class="price">89.00</span></div><a class="btn-special1" href="//cart/gate?pid=1">加入购物车</a></div><div class="aside"><div class="mt"><h3>看了又看</h3></div><ul>${Array.from({ length: 10 }, (_, n) => `<li><div class="p-img"><a href="//item.shangcheng.example.cn/20000${10 + n}.html"><img alt=""></a></div><div class="p-name"><a href="//item.shangcheng.example.cn/20000${10 + n}.html">旅行保温壶 第${n}款</a></div><div class="p-price">￥${n + 30}.00</div></li>`).join('')}</ul></div></body></html>`);
}

function productOnlyRelated(): ListPage {
  return other('product page whose list is named so', 'https://shop.example.at/lampe', frame(`<main><h2>Lampe Nord</h2><b>89,00 €</b><a href="#" class="add-to-cart">In den Warenkorb</a></main><div class="product-slider related-products">${grid(6)}</div>`, { lang: 'de-AT' }));
}

function blogWithPrices(): ListPage {
  return other('journal that speaks of prices', 'https://shop.example.co.uk/journal', frame(`<main>${Array.from({ length: 8 }, (_, n) => `<article class="post-card"><a href="/journal/gift-ideas-under-${n}0"><img alt=""></a><h2><a href="/journal/gift-ideas-under-${n}0">Gift ideas under £${n + 1}0</a></h2><p class="excerpt">Ten things from the workshop that cost less than £${n + 1}0 and still look as if they took a week to make.</p><span>${n + 2} min read</span></article>`).join('')}</main>`, { lang: 'en-GB', heading: 'Journal' }));
}

function recipes(): ListPage {
  return other('recipes', 'https://grocer.example.de/rezepte', frame(`<main><ul>${Array.from({ length: 9 }, (_, n) => `<li class="teaser"><a href="/rezepte/linsensuppe-${10_000 + n}"><img alt="Suppe"><h3>Linsensuppe mit Rauchmandeln, Art ${n}</h3></a><span>${20 + n} Min.</span><span>★★★★☆</span></li>`).join('')}</ul></main>`, { lang: 'de', heading: 'Rezepte' }));
}

function stores(): ListPage {
  return other('shops in towns', 'https://grocer.example.de/filialen', frame(`<main>${Array.from({ length: 10 }, (_, n) => `<div class="store-card"><a href="/filialen/stadt-${10_000 + n}"><img alt="Filiale"></a><h3>Filiale Stadt ${n}</h3><p>Hauptstraße ${n}, 1234${n} Stadt</p><p>Öffnungszeiten: Mo–Sa 8–20 Uhr</p><a href="/filialen/stadt-${10_000 + n}/anfahrt">Anfahrt</a></div>`).join('')}</main>`, { lang: 'de', heading: 'Unsere Filialen' }));
}

function basketDe(): ListPage {
  return other('basket in German', 'https://shop.example.de/checkout/cart/', frame(`<main><div class="cart">${each(wares(4), (ware) => `<div class="cart-item"><a href="/p/${ware.id}"><img alt=""></a><a href="/p/${ware.id}">${ware.title}</a><input type="number" value="1"><span class="price">${comma(ware.price)} €</span></div>`)}</div><p>Zwischensumme 80,00 €</p></main>`, { lang: 'de', heading: 'Warenkorb' }));
}

function checkout(): ListPage {
  return other('basket with an address that does not say so', 'https://shop.example.fr/commande?controller=order', frame(`<main><ul>${each(wares(3), (ware) => `<li><a href="/p/${ware.id}"><img alt=""></a><a href="/p/${ware.id}">${ware.title}</a> <span>${comma(ware.price)} €</span></li>`)}</ul></main>`, { lang: 'fr', heading: 'Votre panier (3)' }));
}

function landing(): ListPage {
  return other('landing page of a category', 'https://www.mode.example.de/damen', frame(`<main><div class="hero"><a href="/damen/sale"><img alt="Sale"><span>Bis zu 50 % reduziert</span></a></div><div class="teasers">${['Kleider', 'Blusen', 'Hosen', 'Schuhe', 'Taschen', 'Mäntel'].map((name) => `<a class="teaser" href="/damen/${name.toLowerCase()}"><img alt="${name}"><h3>${name} für jeden Tag</h3></a>`).join('')}</div></main>`, { lang: 'de', heading: 'Damen' }));
}

function categoryTiles(): ListPage {
  return other('tiles of categories with lowest prices', 'https://www.moebel.example.de/wohnen', frame(`<main><ul class="categories">${['Sofas', 'Sessel', 'Regale', 'Tische'].map((name) => `<li class="category-tile"><a href="/kategorie/${name.toLowerCase()}/"><img alt="${name}"><span>${name} entdecken</span></a></li>`).join('')}</ul></main>`, { lang: 'de', heading: 'Wohnen' }));
}

function article(): ListPage {
  return other('one article', 'https://shop.example.com/blogs/news/new-kiln', frame(`<main><article><h1>Our new kiln</h1><p>${'It took three weeks to build and a day to fire. '.repeat(40)}</p></article></main>`));
}

function nothing(lang: string, words: string, heading: string): ListPage {
  return { name: `nothing found: ${words}`, url: 'https://shop.example.com/search?q=xqzz', kind: 'empty', items: [], html: frame(`<main><div class="no-results"><h1>${words}</h1></div><section><h2>${heading}</h2>${grid(8)}</section></main>`, { lang }) };
}

function listWithEmptyBasket(): ListPage {
  const items = wares(5);
  return { name: 'list under an empty basket', url: 'https://shop.example.ie/mugs', kind: 'list', items, html: frame(`<div class="drawer"><p>Your basket is empty</p><p>No items found in your wishlist</p></div><div class="search-suggestions" style="display:none">No results found</div><main>${each(items, (ware) => `<div class="card"><a href="/products/${ware.id}"><img alt=""></a><h3><a href="/products/${ware.id}">${ware.title}</a></h3>${ware.list ? `<s>€${ware.list}</s> ` : ''}<span class="price">€${ware.price}</span></div>`)}</main>`, { lang: 'en-IE', heading: 'Mugs' }) };
}

function listOfRelatedWords(): ListPage {
  const items = wares(6, { reduced: false });
  return { name: 'best sellers as a list of their own', url: 'https://shop.example.ie/best-sellers', kind: 'list', items, html: frame(`<main><h2 class="title">Best sellers</h2>${each(items, (ware) => `<div class="card"><a href="/products/${ware.id}"><img alt=""></a><h3><a href="/products/${ware.id}">${ware.title}</a></h3><span class="price">€${ware.price}</span></div>`)}</main>`, { lang: 'en-IE' }) };
}

function faq(): ListPage {
  return other('questions and answers', 'https://shop.example.ie/help/delivery', frame(`<main><dl>${Array.from({ length: 6 }, (_, n) => `<div class="q"><dt><a href="/help/delivery/question-${n}">How much is delivery to zone ${n}?</a></dt><dd>€${n}.95</dd></div>`).join('')}</dl></main>`, { lang: 'en-IE', heading: 'Delivery' }));
}

function reviewsPage(): ListPage {
  return other('reviews of a product', 'https://shop.example.ie/products/oak-bench/reviews', frame(`<main><h1>Oak bench</h1><div class="summary">4.5 of 5, 31 reviews</div>${Array.from({ length: 6 }, (_, n) => `<div class="review"><a href="/members/m${10_000 + n}"><img alt="face"></a><b>Sturdy bench number ${n}</b><time>2026-01-0${n + 1}</time><p>Bought for €329 and worth it.</p></div>`).join('')}</main>`, { lang: 'en-IE' }));
}
