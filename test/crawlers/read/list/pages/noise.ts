import type { ListPage } from './support.ts';

/** What real pages carry around a list, in ways that look like one. Each gives markup for before and behind the content. */
const NOISE: Readonly<Record<string, readonly [string, string]>> = {
  'a menu with products that is no nav': [`<div class="top-flyout"><div class="flyout-col">${[1, 2, 3, 4].map((n) => `<div class="flyout-item"><a href="/products/menu-${n}"><img src="m.jpg" alt="Menu article ${n}"></a><a href="/products/menu-${n}">Menu article ${n}</a><span class="price">€${n}.00</span></div>`).join('')}</div></div>`, ''],
  'a strip of viewed items before the list': [`<section class="recently"><h2>Recently viewed</h2><div class="strip">${[1, 2, 3, 4, 5, 6].map((n) => `<div class="strip-item"><a href="/products/seen-${n}"><img alt="Seen ${n}"></a><a href="/products/seen-${n}">Seen article ${n}</a><span class="price">€${n}.50</span></div>`).join('')}</div></section>`, ''],
  'strips of recommendations behind the list': ['', `<section><h3>Customers also bought</h3><div class="swiper">${Array.from({ length: 20 }, (_, n) => `<div class="swiper-slide"><a href="/products/also-${n}"><img alt="Also ${n}"></a><a href="/products/also-${n}">Also bought ${n}</a><span class="price">€${n + 1}.50</span></div>`).join('')}</div></section>`],
  'filters with amounts and links': [`<div class="sidebar"><h4>Price</h4><ul>${[10, 20, 50, 100].map((n) => `<li><a href="?max=${n}">Under €${n} <span>(${n})</span></a></li>`).join('')}</ul><h4>Brand</h4><ul>${['Aster', 'Birke', 'Cedro', 'Dalia', 'Esche', 'Fichte', 'Ginkgo', 'Holm', 'Iris'].map((name) => `<li><a href="/brand/${name.toLowerCase()}">${name}</a></li>`).join('')}</ul></div>`, ''],
  'a basket that slides in': [`<div class="drawer" id="CartDrawer"><h2>Your cart</h2><p>Your cart is empty</p><p>Add €30.00 more for free shipping</p></div>`, ''],
  'cookies, a newsletter and a chat': [`<div class="consent"><p>We use cookies. <a href="/privacy">More</a></p><button>Accept</button></div>`, '<div class="signup"><h3>Get €10 off your first order</h3><form><input type="email"></form></div><iframe src="about:blank"></iframe>'],
  'stories behind the list': ['', `<section><h2>From the journal</h2>${[1, 2, 3].map((n) => `<article><a href="/blogs/journal/story-${n}"><img alt=""></a><h3><a href="/blogs/journal/story-${n}">A story about things number ${n}</a></h3><time>2026-01-0${n}</time></article>`).join('')}</section>`],
  'words for search engines': ['', `<div class="seo"><h2>Buying well</h2><p>${'Prices start at €4.99 and go up to €129.00, delivery is €3.90. '.repeat(12)}</p><ul>${Array.from({ length: 24 }, (_, n) => `<li><a href="/popular/search-${n}">popular search ${n}</a></li>`).join('')}</ul></div>`],
  'templates for scripts': ['<template><div class="card"><a href="/products/{{handle}}">{{title}}</a><span>{{price}}</span></div></template><script type="text/x-handlebars"><div class="result">No results for {{query}}</div></script>', '<noscript><div class="warning">Please enable JavaScript</div></noscript>'],
  'brand tiles and a campaign': [`<div class="brands">${Array.from({ length: 12 }, (_, n) => `<a class="brand-tile" href="/brands/b${n}"><img alt="Brand number ${n}"></a>`).join('')}</div><a class="hero" href="/sale"><img alt="Sale"><span>Up to 50% off, from €5.00</span></a>`, ''],
};

/** The pages with one kind of noise each around their content. */
export function noisy(pages: readonly ListPage[]): ListPage[] {
  return Object.entries(NOISE).flatMap(([name, [before, behind]]) => pages.map((page) => ({ ...page, name: `${page.name}, with ${name}`, html: page.html.replace(/<body[^>]*>/, (tag) => `${tag}${before}`).replace(/<\/body>/, () => `${behind}</body>`) })));
}
