import { each, frame, type ListPage, type Ware, wares } from './support.ts';

/** Lists that stand in the data of a page: JSON-LD, the state of its scripts. */
export const STATES: readonly ListPage[] = [itemListPriced(), itemListUrls(), productGraph(), nextMinor(), nextFlat(), nuxt(), nuxtData(), initialState(), apollo(), algolia(), vtex(), emptyState(), categoriesOnly(), magentoGraph(), flight()];

function shell(head: string, lang = 'en-GB'): string {
  return `<!doctype html><html lang="${lang}"><head><title>Shop</title>${head}</head><body><div id="root"></div></body></html>`;
}

function json(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

function itemListPriced(): ListPage {
  const items = wares(6, { id: (n) => `rug-${n}`, title: (n) => `Wool rug ${n}`, reduced: false });
  const list = { '@context': 'https://schema.org', '@graph': [{ '@type': 'BreadcrumbList', itemListElement: [1, 2, 3].map((n) => ({ '@type': 'ListItem', position: n, name: `Crumb ${n}`, item: `/c/${n}` })) }, { '@type': 'CollectionPage', mainEntity: { '@type': 'ItemList', numberOfItems: 6, itemListElement: [3, 1, 2, 6, 5, 4].map((n) => ({ '@type': 'ListItem', position: n, item: { '@type': 'Product', name: items[n - 1]?.title, url: `https://rugs.example.co.uk/p/${items[n - 1]?.id}`, offers: { '@type': 'Offer', price: Number(items[n - 1]?.price), priceCurrency: 'GBP' } } })) } }] };
  return { name: 'ItemList in another order', url: 'https://rugs.example.co.uk/c/rugs', kind: 'list', items, html: shell(`<script type="application/ld+json">${json(list)}</script>`) };
}

function itemListUrls(): ListPage {
  const items = wares(8, { id: (n) => `chair-${n}`, title: (n) => `Dining chair model ${n}` });
  const list = { '@context': 'https://schema.org', '@type': 'ItemList', itemListElement: items.map((ware, i) => ({ '@type': 'ListItem', position: i + 1, url: `https://chairs.example.co.uk/p/${ware.id}` })) };
  return { name: 'ItemList of addresses with the cards beside it', url: 'https://chairs.example.co.uk/dining', kind: 'list', items, html: frame(`<main><div class="grid">${each(items, (ware) => `<div class="c"><a href="/p/${ware.id}"><img alt=""></a><a class="n" href="/p/${ware.id}">${ware.title}</a><div class="price">${ware.list ? `<del>£${ware.list}</del> ` : ''}£${ware.price}</div></div>`)}</div></main>`, { lang: 'en-GB', head: `<script type="application/ld+json">${json(list)}</script>` }) };
}

function productGraph(): ListPage {
  const items = wares(5, { id: (n) => `lamp-${n}`, title: (n) => `Arc lamp ${n}`, reduced: false });
  const list = items.map((ware) => ({ '@context': 'https://schema.org/', '@type': 'Product', name: ware.title, image: 'x.jpg', url: `/lamps/${ware.id}`, sku: ware.id, offers: { '@type': 'AggregateOffer', lowPrice: ware.price, highPrice: '300', priceCurrency: 'EUR' } }));
  return { name: 'products one by one in JSON-LD', url: 'https://lamps.example.ie/lamps', kind: 'list', items, html: shell(list.map((one) => `<script type="application/ld+json">${json(one)}</script>`).join('')) };
}

function nextMinor(): ListPage {
  const items = wares(6, { id: (n) => `boot-${n}`, title: (n) => `Hiking boot ${n}` });
  const state = { props: { pageProps: { navigation: [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => ({ name: `Menu ${n}`, url: `/c/${n}`, id: `${n}` })), results: { hits: items.map((ware) => ({ id: ware.id, slug: ware.id, name: ware.title, masterVariant: { sku: ware.id, price: { value: { type: 'centPrecision', currencyCode: 'EUR', centAmount: Math.round(Number(ware.list ?? ware.price) * 100), fractionDigits: 2 }, ...(ware.list && { discounted: { value: { currencyCode: 'EUR', centAmount: Math.round(Number(ware.price) * 100), fractionDigits: 2 } } }) } } })), total: 6 } } } };
  return { name: 'Next state with cents', url: 'https://boots.example.de/wandern', kind: 'list', items, html: `<html lang="de"><body><div id="__next"></div><script id="__NEXT_DATA__" type="application/json">${json(state)}</script></body></html>` };
}

function nextFlat(): ListPage {
  const items = wares(6, { id: (n) => String(88_000 + n), title: (n) => `Denim jacket ${n}` }).map((ware, i): Ware => (i === 1 ? { ...ware, ad: true } : ware));
  const state = { props: { pageProps: { initialState: { products: { entities: items.map((ware) => ({ productId: Number(ware.id), title: ware.title, brand: { name: 'Halm' }, link: `/p/denim-jacket-${ware.id}`, price: { current: { value: Number(ware.price), text: `£${ware.price}` }, previous: { value: ware.list ? Number(ware.list) : null, text: ware.list ? `£${ware.list}` : '' }, currency: 'GBP' }, isSponsored: ware.ad ?? false, rating: { average: 4.2, count: 31 } })) } } } } };
  return { name: 'Next state with current and previous price', url: 'https://denim.example.co.uk/jackets', kind: 'list', items, html: `<html lang="en"><body><div id="__next"></div><script id="__NEXT_DATA__" type="application/json">${json(state)}</script></body></html>` };
}

function nuxt(): ListPage {
  const items = wares(5, { id: (n) => `TEA${n}`, title: (n) => `Green tea no ${n}`, reduced: false });
  return { name: 'state of a Nuxt shop', url: 'https://tea.example.fr/thes', kind: 'list', items, html: `<html lang="fr-FR"><body><div id="__nuxt"></div><script>window.__NUXT__={layout:"default",data:[{category:{name:"Thés"},products:${json(items.map((ware) => ({ sku: ware.id, name: ware.title, url_key: `the-${ware.id}`, price: { regularPrice: { amount: { value: Number(ware.price), currency: 'EUR' } } } })))}}],serverRendered:true}</script></body></html>` };
}

function nuxtData(): ListPage {
  const items = wares(4, { id: (n) => `P-${n}0`, title: (n) => `Cork mat ${n}`, reduced: false });
  const flat: unknown[] = [['Reactive', 1], { products: 2 }, items.map((_, i) => 3 + i * 4)];
  items.forEach((ware, i) => { flat.push({ id: 4 + i * 4, name: 5 + i * 4, price: 6 + i * 4 }, ware.id, ware.title, Number(ware.price)); });
  return { name: 'data of Nuxt 3, by references', url: 'https://cork.example.pt/tapetes', kind: 'list', items, html: `<html lang="pt-PT"><body><div id="__nuxt"></div><script type="application/json" id="__NUXT_DATA__" data-ssr="true">${json(flat)}</script></body></html>` };
}

function initialState(): ListPage {
  const items = wares(7, { id: (n) => `7${n}1133`, title: (n) => `Trail shoe ${n}` });
  const state = { search: { facets: [1, 2, 3, 4, 5, 6, 7, 8].map((n) => ({ name: `Facet ${n}`, id: `f${n}`, count: n })), productList: items.map((ware) => ({ partNumber: ware.id, productName: ware.title, productUrl: `/p/trail-${ware.id}`, listPrice: { value: Number(ware.list ?? ware.price) }, sellingPrice: { value: Number(ware.price) } })) }, currency: 'EUR' };
  return { name: 'window.__INITIAL_STATE__', url: 'https://run.example.it/scarpe', kind: 'list', items, html: `<html lang="it"><body><div id="app"></div><script>window.__INITIAL_STATE__ = ${json(state)};</script></body></html>` };
}

function apollo(): ListPage {
  const items = wares(5, { id: (n) => `ap${n}`, title: (n) => `Sofa ${n}-seater`, reduced: false });
  const state = { ROOT_QUERY: { 'category({"id":"sofas"})': { __typename: 'Category', items: items.map((ware) => ({ __ref: `Product:${ware.id}` })) } }, ...Object.fromEntries(items.map((ware) => [`Product:${ware.id}`, { __typename: 'Product', id: ware.id, name: ware.title, canonicalUrl: `/sofas/${ware.id}`, price: { amount: ware.price, currency: 'EUR' } }])) };
  return { name: 'Apollo cache', url: 'https://sofas.example.nl/banken', kind: 'list', items, html: `<html lang="nl"><body><div id="root"></div><script>window.__APOLLO_STATE__=${json(state)}</script></body></html>` };
}

function algolia(): ListPage {
  const items = wares(6, { id: (n) => `obj${n}`, title: (n) => `Garden hose ${n}0 m`, reduced: false });
  const state = { results: [{ hits: items.map((ware) => ({ objectID: ware.id, name: ware.title, url: `https://garten.example.ch/schlauch-${ware.id}`, price: { CHF: { default: Number(ware.price), default_formated: `CHF ${ware.price}` } } })), nbHits: 6 }] };
  return { name: 'hits of a search service', url: 'https://garten.example.ch/suche?q=schlauch', kind: 'list', items, html: `<html lang="de-CH"><body><div id="app"></div><script>window[Symbol.for("InstantSearchInitialResults")] = 1; window.initialResults = ${json(state)};</script></body></html>` };
}

function vtex(): ListPage {
  const items = wares(6, { id: (n) => String(9_000 + n), title: (n) => `Cafeteira ${n}`, price: (n) => 100 + n }).map((ware) => ({ id: ware.id, title: ware.title, price: ware.price ?? '', list: (Number(ware.price) + 50).toFixed(2) }));
  const state = { data: { productSearch: { products: items.map((ware) => ({ productId: ware.id, productName: ware.title, link: `/cafeteira-${ware.id}/p`, items: [{ sellers: [{ commertialOffer: { Price: Number(ware.price), ListPrice: Number(ware.list) } }] }] })) } } };
  return { name: 'products with the offers of sellers', url: 'https://www.loja.example.com.br/cafeteiras', kind: 'list', items, html: `<html lang="pt-BR"><body><div id="root"></div><template data-type="json" data-varname="__STATE__"></template><script>__STATE__ = ${json(state)}</script></body></html>` };
}

function emptyState(): ListPage {
  return { name: 'a shell without any items', url: 'https://www.spa.example.com/search?q=x', kind: 'other', items: [], html: '<html lang="en"><body><div id="root"></div><script src="/main.js"></script><noscript>You need to enable JavaScript to run this app.</noscript></body></html>' };
}

function categoriesOnly(): ListPage {
  const state = { props: { pageProps: { categories: [1, 2, 3, 4, 5, 6, 7].map((n) => ({ id: `${n}`, name: `Category ${n}`, url: `/c/category-${n}`, image: 'c.jpg' })) } } };
  return { name: 'categories in the state and on tiles', url: 'https://www.shop.example.co.uk/departments', kind: 'other', items: [], html: frame(`<main><div class="tiles">${[1, 2, 3, 4, 5, 6, 7].map((n) => `<div class="tile"><a href="/c/category-${n}"><img alt="Category ${n}"><span>Category number ${n}</span></a></div>`).join('')}</div><script id="__NEXT_DATA__" type="application/json">${json(state)}</script></main>`, { lang: 'en-GB', heading: 'All departments' }) };
}

function magentoGraph(): ListPage {
  const items = wares(5, { id: (n) => `MG-${n}`, title: (n) => `Yoga block ${n}` });
  const state = { products: { total_count: 5, items: items.map((ware) => ({ __typename: 'SimpleProduct', id: 1, sku: ware.id, name: ware.title, url_key: `yoga-block-${ware.id}`, url_suffix: '.html', price_range: { minimum_price: { regular_price: { value: Number(ware.list ?? ware.price), currency: 'EUR' }, final_price: { value: Number(ware.price), currency: 'EUR' } } } })) } };
  return { name: 'GraphQL answer of Magento in the state', url: 'https://yoga.example.es/bloques', kind: 'list', items, html: `<html lang="es"><body><div id="root"></div><script>window.__PRELOADED_STATE__ = ${json(state)}</script></body></html>` };
}

function flight(): ListPage {
  const items = wares(5, { id: (n) => `fl-${n}`, title: (n) => `Desk mat ${n}`, reduced: false });
  const payload = `5:["$","div",null,{"products":${JSON.stringify(items.map((ware) => ({ id: ware.id, title: ware.title, url: `/mats/${ware.id}`, price: Number(ware.price), currency: 'GBP' })))}}]\n`;
  return { name: 'pieces of an app that streams', url: 'https://mats.example.co.uk/mats', kind: 'list', items, html: `<html lang="en-GB"><body><div></div><script>self.__next_f.push([1,${json(payload)}])</script></body></html>` };
}
