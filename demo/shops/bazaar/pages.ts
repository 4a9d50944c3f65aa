import { escapeHtml, scriptJson } from '../answer.ts';
import { megaMenu, paragraphs, styles, trackingScripts } from '../bulk.ts';
import type { BazaarItem, BazaarState } from './state.ts';

export const RESULTS_A_PAGE = 20;
const DEPARTMENTS = ['Electronics', 'Home & Kitchen', 'Sports & Outdoors', 'Toys', 'Books', 'Garden', 'Beauty', 'Automotive'];
const SECTIONS = ['Best sellers', 'Deals under $20', 'New releases', 'Top rated', 'Gift ideas', 'Clearance up to 60% off', 'Small businesses', 'Subscribe and save', 'Open box'];
const HELP = ['Free delivery on orders over $35.00 shipped by Bazaar.', 'Bazaar Plus is $11.99 per month, cancel anytime.', 'Pay in 4 interest-free instalments on orders of $50.00 or more.', 'Returns are free within 30 days of receipt.'];

const money = (cents: number): string => `$${(cents / 100).toFixed(2)}`;

function frame(title: string, main: string, head = ''): string {
  return `<!doctype html>
<html lang="en-US"><head><meta charset="utf-8"><title>${escapeHtml(title)} : Bazaar</title>${head}${styles(240)}${trackingScripts(80)}</head>
<body><header class="nav"><a href="/">Bazaar</a><form action="/search"><input name="q"></form><span class="nav-cart">0 items $0.00</span>${megaMenu(DEPARTMENTS, SECTIONS, (d, s) => `/c/${encodeURIComponent(d)}/${encodeURIComponent(s)}`)}</header>
<main id="main">${main}</main><footer>${paragraphs(HELP, 5)}<a href="/policies/seller-rules">Seller rules</a></footer></body></html>`;
}

function card(item: BazaarItem, sponsored: boolean): string {
  const badge = sponsored ? '<span class="s-label">Sponsored</span>' : '';
  const was = item.listCents === null ? '' : `<span class="s-was">List: <s>${money(item.listCents)}</s></span>`;
  return `<div class="s-result${sponsored ? ' s-result--sponsored' : ''}" data-component-type="search-result" data-product-id="${item.id}"${sponsored ? ' data-sponsored="true"' : ''}>
<a class="s-image" href="/item/${item.id}"><img src="/img/${item.id}.jpg" alt="${escapeHtml(item.title)}"></a>${badge}
<h2 class="s-title"><a href="/item/${item.id}${sponsored ? '?ref=sp_atk' : ''}">${escapeHtml(item.title)}</a></h2>
<span class="s-rating" aria-label="${item.rating.toFixed(1)} out of 5 stars">${item.rating.toFixed(1)}</span> <span class="s-count">(${item.reviewCount.toLocaleString('en-US')})</span>
<span class="s-price">${money(item.cents)}</span>${was}<span class="s-delivery">FREE delivery on $35.00 of items</span>${item.inStock ? '' : '<span class="s-stock">Currently unavailable</span>'}</div>`;
}

/** One page of the search: two paid places on top of page 1, the rest after the eighth result, the organic ones in order. */
export function searchPage(state: BazaarState, query: string, page: number): string {
  const pages = Math.ceil(state.organic.length / RESULTS_A_PAGE);
  const find = (id: string): BazaarItem[] => state.items.filter((item) => item.id === id);
  const organic = state.organic.slice((page - 1) * RESULTS_A_PAGE, page * RESULTS_A_PAGE).flatMap(find).map((item) => card(item, false));
  const paid = page === 1 ? state.sponsored.flatMap(find).map((item) => card(item, true)) : [];
  const cards = [...paid.slice(0, 2), ...organic.slice(0, 8), ...paid.slice(2), ...organic.slice(8)];
  const link = (to: number, rel: string, words: string): string => (to < 1 || to > pages ? '' : `<a class="s-pagination-${rel}" rel="${rel}" href="/search?q=${encodeURIComponent(query)}&amp;page=${to}">${words}</a>`);
  return frame(query, `<h1 class="s-heading">${(page - 1) * RESULTS_A_PAGE + 1}-${Math.min(page * RESULTS_A_PAGE, state.organic.length)} of ${state.organic.length} results for <b>"${escapeHtml(query)}"</b></h1>
<div class="s-results">${cards.join('\n')}</div><nav class="s-pagination">${link(page - 1, 'prev', 'Previous')}<span>${page}</span>${link(page + 1, 'next', 'Next')}</nav>`);
}

