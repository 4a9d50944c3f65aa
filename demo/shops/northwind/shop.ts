import { html, json, text, type Answer } from '../answer.ts';
import type { Shop, Visit } from '../server.ts';
import { productJs, productJson } from './api.ts';
import { frame } from './frame.ts';
import { collectionPage, productPage, productsOf } from './pages.ts';
import type { NorthwindState } from './state.ts';

const MOST_A_PAGE = 250;
const DEEPEST = 25_000;

/**
 * A Shopify-like shop in USD: `/products.json`, `/collections/<handle>/products.json`, collection pages, product pages, robots.txt and
 * a sitemap. `state` is asked on every visit.
 */
export function northwind(state: () => NorthwindState): Shop {
  return { faults: () => state().faults, render: (visit) => answer(state(), visit) };
}

function answer(state: NorthwindState, visit: Visit): Answer | undefined {
  const { path, query, origin } = visit;
  if (path === '/robots.txt') return text('User-agent: *\nDisallow: /cart\nDisallow: /checkout\nDisallow: /search\nAllow: /\nSitemap: /sitemap.xml\n');
  if (path === '/sitemap.xml') return text(sitemap(state, origin), 'application/xml; charset=utf-8');
  if (path === '/') return html(home(state));
  if (path === '/products.json') return list(state, 'all', query, origin);
  const [, section, handle = '', file] = path.split('/');
  if (section === 'collections' && file === 'products.json') return list(state, handle, query, origin);
  if (section === 'collections' && file === undefined) return found(collectionPage(state, handle, Number(query.get('page') ?? '1')));
  if (section === 'products') return product(state, handle, origin);
  return undefined;
}

/** As Shopify does: 50 a page, 250 at most, 400 when asked too deep, an empty list after the last page. */
function list(state: NorthwindState, handle: string, query: URLSearchParams, origin: string): Answer {
  const limit = Math.min(MOST_A_PAGE, Math.max(1, Number(query.get('limit') ?? '50') || 50));
  const page = Math.max(1, Number(query.get('page') ?? '1') || 1);
  if (limit * page > DEEPEST) return json({ errors: 'Page * Limit exceeds the 25000 limit.' }, 400);
  const products = productsOf(state, handle).slice((page - 1) * limit, page * limit);
  return json({ products: products.map((one) => productJson(one, origin)) });
}

/** A product's page, or its data at `.json` (decimal texts) and `.js` (hundredths). */
function product(state: NorthwindState, file: string, origin: string): Answer | undefined {
  const [, handle = '', ending] = /^(.*?)(\.js|\.json)?$/.exec(file) ?? [];
  const one = state.products.find((each) => each.handle === handle);
  if (!one) return undefined;
  if (ending === '.json') return json({ product: productJson(one, origin) });
  return ending === '.js' ? json(productJs(one, origin)) : html(productPage(state, one, origin));
}

function found(rendered: string | undefined): Answer | undefined {
  return rendered === undefined ? undefined : html(rendered);
}

function home(state: NorthwindState): string {
  const links = [...new Set(state.products.map((one) => one.type))].map((type) => `<li><a href="/collections/${type.toLowerCase().replaceAll(' ', '-')}">${type}</a></li>`);
  return frame({ title: 'Gear that gets repaired, not replaced' }, `<h1>Gear that gets repaired, not replaced</h1><ul>${links.join('')}<li><a href="/collections/all">All products</a></li></ul>`);
}

function sitemap(state: NorthwindState, origin: string): string {
  const urls = state.products.map((one) => `<url><loc>${origin}/products/${one.handle}</loc></url>`);
  return `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join('')}</urlset>`;
}
