import type { ServerResponse } from 'node:http';
import sharp from 'sharp';
import { expect } from 'vitest';
import type { Shop } from '../support/shop.ts';
import { changesOf, kindsOf, productTargets, sourceOf, test } from './support.ts';

/** What a product page of the shop says, as schema.org data and in its head. */
interface PageSays {
  readonly path?: string;
  readonly images?: readonly string[];
  readonly brand?: string;
  readonly condition?: string;
  readonly seller?: string;
  readonly price?: string;
  readonly shipping?: string;
  readonly left?: number;
  readonly colour?: string;
  readonly category?: string;
  readonly words?: string;
}

function show(shop: Shop, says: PageSays): void {
  const { path = 'lamp', images = ['/img/a.png'], brand = 'Lumo', condition = 'New', seller = 'Acme', price = '100.00', shipping = '4.99', left = 40, colour = 'red', category = 'Lamps', words = 'a halogen bulb' } = says;
  const product = {
    '@context': 'https://schema.org', '@type': 'Product', name: 'Desk lamp', productID: 'lamp', sku: 'lamp', brand: { '@type': 'Brand', name: brand }, image: images.map((one) => `${shop.origin}${one}`),
    description: `A lamp for every desk, with ${words} and a cable of two metres that reaches every socket of the room.`, additionalProperty: [{ '@type': 'PropertyValue', name: 'Colour', value: colour }],
    offers: {
      '@type': 'Offer', price, priceCurrency: 'USD', availability: 'https://schema.org/InStock', itemCondition: `https://schema.org/${condition}Condition`, seller: { '@type': 'Organization', name: seller },
      inventoryLevel: { '@type': 'QuantitativeValue', value: left }, shippingDetails: { '@type': 'OfferShippingDetails', shippingRate: { '@type': 'MonetaryAmount', value: shipping, currency: 'USD' } },
    },
  };
  const trail = { '@context': 'https://schema.org', '@type': 'BreadcrumbList', itemListElement: ['Home', category, 'Desk lamp'].map((name, index) => ({ '@type': 'ListItem', position: index + 1, name })) };
  const html = `<!doctype html><html lang="en"><head><title>Desk lamp</title><link rel="canonical" href="${shop.origin}/p/${path}"><script type="application/ld+json">${JSON.stringify([product, trail])}</script></head><body><h1>Desk lamp</h1><p>$${price}</p><button>Add to cart</button></body></html>`;
  shop.overrides.set('/p/lamp', (_, response: ServerResponse) => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html));
}

test('what a shop says of a listing makes a change of its own kind each', async ({ shop, open }) => {
  const pipeline = await open(productTargets(shop, ['lamp']));
  show(shop, {});
  expect(await kindsOf(pipeline, 'lamp')).toEqual([]);
  const steps: readonly (readonly [string, PageSays])[] = [
    ['brand', { brand: 'Other' }], ['description', { words: 'an LED bulb' }], ['attributes', { colour: 'blue' }], ['listing_moved', { category: 'Sale' }], ['listing_moved', { path: 'lamp-new' }],
    ['quantity', { left: 3 }], ['shipping', { shipping: '0.00' }], ['condition', { condition: 'Refurbished' }], ['seller', { seller: 'Beta' }], ['images', { images: ['/img/b.png'] }],
  ];
  for (const [kind, says] of steps) {
    show(shop, says);
    expect([kind, says, await kindsOf(pipeline, 'lamp')]).toEqual([kind, says, [kind]]);
    show(shop, {});
    await pipeline.crawl('lamp');
  }
});

test('pictures are compared by what they show, where the source asks for it', async ({ shop, open }) => {
  const drawn = (fill: string) => sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"><rect width="100%" height="100%" fill="#fff"/><rect x="100" y="80" width="180" height="260" fill="${fill}"/></svg>`)).png();
  const [red, webp, blue] = await Promise.all([drawn('#c0392b').toBuffer(), drawn('#c0392b').resize(220).webp({ quality: 70 }).toBuffer(), drawn('#2980b9').toBuffer()]);
  const asked: string[] = [];
  const serve = (path: string, type: string, body: Buffer): void => void shop.overrides.set(path, (_, response: ServerResponse) => { asked.push(path); response.writeHead(200, { 'content-type': type }).end(body); });
  serve('/img/a.png', 'image/png', red);
  serve('/img/a-small.webp', 'image/webp', webp);
  serve('/img/other.png', 'image/png', blue);
  const pipeline = await open(`${sourceOf(shop, ', images: hash')}${productTargets(shop, ['lamp'])}`);
  show(shop, { images: ['/img/a.png'] });
  await pipeline.crawl('lamp');
  show(shop, { images: ['/img/a-small.webp'] });
  expect(await kindsOf(pipeline, 'lamp')).toEqual([]);
  show(shop, { images: ['/img/other.png'] });
  const changes = await changesOf(pipeline, 'lamp');
  expect(changes.map(({ detail }) => detail)).toEqual([{ kind: 'images', added: [`${shop.origin}/img/other.png`], removed: [`${shop.origin}/img/a-small.webp`], mainChanged: true, seen: true }]);
  await pipeline.crawl('lamp');
  expect(asked).toEqual(['/img/a.png', '/img/a-small.webp', '/img/other.png']);
});