/** The page of one article. */
export function itemPage(state: BazaarState, item: BazaarItem, origin: string): string {
  const data = {
    '@context': 'https://schema.org', '@type': 'Product', name: item.title, sku: item.id, url: `${origin}/item/${item.id}`, image: [`${origin}/img/${item.id}.jpg`],
    aggregateRating: { '@type': 'AggregateRating', ratingValue: item.rating.toFixed(1), reviewCount: item.reviewCount },
    offers: { '@type': 'Offer', price: (item.cents / 100).toFixed(2), priceCurrency: 'USD', availability: `https://schema.org/${item.inStock ? 'InStock' : 'OutOfStock'}`, seller: { '@type': 'Organization', name: item.seller },
      itemCondition: `https://schema.org/${item.condition}Condition`, shippingDetails: { '@type': 'OfferShippingDetails', shippingRate: { '@type': 'MonetaryAmount', value: (item.shippingCents / 100).toFixed(2), currency: 'USD' } },
      ...(item.grams === null ? {} : { priceSpecification: { '@type': 'UnitPriceSpecification', price: perKilo(item.cents, item.grams), priceCurrency: 'USD', referenceQuantity: { '@type': 'QuantitativeValue', value: 1, unitCode: 'KGM' } } }),
    },
  };
  const others = state.items.filter((other) => other.id !== item.id).slice(0, 6).map((other) => card(other, false)).join('');
  return frame(item.title, `<div class="dp"><h1>${escapeHtml(item.title)}</h1><p>Sold by <a href="/seller/${encodeURIComponent(item.seller)}">${escapeHtml(item.seller)}</a></p><p class="dp-price">${money(item.cents)}</p>${item.grams === null ? '' : `<p class="dp-measure">${item.grams} g ($${perKilo(item.cents, item.grams)} / kg)</p>`}
<p class="dp-condition">Condition: ${item.condition}</p><p class="dp-shipping">${item.shippingCents === 0 ? 'FREE delivery' : `${money(item.shippingCents)} delivery`}</p>
<p>or $4.99 per month for 6 months</p><p class="dp-stock">${item.inStock ? 'In stock' : 'Currently unavailable'}</p><button${item.inStock ? '' : ' disabled'}>Add to basket</button>${histogram(item)}</div><section class="related"><h2>Customers also viewed</h2>${others}</section>`,
  `<link rel="canonical" href="${origin}/item/${item.id}"><script type="application/ld+json">${scriptJson(data)}</script>`);
}

function perKilo(cents: number, grams: number): string {
  return ((cents / grams) * 10).toFixed(2);
}

function histogram({ stars, reviewCount }: BazaarItem): string {
  const rows = (stars ?? []).map((count, i) => `<li class="histogram__row"><span>${i + 1} star</span> <span class="bar"></span> <span>${count}</span></li>`).toReversed();
  return rows.length === 0 ? '' : `<section class="dp-histogram"><h2>${reviewCount} ratings</h2><ul>${rows.join('')}</ul></section>`;
}

/** The rules for sellers: text to be watched between a menu and a footer that are not. */
export function rulesPage(state: BazaarState): string {
  const sections = state.rules.map((part) => `<section><h2>${escapeHtml(part.title)}</h2>${part.clauses.map((clause) => `<p>${escapeHtml(clause)}</p>`).join('')}</section>`);
  return frame('Seller rules', `<article id="policy"><h1>Rules for sellers</h1>${sections.join('')}</article>`);
}
