/** Generated product pages of real size: about 110 kB with JSON-LD, every one different, with decoys around the price. */

const WORDS = 'merino wool runner trail light grip sole breathable everyday classic midnight stone natural dew charcoal recycled lace cushion comfort tread'.split(' ');

/** What every reader of such a page must find, and what a page says. Empty where the page has none. */
export interface Fields {
  /** Canonical, absolute. */
  readonly url: string;
  readonly title: string;
  readonly brand: string;
  readonly sku: string;
  /** 14 digits. */
  readonly gtin: string;
  readonly price: string;
  readonly listPrice: string;
  readonly currency: string;
  readonly available: boolean;
  readonly rating: number;
  readonly reviewCount: number;
  readonly images: readonly string[];
  readonly breadcrumbs: readonly string[];
  readonly description: string;
  readonly promotions: number;
}

/** What is different on some pages. */
export interface PageKind {
  /** False: no JSON-LD, the price stands in the text only. */
  readonly structured?: boolean;
  /** On sale: the price before stands struck through in the text, as in most shops not in the data. */
  readonly sale?: boolean;
  /** On the second day every tenth product costs a dollar more. */
  readonly moved?: boolean;
}

/** What page `no` says when it is served from `origin`. */
export function truthOf(no: number, origin: string, { sale = false, moved = false }: PageKind = {}): Fields {
  const words = [0, 1, 2, 3].map((step) => WORDS[(no * 7 + step * 3) % WORDS.length]);
  const price = (no % 400) + 19.99 + (moved && isMoved(no) ? 1 : 0);
  return {
    url: `${origin}/products/${no}`, title: `${words.join(' ')} ${no}`, brand: 'Northwind', sku: `SKU-${no}`, gtin: gtinOf(no), price: price.toFixed(2), listPrice: sale ? (price * 1.25).toFixed(2) : '', currency: 'USD',
    available: true, rating: 4.6, reviewCount: 100 + (no % 900), images: [1, 2].map((step) => `https://cdn.example/${no}-${step}.jpg`), breadcrumbs: ['Shoes', WORDS[no % WORDS.length] ?? '', 'All'], description: paragraph(no, 60), promotions: 0,
  };
}

/** A number with its check digit. */
function gtinOf(no: number): string {
  const digits = `0400${String(no).padStart(9, '0')}`;
  const sum = Array.from(digits).reduce((all, digit, at) => all + Number(digit) * (at % 2 === 0 ? 3 : 1), 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

/** Products whose price moves on the second day. */
export function isMoved(no: number): boolean {
  return no % 10 === 0;
}

/** The HTML of page `no`. Addresses in it are relative, so that it is the same from any server. */
export function productPage(no: number, kind: PageKind = {}): string {
  const truth = truthOf(no, '', kind);
  const product = {
    '@context': 'https://schema.org/', '@type': 'Product', name: truth.title, sku: truth.sku, gtin13: truth.gtin.slice(1), brand: { '@type': 'Brand', name: truth.brand }, description: truth.description, image: truth.images,
    aggregateRating: { '@type': 'AggregateRating', ratingValue: String(truth.rating), reviewCount: String(truth.reviewCount) },
    offers: { '@type': 'Offer', price: truth.price, priceCurrency: truth.currency, availability: 'https://schema.org/InStock', url: truth.url },
  };
  const trail = { '@context': 'https://schema.org/', '@type': 'BreadcrumbList', itemListElement: truth.breadcrumbs.map((name, at) => ({ '@type': 'ListItem', position: at + 1, name, item: `/collections/${at}` })) };
  const data = kind.structured === false ? [] : [product, trail];
  return `<!doctype html><html lang="en-US"><head><meta charset="utf-8"><title>${truth.title} – Northwind</title>
<meta property="og:type" content="product"><meta property="og:title" content="${truth.title}"><link rel="canonical" href="${truth.url}">
<style>${css(no)}</style>${data.map((one) => `<script type="application/ld+json">${JSON.stringify(one)}</script>`).join('')}</head><body>
<header><nav>${links(no, 80)}</nav><p>Free shipping over $75</p></header>
<main><h1>${truth.title}</h1><div class="product-price">${truth.listPrice === '' ? '' : `<s>$${truth.listPrice}</s> `}<span class="price">$${truth.price}</span></div><p>or 4 payments of $${(Number(truth.price) / 4).toFixed(2)}</p>
<button>Add to cart</button><p class="stock">In stock</p>${section(no)}</main>
<aside><h2>You may also like</h2>${related(no, 24)}</aside><footer>${links(no + 3, 120)}</footer><script>${script(no)}</script></body></html>`;
}

/** A list page that links to product pages `from` to `to`. */
export function listPage(from: number, to: number, next: string | undefined): string {
  const items = Array.from({ length: to - from }, (_, step) => {
    const truth = truthOf(from + step, '');
    return `<li class="product-card"><a href="${truth.url}"><img src="/img/${from + step}.jpg" alt=""><h3>${truth.title}</h3></a><span class="price">$${truth.price}</span></li>`;
  });
  return `<!doctype html><html lang="en-US"><head><meta charset="utf-8"><title>All shoes</title></head><body><main><h1>All shoes</h1><ul class="products">${items.join('')}</ul>${next === undefined ? '' : `<a rel="next" href="${next}">Next</a>`}</main></body></html>`;
}

function paragraph(no: number, words: number): string {
  return Array.from({ length: words }, (_, step) => WORDS[(no + step * 5) % WORDS.length]).join(' ');
}
function links(no: number, count: number): string {
  return Array.from({ length: count }, (_, step) => `<a class="nav__link nav__link--${step}" href="/collections/${WORDS[(no + step) % WORDS.length]}-${step}">${paragraph(no + step, 3)}</a>`).join('\n');
}
function related(no: number, count: number): string {
  return Array.from({ length: count }, (_, step) => `<div class="card" data-id="${no + step + 1}"><a href="/products/${no + step + 1}"><img loading="lazy" src="https://cdn.example/${no + step + 1}.jpg" alt="${paragraph(step, 4)}"></a><h3>${paragraph(no + step, 5)}</h3><span class="price">$${(20 + step).toFixed(2)}</span></div>`).join('\n');
}
function section(no: number): string {
  return Array.from({ length: 90 }, (_, step) => `<section class="rte rte--${step}"><h2>${paragraph(no + step, 4)}</h2><p>${paragraph(no * 3 + step, 70)}</p><ul><li>${paragraph(step, 9)}</li><li>${paragraph(no, 8)}</li></ul></section>`).join('\n');
}
function css(no: number): string {
  return Array.from({ length: 260 }, (_, step) => `.c${(no + step) % 999}-${step}{display:flex;margin:${step}px;color:#${((no * 31 + step) % 4096).toString(16).padStart(3, '0')}}`).join('');
}
function script(no: number): string {
  return `window.dataLayer=${JSON.stringify(Array.from({ length: 120 }, (_, step) => ({ event: `e${step}`, id: no + step, value: step * 3 })))};`;
}
