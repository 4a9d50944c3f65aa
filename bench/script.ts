import { load } from 'cheerio';
import { z } from 'zod';
import type { Fields } from './pages.ts';

/*
 * What an operator writes in an afternoon, and what the readers here are measured against: the page parsed by cheerio, then every field
 * by selector, from the shop's JSON-LD where it stands there. It reads the same fields as ours; it knows this one shop.
 */
const block = z.object({ '@type': z.string() });
const product = z.object({
  name: z.string(), sku: z.string(), gtin13: z.string(), brand: z.object({ name: z.string() }), description: z.string(), image: z.array(z.string()), aggregateRating: z.object({ ratingValue: z.string(), reviewCount: z.string() }),
  offers: z.object({ price: z.string(), priceCurrency: z.string(), availability: z.string() }),
});
const trail = z.object({ itemListElement: z.array(z.object({ name: z.string() })) });

/** What is used of cheerio; Crawlee brings a version of its own. */
interface Selected {
  readonly length: number;
  eq(at: number): Selected;
  find(selector: string): Selected;
  text(): string;
  attr(name: string): string | undefined;
}

/** Every field of a page that carries JSON-LD. Throws where the page is built otherwise. */
export function fieldsOf($: (selector: string) => Selected, origin: string): Fields {
  const scripts = $('script[type="application/ld+json"]');
  const blocks = Array.from({ length: scripts.length }, (_, at): unknown => JSON.parse(scripts.eq(at).text()));
  const typed = (type: string): unknown => blocks.find((one) => block.parse(one)['@type'] === type);
  const { name, sku, gtin13, brand, description, image, aggregateRating, offers } = product.parse(typed('Product'));
  return {
    url: new URL($('link[rel="canonical"]').attr('href') ?? '', origin).href, title: name, brand: brand.name, sku, gtin: gtin13.padStart(14, '0'),
    price: offers.price, listPrice: amount($('.product-price').find('s, del').eq(0).text()), currency: offers.priceCurrency, available: offers.availability.endsWith('InStock'),
    rating: Number(aggregateRating.ratingValue), reviewCount: Number(aggregateRating.reviewCount), images: image, breadcrumbs: trail.parse(typed('BreadcrumbList')).itemListElement.map((item) => item.name), description,
    promotions: $('.promotion').length,
  };
}

/** The same from bytes. */
export function scripted(body: Buffer, origin: string): Fields {
  return fieldsOf(load(body.toString()), origin);
}

/** Title and price of a page without data. */
export function scriptedPlain(body: Buffer): Pick<Fields, 'title' | 'price'> {
  const $ = load(body.toString());
  return { title: $('h1').text(), price: amount($('.product-price .price').text()) };
}

function amount(text: string): string {
  return text.replaceAll(/[^\d.]/g, '');
}
