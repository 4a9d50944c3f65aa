import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One product of the scripted shop. */
export interface Item {
  readonly id: string;
  readonly title: string;
  readonly price: string;
  readonly stock: 'InStock' | 'OutOfStock';
  /** Who has the offer, where the page says it. */
  readonly seller?: string;
  /** Words of a promotion, which the page shows below the price. */
  readonly promotion?: string;
}

/** A shop on loopback whose pages a test scripts. */
export interface Shop {
  readonly origin: string;
  items: Item[];
  /** Answers in place of the usual ones, by path. */
  readonly overrides: Map<string, (request: IncomingMessage, response: ServerResponse) => void>;
  /** Paths asked for, robots.txt left out. */
  readonly asked: string[];
  set(id: string, change: Partial<Item>): void;
  close(): Promise<void>;
}

/** Starts the shop: `/` lists the products, `/p/ID` is a product page with JSON-LD, `/rules` a text. */
export async function openShop(items: readonly Item[]): Promise<Shop> {
  const shop = { items: [...items], overrides: new Map<string, (request: IncomingMessage, response: ServerResponse) => void>(), asked: [] as string[] };
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    if (path === '/robots.txt') {
      response.writeHead(200, { 'content-type': 'text/plain' }).end('User-agent: *\nAllow: /\n');
      return;
    }
    shop.asked.push(path);
    const override = shop.overrides.get(path);
    if (override) {
      override(request, response);
      return;
    }
    const body = path === '/' ? listHtml(shop.items) : itemHtml(shop.items.find((item) => path === `/p/${item.id}`));
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' }).end(body ?? '<!doctype html><title>Not found</title><h1>Page not found</h1>');
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const address: string | AddressInfo | null = server.address();
  return Object.assign(shop, {
    origin: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    set: (id: string, change: Partial<Item>) => { shop.items = shop.items.map((item) => (item.id === id ? { ...item, ...change } : item)); },
    close: () => new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    }),
  });
}

const FILLER = '<p>Hand made in small numbers, sent within two days, returned within thirty. Our workshop has stood at the harbour since 1984 and mends what it sells.</p>'.repeat(12);

function listHtml(items: readonly Item[]): string {
  const cards = items.map((item) => `<li class="product"><a href="/p/${item.id}"><img src="/img/${item.id}.jpg" alt=""><h3>${item.title}</h3></a><span class="price">$${item.price}</span></li>`);
  return `<!doctype html><html lang="en-US"><head><title>All products</title></head><body><main><h1>All products</h1><ul class="products">${cards.join('')}</ul>${FILLER}</main></body></html>`;
}

function itemHtml(item: Item | undefined): string | undefined {
  if (!item) return undefined;
  const data = {
    '@context': 'https://schema.org', '@type': 'Product', name: item.title, sku: item.id, productID: item.id, image: `/img/${item.id}.jpg`,
    offers: { '@type': 'Offer', price: item.price, priceCurrency: 'USD', availability: `https://schema.org/${item.stock}`, ...(item.seller === undefined ? {} : { seller: { '@type': 'Organization', name: item.seller } }) },
  };
  return `<!doctype html><html lang="en-US"><head><title>${item.title}</title><link rel="canonical" href="/p/${item.id}"><script type="application/ld+json">${JSON.stringify(data)}</script></head>
<body><main><h1>${item.title}</h1><span class="price">$${item.price}</span>${item.promotion === undefined ? '' : `<p class="promotion">${item.promotion}</p>`}<p>${item.stock === 'InStock' ? 'In stock' : 'Sold out'}</p>${FILLER}</main></body></html>`;
}
