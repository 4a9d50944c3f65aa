import { escapeHtml, scriptJson } from '../answer.ts';
import { frame } from './frame.ts';
import { productJs, productJsonLd } from './api.ts';
import type { NorthwindState, Product, Variant } from './state.ts';

export const PAGE_SIZE = 24;

/** The price as the theme prints it: always two digits, whatever the data has. */
function shown(price: string): string {
  return `$${Number(price).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;
}

function priceBlock(variant: Variant): string {
  const sale = variant.compareAt === null ? '' : `<span class="visually-hidden">Regular price</span><s class="price-item price-item--regular">${shown(variant.compareAt)}</s> `;
  const badge = variant.available ? '' : '<span class="badge price__badge-sold-out">Sold out</span>';
  return `<div class="price${sale ? ' price--on-sale' : ''}${variant.available ? '' : ' price--sold-out'}">${sale}<span class="visually-hidden">Sale price</span><span class="price-item price-item--last">${shown(variant.price)}</span> ${badge}</div>`;
}

function card(product: Product, index: number): string {
  const [variant] = product.variants;
  return `<li class="grid__item" data-product-id="${product.id}"><div class="card product-card-wrapper">
<div class="card__media"><img src="${product.images[0] ?? ''}" alt="${escapeHtml(product.title)}" loading="${index < 4 ? 'eager' : 'lazy'}" width="533" height="533"></div>
<h3 class="card__heading"><a class="full-unstyled-link" href="/products/${product.handle}">${escapeHtml(product.title)}</a></h3>
<span class="card__vendor">${escapeHtml(product.vendor)}</span> <span class="rating" aria-label="${product.rating.toFixed(1)} out of 5 stars">(${product.reviewCount})</span>
${priceBlock(variant)}</div></li>`;
}

/** A collection page: cards in order and links to its neighbours. */
export function collectionPage(state: NorthwindState, handle: string, page: number): string | undefined {
  const products = productsOf(state, handle);
  const pages = Math.max(1, Math.ceil(products.length / PAGE_SIZE));
  if (products.length === 0 || page < 1 || page > pages) return undefined;
  const cards = products.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE).map(card).join('\n');
  const link = (to: number, rel: string, words: string): string => (to < 1 || to > pages ? '' : `<a rel="${rel}" class="pagination__item" href="/collections/${handle}?page=${to}">${words}</a>`);
  return frame({ title: handle === 'all' ? 'All products' : handle, extra: `<link rel="canonical" href="/collections/${handle}${page > 1 ? `?page=${page}` : ''}">` },
    `<h1 class="collection-hero__title">${handle === 'all' ? 'All products' : escapeHtml(handle)}</h1><p class="product-count">${products.length} products</p>
<ul id="product-grid" class="grid product-grid">${cards}</ul>
<nav class="pagination" aria-label="Pagination">${link(page - 1, 'prev', 'Previous page')}<span aria-current="page">${page}</span>${link(page + 1, 'next', 'Next page')}</nav>`);
}

/** The products of a collection: `all`, or those of a type. */
export function productsOf(state: NorthwindState, handle: string): readonly Product[] {
  const listed = state.products.slice(0, state.listed ?? undefined);
  return handle === 'all' ? listed : listed.filter((product) => product.type.toLowerCase().replaceAll(' ', '-') === handle);
}

/** A product page with JSON-LD, variants, and the figures around it that are not its price. */
export function productPage(state: NorthwindState, product: Product, origin: string): string {
  if (state.redesigned.includes(product.handle)) return redesignedPage(state, product);
  const [variant] = product.variants;
  if (state.clubPages.includes(product.handle)) return frame({ title: product.title }, `${buyBox(product, clubOffer(variant))}${related(state, product)}`);
  const head = `<link rel="canonical" href="${origin}/products/${product.handle}"><meta name="description" content="${escapeHtml(product.description)}">
<meta property="og:type" content="product"><meta property="og:title" content="${escapeHtml(product.title)}"><meta property="og:url" content="${origin}/products/${product.handle}">
<meta property="og:image" content="${origin}${product.images[0] ?? ''}"><meta property="og:price:amount" content="${variant.price}"><meta property="og:price:currency" content="USD">
<script type="application/ld+json">${scriptJson(productJsonLd(product, origin))}</script>`;
  return frame({ title: product.title, extra: head }, `${buyBox(product, variant)}${related(state, product)}
<script type="application/json" data-product-json>${scriptJson(productJs(product, origin))}</script>`);
}

/** What members of the club pay: a fifth less. */
function clubOffer(variant: Variant): Variant {
  return { ...variant, price: (Number(variant.price) * 0.8).toFixed(2), compareAt: null };
}

function buyBox(product: Product, variant: Variant): string {
  const gallery = product.images.map((path) => `<li class="product__media-item"><img src="${path}" alt="${escapeHtml(product.title)}"></li>`).join('');
  const choices = product.variants.map((one) => `<option value="${one.id}"${one.id === variant.id ? ' selected' : ''}${one.available ? '' : ' disabled'}>${escapeHtml(one.title)}${one.available ? '' : ' – Sold out'}</option>`).join('');
  const rows = Object.entries(product.attributes).map(([name, value]) => `<tr><th>${escapeHtml(name)}</th><td>${escapeHtml(value)}</td></tr>`).join('');
  const quarter = shown(String(Number(variant.price) / 4));
  return `<section class="product"><ul class="product__media-list">${gallery}</ul><div class="product__info-container">
<p class="product__vendor">${escapeHtml(product.vendor)}</p><h1 class="product__title">${escapeHtml(product.title)}</h1>${priceBlock(variant)}
<p class="product__tax">Tax included. <a href="/policies/shipping-policy">Shipping</a> calculated at checkout, free over $75.00.</p>
<p class="installments">or 4 interest-free payments of ${quarter} with Shop Pay</p>
<p class="product__inventory">${variant.available ? 'In stock, ready to ship' : 'Sold out'}</p>
<form method="post" action="/cart/add"><select name="id">${choices}</select><button type="submit" name="add"${variant.available ? '' : ' disabled'}>${variant.available ? 'Add to cart' : 'Sold out'}</button></form>
<p class="product__sku">SKU: ${variant.sku}</p><div class="product__description rte"><p>${escapeHtml(product.description)}</p></div>
<table class="product__specs">${rows}</table></div></section>`;
}

function related(state: NorthwindState, product: Product): string {
  const others = state.products.filter((other) => other.type === product.type && other.id !== product.id).slice(0, 4);
  return `<section class="related-products"><h2>You may also like</h2><ul class="grid">${others.map(card).join('')}</ul></section>`;
}

/** A new theme that nobody's reader knows: no structured data, and the price comes as glyphs that only a script can place. */
function redesignedPage(state: NorthwindState, product: Product): string {
  const glyphs = Array.from(product.variants[0].price, (_, i) => `<i class="g g${(i * 5) % 11}"></i>`).join('');
  return frame({ title: product.title }, `<section class="pdp2"><div class="pdp2-media"><img src="${product.images[0] ?? ''}" alt="${escapeHtml(product.title)}"></div>
<div class="pdp2-body"><h1>${escapeHtml(product.title)}</h1><p class="pdp2-brand">${escapeHtml(product.vendor)}</p><div class="pdp2-amount" data-glyphs="${product.variants[0].id}">${glyphs}</div>
<form id="product_form_${product.id}" method="post" action="/cart/add"><input type="hidden" name="id" value="${product.variants[0].id}"><input type="hidden" name="product-id" value="${product.id}"><button class="pdp2-cta">Add to bag</button></form><p>${escapeHtml(product.description)}</p></div></section>${related(state, product)}`);
}
