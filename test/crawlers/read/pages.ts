import type { ListingRead } from '../../../model/listing.ts';
import { readAnswer } from '../../../crawlers/read/index.ts';
import type { PageRead, ReadHints } from '../../../crawlers/read/port.ts';

/** Pages are longer than a shell. */
const FILLER = 'A shop that has been selling tools and garden things to people for many years now. '.repeat(30);
export const URL_OF_PAGE = 'https://shop.example/p/drill-18';

export function hints(over: Partial<ReadHints> = {}): ReadHints {
  const url = over.url ?? URL_OF_PAGE;
  return { url, requestUrl: url, status: 200, contentType: 'text/html; charset=utf-8', role: 'listing', platform: 'generic', ...over };
}

export function read(html: string, over: Partial<ReadHints> = {}): PageRead {
  return readAnswer(Buffer.from(html), hints(over));
}

/** The one listing of a page that must be readable. */
export function listing(html: string, over: Partial<ReadHints> = {}): ListingRead {
  const answer = read(html, over);
  if (answer.outcome !== 'ok') throw new Error(`expected a listing, got ${answer.outcome}: ${answer.detail}`);
  const [first] = answer.listings;
  if (!first) throw new Error('expected a listing, got none');
  return first;
}

/** A page of a product with data of one's own and a visible body. */
export function page(data: unknown, body = '<h1>Cordless drill 18V</h1>', head = ''): string {
  const blocks = data === undefined ? '' : `<script type="application/ld+json">${typeof data === 'string' ? data : JSON.stringify(data)}</script>`;
  return `<!doctype html><html lang="en"><head><title>Cordless drill 18V | Shop</title><meta property="og:title" content="Cordless drill 18V">${head}${blocks}</head><body><div><main><div>${body}</div></main></div><p>${FILLER}</p></body></html>`;
}

/** A schema.org Product with one offer. */
export function product(offer: Record<string, unknown> = {}, more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    '@context': 'https://schema.org', '@type': 'Product', name: 'Cordless drill 18V', sku: 'CD-18', brand: { '@type': 'Brand', name: 'Acme' }, ...more,
    offers: { '@type': 'Offer', price: '119.00', priceCurrency: 'EUR', availability: 'https://schema.org/InStock', ...offer },
  };
}
